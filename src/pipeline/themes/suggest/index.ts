export type { Paper } from './vectors.ts';
export { suggestThemes } from './suggest.ts';

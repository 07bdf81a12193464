export type { Paper } from './vectors.ts';
export { type FormerTheme, suggestThemes } from './suggest.ts';

export { papers, seeds, themes } from './loaders.ts';
export { paperSchema, seedSchema, themeSchema } from './schemas.ts';

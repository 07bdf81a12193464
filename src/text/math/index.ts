export { mathToPlain } from './plain.ts';
export { renderMath } from './render.ts';
export { type MathSpan, scanMath } from './scan.ts';
export { tidyMath } from './tidy.ts';

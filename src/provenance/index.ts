export { bytesByFate } from './bytes-by-fate.ts';
export { formulasInWords, formulasOf, reconstructionOf } from './paper-sources.ts';
export { isText, markedSeed } from './seed-lines.ts';
export { seedMath, seedMathAnchor } from './seed-math.ts';
export { seedText } from './seed-text.ts';

export { LEAST, STEPS } from './evidence.ts';
export { type Judges, judge, type Weights } from './judge.ts';
export type { Trees } from './trees.ts';

export { assemble } from './assemble.ts';
export { type CorrectedRecord, correct } from './correct.ts';
export { type Group, merge } from './merge.ts';
export { people } from './people.ts';
export { publishableCorrection } from './publishable.ts';

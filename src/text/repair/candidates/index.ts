export { type Candidate, type Tagger, candidates } from './candidates.ts';
export type { Stretch } from './settle.ts';

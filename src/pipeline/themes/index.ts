export { type ProseProblem, citations } from './citations.ts';
export { classify } from './classify.ts';
export { relate } from './relate.ts';

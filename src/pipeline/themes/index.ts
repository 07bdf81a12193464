export { classify } from './classify.ts';
export { gatherThemes, withoutMerged } from './gather.ts';
export { relate } from './relate.ts';

export { flowCsv, reviewOf } from './review.ts';
export { disagreements, duplicates, flowSteps, incomplete } from './lists.ts';
export { confidenceInWords, mathListPath, mathListSlugs, mathLists } from './math-lists.ts';

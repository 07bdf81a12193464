export { disagreements, duplicates, flowSteps, incomplete } from './lists.ts';
export {
  REASON_WORDS,
  confidenceInWords,
  mathListPath,
  mathListSlugs,
  mathLists,
} from './math-lists.ts';

export { type Letter, authorIndex, isLongIndex, letterPath } from './author-index.ts';
export {
  changesOf,
  type Comparison,
  comparisonsOf,
  latestCompared,
  paperHistory,
  type Past,
  themeHistory,
} from './changes.ts';
export { type SurveyReference, surveyReference, themeReference } from './cite-survey.ts';
export { collectionEntries, type StoredEntry } from './collection-entries.ts';
export { keySentences, sharedTerms } from './common-ground.ts';
export {
  type DepartedPage,
  addressPages,
  addressPath,
  departedInWords,
  statePath,
} from './departed-addresses.ts';
export {
  type Gone,
  type Moved,
  type Resolver,
  citeFiles,
  departedPages,
  goneInWords,
  movedInWords,
  resolversOf,
} from './departed.ts';
export { directionOf } from './direction.ts';
export { type Group, seriesOf, slugOf } from '../pipeline/index.ts';
export { yearOf, yearsOf } from './groups.ts';
export { factsInWords, publicationInWords, typeInWords } from './publication-words.ts';
export { mathIn } from './math.ts';
export { messageHtml } from './message-html.ts';
export {
  type Link,
  authorPath,
  comparisonPath,
  editionPath,
  identifierPath,
  linkFrom,
  linkFromAnywhere,
  ownPagePath,
  paperPath,
  themePapersPath,
  themePath,
  venuePath,
} from './paths.ts';
export { recordPlaces } from './record-places.ts';
export { paperReferences } from './collection-references.ts';
export { ownColumns, shownFields } from './shown-fields.ts';
export { clip, shortTitle } from './shorten.ts';
export { type Slice, pageOfYear, pageParam, pagePath, pagesOf, sliceOf } from './slices.ts';
export { suggestionUrl } from './suggest-correction.ts';
export { type SurveyView, viewOf } from './survey-view.ts';
export { surveySlug } from './survey-slug.ts';
export { timeline } from './timeline.ts';
export {
  authorsInShort,
  authorsMissing,
  evidenceInWords,
  schemeInWords,
  sentence,
  termInWords,
} from './words.ts';
export type { YearBin } from './year-bins.ts';

export {
  isoDate,
  itemTypeOf,
  readDate,
  identifierKey,
  readIdentifier,
  readName,
  statedKind,
  namedAs,
  type SeedRecords,
  sourceRecords,
  categoryName,
} from './reading/index.ts';
export { compareEditions, editionOf, editionText, releasedEditions } from './editions/index.ts';
export * from './enrich/index.ts';
export { addTo, compareText } from './lists.ts';
export { mergedInto } from './merged-into.ts';
export { formatMessage, messageDigest, summarise } from './messages.ts';
export { type Group, kindOf, seriesOf, slugOf, sourceNames, venuesOf } from './addresses/index.ts';
export { nameTarget } from './naming/index.ts';
export { permalinkLedgerText, releaseLedger } from './release.ts';
export { buildSurvey } from './survey.ts';

export { shownTexts } from './math-coverage.ts';
export { proseTree, themeDraft } from './themes/index.ts';

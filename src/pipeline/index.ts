export { isoDate, readDate } from './reading/dates.ts';
export {
  type Changes,
  compareEditions,
  editionOf,
  editionText,
  isEmpty,
} from './editions/edition.ts';
export * from './enrich/index.ts';
export { identifierKey, readIdentifier } from './reading/identify.ts';
export { formatMessage, summarise } from './messages.ts';
export { readName } from './reading/names.ts';
export { ledgerText, releasePermalinks } from './naming/permalink.ts';
export { type SeedRecords, sourceRecords } from './reading/source-records.ts';
export { buildSurvey } from './survey.ts';
export { nameTarget } from './naming/target.ts';

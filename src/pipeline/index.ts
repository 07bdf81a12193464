export { isoDate, readDate } from './dates.ts';
export { type Changes, compareEditions, editionOf, editionText, isEmpty } from './edition.ts';
export { identifierKey } from './identify.ts';
export { formatMessage, summarise } from './messages.ts';
export { ledgerText, releasePermalinks } from './permalink.ts';
export { type SeedRecords, sourceRecords } from './source-records.ts';
export { buildSurvey } from './survey.ts';

export { isoDate, readDate } from './dates.ts';
export { formatMessage, summarise } from './messages.ts';
export { releasePermalinks } from './permalink.ts';
export { type SeedRecords, sourceRecords } from './source-records.ts';
export { buildSurvey } from './survey.ts';

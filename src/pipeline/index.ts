export { categoryName } from './categories.ts';
export { formatMessage, summarise } from './messages.ts';
export { displayName, nameKey } from './names.ts';
export { releasePermalinks } from './permalink.ts';
export { readSeed } from './read.ts';
export { type SeedRecords, sourceRecords } from './source-records.ts';
export { buildSurvey } from './survey.ts';

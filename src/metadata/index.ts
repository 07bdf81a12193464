export { dataFileName, dataFiles } from './data-files.ts';
export { atomFeed, jsonFeed } from './feed.ts';
export { breadcrumbs, dataset, definedTerm } from './json-ld.ts';
export { linkSets, linkSetType, surveyLinkSetPath } from './link-sets.ts';
export { capabilityListPath, resourceSync } from './resource-sync.ts';
export { schemaFields } from './schema-fields.ts';

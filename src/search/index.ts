export { permalinksFile } from './build/permalinks.ts';
export { makeSearchIndex } from './build/search-index.ts';
export { type FacetName, FOLDER, START } from './contract.ts';

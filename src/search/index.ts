export { makeSearchIndex } from './build/search-index.ts';

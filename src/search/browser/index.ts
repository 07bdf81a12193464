export { address } from './address.ts';
export { paperItem } from './entries.ts';
export { foundPaper } from './found.ts';
export { parseQuery } from '../query.ts';
export { readPermalinks } from './permalinks.ts';
export { engine, failureInWords } from './site.ts';

export { proseOf } from './prose.ts';

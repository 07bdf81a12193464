export { packsOf } from './build/packs.ts';

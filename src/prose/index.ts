export { proseOf } from './prose.ts';
export { keepFormulas } from './prose-math.ts';

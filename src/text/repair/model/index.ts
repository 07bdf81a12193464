export type { Model } from './model.ts';
export { unpackModel } from './packed.ts';

export {
  type Reader,
  type Segment,
  type Splitting,
  isEndOfText,
  rawField,
  tile,
  trimmed,
} from './reader.ts';
export type { Range } from './range.ts';
export { type SeedText, decodeSeed, textWithin } from './seed-text.ts';

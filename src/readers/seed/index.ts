export { type Found, type GroupField, groupFields, namesPaper } from './found.ts';
export { type Range, byPlace, cover, gaps, isEndOfText, trimmed } from './range.ts';
export {
  type Entry,
  type FoundFiling,
  type Reader,
  type Reading,
  type Segment,
  type SureReading,
  SAMPLE,
  defineReader,
  noPaper,
  untitled,
} from './reader.ts';
export { withoutWithheld } from './withheld-bytes.ts';
export { type PageText, isPage, pageText } from './page-text.ts';
export { type SeedText, decodeSeed, placeOf, textWithin } from './seed-text.ts';

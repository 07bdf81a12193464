export { CONFIDENT, type Detection, detectReader } from './detect.ts';
export { addressField } from './fields/index.ts';
export { readers } from './formats/index.ts';
export {
  type Range,
  type Reader,
  type Segment,
  type SeedText,
  decodeSeed,
  type PageText,
  pageText,
  textWithin,
  withoutWithheld,
} from './seed/index.ts';

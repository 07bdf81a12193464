export {
  absoluteUrl,
  addressOf,
  doiOf,
  identifierOf,
  permalinkBase,
  permalinkUrl,
} from './addresses.ts';
export { citableOf } from './citable.ts';
export { type CslItem, type CslName, toCslItem } from './csl-item.ts';
export * from './formats/index.ts';
export { articleNumberOf, endsOf } from './places.ts';
export { surveyJson, surveyJsonSchema } from './survey-json.ts';
export type { CitingSite, ExportFormat, Writer, WriterContext } from './writer.ts';

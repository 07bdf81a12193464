export { absoluteUrl, addressOf, identifierOf, permalinkUrl } from './addresses.ts';
export { citableOf } from './citable.ts';
export { toCslItem } from './csl-item.ts';
export * from './formats/index.ts';
export { references, referenceStyles } from './references/index.ts';
export { surveyJson, surveyJsonSchema } from './survey-json.ts';
export type { ExportFormat, Writer } from './writer.ts';

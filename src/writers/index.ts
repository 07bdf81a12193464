import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { jsonLines } from './json-lines.ts';
import { ris } from './ris.ts';
import type { Writer } from './writer.ts';

/** Every export format, in the order in which pages offer them. */
export const writers: readonly Writer[] = [bibtex, ris, cslJson, jsonLines];

export { addressOf, identifierOf, permalinkUrl } from './addresses.ts';
export { bibtex, cslJson, jsonLines, ris };
export { surveyJson, surveyJsonSchema } from './survey-json.ts';
export type { Writer } from './writer.ts';

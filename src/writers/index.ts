import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import { enw } from './enw.ts';
import { jsonLines } from './json-lines.ts';
import { markdown } from './markdown.ts';
import { ris } from './ris.ts';
import type { Writer } from './writer.ts';

/** Every export format, in the order in which pages offer them. */
export const writers: readonly Writer[] = [
  bibtex,
  biblatex,
  ris,
  cslJson,
  enw,
  csv,
  jsonLines,
  markdown,
];

/** The formats reference managers read, which every paper's page offers. */
export const referenceWriters: readonly Writer[] = [bibtex, biblatex, ris, cslJson, enw];

export { addressOf, identifierOf, permalinkUrl } from './addresses.ts';
export { publicationOf, repositoryOf } from './publication.ts';
export { biblatex, bibtex, cslJson, csv, enw, jsonLines, markdown, ris };
export { references } from './references.ts';
export { noticeWriters } from './notice.ts';
export { surveyJson, surveyJsonSchema } from './survey-json.ts';
export type { Writer } from './writer.ts';

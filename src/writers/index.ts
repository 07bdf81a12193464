import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import { enw } from './enw.ts';
import { jsonLines } from './json-lines.ts';
import { markdown } from './markdown.ts';
import { ris } from './ris.ts';
import type { CitableWriter, Writer } from './writer.ts';

/** The formats reference managers read. */
export const referenceWriters: readonly CitableWriter[] = [bibtex, biblatex, ris, cslJson, enw];

/** The formats that need no more of a work than a reference does. */
export const citableWriters: readonly CitableWriter[] = [
  bibtex,
  biblatex,
  ris,
  cslJson,
  enw,
  csv,
  markdown,
];

/** Every export format, in the order in which pages offer them. */
export const writers: readonly Writer[] = [
  bibtex,
  biblatex,
  ris,
  cslJson,
  enw,
  csv,
  markdown,
  jsonLines,
];

export { addressOf, identifierOf, permalinkUrl } from './addresses.ts';
export { citableOf } from './citable.ts';
export { publicationOf, repositoryOf } from './publication.ts';
export { biblatex, bibtex, cslJson, csv, enw, jsonLines, markdown, ris };
export { references } from './references.ts';
export { noticeWriters } from './notice.ts';
export { surveyJson, surveyJsonSchema } from './survey-json.ts';
export { lineFormat } from './line-format.ts';
export type { ExportFormat, Writer } from './writer.ts';

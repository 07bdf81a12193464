import type { CitableWriter, Writer } from '../writer.ts';
import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import { enw } from './enw.ts';
import { jsonLines } from './json-lines.ts';
import { markdown } from './markdown.ts';
import { ris } from './ris.ts';

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

export { biblatex, bibtex, cslJson, csv, enw, jsonLines, markdown, ris };
export { lineFormat } from './line-format.ts';
export { noticeWriters } from './notice.ts';

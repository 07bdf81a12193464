import type { Work } from '../../model/index.ts';
import { failsOn, guarded } from '../guarded.ts';
import type { CitableWriter, Writer, WriterContext } from '../writer.ts';
import { biblatex as plainBiblatex } from './biblatex.ts';
import { bibtex as plainBibtex } from './bibtex.ts';
import { cslJson as plainCslJson } from './csl-json.ts';
import { asCell, csv as plainCsv, csvColumns, csvRow, csvTable, textOfCell } from './csv.ts';
import { endNoteXml as plainEndNoteXml } from './endnote-xml.ts';
import { enw as plainEnw } from './enw.ts';
import { jsonLines as plainJsonLines } from './json-lines.ts';
import { markdown as plainMarkdown } from './markdown.ts';
import { ris as plainRis } from './ris.ts';

const plain: readonly Writer[] = [
  plainBibtex,
  plainBiblatex,
  plainRis,
  plainCslJson,
  plainEnw,
  plainEndNoteXml,
  plainCsv,
  plainMarkdown,
  plainJsonLines,
];

const guardedWriter = (writer: CitableWriter): CitableWriter => ({
  ...writer,
  write: guarded(writer.write),
});

const biblatex = guardedWriter(plainBiblatex);
const bibtex = guardedWriter(plainBibtex);
const cslJson = guardedWriter(plainCslJson);
const csv = guardedWriter(plainCsv);
const endNoteXml = guardedWriter(plainEndNoteXml);
const enw = guardedWriter(plainEnw);
const markdown = guardedWriter(plainMarkdown);
const ris = guardedWriter(plainRis);
const jsonLines: Writer = { ...plainJsonLines, write: guarded(plainJsonLines.write) };

/** The formats a work cannot be written in, whose exports leave it out; there are none unless the program is defective. */
export const unwritableIn = (work: Work, context: WriterContext): string[] =>
  plain.flatMap(({ label, write }) => (failsOn(write, work, context) ? [label] : []));

/** The formats reference managers read. */
export const referenceWriters: readonly CitableWriter[] = [bibtex, biblatex, ris, cslJson, enw];

/** The formats that need no more of a work than a reference does. */
export const citableWriters: readonly CitableWriter[] = [
  ...referenceWriters,
  endNoteXml,
  csv,
  markdown,
];

/** Every export format, in the order in which pages offer them: those of the files of a whole survey. */
export const surveyWriters: readonly Writer[] = [...citableWriters, jsonLines];

/** Those that a single paper and a theme have a file in: of EndNote's two the one that opens by a double click. */
export const writers: readonly Writer[] = surveyWriters.filter((writer) => writer !== endNoteXml);

export {
  asCell,
  biblatex,
  bibtex,
  cslJson,
  csv,
  csvColumns,
  csvRow,
  csvTable,
  endNoteXml,
  enw,
  jsonLines,
  markdown,
  ris,
  textOfCell,
};
export { lineFormat } from './line-format.ts';
export { noticeWriters } from './notice.ts';

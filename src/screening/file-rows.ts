import type { RawField, RowProblem } from '../model/index.ts';
import { decodeSeed, detectReader, readers } from '../readers/index.ts';
import { collapse, parseTex, toPlain } from '../text/index.ts';
import { decisionInNote } from './decision-note.ts';
import { isColumnName, type RowCells, unclosedIn, wholeRows } from './decisions.ts';
import { readTable } from './table.ts';

/** One paper of a file. */
export interface Row extends RowCells {
  /** What stands in its notes, one by one. */
  notes: string[];
}

/** What a file holds, whatever wrote it. */
interface FileRows {
  text: string;
  /** `RIS`, `table` */
  label: string;
  /** The names of columns; undefined where there are none. */
  header?: string[];
  rows: Row[];
  /** Of a table: what of it could not be read. */
  problems: RowProblem[];
}

/** The formats in which programs for screening write references. */
const references = readers.filter(({ format }) => ['ris', 'bibtex', 'enw'].includes(format));

/** The names of columns that exports of reference managers and screening programs have besides those of decisions. */
const OTHER_COLUMNS =
  /^(?:authors?|abstract|year|published year|journal|covidence ?#|asreview_\w+)$/i;

/** The papers of a file of references or of a table, in any encoding. */
export function rowsOfFile(bytes: Uint8Array, name: string): FileRows {
  const { text } = decodeSeed({ path: name, bytes });
  const { reader } = detectReader(text, references);
  if (reader !== null) {
    const records = reader.read(text).segments.flatMap((segment) => {
      if (segment.kind !== 'record') return [];
      const line = text.lines(text.span(segment.from, segment.to))[0];
      // Our own notes are TeX in BibTeX; those of other programs have braces that are none.
      const noteOf = ({ value, span }: RawField) =>
        reader.format === 'bibtex' && decisionInNote(value) !== undefined
          ? toPlain(parseTex(text.slice(span)).rich)
          : value;
      return [rowOf(segment.record?.fields ?? segment.refused, line, noteOf)];
    });
    return { text: text.text, label: reader.label, rows: records, problems: [] };
  }
  const table = readTable(text.text, (cell) => isColumnName(cell) || OTHER_COLUMNS.test(cell));
  return {
    text: text.text,
    label: 'table',
    header: table.header,
    problems: unclosedIn(table),
    rows: wholeRows(table).map((row) => ({
      ...row,
      notes: row.known.note ? [row.known.note] : [],
    })),
  };
}

/** What notes are called in these formats. */
const NOTE = /^(?:N1|note|annote|%Z)$/i;

const NAMED = ['title', 'doi', 'arxiv', 'pmid', 'url'] as const;

function rowOf(
  fields: readonly RawField[],
  line: number,
  noteOf: (field: RawField) => string,
): Row {
  const known: Row['known'] = {};
  for (const name of NAMED) {
    const field = fields.find((each) => each.name === name);
    if (field !== undefined) known[name] = collapse(field.value);
  }
  const notes = fields
    .filter(({ name, label = '' }) => name === 'note' || NOTE.test(label))
    .map((field) => collapse(noteOf(field)));
  return { line, known, more: {}, notes };
}

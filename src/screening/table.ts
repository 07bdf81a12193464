import papaparse from 'papaparse';
import { given } from '../model/index.ts';
import { textOfCell } from '../writers/index.ts';

/** A table of text, as spreadsheets and screening programs write it. */
export interface Table {
  header: string[];
  /** `line` is that of its first cell in the file, from 1. Rows without any text are left out. */
  rows: { line: number; cells: string[] }[];
  delimiter: string;
  /** Line of a row with a quotation mark that is never closed, so that what follows stands in one cell. */
  unclosed?: number;
}

const DELIMITERS = [',', ';', '\t'];
/** What may stand before the names of columns: a byte-order mark, and `sep=;`, by which Excel is told the delimiter. */
export const BEFORE_NAMES = /^\uFEFF?(?:sep=(.)(?:\r\n|\r|\n))?/i;

/**
 * The rows of a text of cells parted by comma, semicolon or tabulator, whichever makes most names of its first line;
 * quotes, line ends and a byte-order mark as they come.
 *
 * @param isName whether a cell of the first line is the name of a column that is looked for
 */
export function readTable(text: string, isName: (cell: string) => boolean): Table {
  const [before = '', told] = BEFORE_NAMES.exec(text) ?? [];
  // Rows are added by programs that end lines each in its own way; the parser knows but one in a file.
  const body = text.slice(before.length).replace(/\r\n?/g, '\n');
  const delimiter = told ?? likeliest(body, isName);
  const rows: Table['rows'] = [];
  let line = told === undefined ? 1 : 2;
  let from = 0;
  let unclosed: number | undefined;
  papaparse.parse<string[]>(body, {
    delimiter,
    step: ({ data, errors, meta: { cursor } }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed ??= line;
      const cells = data.map((cell) => textOfCell(cell.trim()));
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      line += lineEnds(body.slice(from, cursor));
      from = cursor;
    },
  });
  const [header, ...others] = rows;
  return { header: header?.cells ?? [], rows: others, delimiter, ...given({ unclosed }) };
}

function likeliest(body: string, isName: (cell: string) => boolean): string {
  const names = DELIMITERS.map((delimiter) => {
    const [first = []] = papaparse.parse<string[]>(body, { delimiter, preview: 1 }).data;
    return { delimiter, cells: first.length, count: first.filter(isName).length };
  });
  names.sort((a, b) => b.count - a.count || b.cells - a.cells);
  return names[0]?.delimiter ?? ',';
}

const lineEnds = (text: string) => text.match(/\n/g)?.length ?? 0;

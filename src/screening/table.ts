import papaparse from 'papaparse';

/** A table of text, as spreadsheets and screening programs write it. */
export interface Table {
  header: string[];
  /** `line` is that of its first cell in the file, from 1. Rows without any text are left out. */
  rows: { line: number; cells: string[] }[];
  delimiter: string;
}

const DELIMITERS = [',', ';', '\t'];
/** `sep=;`: a first line by which Excel is told the delimiter. */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\r|\n)/i;
/** An apostrophe that a writer put before what a spreadsheet would run. */
const NEUTRALISED = /^'(?='*[=+\-@\t\r\n＝＋－＠])/;

/**
 * The rows of a text of cells parted by comma, semicolon or tabulator, whichever makes most names of its first line;
 * quotes, line ends and a byte-order mark as they come.
 *
 * @param isName whether a cell of the first line is the name of a column that is looked for
 */
export function readTable(text: string, isName: (cell: string) => boolean): Table {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const told = SEPARATOR_LINE.exec(text.slice(start));
  const body = text.slice(start + (told?.[0].length ?? 0));
  const delimiter = told?.[1] ?? likeliest(body, isName);
  const rows: Table['rows'] = [];
  let line = told === null ? 1 : 2;
  let from = 0;
  papaparse.parse<string[]>(body, {
    delimiter,
    step: ({ data, meta: { cursor } }) => {
      const cells = data.map((cell) => cell.trim().replace(NEUTRALISED, ''));
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      line += lineEnds(body.slice(from, cursor));
      from = cursor;
    },
  });
  const [header, ...others] = rows;
  return { header: header?.cells ?? [], rows: others, delimiter };
}

function likeliest(body: string, isName: (cell: string) => boolean): string {
  const names = DELIMITERS.map((delimiter) => {
    const [first = []] = papaparse.parse<string[]>(body, { delimiter, preview: 1 }).data;
    return { delimiter, cells: first.length, count: first.filter(isName).length };
  });
  names.sort((a, b) => b.count - a.count || b.cells - a.cells);
  return names[0]?.delimiter ?? ',';
}

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

import { decodeHTML } from 'entities';
import {
  type ColumnField,
  type ColumnMeaning,
  accepts,
  columnFields,
  divideNames,
  documentTypes,
  type ExtraNote,
  extraFields,
  gluedNames,
  isEarly,
  isMeant,
  isoOf,
  manyColumned,
  meaningOf,
  pageStretch,
  quotedItems,
  statedArxiv,
  statedFields,
} from '../../fields/index.ts';
import { type Cell, type Row, readRow } from '../../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  defineReader,
  noPaper,
  untitled,
  placeOf,
  trimmed,
} from '../../seed/index.ts';

/**
 * A table of papers with a header: exports of Scopus, Web of Science, Zotero, IEEE Xplore, PubMed,
 * Dimensions, Lens and the like, or a sheet of one's own. CSV with commas or semicolons, or tabs.
 * What the columns are called stands in `fields/columns.json`.
 */
export const table = defineReader({
  format: 'table',
  label: 'table of papers (CSV or TSV)',
  source: 'table',
  stripsMath: false,
  labelsFields: true,
  signs: 'a header row with a title column and columns such as authors, DOI, journal or abstract',
  opening:
    /(?="?[\w .()/:-]{1,60}"?[,;\t])(?=[^\n]{0,4000}\btitle\b)(?=[^\n]{0,4000}\b(?:authors?|doi|year|abstract)\b)/iy,
  read,
});

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Lines from the top among which the header is looked for; exports put remarks above it. */
const HEADER_LINES = 40;

/** Longest line that is looked at as a header. */
const LONGEST_HEADER = 20_000;

/** Rows whose authors are looked at to learn how names are parted. */
const SAMPLE_ROWS = 200;

// Program text: `year = row` of `title, authors, year = row`
const CODE = /[={}<>`]/;

interface Column {
  label: string;
  meaning: ColumnMeaning;
}

interface Header extends Range {
  next: number;
  columns: Column[];
  cells: Cell[];
}

interface BodyRow extends Row {
  header: Header;
  /** True when the copy ends inside this row. */
  cut: boolean;
}

interface Table {
  delimiter: string;
  headers: Header[];
  /** Rows with a paper in them. */
  rows: BodyRow[];
  /** Rows of the table, by the number of their cells, that name no paper. */
  nameless: BodyRow[];
  /** True when names are parted by `;` in this table. */
  semicolons: boolean;
}

function read(text: SeedText): SureReading | null {
  const found = readTable(text.text);
  const [header] = found?.headers ?? [];
  if (found === null || header === undefined) return null;
  const above = trimmed(text.text, { from: 0, to: header.from });
  // A tool writes a few remarks above its header; what is longer may be a listing of another kind.
  const isRemark = above.to - above.from <= LONGEST_REMARKS;
  const rows = found.rows.map((row) => ({
    row,
    chosen: joinedPages(chooseFields(text.text, row)),
  }));
  return {
    // A header with many known names is a table even when nothing stands below it.
    confidence: found.rows.length > 0 || recognised(header.columns) >= 5 ? 0.95 : 0,
    entries: [
      ...rows.map(({ row, chosen }) => entryOf(text, found, row, chosen)),
      ...found.nameless.map((row) => namelessEntry(text, found, row)),
    ].sort((a, b) => a.from - b.from),
    labels: found.headers.flatMap((each) => labelsOf(text.text, each, rows)),
    chrome: isRemark ? [above] : [],
  };
}

function readTable(text: string): Table | null {
  const first = findHeader(text);
  if (first === null) return null;
  const { header, delimiter } = first;
  const headers = [header];
  const rows: BodyRow[] = [];
  const nameless: BodyRow[] = [];
  let current = header;
  // Rows are read a second time only where quotes are broken, and all in all not more than this.
  let budget = 4 * text.length;
  for (let at = header.next; at < text.length;) {
    let row = readRow(text, at, text.length, delimiter, true);
    if (row.unclosed || row.stray) {
      budget -= row.to - row.from;
      if (budget > 0) row = withSoundQuotes(text, row, delimiter, current);
    }
    const isLast = row.to === text.length;
    if (row.cells.some((cell) => cell.to > cell.from)) {
      const repeated = asHeader(text, row, delimiter);
      if (repeated !== null && isHeaderAgain(repeated, current)) {
        headers.push(repeated);
        current = repeated;
      } else if (fits(text, row, current, isLast)) {
        const short = row.cells.length < current.columns.length;
        rows.push({ ...row, header: current, cut: isLast && (short || row.unclosed) });
      } else if (row.cells.length === current.columns.length && !row.unclosed) {
        nameless.push({ ...row, header: current, cut: false });
      }
    }
    at = Math.max(row.next, at + 1);
  }
  return { delimiter, headers, rows, nameless, semicolons: usesSemicolons(text, rows) };
}

/**
 * Of a row with a broken quote, the reading that gives the table's columns: with quotes, or its first
 * line with quotes as letters. A quote that opened in a row of sound quotes is a copy's end.
 */
function withSoundQuotes(text: string, row: Row, delimiter: string, header: Header): Row {
  const wanted = header.columns.length;
  const closed = row.cells.filter((cell) => cell.quoted).length - (row.unclosed ? 1 : 0);
  if (row.unclosed && closed > 0 && row.cells.length <= wanted && hasPaper(text, row, header)) {
    return row;
  }
  const line = readRow(text, row.from, row.to, delimiter, false);
  const isSound = !row.unclosed && row.cells.length === wanted;
  if (line.cells.length === wanted && line.to < row.to) return line;
  if (isSound) return row;
  const isEnd = row.unclosed && row.cells.length <= wanted && line.to === row.to;
  return isEnd && line.cells.length !== wanted && hasPaper(text, row, header) ? row : line;
}

function findHeader(text: string): { header: Header; delimiter: string } | null {
  let best: { header: Header; delimiter: string } | null = null;
  let from = 0;
  for (let line = 0; line < HEADER_LINES && from < text.length; line += 1) {
    const end = lineEnd(text, from);
    if (end - from <= LONGEST_HEADER && end > from) {
      for (const delimiter of DELIMITERS) {
        const row = readRow(text, from, text.length, delimiter, true);
        const header = row.to - row.from > LONGEST_HEADER ? null : asHeader(text, row, delimiter);
        if (header === null || !isBibliographic(header.columns)) continue;
        if (best === null || recognised(header.columns) > recognised(best.header.columns))
          best = { header, delimiter };
      }
      if (best !== null) return best;
    }
    from = end + 1;
  }
  return null;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at += 1;
  return at;
}

/** The row as names of columns, when enough of them are known and none is as long as a sentence. */
function asHeader(text: string, row: Row, delimiter: string): Header | null {
  const { cells } = row;
  if (cells.length < 2 || cells.some((cell) => cell.to - cell.from > 100)) return null;
  const columns = cells.map((cell) => {
    const label = text.slice(cell.from, cell.to);
    return { label, meaning: meaningOf(label) };
  });
  if (columns.some(({ label }) => CODE.test(label))) return null;
  // `|` parts the cells of Markdown tables too, which have it at both ends of a row.
  if (delimiter === '|' && (columns[0]?.label === '' || columns.at(-1)?.label === '')) return null;
  const names = recognised(columns);
  const filled = columns.filter(({ label }) => label !== '').length;
  if (names < 2 || (names < 5 && 5 * names < filled)) return null;
  return { from: row.from, to: row.to, next: row.next, columns, cells };
}

function recognised(columns: readonly Column[]): number {
  return columns.filter(({ meaning }) => meaning.size > 0).length;
}

/** True for a second header, where two exports were joined; a paper may have `Article` and `Journal` in its row. */
function isHeaderAgain(row: Header, header: Header): boolean {
  return (
    hasTitle(row.columns) &&
    2 * recognised(row.columns) > recognised(header.columns) &&
    recognised(row.columns) > 2
  );
}

function hasTitle(columns: readonly Column[]): boolean {
  return columns.some(({ meaning }) => meaning.has('title'));
}

/** Fields that only tables of papers have a column for. */
const BIBLIOGRAPHIC: readonly ColumnField[] = ['authors', 'abstract', 'doi', 'pmid', 'venue'];

function isBibliographic(columns: readonly Column[]): boolean {
  if (!hasTitle(columns)) return false;
  const telling = columns.filter(
    ({ meaning, label }) =>
      !meaning.has('title') &&
      (BIBLIOGRAPHIC.some((field) => meaning.has(field)) || /arxiv/i.test(label)),
  ).length;
  // Anything can have a `Name`.
  const isNamed = columns.some(
    ({ meaning, label }) => meaning.has('title') && !/^name$/i.test(label),
  );
  return telling >= (isNamed ? 1 : 2);
}

function contentOf(text: string, cell: Cell | undefined): string {
  return cell === undefined ? '' : text.slice(cell.from, cell.to);
}

/** True when the row has a title, or else an identifier or abstract to know a paper by. */
function hasPaper(text: string, row: Row, header: Header): boolean {
  return header.columns.some(({ meaning }, index) => {
    const value = contentOf(text, row.cells[index]);
    return (
      value !== '' &&
      (['title', 'abstract', 'doi', 'arxiv', 'pmid'] as const).some(
        (field) => meaning.has(field) && accepts(field, value),
      )
    );
  });
}

/** True for a row of the table; other text below it has another number of cells. */
function fits(text: string, row: Row, header: Header, isLast: boolean): boolean {
  if (!hasPaper(text, row, header)) return false;
  const { cells } = row;
  const wanted = header.columns.length;
  if (cells.length === wanted) return true;
  if (cells.length > wanted) return cells.slice(wanted).every((cell) => cell.to === cell.from);
  // Without the empty cells at its end, or cut off: enough of it must be there and of the right kind.
  const sound = header.columns.filter(({ meaning }, index) => {
    const value = contentOf(text, cells[index]);
    return (
      value !== '' &&
      (['doi', 'arxiv', 'pmid', 'url', 'year', 'date'] as const).some(
        (field) => meaning.has(field) && accepts(field, value),
      )
    );
  }).length;
  const quoted = cells.filter((cell) => cell.quoted).length;
  return cells.length > 1 && (sound > 0 || quoted > 1 || (isLast && 2 * cells.length > wanted));
}

function usesSemicolons(text: string, rows: readonly BodyRow[]): boolean {
  return rows.slice(0, SAMPLE_ROWS).some(({ header, cells }) => {
    return header.columns.some(
      ({ meaning }, column) =>
        meaning.has('authors') && contentOf(text, cells[column]).includes(';'),
    );
  });
}

/** Remarks above a header, in characters, at most. */
const LONGEST_REMARKS = 1500;

// What stands in the type column of rows that belong to a paper and are none
const NOT_A_PAPER = /^(?:attachment|note|annotation)$/i;

/** The names of a header's columns, each with its quotes and delimiter, as the first row that has the column uses it. */
function labelsOf(
  text: string,
  header: Header,
  rows: readonly { row: BodyRow; chosen: readonly ChosenField[] }[],
): { range: Range; field: Found['name'] }[] {
  const used = new Map<number, Found['name']>();
  for (const { row, chosen } of rows) {
    if (row.header !== header) continue;
    for (const { index, field, end } of chosen) {
      if (!used.has(index)) used.set(index, nameOf(field));
      if (end !== undefined && !used.has(index + 1)) used.set(index + 1, nameOf(field));
    }
  }
  const starts = header.cells.map(({ from, quoted }) => from - (quoted ? 1 : 0));
  return starts.map((from, index) => ({
    range: trimmed(text, { from, to: starts[index + 1] ?? header.to }),
    field: used.get(index) ?? 'other',
  }));
}

/** The survey's name of the field a column is used for. */
function nameOf(field: ChosenField['field']): Found['name'] {
  switch (field) {
    case 'mesh':
    case 'tag':
    case 'subject':
    case 'collection':
      return 'keywords';
    case 'end_page':
      return 'pages';
    default:
      return field;
  }
}

function entryOf(
  text: SeedText,
  found: Table,
  row: BodyRow,
  chosen: readonly ChosenField[],
): Entry {
  const block = trimmed(text.text, row);
  const type = chosen.find(({ field }) => field === 'type');
  const kind = contentOf(text.text, type?.cell);
  if (NOT_A_PAPER.test(kind)) {
    return noPaper(
      block,
      {
        code: 'not-a-paper',
        severity: 'note',
        source: placeOf(text, block),
        text: `A row of the type “${kind}” was found where a paper was expected.`,
        hint: 'It may stay as it is, or be left out of the export.',
      },
      // Whoever keeps the library wrote it for themselves.
      [{ name: 'private', range: block }],
    );
  }
  const fields = chosen.flatMap((item) => fieldsOf(text.text, found, item, chosen));
  return { ...block, fields, truncated: row.cut };
}

function namelessEntry(text: SeedText, found: Table, row: BodyRow): Entry {
  const block = trimmed(text.text, row);
  return untitled(
    text,
    block,
    'A row has neither a title nor an identifier or abstract',
    'Give it a title if it is a paper.',
    chooseFields(text.text, row).flatMap((item, _, chosen) =>
      fieldsOf(text.text, found, item, chosen),
    ),
  );
}

interface ChosenField {
  field: ColumnField | 'other';
  /** Of the column. */
  index: number;
  label: string;
  cell: Cell;
  /** With `pages`: the last one, where it has the next column. */
  end?: Cell;
}

/** Gives the last page to the first where their columns follow each other; without a first one it is no field of a paper. */
function joinedPages(chosen: readonly ChosenField[]): ChosenField[] {
  const first = chosen.find(({ field }) => field === 'pages');
  const last = chosen.find(({ field }) => field === 'end_page');
  if (last === undefined) return [...chosen];
  const isNext = first !== undefined && first.index + 1 === last.index;
  return chosen.flatMap((item): ChosenField[] => {
    if (item === last) return isNext ? [] : [{ ...last, field: 'other' }];
    return [item === first && isNext ? { ...item, end: last.cell } : item];
  });
}

/** `'=1+1`, `''@a`: an apostrophe by which a table says that what a spreadsheet would run is text */
const TEXT_MARK = /'(?='*[=+\-@\t\r\n＝＋－＠])/y;

function withoutTextMark(text: string, cell: Cell): Cell {
  TEXT_MARK.lastIndex = cell.from;
  return TEXT_MARK.test(text) && TEXT_MARK.lastIndex < cell.to
    ? { ...cell, from: cell.from + 1 }
    : cell;
}

/** Gives each cell that is not empty its field: of several columns for one field the first by rank with a sound value. */
function chooseFields(text: string, row: BodyRow): ChosenField[] {
  const { columns } = row.header;
  const free = new Map<number, Cell>();
  row.cells.forEach((cell, index) => {
    const content = withoutTextMark(text, cell);
    if (content.to > content.from) free.set(index, content);
  });
  const chosen: ChosenField[] = [];
  const take = (index: number, field: ChosenField['field']) => {
    const cell = free.get(index);
    if (cell === undefined) return;
    chosen.push({ field, index, label: columns[index]?.label ?? '', cell });
    free.delete(index);
  };
  const labels = columns.map(({ label }) => label);
  const year = columns
    .map(({ meaning }, index) => (meaning.has('year') ? contentOf(text, row.cells[index]) : ''))
    .find((value) => accepts('year', value))
    ?.slice(0, 4);
  const hasCategories = columns.some(({ meaning }) => meaning.has('categories'));
  for (const field of columnFields) {
    // A column `Comments` holds the authors' words on arXiv, and anybody's elsewhere.
    if (field === 'comment' && !hasCategories) continue;
    const candidates = Array.from(free.keys())
      .flatMap((index) => {
        const { meaning, label = '' } = columns[index] ?? {};
        const rank = meaning?.get(field);
        return rank === undefined || !isMeant(field, label, labels) ? [] : [{ index, rank }];
      })
      .sort((a, b) => a.rank - b.rank);
    const sound = candidates.filter(({ index }) => {
      const value = contentOf(text, free.get(index));
      return (
        accepts(field, value) && (field !== 'date' || isOfYear(value, labels[index] ?? '', year))
      );
    });
    const used = manyColumned.has(field) ? sound : sound.slice(0, 1);
    if (field === 'authors' && used[0] !== undefined) {
      // Where nobody's full name is known, the two columns have the same letters.
      const content = ({ index }: { index: number }) => lettersOf(contentOf(text, free.get(index)));
      const [full] = used;
      used[0] = sound.findLast((each) => content(each) === content(full)) ?? full;
    }
    for (const { index } of used) take(index, field);
    // A group stands beside the people who sign for themselves.
    if (field === 'authors' && used.length > 0) {
      for (const { index } of sound) if (GROUP.test(labels[index] ?? '')) take(index, field);
    }
  }
  for (const index of Array.from(free.keys())) take(index, 'other');
  return chosen;
}

function lettersOf(names: string): string {
  return names.replace(/\P{L}/gu, '');
}

/** A date of another year than the row's own is when something else was done, and so is the day of early access. */
function isOfYear(date: string, label: string, year: string | undefined): boolean {
  if (year === undefined) return true;
  const printed = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/.exec(isoOf(date) ?? date)?.[0];
  return !isEarly(label) && (printed === undefined || printed === year);
}

function fieldsOf(
  text: string,
  found: Table,
  { field, label, cell, end }: ChosenField,
  chosen: readonly ChosenField[],
): Found[] {
  switch (field) {
    case 'keywords':
      return [keywordField(text, cell)];
    case 'mesh':
    case 'tag':
    case 'subject':
    case 'collection':
      return [{ ...keywordField(text, cell), label: field }];
    case 'authors':
      return authorFields(text, found, cell, label);
    case 'editors':
      return authorFields(text, found, cell, label).map((each) =>
        each.name === 'et_al'
          ? { ...each, name: 'other', label }
          : { ...each, name: each.name === 'author' ? 'editor' : 'editors' },
      );
    case 'type':
      return documentTypes(text, cell);
    case 'pages':
      return [pagesField(text, cell, end)];
    case 'end_page':
      return [{ ...cellField(text, 'other', cell), label }];
    case 'categories': {
      const items = quotedItems(text, cell);
      return items.length > 0
        ? items.map((range) => ({ name: field, range }))
        : [cellField(text, field, cell)];
    }
    case 'other':
      return (
        (label === 'Extra' ? extraFields(text, noteIn(cell, label, chosen)) : null) ?? [
          { ...cellField(text, 'other', cell), label },
        ]
      );
    case 'article_number': {
      const stated = statedArxiv(text, cell);
      return stated === null
        ? [cellField(text, field, cell)]
        : statedFields(text, { range: cell, stated, label, isVenue: false });
    }
    case 'publisher':
      // Publish or Perish has the host of the address there.
      return HOST.test(contentOf(text, cell))
        ? [{ ...cellField(text, 'other', cell), label }]
        : [cellField(text, field, cell)];
    case 'date':
    case 'posted':
    case 'updated': {
      const found = cellField(text, field, cell);
      const value = isoOf(contentOf(text, cell));
      return [value === undefined ? found : { ...found, value }];
    }
    case 'year':
    case 'pmid':
    case 'volume':
    case 'issue':
      return [cellField(text, field, numberOf(text, cell))];
    default:
      return [cellField(text, field, cell)];
  }
}

// `dl.acm.org`, `nature.com`
const HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,6}$/;

function noteIn(cell: Cell, label: string, chosen: readonly ChosenField[]): ExtraNote {
  return {
    range: cell,
    label,
    decode: (source) => decodeCell(source, cell.quoted),
    isGiven: (name) => chosen.some(({ field }) => field === name),
  };
}

// `&#234;`, `&eacute;`: a table made from a page
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});/i;

function cellField(text: string, name: Found['name'], cell: Cell): Found {
  const range = { from: cell.from, to: cell.to };
  return { name, range, value: decodeCell(text.slice(cell.from, cell.to), cell.quoted) };
}

function decodeCell(value: string, quoted: boolean): string {
  const unquoted = quoted ? value.replaceAll('""', '"') : value;
  return ENTITY.test(unquoted) ? decodeHTML(unquoted) : unquoted;
}

/** Spreadsheets write `2024.0` for a number with empty cells in its column. */
function numberOf(text: string, cell: Cell): Cell {
  return /^\d+\.0$/.test(contentOf(text, cell)) ? { ...cell, to: cell.to - 2 } : cell;
}

/** First and last page as one stretch over both cells. */
function pagesField(text: string, cell: Cell, end: Cell | undefined): Found {
  const first = numberOf(text, cell);
  if (end === undefined) return cellField(text, 'pages', first);
  const last = numberOf(text, end);
  const [a, b] = [contentOf(text, first), contentOf(text, last)];
  return {
    name: 'pages',
    range: { from: first.from, to: last.to },
    value: pageStretch(a, b),
  };
}

/** A list as Python and JSON write it counts as one with semicolons. */
function keywordField(text: string, cell: Cell): Found {
  const items = quotedItems(text, cell);
  if (items.length === 0) return cellField(text, 'keywords', cell);
  const words = items.map(({ from, to }) => text.slice(from, to));
  return { name: 'keywords', range: { from: cell.from, to: cell.to }, value: words.join('; ') };
}

// The number of an author in the database behind a name: ` (57197735070)`
const AUTHOR_NUMBER = /\s*\(\d{1,12}\)$/u;

function withoutNumber(text: string, { from, to }: Range): Range {
  const mark = AUTHOR_NUMBER.exec(text.slice(from, to))?.[0] ?? '';
  return { from, to: to - mark.length };
}

/** Names of columns in which Springer writes names one behind the other: `Ann LeeBo Fox`. */
const GLUING = 'Item DOI';

/** Names of columns with groups among the authors, and with groups that sign for a book. */
const GROUP = /^(?:group authors|ca)$/i;
const BOOK_GROUP = /^(?:book group authors|gp)$/i;

function authorFields(text: string, found: Table, cell: Cell, label: string): Found[] {
  const isGlued = found.headers.some(({ columns }) =>
    columns.some((each) => each.label === GLUING),
  );
  const glued = isGlued ? gluedNames(text, cell) : [];
  const divided = divideNames(text, cell, found.semicolons);
  const { others, list } = divided;
  const names = glued.length > 0 ? glued : divided.names;
  const isGroup = GROUP.test(label) || BOOK_GROUP.test(label);
  if (isGroup && names.length === 0) {
    return [{ ...cellField(text, 'author', cell), parts: {} }];
  }
  const fields =
    names.length > 0
      ? names.map((range) =>
          Object.assign(
            cellField(text, 'author', { ...withoutNumber(text, range), quoted: cell.quoted }),
            isGroup ? { parts: {} } : {},
          ),
        )
      : [cellField(text, 'authors', { ...withoutFinalStop(text, list), quoted: cell.quoted })];
  if (others !== null) fields.push({ name: 'et_al', range: others });
  return fields.filter(({ range }) => range.to > range.from);
}

// `Smith J, Doe AB.` as PubMed writes it: initials without stops, and one stop that ends the list
const LIST_WITH_STOP = /^[^.,]+ [^.,]+(?:, [^.,]+ [^.,]+)+\.$/u;

function withoutFinalStop(text: string, range: Range): Range {
  const isList = LIST_WITH_STOP.test(text.slice(range.from, range.to));
  return isList ? { from: range.from, to: range.to - 1 } : range;
}

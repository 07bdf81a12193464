import type { FieldName } from '../../model/index.ts';
import { type Line, linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  defineReader,
  isEndOfText,
} from '../seed/index.ts';

/**
 * A table of papers in the dataset viewer of Hugging Face, copied as text: for each column its name,
 * its type and what the viewer counted, then the cells, one a line, row after row.
 */
export const datasetViewer = defineReader({
  format: 'dataset-viewer',
  label: 'Hugging Face dataset viewer',
  source: 'Hugging Face dataset',
  stripsMath: false,
  signs: 'a column `Titles` with the lines `stringlengths`, `6`, `220` under it',
  opening:
    /(?:[^\n]{1,60}\r?\n\s{0,4}(?:string\s?(?:lengths|classes)|int64|float64|listlengths)\r?\n\s{0,4}[\d.,-]+[kM]?(?: (?:values?|classes))?\r?\n\s{0,4}){1,2}/y,
  read,
});

interface Column {
  label: string;
  name: FieldName;
  /** Numbers in every cell. */
  numeric: boolean;
  /** May go over several lines. */
  long: boolean;
}

// The type of a column, and how many lines of counts the viewer prints under it
const TYPES: readonly [RegExp, number][] = [
  [/^string\s?[·・]?\s?lengths$/, 2],
  [/^(?:list|sequence)s?\s?[·・]?\s?lengths$/, 2],
  [/^string\s?[·・]?\s?classes$/, 1],
  [/^bool$/, 1],
  [/^u?int(?:8|16|32|64)$/, 2],
  [/^float(?:16|32|64)$/, 2],
  [/^(?:timestamp\[[^\]]{1,30}\]|date32|date64|time64)/, 2],
  [/^(?:dict|struct|null|binary|large_string|string)$/, 0],
];

// Counts under a type: `6`, `3.26k`, `1.99k`, `-1`, `1 value`, `2 classes`, `2024-01-01 00:00:00`, `⌀`
const COUNT = /^(?:[-\d.,]+[kMB]?(?: ?(?:values?|classes))?|\d{4}-\d\d-\d\d.{0,20}|⌀|∅)$/;

const MEANINGS: readonly [RegExp, FieldName][] = [
  [/^(?:paper_?)?titles?$/i, 'title'],
  [/^(?:abstracts?|paper_?abstract|summary|summaries)$/i, 'abstract'],
  [/^(?:authors?|authors?_?names?|author_?list)$/i, 'authors'],
  [/^(?:years?|publication_?year|pub_?year)$/i, 'year'],
  [/^(?:dates?|published|published_?(?:date|at)|publication_?date|submitted|created)$/i, 'date'],
  [/^(?:updated?|update_?date|updated_?at)$/i, 'updated'],
  [/^(?:categor(?:y|ies)|primary_?category|subjects?)$/i, 'categories'],
  [/^(?:arxiv|arxiv_?ids?|id|paper_?id)$/i, 'arxiv'],
  [/^dois?$/i, 'doi'],
  [/^(?:urls?|links?|pdf_?url|paper_?url|entry_?id|abs_?url)$/i, 'url'],
  [/^(?:venues?|journals?|conferences?)$/i, 'venue'],
  [/^journal[-_ ]?ref$/i, 'journal_ref'],
  [/^comments?$/i, 'comment'],
];

// What the viewer prints under the table: `End of preview`, `Subsets and Splits`, `Previous`, `Next`
const FURNITURE =
  /^(?:End of preview\b.*|Subsets? and Splits?|Subset \(\d+\)|Split \(\d+\)|Dataset Viewer.*|Dataset Preview|Full Screen.*|Auto-converted to Parquet.*|Search this dataset|API|Embed|Duplicate|Data Studio|Viewer|Previous|Next|\.\.\.|\d{1,4}|(?:default|train|test|validation)(?: ·.*)?|SQL Console.*|View in Dataset Viewer|Expand in (?:Data Studio|Dataset Viewer).*)$/;

const NUMBER = /^-?[\d,]+(?:\.\d+)?$/;

// `2,013`, `1998`
const YEAR = /^(?:1,?[5-9]|2,?0)\d{2}$/;

function read({ text, endsFile }: SeedText): SureReading | null {
  if (!/lengths|classes/.test(text)) return null;
  const lines = linesOf(text);
  const entries: Entry[] = [];
  const chrome: Range[] = [];
  let columns: Column[] = [];
  for (let index = 0; index < lines.length;) {
    const header = headerAt(lines, index);
    if (header !== null) {
      const titled = header.columns.some(({ name }) => name === 'title');
      columns = titled ? header.columns : [];
      if (titled) for (const line of lines.slice(index, header.next)) chrome.push(line);
      index = header.next;
      continue;
    }
    const line = lines[index];
    if (line === undefined) break;
    if (columns.length === 0 || FURNITURE.test(line.value)) {
      if (FURNITURE.test(line.value)) chrome.push(line);
      index += 1;
      continue;
    }
    const row = rowAt(text, lines, index, columns);
    if (row.entry !== null && (endsFile || row.entry.truncated !== true)) entries.push(row.entry);
    // A row that does not fit its columns ends the table: what follows is not guessed at.
    else columns = [];
    index = row.next;
  }
  return { confidence: entries.length === 0 ? 0 : 0.95, entries, chrome };
}

/** The columns whose heads begin at a line; null when there are not two. */
function headerAt(
  lines: readonly Line[],
  index: number,
): { columns: Column[]; next: number } | null {
  const columns: Column[] = [];
  let at = index;
  for (;;) {
    const label = lines[at]?.value;
    const type = lines[at + 1]?.value;
    if (label === undefined || type === undefined || label.length > 80) break;
    const counts = TYPES.find(([pattern]) => pattern.test(type))?.[1];
    if (counts === undefined) break;
    let next = at + 2;
    while (next < at + 2 + counts && COUNT.test(lines[next]?.value ?? '')) next += 1;
    if (next < at + 2 + counts) break;
    const name = MEANINGS.find(([pattern]) => pattern.test(label.trim()))?.[1] ?? 'other';
    const numeric = /^u?int|^float/.test(type);
    const long = /lengths$/.test(type) && name !== 'title';
    columns.push({ label, name, numeric, long });
    at = next;
  }
  return columns.length >= 2 ? { columns, next: at } : null;
}

/** The row that begins at a line: a line for each cell, more for a long text before a column of numbers. */
function rowAt(
  text: string,
  lines: readonly Line[],
  index: number,
  columns: readonly Column[],
): { entry: Entry | null; next: number } {
  const fields: Found[] = [];
  let at = index;
  let cut = false;
  for (const [place, column] of columns.entries()) {
    const first = lines[at];
    if (first === undefined) {
      cut = true;
      break;
    }
    let last = first;
    at += 1;
    if (column.long && columns[place + 1]?.numeric === true) {
      const end = Math.min(lines.length, at + LONGEST_CELL);
      let stop = at;
      while (stop < end && !NUMBER.test(lines[stop]?.value ?? '')) stop += 1;
      if (stop < end || (stop === lines.length && stop - at <= LONGEST_CUT)) {
        last = lines[stop - 1] ?? first;
        at = stop;
      }
    }
    if (column.numeric && first.value !== 'null' && !NUMBER.test(first.value)) {
      return { entry: null, next: at };
    }
    if (
      column.name === 'year' &&
      column.numeric &&
      NUMBER.test(first.value) &&
      !YEAR.test(first.value)
    ) {
      return { entry: null, next: at };
    }
    const field = cellField(text, column, { from: first.from, to: last.to });
    if (field !== null) fields.push(field);
  }
  const from = lines[index]?.from ?? 0;
  const to = lines[at - 1]?.to ?? from;
  const titled = fields.some(({ name }) => name === 'title');
  const atEnd =
    cut || (at >= lines.length && isEndOfText(text, to) && fields.length < columns.length);
  return { entry: titled ? { from, to, fields, truncated: atEnd } : null, next: at };
}

/** How many further lines a cell may have that the copy ends in; more are text of another kind. */
const LONGEST_CUT = 3;

/** How many lines a cell may go over. */
const LONGEST_CELL = 60;

function cellField(text: string, column: Column, range: Range): Found | null {
  const value = text.slice(range.from, range.to);
  if (value === 'null') return null;
  if (column.name === 'year') {
    const year = value.replaceAll(',', '').replace(/\.0$/, '');
    return /^\d{4}$/.test(year)
      ? { name: 'year', range, value: year }
      : { name: 'other', label: column.label, range };
  }
  const isArxiv =
    /^(?:arxiv:|https?:)?.{0,40}?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i;
  if (column.name === 'other' || (column.name === 'arxiv' && !isArxiv.test(value))) {
    return { name: 'other', label: column.label, range };
  }
  // `cs.CL stat.ML` is a list of codes, `Computation and Language` is a name.
  if (column.name === 'categories' && !/^[\w.,; '"[\]-]*\b[a-z-]+\.[A-Za-z-]{2,}/.test(value)) {
    return { name: 'other', label: column.label, range };
  }
  return { name: column.name, range };
}

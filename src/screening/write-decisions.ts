import papaparse from 'papaparse';
import type { Decision } from '../model/index.ts';
import { asCell } from '../writers/index.ts';
import { columnOf, type ColumnKey, isColumnName } from './decisions.ts';
import { BEFORE_NAMES, readTable } from './table.ts';

const HEADER = 'paper,title,stage,decision,reason,note,reviewer';

/** A decision, and the paper by one name. */
export interface NamedDecision extends Omit<Decision, 'names' | 'file' | 'line'> {
  /** An identifier, or the title where there is none. */
  paper: string;
  title: string;
}

/**
 * A table of decisions with further rows behind those it has, which stay as they are written; columns that it lacks are added to
 * its first line. A new table has the columns that the README names.
 */
export function withDecisions(text: string | undefined, rows: readonly NamedDecision[]): string {
  const before = text === undefined || text.trim() === '' ? `${HEADER}\n` : text;
  const { header, delimiter } = readTable(before, isColumnName);
  const newline = /\r\n|\r|\n/.exec(before)?.[0] ?? '\n';
  const keys = header.map(columnOf);
  const cells = rows.map((row) => cellsOfDecision(row, keys.includes('title')));
  const missing = [...new Set(cells.flatMap((each) => [...each.keys()]))].filter(
    (name) => !header.includes(name) && !isThere(name, keys),
  );
  const columns = [...header, ...missing];
  const lines = cells.map((each) =>
    columns.map((name, index) => {
      const key = columnOf(name);
      const isFirst =
        key !== undefined && columns.findIndex((other) => columnOf(other) === key) === index;
      return asCell((isFirst ? each.get(key) : each.get(name)) ?? '');
    }),
  );
  const added = papaparse.unparse(lines, { delimiter, newline });
  const more = missing
    .map((name) => delimiter + papaparse.unparse([[name]], { delimiter }))
    .join('');
  const end = headerEnd(before, delimiter);
  const body = before.slice(end);
  const closed = body === '' || /[\r\n]$/.test(before) ? '' : newline;
  const head = before.slice(0, end) + more;
  return `${head}${body === '' ? newline : body}${closed}${added}${added === '' ? '' : newline}`;
}

const isThere = (name: string, keys: readonly (ColumnKey | undefined)[]) => {
  const key = columnOf(name);
  return key !== undefined && keys.includes(key);
};

/** What a row says, by the keys of known columns and the names of its own. Empty cells need no column. */
function cellsOfDecision(row: NamedDecision, hasTitle: boolean): Map<string, string> {
  const { paper, title, stage, verdict, reason, note, reviewer, more } = row;
  const known: Partial<Record<ColumnKey, string | undefined>> = {
    paper,
    // Beside an identifier the title is for people, where the table has a column for it.
    title: hasTitle ? title : undefined,
    stage,
    verdict,
    reason,
    note,
    reviewer,
  };
  const cells = new Map<string, string>();
  for (const [key, value] of [...Object.entries(known), ...Object.entries(more)])
    if (value !== undefined && value !== '') cells.set(key, value);
  return cells;
}

/** Where the first line of cells ends, which may hold a line end in quotes; what tells Excel the delimiter stands before it. */
function headerEnd(text: string, delimiter: string): number {
  let quoted = false;
  for (let at = BEFORE_NAMES.exec(text)?.[0].length ?? 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && (text[at] === '\n' || text[at] === '\r')) return at;
  }
  return delimiter === '' ? 0 : text.length;
}

import type { Range } from '../seed/index.ts';

/** One cell of a delimited table: its content without quotes and without the blanks at its ends. */
export interface Cell extends Range {
  quoted: boolean;
}

/** One row of a delimited table (RFC 4180), which may reach over several lines. */
export interface Row extends Range {
  cells: Cell[];
  /** Where the next row begins: after the line end. */
  next: number;
  /** True when the last cell's quote is never closed. */
  unclosed: boolean;
  /** True when a quote inside a quoted cell is neither doubled nor the cell's end. */
  stray: boolean;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;

function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/**
 * Reads the row that begins at `from`. A quote opens a cell only at its start and closes it only
 * before a delimiter or a line end, so that `5" disks` and `"Why?": A Study` lose nothing. With
 * `quotes` off, quotes are letters and the row is one line.
 */
export function readRow(
  text: string,
  from: number,
  end: number,
  delimiter: string,
  quotes: boolean,
): Row {
  const row: Row = { from, to: from, cells: [], next: end, unclosed: false, stray: false };
  const delimiterCode = delimiter.charCodeAt(0);
  let at = from;
  for (;;) {
    const start = skipBlanks(text, at, end);
    if (quotes && start < end && text.charCodeAt(start) === QUOTE) {
      at = readQuoted(text, start, end, delimiterCode, row);
    } else {
      while (at < end) {
        const code = text.charCodeAt(at);
        if (code === delimiterCode || isLineEnd(code)) break;
        at += 1;
      }
      row.cells.push({ ...withoutBlanks(text, start, Math.max(start, at)), quoted: false });
    }
    row.to = at;
    if (at >= end) return row;
    if (text.charCodeAt(at) !== delimiterCode) {
      const isPair = text.charCodeAt(at) === CR && at + 1 < end && text.charCodeAt(at + 1) === LF;
      row.next = at + (isPair ? 2 : 1);
      return row;
    }
    at += 1;
  }
}

/** Adds the quoted cell at `start` to the row and gives the offset after its closing quote and blanks. */
function readQuoted(
  text: string,
  start: number,
  end: number,
  delimiterCode: number,
  row: Row,
): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= end) {
      row.unclosed = true;
      row.cells.push({ ...withoutBlanks(text, start + 1, end), quoted: true });
      return end;
    }
    if (quote + 1 < end && text.charCodeAt(quote + 1) === QUOTE) {
      at = quote + 2;
      continue;
    }
    const after = skipBlanks(text, quote + 1, end);
    const code = after < end ? text.charCodeAt(after) : LF;
    if (code === delimiterCode || isLineEnd(code)) {
      row.cells.push({ ...withoutBlanks(text, start + 1, quote), quoted: true });
      return after;
    }
    row.stray = true;
    at = quote + 1;
  }
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === BLANK) at += 1;
  return at;
}

function withoutBlanks(text: string, from: number, to: number): Range {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  return { from: start, to: Math.max(start, from + raw.trimEnd().length) };
}

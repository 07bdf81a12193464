import type { Range } from './reader.ts';

/** One line that is not blank, without the white space at its ends. */
export interface Line extends Range {
  value: string;
  /** True at the start of the text and after a blank line. */
  afterBlank: boolean;
}

// `one line` of `one line\r\nanother`
const LINE = /[^\r\n]+/g;

/** The lines of a range that are not blank, in order. Line ends are LF, CRLF or CR. */
export function linesOf(text: string, range: Range = { from: 0, to: text.length }): Line[] {
  const lines: Line[] = [];
  const scope = text.slice(range.from, range.to);
  let previousEnd = 0;
  let afterBlank = true;
  for (const match of scope.matchAll(LINE)) {
    const raw = match[0];
    const between = scope.slice(previousEnd, match.index);
    previousEnd = match.index + raw.length;
    if (between !== '\n' && between !== '\r\n' && between !== '\r') afterBlank = true;
    const value = raw.trim();
    if (value === '') {
      afterBlank = true;
      continue;
    }
    const from = range.from + match.index + (raw.length - raw.trimStart().length);
    lines.push({ from, to: from + value.length, value, afterBlank });
    afterBlank = false;
  }
  return lines;
}

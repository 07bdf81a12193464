import { gaps, type Range } from '../seed/index.ts';

/** One line that is not blank, without the white space at its ends. */
export interface Line extends Range {
  value: string;
  /** True at the start of the text and after a blank line. */
  afterBlank: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

/** The lines of the text that was asked about last: every reader in turn asks for the lines of one text. */
let latest: { text: string; lines: Line[] } = { text: '', lines: [] };

/** The lines of a range that are not blank, in order. Line ends are LF, CRLF or CR. */
export function linesOf(text: string, range: Range = { from: 0, to: text.length }): Line[] {
  if (range.from > 0 || range.to < text.length) return linesWithin(text, range);
  if (latest.text !== text) latest = { text, lines: linesWithin(text, range) };
  return [...latest.lines];
}

/** The lines of what lies between ranges and around them; the ranges in file order. */
export function linesBetween(text: string, ranges: readonly Range[]): Line[] {
  return gaps({ from: 0, to: text.length }, ranges).flatMap((gap) => linesOf(text, gap));
}

function linesWithin(text: string, range: Range): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (let at = range.from; at < range.to;) {
    let end = at;
    while (end < range.to && !isLineEnd(text.charCodeAt(end))) end += 1;
    const raw = text.slice(at, end);
    const value = raw.trim();
    if (value === '') afterBlank = true;
    else {
      const from = at + (raw.length - raw.trimStart().length);
      lines.push({ from, to: from + value.length, value, afterBlank });
      afterBlank = false;
    }
    const isPair = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF;
    at = end + (isPair ? 2 : 1);
  }
  return lines;
}

function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}

import { linesOf, type Line } from './lines.ts';
import type { Range } from '../seed/index.ts';

/** One block of a Markdown document, as far as lists of papers need them told apart. */
export interface Block extends Range {
  /** `html` is a line that holds tags and a heading at most, `code` a fenced block. */
  kind: 'heading' | 'item' | 'paragraph' | 'header-row' | 'row' | 'html' | 'code';
  /** Columns of blanks before it. */
  indent: number;
  /** Where its text begins: after `#`, bullet or number. */
  content: number;
}

// `## `
const HEADING = /^#{1,6}\s+/;

// `- `, `* `, `12. `, `3) `, `[4] `
const BULLET = /^(?:[-*+•‣◦]|\d{1,4}[.)]|\[\d{1,4}\](?!\())\s+(?=\S)/;

const FENCE = /^(?:`{3,}|~{3,})/;

// A tag at the start of a line, or a comment
const TAG_START = /^<(?:[a-zA-Z/!])/;

// The start of an abstract that is folded: `<details><summary>Abstract</summary>`
const DETAILS = /^<details\b/i;

// `[1]: https://a.example`, `---`
const NO_TEXT = /^(?:\[[^\]]{1,200}\]:\s|[-*_=]{3,}$)/;

const TAB_WIDTH = 4;

/** The blocks of a document in order. Blank lines belong to none. */
export function blocksOf(text: string, range: Range): Block[] {
  const lines = linesOf(text, range);
  const blocks: Block[] = [];
  const fences = fencesOf(lines);
  let open: Block | null = null;
  let inTable = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const fenceEnd = fences.get(index);
    if (fenceEnd !== undefined) {
      const last = lines[fenceEnd] ?? line;
      blocks.push({ kind: 'code', from: line.from, to: last.to, indent: 0, content: line.from });
      index = fenceEnd;
      open = null;
      continue;
    }
    const indent = indentOf(text, line, range.from);
    const next = lines[index + 1];
    const bullet = BULLET.exec(line.value.slice(0, 12));
    const heading = HEADING.exec(line.value.slice(0, 12));
    const add = (kind: Block['kind'], mark = 0): Block => {
      const block = { kind, from: line.from, to: line.to, indent, content: line.from + mark };
      blocks.push(block);
      return block;
    };

    inTable &&= !line.afterBlank && line.value.includes('|');
    if (inTable) {
      add('row');
      continue;
    }
    if (
      next !== undefined &&
      !next.afterBlank &&
      isDelimiterRow(next.value) &&
      line.value.includes('|')
    ) {
      add('header-row').to = next.to;
      index += 1;
      inTable = true;
      open = null;
      continue;
    }
    if (heading !== null) {
      open = null;
      add('heading', heading[0].length);
    } else if (NO_TEXT.test(line.value.slice(0, 210))) {
      open = null;
      add('html');
    } else if (bullet !== null) open = add('item', bullet[0].length);
    else if (open !== null && goesOn(open, line, indent)) open.to = line.to;
    else if (TAG_START.test(line.value)) {
      open = null;
      add('html');
    } else open = add('paragraph');
  }
  return blocks;
}

/** True when a line without a bullet belongs to the block before it. */
function goesOn(open: Block, line: Line, indent: number): boolean {
  if (DETAILS.test(line.value.slice(0, 10))) return true;
  if (open.kind === 'item' && indent > open.indent) return true;
  return (
    !line.afterBlank &&
    !/^<(?:\/?(?:details|p|div|ul|li|h\d|table|center)\b|!)/i.test(line.value.slice(0, 10))
  );
}

/** Which line opens a fenced block, and which one closes it. A fence without an end is a line of its own. */
function fencesOf(lines: readonly Line[]): Map<number, number> {
  const fences = new Map<number, number>();
  let start: number | null = null;
  lines.forEach((line, index) => {
    if (!FENCE.test(line.value.slice(0, 4))) return;
    if (start === null) start = index;
    else {
      fences.set(start, index);
      start = null;
    }
  });
  if (start !== null) fences.set(start, start);
  return fences;
}

/** `|---|:--:|`, `--- | ---` */
function isDelimiterRow(value: string): boolean {
  return value.includes('-') && value.includes('|') && /^[-:|\s]+$/.test(value);
}

function indentOf(text: string, line: Range, start: number): number {
  let indent = 0;
  for (let at = line.from - 1; at >= start; at -= 1) {
    const character = text.charAt(at);
    if (character === ' ') indent += 1;
    else if (character === '\t') indent += TAB_WIDTH;
    else break;
  }
  return indent;
}

/** The cells of a table's row, without the blanks around them. A `\|` divides nothing. */
export function cellsOf(text: string, row: Range): Range[] {
  const cells: Range[] = [];
  let from = row.from;
  const close = (to: number) => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(text.charAt(start))) start += 1;
    while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
    cells.push({ from: start, to: end });
  };
  for (let at = row.from; at < row.to; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '|') {
      if (at > row.from) close(at);
      from = at + 1;
    }
  }
  if (from < row.to) close(row.to);
  return cells;
}

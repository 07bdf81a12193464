import { endsSentence } from './prose.ts';
import { isEndOfText, type Range, trimmed } from '../seed/index.ts';

/** One field of a format that begins each field with a tag in the first column: RIS, MEDLINE, Web of Science. */
export interface Tagged {
  tag: string;
  /** Where the line with the tag begins. */
  from: number;
  /** The value without white space at its ends, lines it goes on over included; empty where there is none. */
  range: Range;
  /** The value line by line. */
  lines: Range[];
  /** The same with the white space at the ends of lines. */
  whole: Range[];
}

// `one line` of `one line\r\nanother`
const LINE = /[^\r\n]+/g;

/**
 * The fields of a stretch of text in order. A line without a tag goes on with the field above it, blank
 * lines between or not.
 *
 * @param tagged matches a tag and what stands between it and the value at the start of a line; its first group is the tag.
 */
export function taggedFields(text: string, block: Range, tagged: RegExp): Tagged[] {
  const fields: Tagged[] = [];
  for (const match of text.slice(block.from, block.to).matchAll(LINE)) {
    const from = block.from + match.index;
    const found = tagged.exec(match[0]);
    const line = {
      from: from + (found === null ? 0 : found[0].length),
      to: from + match[0].length,
    };
    const value = trimmed(text, line);
    const last = fields.at(-1);
    if (found !== null) {
      const lines = value.to > value.from ? [value] : [];
      fields.push({ tag: found[1] ?? '', from, range: value, lines, whole: [line] });
    } else if (last !== undefined && value.to > value.from) {
      last.range = { from: last.lines.length === 0 ? value.from : last.range.from, to: value.to };
      last.lines.push(value);
      last.whole.push(line);
    }
  }
  return fields;
}

/**
 * True when the copy ends inside the abstract of a block: its last field, in the middle of a sentence.
 *
 * @param abstracts the tags of abstracts.
 */
export function breaksOff(
  text: string,
  block: Range,
  tagged: readonly Tagged[],
  abstracts: readonly string[],
): boolean {
  const last = tagged.at(-1);
  return (
    last !== undefined &&
    abstracts.includes(last.tag) &&
    isEndOfText(text, block.to) &&
    !endsSentence(text.slice(last.range.from, last.range.to))
  );
}

/** The records that begin at these places, each up to the next. */
export function recordsAt(text: string, starts: readonly number[]): Range[] {
  return starts.map((from, index) => trimmed(text, { from, to: starts[index + 1] ?? text.length }));
}

/**
 * Records from the line that begins one to the line that ends it or to the next beginning, and each line
 * that ends none.
 *
 * @param frame matches such lines (flags `g` and `m`); its first group only those that begin a record.
 * @param lastEnd where a last record ends that lacks its end and begins at an offset.
 */
export function framedRecords(
  text: string,
  frame: RegExp,
  lastEnd: (from: number) => number = () => text.length,
): { records: Range[]; ends: Range[] } {
  const frames = [...text.matchAll(frame)].map((match) => ({
    begins: match[1] !== undefined,
    ...trimmed(text, { from: match.index, to: match.index + match[0].length }),
  }));
  const records: Range[] = [];
  const ends: Range[] = [];
  frames.forEach(({ begins, from, to }, index) => {
    const next = frames[index + 1];
    const end = next === undefined ? lastEnd(from) : next.begins ? next.from : next.to;
    if (begins) records.push(trimmed(text, { from, to: end }));
    else if (from >= (records.at(-1)?.to ?? 0)) ends.push({ from, to });
  });
  return { records, ends };
}

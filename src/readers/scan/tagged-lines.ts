import type { RawRecord } from '../../model/index.ts';
import { type Found, fieldOf, furniture } from '../fields/index.ts';
import { endsSentence } from './prose.ts';
import { isEndOfText, type Range, trimmed, type SeedText } from '../seed/index.ts';

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
 * The record of a block: its fields, the rest of it as furniture, and whether the copy ends inside.
 *
 * @param abstract where the abstract stands when it is the last field of the block, else null
 */
export function taggedRecord(
  text: SeedText,
  block: Range,
  found: readonly Found[],
  abstract: Range | null,
): RawRecord {
  return {
    span: text.span(block.from, block.to),
    fields: found.map((field) => fieldOf(text, field)),
    chrome: furniture(
      text,
      block,
      found.map(({ range }) => range),
    ),
    truncated:
      abstract !== null &&
      isEndOfText(text.text, block.to) &&
      !endsSentence(text.text.slice(abstract.from, abstract.to)),
  };
}

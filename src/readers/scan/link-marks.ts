import type { Line } from './lines.ts';
import { trimmed, type Range } from '../seed/index.ts';

/** A line without the marks of a link around it. */
export interface UnmarkedLine extends Line {
  /** Where the link leads, in Markdown with addresses: `https://huggingface.co/papers/2401.00001`. */
  target: Range | null;
  /** True when marks of a link were taken off. */
  linked: boolean;
  /** The line with its marks. */
  outer: Range;
}

// A line that is nothing but a mark: `[`, `][33]`
const LONE_MARK = /^(?:\[|\]\[\d{1,6}\])$/;

// The end of a link: `][32]` of a text browser, `](https://example.org/a)` of Markdown
const LINK_END = /\s*\](?:\[\d{1,6}\]|\(([^()\s]{1,2000})\))$/;

// The start of a linked heading or list item: `### [`, `* [ `
const LINK_START = /^(?:#{1,6} )?(?:[*-] ){0,2}\[\s?/;

// The same of a heading whose link ends on a later line: `### [`
const HEADING_LINK_START = /^#{1,6} \[\s?/;

// The mark of a heading or list item without a link: `# `, `* `
const ITEM_START = /^(?:#{1,6} |(?:\* ){1,3})(?=\S)/;

/**
 * Takes the marks of links, headings and list items off lines, as text browsers and Markdown print
 * them: `### [MURMUR: An Efficient System][32]` becomes `MURMUR: An Efficient System`. A title such
 * as `[Re] A Replication` has no link's end and stays.
 */
export function withoutLinkMarks(
  text: string,
  lines: readonly Line[],
): {
  lines: UnmarkedLine[];
  marks: Range[];
} {
  const marks: Range[] = [];
  const unmarked: UnmarkedLine[] = [];
  let afterBlank = false;
  let linkOpen = false;
  for (const line of lines) {
    afterBlank ||= line.afterBlank;
    if (LONE_MARK.test(line.value)) {
      marks.push({ from: line.from, to: line.to });
      continue;
    }
    const head = line.value.slice(0, 20);
    // `as in [12][13]` ends like a link, but none begins with the line.
    const mayEnd: boolean = linkOpen || LINK_START.test(head);
    const end: RegExpExecArray | null = mayEnd ? LINK_END.exec(line.value.slice(-2100)) : null;
    const opening = HEADING_LINK_START.exec(head);
    linkOpen = end === null && (opening !== null || (linkOpen && !line.afterBlank));
    const start = end === null ? (opening ?? ITEM_START.exec(head)) : LINK_START.exec(head);
    const inner = {
      from: line.from + (start?.[0].length ?? 0),
      to: line.to - (end?.[0].length ?? 0),
    };
    const { from, to } = trimmed(
      text,
      inner.from < inner.to ? inner : { from: inner.to, to: inner.to },
    );
    if (from > line.from) marks.push({ from: line.from, to: from });
    const href = end?.[1];
    // `](` before the address, `)` after it.
    const target = href === undefined ? null : { from: line.to - 1 - href.length, to: line.to - 1 };
    if (to < line.to) marks.push({ from: to, to: line.to });
    if (from < to) {
      const value = line.value.slice(from - line.from, to - line.from);
      unmarked.push({
        from,
        to,
        value,
        afterBlank,
        target,
        linked: end !== null,
        outer: { from: line.from, to: line.to },
      });
      afterBlank = false;
    }
  }
  return { lines: unmarked, marks };
}

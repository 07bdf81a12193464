import type { FieldName, Message, PageFacts, RawField, RawRecord } from '../../model/index.ts';
import type { Range } from './range.ts';
import type { SeedText } from './seed-text.ts';

/**
 * A stretch of a seed as `split` sees it: one paper's block, the site's furniture, white space, not understood, or
 * what is never published, such as the settings of somebody's library.
 */
export interface Segment extends Range {
  kind: 'record' | 'chrome' | 'separator' | 'unparsed' | 'private';
}

/** What `split` found: segments in file order that tile the text, and what the page says about itself. */
export interface Splitting {
  segments: Segment[];
  facts: PageFacts;
  messages: Message[];
}

/** One seed format. Pure: the same text gives the same answer. */
export interface Reader {
  /** Permanent name: `hugging-face-papers`. */
  format: string;
  /** What a person calls it: `Hugging Face papers page`. */
  label: string;
  /** Whom its observations quote: `Hugging Face`. */
  source: string;
  /** True when the site strips `$` and `\` from math. */
  stripsMath: boolean;
  /** One line on what the format is known by, for the message about an unknown text. */
  signs: string;
  /**
   * Where a listing of the format begins behind other text, as `@article{key,` does: tried at the
   * first character of each line (flag `y`), and so sharp that no other format has it. A format
   * without it is found only where the readers before it leave text over.
   */
  opening?: RegExp;
  /** How sure the reader is that the text is of its format, 0 to 1; from 0.5 on it wants the text. */
  detect(text: SeedText): number;
  split(text: SeedText): Splitting;
  /** The fields of one `record` segment; null, with a message, when there is no paper in it after all. */
  parse(text: SeedText, block: Segment): { record: RawRecord | null; messages: Message[] };
}

/** The raw field that stands at a range of the text. */
export function rawField(text: SeedText, name: FieldName, range: Range): RawField {
  return {
    name,
    value: text.text.slice(range.from, range.to),
    span: text.span(range.from, range.to),
  };
}

/**
 * Completes a list of segments so that it tiles the text: what no segment claims is a separator
 * when it is white space, else unparsed.
 */
export function tile(text: string, claimed: readonly Segment[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const fill = (to: number) => {
    if (to <= at) return;
    const gap = text.slice(at, to);
    const content = trimmed(text, { from: at, to });
    if (gap.trim() === '') {
      segments.push({ kind: 'separator', from: at, to });
      return;
    }
    if (at < content.from) segments.push({ kind: 'separator', from: at, to: content.from });
    segments.push({ kind: 'unparsed', ...content });
    if (content.to < to) segments.push({ kind: 'separator', from: content.to, to });
  };
  for (const segment of claimed) {
    if (segment.to <= segment.from) continue;
    fill(segment.from);
    segments.push(segment);
    at = segment.to;
  }
  fill(text.length);
  return segments;
}

/** A range without the white space at its ends. */
export function trimmed(text: string, range: Range): Range {
  const raw = text.slice(range.from, range.to);
  const from = range.from + (raw.length - raw.trimStart().length);
  return { from, to: Math.max(from, range.from + raw.trimEnd().length) };
}

/** True when only white space follows. Costs the length of that white space, not of the rest. */
export function isEndOfText(text: string, offset: number): boolean {
  const run = /\s*/uy;
  run.lastIndex = offset;
  run.test(text);
  return run.lastIndex === text.length;
}

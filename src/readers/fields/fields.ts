import type { FieldName, RawField, Span } from '../../model/index.ts';
import { type Range, rawField, trimmed, type SeedText } from '../seed/index.ts';

/** A field found in a record of a standard format, before its place is counted in bytes. */
export interface Found {
  name: FieldName;
  /** Where the value stands, without quotes, braces or label. */
  range: Range;
  /** The value the text at `range` stands for, where that is not the text itself. */
  value?: string;
  /** The format's own name of the field: `keywords`, `AN`. */
  label?: string;
  /** The name in parts, where the format gives them. */
  parts?: RawField['parts'];
}

/** The raw field for what was found; `decoded` where the value is not the text at its place. */
export function fieldOf(text: SeedText, { name, range, value, label, parts }: Found): RawField {
  const field = rawField(text, name, range);
  if (label !== undefined) field.label = label;
  if (parts !== undefined) field.parts = parts;
  if (value === undefined || value === field.value) return field;
  return { ...field, value, decoded: true };
}

/**
 * The furniture of a record: all that is neither a field nor white space, such as labels, quotes and tags.
 *
 * @param fields in file order, not overlapping.
 * @param unknown stretches that are not understood and so remain unparsed, in file order.
 */
export function furniture(
  text: SeedText,
  block: Range,
  fields: readonly Range[],
  unknown: readonly Range[] = [],
): Span[] {
  const taken = unknown.length === 0 ? fields : [...fields, ...unknown].sort(byPlace);
  const spans: Span[] = [];
  let at = block.from;
  const claim = (to: number) => {
    if (to <= at) return;
    const { from, to: end } = trimmed(text.text, { from: at, to });
    if (end > from) spans.push(text.span(from, end));
  };
  for (const range of taken) {
    claim(range.from);
    at = Math.max(at, range.to);
  }
  claim(block.to);
  return spans;
}

/** Sorts ranges by where they begin. */
export function byPlace(a: Range, b: Range): number {
  return a.from - b.from;
}

// `/home/ada/p.pdf`, `C:\Papers\p.pdf`, `file:///Users/ada/p.pdf`, `:Users/ada/p.pdf:PDF`, `~/p.pdf`
const LOCAL_PATH =
  /^(?:file:|internal-pdf:|attachments:|zotero:\/\/|~\/|[:/]*(?:home|users|volumes|mnt|media|var|tmp|private)\/|:?[a-z](?:\$\\)?:?\\|\\\\)/i;

/** True for a place on somebody's own computer, which is never published. */
export function isLocalPath(value: string): boolean {
  return LOCAL_PATH.test(value);
}

/** Work done once for each text, however often it is asked for: what a whole file says about each of its records. */
export function oncePerText<T>(work: (text: SeedText) => T): (text: SeedText) => T {
  const done = new WeakMap<SeedText, T>();
  return (text) => {
    const known = done.get(text);
    if (known !== undefined) return known;
    const found = work(text);
    done.set(text, found);
    return found;
  };
}

/** A half-open range of UTF-16 offsets into the decoded text. Bytes are called a `Span`. */
export interface Range {
  from: number;
  to: number;
}

/** Sorts ranges by where they begin. */
export function byPlace(a: Range, b: Range): number {
  return a.from - b.from;
}

/** A range without the white space at its ends. */
export function trimmed(text: string, range: Range): Range {
  const raw = text.slice(range.from, range.to);
  const from = range.from + (raw.length - raw.trimStart().length);
  return { from, to: Math.max(from, range.from + raw.trimEnd().length) };
}

/** From the start of the first range to the end of the last; null for none. */
export function cover(ranges: readonly Range[]): Range | null {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

/** What of a range no other range takes, the empty gaps left out; `taken` in file order. */
export function gaps(range: Range, taken: readonly Range[]): Range[] {
  const found: Range[] = [];
  let at = range.from;
  for (const { from, to } of [...taken, { from: range.to, to: range.to }]) {
    const end = Math.min(from, range.to);
    if (end > at) found.push({ from: at, to: end });
    at = Math.max(at, to);
  }
  return found;
}

/** True when only white space follows. Costs the length of that white space, not of the rest. */
export function isEndOfText(text: string, offset: number): boolean {
  const run = /\s*/uy;
  run.lastIndex = offset;
  run.test(text);
  return run.lastIndex === text.length;
}

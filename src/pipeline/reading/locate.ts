import type { FromSeed, Lines, LocatedRecord, Span } from '../../model/index.ts';

/** Gives the provenance of a stretch of a record's seed. */
export type Locate = (record: LocatedRecord, span: Span) => FromSeed;

const newline = 0x0a;

/** A `Locate` for one seed; lines are counted as `\n` ends them. */
export function locator(bytes: Uint8Array): Locate {
  const starts = [0];
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1))
    starts.push(at + 1);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return ({ key, seed }, span) => {
    const lines: Lines = [lineOf(span.start), lineOf(Math.max(span.start, span.end - 1))];
    return { kind: 'seed', seed, record: key, span, lines };
  };
}

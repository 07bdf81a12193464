import { getSeedBytes } from '../loaders/index.ts';
import type { Lines, Span } from '../model/index.ts';

/** A seed as lines. */
export interface SeedText {
  bytes: Uint8Array;
  /** Offset of the first byte of each line. */
  starts: readonly number[];
}

const LINE_FEED = 10;
const known = new Map<string, Promise<SeedText>>();

/** A seed with its lines found, read once for a process. */
export function seedText(path: string): Promise<SeedText> {
  let text = known.get(path);
  if (!text) {
    text = getSeedBytes(path).then(linesOf);
    known.set(path, text);
  }
  return text;
}

function linesOf(bytes: Uint8Array): SeedText {
  const starts = [0];
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (at + 1 < bytes.length) starts.push(at + 1);
  }
  return { bytes, starts };
}

/** Number of the line, counted from 1, that holds a byte. */
function lineAt({ starts }: SeedText, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** First and last line of a span; an empty span stands on one line. */
export function linesOfSpan(text: SeedText, { start, end }: Span): Lines {
  return [lineAt(text, start), lineAt(text, Math.max(start, end - 1))];
}

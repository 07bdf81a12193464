import { readers } from './formats/index.ts';
import type { Reader, SeedText } from './seed/index.ts';

/** Confidence from which a reader wants a text. */
export const CONFIDENT = 0.5;

/** Lead over the next reader below which two readers count as equally sure. */
const CLEAR_LEAD = 0.05;

export interface Detection {
  /** The one reader that knows the text; null when none does, or when two are equally sure. */
  reader: Reader | null;
  /** Of the surest reader, 0 to 1. */
  confidence: number;
  /** Every reader's answer, surest first. */
  tried: { format: string; confidence: number }[];
}

/**
 * Asks every reader and lets exactly one win; a tie or low confidence is nobody's text. Readers that infer are asked in
 * their order where no other wants the text, until one does.
 */
export function detectReader(text: SeedText, among: readonly Reader[] = readers): Detection {
  const answers = among
    .filter(({ infers }) => !infers)
    .map((reader) => ({ reader, confidence: reader.detect(text) }));
  for (const reader of among.filter(({ infers }) => infers)) {
    if (answers.some(({ confidence }) => confidence >= CONFIDENT)) break;
    answers.push({ reader, confidence: reader.detect(text) });
  }
  answers.sort((a, b) => b.confidence - a.confidence || compare(a.reader.format, b.reader.format));
  const [first, second] = answers;
  const confidence = first?.confidence ?? 0;
  const clear = confidence >= CONFIDENT && confidence - (second?.confidence ?? 0) >= CLEAR_LEAD;
  return {
    reader: clear && first !== undefined ? first.reader : null,
    confidence,
    tried: answers.map((answer) => ({
      format: answer.reader.format,
      confidence: answer.confidence,
    })),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

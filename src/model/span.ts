/** A half-open range of bytes in one seed file: `start` is the first byte, `end` the one after the last. */
export interface Span {
  start: number;
  end: number;
}

/** First and last line (1-based, both included) that a span touches. */
export type Lines = readonly [first: number, last: number];

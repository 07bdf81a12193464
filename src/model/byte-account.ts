import type { FieldName } from './field-name.ts';
import type { Span } from './span.ts';

/** What became of a stretch of a seed. */
export type PartKind = 'field' | 'chrome' | 'separator' | 'unparsed';

/** One stretch of a seed with one fate. The parts of an account tile the file. */
export interface Part {
  kind: PartKind;
  span: Span;
  /** With `field`: which one. */
  field?: FieldName;
  /** `key` of the record it belongs to, where it does. */
  record?: string;
}

/** Bytes by fate; the four add up to the size of the file. */
export interface ByteTotals {
  field: number;
  chrome: number;
  separator: number;
  unparsed: number;
}

/** The account of every byte of a seed. */
export interface ByteAccount {
  parts: Part[];
  totals: ByteTotals;
}

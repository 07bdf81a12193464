import type { FieldName } from './field-name.ts';
import type { Span } from './span.ts';

/**
 * What became of a stretch of a seed. A field is its value and, in formats that label their fields, the label and the
 * marks around the value (`title = {`, `},`; the frame of an entry, `@` and braces, goes with its type): they say what
 * the value is. Chrome is what says nothing of a paper: navigation, buttons, envelopes.
 */
export type PartKind = 'field' | 'chrome' | 'separator' | 'unparsed';

/** One stretch of a seed with one fate. The parts of an account tile the file. */
export interface Part {
  kind: PartKind;
  span: Span;
  /** With `field`: which one. */
  field?: FieldName;
  /** With `field`: true for the label and marks, absent for the value itself. */
  notation?: true;
  /** `key` of the record it belongs to, where it does. */
  record?: string;
  /** True when it is not published. */
  withheld?: true;
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

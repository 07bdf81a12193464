import type { Fields, FromCorrection, Identifier, TextValue } from '../../model/index.ts';
import { compareText } from '../lists.ts';

/**
 * How an amendment counts among others of the same field, the weightiest first. A yielding one also counts after what a
 * seed states.
 */
const weights = ['overriding', 'ordinary', 'yielding'] as const;
export type Weight = (typeof weights)[number];

/** What one correction says, ready to be laid over a record. */
export interface Amendment {
  /** `corrections/hugging-face.yaml:12` */
  id: string;
  from: FromCorrection;
  /** The permalink it names its paper by, if it does. */
  permalink: string | undefined;
  weight: Weight;
  fields: Partial<Fields>;
  identifiers: Identifier[];
  otherTitles: TextValue[];
}

/** The order in which amendments count: by weight, then by file and line. */
export function compareAmendments(a: Amendment, b: Amendment): number {
  return (
    weights.indexOf(a.weight) - weights.indexOf(b.weight) ||
    compareText(a.from.file, b.from.file) ||
    a.from.line - b.from.line
  );
}

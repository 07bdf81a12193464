/** How a number stands to what it speaks of: it rose or fell by so much, is a factor, was reached, or was counted. */
export type ClaimKind = 'gain' | 'reduction' | 'ratio' | 'level' | 'count';

/** A number that an abstract gives as what its paper found, with the sentence that says so. Words are as written. */
export interface Claim {
  /** A stretch of the abstract, verbatim. */
  sentence: string;
  /** The number as written, marks of TeX aside: `16%`, `2.3×`, `5 to 9 percent`. */
  value: string;
  /** As a number; of a range the lower end. */
  value_norm: number;
  /** The upper end of a range. */
  value_high: number | null;
  /** `%`, `x`, `points`, `$` or as written; null for a bare number. */
  unit: string | null;
  kind: ClaimKind;
  /** Whether the measure rose or fell, null where the sentence does not say. */
  direction: 'up' | 'down' | null;
  /** What has it: a method, a group. */
  subject: string | null;
  /** What was measured. */
  measure: string | null;
  /** What it is compared with. */
  baseline: string | null;
  /** Data set, task, group, place or condition. */
  on: string | null;
  /** `up to`, `about`, `at least`. */
  qualifier: string | null;
}

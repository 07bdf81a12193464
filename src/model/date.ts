import { z } from 'zod';

/** A calendar date as precise as it is known: `2025`, `2025-07` or `2025-07-23` (ISO 8601). */
export const isoDateSchema = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'a date such as 2025, 2025-07 or 2025-07-23',
  );

export type IsoDate = z.infer<typeof isoDateSchema>;

/** A date with the one part that may be a guess. */
export interface WorkDate {
  iso: IsoDate;
  /** True when the text gave no year and the reader worked it out from the rest of the page. */
  yearInferred: boolean;
}

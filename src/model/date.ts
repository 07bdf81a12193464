import { z } from 'zod';

/** Months in English, as most seeds have them whatever the survey's language. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Pattern of the short names of months: `Jan`. No groups. */
export const SHORT_MONTH = `(?:${MONTHS.map((month) => month.slice(0, 3)).join('|')})`;

/** The number of the month that a word begins as, 9 for `Sept.`; 0 for another word. */
export function monthOf(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return start.length < 3
    ? 0
    : MONTHS.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/** A calendar date as precise as it is known: `2025`, `2025-07` or `2025-07-23` (ISO 8601). */
export const isoDateSchema = z
  .string()
  .refine(isInCalendar, 'a date such as 2025, 2025-07 or 2025-07-23');

/** Whether a date is in the calendar: 2026-13 and 2026-02-30 are not. */
export function isInCalendar(date: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return false;
  const time = new Date(date);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

export type IsoDate = z.infer<typeof isoDateSchema>;

/** A date with the one part that may be a guess. */
export interface WorkDate {
  iso: IsoDate;
  /** True when the text gave no year and the reader worked it out from the rest of the page. */
  yearInferred: boolean;
}

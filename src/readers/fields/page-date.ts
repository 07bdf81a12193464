import { SHORT_MONTH, monthOf, type PageFacts } from '../../model/index.ts';

/** Pattern of the short dates that web pages print: `May 12` or `Nov 12, 2025`. No groups. */
export const SHORT_DATE = String.raw`${SHORT_MONTH}t?\.? \d{1,2}(?:, ?\d{4})?(?!\d)`;

// `Jun`, `15`, `2026` of `Jun 15, 2026`
const DATE_PARTS = /^(\p{L}{3,4})\.? (\d{1,2})(?:, ?(\d{4}))?$/u;

/** The parts of a short date; undefined for `Jun 31` and other days that no year has. */
export function pageDate(value: string): PageFacts['date'] {
  const [, name = '', dayText = '', yearText] = DATE_PARTS.exec(value) ?? [];
  const month = monthOf(name);
  const day = Number(dayText);
  // 2000 had a 29 February.
  if (month === 0 || day < 1 || day > new Date(Date.UTC(2000, month, 0)).getUTCDate())
    return undefined;
  return yearText === undefined ? { month, day } : { month, day, year: Number(yearText) };
}

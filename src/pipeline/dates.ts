/** The parts of a date a source prints. A day comes with a month. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2025`, `2025-07`, `2025-07-23`, `2025/7/3`, `2025-07-23T18:03:11Z` */
const numeric = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{2}:.*)?$/;
/** `May 12, 2022`, `Sept. 3`, `May 2022`, `May 12th 2022` */
const monthFirst = /^([A-Za-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?:,?\s+(\d{4}))?$/;
/** `12 May 2022`, `3 Sept.`, `Tue, 12 May 2022` */
const dayFirst =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?(?:,?\s+(\d{4}))?$/;

/** The date in a printed value, or undefined when it is none that can be read in one way only. */
export function readDate(printed: string): DateParts | undefined {
  const text = printed.trim();
  let match = numeric.exec(text);
  if (match !== null) return valid(match[1], match[2], match[3]);
  match = monthFirst.exec(text);
  if (match !== null) return valid(match[3], monthNumber(match[1]), match[2]);
  match = dayFirst.exec(text);
  if (match !== null) return valid(match[3], monthNumber(match[2]), match[1]);
  return undefined;
}

/** `Sept` -> `9`; undefined for no month. */
function monthNumber(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const lower = name.toLowerCase();
  const index = monthNames.findIndex((month) => month.startsWith(lower));
  return index < 0 ? 'none' : String(index + 1);
}

function valid(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): DateParts | undefined {
  const parts: DateParts = {};
  if (yearText !== undefined) parts.year = Number(yearText);
  if (monthText !== undefined) {
    const month = Number(monthText);
    const longest = longestMonths[month - 1];
    if (longest === undefined) return undefined;
    parts.month = month;
    if (dayText !== undefined) {
      const day = Number(dayText);
      if (day < 1 || day > longest) return undefined;
      parts.day = day;
    }
  }
  return parts.year === undefined && parts.month === undefined ? undefined : parts;
}

/** ISO 8601 as precise as the parts are: `2025-07`. */
export function isoDate(parts: DateParts & { year: number }): string {
  const year = String(parts.year).padStart(4, '0');
  if (parts.month === undefined) return year;
  const month = `${year}-${String(parts.month).padStart(2, '0')}`;
  return parts.day === undefined ? month : `${month}-${String(parts.day).padStart(2, '0')}`;
}

/** A year and how it is known, in words for the reader. */
export interface InferredYear {
  year: number;
  rule: string;
}

/** What a page tells about the year it was seen in. */
export interface VisitClues {
  /** The page's own date. */
  page?: { month: number; day: number; year?: number };
  /** Every year printed with a paper. */
  printedYears: readonly number[];
  /** Years of the arXiv identifiers on the page: `2025` for `2507.17249`. */
  identifierYears: readonly number[];
}

/**
 * The year a listing was seen in, when the page tells. Sites leave out the year only for the year of the visit, so a
 * site that prints 2025 was seen after 2025.
 */
export function visitYear({
  page,
  printedYears,
  identifierYears,
}: VisitClues): InferredYear | undefined {
  if (page?.year !== undefined) {
    return { year: page.year, rule: `year of the page's own date, ${page.year}` };
  }
  if (printedYears.length === 0) return undefined;
  const latest = printedYears.reduce((a, b) => Math.max(a, b));
  const newest = identifierYears.reduce((a, b) => Math.max(a, b), 0);
  if (newest > latest + 1) {
    return {
      year: newest,
      rule: `the page leaves out the year only for the year it was seen in; its newest arXiv identifier is of ${newest}`,
    };
  }
  return {
    year: latest + 1,
    rule: `the page leaves out the year only for the year it was seen in; the latest it prints is ${latest}`,
  };
}

/** The day of a page may be one behind a paper's: the two are counted in different time zones. */
const zoneSlack = 1;

/** True when a date without a year lies after the page's own date, so that it cannot be of the year of the visit. */
export function liesAfterVisit(date: DateParts, page: VisitClues['page']): boolean {
  if (page === undefined || date.month === undefined) return false;
  const days = (month: number, day: number) => month * 31 + day;
  return days(date.month, date.day ?? 1) > days(page.month, page.day) + zoneSlack;
}

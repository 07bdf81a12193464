import { MONTHS } from '../../model/index.ts';

/** The parts of a date a source prints. A day comes with a month. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2025`, `2025-07`, `2025-07-23`, `2025/7/3`, `2025-07-23T18:03:11Z`; `2025-07-00` of databases */
const numeric = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{2}:.*)?$/;
/** `2025///`, `2023/07//`, `2023/07/12/Summer`: RIS, with all its slashes */
const slashed = /^(\d{4})\/(\d{1,2})?\/(\d{1,2})?(?:\/.*)?$/;
/** `20230712` */
const compact = /^((?:1[89]|20)\d{2})(\d{2})(\d{2})$/;
/** `8/2020` */
const monthAndYear = /^(\d{1,2})[/.-](\d{4})$/;
/** `12/06/2017`: day first or month first, as the country has it */
const threeNumbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
/** `2021-05-01/2021-05-03`: a stretch of time, EDTF */
const interval = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)\/(\d{4}(?:-\d{2}(?:-\d{2})?)?)$/;
/** `2004-06-01/`, `2004/..`: a stretch of time without an end, EDTF */
const openInterval = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)\/(?:\.\.|open|unknown)?$/;
/** `1982--1983`, `1998–99`; `2018-21`, which is spring in EDTF; `2004-XX-XX`: nothing but a year */
const yearAndMore =
  /^((?:1[5-9]|20)\d{2})(?:\s?(?:-{1,3}|[–—/])\s?(?:(?:1[5-9]|20)\d{2}|1[3-9]|[2-9]\d)|(?:-[Xu]{2}){1,2})$/;
/** `May 12, 2022`, `Sept. 3`, `May 2022`, `May 12th 2022`, `MAY 4`; `June 12-16, 2023` lasts more than a day */
const monthFirst =
  /^([A-Za-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?((?:--?|–)\d{1,2})?)?(?:,?\s+(\d{4}))?$/;
/** `12 May 2022`, `3 Sept.`, `Tue, 12 May 2022`; `13-15 Dec. 2021` lasts more than a day */
const dayFirst =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?((?:--?|–)\d{1,2})?\s+([A-Za-z]{3,9})\.?(?:,?\s+(\d{4}))?$/;
/** `2020 Jan 15`, `2020 Jan`; `2020 Jan-Feb` and `2020 Spring` say the year only */
const yearFirst = /^(\d{4}),?\s+([A-Za-z]{3,9})\.?(?:\s+(\d{1,2}))?(?:\s*[-–].{1,30})?$/;
/** `Jul-Aug 2021`, `Jan.-March 2021`, `Spring 2020`, `Third Quarter 2019`: a part of a year that is not one month */
const partOfYear =
  /^([A-Za-z]{3,13})\.?(?:[ \-–/]{1,3}([A-Za-z]{3,13})\.?)?,?\s+((?:1[89]|20)\d{2})$/;
/** Words for a part of a year besides the months. */
const season = /^(?:spring|summer|autumn|fall|winter|(?:first|second|third|fourth)?(?:quarter)?)$/i;
/** Said before or after a date: `Epub 2020 Jan 5`, `c2020`, `[2020]`, `2020?`, `to appear, 2020`; `2020a` of a list that has more of that year */
const aside =
  /^(?:Epub\s+|c(?=\d{4}$)|[[(]|(?:to appear|in press|forthcoming|accepted|submitted)(?: in)?[\s,:(]+(?=\d{4}\)?$))|[\])?~%]$|(?<=^\d{4})[a-z]$/gi;

/**
 * The date in a printed value, as precise as it can be read in one way only: a year where day and month could be
 * swapped, a month where it lasts some days. Undefined when it is none.
 */
export function readDate(printed: string): DateParts | undefined {
  const text = printed.trim().replace(aside, '').trim();
  let match = yearAndMore.exec(text);
  if (match !== null) return valid(match[1], undefined, undefined);
  match = openInterval.exec(text);
  if (match !== null) return readDate(match[1] ?? '');
  match = numeric.exec(text) ?? slashed.exec(text) ?? compact.exec(text);
  if (match !== null) return valid(match[1], match[2], match[3]);
  match = monthAndYear.exec(text);
  if (match !== null) return valid(match[2], match[1], undefined);
  match = threeNumbers.exec(text);
  if (match !== null) return dayAndMonth(match[4], Number(match[1]), Number(match[3]));
  match = interval.exec(text);
  if (match !== null) return common(readDate(match[1] ?? ''), readDate(match[2] ?? ''));
  match = monthFirst.exec(text);
  const month = monthNumber(match?.[1]);
  if (match !== null && month !== 'none') {
    return valid(match[4], month, match[3] === undefined ? match[2] : undefined);
  }
  match = dayFirst.exec(text);
  if (match !== null) {
    return valid(match[4], monthNumber(match[3]), match[2] === undefined ? match[1] : undefined);
  }
  match = yearFirst.exec(text);
  if (match !== null) return ofYear(match[1], match[2], match[3], text);
  match = partOfYear.exec(text);
  const words = match === null ? [] : [match[1] ?? '', match[2] ?? ''];
  const isPart = words.every((word) => season.test(word) || monthNumber(word) !== 'none');
  return match === null || !isPart ? undefined : valid(match[3], undefined, undefined);
}

/** `2020 Jan 15`; the year alone for `2020 Jan-Feb`, `2020 Spring`. */
function ofYear(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
  text: string,
): DateParts | undefined {
  const month = monthNumber(name);
  if (month === 'none') {
    return season.test(name ?? '') ? valid(year, undefined, undefined) : undefined;
  }
  if (!/[-–]/.test(text)) return valid(year, month, day);
  // `2020 Jan 5-9` stays in its month, `2020 Dec 30-Jan 4` and `2020 Jan-Feb` do not.
  return valid(year, /[-–]\s*\d/.test(text) ? month : undefined, undefined);
}

/** The year alone when either number could be the month. */
function dayAndMonth(year: string | undefined, a: number, b: number): DateParts | undefined {
  if (a === b) return valid(year, String(a), String(b));
  if (a > 12) return valid(year, String(b), String(a));
  if (b > 12) return valid(year, String(a), String(b));
  return valid(year, undefined, undefined);
}

/** What the two ends of a stretch of time have in common; its first year where nothing. */
function common(a: DateParts | undefined, b: DateParts | undefined): DateParts | undefined {
  if (a?.year === undefined || a.year !== b?.year)
    return a?.year === undefined ? a : { year: a.year };
  if (a.month === undefined || a.month !== b.month) return { year: a.year };
  return a.day !== undefined && a.day === b.day ? a : { year: a.year, month: a.month };
}

/** `Sept` -> `9`; undefined for no month. */
function monthNumber(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(lower));
  return index < 0 ? 'none' : String(index + 1);
}

function valid(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): DateParts | undefined {
  const parts: DateParts = {};
  if (yearText !== undefined) parts.year = Number(yearText);
  if (monthText !== undefined && !isZero(monthText)) {
    const month = Number(monthText);
    const longest = longestMonths[month - 1];
    if (longest === undefined) return undefined;
    parts.month = month;
    if (dayText !== undefined && !isZero(dayText)) {
      const day = Number(dayText);
      if (day < 1 || day > longest) return undefined;
      parts.day = day;
    }
  }
  return parts.year === undefined && parts.month === undefined ? undefined : parts;
}

/** `00` of `2025-07-00` */
function isZero(digits: string): boolean {
  return Number(digits) === 0;
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

import { given, isInCalendar, monthOf } from '../../model/index.ts';

interface Day {
  year?: number;
  month?: number;
  day?: number;
}

/** What stands between the first day and the last: `through`, `-`; blanks go with it. */
const BETWEEN = /\s*(?:\b(?:through|until|to)\b|-{1,3}|[–—])\s*/iu;

/**
 * The days of a conference as `2018-05-02/2018-05-04`, or one of them, from the forms of databases: `MAY 02-04, 2018`,
 * `2 May 2018 through 4 May 2018`, `2–4 May 2018`; anything else as it is.
 */
export function eventDays(printed: string): string {
  const halves = printed.split(BETWEEN).map(dayIn);
  const [first, last = first] = halves;
  if (halves.length > 2 || first === undefined || last === undefined) return printed;
  const [from, to] = [
    iso({ ...onlyMonthOf(last), ...first }),
    iso({ ...onlyMonthOf(first), ...last }),
  ];
  if (from === undefined || to === undefined || from > to) return printed;
  return from === to ? from : `${from}/${to}`;
}

/** What a part of a stretch may leave to the other. */
const onlyMonthOf = ({ year, month }: Day): Day => ({ ...given({ year, month }) });

/** `MAY 02`, `4 May 2018`; undefined where another word stands among them. */
function dayIn(text: string): Day | undefined {
  const day: Day = {};
  for (const [word] of text.matchAll(/[^\s,]+/gu)) {
    const month = /^\p{L}{3,9}\.?$/u.test(word) ? monthOf(word) : 0;
    const number = /^\d{1,2}(?=(?:st|nd|rd|th)?$)/.exec(word)?.[0];
    if (month > 0 && day.month === undefined) day.month = month;
    else if (/^\d{4}$/.test(word) && day.year === undefined) day.year = Number(word);
    else if (number !== undefined && day.day === undefined) day.day = Number(number);
    else return undefined;
  }
  return day;
}

function iso({ year, month, day }: Day): string | undefined {
  if (year === undefined || (day !== undefined && month === undefined)) return undefined;
  const parts = [month, day]
    .flatMap((part) => part ?? [])
    .map((part) => String(part).padStart(2, '0'));
  const date = [String(year), ...parts].join('-');
  return isInCalendar(date) ? date : undefined;
}

import { type Line, linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  cover,
  defineReader,
  groupFields,
  isEndOfText,
} from '../seed/index.ts';

/**
 * The profile of an author at Google Scholar, copied from the page or from its print: title (in print
 * over several lines), authors with initials, venue, then citations and year, on one line or two.
 * Authors end with `...` where the site shortens them. The page has no abstracts.
 */
export const googleScholar = defineReader({
  format: 'google-scholar',
  label: 'Google Scholar profile',
  source: 'Google Scholar',
  stripsMath: false,
  signs: 'titles, authors such as `A Gardener, GB Hedge, ...` and lines with citations and year',
  opening:
    /(?:All\s+Since 20\d\d|Citations?\s+\d+\s+\d+|(?:TITLE|Title)\s{1,4}(?:(?:CITED BY|Cited by)\s{1,4}){1,2}(?:YEAR|Year))\s|[^\n]{2,60}\n[^\n]{0,200}\nVerified email at /y,
  read,
});

interface Page {
  entries: Entry[];
  chrome: Range[];
  profile: string | null;
  /** How many lines only this page has. */
  signs: number;
}

// Names with initials first: `X Liu`, `SAA Abedi`, `Y van der Berg`, `...`
const SCHOLAR_NAME =
  /^(?:\p{Lu}{1,5}(?:-\p{Lu}{1,2})? (?:[\p{L}'’.-]+ ){0,4}[\p{L}\p{M}'’.-]+|\.\.\.|…)$/u;

// `1 2025`, `1,024* 2019`, `2025`
const CLOSING = /^(?:(\d{1,3}(?:,\d{3})+|\d{1,7})\*?\s+)?((?:19|20)\d\d)$/d;

// A count of citations on a line of its own: `36`, `36*`
const CITES = /^(\d{1,3}(?:,\d{3})+|\d{1,7})\*?$/d;

const LIST_HEAD = /^TITLE(?:\s+CITED BY(?:\s+YEAR)?)?$|^Title(?:\s+Cited by(?:\s+Year)?)?$/;

// Lines only a profile has
const SIGN =
  /^(?:All\s+Since (?:19|20)\d\d|Citations?\s+\d+\s+\d+|h-index\s+\d+\s+\d+|i10-index\s+\d+\s+\d+|Based on funding mandates|TITLE\s+CITED BY\s+YEAR|Title\s+Cited by\s+Year|View all co-authors)$/;

// Its other furniture
const FURNITURE =
  /^(?:All|Since (?:19|20)\d\d|Citations?|h-index|i10-index|TITLE|CITED BY|YEAR|Cited by|Year|Title|Sort by (?:citations|year|title)|\d+ articles?|(?:not )?available|Articles \d+[–-]\d+|\d+[–-]\d+|Show more|Help|Privacy|Terms|Follow|Get my own profile|Public access|View all|Co-authors|Google Scholar|Verified email at .{1,80}|Cited by|Articles|Duplicate citations|Merged citations|The following articles are merged in Scholar\..{0,200}|https:\/\/scholar\.google\.[^\s]{1,300}(?: \d+\/\d+)?|\d{1,2}\/\d{1,2}\/\d{2,4}, \d{1,2}:\d{2}.{0,100})$/;

/** Lines of the head above the list. */
const HEAD_LINES = 80;

/** Lines a record may have; more are several papers or none. */
const LONGEST_RECORD = 12;

// `2017` at the end of a line, as every record has
const YEAR_AT_LINE_END = /(?:19|20)\d\d[ \t]*(?:[\r\n]|$)/;

function read({ text, endsFile }: SeedText): SureReading | null {
  const page: Page = { entries: [], chrome: [], profile: null, signs: 0 };
  if (!YEAR_AT_LINE_END.test(text)) return null;
  const lines = linesOf(text);
  const start = listStart(lines, page);
  let open: Line[] = [];
  let closed = start > 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (SIGN.test(line.value)) page.signs += 1;
    const closing = closingAt(lines, index, open);
    if (closing !== null) {
      const entry = readRecord(text, open, closing, closed);
      if (entry !== null) page.entries.push(entry);
      open = [];
      closed = true;
      index += closing.lines - 1;
    } else if (SIGN.test(line.value) || FURNITURE.test(line.value)) page.chrome.push(line);
    else open.push(line);
  }
  const { entries, chrome, profile, signs } = page;
  if (entries.length === 0) return null;
  const confidence = signs >= 1 ? 0.95 : entries.length >= 2 ? 0.8 : 0.3;
  const last = endsFile ? cutRecord(text, open) : null;
  if (last !== null) entries.push(last);
  return { confidence, entries, chrome, facts: profile === null ? {} : { profile } };
}

/** The line with which the list begins. All above the list's own head is the profile's head. */
function listStart(lines: readonly Line[], page: Page): number {
  const top = lines.slice(0, HEAD_LINES);
  const head = top.findLastIndex(({ value }) => LIST_HEAD.test(value));
  if (head < 0) return 0;
  let next = head + 1;
  while (/^(?:CITED BY|YEAR|Cited by|Year)$/.test(lines[next]?.value ?? '')) next += 1;
  for (const line of lines.slice(0, next)) {
    page.chrome.push(line);
    if (SIGN.test(line.value)) page.signs += 1;
  }
  page.profile = profileOf(top.slice(0, head));
  return next;
}

/** The first line of the head that can be a name; the page prints the name before all else it says of the person. */
function profileOf(head: readonly Line[]): string | null {
  const name = head.find(
    ({ value }) =>
      !SIGN.test(value) &&
      !FURNITURE.test(value) &&
      /^\p{Lu}[\p{L}.'’ -]{3,60}$/u.test(value) &&
      value.includes(' '),
  );
  return name?.value ?? null;
}

/** Citations and year, which close a record. */
interface Closing {
  fields: Found[];
  lines: number;
  to: number;
}

/** Citations and year at a line: on one line, on two, or the year alone. */
function closingAt(lines: readonly Line[], index: number, open: readonly Line[]): Closing | null {
  const [line, next] = lines.slice(index, index + 2);
  if (line === undefined || open.length === 0) return null;
  const cited = { other: 'cited by' };
  const match = CLOSING.exec(line.value);
  if (match !== null) {
    return { fields: groupFields(match, line.from, [cited, 'year']), lines: 1, to: line.to };
  }
  const cites = CITES.exec(line.value);
  if (cites === null || next === undefined || !/^(?:19|20)\d\d$/.test(next.value)) return null;
  const fields = groupFields(cites, line.from, [cited]);
  fields.push({ name: 'year', range: { from: next.from, to: next.to } });
  return { fields, lines: 2, to: next.to };
}

/** True for a line of names in the style of the site; one name alone must not be able to be a title. */
function isScholarNames(value: string): boolean {
  if (value.length > 1000) return false;
  const names = value.replace(/,$/, '').split(/,\s*/);
  return (
    names.every((name) => SCHOLAR_NAME.test(name)) &&
    (names.length > 1 || /^\p{Lu}{1,3} \p{Lu}\p{Ll}+$/u.test(value))
  );
}

/**
 * The record of the lines before a closing line; null without authors in the style of the site. `closed`
 * says that a record or the list's head ends right before, so that a title may have several lines.
 */
function readRecord(
  text: string,
  lines: readonly Line[],
  closing: Closing,
  closed: boolean,
): Entry | null {
  const authorsAt = lines.findLastIndex((line) => isScholarNames(line.value));
  if (authorsAt < 1) return null;
  let first = closed ? 0 : authorsAt - 1;
  if (authorsAt - first > LONGEST_RECORD) first = authorsAt - 1;
  const names = lines
    .slice(0, authorsAt)
    .findIndex((line, index) => index > first && isScholarNames(line.value));
  const authorsFrom =
    names > 0 && lines.slice(names, authorsAt).every(({ value }) => isScholarNames(value))
      ? names
      : authorsAt;
  const fields: Found[] = [];
  const title = cover(lines.slice(first, authorsFrom));
  if (title === null) return null;
  fields.push(
    { name: 'title', range: title },
    ...authorFields(text, lines.slice(authorsFrom, authorsAt + 1)),
  );
  const venue = cover(lines.slice(authorsAt + 1));
  if (venue !== null) fields.push({ name: 'venue', range: withoutYear(text, venue) });
  fields.push(...closing.fields);
  return { from: title.from, to: closing.to, fields };
}

/** The paper that the copy breaks off in: title and authors, without a closing line. */
function cutRecord(text: string, lines: readonly Line[]): Entry | null {
  const authorsAt = lines.findIndex((line, index) => index > 0 && isScholarNames(line.value));
  const title = cover(lines.slice(0, authorsAt));
  const last = lines.at(-1);
  if (authorsAt < 1 || title === null || last === undefined || !isEndOfText(text, last.to))
    return null;
  const fields: Found[] = [{ name: 'title', range: title }];
  const authors = lines[authorsAt];
  if (authors !== undefined) fields.push(...authorFields(text, [authors]));
  const venue = cover(lines.slice(authorsAt + 1, authorsAt + 3));
  if (venue !== null) fields.push({ name: 'venue', range: venue });
  return { from: title.from, to: venue?.to ?? authors?.to ?? title.to, fields, truncated: true };
}

// `X Liu, Y Chen`, `, ...` where authors were left out, a comma where their line goes on
const AUTHORS = /^(.*?)(?:,?\s*(\.\.\.|…)|,)?$/ds;

function authorFields(text: string, lines: readonly Line[]): Found[] {
  const range = cover(lines);
  if (range === null) return [];
  const match = AUTHORS.exec(text.slice(range.from, range.to));
  return match === null ? [] : groupFields(match, range.from, ['authors', 'et_al']);
}

/** A venue without the `, 2017` that the page repeats behind it. */
function withoutYear(text: string, venue: Range): Range {
  const year = /,\s*(?:19|20)\d\d$/.exec(text.slice(venue.from, venue.to));
  return year === null || year.index === 0
    ? venue
    : { from: venue.from, to: venue.from + year.index };
}

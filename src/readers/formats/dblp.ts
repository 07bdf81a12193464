import type { PageFacts } from '../../model/index.ts';
import { linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  defineReader,
  groupFields,
  isEndOfText,
  trimmed,
} from '../seed/index.ts';

/**
 * The page of a person at dblp, copied as text: `[c58]`, authors and a colon, then title and venue.
 * Some copies glue the next number and the year to the end of the line before
 * (`EASE 2020: 170-179 - [c57]Luiz …`, `132: 106496 (2021) - 2020`), and break the authors where the
 * page has the sign of an ORCID. The page has no abstracts.
 */
export const dblp = defineReader({
  format: 'dblp',
  label: 'dblp person page',
  source: 'dblp',
  stripsMath: false,
  signs: 'record numbers such as `[c58]` before authors, a colon, title and venue',
  opening:
    /(?:[^\n]{2,60}\n\s{0,4})?Person information\r?\n|(?:- )?\[[bcdeijnprtw]\d{1,4}\]\s{0,4}\p{Lu}[^\n:]{2,300}(?:,|:\s)/uy,
  read,
});

// `[c58]`, `[j21]`: articles, papers, editions, informal papers and so on
const NUMBER = /\[[bcdeijnprtw]\d{1,4}\]/g;

// What may stand before a number on its line: `- `, the end of the record before
const BEFORE_NUMBER = /(?:^|[\n\r])[ \t]*(?:[-•*][ \t]*)?$|[ \t]-[ \t]*$/;

// Furniture of the page: years, headings, what the page can do
const FURNITURE =
  /^(?:(?:- )?(?:19|20)\d\d|(?:19|20)\d\d ?[–-] ?(?:(?:19|20)\d\d|today)|Person information|(?:- )?(?:affiliation|award|unicode name|other)\b.{0,300}|Refine list|refinements active!|zoomed in on .{0,80}|view refined list in|export refined list as|showing all .{0,80}|(?:see|view) (?:also|FAQ|on|from).{0,200}|Books and Theses|Journal Articles|Conference and Workshop Papers|Parts in Books or Collections|Editorship|Reference Works|Informal (?:and Other )?Publications|Data and Artifacts|Coauthor Index|export record|dblp key:|share record|electronic edition.{0,200}|no references & citations available|references & citations|authority control:|ask others|persistent URL:.{0,200}|last updated on .{0,80}|manage site settings|\[–\].{0,100}|> Home.{0,200})$/;

// The dash of the next record, and the year between two, glued behind a record: ` -`, ` - 2020`
const GLUED_YEAR = /\s-(?:\s+(?:19|20)\d\d(?: ?[–-] ?(?:19|20)\d\d)?)?$/;

/** Longest text of one record; what is longer is none. */
const LONGEST_RECORD = 12_000;

function read({ text }: SeedText): SureReading | null {
  if (!text.includes('[')) return null;
  const entries: Entry[] = [];
  const chrome: Range[] = [];
  const facts: PageFacts = {};
  let bare = 0;
  const starts: Range[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const from = match.index;
    if (BEFORE_NUMBER.test(text.slice(Math.max(0, from - 12), from))) {
      starts.push({ from, to: from + match[0].length });
    }
  }
  let firstRecord = text.length;
  let end = 0;
  starts.forEach((start, index) => {
    const limit = Math.min(starts[index + 1]?.from ?? text.length, start.from + LONGEST_RECORD);
    const entry = readRecord(text, start, limit);
    if (entry === null) {
      bare += 1;
      return;
    }
    // The dash before the number, and the year between two records.
    for (const range of furnitureIn(text, { from: end, to: entry.from })) chrome.push(range);
    firstRecord = Math.min(firstRecord, entry.from);
    entries.push(entry);
    end = entry.to;
  });
  const whole = entries.filter(({ truncated }) => truncated !== true).length;
  if (entries.length === 0) return null;
  for (const range of furnitureIn(text, { from: end, to: text.length })) chrome.push(range);
  const head = linesOf(text, { from: 0, to: firstRecord });
  const about = head.findIndex(({ value }) => value === 'Person information');
  const name = head[about - 1];
  if (about === 1 && name !== undefined && name.value.length <= 80) {
    facts.profile = name.value.replace(/\s\d{4}$/, '');
    chrome.unshift({ from: name.from, to: name.to });
  }
  return { confidence: bare > whole ? 0 : ([0, 0.75][whole] ?? 0.95), entries, chrome, facts };
}

/** Dashes, years and known lines of a stretch without records. */
function furnitureIn(text: string, range: Range): Range[] {
  return linesOf(text, range)
    .filter(
      ({ value }) =>
        value.length <= 320 && (value === '-' || FURNITURE.test(value) || GLUED.test(value)),
    )
    .map(({ from, to }) => ({ from, to }));
}

// ` - 2020` without the record it was glued to, `2019 -`
const GLUED = /^-?\s*(?:(?:19|20)\d\d(?: ?[–-] ?(?:19|20)\d\d)?)?\s*-?$/;

// The end of the authors: a colon before a blank, not `(ed.):`'s bracket
const AUTHORS_END = /:(?=\s)/;

/** One record from its number on, or null. */
function readRecord(text: string, number: Range, limit: number): Entry | null {
  const raw = text.slice(number.to, limit);
  const colon = AUTHORS_END.exec(raw);
  const atEnd = limit === text.length;
  const fields: Found[] = [];
  if (colon === null) {
    // The copy ends inside the authors.
    const range = trimmed(text, { from: number.to, to: limit });
    const authors = namesOf(text, range);
    if (!atEnd || authors === null || authors.length < 2) return null;
    return {
      from: number.from,
      to: range.to,
      fields: authors.slice(0, -1).concat(partName(authors)),
      truncated: true,
    };
  }
  const authors = namesOf(text, trimmed(text, { from: number.to, to: number.to + colon.index }));
  if (authors === null) return null;
  fields.push(...authors);
  const line = linesOf(text, { from: number.to + colon.index + 1, to: limit })[0];
  if (line === undefined) {
    return atEnd
      ? { from: number.from, to: number.to + colon.index + 1, fields, truncated: true }
      : null;
  }
  const glued = GLUED_YEAR.exec(line.value.slice(-40));
  const value = line.value.slice(0, line.value.length - (glued?.[0].length ?? 0));
  const to = line.from + value.length;
  const venueAt = venueStart(value);
  const cut = venueAt === null && atEnd && isEndOfText(text, line.to);
  if (venueAt === null && !cut) return null;
  const title = value.slice(0, venueAt ?? value.length).trimEnd();
  const titleEnd = title.endsWith('.') ? title.length - 1 : title.length;
  if (titleEnd > 0)
    fields.push({ name: 'title', range: { from: line.from, to: line.from + titleEnd } });
  if (venueAt !== null) fields.push(...venueFields(value, venueAt, line.from));
  return { from: number.from, to, fields, truncated: cut };
}

/** The last name of a list that breaks off is a name all the same, kept as what it is: a part. */
function partName(authors: readonly Found[]): Found[] {
  const last = authors.at(-1);
  return last === undefined ? [] : [{ ...last, name: 'other', label: 'cut-off author' }];
}

// `Márcio Ribeiro 0001`, `Marcelo d'Amorim`, `Madonna`
const NAME = /^\p{L}[\p{L}\p{M}.'’ -]{0,80}(?: \d{4})?$/u;

/** The names of a list that commas and line ends part, or null when something else stands there. */
function namesOf(text: string, range: Range): Found[] | null {
  const fields: Found[] = [];
  let at = range.from;
  for (const piece of text.slice(range.from, range.to).split(',')) {
    const part = trimmed(text, { from: at, to: at + piece.length });
    at += piece.length + 1;
    if (part.to <= part.from) continue;
    const printed = text.slice(part.from, part.to);
    const editor = / \(eds?\.\)$/.exec(printed)?.[0].length ?? 0;
    const name = printed.slice(0, printed.length - editor).replaceAll(/\s+/g, ' ');
    if (!NAME.test(name) || fields.length >= 3000) return null;
    const bare = name.replace(/ \d{4}$/, '');
    const end = part.to - editor - (name.length - bare.length);
    fields.push({ name: 'author', range: { from: part.from, to: end }, value: bare });
  }
  return fields.length === 0 ? null : fields;
}

// A venue: `EASE 2020: 170-179`, `Inf. Softw. Technol. 132: 106496 (2021)`, `CoRR abs/2401.00001 (2024)`
const VENUE =
  /^\p{Lu}[^:?!]{0,160}?(?:(?:19|20)\d\d(?:-(?:19|20)\d\d)?(?: ?\(\d{1,3}\))?(?:: ?[\w:,. +-]{1,60})?|: ?[\w:,. +/-]{1,60} \((?:19|20)\d\d\)|[\w/.-]{1,40} \((?:19|20)\d\d\))(?: ?\[.{1,60}\])?$/u;

// Words in a venue's name that are written small
const SMALL =
  /^(?:of|and|on|the|in|for|&|de|des|et|la|le|der|und|für|e|a|at|to|with|@|vol|no|pp|abs)\b/u;

/** Where the venue begins behind the title: after the first stop whose rest reads like a venue. */
function venueStart(value: string): number | null {
  if (value.length > 3000) return null;
  for (const match of value.matchAll(/(?<!\bvs|\bet al|\be\.g|\bi\.e)[.?!]\s+(?=[\p{Lu}\d])/gu)) {
    const at = match.index + match[0].length;
    const rest = value.slice(at);
    if (rest.length > 240 || !VENUE.test(rest)) continue;
    const words = rest.split(/\s+/);
    // Stops in a venue close abbreviations: `ACM Trans. Softw. Eng.`, not a sentence.
    const sentences = rest.split(/[.?!]\s+/).slice(0, -1);
    if (sentences.some((part) => part.split(/\s+/).length > 3)) continue;
    if (words.every((word) => !/^\p{Ll}{3,}/u.test(word) || SMALL.test(word))) return at;
  }
  return null;
}

function venueFields(value: string, at: number, offset: number): Found[] {
  const rest = value.slice(at);
  const from = offset + at;
  const fields: Found[] = [];
  const year = /\(((?:19|20)\d\d)\)/d.exec(rest) ?? /(?:^|\D)((?:19|20)\d\d)(?=\D|$)/d.exec(rest);
  const [yearAt = rest.length, yearEnd = rest.length] = year?.indices?.[1] ?? [];
  const preprint = /\babs\/(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/d.exec(rest);
  const venue = rest.slice(0, preprint?.index ?? yearAt).replace(/[\s(]+$/, '');
  if (venue !== '') fields.push({ name: 'venue', range: { from, to: from + venue.length } });
  if (preprint !== null) fields.push(...groupFields(preprint, from, ['arxiv']));
  if (year !== null) fields.push(...groupFields(year, from, ['year']));
  const pages = /^\s*:\s*(\S.*)$/d.exec(rest.slice(yearEnd));
  if (pages !== null) fields.push(...groupFields(pages, from + yearEnd, [{ other: 'pages' }]));
  return fields;
}

import type { FieldName } from '../../model/index.ts';
import {
  ARXIV_CLASS,
  doiStart,
  CITATION_KEY,
  extraFields,
  pageStretch,
  pmidWithin,
  serialNumber,
  statedArxiv,
  statedFields,
  taggedAuthor,
} from '../fields/index.ts';
import {
  type Tagged,
  breaksOff,
  framedRecords,
  linesBetween,
  taggedFields,
} from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type Reading,
  type SeedText,
  byPlace,
  defineReader,
  namesPaper,
  untitled,
  SAMPLE,
} from '../seed/index.ts';

/**
 * RIS in the dialects of Zotero, EndNote, Scopus, IEEE, ProQuest, EBSCO and others: from `TY  - JOUR`
 * to `ER  - ` (https://en.wikipedia.org/wiki/RIS_(file_format)).
 */
export const ris = defineReader({
  format: 'ris',
  label: 'RIS',
  source: 'RIS file',
  stripsMath: false,
  labelsFields: true,
  signs: 'records from `TY  - JOUR` to `ER  -`',
  opening: /[ \t\ufeff]{0,8}TY[ \t]{1,3}-[ \t]*[A-Z]{3,8}[ \t]*$/my,
  detect,
  read,
});

// `TY  - JOUR`, `ER  - `, ` AU  - Gu, Hao`, `TY - JOUR`
const TAG = /^[ \t\ufeff]{0,8}([A-Z][A-Z0-9])(?:[ \t]{2,3}-[ \t]?|[ \t]-(?:[ \t]|$))/;

// The same with the two blanks the format asks for: `IT - a company` in an abstract is no tag
const STRICT_TAG = /^[ \t\ufeff]{0,8}([A-Z][A-Z0-9])[ \t]{2,3}-[ \t]?/;

// The lines that begin and end a record
const FRAME = /^[ \t\ufeff]{0,8}(?:(TY)|ER)[ \t]{1,3}-.*$/gm;

// The same where the first record has the two blanks: `ER - positive` in an abstract ends nothing
const STRICT_FRAME = /^[ \t\ufeff]{0,8}(?:(TY)|ER)[ \t]{2,3}-.*$/gm;

function detect(text: SeedText): number {
  const head = text.text.slice(0, SAMPLE);
  if (!/^[ \t\ufeff]{0,8}TY[ \t]{1,3}-[ \t]*[A-Z]{2,10}[ \t]*$/m.test(head)) return 0;
  let tags = 0;
  let strange = 0;
  for (const match of head.matchAll(/[^\r\n]+/g)) {
    if (TAG.test(match[0])) tags += 1;
    else if (match[0].trim() !== '') strange += 1;
  }
  return tags >= 3 && tags * 4 > strange ? 0.99 : 0.2;
}

// What services write above the records: `Provider: ScienceDirect`, `Content:text/plain`, `Record #1 of 20`
const HEAD_LINE =
  /^(?:(?:Provider|Content|Database|Content-Type)\s?:.*|Record #\d+ of \d+|```.*)$/i;

function read(text: SeedText): Reading {
  const first = /^[ \t\ufeff]{0,8}TY([ \t]{1,3})-/m.exec(text.text)?.[1] ?? '';
  const { records, ends } = framedRecords(text.text, first.length > 1 ? STRICT_FRAME : FRAME);
  const head = linesBetween(text.text, [...records, ...ends].sort(byPlace));
  return {
    entries: records.map((block) => entryOf(text, block)),
    chrome: [...ends, ...head.filter(({ value }) => HEAD_LINE.test(value))],
  };
}

/** Tags in the order in which they are asked for a value. */
const TITLES = ['TI', 'T1', 'CT', 'BT'];
const ABSTRACTS = ['AB', 'N2'];
const VENUES = ['T2', 'JF', 'JO', 'BT', 'JA', 'J2', 'J1', 'C3'];
/** Short names of a journal; under the last two some programs repeat the long one. */
const SHORT_VENUES = ['J2', 'JA', 'JO', 'J1'];
const AUTHORS: ReadonlySet<string> = new Set(['AU', 'A1']);
const LINKS: ReadonlySet<string> = new Set(['UR', 'LK', 'L1', 'L2', 'L3', 'L4']);
/** Notes, numbers and journals, where an arXiv identifier or a DOI is put for want of a better place. */
const STATING: ReadonlySet<string> = new Set(
  'T2 JF JO JA J2 J1 N1 M1 M2 M3 AN VL IS SP C1 C7 PB ID NV'.split(' '),
);

function entryOf(text: SeedText, block: Range): Entry {
  const source = text.text;
  const strict = /^TY[ \t]{2}/.test(source.slice(block.from, block.from + 4));
  const tagged = taggedFields(source, block, strict ? STRICT_TAG : TAG);
  const fields = fieldsOf(source, tagged);
  if (namesPaper(fields)) {
    return { ...block, fields, truncated: breaksOff(source, block, tagged, ABSTRACTS) };
  }
  return untitled(
    text,
    block,
    'The RIS record has neither a title (TI, T1) nor an identifier (DO)',
    'Add a line `TI  - ` with the title if it is a paper.',
    fields,
  );
}

function fieldsOf(source: string, tagged: readonly Tagged[]): Found[] {
  const filled = tagged.filter(({ range }) => range.to > range.from);
  const isCutUp = isCutAnywhere(filled);
  const value = ({ range }: Tagged) => source.slice(range.from, range.to);
  const first = (tags: readonly string[]) =>
    tags
      .map((tag) => filled.find((field) => field.tag === tag))
      .find((field) => field !== undefined);
  const title = first(TITLES);
  const abstract = longest(ABSTRACTS.flatMap((tag) => first([tag]) ?? []));
  const sections = sectionsOf(abstract, filled);
  const type = filled.filter(({ tag }) => tag === 'TY').map(value)[0] ?? '';
  const isConference = /^(?:CONF|CPAPER)$/.test(type);
  const venues = VENUES.filter((tag) => tag !== title?.tag);
  // Beside the title of proceedings EndNote and Zotero have the name of the conference in its place.
  const places = isConference && isTitleOfProceedings(first(['C3']), first(['T2'])) ? ['C3'] : [];
  const venue = first([...places, ...venues]);
  const shortVenue = SHORT_VENUES.map((tag) => first([tag])).find(
    (field) =>
      field &&
      venue !== field &&
      (/^J[2A]$/.test(field.tag) || (venue && value(field) !== value(venue))),
  );
  const given = new Set(filled.map(({ tag }) => (tag === 'DO' ? 'doi' : PUBLICATION.get(tag))));
  const has = (name: FieldName) => given.has(name);
  const hasDoi = has('doi');
  const year = /^\d{4}/.exec(filled.filter(({ tag }) => tag === 'PY').map(value)[0] ?? '')?.[0];

  function isTitleOfProceedings(field: Tagged | undefined, beside: Tagged | undefined): boolean {
    const looks = (each: Tagged | undefined) => each !== undefined && PROCEEDINGS.test(value(each));
    return looks(field) && !looks(beside);
  }

  return filled.flatMap((field): Found[] => {
    const { tag, range } = field;
    const text = value(field);
    const joined = isCutUp && field.lines.length > 1 ? { value: joinedLines(source, field) } : {};
    const as = (name: FieldName): Found[] => [{ name, range, ...joined }];
    const other: Found[] = [{ name: 'other', range, label: tag }];
    const extra = tag === 'N1' ? extraFields(source, { range, label: tag, isGiven: has }) : null;
    if (extra !== null) return extra;
    const stated = STATING.has(tag)
      ? statedArxiv(source, range, tag === 'VL' || tag === 'IS' || tag === 'M1')
      : null;
    if (stated !== null)
      return statedFields(source, { range, stated, label: tag, isVenue: VENUES.includes(tag) });
    if (field === title) return as('title');
    if (field === abstract) {
      const end = sections.at(-1);
      return end === undefined || end === field
        ? as('abstract')
        : [
            {
              name: 'abstract',
              range: { from: range.from, to: end.range.to },
              value: sections.map(value).join(' '),
            },
          ];
    }
    if (sections.includes(field)) return [];
    if (field === venue) return as('venue');
    if (field === shortVenue) return as('venue_short');
    if (AUTHORS.has(tag)) return [taggedAuthor(range, text)];
    if (LINKS.has(tag)) {
      return joined.value === undefined ? linkFields(source, range, tag) : as('url');
    }
    if (['N1', 'M3', 'ID', 'AN'].includes(tag) && doiStart(text) !== undefined) {
      if (!hasDoi) return as('doi');
      // A DOI may be the key, too.
      if (tag !== 'ID') return other;
    }
    if (tag === 'T2' && venue?.tag === 'C3') return as('event');
    if (tag === 'SN' && type === 'RPRT' && !SERIAL.test(text)) return as('article_number');
    // Of a work that is in no other, the number of its pages.
    if (tag === 'SP' && IS_WHOLE.test(type) && !filled.some((each) => each.tag === 'EP'))
      return as(/^\d+$/.test(text) ? 'page_count' : 'pages');
    if (tag === 'M1' && IN_SERIES.test(type) && first(['T3'])) return as('series_number');
    if (tag === 'SE' && IN_BOOK.test(type)) return as('chapter');
    if (tag === 'C1' && isConference) return as('publisher_place');
    // Of a conference its own place, unless only a publisher is there to have one.
    if (tag === 'CY' && isConference && (first(['C1']) !== undefined || !first(['PB']))) {
      return as('event_place');
    }
    if (tag === 'M3' && /^preprint$/i.test(text)) return as('type');
    if (tag === 'ET' && HAS_VERSION.test(type)) return as('version');
    const printed = PUBLICATION.get(tag);
    if (printed !== undefined) return as(printed);
    switch (tag) {
      case 'TY':
        return as('type');
      case 'A2':
      case 'ED':
        return [{ ...taggedAuthor(range, text), name: 'editor' }];
      // Of books and their parts, as EndNote and Zotero have it.
      case 'A4':
        return [{ ...taggedAuthor(range, text), name: 'translator' }];
      case 'SP':
        return [pagesField(source, field, endOf(field, filled))];
      case 'EP':
        return isBehindStart(field, filled) ? [] : other;
      case 'IS':
        // Proceedings come in issues where they stand in no series.
        return as(
          IN_SERIES.test(type) || (isConference && first(['T3'])) ? 'series_number' : 'issue',
        );
      case 'SN':
        return as(serialNumber(text));
      case 'ID':
        return CITATION_KEY.test(text) ? as('citation_key') : other;
      case 'AN': {
        const isPubmed = filled.some((each) => each.tag === 'DB' && PUBMED.test(value(each)));
        const pmid = pmidWithin(source, range, isPubmed);
        return pmid === undefined ? other : [pmid];
      }
      case 'KW':
        return as(ARXIV_CLASS.test(text) ? 'categories' : 'keyword');
      case 'DO':
        return as('doi');
      case 'PY':
      case 'Y1':
        return as(/^\d{4}$/.test(text) ? 'year' : 'date');
      case 'DA':
        // A date of another year is when the record was made, not the paper.
        return year !== undefined && /\d{4}/.test(text) && !text.includes(year)
          ? other
          : as('date');
      default:
        return other;
    }
  });
}

/** Of an abstract under several tags the longest; one may hold no more than the first heading of the other. */
function longest(fields: readonly Tagged[]): Tagged | undefined {
  const length = ({ range }: Tagged) => range.to - range.from;
  return [...fields].sort((a, b) => length(b) - length(a))[0];
}

/** The fields that follow an abstract with the same tag, itself first: each section of a structured one stands in its own. */
function sectionsOf(abstract: Tagged | undefined, fields: readonly Tagged[]): Tagged[] {
  if (abstract === undefined) return [];
  const from = fields.indexOf(abstract);
  const end = fields.findIndex(({ tag }, index) => index > from && tag !== abstract.tag);
  return fields.slice(from, end < 0 ? undefined : end);
}

// `Proceedings of the 26th …`, `Advances in Neural …`, `… (Proc. SIGGRAPH)`
const PROCEEDINGS = /\bproceedings\b|\bproc\.|^(?:advances in|lecture notes|findings)\b/i;

/** Databases whose numbers are those of PubMed. */
const PUBMED = /\b(?:pubmed|medline|nlm)\b/i;

/** Types that come in versions, and in no editions. */
const HAS_VERSION = /^(?:COMP|DATA|DBASE|AGGR)$/;

/** References to works that are in no other. */
const IS_WHOLE = /^(?:BOOK|EBOOK|EDBOOK|THES)$/;

// `0000-0000`, `978-1-4503-7998-4`: a number of a serial or a book
const SERIAL = /^\D{0,6}(?:\d{4}-?\d{3}|(?:\d[- ]?){9})[\dXx]/;

/** References to parts of books. */
const IN_BOOK = /^E?CHAP$/;

/** References whose number is that of the volume in a series. */
const IN_SERIES = /^(?:BOOK|EBOOK|EDBOOK|CHAP|ECHAP|DICT|ENCYC)$/;

/** Tags of a publication as they are. */
const PUBLICATION: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['VL', 'volume'],
  ['CP', 'issue'],
  ['C7', 'article_number'],
  ['PB', 'publisher'],
  ['CY', 'publisher_place'],
  ['PP', 'publisher_place'],
  ['ET', 'edition'],
  ['T3', 'series'],
  ['LA', 'language'],
  ['M3', 'genre'],
  ['C3', 'event'],
  ['N1', 'note'],
]);

/** First and last page as one stretch; the first alone where it holds both already, or no last one stands behind it. */
function pagesField(source: string, { range }: Tagged, end: Tagged | undefined): Found {
  const first = source.slice(range.from, range.to);
  if (end === undefined) return { name: 'pages', range };
  const last = source.slice(end.range.from, end.range.to);
  const value = pageStretch(first, last);
  return { name: 'pages', range: { from: range.from, to: end.range.to }, value };
}

/** The field right behind, where it is the last page: the two are one stretch. */
function endOf(field: Tagged, fields: readonly Tagged[]): Tagged | undefined {
  const next = fields[fields.indexOf(field) + 1];
  return next?.tag === 'EP' ? next : undefined;
}

function isBehindStart(field: Tagged, fields: readonly Tagged[]): boolean {
  return fields[fields.indexOf(field) - 1]?.tag === 'SP';
}

/** How many characters of a value citation-js writes on a line, whatever word they end in. */
const CUT_LENGTH = 70;

/** True for a record of citation-js: every line that goes on has the same length, so that words are cut in two. */
function isCutAnywhere(fields: readonly Tagged[]): boolean {
  const long = fields.filter(({ lines }) => lines.length > 1);
  return (
    long.length > 0 &&
    long.every(({ whole }) =>
      whole.every(({ from, to }, index) =>
        index < whole.length - 1 ? to - from === CUT_LENGTH : to - from <= CUT_LENGTH,
      ),
    )
  );
}

function joinedLines(source: string, { whole }: Tagged): string {
  return whole
    .map(({ from, to }) => source.slice(from, to))
    .join('')
    .trim();
}

// The blank or semicolon between two addresses
const BETWEEN_ADDRESSES = /[\s;,]{1,20}(?=https?:)/g;

function linkFields(source: string, range: Range, tag: string): Found[] {
  const text = source.slice(range.from, range.to);
  if (tag === 'L3' && doiStart(text) !== undefined) return [{ name: 'doi', range }];
  const isAddress = /^(?:https?:|www\.|[\w-]+(?:\.[\w-]+){1,4}\/)/i.test(text);
  if (!isAddress) return [{ name: 'other', range, label: tag }];
  const found: Found[] = [];
  let from = range.from;
  for (const match of text.matchAll(BETWEEN_ADDRESSES)) {
    found.push({ name: 'url', range: { from, to: range.from + match.index } });
    from = range.from + match.index + match[0].length;
  }
  found.push({ name: 'url', range: { from, to: range.to } });
  return found;
}

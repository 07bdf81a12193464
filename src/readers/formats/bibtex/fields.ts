import { decodeHTMLStrict } from 'entities';
import { archiveAddress, type FieldName, MONTHS } from '../../../model/index.ts';
import {
  doiStart,
  extraFields,
  serialNumber,
  statedArxiv,
  statedFields,
} from '../../fields/index.ts';
import { type Found, type Range, trimmed } from '../../seed/index.ts';
import type { BibEntry, BibField } from './entries.ts';
import { keptCapitals } from './kept-capitals.ts';
import { bibNames } from './names.ts';

/** One entry, and how to read a value in it. */
export interface BibInput {
  text: string;
  entry: BibEntry;
  /** The value with macros resolved, TeX in it untouched. */
  raw(field: BibField): string;
  /** A value as it is printed. */
  decode(value: string): string;
  /** What TeX and HTML in an address or a number stand for, whose hyphens and dollars are its own. */
  verbatim(value: string): string;
  /** A value as TeX that is still to be read: accents and letters decoded, formulas and escaped signs as they are. */
  prose(value: string): string;
}

/** Fields of BibTeX that are fields of a paper as they are. */
const PLAIN: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['title', 'title'],
  ['subtitle', 'subtitle'],
  ['abstract', 'abstract'],
  ['year', 'year'],
  ['date', 'date'],
  ['pmid', 'pmid'],
  ['primaryclass', 'categories'],
  ['eprintclass', 'categories'],
]);

/** Fields of a publication as they are, by all the names that programs have for them. */
const PUBLICATION: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'pages'],
  ['eid', 'article_number'],
  ['article-number', 'article_number'],
  ['articleno', 'article_number'],
  ['art_number', 'article_number'],
  ['publisher', 'publisher'],
  // Of a patent, whose house is who holds it.
  ['holder', 'publisher'],
  ['assignee', 'publisher'],
  ['address', 'publisher_place'],
  ['location', 'publisher_place'],
  ['edition', 'edition'],
  ['series', 'series'],
  ['isbn', 'isbn'],
  ['issn', 'issn'],
  ['eissn', 'issn'],
  ['e-issn', 'issn'],
  ['school', 'institution'],
  ['institution', 'institution'],
  ['eventtitle', 'event'],
  ['event_name', 'event'],
  ['eventdate', 'event_date'],
  ['chapter', 'chapter'],
  ['pagetotal', 'page_count'],
  ['numpages', 'page_count'],
  ['venue', 'event_place'],
  ['language', 'language'],
  ['langid', 'language'],
  ['keywords', 'keywords'],
  ['keyword', 'keywords'],
  ['author_keywords', 'keywords'],
  ['keywords-plus', 'keywords'],
  ['version', 'version'],
  ['type', 'genre'],
  ['document_type', 'type'],
  ['pubstate', 'status'],
  ['shortjournal', 'venue_short'],
  ['journal-iso', 'venue_short'],
  ['abbrev_source_title', 'venue_short'],
]);

/** Entry types whose `number` is that of a report or patent, and those whose `number` is that of the volume in a series. */
const NUMBERED = /^(?:techreport|report|patent|manual|standard)$/i;
const IN_SERIES = /^(?:book|inbook|incollection|inreference|collection|proceedings)$/i;
/** Proceedings come in issues where they stand in no series. */
const IN_PROCEEDINGS = /^(?:inproceedings|conference)$/i;

/** What an entry is more closely, as biblatex has it for articles (manual, 2.2.2): `magazine`, `newspaper`. */
const SUBTYPE =
  /^(?:magazine|newspaper|book review|preprint|dictionary|encyclopedia|blog|presentation|standard)$/i;

/** Where the name of a journal or of proceedings stands, the first that is given, and where its subtitle does. */
const VENUES = ['journal', 'journaltitle', 'booktitle', 'fulljournal'];
const SUBTITLES: ReadonlyMap<string, string> = new Map([
  ['journal', 'journalsubtitle'],
  ['journaltitle', 'journalsubtitle'],
  ['booktitle', 'booksubtitle'],
]);

/** `ICML 2020`, `Proc. of Ponds`: what stands in `venue` where nothing else says what a paper is in; biblatex has the place of an event there */
const NAMED_VENUE =
  /\b(?:19|20)\d\d\b|\b(?:conference|proc(?:eedings|\.)|symposium|workshop|journal|trans(?:actions|\.)|arxiv|corr)\b/i;

const ADDRESSES: ReadonlySet<string> = new Set(['url', 'link', 'ee', 'pdf', 'openreview']);

const ARXIV_FIELDS: ReadonlySet<string> = new Set(['arxiv', 'arxivid']);

/** Fields in which an arXiv identifier is often found instead of what they are for. */
const STATING: ReadonlySet<string> = new Set(
  'journal journaltitle booktitle note howpublished number pages eid volume publisher series eprint arxivid arxiv'.split(
    ' ',
  ),
);

// `Accepted at ICML 2024`, `12 pages`: a note such as authors give to arXiv, where an entry is of it
const REMARK =
  /\b(?:accepted|to appear|appeared|forthcoming|under review|submitted|camera[- ]ready|preprint|oral|spotlight|best paper|\d+ pages|extended version|in press)\b/i;

/** `Cited by 12`, `[Online; accessed 2-May-2020]`, `Publisher Copyright: …`: of the copy or the database, and not of the paper */
const ABOUT_THE_COPY =
  /^\W{0,3}(?:cited by:? \d|(?:online[;,]? )?(?:last )?(?:accessed|retrieved|visited)\b|(?:funding information|publisher copyright|copyright)\b|\{?\\(?:textcopyright|copyright)|©)/i;

/** The fields of an entry that has a paper in it; each at its own place, in no order. */
export function bibFields(input: BibInput): Found[] {
  const { text, entry } = input;
  const fields = entry.fields.filter(({ range }) => range.to > range.from);
  const given = new Map<string, BibField>();
  for (const field of fields) if (!given.has(field.name)) given.set(field.name, field);
  const named = given.get('venue');
  const isNamed = named !== undefined && NAMED_VENUE.test(valueText(input, named));
  const venue =
    VENUES.map((name) => given.get(name)).find((field) => field !== undefined) ??
    (isNamed ? named : undefined);
  const archive = valueText(
    input,
    given.get('archiveprefix') ?? given.get('eprinttype'),
  ).toLowerCase();

  const entryType = text.slice(entry.typeRange.from, entry.typeRange.to);
  const subtype = valueText(input, given.get('entrysubtype'));
  const isPreprint = /^preprint$/i.test(subtype);
  const isTold = SUBTYPE.test(subtype);
  const isOfArxiv = fields.some(
    ({ name, range }) =>
      ARXIV_FIELDS.has(name) ||
      (name === 'eprint' && eprint(input, range, archive).name === 'arxiv') ||
      (STATING.has(name) && statedArxiv(text, range, false) !== null),
  );

  const names = new Set(fields.map(({ name }) => PUBLICATION.get(name) ?? PLAIN.get(name)));
  const note = {
    decode: (source: string) => input.decode(source),
    isGiven: (name: FieldName) => names.has(name),
  };
  // Beside the address of a publisher, a location is that of the conference, as ACM has them.
  const isPlaced = IN_PROCEEDINGS.test(entryType) && given.has('address');

  const found = fields.flatMap((field): Found | Found[] => {
    const { name, range } = field;
    const raw = input.raw(field);
    const other: Found = { name: 'other', range, label: name };
    const plain = given.get(name) === field ? PLAIN.get(name) : undefined;
    const stated = STATING.has(name)
      ? statedArxiv(text, range, name === 'volume' || name === 'number')
      : null;

    const extra = name === 'note' ? extraFields(text, { range, label: name, ...note }) : null;
    if (extra !== null) return extra;
    if (stated !== null) {
      return statedFields(text, { range, stated, label: name, isVenue: VENUES.includes(name) });
    }
    if (plain !== undefined) {
      if (plain === 'title' || plain === 'subtitle') {
        const kept = keptCapitals(raw, input.decode);
        const value = input.prose(raw);
        return { name: plain, range, value, ...(kept.length === 0 ? {} : { caseKept: kept }) };
      }
      const isProse = plain === 'abstract';
      return { name: plain, range, value: isProse ? input.prose(raw) : input.decode(raw) };
    }
    if (field === venue) return { name: 'venue', range, value: input.decode(raw) };
    if (venue !== undefined && name === SUBTITLES.get(venue.name))
      return { name: 'venue_subtitle', range, value: input.decode(raw) };
    if (ADDRESSES.has(name) && isAddress(raw)) return addresses(input, range);
    if (name === 'location' && isPlaced)
      return { name: 'event_place', range, value: input.decode(raw) };
    const printed = given.get(name) === field ? PUBLICATION.get(name) : undefined;
    // Springer and Mendeley have the number of a serial in the place of a book's.
    if (name === 'isbn' && !given.has('issn') && serialNumber(raw) === 'issn')
      return { name: 'issn', range, value: input.decode(raw) };
    if (printed !== undefined) return { name: printed, range, value: input.decode(raw) };
    switch (name) {
      case 'editor':
      case 'translator':
        return bibNames(text, range, input.decode).map((each) =>
          each.name === 'author' ? { ...each, name } : { ...each, name: 'other', label: name },
        );
      case 'number':
        return {
          name:
            NUMBERED.test(entryType) || NUMBERED.test(subtype)
              ? 'article_number'
              : IN_SERIES.test(entryType) || (IN_PROCEEDINGS.test(entryType) && given.has('series'))
                ? 'series_number'
                : 'issue',
          range,
          value: input.decode(raw),
        };
      case 'ids':
        return keysIn(text, range).map((key) => ({ name: 'citation_key', range: key }));
      case 'mendeley-tags':
      case 'tags':
        return { name: 'keywords', range, value: input.decode(raw), label: 'tag' };
      case 'mesh':
      case 'mesh-terms':
        return { name: 'keywords', range, value: input.decode(raw), label: 'mesh' };
      case 'research-areas':
      case 'web-of-science-categories':
        return { name: 'keywords', range, value: input.decode(raw), label: 'subject' };
      case 'author':
        return bibNames(text, range, input.decode);
      case 'collaboration':
        // Of a list of people it is the last name, as in PubMed.
        return given.has('author') && (given.get('author')?.range.from ?? 0) < range.from
          ? { name: 'author', range, value: input.decode(raw), parts: {} }
          : other;
      case 'organization':
        // The house of a manual, of a page or of proceedings; beside a publisher one that lends its name.
        return given.has('publisher') || given.has('institution')
          ? other
          : { name: 'publisher', range, value: input.decode(raw) };
      case 'doi':
        return { name: 'doi', range, value: decodeHTMLStrict(address(input, raw)) };
      case 'eprint':
        return eprint(input, range, archive);
      case 'arxivid':
      case 'arxiv':
        return { name: 'arxiv', range };
      // What RIS calls the date, as Springer's pages turn it into BibTeX.
      case 'da':
        return given.has('year') || given.has('date') ? other : { name: 'date', range };
      case 'month':
      case 'issue_date':
        return monthField(input, field, given);
      case 'howpublished':
        return isPreprint && venue === undefined && !isAddress(raw) && !raw.includes('\\url')
          ? { name: 'venue', range, value: input.decode(raw) }
          : howPublished(input, range, !given.has('note'));
      case 'entrysubtype':
        return isTold ? { name: 'type', range } : other;
      case 'note':
        if (ABOUT_THE_COPY.test(raw)) return other;
        if (!given.has('doi') && doiStart(raw) !== undefined) return { name: 'doi', range };
        return isOfArxiv && REMARK.test(raw)
          ? { name: 'comment', range, value: input.prose(raw) }
          : { name: 'note', range, value: input.decode(raw) };
      case 'code':
      case 'github':
        return isAddress(raw) ? { name: 'code_url', range, value: address(input, raw) } : other;
      default:
        return other;
    }
  });
  const type: Found = isTold
    ? { name: 'other', range: entry.typeRange, label: 'entrytype' }
    : {
        name: 'type',
        range: entry.typeRange,
        // Elsewhere a review is an article that surveys a field.
        ...(/^review$/i.test(entryType) ? { value: 'book review' } : {}),
      };
  const key: Found[] = entry.key === null ? [] : [{ name: 'citation_key', range: entry.key }];
  return [type, ...key].concat(found);
}

/** The keys of a list, each at its own place. */
function keysIn(text: string, range: Range): Range[] {
  return Array.from(text.slice(range.from, range.to).matchAll(/[^\s,]+/g), ({ 0: key, index }) => ({
    from: range.from + index,
    to: range.from + index + key.length,
  }));
}

function valueText(input: BibInput, field: BibField | undefined): string {
  return field === undefined ? '' : input.decode(input.raw(field)).trim();
}

// `https://…`, `www.…`, `arxiv.org/abs/…`, `\url{…}`
const ADDRESS = /^\s*(?:\\url\s*\{\s*)?(?:https?:|ftp:|www\.|[\w-]+(?:\.[\w-]+){1,4}\/)/i;

function isAddress(raw: string): boolean {
  return ADDRESS.test(raw);
}

/** An address as a browser takes it: `\_`, `{\%}` and `\url{..}` resolved, its tildes kept. */
function address({ verbatim }: BibInput, raw: string): string {
  return /[\\{]/.test(raw)
    ? verbatim(
        raw
          .replace(/\\url\s*\{/g, '{')
          .replace(/\\?~/g, '\\~{}')
          .replace(/\$([<>])\$/g, '$1'),
      ).trim()
    : raw;
}

// The blank or semicolon between two addresses in one field
const BETWEEN_ADDRESSES = /[\s;,]{1,20}(?=(?:\\url\{)?https?:)/g;

/** Each address of a field that may hold more than one. */
function addresses(input: BibInput, range: Range): Found[] {
  const { text } = input;
  const value = text.slice(range.from, range.to);
  const found: Found[] = [];
  let from = range.from;
  const add = (to: number) => {
    const place = withoutUrlCommand(text, trimmed(text, { from, to }));
    if (place.to > place.from) {
      found.push({
        name: 'url',
        range: place,
        value: address(input, text.slice(place.from, place.to)),
      });
    }
  };
  for (const match of value.matchAll(BETWEEN_ADDRESSES)) {
    add(range.from + match.index);
    from = range.from + match.index + match[0].length;
  }
  add(range.to);
  return found;
}

/** The inside of `\url{..}`. */
function withoutUrlCommand(text: string, range: Range): Range {
  const opening = /^\\url\s{0,5}\{/.exec(text.slice(range.from, range.from + 12))?.[0];
  if (opening === undefined || text[range.to - 1] !== '}') return range;
  return trimmed(text, { from: range.from + opening.length, to: range.to - 1 });
}

/**
 * `Blog post, \url{https://…}`: the words and the address apart.
 *
 * @param isNote whether the words are the note of an entry that has none
 */
function howPublished(input: BibInput, range: Range, isNote: boolean): Found[] {
  const { text } = input;
  const value = text.slice(range.from, range.to);
  if (isAddress(value)) return addresses(input, range);
  const words = (place: Range): Found => {
    const printed = text.slice(place.from, place.to);
    return isNote && /\p{L}{3}/u.test(printed) && !ABOUT_THE_COPY.test(printed)
      ? { name: 'note', range: place, value: input.decode(printed).replace(/[\s,;:]+$/u, '') }
      : { name: 'other', range: place, label: 'howpublished' };
  };
  const at = value.indexOf('\\url{');
  const close = at < 0 ? -1 : value.indexOf('}', at);
  if (close < 0) return [words(range)];
  const place = { from: range.from + at + 5, to: range.from + close };
  const before = trimmed(text, { from: range.from, to: range.from + at });
  const after = trimmed(text, { from: place.to + 1, to: range.to });
  const found: Found[] = [
    { name: 'url', range: place, value: address(input, text.slice(place.from, place.to)) },
  ];
  for (const rest of [before, after]) {
    if (/\w/.test(text.slice(rest.from, rest.to))) found.push(words(rest));
  }
  return found;
}

// `2507.17249v1`, `hep-th/9901001`, `math.GT/0309136`
const ARXIV_FORM = /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;

function eprint(input: BibInput, range: Range, archive: string): Found {
  const value = input.text.slice(range.from, range.to);
  if (archive === 'arxiv' || (archive === '' && ARXIV_FORM.test(value)))
    return { name: 'arxiv', range };
  if (archive === 'pubmed' || archive === 'pmid') return { name: 'pmid', range };
  const there = archiveAddress(archive, address(input, value));
  if (there !== undefined) return { name: 'url', range, value: there };
  // Servers of preprints give DOIs.
  if (doiStart(value) !== undefined) return { name: 'doi', range, value: address(input, value) };
  return isAddress(value)
    ? { name: 'url', range, value: address(input, value) }
    : { name: 'other', range, label: 'eprint' };
}

/** A month with the day beside it, where a year is given to go with them and no whole date. */
function monthField(
  input: BibInput,
  { name, range, parts }: BibField,
  given: ReadonlyMap<string, BibField>,
): Found {
  const other: Found = { name: 'other', range, label: name };
  const isSecond = given.has('date') || (name === 'issue_date' && given.has('month'));
  if (!given.has('year') || isSecond) return other;
  const field: BibField = { name, range, parts };
  const printed = input
    .decode(input.raw(field))
    .replace(/[~#"\s]+/g, ' ')
    .trim();
  const number = /^(?:0?[1-9]|1[0-2])$/.test(printed) ? Number(printed) : undefined;
  const month = number === undefined ? printed : (MONTHS[number - 1]?.slice(0, 3) ?? printed);
  const day = valueText(input, given.get('day'));
  const whole = /^(?:0?[1-9]|[12]\d|3[01])$/.test(day) && /^[A-Za-z]{3,9}\.?$/.test(month);
  return { name: 'date', range, value: whole ? `${month} ${day}` : month };
}

import type {
  Authors,
  FieldName,
  ItemType,
  LocatedRecord,
  Message,
  PageFacts,
  RawField,
  RichText,
  Sourced,
  SourceRecord,
  TextValue,
  WorkDate,
} from '../../model/index.ts';
import { collapse, parseStripped, parseTex, wholesome, withoutHtml } from '../../text/index.ts';
import { readCategories } from './categories.ts';
import {
  type DateParts,
  type InferredYear,
  isoDate,
  liesAfterVisit,
  readDate,
  visitYear,
} from './dates.ts';
import { type AuthorList, commasIn, readAuthors, withoutOthers } from './author-list.ts';
import { arxivId, arxivMonth } from './identifiers.ts';
import { itemTypeOf } from './item-type.ts';
import { readKeywords } from './keywords.ts';
import type { Locate } from './locate.ts';
import { type Habits, habitsOf, readName, statedName } from './names.ts';
import { unique } from '../lists.ts';
import { isState, readPlace } from './places.ts';
import { readPages, readText, textFields } from './text-fields.ts';

/** The records of one seed and what the page around them says. */
export interface CleanInput {
  records: readonly LocatedRecord[];
  facts: PageFacts;
  /** `format` of the reader that read the seed. */
  format: string;
  /** True when the site takes `$` and backslashes from its formulas; they are then put back where that is sure. */
  stripsMath?: boolean;
  /** True when the dates it prints are those on which preprints were posted. */
  datesPostings?: boolean;
  locate: Locate;
}

/** Records with typed values; identifiers are added by `identify`. */
export interface Cleaned {
  records: SourceRecord[];
  messages: Message[];
}

/**
 * The records of one seed with every value typed and traced to its bytes. What has no place among the fields of a
 * paper (votes, scores, a second value for one field, a date nobody can read) is kept as a remark, so nothing is lost.
 */
export function clean({ records, ...site }: CleanInput): Cleaned {
  const { date } = site.facts;
  const visit = visitYear({
    ...(date === undefined ? {} : { page: date }),
    printedYears: records.flatMap((record) =>
      readable(record).flatMap((parts) => parts.year ?? []),
    ),
    identifierYears: records.flatMap((record) => identifierMonth(record)?.year ?? []),
  });
  const messages: Message[] = [];
  const page: Page = { ...site, visit, messages };
  return { records: records.map((record) => cleanRecord(record, page)), messages };
}

interface Page extends Omit<CleanInput, 'records'> {
  visit: InferredYear | undefined;
  messages: Message[];
}

/** Fields that become rich text. */
const isRich = isOneOf(['title', 'abstract', 'comment']);

/**
 * What a publisher's page prints above an abstract and programs copy along: `Abstract` on a line of its own, `Summary: `;
 * not the first word of `Abstract interpretation is …`.
 */
const LABEL =
  /^\s*(?:abstract|summary|zusammenfassung|résumé|resumen|resumo|riassunto|аннотация|摘要|要旨|抄録|الملخص|ملخص)(?:\s*[.:：–—]\s*|\s*[\r\n]\s*|\s{3,})(?=\S)/iu;

/** Fields of which all that a record has are read together. */
const AUTHORS = ['authors', 'author', 'author_count', 'et_al'] as const;
const EDITORS = ['editor', 'editors'] as const;
const TRANSLATORS = ['translator'] as const;
const KEYWORDS = ['keyword', 'keywords'] as const;
const DATES = ['date', 'year'] as const;

/** Fields of a place in print, where some sources say that there is none yet. */
const NUMBERS: ReadonlySet<FieldName> = new Set(['volume', 'issue', 'pages', 'article_number']);

/** Fields that become identifiers, in `identify`. */
const IDENTIFIERS = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'url'] as const;

const isReadApart = isOneOf([
  ...AUTHORS,
  ...EDITORS,
  ...TRANSLATORS,
  ...KEYWORDS,
  ...DATES,
  'posted',
  ...IDENTIFIERS,
  'type',
  'categories',
  'subtitle',
  'venue_subtitle',
  'other',
  'private',
]);

function isOneOf<Name extends FieldName>(names: readonly Name[]) {
  const all: ReadonlySet<string> = new Set(names);
  return (name: string): name is Name => all.has(name);
}

function cleanRecord(raw: LocatedRecord, page: Page): SourceRecord {
  const from = (field: RawField) => page.locate(raw, field.span);
  const of = (...names: FieldName[]) => raw.fields.filter(({ name }) => names.includes(name));
  const source = { file: raw.seed, lines: raw.lines };
  const fields: SourceRecord['fields'] = {};
  const remarks: RawField[] = [];
  const states: { field: RawField; said: string }[] = [];
  for (const stated of raw.fields) {
    if (isReadApart(stated.name)) continue;
    const behind = SUBTITLES.get(stated.name);
    const field = behind === undefined ? stated : withSubtitle(stated, of(behind)[0]);
    const printed = collapse(
      field.name === 'abstract' ? field.value.replace(LABEL, '') : field.value,
    );
    if (field.name === 'genre' && isPlainType(printed, page.format)) continue;
    // `VL  - ahead-of-print`
    if (NUMBERS.has(field.name) && isState(printed)) {
      states.push({ field, said: printed });
      continue;
    }
    const pages = field.name === 'pages' ? readPages(printed) : undefined;
    const place =
      field.name === 'venue' && fields.venue === undefined ? readPlace(printed) : undefined;
    if (place?.state !== undefined) states.push({ field, said: place.state });
    if (place !== undefined && place.container === undefined) continue;
    const key = isRich(field.name)
      ? field.name
      : field.name === 'pages'
        ? pages?.key
        : textFields.get(field.name);
    if (key === undefined || printed === '' || fields[key] !== undefined) remarks.push(stated);
    else if (isRich(key)) {
      const text = textValue(printed, page.messages, source, page.stripsMath);
      const value = key === 'title' ? { ...text, rich: withoutStop(text.rich) } : text;
      // Nothing of what is withheld from the text.
      const kept = field.caseKept?.filter((word) => printed.includes(word));
      fields[key] = { value: kept ? { ...value, caseKept: kept } : value, from: from(field) };
    } else
      fields[key] = {
        value: readText(key, pages?.text ?? place?.container ?? printed),
        from: from(field),
      };
  }
  const authors = cleanAuthors(of(...AUTHORS), from);
  page.messages.push(...perhapsTwo(of('author'), source));
  const categories = cleanCategories(of('categories'), from);
  const editors = cleanAuthors(of(...EDITORS), from);
  const translators = cleanAuthors(of(...TRANSLATORS), from);
  // `Article` and `Conference Paper` are kinds of works, `PhD thesis` and `White paper` kinds of one.
  const kinds = of('genre').filter(({ value }) => isPlainType(collapse(value), page.format));
  const types = [...of('type'), ...kinds];
  const degree = of('genre').length === 0 ? degreeIn(of('type'), from) : undefined;
  const type = cleanType(types, page.format, from);
  const isUndated = ({ value }: RawField) => isState(collapse(value));
  for (const field of of(...DATES).filter(isUndated)) {
    states.push({ field, said: collapse(field.value) });
  }
  for (const { field, said } of states) {
    if (fields.status === undefined) fields.status = { value: said, from: from(field) };
    else remarks.push(field);
  }
  const { date, rest } = cleanDate(
    of(...DATES).filter((field) => !isUndated(field)),
    raw,
    page,
    from,
  );
  const posting = cleanDate(of('posted'), raw, page, from);
  return {
    key: raw.key,
    seed: raw.seed,
    format: page.format,
    raw,
    fields: {
      ...(degree && { genre: degree }),
      ...fields,
      ...(authors && { authors }),
      ...(categories && { categories }),
      ...(editors && { editors }),
      ...(translators && { translators }),
      ...(type && { type }),
      ...(posting.date && { posted: posting.date }),
      ...(date && (page.datesPostings ? { posted: date } : { issued: date })),
    },
    identifiers: [],
    keywords: [
      ...of(...KEYWORDS).flatMap((field) => readKeywords(field, from(field))),
      ...raw.filings.map(({ value, kind, span }) => ({
        value: { value: collapse(wholesome(value)), kind },
        from: page.locate(raw, span),
      })),
    ],
    remarks: [...remarks, ...types, ...rest, ...posting.rest].map((field) => ({
      value: { name: field.name, value: collapse(field.value) },
      from: from(field),
    })),
    truncated: raw.truncated || isElided(fields.abstract?.value.source),
  };
}

/** Titles, and the fields that hold what stands behind them. */
const SUBTITLES: ReadonlyMap<FieldName, FieldName> = new Map<FieldName, FieldName>([
  ['title', 'subtitle'],
  ['venue', 'venue_subtitle'],
]);

/** A title with its subtitle, which some sources have in both fields. */
function withSubtitle(title: RawField, subtitle: RawField | undefined): RawField {
  const [before, behind] = [collapse(title.value), collapse(subtitle?.value ?? '')];
  if (subtitle === undefined || behind === '' || before === '' || before.includes(behind)) {
    return title;
  }
  const kept = [...(title.caseKept ?? []), ...(subtitle.caseKept ?? [])];
  return {
    ...title,
    value: `${before.replace(/\s?[:.]$/u, '')}${/[?!]$/u.test(before) ? ' ' : ': '}${behind}`,
    span: {
      start: Math.min(title.span.start, subtitle.span.start),
      end: Math.max(title.span.end, subtitle.span.end),
    },
    ...(kept.length === 0 ? {} : { caseKept: kept }),
  };
}

// The stop that databases such as PubMed close titles with; `et al.`, `Inc.`, `A. B.` and `etc.` have theirs for another reason
const STOP = /(?<=[\p{Ll}\p{N})\]”"]{3})(?<!\b(?:etc|approx|[Cc]orp|[Dd]ept|[Pp]roc|[Uu]niv))\.$/u;

/** A title as it is printed: what a reference puts behind it is no part of it. Its source keeps the stop. */
function withoutStop(rich: RichText): RichText {
  const last = rich.at(-1);
  return last?.type === 'text' && STOP.test(last.value)
    ? [...rich.slice(0, -1), { ...last, value: last.value.replace(STOP, '') }]
    : rich;
}

/**
 * The text `source`, whitespace collapsed, as rich text; what its TeX has to say goes to `messages`.
 *
 * @param stripped true for text of a page that takes `$` and backslashes from its formulas
 */
export function textValue(
  source: string,
  messages: Message[],
  place: NonNullable<Message['source']>,
  stripped = false,
): TextValue {
  const text = collapse(source);
  const parsed = stripped
    ? parseStripped(text)
    : { ...parseTex(wholesome(withoutHtml(text))), left: [] };
  for (const found of parsed.messages) messages.push({ severity: 'note', source: place, ...found });
  const { rich, left } = parsed;
  return { rich, source: text, ...(left.length === 0 ? {} : { left }) };
}

/** An abstract that stops with `…` is a teaser of a longer one. */
function isElided(text: string | undefined): boolean {
  return text !== undefined && /(?:…|\.\.\.)$/.test(text);
}

type From = (field: RawField) => ReturnType<Locate>;

function cleanAuthors(fields: readonly RawField[], from: From): Sourced<Authors> | undefined {
  const printed = fields.filter(({ name }) => NAMES.has(name));
  const counted = fields.find((field) => field.name === 'author_count');
  const basis = printed[0] ?? counted;
  if (basis === undefined) return undefined;
  const single = printed.filter(({ name, parts }) => SINGLE.has(name) && parts === undefined);
  const habits = habitsOf(single.map(({ value }) => collapse(value)));
  const lists = printed.map((field) => readNames(field, habits));
  const names = lists.flatMap((list) => list.names);
  const authors: Authors = {
    names,
    more: lists.some((list) => list.more) || fields.some((field) => field.name === 'et_al'),
  };
  const count = counted === undefined ? undefined : readCount(counted.value);
  if (count !== undefined) {
    authors.count = count;
    if (names.length > 0 && count > names.length) authors.more = true;
  }
  if (names.length === 0 && count === undefined) return undefined;
  const last = printed.at(-1) ?? basis;
  const place = from(basis);
  if (last === basis) return { value: authors, from: place };
  const end = from(last);
  const span = { start: place.span.start, end: end.span.end };
  return { value: authors, from: { ...place, span, lines: [place.lines[0], end.lines[1]] } };
}

/** Says when the only name of a record may be those of two people. */
function perhapsTwo(
  [only, ...others]: readonly RawField[],
  source: NonNullable<Message['source']>,
): Message[] {
  const printed = only?.parts === undefined ? collapse(only?.value ?? '') : '';
  if (others.length > 0 || commasIn(printed) !== 'unsure') return [];
  return [
    {
      code: 'author-perhaps-two',
      severity: 'note',
      source,
      text: `“${printed}” was read as one author, family name first; it may be two people.`,
      hint: 'Where it is two, write `and` between them in the file or give the authors in a correction.',
    },
  ];
}

/** Fields that hold names. */
const NAMES: ReadonlySet<FieldName> = new Set([
  'authors',
  'author',
  'editors',
  'editor',
  'translator',
]);

/** Fields that hold one name. */
const SINGLE: ReadonlySet<FieldName> = new Set(['author', 'editor', 'translator']);

/** The names one field holds: one with `author`, whatever commas are in it. */
function readNames({ name, value, parts }: RawField, habits: Habits): AuthorList {
  const printed = collapse(value);
  if (!SINGLE.has(name)) return readAuthors(printed);
  const { list: text, more } = withoutOthers(printed);
  if (parts === undefined && commasIn(text) === 'list') return readAuthors(printed);
  // `Lee, A. et al.` as a name without parts is none of those it has without its end.
  const read =
    parts === undefined || text === '' || (more && parts.family === undefined)
      ? readName(text, habits)
      : statedName(text, parts);
  return { names: read === undefined ? [] : [read], more };
}

/** Types that say where a work stands and nothing more. */
const PLAIN_TYPES: ReadonlySet<ItemType> = new Set([
  'article-journal',
  'paper-conference',
  'chapter',
  'book',
  'review',
]);

/** The theses that types of entries tell apart (BibTeX, RefMan). */
const DEGREES: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mastersthesis', 'Master’s thesis'],
]);

/** What thesis an entry is, where only its type says so. */
function degreeIn(types: readonly RawField[], from: From): Sourced<string> | undefined {
  for (const field of types) {
    const printed = collapse(field.value);
    const value = DEGREES.get(printed.toLowerCase());
    if (value === undefined) continue;
    return {
      value,
      from: { kind: 'inferred', rule: `the entry is a ${printed}`, basis: from(field) },
    };
  }
  return undefined;
}

function isPlainType(printed: string, format: string): boolean {
  if (/^thesis$/i.test(printed)) return true;
  const type = itemTypeOf(printed, format);
  return type !== undefined && PLAIN_TYPES.has(type);
}

/** Types that say little where a record states another one, the vaguest last. */
const VAGUE_TYPES: ReadonlySet<ItemType> = new Set(['manuscript', 'document']);

/** Types of what stands in a book. */
const IN_BOOK: ReadonlySet<ItemType> = new Set(['paper-conference', 'chapter']);

/**
 * The type that a record states; of several the one that says more than that it stands in a journal, and of a book and
 * what stands in it the latter: `PT B` and `Book Chapter` of Web of Science. There `Article; Proceedings Paper` is the
 * article of a journal that was a talk.
 */
function cleanType(
  fields: readonly RawField[],
  format: string,
  from: From,
): Sourced<ItemType> | undefined {
  const read = fields.flatMap((field) => {
    const value = itemTypeOf(collapse(field.value), format);
    return value === undefined ? [] : [{ value, from: from(field) }];
  });
  const printed = new Set(fields.map(({ value }) => collapse(value)));
  const isTalk = printed.has('Article') && printed.has('Proceedings Paper');
  const telling = read.filter(
    ({ value }) => value !== 'article-journal' && !(isTalk && value === 'paper-conference'),
  );
  const part = telling.find(({ value }) => IN_BOOK.has(value));
  if (part !== undefined) return part;
  return telling.find(({ value }) => !VAGUE_TYPES.has(value)) ?? telling[0] ?? read[0];
}

/** `6` or `6 authors` */
const countPattern = /^(\d{1,6})\b/;

function readCount(printed: string): number | undefined {
  const digits = countPattern.exec(printed.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function cleanCategories(fields: readonly RawField[], from: From): Sourced<string[]> | undefined {
  const [first] = fields;
  if (first === undefined) return undefined;
  const read = fields.flatMap((field) => readCategories(collapse(field.value)));
  if (read.length === 0) return undefined;
  const value = unique(read.map((category) => category.code));
  const guessed = read.find((category) => category.guessed);
  if (guessed === undefined) return { value, from: from(first) };
  const rule = `of the archives that use this subject code, computer science is read: ${guessed.code}`;
  return { value, from: { kind: 'inferred', rule, basis: from(first) } };
}

/** The date of a record, and the fields that gave none. */
interface CleanDate {
  date?: Sourced<WorkDate>;
  rest: RawField[];
}

function cleanDate(
  fields: readonly RawField[],
  raw: LocatedRecord,
  page: Page,
  from: From,
): CleanDate {
  const [best, ...others] = fields
    .map((field) => ({ field, parts: readDate(collapse(field.value)) }))
    .sort((a, b) => precision(b.parts) - precision(a.parts));
  if (best === undefined) return { rest: [] };
  const { parts } = best;
  const rest = others.map((other) => other.field);
  const place = from(best.field);
  const printed = collapse(best.field.value);
  const source = { file: raw.seed, lines: raw.lines };
  if (parts === undefined) {
    page.messages.push({
      code: 'date-unreadable',
      severity: 'warning',
      source,
      text: `“${printed}” stands where a date is expected and is none.`,
      hint: 'The value is kept as a remark; set the date in a correction.',
    });
    return { rest: [best.field, ...rest] };
  }
  const year = parts.year ?? others.find(({ field }) => field.name === 'year')?.parts?.year;
  if (year !== undefined) {
    const value = { iso: isoDate({ ...parts, year }), yearInferred: false };
    return { date: { value, from: place }, rest };
  }
  const inferred = inferYear(parts, raw, page);
  if (inferred !== undefined) {
    const value = { iso: isoDate({ ...parts, year: inferred.year }), yearInferred: true };
    return { date: { value, from: { kind: 'inferred', rule: inferred.rule, basis: place } }, rest };
  }
  page.messages.push({
    code: 'date-without-year',
    severity: 'note',
    source,
    text: `The date “${printed}” has no year, and nothing else on the page tells which.`,
    hint: 'The value is kept as a remark; set the date in a correction.',
  });
  return { rest: [best.field, ...rest] };
}

/** A date with more parts is better; one with a month and no year is better than a year alone. */
function precision(parts: DateParts | undefined): number {
  if (parts === undefined) return -1;
  return (
    2 * Number(parts.year !== undefined) +
    3 * Number(parts.month !== undefined) +
    4 * Number(parts.day !== undefined)
  );
}

function inferYear(parts: DateParts, raw: LocatedRecord, page: Page): InferredYear | undefined {
  const given = identifierMonth(raw);
  if (given !== undefined && parts.month === given.month) {
    return { year: given.year, rule: `year of the record's own arXiv identifier, ${given.year}` };
  }
  if (page.visit === undefined || liesAfterVisit(parts, page.facts.date)) return undefined;
  return page.visit;
}

function identifierMonth(record: LocatedRecord): { year: number; month: number } | undefined {
  const field = record.fields.find(({ name }) => name === 'arxiv');
  const id = field === undefined ? undefined : arxivId(field.value);
  return id === undefined ? undefined : arxivMonth(id);
}

function readable(record: LocatedRecord): DateParts[] {
  return record.fields
    .filter(({ name }) => name === 'date' || name === 'year')
    .flatMap((field) => readDate(collapse(field.value)) ?? []);
}

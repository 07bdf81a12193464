import type {
  Authors,
  FieldName,
  Inferred,
  ItemType,
  LocatedRecord,
  Message,
  PageFacts,
  RawField,
  Remark,
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
import { arxivId, arxivMonth } from './identifiers.ts';
import { itemTypeOf } from './item-type.ts';
import { readKeywords } from './keywords.ts';
import type { Locate } from './locate.ts';
import { type AuthorList, bareInitials, readAuthors, readName } from './names.ts';
import { unique } from '../lists.ts';
import { readText, textFields } from './text-fields.ts';

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

/** Fields that become identifiers, in `identify`. */
const identifying: ReadonlySet<FieldName> = new Set([
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'pmid',
  'url',
]);

/**
 * The records of one seed with every value typed and traced to its bytes. What has no place among the fields of a
 * paper (votes, scores, a second value for one field, a date nobody can read) is kept as a remark, so nothing is lost.
 */
export function clean(input: CleanInput): Cleaned {
  const { records, facts, format, stripsMath = false, datesPostings = false, locate } = input;
  const visit = visitYear({
    ...(facts.date === undefined ? {} : { page: facts.date }),
    printedYears: records.flatMap((record) => readable(record).flatMap((date) => date.year ?? [])),
    identifierYears: records.flatMap((record) => identifierMonth(record)?.year ?? []),
  });
  const messages: Message[] = [];
  const cleaned = records.map((record) =>
    cleanRecord(record, { facts, format, stripsMath, datesPostings, locate, visit, messages }),
  );
  return { records: cleaned, messages };
}

interface Page {
  facts: PageFacts;
  format: string;
  stripsMath: boolean;
  datesPostings: boolean;
  locate: Locate;
  visit: InferredYear | undefined;
  messages: Message[];
}

function cleanRecord(raw: LocatedRecord, page: Page): SourceRecord {
  const record: SourceRecord = {
    key: raw.key,
    seed: raw.seed,
    format: page.format,
    raw,
    fields: {},
    identifiers: [],
    keywords: [],
    remarks: [],
    truncated: raw.truncated,
  };
  const from = (field: RawField) => page.locate(raw, field.span);
  const remark = (field: RawField) => {
    const value: Remark = { name: field.name, value: collapse(field.value) };
    record.remarks.push({ value, from: from(field) });
  };
  const fields = record.fields;
  const source = { file: raw.seed, lines: raw.lines };
  const names: RawField[] = [];
  const editors: RawField[] = [];
  const types: RawField[] = [];
  const categories: RawField[] = [];
  const dates: RawField[] = [];
  for (const field of raw.fields) {
    const printed = collapse(field.value);
    switch (field.name) {
      case 'title':
      case 'abstract':
      case 'comment':
        if (printed === '' || fields[field.name] !== undefined) remark(field);
        else
          fields[field.name] = {
            value: textValue(printed, page.messages, source, page.stripsMath),
            from: from(field),
          };
        break;
      case 'authors':
      case 'author':
      case 'author_count':
      case 'et_al':
        names.push(field);
        break;
      case 'editor':
      case 'editors':
        editors.push(field);
        break;
      case 'keyword':
      case 'keywords':
        record.keywords.push(...readKeywords(field, from(field)));
        break;
      case 'type':
        types.push(field);
        break;
      case 'categories':
        categories.push(field);
        break;
      case 'date':
      case 'year':
        dates.push(field);
        break;
      case 'other':
      case 'private':
        break;
      default: {
        const key = textFields.get(field.name);
        if (key === undefined) {
          if (!identifying.has(field.name)) remark(field);
        } else if (printed === '' || fields[key] !== undefined) remark(field);
        else fields[key] = { value: readText(key, printed), from: from(field) };
      }
    }
  }
  for (const { value, kind, span } of raw.filings) {
    record.keywords.push({
      value: { value: collapse(wholesome(value)), kind },
      from: page.locate(raw, span),
    });
  }
  const authors = cleanAuthors(names, from);
  if (authors !== undefined) fields.authors = authors;
  const subjects = cleanCategories(categories, from);
  if (subjects !== undefined) fields.categories = subjects;
  const edited = cleanAuthors(editors, from);
  if (edited !== undefined) fields.editors = edited;
  const type = cleanType(types, page.format, from);
  if (type !== undefined) fields.type = type;
  for (const field of types) remark(field);
  const issued = cleanDate(dates, raw, page, from);
  if (issued.date !== undefined) fields[page.datesPostings ? 'posted' : 'issued'] = issued.date;
  for (const field of issued.rest) remark(field);
  if (isElided(fields.abstract?.value.source)) record.truncated = true;
  return record;
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
  const bare = bareInitials(single.map(({ value }) => collapse(value)));
  const lists = printed.map((field) => readNames(field, bare));
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

/** Fields that hold names. */
const NAMES: ReadonlySet<FieldName> = new Set(['authors', 'author', 'editors', 'editor']);

/** Fields that hold one name. */
const SINGLE: ReadonlySet<FieldName> = new Set(['author', 'editor']);

/** The names one field holds: one with `author`, whatever commas are in it. */
function readNames({ name, value, parts }: RawField, bare: number): AuthorList {
  const text = collapse(value);
  if (!SINGLE.has(name)) return readAuthors(text);
  const read =
    parts === undefined || text === '' ? readName(text, bare) : { literal: text, ...parts };
  return { names: read === undefined ? [] : [read], more: false };
}

/** The type that a record states; of several the one that says more than that it stands in a journal. */
function cleanType(
  fields: readonly RawField[],
  format: string,
  from: From,
): Sourced<ItemType> | undefined {
  const read = fields.flatMap((field) => {
    const value = itemTypeOf(collapse(field.value), format);
    return value === undefined ? [] : [{ value, from: from(field) }];
  });
  return read.find(({ value }) => value !== 'article-journal') ?? read[0];
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

interface CleanDate {
  date?: Sourced<WorkDate>;
  /** Fields that gave no date. */
  rest: RawField[];
}

function cleanDate(
  fields: readonly RawField[],
  raw: LocatedRecord,
  page: Page,
  from: From,
): CleanDate {
  const dates = fields
    .map((field) => ({ field, parts: readDate(collapse(field.value)) }))
    .sort((a, b) => precision(b.parts) - precision(a.parts));
  const [best, ...others] = dates;
  if (best === undefined) return { rest: [] };
  const rest = others.map((other) => other.field);
  const source = { file: raw.seed, lines: raw.lines };
  if (best.parts === undefined) {
    page.messages.push({
      code: 'date-unreadable',
      severity: 'warning',
      source,
      text: `“${collapse(best.field.value)}” stands where a date is expected and is none.`,
      hint: 'The value is kept as a remark; set the date in a correction.',
    });
    return { rest: [best.field, ...rest] };
  }
  const parts = best.parts;
  const dated = (year: number, yearInferred: boolean): WorkDate => ({
    iso: isoDate({ ...parts, year }),
    yearInferred,
  });
  if (parts.year !== undefined)
    return { date: { value: dated(parts.year, false), from: from(best.field) }, rest };
  const printedApart = others.find((other) => other.field.name === 'year')?.parts?.year;
  if (printedApart !== undefined) {
    return { date: { value: dated(printedApart, false), from: from(best.field) }, rest };
  }
  const inferred = inferYear(parts, raw, page);
  if (inferred !== undefined) {
    const provenance: Inferred = { kind: 'inferred', rule: inferred.rule, basis: from(best.field) };
    return { date: { value: dated(inferred.year, true), from: provenance }, rest };
  }
  page.messages.push({
    code: 'date-without-year',
    severity: 'note',
    source,
    text: `The date “${collapse(best.field.value)}” has no year, and nothing else on the page tells which.`,
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

import type { Authors, Message, SourceRecord } from '../model/index.ts';
import { isoDate, readDate, type SeedRecords, statedKind } from '../pipeline/index.ts';

/** What `florilegium read --json` says of one record. JSON leaves out what is undefined. */
export interface DescribedRecord {
  title: string | undefined;
  authors: string[] | undefined;
  author_count: number | undefined;
  et_al: boolean | undefined;
  /** Whitespace collapsed, TeX as in the seed. */
  abstract: string | undefined;
  arxiv: string | undefined;
  doi: string | undefined;
  pmid: string | undefined;
  /** ISO 8601, as precise as known: first appearance, or the day of a replacement where the listing gives only that. */
  date: string | undefined;
  /** True when the year was worked out and not read. */
  date_inferred: boolean | undefined;
  year: number | undefined;
  categories: string[] | undefined;
  comment: string | undefined;
  venue: string | undefined;
  journal_ref: string | undefined;
  /** CSL's item type. */
  type: string | undefined;
  /** What the source calls it more closely: `booklet`, `film`, `case`. */
  kind: string | undefined;
  venue_short: string | undefined;
  volume: string | undefined;
  issue: string | undefined;
  pages: string | undefined;
  article_number: string | undefined;
  publisher: string | undefined;
  publisher_place: string | undefined;
  editors: string[] | undefined;
  edition: string | undefined;
  series: string | undefined;
  series_number: string | undefined;
  isbn: string | undefined;
  issn: string | undefined;
  institution: string | undefined;
  event: string | undefined;
  event_place: string | undefined;
  event_date: string | undefined;
  chapter: string | undefined;
  page_count: string | undefined;
  translators: string[] | undefined;
  language: string | undefined;
  keywords: string[] | undefined;
  version: string | undefined;
  genre: string | undefined;
  status: string | undefined;
  note: string | undefined;
  citation_key: string | undefined;
  /** Keys that the source lists beside it (`ids` of BibTeX). */
  other_keys: string[] | undefined;
  /** ISO 8601: when a preprint was posted, where the listing says that its dates are such. */
  posted: string | undefined;
  code_url: string | undefined;
  has_code: boolean | undefined;
  url: string | undefined;
  score: number | undefined;
  org: string | undefined;
  upvotes: number | undefined;
  comments: number | undefined;
  truncated: true | undefined;
  /** True for a record that no reader of a format read; `layout` says how the text was taken to be laid out. */
  inferred: true | undefined;
  layout: string | undefined;
  lines: [first: number, last: number];
}

/** What `florilegium read --json` says of one file. */
export interface DescribedSeed {
  seed: string;
  format: string | null;
  bytes: number;
  ledger: { field: number; chrome: number; separator: number; unparsed: number };
  records: DescribedRecord[];
  messages: Message[];
}

/** A seed's records in the flat form other programs read. */
export function describeSeed({ reading, records, messages }: SeedRecords): DescribedSeed {
  return {
    seed: reading.path,
    format: reading.format,
    bytes: reading.bytes,
    ledger: reading.account.totals,
    records: records.map(describeRecord),
    messages,
  };
}

function describeRecord(record: SourceRecord): DescribedRecord {
  const { fields } = record;
  const authors = fields.authors?.value;
  const posted = fields.posted?.value;
  const appeared = fields.issued?.value ?? posted;
  const identifier = (scheme: string) =>
    record.identifiers.find(({ value }) => value.scheme === scheme)?.value.value;
  const remark = (name: string) =>
    record.remarks.find(({ value }) => value.name === name)?.value.value;
  // CSL has the key of an item twice.
  const otherKeys = new Set(
    record.remarks.flatMap(({ value }) => (value.name === 'citation_key' ? value.value : [])),
  );
  otherKeys.delete(fields.citationKey?.value ?? '');
  const amount = (name: string) => {
    const value = Number.parseFloat(remark(name) ?? '');
    return Number.isNaN(value) ? undefined : value;
  };
  const year = appeared?.iso.slice(0, 4);
  return {
    title: fields.title?.value.source,
    authors: namesOf(authors),
    author_count: authors?.count,
    et_al: authors?.more && authors.names.length > 0 ? true : undefined,
    abstract: fields.abstract?.value.source,
    arxiv: identifier('arxiv'),
    doi: printedDoi(record) ?? identifier('doi'),
    pmid: identifier('pmid'),
    date: appeared?.iso ?? dateOfReplacement(record),
    date_inferred: appeared?.yearInferred ? true : undefined,
    year: year === undefined ? undefined : Number(year),
    categories: fields.categories?.value,
    comment: fields.comment?.value.source,
    venue: fields.venue?.value,
    journal_ref: fields.journalRef?.value,
    type: fields.type?.value,
    kind: statedKind(record),
    venue_short: fields.containerTitleShort?.value,
    volume: fields.volume?.value,
    issue: fields.issue?.value,
    pages: fields.page?.value,
    article_number: fields.articleNumber?.value,
    publisher: fields.publisher?.value,
    publisher_place: fields.publisherPlace?.value,
    editors: namesOf(fields.editors?.value),
    edition: fields.edition?.value,
    series: fields.collectionTitle?.value,
    series_number: fields.collectionNumber?.value,
    isbn: fields.isbn?.value,
    issn: fields.issn?.value,
    institution: fields.institution?.value,
    event: fields.event?.value,
    event_place: fields.eventPlace?.value,
    event_date: fields.eventDate?.value,
    chapter: fields.chapterNumber?.value,
    page_count: fields.numberOfPages?.value,
    translators: namesOf(fields.translators?.value),
    language: fields.language?.value,
    keywords:
      record.keywords.length > 0
        ? [...new Set(record.keywords.map(({ value }) => value.value))]
        : undefined,
    version: fields.version?.value,
    genre: fields.genre?.value,
    status: fields.status?.value,
    note: fields.note?.value,
    citation_key: fields.citationKey?.value,
    other_keys: otherKeys.size === 0 ? undefined : [...otherKeys],
    posted: posted?.iso,
    code_url: fields.codeUrl?.value,
    has_code: remark('has_code') === undefined ? undefined : true,
    url: identifier('url') ?? remark('url'),
    score: amount('score'),
    org: remark('org'),
    upvotes: amount('upvotes'),
    comments: amount('comments'),
    truncated: record.truncated ? true : undefined,
    inferred: record.raw.layout === undefined ? undefined : true,
    layout: record.raw.layout,
    lines: [record.raw.lines[0], record.raw.lines[1]],
  };
}

function namesOf(list: Authors | undefined): string[] | undefined {
  return list === undefined || list.names.length === 0
    ? undefined
    : list.names.map(({ literal }) => literal);
}

/** The DOI in the letters of the seed; identifiers are folded, as DOIs are the same in any case. */
function printedDoi({ raw, identifiers }: SourceRecord): string | undefined {
  const doi = identifiers.find(({ value }) => value.scheme === 'doi')?.value.value;
  if (doi === undefined) return undefined;
  for (const { value } of raw.fields) {
    const at = value.toLowerCase().indexOf(doi);
    if (at >= 0) return value.slice(at, at + doi.length);
  }
  return undefined;
}

function dateOfReplacement({ raw }: SourceRecord): string | undefined {
  const printed = raw.fields.find(({ name }) => name === 'updated')?.value;
  const date = printed === undefined ? undefined : readDate(printed);
  return date?.year === undefined ? undefined : isoDate({ ...date, year: date.year });
}

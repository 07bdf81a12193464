import { SHORT_MONTH } from '../../model/index.ts';
import table from './columns.json' with { type: 'json' };

/** The fields of a paper a table can have a column for. */
export const columnFields = [
  'title',
  'authors',
  'abstract',
  'arxiv',
  'doi',
  'pmid',
  'url',
  'code_url',
  'date',
  'year',
  'posted',
  'updated',
  'categories',
  'comment',
  'venue',
  'journal_ref',
  'type',
  'venue_short',
  'volume',
  'issue',
  'pages',
  /** The last page, where first and last stand in columns of their own. */
  'end_page',
  'article_number',
  'publisher',
  'publisher_place',
  'editors',
  'edition',
  'series',
  'series_number',
  'isbn',
  'issn',
  'institution',
  'event',
  'event_place',
  'event_date',
  'subtitle',
  'language',
  'keywords',
  /** Keywords by where they come from. */
  'mesh',
  'tag',
  'subject',
  'collection',
  'version',
  'status',
  'genre',
  'note',
  'citation_key',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** What one column may hold, with the rank of its name: of two columns for one field the lower rank goes first. */
export type ColumnMeaning = ReadonlyMap<ColumnField, number>;

/** The survey's fields by the names their columns have in exports, in folded form. */
const meanings = new Map<string, Map<ColumnField, number>>();
for (const field of columnFields) {
  table[field].forEach((name, rank) => {
    const key = folded(name);
    const known = meanings.get(key) ?? new Map<ColumnField, number>();
    if (!known.has(field)) known.set(field, rank);
    meanings.set(key, known);
  });
}

const nothing: ColumnMeaning = new Map();

/** Longest name a column is looked up by. */
const LONGEST = 60;

/** Fields of which a paper may have several columns: `ISSN` and `eISSN`, `Author Keywords` and `Index Keywords`. */
export const manyColumned: ReadonlySet<ColumnField> = new Set([
  'isbn',
  'issn',
  'keywords',
  'mesh',
  'tag',
  'subject',
  'collection',
]);

/** Names of two letters that a column has outside of Web of Science's tags too. */
const CASUAL: ReadonlySet<string> = new Set(['arxiv id', 'issue no', 'pages pp']);

/**
 * True where the name of a column means the field among the other columns of its table: names of two letters where they
 * are the tags of Web of Science, a mere number where there are volumes and no better column for issues, or, as the one
 * of a report, in Zotero's tables.
 */
export function isMeant(field: ColumnField, label: string, others: readonly string[]): boolean {
  const name = folded(label);
  const columns = others.map(folded);
  if (/^[a-z]{2}$/.test(name) && !CASUAL.has(`${field} ${name}`)) return columns.includes('ti');
  if (field === 'article_number' && name === 'number') return columns.includes('item type');
  if (field !== 'issue' || !/^(?:number|no)$/.test(name)) return true;
  const hasIssue = columns.some((each) => each !== name && meanings.get(each)?.has('issue'));
  return !hasIssue && columns.some((each) => meanings.get(each)?.has('volume'));
}

/** True for a column with the day on which a paper could be read before it stood in an issue. */
export function isEarly(label: string): boolean {
  return /^(?:ea|early access date)$/.test(folded(label));
}

/** `Source Title`, `source_title` and `SOURCE-TITLE` are one name. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:*#-]+/gu, ' ')
    .trim();
}

/** What a column with this name may hold; empty for a name no export uses for a field of a paper. */
export function meaningOf(name: string): ColumnMeaning {
  if (name.length > LONGEST) return nothing;
  return meanings.get(folded(name)) ?? meanings.get(folded(spaced(name))) ?? nothing;
}

/** `publication Date` for `publicationDate`, as data writes names of fields. */
function spaced(name: string): string {
  return name.replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ');
}

// `https://example.org/a`, `www.example.org/a`, `arxiv.org/abs/2401.00001`
const ADDRESS = /^(?:https?:\/\/\S+|www\.\S+|(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,10}\/\S+)$/i;

// `2507.17249`, `arXiv:2507.17249v2`, `https://arxiv.org/abs/cond-mat/9701067`
const ARXIV =
  /^(?:arxiv:\s*|oai:arxiv\.org:|https?:\/\/(?:[a-z]{1,10}\.)?arxiv\.org\/(?:abs|pdf|html)\/)?(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z][a-z-]{1,9}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?(?:\.pdf)?(?:\s*\[[\w.-]{2,20}\])?$/i;

// `cs.LG`, `q-fin.ST`, `cond-mat.stat-mech`, `quant-ph`; `funct-an` of before 2007
const ARCHIVE = [
  'astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph',
  'acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|dg-ga|funct-an|mtrl-th',
  'patt-sol|plasm-ph|q-alg|solv-int|supr-con',
].join('|');
const CATEGORIES = new RegExp(
  String.raw`^(?:\[?['"]{0,2}(?:(?:q-(?:bio|fin)|[a-z]{2,8}(?:-[a-z]{2,4})?)\.[A-Za-z]{2}[a-z-]{0,10}|${ARCHIVE})['"]{0,2}\]?[\s,;|]*)+$`,
);

// What exports write into a cell that has no value
const PLACEHOLDER =
  /^(?:nan|n\/?a|null|none|nil|undefined|-{1,3}|–|—|\?|\[no abstract available\]|no abstract available\.?|\[no author name available\]|\[no title available\])$/i;

// `0`, `0.0`: a number that a program has for none
const NONE = /^0+(?:\.0)?$/;

// Names of databases in a column called `Source`, where others name the journal
const DATABASE =
  /^(?:scopus|web of science|wos|pubmed|medline|crossref|google scholar|ieee xplore)$/i;

// `JUN 15`, `MAR-APR`, `Dec.`: a date that has its year in another column
const MONTH = new RegExp(String.raw`^${SHORT_MONTH}[a-z]{0,6}\.?(?:[ -]|$)`, 'i');

// `Article in Press`, `Early Access`: what of a paper's state is worth saying
const UNFINISHED =
  /^(?:(?:article )?in press|early access|online ahead of print|ahead of print|accepted|forthcoming|to appear|submitted|under review|preprint)$/i;

// `doe17`, `Doe:2017-a`, `10.1145/1`; a number alone and Zotero's own keys, such as `J6WKGJ3W`, are for its database
const CITATION_KEY = /^(?!https?:)(?=.*[A-Za-z/])[A-Za-z\d][\w:./+&-]{1,80}$/;
const ZOTERO_KEY = /^[A-Z\d]{8}$/;

/** True for `N/A`, `nan`, `[No abstract available]` and the like. */
function isPlaceholder(value: string): boolean {
  return value.length < 40 && PLACEHOLDER.test(value);
}

/** True when a value is of the kind its field asks for. */
export function accepts(field: ColumnField, value: string): boolean {
  if (isPlaceholder(value)) return false;
  switch (field) {
    case 'arxiv':
      return value.length < 100 && ARXIV.test(value);
    case 'doi':
      return /10\.\d{4,9}(?:\/|%2f)/i.test(value.slice(0, 300));
    case 'pmid':
      return /^(?:pmid:?\s*)?\d{1,8}(?:\.0)?$/i.test(value);
    case 'url':
    case 'code_url':
      return value.length < 2000 && ADDRESS.test(value);
    case 'year':
      return /^\d{4}(?:\.0|[a-z])?$/.test(value) || UNFINISHED.test(value);
    case 'date':
    case 'posted':
      return value.length < 40 && (/\d/.test(value) || MONTH.test(value));
    case 'updated':
      return value.length < 40 && /\d/.test(value);
    case 'volume':
    case 'issue':
      return value.length < 60 && !NONE.test(value);
    case 'edition':
    case 'series_number':
      return value.length < 60;
    case 'pages':
      return value.length < 60 && /\d|^[ivxlc]+\b/i.test(value) && !NONE.test(value);
    case 'end_page':
      return value.length < 20 && /\d|^[ivxlc]+$/i.test(value) && !NONE.test(value);
    case 'event_date':
      return value.length < 100 && /\d/.test(value);
    case 'article_number':
      return value.length < 60 && /\d/.test(value);
    case 'isbn':
      return value.length < 200 && /(?:\d[\s-]?){9}[\dXx]/.test(value);
    case 'issn':
      return value.length < 200 && /\d{3}[\dXx]?/.test(value);
    case 'status':
      return UNFINISHED.test(value);
    case 'language':
      return value.length < 100 && /\p{L}{2}/u.test(value);
    case 'keywords':
    case 'mesh':
    case 'tag':
    case 'subject':
    case 'collection':
      return /\p{L}/u.test(value) && !ADDRESS.test(value.slice(0, 2000));
    case 'citation_key':
      return CITATION_KEY.test(value) && !ZOTERO_KEY.test(value);
    case 'genre':
    case 'version':
      return value.length < 100;
    case 'categories':
      return value.length < 400 && CATEGORIES.test(value);
    case 'title':
      return !ADDRESS.test(value.slice(0, 2000));
    // A database, or where something was downloaded, is no journal.
    case 'venue':
      return !DATABASE.test(value) && !ADDRESS.test(value.slice(0, 2000));
    case 'authors':
    case 'abstract':
    case 'comment':
    case 'journal_ref':
    case 'type':
    case 'venue_short':
    case 'publisher':
    case 'publisher_place':
    case 'editors':
    case 'series':
    case 'institution':
    case 'event':
    case 'event_place':
    case 'subtitle':
    case 'note':
      return true;
    default:
      return field satisfies never;
  }
}

// `20240315`, `2024.0`
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const NUMBER_YEAR = /^(\d{4})\.0$/;

// `2024 Mar 15`, `2024 March`
const YEAR_FIRST = /^(\d{4}) ([A-Z][a-z]{2,8})\.?(?: (\d{1,2}))?$/;

// `Mon, 04 Mar 2024 10:00:00 GMT`
const OF_FEED = /^(?:[A-Z][a-z]{2}, )?(\d{1,2} [A-Z][a-z]{2,8} \d{4}) \d\d:\d\d/;

// `03/2024`
const MONTH_OF_YEAR = /^(\d{1,2})\/(\d{4})$/;

// `15.03.2024`, `3/15/2024 10:00`
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?: .*)?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/;

/**
 * What a date in a spreadsheet's own forms stands for, in a form that can be read in one way: `2024-03-15`
 * for `3/15/2024`, the year alone where day and month could be either (`3/4/2024`). Undefined for other forms.
 */
export function isoOf(value: string): string | undefined {
  const compact = COMPACT_DATE.exec(value);
  if (compact !== null) return compact.slice(1).join('-');
  const year = NUMBER_YEAR.exec(value)?.[1];
  if (year !== undefined) return year;
  const ofFeed = OF_FEED.exec(value)?.[1];
  if (ofFeed !== undefined) return ofFeed;
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst !== null) {
    const [, printedYear = '', month = '', day] = yearFirst;
    return day === undefined ? `${month} ${printedYear}` : `${day} ${month} ${printedYear}`;
  }
  const monthly = MONTH_OF_YEAR.exec(value);
  if (monthly !== null) return `${monthly[2]}-${(monthly[1] ?? '').padStart(2, '0')}`;
  const dotted = DOTTED.exec(value);
  const [, first = '', second = '', printed] = dotted ?? SLASHED.exec(value) ?? [];
  if (printed === undefined) return undefined;
  if (dotted !== null || Number(first) > 12) return isoOfParts(printed, second, first);
  return Number(second) > 12 || Number(first) === Number(second)
    ? isoOfParts(printed, first, second)
    : printed;
}

/** `2020-08` for a year, month and day in digits, as far as they are those of a date. */
export function isoOfParts(year: string, month = '', day = ''): string {
  if (!/^(?:0?[1-9]|1[0-2])$/.test(month)) return year;
  const days = /^(?:0?[1-9]|[12]\d|3[01])$/.test(day) ? [day] : [];
  return [year, ...[month, ...days].map((part) => part.padStart(2, '0'))].join('-');
}

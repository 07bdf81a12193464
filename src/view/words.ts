import type {
  Authors,
  Evidence,
  FromCorrection,
  IsoDate,
  Lines,
  Observation,
} from '../model/index.ts';
import { displayName } from '../text/index.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `23 July 2025`, `July 2025` or `2025`, as precise as the date is. */
export function dateInWords(iso: IsoDate): string {
  const [year = '', month, day] = iso.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ');
}

/** `July 2025`: the date without its day. */
export const monthInWords = (iso: IsoDate) => dateInWords(iso.slice(0, 7));

/** `1 paper`, `2 papers`, `1,402 papers`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** `1,402`, whatever the locale of the machine. */
export function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `12.5 kB` for 12,529 bytes. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${value.toFixed(1)} ${unit}`;
}

/** `99.9 %`, `0.1 %`, never rounded up to all or down to nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0\u00a0%';
  if (part === whole) return '100\u00a0%';
  const percent = Math.min(99.9, Math.max(0.1, (100 * part) / whole));
  return `${percent.toFixed(1)}\u00a0%`;
}

/** `line 3`, `lines 3 to 5`. */
export function linesInWords([first, last]: Lines): string {
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** With a capital at the beginning: `Title and date`. */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `seven` for 7; figures from eleven on. */
export function inWords(n: number): string {
  const words = 'no one two three four five six seven eight nine ten'.split(' ');
  return words[n] ?? number(n);
}

/**
 * Authors of a paper for a list of papers: up to three names, then `et al.`; says so when no name is known.
 */
export function authorsInShort(authors: Authors | undefined): string {
  if (!authors || authors.names.length === 0) return authorsMissing(authors);
  const { names, more } = authors;
  const shown = names.slice(0, 3).map(displayName);
  const rest = more || names.length > 3;
  return rest ? `${shown.join(', ')} et al.` : shown.join(', ');
}

/** What a page says in place of authors: `One author, name not recorded`. */
export function authorsMissing(authors: Authors | undefined): string {
  const known = authors?.count;
  if (known === undefined) return 'Authors not recorded';
  if (known === 1) return 'One author, name not recorded';
  return `${number(known)} authors, names not recorded`;
}

/** What pages call a field of a paper. */
const FIELD_WORDS: Record<string, string> = {
  author_count: 'number of authors',
  et_al: 'mark of more authors',
  arxiv: 'arXiv identifier',
  doi: 'DOI',
  openreview: 'OpenReview identifier',
  acl: 'ACL Anthology identifier',
  pmid: 'PubMed identifier',
  url: 'link',
  issued: 'date',
  codeUrl: 'code',
  code_url: 'code',
  has_code: 'mark of code',
  journalRef: 'journal reference',
  journal_ref: 'journal reference',
  categories: 'subject classes',
  org: 'organisation',
};
export const fieldInWords = (field: Observation['field'] | string) =>
  FIELD_WORDS[field] ?? field.replaceAll('_', ' ');

/** Identifier schemes as people write them. */
const SCHEME_WORDS: Record<string, string> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
  pmid: 'PubMed',
  url: 'Link',
};
export const schemeInWords = (scheme: string) => SCHEME_WORDS[scheme] ?? scheme;

/** `recommend…` for the rule's term `recommend*`. */
export const termInWords = (term: string) => term.replace(/\*$/, '…');

/** Who gave a value that no source states. */
export function originOfCorrection({ lookedUp }: FromCorrection): string {
  return lookedUp ? 'looked up' : 'entered by hand';
}

/** Why a paper stands in a theme, strongest reason first: `mixture of experts (title), router`. */
export function evidenceInWords(evidence: readonly Evidence[]): string {
  const terms = evidence.filter(({ field }) => field === 'title' || field === 'abstract');
  const inTitle = new Set(terms.filter((e) => e.field === 'title').map((e) => e.term));
  const words = [...new Set(terms.map((e) => e.term))]
    .slice(0, 6)
    .map((term) => termInWords(term) + (inTitle.has(term) ? ' (title)' : ''));
  for (const { field, term } of evidence) {
    if (field === 'keyword') words.push(`filed under “${term}”`);
    else if (field === 'pin') words.push('placed here by hand');
    else if (field === 'category') words.push(`class ${term}`);
    else if (field === 'identifier') words.push(`identifier ${term}`);
    else if (field === 'fallback') words.push('no other theme’s terms were found');
  }
  return words.join(', ');
}

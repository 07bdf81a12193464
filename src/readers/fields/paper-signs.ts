import type { FieldName } from '../../model/index.ts';
import type { Found } from '../seed/index.ts';
import { isPaperAddress } from './paper-links.ts';

/** How much each field of an entry says that it is a paper, beside its title. */
const WEIGHTS: Partial<Record<FieldName, number>> = {
  doi: 3,
  arxiv: 3,
  pmid: 3,
  openreview: 3,
  acl: 3,
  abstract: 3,
  venue: 2,
  journal_ref: 2,
  issn: 2,
  isbn: 2,
  volume: 1,
  pages: 1,
  year: 1,
  date: 1,
  publisher: 1,
  categories: 1,
};

/** Several authors, which things without a paper seldom have. */
const AUTHORS = 2;

/** What parts names: `Ann Lee, Bo Fox` */
const SEVERAL = /[,;、，|]|\s(?:and|und|et|y|&)\s/u;

/** What is enough to take a block with a title for a paper. */
export const ENOUGH_SIGNS = 3;

/** How many signs of a paper the fields of an entry show: identifiers, an abstract, authors, where and when. */
export function paperSigns(text: string, fields: readonly Found[]): number {
  const names = new Set(fields.map(({ name }) => name));
  let signs = 0;
  for (const name of names) signs += WEIGHTS[name] ?? 0;
  // A day and its year are one sign.
  if (names.has('date') && names.has('year')) signs -= 1;
  const authors = fields.filter(({ name }) => name === 'author').length;
  const isList = fields.some(
    ({ name, range }) => name === 'authors' && SEVERAL.test(text.slice(range.from, range.to)),
  );
  if (authors > 1 || isList || names.has('et_al')) signs += AUTHORS;
  else if (authors === 1 || names.has('authors')) signs += 1;
  const leads = fields.some(
    ({ name, range, value }) =>
      name === 'url' && isPaperAddress(value ?? text.slice(range.from, range.to)),
  );
  return signs + (leads ? (WEIGHTS.doi ?? 0) : 0);
}

/** Fields of which a paper has one: people, concerts and houses have places and years too. */
export const TELLING: ReadonlySet<FieldName> = new Set([
  'author',
  'authors',
  'arxiv',
  'doi',
  'url',
  'abstract',
]);

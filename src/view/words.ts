import type { Authors, Evidence, FromCorrection } from '../model/index.ts';
import { displayName } from '../text/index.ts';
import type { PageWords } from '../words/index.ts';

/** With a capital at the beginning: `Title and date`. */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Authors of a paper for a list of papers: up to three names, then `et al.`; says so when no name is known.
 */
export function authorsInShort(authors: Authors | undefined, words: PageWords): string {
  if (!authors || authors.names.length === 0) return authorsMissing(authors, words);
  const { names, more } = authors;
  const shown = names.slice(0, 3).map(displayName);
  const rest = more || names.length > 3;
  return `${shown.join(words.comma)}${rest ? words.authorsOf.etAl : ''}`;
}

/** What a page says in place of authors: `One author, name not recorded`. */
export function authorsMissing(authors: Authors | undefined, { authorsOf }: PageWords): string {
  const known = authors?.count;
  if (known === undefined) return authorsOf.missing;
  return known === 1 ? authorsOf.oneUnnamed : authorsOf.unnamed(known);
}

/** Identifier schemes as people write them. */
const SCHEME_WORDS: Record<string, string> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
  pmid: 'PubMed',
};
export const schemeInWords = (scheme: string, words: PageWords) =>
  scheme === 'url' ? words.scheme.url : (SCHEME_WORDS[scheme] ?? scheme);

/** `recommend…` for the rule's term `recommend*`. */
export const termInWords = (term: string) => term.replace(/\*$/, '…');

/** Who gave a value that no source states. */
export function originOfCorrection({ lookedUp }: FromCorrection, { origin }: PageWords): string {
  return lookedUp ? origin.lookedUp : origin.byHand;
}

/** Why a paper stands in a theme, strongest reason first: `mixture of experts (title), router`. */
export function evidenceInWords(
  evidence: readonly Evidence[],
  { comma, evidence: say }: PageWords,
): string {
  const terms = evidence.filter(({ field }) => field === 'title' || field === 'abstract');
  const inTitle = new Set(terms.filter((e) => e.field === 'title').map((e) => e.term));
  const words = [...new Set(terms.map((e) => e.term))]
    .slice(0, 6)
    .map((term) => termInWords(term) + (inTitle.has(term) ? say.inTitle : ''));
  for (const { field, term } of evidence) {
    if (field === 'keyword') words.push(say.filedUnder(term));
    else if (field === 'pin') words.push(say.byHand);
    else if (field === 'category') words.push(say.class(term));
    else if (field === 'identifier') words.push(say.identifier(term));
    else if (field === 'fallback') words.push(say.fallback);
  }
  return words.join(comma);
}

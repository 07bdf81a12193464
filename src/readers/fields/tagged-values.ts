import type { Found, Range } from '../seed/index.ts';
import { ARXIV_CATEGORY } from './arxiv-page.ts';

// `doe17`, `10.1145/3544548.3580875`, `2013A&A...558A..33L`; a short number alone is that of a record in somebody's database
export const CITATION_KEY = /^(?!https?:)(?=.*[A-Za-z/]|\d{6,}$)[A-Za-z\d][\w:./+&-]*$/;

// `cs.LG`, `physics.optics`, `quant-ph`: a class of arXiv among the keywords
export const ARXIV_CLASS = new RegExp(
  `^(?=[a-z]+-[a-z]+$|(?:cs|math|stat|eess|econ|q-bio|q-fin|nlin|astro-ph|cond-mat|physics)\\.)${ARXIV_CATEGORY}$`,
);

// `PMID:27169098`, and the number alone
const PMID = /^PMID:\s?(?=\d{1,9}$)/;
const BARE_PMID = /^(?:PMID:\s?)?(?=\d{1,9}$)/;

/**
 * The number of PubMed among the numbers of a record; undefined for another number.
 *
 * @param isPubmed whether the record is of PubMed, so that a number needs no label.
 */
export function pmidWithin(
  source: string,
  { from, to }: Range,
  isPubmed = false,
): Found | undefined {
  const label = (isPubmed ? BARE_PMID : PMID).exec(source.slice(from, to))?.[0].length;
  return label === undefined ? undefined : { name: 'pmid', range: { from: from + label, to } };
}

/** Whether a number of books and serials is that of a serial: `1664-0000` against `978-1-4503-2418-2`. */
export function serialNumber(text: string): 'issn' | 'isbn' {
  return /^\D{0,6}\d{4}-?\d{3}[\dXx]\b(?![-\d])/.test(text) ? 'issn' : 'isbn';
}

/** The name that one tag of a reference manager holds, which is sometimes a list, or the end of one that goes on. */
export function taggedAuthor(range: Range, text: string): Found {
  if (/^(?:et\.?\s+al\.?|others)$/i.test(text)) return { name: 'et_al', range };
  // More than `Family, Given, Suffix` is a list on one line.
  if (text.includes(';') || text.split(',').length > 3) return { name: 'authors', range };
  // `OpenAI,` is how these formats write a name without parts.
  if (/^[^,]+,$/.test(text)) {
    return { name: 'author', range: { from: range.from, to: range.to - 1 }, parts: {} };
  }
  return { name: 'author', range };
}

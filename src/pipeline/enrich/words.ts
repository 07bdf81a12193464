import type { Contradiction } from './compare.ts';

/** What messages and reasons call the fields that can be looked up. */
export const fieldWords = {
  title: 'title',
  authors: 'authors',
  arxiv: 'arXiv identifier',
  doi: 'DOI',
  date: 'date',
  venue: 'venue',
} as const;

/** `title “B”, where the survey has “A” (seeds/list.bib:1)` */
export function describeContradictions(against: readonly Contradiction[]): string {
  return against
    .map(
      ({ field, stated, found }) => `${fieldWords[field]} ${found}, where the survey has ${stated}`,
    )
    .join('; ');
}

/** `title, authors and date` */
export function listed(words: readonly string[]): string {
  const [last = '', ...before] = words.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}

import type { Contradiction } from './compare.ts';

/** What messages and reasons call the fields that can be looked up. */
export const fieldWords = {
  title: 'title',
  authors: 'authors',
  arxiv: 'arXiv identifier',
  doi: 'DOI',
  date: 'date',
  venue: 'venue',
  type: 'type',
  venue_short: 'short title of the venue',
  volume: 'volume',
  issue: 'issue',
  pages: 'pages',
  article_number: 'article number',
  publisher: 'publisher',
  publisher_place: 'place of the publisher',
  editors: 'editors',
  isbn: 'ISBN',
  issn: 'ISSN',
  event: 'event',
  event_place: 'place of the event',
  language: 'language',
  journal_ref: 'reference to the journal',
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

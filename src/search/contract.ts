/**
 * What the index promises the page that reads it.
 *
 * The text of a record is title, authors, abstract and the rest, the abstract between two separators.
 */

/** U+2063, an invisible separator: the engine keeps it in a record's text and no paper contains it. */
export const SEPARATOR = '\u2063';

/** Narrowings a reader can choose, in the order shown. Names of the index's filters and of the address's parameters. */
export const FACETS = [
  { name: 'theme', label: 'Theme' },
  { name: 'year', label: 'Year' },
  { name: 'source', label: 'Source' },
  { name: 'venue', label: 'Venue' },
  { name: 'with', label: 'With' },
] as const;
export type FacetName = (typeof FACETS)[number]['name'];

/** Filter that tells papers from themes. */
export const KIND = 'kind';
export type Kind = 'paper' | 'theme';

/** Sort key: the place of a paper in the survey, newest first. */
export const PLACE = 'place';

/** Characters that belong to a word in this field: `C#`, `C++`. */
export const WORD_CHARACTERS = '+#';

/** What the index promises the page that reads it. */

/** U+2063, an invisible separator between the parts of a paper's text; no paper contains it. */
export const SEPARATOR = '\u2063';

/** Narrowings a reader can choose, in the order shown. Names of the index's columns and of the address's parameters. */
export const FACETS = [
  { name: 'theme' },
  { name: 'keyword' },
  { name: 'year' },
  { name: 'type' },
  { name: 'source' },
  { name: 'venue' },
  { name: 'with' },
  { name: 'own' },
] as const;
export type FacetName = (typeof FACETS)[number]['name'];

/**
 * Parts of a record, each by the weight that Pagefind writes beside the places of its words: 1 to 10, no two alike, so
 * that a place tells the part it is in. Aliases are the other spellings by which a part is found.
 */
export const SECTIONS = {
  title: 10,
  titleAlias: 9,
  identifier: 8,
  author: 7,
  keyword: 6,
  venue: 5,
  subject: 4,
  /** Labels of themes stand in their column, not among the words. */
  theme: 3,
  abstractAlias: 2,
  abstract: 1,
} as const;
export type Section = keyof typeof SECTIONS;

/** Folder of the index in the site. */
export const FOLDER = 'pagefind/';
/** The file every search begins with; all other files are named in it. */
export const START = 'start.bin';

/** A value of a facet and the places of its papers, each as the step from the one before. */
export type Column = readonly (readonly [value: string, ...steps: number[]])[];

/** A theme as search knows it. */
export interface ThemeEntry {
  slug: string;
  label: string;
  tagline: string;
  papers: number;
  /** `2019–2025`; empty when no paper has a date. */
  years: string;
}

/** A page of the survey's own as search knows it. */
export interface PageEntry {
  slug: string;
  title: string;
  /** One sentence; the title where nobody wrote one. */
  description: string;
  text: string;
}

/** What {@link START} holds, as JSON compressed with gzip, like every file but Pagefind's own chunks of words. */
export interface Start {
  /** Of the survey, for the inflection of words: `en`. */
  language: string;
  /** How many papers there are; the place of a paper is its rank in the survey's order, newest first. */
  papers: number;
  /** How many of them have a date; they come first. */
  dated: number;
  columns: Readonly<Record<FacetName, Column>>;
  themes: readonly ThemeEntry[];
  pages: readonly PageEntry[];
  /** Acronyms and what they stand for, by the survey's own texts: `llm`, `large language model`. */
  acronyms: readonly (readonly [acronym: string, expansion: string])[];
  /** Chunks of the index in order: the first key in each, and its file. */
  chunks: readonly (readonly [first: string, file: string])[];
  /** Folder of the texts and how many papers are in each of its files, `0.bin`, `1.bin`, ... */
  texts: { folder: string; each: number };
  /** Lists of the survey's words by first letter, for misspellings: `[["pruning", 12], ...]`. */
  words: Readonly<Record<string, string>>;
  /** The file with the rank of each place in the order of titles. */
  titles: string;
}

/** What is shown of a paper. */
export interface PaperText {
  permalink: string;
  title: string;
  /** Names, or one phrase that says why there are none. */
  authors: readonly string[];
  /** True when the sources name more authors than are known. */
  more?: true;
  /** `July 2025` */
  date?: string;
  year?: number;
  venue?: string;
  themes: readonly string[];
  abstract: string;
  /** What the survey's own prose says about a paper without an abstract. */
  said?: string;
}

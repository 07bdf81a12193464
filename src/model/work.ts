import type { Identifier } from './identifier.ts';
import type { Sourced } from './provenance.ts';
import type { Keyword, Publication } from './publication.ts';
import type { FieldKey, Fields, Remark } from './record.ts';
import type { RichText } from './rich-text.ts';

/** One value of one field, stated by one seed (or correction) at one place. */
export interface Observation {
  field: FieldKey | 'identifier' | 'keyword' | Remark['name'];
  /** Plain text as the source has it. */
  value: string;
  from: Sourced<unknown>['from'];
  /** `shown`: the page prints this value. `agrees`: another source's same value. `differs`: lost to the shown one. `remark`: about the source, not the paper. */
  standing: 'shown' | 'agrees' | 'differs' | 'remark';
}

/** Why a work stands in a theme. */
export interface Evidence {
  /** The rule's term as written in the theme file: `mixture of experts`. */
  term: string;
  /** Where it was found. */
  field: 'title' | 'abstract' | 'keyword' | 'pin' | 'identifier' | 'category' | 'fallback';
  count: number;
  /** Share of the score this term gave. */
  weight: number;
}

export interface ThemeAssignment {
  slug: string;
  score: number;
  evidence: Evidence[];
}

export interface Neighbour {
  permalink: string;
  score: number;
  /** What the two share, strongest first, in words: `low-rank`, `same authors`. */
  reasons: string[];
}

/** How two works that look alike are kept apart. */
export interface NearTwin {
  permalink: string;
  /** `abstracts share 61 % of their words; identifiers differ` */
  reason: string;
}

/** What the prose of a theme, or of a page of the survey's own, says of a work. */
export interface Mention {
  kind: 'theme' | 'page';
  /** Of the theme or page. */
  slug: string;
  /** The sentences that cite the work. */
  sentences: RichText[];
}

/** The merged paper the site shows. Page text calls it a paper. */
export interface Work {
  permalink: string;
  /** True when `content/permalinks.json` holds the permalink. */
  released: boolean;
  /** Unique in the survey: `gu2025r4ec`. */
  citationKey: string;
  /** Other keys that sources cite it by, and no other work. */
  otherKeys?: string[];
  /** What its letters that pdfLaTeX cannot set are written with in Latin ones: `{ 王: 'Wang' }`. */
  latin?: Readonly<Record<string, string>> | undefined;
  title: Sourced<Fields['title']>;
  fields: { [K in Exclude<FieldKey, 'title'>]?: Sourced<Fields[K]> };
  /** How it appeared: what every page, reference and export prints of it. */
  publication: Publication;
  /** In the order of `identifierSchemes`, then value. */
  identifiers: Sourced<Identifier>[];
  /** What its sources file it under, each word once. */
  keywords: Sourced<Keyword>[];
  /** Keys of its source records, in file order. */
  records: string[];
  observations: Observation[];
  truncated: boolean;
  themes: ThemeAssignment[];
  related: Neighbour[];
  nearTwins: NearTwin[];
  /** In order of themes. */
  mentions: Mention[];
}

/** The part of a work that a reference to it is written from. */
export interface Citable {
  permalink: string;
  citationKey: string;
  otherKeys?: string[];
  latin?: Readonly<Record<string, string>> | undefined;
  title: { value: Pick<Fields['title'], 'rich' | 'caseKept'> };
  publication: Publication;
  fields: {
    authors?: { value: Fields['authors'] };
    categories?: { value: Fields['categories'] };
    codeUrl?: { value: Fields['codeUrl'] };
    abstract?: { value: Pick<Fields['abstract'], 'rich'> };
    note?: { value: Fields['note'] };
  };
  identifiers: { value: Identifier }[];
  keywords: { value: Keyword }[];
}

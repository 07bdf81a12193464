import type { IsoDate } from './date.ts';
import type { ItemKind } from './item-kinds.ts';
import type { ItemType } from './item-types.ts';
import type { Name } from './name.ts';

/**
 * From where a seed files a paper under a word: its own field of keywords, MeSH, the user's tags, collections and
 * headings, or the subjects of a classification (`Computer Science, Theory & Methods` of Web of Science).
 */
export const keywordKinds = ['keyword', 'mesh', 'tag', 'collection', 'heading', 'subject'] as const;
export type KeywordKind = (typeof keywordKinds)[number];

/** A word that a seed files a paper under. */
export interface Keyword {
  /** As printed: `nuclear pore complex`. */
  value: string;
  kind: KeywordKind;
}

/**
 * How a work appeared, as every page, reference and export prints it: decided once from all that sources state. Terms
 * are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
 */
export interface Publication {
  type: ItemType;
  /** What its source says more closely, for formats that have a name for it. */
  kind?: ItemKind;
  /** True for a preprint: a preprint server holds it, or its source says so, and nothing else contains it. */
  isPreprint: boolean;
  /** `PhD thesis` */
  genre?: string;
  /** The date a reference prints. */
  issued?: PublicationDate;
  /** When the preprint was posted, where that is not `issued`. */
  posted?: IsoDate;
  /** Journal, proceedings or book: `Nature`, `ICLR 2024`. */
  containerTitle?: string;
  /** `Nat. Mach. Intell.` */
  containerTitleShort?: string;
  volume?: string;
  issue?: string;
  /** `436–444`, with an en dash. */
  page?: string;
  /** Of an article without pages: `e1002`. */
  articleNumber?: string;
  publisher?: string;
  publisherPlace?: string;
  edition?: string;
  /** Series a book or volume stands in: `Lecture Notes in Computer Science`. */
  collectionTitle?: string;
  collectionNumber?: string;
  isbn?: string;
  issn?: string;
  /** School of a thesis, house of a report. */
  institution?: string;
  event?: string;
  eventPlace?: string;
  /** `2018-05-02/2018-05-04` */
  eventDate?: string;
  chapterNumber?: string;
  numberOfPages?: string;
  /** `English`, `de`, as printed. */
  language?: string;
  version?: string;
  /** `Early access`, `in press` */
  status?: string;
  /** What a listing adds to the container: `Oral`. */
  remark?: string;
  editors: Name[];
  translators?: Name[];
  /** Preprint server that holds a copy, and its number there; of a preprint the DOI of arXiv, where a source states it. */
  archive?: { name: string; id?: string; category?: string; doi?: string };
}

/** A date and what it is the date of: of publication, of posting a preprint, or the month in an arXiv identifier. */
export interface PublicationDate {
  iso: IsoDate;
  of: 'publication' | 'posting' | 'identifier';
  /** True when the year was worked out and not read. */
  yearInferred: boolean;
}

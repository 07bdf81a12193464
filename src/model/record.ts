import type { WorkDate } from './date.ts';
import type { Identifier } from './identifier.ts';
import type { LeftText } from './math-coverage.ts';
import type { Name } from './name.ts';
import type { Sourced } from './provenance.ts';
import type { ItemType } from './item-types.ts';
import type { Keyword } from './publication.ts';
import type { RichText } from './rich-text.ts';
import type { FieldName } from './field-name.ts';
import type { LocatedRecord } from './seed.ts';

/** A text field: the rich text shown, and the characters it was made from. */
export interface TextValue {
  rich: RichText;
  /** As in the seed (or correction), whitespace collapsed, TeX kept. */
  source: string;
  /** Of a title: words whose capitals its source marks to be kept under any style. */
  caseKept?: string[];
  /** Of a text from a page that strips its formulas: what looks like one and was not put back. */
  left?: LeftText[];
}

/** What a paper's authors are, as far as one source says. */
export interface Authors {
  /** As printed and in order; empty when only a count is known. */
  names: Name[];
  /** True when the source says there are more than it names. */
  more: boolean;
  /** Total as stated by the source, where it states one. */
  count?: number;
}

/** The bibliographic fields that are plain text, by their names in CSL where it has one. */
export interface TextFields {
  /** Journal, proceedings or book, as printed: `RecSys 2025`. */
  venue: string;
  containerTitleShort: string;
  volume: string;
  issue: string;
  page: string;
  articleNumber: string;
  publisher: string;
  publisherPlace: string;
  edition: string;
  collectionTitle: string;
  collectionNumber: string;
  isbn: string;
  issn: string;
  institution: string;
  event: string;
  eventPlace: string;
  /** In EDTF, as printed: `2018-05-02/2018-05-04`. */
  eventDate: string;
  chapterNumber: string;
  numberOfPages: string;
  language: string;
  version: string;
  genre: string;
  status: string;
  note: string;
  journalRef: string;
  /** Address of the authors' code. */
  codeUrl: string;
  /** The key under which the source cites the paper: `doe17`. */
  citationKey: string;
}
export type TextFieldKey = keyof TextFields;

/** The bibliographic fields a work can have, each with its type. */
export interface Fields extends TextFields {
  title: TextValue;
  authors: Authors;
  abstract: TextValue;
  /** What the source says the paper is. */
  type: ItemType;
  editors: Authors;
  translators: Authors;
  /** Date of publication; of a source that does not tell the two apart, perhaps of the preprint. */
  issued: WorkDate;
  /** Date on which a preprint was posted, of a source that says so. */
  posted: WorkDate;
  /** `cs.LG`, primary first. */
  categories: string[];
  /** `Accepted by Recsys25`, as the authors wrote it. */
  comment: TextValue;
}
export type FieldKey = keyof Fields;

/** A value one source states about itself or its users' behaviour: votes, scores, badges. Not a fact about the paper. */
export interface Remark {
  name: FieldName;
  value: string;
}

/** One paper as one seed describes it, cleaned: every value traced to its bytes. */
export interface SourceRecord {
  key: string;
  seed: string;
  /** Reader that read it. */
  format: string;
  raw: LocatedRecord;
  fields: { [K in FieldKey]?: Sourced<Fields[K]> };
  identifiers: Sourced<Identifier>[];
  keywords: Sourced<Keyword>[];
  remarks: Sourced<Remark>[];
  truncated: boolean;
}

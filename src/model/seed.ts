import type { Message } from './message.ts';
import type { Name } from './name.ts';
import type { Lines, Span } from './span.ts';

/** One pasted or dropped file, as bytes. */
export interface Seed {
  /** Path relative to the seeds folder, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** What a seed can say about a paper. One list for readers, byte accounts, source pages and provenance. */
export const fieldNames = [
  'title',
  /** The whole list as one text: `A, B, C`. */
  'authors',
  /** One name, as printed or `Family, Given`; a record may have many. */
  'author',
  'et_al',
  'author_count',
  'abstract',
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'pmid',
  'url',
  'date',
  'updated',
  'year',
  'categories',
  'comment',
  'venue',
  'journal_ref',
  'code_url',
  'has_code',
  'score',
  'org',
  'upvotes',
  'comments',
  'type',
  /** What the format has a field for and the survey does not; `label` says which. */
  'other',
  /** Local paths and the like: accounted for, never published. */
  'private',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** One value of one field as one seed prints it. */
export interface RawField {
  name: FieldName;
  /** The text at `span`, untouched; when `decoded`, the value a format's library made of the text there. */
  value: string;
  span: Span;
  /** The format's own name of the field, where it is not the survey's: `keywords`. */
  label?: string;
  /** Absent when slicing the file at `span` gives `value`. */
  decoded?: true;
  /** With `author`: the parts of the name where the format tells them; empty for a name without parts (`OpenAI`). */
  parts?: Omit<Name, 'literal'>;
}

/** One paper as the reader found it, before any cleaning. */
export interface RawRecord {
  /** The whole block, separators inside it included. */
  span: Span;
  fields: RawField[];
  /** Furniture of the site inside the block: bullets, labels, the `et al.` of a shortened list. */
  chrome: Span[];
  /** True when the copy ends inside this record. */
  truncated: boolean;
}

/** What a page says about itself; read for inference and checks, never attributed to a paper. */
export interface PageFacts {
  /** `91` from a header `91 Papers`. */
  claimedRecords?: number;
  /** Month and day, and the year where printed, on which the page was seen. */
  date?: { month: number; day: number; year?: number };
  /** `Fei Sun` on an author page. */
  profile?: string;
}

export type PartKind = 'field' | 'chrome' | 'separator' | 'unparsed';

/** One stretch of a seed with one fate. The parts of an account tile the file. */
export interface Part {
  kind: PartKind;
  span: Span;
  /** With `field`: which one. */
  field?: FieldName;
  /** `key` of the record it belongs to, where it does. */
  record?: string;
}

/** Bytes by fate; the four add up to the size of the file. */
export interface ByteTotals {
  field: number;
  chrome: number;
  separator: number;
  unparsed: number;
}

/** The account of every byte of a seed. */
export interface ByteAccount {
  parts: Part[];
  totals: ByteTotals;
}

/** A seed after reading: who read it, what was found, and where every byte went. */
export interface SeedReading {
  path: string;
  /** Permanent name of the reader, or null when no reader knew the text. */
  format: string | null;
  /** What a reader of the site calls it: `Hugging Face paper search`. */
  label: string;
  bytes: number;
  lineCount: number;
  facts: PageFacts;
  account: ByteAccount;
  /** Keys of its source records in file order. */
  records: string[];
  messages: Message[];
}

/** A raw record with its place in the survey. */
export interface LocatedRecord extends RawRecord {
  /** Stable inside one build: `002_7d149e4e9464cf00.txt#7`. */
  key: string;
  seed: string;
  lines: Lines;
}

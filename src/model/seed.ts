import type { ByteAccount } from './byte-account.ts';
import type { FieldName } from './field-name.ts';
import type { Message } from './message.ts';
import type { Name } from './name.ts';
import type { Lines, Span } from './span.ts';

/** One pasted or dropped file, as bytes. */
export interface Seed {
  /** Path relative to the seeds folder, with `/`, as it is published. */
  path: string;
  bytes: Uint8Array;
  /** True when something private in its name is withheld from `path`. */
  hasPrivateName?: true;
}

/** Something in the seeds folder that cannot be read as a seed. */
export interface UnreadFile {
  /** Path relative to the seeds folder, with `/`. */
  path: string;
  /** `a pipe` */
  is: string;
}

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
  /**
   * True for a value that stands outside of the record and holds for it too: of the volume that `crossref` names, of the
   * object that a list of papers stands in.
   */
  inherited?: true;
  /** With `title`: the words whose capitals the format marks to be kept: `{Bayesian}`. */
  caseKept?: string[];
  /** With `author`: the parts of the name where the format tells them; empty for a name without parts (`OpenAI`). */
  parts?: Omit<Name, 'literal'>;
}

/** A heading or collection that a paper stands under: outside of the record, and of other records too. */
export interface Filing {
  /** Without numbers and marks: `Survey papers`. */
  value: string;
  kind: 'heading' | 'collection';
  span: Span;
}

/** What a format writes around the value of a field to say which it is: `TI  - `, `title = {`, `</title>`. */
export interface Notation {
  span: Span;
  field: FieldName;
}

/** One paper as the reader found it, before any cleaning. */
export interface RawRecord {
  /** The whole block, separators inside it included. */
  span: Span;
  fields: RawField[];
  /** Furniture of the site inside the block: bullets, labels, the `et al.` of a shortened list. */
  chrome: Span[];
  /** Labels, delimiters and tags of a format that has them for each field; empty for pages made for people. */
  notation: Notation[];
  /** Outermost first. */
  filings: Filing[];
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

/** What of a seed is not published. */
export interface Withheld {
  span: Span;
  /** What stands there, as the file prints it and as its format means it. Never to leave the build. */
  values: string[];
  /** True where it is known by its shape, false where it is a whole field, whatever it says. */
  byShape: boolean;
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
  /** In no order; places may overlap. */
  withheld: Withheld[];
  /** Keys of its source records in file order. */
  records: string[];
  messages: Message[];
}

/** A raw record with its place in the survey. */
export interface LocatedRecord extends RawRecord {
  /** Of a record that no reader of a format read: how the reader that inferred it took the text to be laid out. */
  layout?: string;
  /** Stable inside one build: `002_7d149e4e9464cf00.txt#7`. */
  key: string;
  seed: string;
  lines: Lines;
}

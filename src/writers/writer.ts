import type { Survey, Work } from '../model/index.ts';

/** What a writer needs of the survey besides the works it writes. */
export type WriterContext = Pick<Survey, 'site' | 'records'>;

/** One export format. */
export interface Writer {
  /** Permanent name: `bibtex`. */
  format: string;
  /** What a person calls it: `BibTeX`. */
  label: string;
  /** Without the dot: `bib`. */
  extension: string;
  /** `application/x-bibtex` */
  mediaType: string;
  /** Whom the file is for, or what is in it, in one sentence. */
  holds: string;
  /** The works in the given order, as one document ending in a line end. */
  write(works: readonly Work[], context: WriterContext): string;
}

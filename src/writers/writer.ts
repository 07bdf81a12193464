import type { Citable, Site, Survey, Work } from '../model/index.ts';

/** What a writer needs of the survey besides the works it writes. */
export interface WriterContext extends Pick<Survey, 'records'> {
  site: Site;
}

/** What a reference says of the survey: its public address, and where permalinks begin if elsewhere. */
export type CitingSite = Pick<Site, 'url' | 'permalink_base'>;

/** An export format by name. */
export interface ExportFormat {
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
}

/** One export format. */
export interface Writer extends ExportFormat {
  /** The works in the given order, as one document ending in a line end. */
  write(works: readonly Work[], context: WriterContext): string;
}

/** A format that needs no more of a work than a reference does, so that a browser can write it too. */
export interface CitableWriter extends ExportFormat {
  /**
   * The works in the given order, as one document ending in a line end.
   *
   * @param context.remark lines that a file says of itself first, in formats that have a place for it
   */
  write(
    works: readonly Citable[],
    context: { site: CitingSite; remark?: readonly string[] },
  ): string;
}

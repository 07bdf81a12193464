import { readers } from '../../readers/index.ts';

const stripping = new Set(
  readers.filter(({ stripsMath }) => stripsMath).map(({ format }) => format),
);

/** Whether pages of a reader's format take `$` and backslashes from their formulas. */
export function isStripping(format: string): boolean {
  return stripping.has(format);
}

/** `arxiv-listing`, `arxiver-author`, `hugging-face-papers`: sites of preprints. */
const PREPRINT_SITE = /^(?:arxiv-|arxiver-|hugging-face-)/;

/** Whether the dates in a reader's format are those on which preprints were posted. */
export function datesPostings(format: string): boolean {
  return PREPRINT_SITE.test(format);
}

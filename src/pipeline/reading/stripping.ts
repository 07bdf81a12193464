import { readers } from '../../readers/index.ts';

const stripping = new Set(
  readers.filter(({ stripsMath }) => stripsMath).map(({ format }) => format),
);

/** Whether pages of a reader's format take `$` and backslashes from their formulas. */
export function isStripping(format: string): boolean {
  return stripping.has(format);
}

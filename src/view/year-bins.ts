import type { Work } from '../model/index.ts';
import { yearOf } from './groups.ts';

/** One column of the pictures by year; the first takes everything older. */
export interface YearBin {
  label: string;
  from: number;
  to: number;
}

/** Most columns in a picture by year. */
const YEAR_BINS = 10;

/**
 * The columns of pictures of these works by year.
 *
 * @param upTo what a column is called that takes everything older: `to 2017`
 */
export function binsOf(works: readonly Work[], upTo: (year: number) => string): YearBin[] {
  const years = works.map(yearOf).filter((year) => year !== undefined);
  if (years.length === 0) return [];
  let first = Infinity;
  let last = -Infinity;
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  const start = Math.max(first, last - YEAR_BINS + 1);
  return Array.from({ length: last - start + 1 }, (_, index) => {
    const year = start + index;
    const older = index === 0 && first < start;
    return { label: older ? upTo(year) : String(year), from: older ? first : year, to: year };
  });
}

/** Papers in each column. */
export function tally(
  permalinks: readonly string[],
  works: ReadonlyMap<string, Work>,
  bins: readonly YearBin[],
): number[] {
  const counts = bins.map(() => 0);
  for (const permalink of permalinks) {
    const work = works.get(permalink);
    const year = work && yearOf(work);
    if (year === undefined) continue;
    const index = bins.findIndex((bin) => year <= bin.to);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

import type { Work } from '../model/index.ts';
import type { Group } from '../pipeline/index.ts';

/** Year of a paper, where it has a date. */
export function yearOf(work: Work): number | undefined {
  const issued = work.publication.issued?.iso;
  return issued === undefined ? undefined : Number(issued.slice(0, 4));
}

/**
 * Groups the given works by year, newest first, undated ones last.
 *
 * @param undated what these are called
 */
export function yearsOf(works: readonly Work[], undated: string): Group[] {
  return [...Map.groupBy(works, (work) => String(yearOf(work) ?? 'undated'))]
    .sort(([a], [b]) => Number(b === 'undated' ? 0 : b) - Number(a === 'undated' ? 0 : a))
    .map(([slug, group]) => ({
      slug,
      label: slug === 'undated' ? undated : slug,
      works: group,
    }));
}

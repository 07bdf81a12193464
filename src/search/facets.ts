import type { FacetName } from './contract.ts';

/** A value of a facet and how many papers have it. */
export type FacetValue = readonly [value: string, papers: number];

/** Values of a facet shown before all of them are asked for. */
export const FEW_VALUES = 8;

/** Values in the order in which a reader sees them: years newest first, others by number of papers. */
export function facetValues(
  name: FacetName,
  counts: ReadonlyMap<string, number>,
): readonly FacetValue[] {
  return [...counts].sort(([a, m], [b, n]) =>
    name === 'year' ? (a < b ? 1 : -1) : n - m || (a < b ? -1 : 1),
  );
}

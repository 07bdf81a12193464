import { FACETS, type FacetName } from '../contract.ts';
import type { Order } from '../orders.ts';

/** Values chosen in each facet; a paper needs one of them in every facet where some are. */
export type Selection = Readonly<Record<FacetName, readonly string[]>>;

export const NOTHING_SELECTED: Selection = {
  theme: [],
  keyword: [],
  year: [],
  type: [],
  source: [],
  venue: [],
  with: [],
  own: [],
};

/** Whether nothing is chosen in any facet. */
export function isEmpty(selection: Selection): boolean {
  return FACETS.every(({ name }) => selection[name].length === 0);
}

/** What is asked of a survey. */
export interface Question {
  /** As typed; an empty query finds every paper the selection leaves. */
  query: string;
  selection: Selection;
  order: Order;
  /** Whether the reader is still typing, so that the last word may be a beginning. */
  typing: boolean;
}

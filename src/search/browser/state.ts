import { FACETS } from '../contract.ts';
import { type Order, ORDERS } from '../orders.ts';
import { NOTHING_SELECTED, type Selection } from './question.ts';

/** What a reader asks of the search page. Its address says all of it, so a search can be kept and shared. */
export interface State {
  /** As typed. */
  query: string;
  selection: Selection;
  order: Order;
  /** Results on the page. */
  shown: number;
}

/** Results shown at first: as many as a screen has, so that they come soon. */
export const FIRST = 10;
/** Results added with each "more". */
export const STEP = 20;

/** What the address of the search page asks for when it has no parameters. */
export const START: State = { query: '', selection: NOTHING_SELECTED, order: 'best', shown: FIRST };
/** The same of a list of papers. */
export const LIST_START: State = { ...START, order: 'newest' };

/**
 * Reads `?q=mixture+of+experts&year=2025&order=newest&shown=40`; what it does not know is left out.
 *
 * @param first what an address without parameters asks for
 */
export function readState(parameters: URLSearchParams, first = START): State {
  const selection = { ...NOTHING_SELECTED };
  for (const { name } of FACETS) selection[name] = [...new Set(parameters.getAll(name))];
  const shown = Number(parameters.get('shown'));
  return {
    query: parameters.get('q') ?? '',
    selection,
    order: ORDERS.find((name) => name === parameters.get('order')) ?? first.order,
    shown: Number.isSafeInteger(shown) && shown > FIRST ? shown : FIRST,
  };
}

/** The parameters of a state, those with their first value left out: `q=llm&year=2025`; empty for the first state. */
export function writeState(state: State, first = START): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  for (const { name } of FACETS) {
    for (const value of state.selection[name]) parameters.append(name, value);
  }
  if (state.order !== first.order) parameters.set('order', state.order);
  if (state.shown !== first.shown) parameters.set('shown', String(state.shown));
  return parameters.toString();
}

/** The state with one value of a facet chosen, or no longer chosen. */
export function toggle(state: State, name: keyof Selection, value: string): State {
  const chosen = state.selection[name];
  const values = chosen.includes(value)
    ? chosen.filter((each) => each !== value)
    : [...chosen, value];
  return { ...state, selection: { ...state.selection, [name]: values }, shown: FIRST };
}

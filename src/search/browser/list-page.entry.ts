/**
 * Facets and orders of a list of papers lead to the list they leave. What narrows it is loaded when a reader first asks
 * for it.
 */
import { isPlainClick, loadScript, part } from '../../client/index.ts';
import { FACETS } from '../contract.ts';
import { ORDERS } from '../orders.ts';
import { address } from './address.ts';
import { LIST_START, readState, toggle, writeState } from './state.ts';

const page = part(document, '.browse', HTMLElement);
const { narrower = '', chosen = '' } = page.dataset;
/** The list of all papers, and what the papers of this page have in common. */
const target = new URL(address('/papers/'));
const base = readState(new URLSearchParams(chosen), LIST_START);
const isHere = target.pathname === location.pathname;

const open = () => loadScript(new URL(narrower, document.baseURI).href);

for (const link of page.querySelectorAll<HTMLAnchorElement>('[data-facet] a, [data-order]')) {
  const { value = '', order } = link.dataset;
  const name = link.closest<HTMLElement>('[data-facet]')?.dataset['facet'];
  const facet = FACETS.find((each) => each.name === name);
  const next = facet
    ? toggle(base, facet.name, value)
    : { ...base, order: ORDERS.find((each) => each === order) ?? base.order };
  const to = new URL(target);
  to.search = writeState(next, LIST_START);
  link.href = to.href;
  link.addEventListener('click', (event) => {
    if (!isHere || !isPlainClick(event)) return;
    event.preventDefault();
    history.pushState(null, '', to);
    void open();
  });
}

if (isHere && location.search !== '') void open();

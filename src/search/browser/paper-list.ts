import { element, part } from '../../client/index.ts';
import { searchWords } from '../../words/index.ts';
import { ordersOfList } from '../orders.ts';
import { choices, openListing } from './listing.ts';
import { countInWords } from './said.ts';
import { LIST_START, writeState } from './state.ts';

/**
 * Narrows and orders the list of papers in its place. As long as nothing is chosen it stays as it was built, page by page.
 */
export function openPaperList(page: HTMLElement): void {
  const status = part(page, '[role="status"]', HTMLElement);
  const notes = part(page, '[data-notes]', HTMLElement);
  const whole = part(page, '[data-whole]', HTMLElement);
  const said = status.textContent;

  const listing = openListing(page, {
    path: '/papers/',
    first: LIST_START,
    orders: ordersOfList,
    anchor: part(page, '[data-orders]', HTMLElement),
    isIdle: (asked) => writeState(asked, LIST_START) === '',
    async show(answer, _, isIdle) {
      return () => {
        whole.hidden = !isIdle;
        status.textContent = isIdle ? said : countInWords(answer, '');
        const chips = choices(listing);
        notes.replaceChildren(
          ...(chips.length > 0
            ? [element('ul', { class: 'chips', 'aria-label': searchWords.terms }, ...chips)]
            : []),
        );
      };
    },
    fail() {
      whole.hidden = false;
    },
  });
}

/**
 * The search page, and lists of papers once a reader narrows them: loaded by `list-page.entry.ts` there. On the search
 * page it may run before the rest of the page has come.
 */
import { part } from '../../client/index.ts';
import { lookAhead } from './listing.ts';
import { openPaperList } from './paper-list.ts';
import { openSearchPage } from './search-page.ts';
import { START } from './state.ts';

if (document.readyState === 'loading') {
  // The page asks again, and says why when it gets no answer.
  lookAhead(START).catch(() => undefined);
  document.addEventListener('readystatechange', open, { once: true });
} else {
  open();
}

function open(): void {
  const page = part(document, '.browse', HTMLElement);
  const form = page.querySelector('form[role="search"]');
  if (form instanceof HTMLFormElement) openSearchPage(page, form);
  else openPaperList(page);
}

/** The search page, and lists of papers once a reader narrows them: loaded by `list-page.entry.ts` there. */
import { part } from '../../client/index.ts';
import { openPaperList } from './paper-list.ts';
import { openSearchPage } from './search-page.ts';

const page = part(document, '.browse', HTMLElement);
const form = page.querySelector('form[role="search"]');
if (form instanceof HTMLFormElement) openSearchPage(page, form);
else openPaperList(page);

import { element, isTyping, part } from '../../client/index.ts';
import { searchWords } from '../../words/index.ts';
import { ORDERS } from '../orders.ts';
import { writeQuery } from '../query.ts';
import type { Answer } from './engine.ts';
import { paperItem, section } from './entries.ts';
import { foundPaper } from './found.ts';
import { choices, openListing } from './listing.ts';
import { isEmpty } from './question.ts';
import { forgetSearch, recentSearches, rememberSearch } from './recent.ts';
import { countInWords, nearHeading, remarksOf } from './said.ts';
import { engine } from './site.ts';
import { FIRST, START } from './state.ts';

/** Milliseconds without a key before a search starts. */
const PAUSE = 120;

const say = searchWords;

/** Makes the search page work: results as one types, what is near, terms to be taken out, recent searches. */
export function openSearchPage(page: HTMLElement, form: HTMLFormElement): void {
  const field = part(form, 'input[name="q"]', HTMLInputElement);
  const status = part(page, '[role="status"]', HTMLElement);
  const notes = part(page, '[data-notes]', HTMLElement);
  const nearby = part(page, '[data-near]', HTMLElement);
  const start = part(page, '[data-start]', HTMLElement);
  const recent = part(start, '[data-recent]', HTMLElement);
  const siteTitle = document.title;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the field could say instead, offered beside the results. */
  let suggested: string | undefined;

  const listing = openListing(page, {
    path: '/search/',
    first: START,
    orders: ORDERS,
    anchor: field,
    isIdle: (asked) => asked.query.trim() === '' && isEmpty(asked.selection),
    async show(answer, asked, isIdle) {
      const title = asked.query.trim();
      document.title = title === '' ? siteTitle : `${title} · ${siteTitle}`;
      const search = await engine();
      const texts = await search.load(answer.near.map(({ place }) => place));
      const nearPapers = texts.map((text, at) =>
        paperItem(foundPaper(text, answer), search.themes, answer.near[at]?.missing),
      );
      return () => {
        suggested = answer.suggestion?.query;
        showNotes(answer);
        start.hidden = answer.near.length > 0 || (!isIdle && answer.papers.length > 0);
        if (!start.hidden) showRecent();
        status.textContent = isIdle ? '' : countInWords(answer, asked.query);
        nearby.replaceChildren(...near(answer, nearPapers));
      };
    },
    fail() {
      suggested = undefined;
      start.hidden = false;
      notes.replaceChildren();
      nearby.replaceChildren();
    },
  });
  field.value = listing.state.query;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    rememberSearch(field.value);
    // The address may already hold the query from typing; a submitted search is a step "back" returns to.
    listing.go({ ...listing.state, query: field.value, shown: FIRST }, 'push');
  });

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => listing.go({ ...listing.state, query: field.value, shown: FIRST }, 'replace', true),
      PAUSE,
    );
  });

  field.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || suggested === undefined || event.isComposing) return;
    event.preventDefault();
    ask(suggested);
  });

  addEventListener('popstate', () => {
    clearTimeout(timer);
    field.value = listing.state.query;
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  /** Puts another query into the field and looks it up. */
  function ask(query: string): void {
    field.value = query;
    field.focus();
    listing.go({ ...listing.state, query, shown: FIRST }, 'push');
  }

  /** A link that puts another query into the field. */
  function linkToQuery(query: string): HTMLAnchorElement {
    return listing.linkTo({ ...listing.state, query, shown: FIRST }, [query], {}, () => ask(query));
  }

  /** The terms of a query that is more than words, each to be taken out; and what is to be said of the answer. */
  function showNotes(answer: Answer): void {
    const { clauses } = answer.query;
    const plain = clauses.every(
      ([term, ...more]) => more.length === 0 && !term?.field && !term?.exact && !term?.negated,
    );
    const terms = plain
      ? []
      : clauses.map((clause) => {
          const text = writeQuery([clause]);
          const edit = element('button', { type: 'button', title: say.edit(text) }, text);
          edit.addEventListener('click', () => {
            const at = field.value.indexOf(text);
            field.focus();
            if (at >= 0) field.setSelectionRange(at, at + text.length);
          });
          const remove = element(
            'button',
            { type: 'button', 'aria-label': say.takeOut(text) },
            '×',
          );
          remove.addEventListener('click', () =>
            ask(writeQuery(clauses.filter((other) => other !== clause))),
          );
          return element('li', { class: 'chip' }, edit, remove);
        });
    const chips = [...terms, ...choices(listing)];
    notes.replaceChildren(
      ...(chips.length > 0
        ? [element('ul', { class: 'chips', 'aria-label': say.terms }, ...chips)]
        : []),
      ...remarksOf(answer).map((remark) => element('p', {}, remark)),
    );
  }

  /** What is near: another spelling, and papers with some of the query. None of it counts as found. */
  function near({ suggestion, ...answer }: Answer, papers: readonly HTMLElement[]): Node[] {
    const shown: Node[] = [];
    if (suggestion) {
      shown.push(
        element(
          'p',
          { class: 'meant' },
          say.didYouMean,
          linkToQuery(suggestion.query),
          say.questionEnd,
          element('span', { class: 'by-key' }, element('kbd', {}, '↓'), say.takesIt),
        ),
      );
    }
    if (papers.length === 0) return shown;
    const list = element('ul', { class: 'nearby' }, ...papers);
    return [...shown, section('near-found', nearHeading({ ...answer, suggestion }), list)];
  }

  /** Searches made before in this browser, each to be repeated or forgotten. */
  function showRecent(): void {
    const items = recentSearches().map((query) => {
      const forget = element('button', { type: 'button', 'aria-label': say.forget(query) }, '×');
      forget.addEventListener('click', () => {
        forgetSearch(query);
        showRecent();
        (recent.querySelector('button') ?? field).focus();
      });
      return element('li', { class: 'chip' }, linkToQuery(query), forget);
    });
    recent.replaceChildren(
      ...(items.length > 0
        ? [
            element('h2', { class: 'label', id: 'recent' }, say.recent),
            element('ul', { class: 'chips', 'aria-labelledby': 'recent' }, ...items),
          ]
        : []),
    );
  }
}

/** What the search page and lists of papers share: an address that says what is asked, facets, orders, and results. */
import { element, isPlainClick, part } from '../../client/index.ts';
import { offerExport } from '../../export/browser/index.ts';
import { exportWords, searchWords } from '../../words/index.ts';
import { FACETS, type FacetName } from '../contract.ts';
import { FEW_VALUES, type FacetValue, facetValues } from '../facets.ts';
import type { Order } from '../orders.ts';
import { address } from './address.ts';
import type { Answer } from './engine.ts';
import { pageItem, paperItem, section, themeItem } from './entries.ts';
import { foundPaper } from './found.ts';
import { isEmpty, NOTHING_SELECTED } from './question.ts';
import { engine, failureInWords } from './site.ts';
import { FIRST, readState, type State, STEP, toggle, writeState } from './state.ts';

const say = searchWords;
/** Milliseconds after which a reader is told that an answer is on its way. */
const PATIENCE = 400;
/** What papers can be with, as the index calls it, in words. */
const withWords: ReadonlyMap<string, string> = new Map(Object.entries(say.with));

/** What is particular to a page. */
export interface Manners {
  /** Root path of the page: `/papers/`. */
  path: string;
  /** What its address asks for without parameters. */
  first: State;
  orders: readonly Order[];
  /** Where the focus goes when what had it is gone. */
  anchor: HTMLElement;
  /** Whether nothing is asked, so that nothing is found either. */
  isIdle(asked: State, answer: Answer): boolean;
  /** Shows what else the page says of an answer. */
  show(answer: Answer, asked: State, isIdle: boolean): Promise<() => void>;
  /** Takes back what it said of another one. */
  fail(): void;
}

/** A page of results that follows its address. */
export interface Listing {
  readonly state: State;
  /** Asks something else. */
  go(next: State, how: 'push' | 'replace', typing?: boolean): void;
  /** A link to another state, followed without loading the page again. */
  linkTo(
    next: State,
    said: readonly (Node | string)[],
    attributes?: Readonly<Record<string, string | undefined>>,
    follow?: () => void,
  ): HTMLAnchorElement;
}

/** What was last asked, and the answer. */
let last: { asked: string; answer: Promise<Answer> } | undefined;

/** The answer to what a page asks for, looked up once however often it is asked one after another. */
function answerTo({ query, selection, order, shown }: State, typing: boolean): Promise<Answer> {
  const question = { query, selection, order, typing };
  const asked = JSON.stringify(question);
  if (last?.asked !== asked) {
    const first = query === '' && isEmpty(selection) ? 0 : shown;
    last = { asked, answer: engine().then((search) => search.find(question, first)) };
    last.answer.catch(() => {
      last = undefined;
    });
  }
  return last.answer;
}

/**
 * Looks up what a page's address asks for, before there is a page to show it.
 *
 * @param first what the address asks for without parameters
 * @throws when the answer cannot be loaded; the page will ask again
 */
export async function lookAhead(first: State): Promise<void> {
  await answerTo(readState(new URLSearchParams(location.search), first), false);
}

/** Makes a page work and shows what its address asks for. */
export function openListing(page: HTMLElement, manners: Manners): Listing {
  const { first, path } = manners;
  const orders = part(page, '[data-orders]', HTMLElement);
  const clear = part(page, '[data-clear]', HTMLElement);
  const status = part(page, '[role="status"]', HTMLElement);
  const facets = part(page, '[data-facets]', HTMLElement);
  const list = part(page, '[data-results]', HTMLElement);
  const exporting = part(page, '[data-exporting]', HTMLElement);
  const wideFacets = new Set<FacetName>();
  let state = readState(new URLSearchParams(location.search), first);
  /** Grows with every search, so that a slow answer does not replace a later one. */
  let turn = 0;
  /** All papers that the page last found, shown or not. */
  let found: Answer['papers'] = [];

  addEventListener('popstate', () => {
    state = readState(new URLSearchParams(location.search), first);
    void run();
  });
  offerExport(part(exporting, 'details', HTMLDetailsElement), async () => ({
    places: found,
    name: chosen(),
    ...(chosen().some(Boolean) ? { search: publicAddress() } : {}),
  }));
  void run();

  return {
    get state() {
      return state;
    },
    go,
    linkTo,
  };

  /** Words of the query and of the choices made. */
  function chosen(): string[] {
    return [state.query, ...FACETS.flatMap(({ name }) => state.selection[name])];
  }

  /** The address of what is asked for on the survey's host, wherever this copy is read. */
  function publicAddress(): string {
    const page = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    return new URL(`?${writeState(state, first)}`, page ?? location.href).href;
  }

  function go(next: State, how: 'push' | 'replace', typing = false): void {
    const changed = writeState(next, first) !== writeState(state, first);
    state = next;
    if (changed || how === 'push') keepAddress(how);
    void run(typing);
  }

  function hrefOf(next: State): string {
    const parameters = writeState(next, first);
    return address(parameters === '' ? path : `${path}?${parameters}`);
  }

  function keepAddress(how: 'push' | 'replace'): void {
    const target = hrefOf(state);
    if (how === 'push' && target !== location.href) history.pushState(null, '', target);
    else history.replaceState(null, '', target);
  }

  async function run(typing = false): Promise<void> {
    turn += 1;
    const mine = turn;
    const asked = state;
    list.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => {
      if (mine === turn) status.textContent = say.searching;
    }, PATIENCE);
    try {
      const [search, answer] = await Promise.all([engine(), answerTo(asked, typing)]);
      const isIdle = manners.isIdle(asked, answer);
      const shown = isIdle ? [] : answer.papers.slice(0, asked.shown);
      const [texts, showRest] = await Promise.all([
        search.load(shown),
        manners.show(answer, asked, isIdle),
      ]);
      if (mine !== turn) return;
      found = isIdle ? [] : answer.papers;
      orders.hidden = isIdle && asked.query === '' && first.order === 'best';
      showOrders();
      showClear();
      showExport();
      showFacets(answer);
      const papers = texts.map((text) => paperItem(foundPaper(text, answer), search.themes));
      list.replaceChildren(...(isIdle ? [] : results(answer, papers)));
      showRest();
    } catch {
      if (mine !== turn) return;
      found = [];
      showExport();
      status.textContent = failureInWords();
      const retry = element('button', { type: 'button' }, say.tryAgain);
      retry.addEventListener('click', () => void run());
      list.replaceChildren(...(location.protocol === 'file:' ? [] : [element('p', {}, retry)]));
      manners.fail();
    } finally {
      clearTimeout(slow);
      if (mine === turn) {
        list.removeAttribute('aria-busy');
        page.dataset['ready'] = '';
      }
    }
  }

  function results(answer: Answer, papers: readonly HTMLElement[]): Node[] {
    const shown: Node[] = [];
    if (answer.themes.length > 0) {
      const items = element('ul', { class: 'index one' }, ...answer.themes.map(themeItem));
      shown.push(section('themes-found', say.themes, items));
    }
    if (answer.pages.length > 0) {
      const items = element('ul', { class: 'index one' }, ...answer.pages.map(pageItem));
      shown.push(section('pages-found', say.pagesHead, items));
    }
    if (papers.length > 0) {
      const items = element('ul', { class: 'entries' }, ...papers);
      const made = section('papers-found', say.papersHead, items);
      if (answer.papers.length > papers.length) made.append(more(items, answer));
      shown.push(made);
    }
    return shown.length > 0 || answer.near.length > 0 ? shown : [nothingFound()];
  }

  function more(items: HTMLElement, answer: Answer): HTMLElement {
    const left = answer.papers.length - state.shown;
    const button = element(
      'button',
      { type: 'button' },
      say.more(Math.min(STEP, left), answer.papers.length),
    );
    const bar = element('p', { class: 'more' }, button);
    button.addEventListener('click', async () => {
      const mine = turn;
      const from = state.shown;
      const search = await engine();
      const texts = await search.load(answer.papers.slice(from, from + STEP));
      // Asked again while they were on their way, they are there already.
      if (mine !== turn || state.shown !== from) return;
      state = { ...state, shown: from + STEP };
      keepAddress('replace');
      const entries = texts.map((text) => paperItem(foundPaper(text, answer), search.themes));
      items.append(...entries);
      entries[0]?.querySelector('a')?.focus();
      if (answer.papers.length > state.shown) bar.replaceWith(more(items, answer));
      else bar.remove();
    });
    return bar;
  }

  function nothingFound(): HTMLElement {
    const advice = isEmpty(state.selection) ? say.otherWords : say.fewerChoices;
    return element('p', { class: 'none' }, say.nothing + advice);
  }

  function showOrders(): void {
    const items = manners.orders.map((order) => {
      const current = state.order === order ? 'true' : undefined;
      const next = { ...state, order, shown: FIRST };
      return element('li', {}, linkTo(next, [say.orders[order]], { 'aria-current': current }));
    });
    keepFocus(orders, () => orders.replaceChildren(element('ul', {}, ...items)));
  }

  /** Offers to take all choices back, where there are any. */
  function showClear(): void {
    const next = { ...state, selection: NOTHING_SELECTED, shown: FIRST };
    const link = linkTo(next, [say.clear]);
    // A link that had the focus goes away with the last choice.
    const held = clear.contains(document.activeElement);
    clear.hidden = isEmpty(state.selection);
    clear.replaceChildren(...(clear.hidden ? [] : [link]));
    if (held) (clear.hidden ? manners.anchor : link).focus();
  }

  /** Offers the papers found for export, where there are any. */
  function showExport(): void {
    exporting.hidden = found.length === 0;
    part(exporting, 'summary', HTMLElement).textContent = exportWords.offer(found.length);
    const said = exporting.querySelector('[role="status"]');
    if (said) said.textContent = '';
  }

  function showFacets({ counts }: Answer): void {
    const sections = FACETS.flatMap(({ name }) => {
      const all = new Map(counts[name]);
      for (const value of state.selection[name]) if (!all.has(value)) all.set(value, 0);
      return all.size === 0 ? [] : [facet(name, facetValues(name, all))];
    });
    keepFocus(facets, () => facets.replaceChildren(...sections));
  }

  function facet(name: FacetName, values: readonly FacetValue[]): HTMLElement {
    const label = say.facets[name];
    const isChosen = (value: string) => state.selection[name].includes(value);
    const wide = wideFacets.has(name) || values.length <= FEW_VALUES + 1;
    const shown = values.filter(([value], at) => wide || at < FEW_VALUES || isChosen(value));
    const items = shown.map(([value, count]) => {
      const word = name === 'with' ? (withWords.get(value) ?? value) : value;
      const link = linkTo(
        toggle(state, name, value),
        [`${word} `, element('span', {}, String(count))],
        { 'data-value': value, 'aria-current': isChosen(value) ? 'true' : undefined },
      );
      return element('li', {}, link);
    });
    const made = section(`f-${name}`, label, element('ul', {}, ...items), {});
    made.dataset['facet'] = name;
    if (!wide) {
      const all = element('button', { type: 'button' }, say.all(values.length));
      all.setAttribute('aria-label', say.allValues(label, values.length));
      all.addEventListener('click', () => {
        wideFacets.add(name);
        const full = facet(name, values);
        made.replaceWith(full);
        full.querySelectorAll('a')[shown.length]?.focus();
      });
      made.append(all);
    }
    return made;
  }

  function linkTo(
    next: State,
    said: readonly (Node | string)[],
    attributes: Readonly<Record<string, string | undefined>> = {},
    follow = () => go(next, 'push'),
  ): HTMLAnchorElement {
    const link = element('a', { href: hrefOf(next), ...attributes }, ...said);
    link.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      follow();
    });
    return link;
  }

  /** Rebuilds part of the page and puts the focus back on the link that had it. */
  function keepFocus(within: HTMLElement, rebuild: () => void): void {
    const active = document.activeElement;
    const held = active instanceof HTMLElement && within.contains(active);
    const key = held ? keyOf(active) : undefined;
    rebuild();
    if (key === undefined) return;
    const links = [...within.querySelectorAll('a')];
    const same = links.find((link) => keyOf(link) === key);
    (same ?? links[0] ?? manners.anchor).focus();
  }
}

/** What a link stands for, however often it is made: a value of a facet, or else what it says. */
function keyOf(link: HTMLElement): string {
  const facet = link.closest<HTMLElement>('[data-facet]')?.dataset['facet'];
  return facet === undefined ? link.textContent.trim() : `${facet} ${link.dataset['value']}`;
}

/** The choices of a state, each to be taken out: on a small screen the facets are folded away. */
export function choices({ state, linkTo }: Listing): HTMLElement[] {
  return FACETS.flatMap(({ name }) =>
    state.selection[name].map((value) => {
      const word = name === 'with' ? (withWords.get(value) ?? value) : value;
      const remove = linkTo(toggle(state, name, value), ['×'], {
        'aria-label': say.takeOut(word),
      });
      return element('li', { class: 'chip' }, element('span', {}, word), remove);
    }),
  );
}

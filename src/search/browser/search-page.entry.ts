import { element, isPlainClick, isTyping, part } from '../../client/index.ts';
import { offerExport } from '../../export/browser/index.ts';
import { FACETS, type FacetName, type ThemeEntry } from '../contract.ts';
import { writeQuery } from '../query.ts';
import { isEmpty, NOTHING_SELECTED } from './columns.ts';
import { type Answer, ORDERS } from './engine.ts';
import { type Found, foundPaper, marked } from './found.ts';
import { forgetSearch, recentSearches, rememberSearch } from './recent.ts';
import { countInWords, nearHeading, remarksOf } from './said.ts';
import { searchWords, exportWords } from '../../words/index.ts';
import { address, engine, failureInWords } from './site.ts';
import { readState, type State, STEP, toggle, writeState } from './state.ts';

/** Milliseconds without a key before a search starts. */
const PAUSE = 120;
/** Values of a facet shown before "all" is asked for. */
const FEW_VALUES = 8;

const say = searchWords;
/** What papers can be with, as the index calls it, in words. */
const withWords: ReadonlyMap<string, string> = new Map(Object.entries(say.with));
const page = part(document, '#search', HTMLElement);
const form = part(page, 'form', HTMLFormElement);
const field = part(form, 'input[name="q"]', HTMLInputElement);
const status = part(page, '[role="status"]', HTMLElement);
const orders = part(page, '[data-orders]', HTMLElement);
const clear = part(page, '[data-clear]', HTMLElement);
const facets = part(page, '[data-facets]', HTMLElement);
const list = part(page, '[data-results]', HTMLElement);
const notes = part(page, '[data-notes]', HTMLElement);
const nearby = part(page, '[data-near]', HTMLElement);
const start = part(page, '[data-start]', HTMLElement);
const recent = part(start, '[data-recent]', HTMLElement);
const exporting = part(page, '[data-exporting]', HTMLElement);
const siteTitle = document.title;

/** Root paths of themes by label, from the links the page was built with. */
const themePaths = new Map(
  [...facets.querySelectorAll<HTMLAnchorElement>('a[data-theme]')].map((link) => [
    link.dataset['theme'] ?? '',
    link.href,
  ]),
);

let state = readState(new URLSearchParams(location.search));
let timer: ReturnType<typeof setTimeout> | undefined;
/** Grows with every search, so that a slow answer does not replace a later one. */
let turn = 0;
const wideFacets = new Set<FacetName>();
/** All papers that the page last found, shown or not. */
let found: Answer['papers'] = [];
/** What the field could say instead, offered beside the results. */
let suggested: string | undefined;

field.value = state.query;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  rememberSearch(field.value);
  // The address may already hold the query from typing; a submitted search is a step "back" returns to.
  go({ ...state, query: field.value, shown: STEP }, 'push');
});

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(
    () => go({ ...state, query: field.value, shown: STEP }, 'replace', true),
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
  state = readState(new URLSearchParams(location.search));
  field.value = state.query;
  void run();
});

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target)) return;
  event.preventDefault();
  field.focus();
  field.select();
});

offerExport(part(exporting, 'details', HTMLDetailsElement), async () => ({
  places: found,
  name: [state.query, ...FACETS.flatMap(({ name }) => state.selection[name])],
}));

void run();

function go(next: State, how: 'push' | 'replace', typing = false): void {
  const changed = writeState(next) !== writeState(state);
  state = next;
  if (changed || how === 'push') keepAddress(how);
  void run(typing);
}

/** Puts another query into the field and looks it up. */
function ask(query: string): void {
  field.value = query;
  field.focus();
  go({ ...state, query, shown: STEP }, 'push');
}

function keepAddress(how: 'push' | 'replace'): void {
  const parameters = writeState(state);
  const target = `${location.pathname}${parameters === '' ? '' : `?${parameters}`}`;
  if (how === 'push' && target !== location.pathname + location.search) {
    history.pushState(null, '', target);
  } else {
    history.replaceState(null, '', target);
  }
}

async function run(typing = false): Promise<void> {
  turn += 1;
  const mine = turn;
  const asked = state;
  document.title = asked.query.trim() === '' ? siteTitle : `${asked.query.trim()} · ${siteTitle}`;
  list.setAttribute('aria-busy', 'true');
  try {
    const search = await engine();
    const answer = await search.find({ ...asked, typing });
    const idle = answer.query.clauses.length === 0 && isEmpty(asked.selection);
    const shown = idle ? [] : answer.papers.slice(0, asked.shown);
    const [texts, nearTexts] = await Promise.all([
      search.load(shown),
      search.load(answer.near.map(({ place }) => place)),
    ]);
    if (mine !== turn) return;
    found = idle ? [] : answer.papers;
    suggested = answer.suggestion?.query;
    orders.hidden = idle;
    showOrders();
    showClear();
    showExport();
    showFacets(answer);
    showNotes(answer);
    const papers = texts.map((text) => foundPaper(text, answer));
    const themes = idle ? [] : answer.themes;
    start.hidden = papers.length + themes.length + answer.near.length > 0;
    if (!start.hidden) showRecent();
    status.textContent = idle ? '' : countInWords(answer, asked.query);
    list.replaceChildren(...(idle ? [] : results(themes, papers, answer)));
    nearby.replaceChildren(
      ...near(
        answer,
        nearTexts.map((text) => foundPaper(text, answer)),
      ),
    );
  } catch {
    if (mine !== turn) return;
    found = [];
    suggested = undefined;
    showExport();
    status.textContent = failureInWords();
    start.hidden = false;
    const retry = element('button', { type: 'button' }, say.tryAgain);
    retry.addEventListener('click', () => void run());
    notes.replaceChildren();
    nearby.replaceChildren();
    list.replaceChildren(...(location.protocol === 'file:' ? [] : [element('p', {}, retry)]));
  } finally {
    if (mine === turn) {
      list.removeAttribute('aria-busy');
      page.dataset['ready'] = '';
    }
  }
}

/** The terms of a query that is more than words, each to be taken out; and what is to be said of the answer. */
function showNotes(answer: Answer): void {
  const { clauses } = answer.query;
  const plain = clauses.every(
    ([term, ...more]) => more.length === 0 && !term?.field && !term?.exact && !term?.negated,
  );
  const chips = plain
    ? []
    : clauses.map((clause) => {
        const text = writeQuery([clause]);
        const edit = element('button', { type: 'button', title: say.edit(text) }, text);
        edit.addEventListener('click', () => {
          const at = field.value.indexOf(text);
          field.focus();
          if (at >= 0) field.setSelectionRange(at, at + text.length);
        });
        const remove = element('button', { type: 'button', 'aria-label': say.takeOut(text) }, '×');
        remove.addEventListener('click', () =>
          ask(writeQuery(clauses.filter((other) => other !== clause))),
        );
        return element('li', { class: 'chip' }, edit, remove);
      });
  notes.replaceChildren(
    ...(chips.length > 0
      ? [element('ul', { class: 'chips', 'aria-label': say.terms }, ...chips)]
      : []),
    ...remarksOf(answer).map((remark) => element('p', {}, remark)),
  );
}

/** What is near: another spelling, and papers with some of the query. None of it counts as found. */
function near(answer: Answer, papers: readonly Found[]): Node[] {
  const shown: Node[] = [];
  const { suggestion } = answer;
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
  const items = papers.map((paper, at) => entry(paper, answer.near[at]?.missing));
  const list = element('ul', { class: 'nearby' }, ...items);
  return [...shown, section('near-found', nearHeading(answer), list)];
}

/** Searches made before in this browser, each to be repeated or forgotten. */
function showRecent(): void {
  const items = recentSearches().map((query) => {
    const forget = element('button', { type: 'button', 'aria-label': say.forget(query) }, '×');
    forget.addEventListener('click', () => {
      forgetSearch(query);
      showRecent();
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

function showOrders(): void {
  const items = ORDERS.map(({ name: order }) => {
    const current = state.order === order ? 'true' : undefined;
    const next = { ...state, order, shown: STEP };
    return element('li', {}, linkTo(next, [say.orders[order]], { 'aria-current': current }));
  });
  keepFocus(orders, () => orders.replaceChildren(element('ul', {}, ...items)));
}

/** Offers to take all choices back, where there are any. */
function showClear(): void {
  const next = { ...state, selection: NOTHING_SELECTED, shown: STEP };
  const link = linkTo(next, [say.clear]);
  // A link that had the focus goes away with the last choice; the field is where a reader goes on.
  const held = clear.contains(document.activeElement);
  clear.hidden = isEmpty(state.selection);
  clear.replaceChildren(...(clear.hidden ? [] : [link]));
  if (held) (clear.hidden ? field : link).focus();
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
    const values = valuesOf(name, counts[name]);
    return values.length === 0 ? [] : [facet(name, values)];
  });
  keepFocus(facets, () => facets.replaceChildren(...sections));
}

/** Values of a facet with their counts: chosen ones always, years newest first, others by count. */
function valuesOf(name: FacetName, counts: ReadonlyMap<string, number>): [string, number][] {
  const all = new Map(counts);
  for (const value of state.selection[name]) if (!all.has(value)) all.set(value, 0);
  return [...all].sort(([a, m], [b, n]) =>
    name === 'year' ? (a < b ? 1 : -1) : n - m || (a < b ? -1 : 1),
  );
}

function facet(name: FacetName, values: readonly [string, number][]): HTMLElement {
  const label = say.facets[name];
  const isChosen = (value: string) => state.selection[name].includes(value);
  const wide = wideFacets.has(name) || values.length <= FEW_VALUES + 1;
  const shown = values.filter(([value], at) => wide || at < FEW_VALUES || isChosen(value));
  const items = shown.map(([value, count]) => {
    const word = name === 'with' ? (withWords.get(value) ?? value) : value;
    const link = linkTo(
      toggle(state, name, value),
      [`${word} `, element('span', {}, String(count))],
      { 'data-key': `${name} ${value}`, 'aria-current': isChosen(value) ? 'true' : undefined },
    );
    return element('li', {}, link);
  });
  const shownFacet = section(`f-${name}`, label, element('ul', {}, ...items), {});
  if (!wide) {
    const all = element('button', { type: 'button' }, say.all(values.length));
    all.setAttribute('aria-label', say.allValues(label, values.length));
    all.addEventListener('click', () => {
      wideFacets.add(name);
      const full = facet(name, values);
      shownFacet.replaceWith(full);
      full.querySelectorAll('a')[shown.length]?.focus();
    });
    shownFacet.append(all);
  }
  return shownFacet;
}

function results(themes: readonly ThemeEntry[], papers: readonly Found[], answer: Answer): Node[] {
  const shown: Node[] = [];
  if (themes.length > 0) {
    const items = element('ul', { class: 'index one' }, ...themes.map(theme));
    shown.push(section('themes-found', say.themes, items));
  }
  if (papers.length > 0) {
    const items = element('ul', { class: 'entries' }, ...papers.map((paper) => entry(paper)));
    const list = section('papers-found', say.papersHead, items);
    if (answer.papers.length > papers.length) list.append(more(items, answer));
    shown.push(list);
  }
  return shown.length > 0 || answer.near.length > 0 ? shown : [nothingFound()];
}

function theme({ slug, label, tagline, papers }: ThemeEntry): HTMLElement {
  return element(
    'li',
    {},
    element('h3', {}, element('a', { href: address(`/themes/${slug}/`) }, label)),
    element(
      'span',
      { class: 'count' },
      element('span', { class: 'vh' }, say.papersBefore),
      String(papers),
    ),
    element('p', {}, tagline),
  );
}

/** A paper in a list; with the words of the query that it has not, struck out. */
function entry(found: Found, missing: readonly string[] = []): HTMLElement {
  const meta = [
    ...(found.date === '' ? [] : [found.date]),
    ...(found.venue === '' ? [] : [found.venue]),
    ...found.themes.map((label) => {
      const href = themePaths.get(label);
      return href === undefined ? label : element('a', { href }, label);
    }),
  ].map((item, at) => element('span', { class: at === 0 ? undefined : 'sep' }, item));
  const text = element(
    'div',
    {},
    element('h3', {}, element('a', { href: address(found.path) }, ...marked(found.title))),
    element('p', { class: 'who' }, ...marked(found.authors)),
  );
  if (found.sentence.length > 0)
    text.append(element('p', { class: 'say' }, ...marked(found.sentence)));
  if (missing.length > 0) {
    const words = missing.map((word) => element('s', {}, word));
    text.append(element('p', { class: 'missing' }, say.without, ...spaced(words)));
  }
  return element(
    'li',
    { class: 'entry split' },
    text,
    element('p', { class: 'meta' }, ...spaced(meta)),
  );
}

function spaced(nodes: readonly Node[]): (Node | string)[] {
  return nodes.flatMap((node, at) => (at === 0 ? [node] : [' ', node]));
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
    const texts = await (await engine()).load(answer.papers.slice(from, from + STEP));
    if (mine !== turn) return;
    state = { ...state, shown: from + STEP };
    keepAddress('replace');
    const entries = texts.map((text) => entry(foundPaper(text, answer)));
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

function hrefOf(next: State): string {
  const parameters = writeState(next);
  return parameters === '' ? location.pathname : `?${parameters}`;
}

/** A section that its heading names. */
function section(
  id: string,
  title: string,
  items: HTMLElement,
  heading: Readonly<Record<string, string>> = { class: 'label' },
): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { ...heading, id }, title),
    items,
  );
}

/** A link to another state of this page, followed without loading it again. */
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

/** A link that puts another query into the field. */
function linkToQuery(query: string): HTMLAnchorElement {
  return linkTo({ ...state, query, shown: STEP }, [query], {}, () => ask(query));
}

/** Rebuilds part of the page and puts the focus back on the link that had it. */
function keepFocus(within: HTMLElement, rebuild: () => void): void {
  const active = document.activeElement;
  const held = active instanceof HTMLElement && within.contains(active);
  const key = held ? (active.dataset['key'] ?? active.textContent) : undefined;
  rebuild();
  if (key === undefined) return;
  const links = [...within.querySelectorAll('a')];
  const same = links.find((link) => (link.dataset['key'] ?? link.textContent) === key);
  (same ?? links[0] ?? field).focus();
}

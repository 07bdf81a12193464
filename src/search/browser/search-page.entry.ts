import { FACETS, type FacetName } from '../contract.ts';
import { element, isPlainClick, isTyping, part } from '../../client/index.ts';
import { type Answer, isEmpty, NOTHING_SELECTED, type Order } from './engine.ts';
import { type Found, loadMatches, marked, papersInWords } from './found.ts';
import { queryWords } from '../query.ts';
import { address, engine, failureInWords } from './site.ts';
import { offerExport } from '../../export/browser/index.ts';
import { readState, type State, STEP, toggle, writeState } from './state.ts';

/** Milliseconds without a key before a search starts. */
const PAUSE = 120;
/** Values of a facet shown before "all" is asked for. */
const FEW_VALUES = 8;

const page = part(document, '#search', HTMLElement);
const form = part(page, 'form', HTMLFormElement);
const field = part(form, 'input[name="q"]', HTMLInputElement);
const status = part(page, '[role="status"]', HTMLElement);
const orders = part(page, '[data-orders]', HTMLElement);
const clear = part(page, '[data-clear]', HTMLElement);
const facets = part(page, '[data-facets]', HTMLElement);
const list = part(page, '[data-results]', HTMLElement);
const start = part(page, '[data-start]', HTMLElement);
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

field.value = state.query;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  // The address may already hold the query from typing; a submitted search is a step "back" returns to.
  go({ ...state, query: field.value, shown: STEP }, 'push');
});

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => go({ ...state, query: field.value, shown: STEP }, 'replace'), PAUSE);
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
  places: await (await engine()).places(found),
  name: [state.query, ...FACETS.flatMap(({ name }) => state.selection[name])],
}));

void run();

function go(next: State, how: 'push' | 'replace'): void {
  const changed = writeState(next) !== writeState(state);
  state = next;
  if (changed || how === 'push') keepAddress(how);
  void run();
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

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  const asked = state;
  const words = queryWords(asked.query);
  document.title = asked.query.trim() === '' ? siteTitle : `${asked.query.trim()} · ${siteTitle}`;
  list.setAttribute('aria-busy', 'true');
  try {
    const answer = await (await engine()).find(asked.query, asked.selection, asked.order);
    const idle = words.length === 0 && isEmpty(asked.selection);
    const [themes, papers] = idle
      ? [[], []]
      : await Promise.all([
          loadMatches(answer.themes, words),
          loadMatches(answer.papers.slice(0, asked.shown), words),
        ]);
    if (mine !== turn) return;
    orders.hidden = idle;
    showOrders();
    showClear();
    found = idle ? [] : answer.papers;
    showExport();
    showFacets(answer);
    start.hidden = papers.length + themes.length > 0;
    if (idle) {
      status.textContent = '';
      list.replaceChildren();
    } else {
      status.textContent = inWords(answer);
      list.replaceChildren(...results(themes, papers, answer));
    }
  } catch {
    if (mine !== turn) return;
    found = [];
    showExport();
    status.textContent = failureInWords();
    start.hidden = false;
    const retry = element('button', { type: 'button' }, 'Try again');
    retry.addEventListener('click', () => void run());
    list.replaceChildren(...(location.protocol === 'file:' ? [] : [element('p', {}, retry)]));
  } finally {
    if (mine === turn) list.removeAttribute('aria-busy');
  }
}

/** `10 papers and 1 theme for “mixture of experts”` */
function inWords({ papers, themes, unknown }: Answer): string {
  const counts = [papersInWords(papers.length)];
  if (themes.length > 0)
    counts.push(`${themes.length} ${themes.length === 1 ? 'theme' : 'themes'}`);
  const query = state.query.trim();
  const about = query === '' ? '' : ` for “${query}”`;
  const left = unknown.length > 0 && papers.length > 0;
  const missing = left ? `; none with ${unknown.map((word) => `“${word}”`).join(', ')}` : '';
  return `${counts.join(' and ')}${about}${missing}`;
}

function showOrders(): void {
  const choices: [Order, string][] = [
    ['best', 'Best match'],
    ['newest', 'Newest'],
  ];
  const items = choices.map(([order, label]) => {
    const next = { ...state, order, shown: STEP };
    const link = element('a', { href: hrefOf(next) }, label);
    if (state.order === order) link.setAttribute('aria-current', 'true');
    follow(link, next);
    return element('li', {}, link);
  });
  keepFocus(orders, () => orders.replaceChildren(element('ul', {}, ...items)));
}

/** Offers to take all choices back, where there are any. */
function showClear(): void {
  const next = { ...state, selection: NOTHING_SELECTED, shown: STEP };
  const link = element('a', { href: hrefOf(next) }, 'Clear all choices');
  follow(link, next);
  // A link that had the focus goes away with the last choice; the field is where a reader goes on.
  const held = clear.contains(document.activeElement);
  clear.hidden = isEmpty(state.selection);
  clear.replaceChildren(...(clear.hidden ? [] : [link]));
  if (held) (clear.hidden ? field : link).focus();
}

/** Offers the papers found for export, where there are any. */
function showExport(): void {
  exporting.hidden = found.length === 0;
  part(exporting, 'summary', HTMLElement).textContent =
    found.length === 1 ? 'Export this paper' : `Export these ${found.length} papers`;
  const said = exporting.querySelector('[role="status"]');
  if (said) said.textContent = '';
}

function showFacets({ counts }: Answer): void {
  const sections = FACETS.flatMap(({ name, label }) => {
    const values = valuesOf(name, counts[name]);
    return values.length === 0 ? [] : [facet(name, label, values)];
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

function facet(name: FacetName, label: string, values: readonly [string, number][]): HTMLElement {
  const isChosen = (value: string) => state.selection[name].includes(value);
  const wide = wideFacets.has(name) || values.length <= FEW_VALUES + 1;
  const shown = values.filter(([value], at) => wide || at < FEW_VALUES || isChosen(value));
  const items = shown.map(([value, count]) => {
    const next = toggle(state, name, value);
    const link = element(
      'a',
      { href: hrefOf(next), 'data-key': `${name} ${value}` },
      `${value} `,
      element('span', {}, String(count)),
    );
    if (isChosen(value)) link.setAttribute('aria-current', 'true');
    follow(link, next);
    return element('li', {}, link);
  });
  const heading = element('h2', { id: `f-${name}` }, label);
  const section = element(
    'section',
    { 'aria-labelledby': heading.id },
    heading,
    element('ul', {}, ...items),
  );
  if (!wide) {
    const all = element('button', { type: 'button' }, `All ${values.length}`);
    all.setAttribute('aria-label', `${label}: all ${values.length} values`);
    all.addEventListener('click', () => {
      wideFacets.add(name);
      const full = facet(name, label, values);
      section.replaceWith(full);
      full.querySelectorAll('a')[shown.length]?.focus();
    });
    section.append(all);
  }
  return section;
}

function results(themes: readonly Found[], papers: readonly Found[], answer: Answer): Node[] {
  const shown: Node[] = [];
  if (themes.length > 0) {
    shown.push(
      element(
        'section',
        { 'aria-labelledby': 'themes-found' },
        element('h2', { class: 'label', id: 'themes-found' }, 'Themes'),
        element('ul', { class: 'index one' }, ...themes.map(theme)),
      ),
    );
  }
  if (papers.length > 0) {
    const items = element('ul', { class: 'entries' }, ...papers.map(paper));
    const section = element(
      'section',
      { 'aria-labelledby': 'papers-found' },
      element('h2', { class: 'label', id: 'papers-found' }, 'Papers'),
      items,
    );
    if (answer.papers.length > papers.length) section.append(more(items, answer));
    shown.push(section);
  }
  return shown.length > 0 ? shown : [nothingFound()];
}

function theme(found: Found): HTMLElement {
  return element(
    'li',
    {},
    element('h3', {}, element('a', { href: address(found.path) }, ...marked(found.title))),
    element('span', { class: 'count' }, element('span', { class: 'vh' }, 'Papers: '), found.papers),
    element('p', {}, ...marked(found.sentence)),
  );
}

function paper(found: Found): HTMLElement {
  const meta = [
    found.date || 'No date',
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
    `Show ${Math.min(STEP, left)} more of ${answer.papers.length}`,
  );
  const bar = element('p', { class: 'more' }, button);
  button.addEventListener('click', async () => {
    const mine = turn;
    const from = state.shown;
    const added = await loadMatches(
      answer.papers.slice(from, from + STEP),
      queryWords(state.query),
    );
    if (mine !== turn) return;
    state = { ...state, shown: from + STEP };
    keepAddress('replace');
    const entries = added.map(paper);
    items.append(...entries);
    entries[0]?.querySelector('a')?.focus();
    if (answer.papers.length > state.shown) bar.replaceWith(more(items, answer));
    else bar.remove();
  });
  return bar;
}

function nothingFound(): HTMLElement {
  const advice = isEmpty(state.selection)
    ? 'Try fewer or shorter words, or another spelling.'
    : 'Try fewer words or fewer choices.';
  return element('p', { class: 'none' }, `No paper contains all of this. ${advice}`);
}

function hrefOf(next: State): string {
  const parameters = writeState(next);
  return parameters === '' ? location.pathname : `?${parameters}`;
}

/** Follows a link to another state of this page without loading it again. */
function follow(link: HTMLAnchorElement, next: State): void {
  link.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(next, 'push');
  });
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

import { element, isPlainClick, isTyping, part } from '../../client/index.ts';
import type { PageEntry, ThemeEntry } from '../contract.ts';
import { NOTHING_SELECTED } from './question.ts';
import { type Found, foundPaper, marked } from './found.ts';
import { countInWords, nearHeading, remarksOf } from './said.ts';
import { searchWords } from '../../words/index.ts';
import { address } from './address.ts';
import { engine, failureInWords } from './site.ts';

/** Milliseconds without a key before a search starts. */
const PAUSE = 120;
/** Milliseconds after which a reader is told that an answer is on its way. */
const PATIENCE = 400;
const THEMES_SHOWN = 2;
const PAGES_SHOWN = 2;
const PAPERS_SHOWN = 8;
const NEAR_SHOWN = 4;

const say = searchWords;
const dialog = part(document, '#search-dialog', HTMLDialogElement);
const form = part(dialog, 'form', HTMLFormElement);
const field = part(form, 'input', HTMLInputElement);
const status = part(dialog, '[role="status"]', HTMLElement);
const hits = part(dialog, '[role="listbox"]', HTMLElement);
const all = part(dialog, '.keys a', HTMLAnchorElement);
const searchPage = all.href;

part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close());

let timer: ReturnType<typeof setTimeout> | undefined;
/** Grows with every search, so that a slow answer does not replace a later one. */
let turn = 0;
/** What the options that are shown answer. */
let answered = '';

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.find')) {
  link.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    open();
  });
}

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  // Just after closing, the field in the dialog may still have the focus.
  if (dialog.open || (event.target !== field && isTyping(event.target))) return;
  event.preventDefault();
  open();
});

// The backdrop belongs to the dialog: a click on it has the dialog as target, one inside has not.
dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => void run(), PAUSE);
});

field.addEventListener('keydown', (event) => {
  const options = [...hits.querySelectorAll<HTMLElement>('[role="option"]')];
  const at = options.findIndex(
    (option) => option.id === field.getAttribute('aria-activedescendant'),
  );
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? options.length - 1 : at - 1,
  };
  const to = moves[event.key];
  if (to !== undefined && options.length > 0) {
    event.preventDefault();
    select(options[(to + options.length) % options.length]);
  } else if (event.key === 'Enter' && at >= 0 && !event.isComposing) {
    event.preventDefault();
    follow(options[at]);
  }
});

hits.addEventListener('click', (event) => {
  const option =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
  if (!option) return;
  if (isPlainClick(event)) follow(option);
  else globalThis.open(option.dataset['href']);
});

function open(): void {
  dialog.showModal();
  field.select();
  // Loading starts while the reader types.
  engine().catch(() => undefined);
  // What was found before is still there, and may be moved in at once.
  if (field.value.trim() !== answered) void run();
}

function follow(option: HTMLElement | undefined): void {
  const href = option?.dataset['href'];
  if (href !== undefined) location.assign(href);
}

function select(option: HTMLElement | undefined): void {
  for (const other of hits.querySelectorAll('[aria-selected="true"]')) {
    other.setAttribute('aria-selected', 'false');
  }
  if (!option) {
    field.removeAttribute('aria-activedescendant');
    return;
  }
  option.setAttribute('aria-selected', 'true');
  field.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
}

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  const query = field.value.trim();
  all.href = query === '' ? searchPage : `${searchPage}?${new URLSearchParams({ q: query })}`;
  if (query === '') {
    answered = '';
    show([], '', say.page);
    return;
  }
  const slow = setTimeout(() => {
    if (mine === turn) status.textContent = say.searching;
    if (mine === turn && hits.childElementCount === 0) {
      hits.append(element('p', { class: 'none' }, say.searching));
    }
  }, PATIENCE);
  try {
    const search = await engine();
    const answer = await search.find(
      { query, selection: NOTHING_SELECTED, order: 'best', typing: true },
      PAPERS_SHOWN,
    );
    const [texts, nearTexts] = await Promise.all([
      search.load(answer.papers.slice(0, PAPERS_SHOWN)),
      search.load(answer.near.slice(0, NEAR_SHOWN).map(({ place }) => place)),
    ]);
    if (mine !== turn) return;
    answered = query;
    const total = answer.papers.length + answer.themes.length + answer.pages.length;
    const papers = texts.map((text) => foundPaper(text, answer));
    const others = nearTexts.map((text) => foundPaper(text, answer));
    show(
      [
        ...group(say.themes, 'data-results', answer.themes.slice(0, THEMES_SHOWN).map(theme)),
        ...group(say.pagesHead, 'data-results', answer.pages.slice(0, PAGES_SHOWN).map(ownPage)),
        ...group(
          say.papersHead,
          'data-results',
          papers.map((each, at) => paper(each, at)),
        ),
        ...group(
          nearHeading(answer),
          'data-near',
          others.map((each, at) => paper(each, at, 'near')),
        ),
      ],
      countInWords(answer, query),
      total === 0 ? say.page : say.allResults(total),
    );
    if (total === 0) {
      const said = [say.nothingFor(query), ...remarksOf(answer)].join(' ');
      hits.prepend(element('p', { class: 'none' }, said));
    }
    if (total > 0) select(hits.querySelector<HTMLElement>('[role="option"]') ?? undefined);
  } catch {
    if (mine !== turn) return;
    answered = '';
    show([], failureInWords(), say.page);
    hits.append(element('p', { class: 'none' }, failureInWords()));
  } finally {
    clearTimeout(slow);
  }
}

function show(groups: readonly Node[], said: string, everything: string): void {
  hits.replaceChildren(...groups);
  status.textContent = said;
  all.textContent = everything;
  field.setAttribute('aria-expanded', String(groups.length > 0));
  select(undefined);
}

function group(label: string, mark: string, options: readonly HTMLElement[]): HTMLElement[] {
  if (options.length === 0) return [];
  return [
    element(
      'div',
      { role: 'group', 'aria-label': label, [mark]: '' },
      element('p', { class: 'eyebrow', 'aria-hidden': 'true' }, label),
      ...options,
    ),
  ];
}

function ownPage({ slug, title, description }: PageEntry, at: number): HTMLElement {
  return option(
    `pages-${at}`,
    `/pages/${slug}/`,
    [title],
    description === title ? [] : [description],
  );
}

function theme({ slug, label, papers, years }: ThemeEntry, at: number): HTMLElement {
  const about = [say.papers(papers), years].filter(Boolean).join(', ');
  return option(`themes-${at}`, `/themes/${slug}/`, [label], [about]);
}

function paper(found: Found, at: number, kind = 'papers'): HTMLElement {
  const about = [found.year === '' ? '' : `, ${found.year}`, found.venue].filter(Boolean);
  return option(`${kind}-${at}`, found.path, marked(found.title), [
    ...marked(found.authors),
    about.join(' · '),
  ]);
}

function option(
  id: string,
  path: string,
  title: readonly (Node | string)[],
  about: readonly (Node | string)[],
): HTMLElement {
  return element(
    'div',
    { role: 'option', id: `d-${id}`, 'aria-selected': 'false', 'data-href': address(path) },
    element('span', { class: 'hit' }, element('b', {}, ...title), element('i', {}, ...about)),
  );
}

import { element } from '../../client/index.ts';
import { readingWords } from '../../words/index.ts';
import { permalinkOf, savedPapers, savePapers } from './shelf.ts';

const say = readingWords;
const status = element('p', { role: 'status', class: 'vh' });

/** Gives papers on this page, and those that come later, a button that saves them; and counts what is saved. */
export function offerSaving(): void {
  document.body.append(status);
  const ways = document.querySelector('.ways');
  const own = permalinkOf(location.href);
  if (ways && own !== undefined) {
    ways.append(element('li', {}, saveButton(own)));
  }
  const list = document.querySelector('main');
  if (list) {
    decorate(list);
    new MutationObserver(() => decorate(list)).observe(list, { childList: true, subtree: true });
  }
  // Another page may have changed the list meanwhile.
  addEventListener('storage', refresh);
  addEventListener('pageshow', refresh);
  refresh();
}

function decorate(within: ParentNode): void {
  for (const entry of within.querySelectorAll('.entry:not([data-saving])')) {
    if (!(entry instanceof HTMLElement)) continue;
    entry.dataset['saving'] = '';
    const link = entry.querySelector<HTMLAnchorElement>(':is(h3, h4) a');
    const permalink = link ? permalinkOf(link.href) : undefined;
    if (permalink === undefined) continue;
    entry.append(saveButton(permalink, link));
  }
}

/**
 * A button that puts a paper on the list and takes it off.
 *
 * @param link to the paper, in a list, where the button is a sign without words
 */
function saveButton(permalink: string, link?: HTMLElement | null): HTMLButtonElement {
  const small = link !== undefined;
  const button = element(
    'button',
    {
      type: 'button',
      class: small ? 'save small' : 'save',
      'data-permalink': permalink,
      'aria-label': link ? say.saveOne(textOf(link)) : undefined,
      title: small ? say.save : undefined,
    },
    small ? '' : say.save,
  );
  mark(button, savedPapers());
  button.addEventListener('click', () => {
    const saved = savedPapers();
    const without = saved.filter((each) => each !== permalink);
    const adds = without.length === saved.length;
    const kept = savePapers(adds ? [...saved, permalink] : without);
    status.textContent = kept ? say.count(savedPapers().length) : say.notKept;
    refresh();
  });
  return button;
}

/** What an element says aloud: of a formula, which stands there in three ways, one. */
function textOf(element: HTMLElement): string {
  const copy = element.cloneNode(true);
  if (copy instanceof HTMLElement) {
    for (const each of copy.querySelectorAll('annotation, [aria-hidden="true"]')) each.remove();
  }
  return (copy.textContent ?? '').trim();
}

function mark(button: HTMLButtonElement, saved: readonly string[]): void {
  const isSaved = saved.includes(button.dataset['permalink'] ?? '');
  button.setAttribute('aria-pressed', String(isSaved));
}

/** Shows everywhere on the page what is on the list now. */
function refresh(): void {
  const saved = savedPapers();
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.save')) {
    mark(button, saved);
  }
  for (const count of document.querySelectorAll('[data-saved]')) {
    count.textContent = saved.length === 0 ? '' : String(saved.length);
  }
}

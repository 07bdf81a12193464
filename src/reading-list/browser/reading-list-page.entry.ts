/** The page of the reading list; of papers that an address names; and of those that are new. */
import { element, part } from '../../client/index.ts';
import { offerExport } from '../../export/browser/index.ts';
import {
  address,
  engine,
  failureInWords,
  foundPaper,
  paperItem,
  parseQuery,
  readPermalinks,
} from '../../search/browser/index.ts';
import { exportWords, readingWords } from '../../words/index.ts';
import { savedPapers, savePapers } from './shelf.ts';
import { news } from './visits.ts';

const say = readingWords;
const page = part(document, '#reading-list', HTMLElement);
const status = part(page, '[data-count]', HTMLElement);
const actions = part(page, '[data-actions]', HTMLElement);
const list = part(page, '[data-papers]', HTMLElement);
const exporting = part(page, '[data-exporting]', HTMLElement);
const { permalinks: file = '', site = '' } = page.dataset;
const asked = new URLSearchParams(location.search);
const shared = asked
  .getAll('papers')
  .flatMap((each) => each.split(' '))
  .filter(Boolean);
const isNew = asked.has('new');
let places: number[] = [];

offerExport(part(exporting, 'details', HTMLDetailsElement), async () => ({
  places,
  name: [say.fileName],
}));
void show();

async function chosen(): Promise<readonly string[]> {
  if (isNew) return (await news(file, readPermalinks, Date.now())).permalinks;
  return shared.length > 0 ? shared : savedPapers();
}

async function show(): Promise<void> {
  try {
    const permalinks = await chosen();
    const all = new Map((await readPermalinks(file)).map((each, place) => [each, place]));
    const there = permalinks.filter((each) => all.has(each));
    places = there.flatMap((each) => all.get(each) ?? []);
    const search = await engine();
    const texts = await search.load(places);
    const nothing = { query: parseQuery(''), words: new Set<string>() };
    const entries = texts.map((text) => {
      const item = paperItem(foundPaper(text, nothing), search.themes);
      item.firstElementChild?.append(
        element('p', { class: 'on-paper' }, new URL(`papers/${text.permalink}/`, site).href),
      );
      return item;
    });
    const gone = permalinks
      .filter((each) => !all.has(each))
      .map((each) =>
        element('li', {}, say.gone, element('a', { href: address(`/papers/${each}/`) }, each)),
      );
    status.textContent =
      permalinks.length === 0 ? (isNew ? say.nothingNew : say.empty) : heading(permalinks.length);
    list.replaceChildren(...entries, ...gone);
    exporting.hidden = places.length === 0;
    part(exporting, 'summary', HTMLElement).textContent = exportWords.offer(places.length);
    showActions(there);
  } catch {
    status.textContent = failureInWords();
  }
}

function heading(n: number): string {
  if (isNew) return say.newSince(n);
  return shared.length > 0 ? say.shared(n) : say.count(n);
}

function showActions(permalinks: readonly string[]): void {
  const button = (label: string, act: () => void) => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const isOwn = shared.length === 0 && !isNew;
  const link = address(`/reading-list/?${new URLSearchParams({ papers: permalinks.join(' ') })}`);
  actions.replaceChildren(
    ...(permalinks.length === 0
      ? []
      : [
          element('a', { href: link }, say.share),
          button(say.print, () => print()),
          isOwn
            ? button(say.removeAll, () => {
                savePapers([]);
                void show();
              })
            : button(say.addAll, () => {
                const kept = savePapers([...savedPapers(), ...permalinks]);
                status.textContent = kept ? say.count(savedPapers().length) : say.notKept;
              }),
        ]),
    ...(isOwn ? [] : [element('a', { href: address('/reading-list/') }, say.own)]),
  );
}

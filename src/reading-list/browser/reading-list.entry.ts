/** Every page: papers can be saved, and home and lists say what is new since the last visit. */
import { element } from '../../client/index.ts';
import { address, readPermalinks } from '../../search/browser/index.ts';
import { readingWords } from '../../words/index.ts';
import { offerSaving } from './save-buttons.ts';
import { permalinkOf } from './shelf.ts';
import { news } from './visits.ts';

offerSaving();

const since = document.querySelector<HTMLElement>('[data-since]');
if (since) void tellNews(since);

async function tellNews(place: HTMLElement): Promise<void> {
  try {
    const file = place.dataset['since'] ?? '';
    const { permalinks } = await news(file, readPermalinks, Date.now());
    if (permalinks.length === 0) return;
    place.append(
      element(
        'a',
        { href: address('/reading-list/?new') },
        readingWords.newSince(permalinks.length),
      ),
    );
    const fresh = new Set(permalinks);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.entry :is(h3, h4) a')) {
      const permalink = permalinkOf(link.href);
      if (permalink === undefined || !fresh.has(permalink)) continue;
      link.before(element('span', { class: 'fresh' }, readingWords.fresh), ' ');
    }
  } catch {
    // A page without the index has no news.
  }
}

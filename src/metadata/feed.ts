import { Feed } from 'feed';
import type { Site, Work } from '../model/index.ts';
import { displayName, escapeHtml, toPlain, wholesome } from '../text/index.ts';
import { absoluteUrl, permalinkUrl } from '../writers/index.ts';

/** Most entries of a feed: readers fetch it again and again. */
const FEED_LENGTH = 100;

/** What a feed tells of. */
export interface Channel {
  title: string;
  description: string;
  /** Root path of the page it follows: `/themes/graphs/`. */
  path: string;
  /** Newest first. */
  works: readonly Work[];
}

/** One paper in a feed, its text without characters that XML forbids. */
interface Entry {
  url: string;
  title: string;
  names: string[];
  /** Undefined where the paper has no date. */
  date: Date | undefined;
  html: string;
  categories: string[];
}

/**
 * Atom (RFC 4287). Identifiers are permalinks; an entry is as old as its paper, and the feed as its newest entry or the
 * survey's edition, so that the same survey gives the same bytes.
 */
export function atomFeed(channel: Channel, site: Site): string {
  const entries = entriesOf(channel, site);
  const updated = updatedOf(channel, site);
  const page = absoluteUrl(site, channel.path);
  const feed = new Feed({
    id: page,
    title: clean(channel.title),
    description: clean(channel.description),
    link: page,
    language: site.language,
    updated,
    generator: 'Florilegium',
    copyright: `${site.licence.name}; abstracts belong to their authors`,
    feedLinks: { atom: absoluteUrl(site, `${channel.path}feed.xml`) },
    author: {
      name: site.curator?.name ?? site.title,
      ...(site.curator?.url ? { link: site.curator.url } : {}),
    },
  });
  for (const { url, title, names, date, html, categories } of entries) {
    feed.addItem({
      id: url,
      link: url,
      // The library marks titles as HTML.
      title: escapeHtml(title),
      date: date ?? updated,
      ...(date ? { published: date } : {}),
      ...(names.length > 0 ? { author: names.map((name) => ({ name })) } : {}),
      content: html,
      category: categories.map((term) => ({ name: term, term })),
    });
  }
  return wholesome(feed.atom1());
}

/** JSON Feed 1.1, which unlike the library's 1.0 names every author (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(channel: Channel, site: Site): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: absoluteUrl(site, channel.path),
    feed_url: absoluteUrl(site, `${channel.path}feed.json`),
    description: channel.description,
    language: site.language,
    authors: [{ name: site.curator?.name ?? site.title, url: site.curator?.url || undefined }],
    items: entriesOf(channel, site).map(({ url, title, names, date, html, categories }) => ({
      id: url,
      url,
      title,
      content_html: html,
      date_published: date?.toISOString(),
      authors: names.length > 0 ? names.map((name) => ({ name })) : undefined,
      tags: categories.length > 0 ? categories : undefined,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function entriesOf({ works }: Channel, site: Site): Entry[] {
  return works.slice(0, FEED_LENGTH).map((work) => {
    const { authors, abstract, categories } = work.fields;
    const { issued } = work.publication;
    const text = abstract ? toPlain(abstract.value.rich) : 'No abstract recorded.';
    return {
      url: permalinkUrl(work, site),
      title: clean(toPlain(work.title.value.rich)),
      names: (authors?.value.names ?? []).map((name) => clean(displayName(name))),
      date: issued && dateOf(issued.iso),
      html: `<p>${escapeHtml(clean(text))}</p>`,
      categories: categories?.value ?? [],
    };
  });
}

/** The survey's edition or the newest paper, whichever is later. */
function updatedOf({ works }: Channel, site: Site): Date {
  const dates = works.slice(0, FEED_LENGTH).map((work) => work.publication.issued?.iso ?? '');
  return dateOf([...dates, site.edition ?? '', '1970'].reduce((a, b) => (a > b ? a : b)));
}

/** The first moment of a date as precise as it is known, in UTC. */
function dateOf(iso: string): Date {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

/** `\u0000`: characters no XML document may hold. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

const clean = (text: string) => text.replace(CONTROL, '');

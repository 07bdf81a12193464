import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import type { ItemType } from '../../src/model/index.ts';
import {
  attribute,
  type BuiltPage,
  elements,
  type HtmlElement,
  hasClass,
  textOf,
} from '../site/pages.ts';
import { type Said, spelt } from './said.ts';

/** What pages in English call types that have no container to be known by. */
const WORDS: Partial<Record<ItemType, string>> = {
  article: 'Preprint',
  book: 'Book',
  dataset: 'Data set',
  manuscript: 'Manuscript',
  patent: 'Patent',
  'post-weblog': 'Blog post',
  report: 'Report',
  software: 'Software',
  speech: 'Talk',
  standard: 'Standard',
  thesis: 'Thesis',
  webpage: 'Web page',
};

/** What a page has to say of a paper before its date: where it stands, or what it is; undefined where neither is known. */
export function placeOnPage(
  type: ItemType,
  { container, genre, remark }: { container: string; genre: string; remark: string },
): string | undefined {
  if (container) return remark ? `${container} (${remark})` : container;
  return genre || WORDS[type];
}

/** What a paper's page says to a reader. */
export interface SaidOnPage extends Said {
  /** The year as printed, first one of the line. */
  year: string;
  /** The first words of the line on where it appeared; before its date, without the house. */
  place: string;
  /** What stands behind each label in the margin. */
  facts: ReadonlyMap<string, string>;
}

/** What the head of a paper's page says to a reader. */
export function saidOnPage({ document }: BuiltPage): SaidOnPage {
  const all = [...elements(document)];
  const first = (test: (element: HtmlElement) => boolean) => all.find(test);
  const words = (element: HtmlElement | undefined) =>
    element ? textOf(element).replaceAll(/\s+/gu, ' ').trim() : '';
  const issue = first((each) => each.tagName === 'p' && hasClass(each, 'issue'));
  const parts = issue ? [...elements(issue)].filter((each) => hasClass(each, 'sep')) : [];
  const dated = parts.find((part) => [...elements(part)].some(({ tagName }) => tagName === 'time'));
  const time = dated && [...elements(dated)].find(({ tagName }) => tagName === 'time');
  const list = first((each) => each.tagName === 'ul' && hasClass(each, 'names'));
  const by = first((each) => each.tagName === 'p' && hasClass(each, 'by'));
  const names = list
    ? [...elements(list)].filter(({ tagName }) => tagName === 'li')
    : by
      ? [...elements(by)].filter((each) => hasClass(each, 'nw'))
      : [];
  const terms = all.filter(({ tagName }) => tagName === 'dt' || tagName === 'dd');
  const facts = new Map(
    terms.flatMap((each, at) =>
      each.tagName === 'dt' ? [[words(each), words(terms[at + 1])] as const] : [],
    ),
  );
  return {
    year: /\d{4}/u.exec(words(time))?.[0] ?? '',
    place: parts[0] === undefined || parts[0] === dated ? '' : words(parts[0]),
    date: (time && attribute(time, 'datetime')) ?? '',
    authors: names.map((name) => spelt(words(name))),
    doi: facts.get('DOI') ?? '',
    arxiv: facts.get('arXiv') ?? '',
    facts,
  };
}

/** What a feed says of a paper: the first moment of its date, and its authors. */
export interface SaidInFeed {
  title: string;
  date: string;
  authors: string[];
}

const children = (element: XmlElement, name: string) =>
  element.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && 'name' in child && child.name === name,
  );

/** What Atom says of each paper, by its address. */
export function saidInAtom(xml: string): Map<string, SaidInFeed> {
  const feed = parseXml(xml).root;
  if (!feed) throw new Error('there is no feed');
  const text = (element: XmlElement, name: string) => children(element, name)[0]?.text ?? '';
  return new Map(
    children(feed, 'entry').map((entry) => [
      text(entry, 'id'),
      {
        title: text(entry, 'title'),
        date: text(entry, 'published').slice(0, 10),
        authors: children(entry, 'author').map((author) => spelt(text(author, 'name'))),
      },
    ]),
  );
}

interface FeedItem {
  id: string;
  title: string;
  date_published?: string;
  authors?: { name: string }[];
}

/** What JSON Feed says of each paper, by its address. */
export function saidInJsonFeed(json: string): Map<string, SaidInFeed> {
  const items: FeedItem[] = JSON.parse(json).items;
  return new Map(
    items.map(({ id, title, date_published: date = '', authors = [] }) => [
      id,
      { title, date: date.slice(0, 10), authors: authors.map(({ name }) => spelt(name)) },
    ]),
  );
}

/** The first day of a date: `2024-06` is `2024-06-01`. */
export const firstDay = (date: string) => (date === '' ? '' : `${date}-01-01`.slice(0, 10));

/** Years of a reference outside of titles, numbers and addresses. */
export function yearsIn(reference: string, without: readonly string[]): string[] {
  let text = reference.toLowerCase();
  for (const each of without) if (each !== '') text = text.replaceAll(each.toLowerCase(), ' ');
  text = text.replaceAll(/https?:\S+|doi:\S+|arxiv:\S+/gu, ' ');
  return [...new Set(text.match(/(?<![\d./–-])(?:19|20)\d{2}(?![\d–-]|\.\d)/gu) ?? [])];
}

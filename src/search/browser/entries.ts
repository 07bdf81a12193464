import { element } from '../../client/index.ts';
import { searchWords } from '../../words/index.ts';
import type { PageEntry, ThemeEntry } from '../contract.ts';
import { address } from './address.ts';
import { type Found, marked } from './found.ts';

const say = searchWords;

/** A section that its heading names. */
export function section(
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

export function themeItem({ slug, label, tagline, papers }: ThemeEntry): HTMLElement {
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

export function pageItem({ slug, title, description }: PageEntry): HTMLElement {
  return element(
    'li',
    {},
    element('h3', {}, element('a', { href: address(`/pages/${slug}/`) }, title)),
    ...(description === title ? [] : [element('p', {}, description)]),
  );
}

/**
 * A paper in a list.
 *
 * @param themes those of the survey, to link to
 * @param missing words of the query that it has not, which are struck out
 */
export function paperItem(
  found: Found,
  themes: readonly ThemeEntry[],
  missing: readonly string[] = [],
): HTMLElement {
  const meta = [
    ...(found.date === '' ? [] : [found.date]),
    ...(found.venue === '' ? [] : [found.venue]),
    ...found.themes.map((label) => {
      const theme = themes.find((each) => each.label === label);
      return theme === undefined
        ? label
        : element('a', { href: address(`/themes/${theme.slug}/`) }, label);
    }),
  ].map((item, at) => element('span', { class: at === 0 ? undefined : 'sep' }, item));
  const text = element(
    'div',
    {},
    element('h3', {}, element('a', { href: address(found.path) }, ...marked(found.title))),
    element('p', { class: 'who' }, ...marked(found.authors)),
  );
  if (found.sentence.length > 0) {
    text.append(element('p', { class: 'say' }, ...marked(found.sentence)));
  }
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

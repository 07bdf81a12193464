import { beforeAll, expect, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  elements,
  hasClass,
  type HtmlElement,
  isHidden,
  sitePages,
  textOf,
} from './pages.ts';

let pages: BuiltPage[];

beforeAll(async () => {
  pages = await sitePages();
});

/** What is quoted as it stands in a source, for people who want to see the source. */
const isQuoted = (element: HtmlElement) =>
  isHidden(element) || element.tagName === 'pre' || element.tagName === 'code';

/** `$`, `\alpha`, `\%`: LaTeX that was not set. A dollar sign before a figure is money. */
const LATEX = /\$(?!\s?\d)|\\[a-zA-Z%&_#{}]/u;

test('no page shows LaTeX outside code and sources', () => {
  const shown = pages
    .filter(({ path }) => !/^\/sources\/./u.test(path))
    .flatMap(({ path, document }) => {
      const text = textOf(document, isQuoted);
      const at = text.search(LATEX);
      return at < 0 ? [] : [`${path}: …${text.slice(Math.max(0, at - 30), at + 50)}…`];
    });
  expect(shown).toEqual([]);
});

test('no page has a formula that KaTeX could not set', { tags: 'math-reversible' }, () => {
  const broken = pages.filter(({ document }) =>
    [...elements(document)].some((element) => hasClass(element, 'katex-error')),
  );
  expect(broken.map(({ path }) => path)).toEqual([]);
});

test('R⁴ec is set as R⁴ec, whichever way its source spells it', () => {
  const page = pages.find(({ path }) => path === '/papers/arxiv-2507.17249/');
  if (!page) throw new Error('the paper has no page');
  const headings = [...elements(page.document)].filter(({ tagName }) => tagName === 'h1');
  expect(headings).toHaveLength(1);
  const text = textOf(page.document, isQuoted);
  expect(text).not.toMatch(/R\^|<4>/u);
  for (const heading of headings) {
    expect(textOf(heading, isHidden).replace(/\s+/gu, ' ').trim()).toMatch(/^R(?:4|⁴)ec:/u);
    const raised = [...elements(heading)].filter(({ tagName }) => /^(?:sup|msup)$/u.test(tagName));
    expect(raised).toHaveLength(1);
  }
  // Two seeds have the abstract, one with `$R^<4>$ec`: one paper, both records named.
  const formulas = [...elements(page.document)].filter(({ tagName }) => tagName === 'msup');
  expect(formulas.length).toBeGreaterThanOrEqual(2);
});

test('every page has a title of its own, a description and one main heading', () => {
  const titles = new Map<string, string>();
  for (const { path, document } of pages) {
    const all = [...elements(document)];
    const title = all.find(({ tagName }) => tagName === 'title');
    const text = title ? textOf(title).trim() : '';
    expect(text, path).not.toBe('');
    expect(titles.get(text), `${path} has the title of another page`).toBeUndefined();
    titles.set(text, path);
    const description = all.find(
      (element) => element.tagName === 'meta' && attribute(element, 'name') === 'description',
    );
    expect(description && attribute(description, 'content'), path).toMatch(/\S/u);
    expect(all.filter(({ tagName }) => tagName === 'h1').length, path).toBe(1);
    const canonical = all.filter(
      (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
    );
    if (path !== '/404.html') expect(canonical.length, path).toBe(1);
  }
});

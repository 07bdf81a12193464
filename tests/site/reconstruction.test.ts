// @module-tag nothing-invented
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

let pages: Map<string, BuiltPage>;
beforeAll(async () => {
  pages = new Map((await sitePages()).map((page) => [page.path, page]));
});

function pageAt(path: string): BuiltPage {
  const page = pages.get(path);
  if (!page) throw new Error(`${path} was not built`);
  return page;
}

/** Permalinks of the papers that a list of the report names. */
function listed(list: string): Set<string> {
  const all = [...elements(pageAt(`/report/formulas/${list}/`).document)];
  return new Set(
    all.flatMap(
      (element) => /papers\/([^/]+)\/$/u.exec(attribute(element, 'href') ?? '')?.[1] ?? [],
    ),
  );
}

const within = (root: HtmlElement, tagName: string) =>
  [...elements(root)].filter((element) => element.tagName === tagName);

test('a paper with rebuilt formulas says so and leads to the comparison and to the original', () => {
  const papers = listed('repaired');
  expect(papers.size).toBeGreaterThan(10);
  for (const permalink of papers) {
    const path = `/papers/${permalink}/`;
    const note = [...elements(pageAt(path).document)].find(
      (element) => hasClass(element, 'note') && textOf(element).includes('Math reconstructed:'),
    );
    expect(note && textOf(note), path).toMatch(/lost its TeX/u);
    if (!note) continue;
    const [compare, original] = within(note, 'a').map((link) => attribute(link, 'href') ?? '');
    const target = new URL(compare ?? '', `https://site.test${path}`);
    expect(target.pathname).toMatch(/^\/sources\//u);
    const rows = [...elements(pageAt(decodeURIComponent(target.pathname)).document)].find(
      (element) => attribute(element, 'id') === target.hash.slice(1),
    );
    expect(rows?.tagName, path).toBe('tbody');
    if (permalink.startsWith('arxiv-')) expect(original).toMatch(/^https:\/\/arxiv\.org\/abs\//u);
  }
});

test('a paper without a rebuilt or left formula says nothing of the kind', () => {
  const papers = new Set([...listed('repaired'), ...listed('left')]);
  for (const [path, { document }] of pages) {
    const permalink = /^\/papers\/([^/]+)\/$/u.exec(path)?.[1];
    if (permalink === undefined || papers.has(permalink)) continue;
    expect(textOf(document, isHidden), path).not.toMatch(/Math (?:not )?reconstructed/u);
  }
});

test('the comparison has what is printed, the formula set, its LaTeX and the confidence of each', () => {
  let rebuilt = 0;
  let left = 0;
  for (const [path, { document }] of pages) {
    if (!path.startsWith('/sources/')) continue;
    const table = [...elements(document)].find((element) => hasClass(element, 'compare'));
    if (!table) continue;
    for (const row of within(table, 'tr')) {
      const cells = within(row, 'td');
      const [printed, made, confidence] = cells;
      if (!printed || !made || !confidence) continue;
      expect(
        within(printed, 'mark')
          .map((mark) => textOf(mark))
          .join(''),
      ).not.toBe('');
      const formula = within(made, 'annotation').map((each) => textOf(each));
      if (formula.length === 0) {
        left += 1;
        expect(textOf(made)).toMatch(/^\s*Left: /u);
      } else {
        rebuilt += 1;
        expect(within(made, 'code').map((each) => textOf(each))).toEqual(formula);
        expect(textOf(confidence)).toMatch(/\d+\u00a0%/u);
      }
    }
  }
  expect(rebuilt).toBeGreaterThan(50);
  expect(left).toBeGreaterThan(0);
});

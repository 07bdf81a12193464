import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { StyleClasses } from '../../src/integrations/style-classes.ts';
import { parseTex, toHtml } from '../../src/text/index.ts';
import { useSite } from './fixture.ts';

const site = useSite();

/** A paper whose page has formulas, and so the style sheet of mathematics. */
const PAPER = 'papers/arxiv-2507.17249/';

/** A page of the site whose abstract is another text. */
async function withAbstract(source: string, width: number): Promise<Page> {
  const page = await site.open(PAPER, { viewport: { width, height: 800 } });
  const classes = new StyleClasses();
  const html = classes.replaceIn(toHtml(parseTex(source).rich));
  await page.evaluate(
    ([markup, styles]) => {
      // The policy of the site allows a sheet made by a script, and no other.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      document.adoptedStyleSheets.push(sheet);
      const abstract = document.querySelector('.prose p');
      if (abstract) abstract.innerHTML = markup;
    },
    [html, classes.sheet()] as const,
  );
  return page;
}

/** How far a page is wider than its window, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

describe('a formula in running text', () => {
  test('keeps the stop, bracket or rest of a word behind it on its line at every width', async () => {
    const source =
      'We show ($x$), then $O(n \\log n)$. The $R^{4}$ec net, of $\\varepsilon$-type; top-$k$ and $m \\times n$! '.repeat(
        4,
      );
    const page = await withAbstract(source, 320);
    const broken: string[] = [];
    for (let width = 320; width <= 480; width += 8) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(() => {
        const line = (box: DOMRect | undefined) => (box ? box.top + box.height / 2 : Number.NaN);
        return [...document.querySelectorAll('.prose .unbroken')].flatMap((span) => {
          const bases = [...span.querySelectorAll('.katex-base')];
          const sides: [Node | null, Element | undefined][] = [
            [span.firstChild, bases[0]],
            [span.lastChild, bases.at(-1)],
          ];
          return sides.flatMap(([text, base]) => {
            if (!(text instanceof Text) || !base) return [];
            const range = document.createRange();
            range.selectNodeContents(text);
            const apart = Math.abs(
              line(range.getBoundingClientRect()) - line(base.getBoundingClientRect()),
            );
            return apart > 16 ? [`${text.data} is ${apart} px from ${base.textContent}`] : [];
          });
        });
      });
      broken.push(...found.map((text) => `${width}: ${text}`));
      expect(await overflow(page), `${width}`).toBe(0);
    }
    expect(broken).toEqual([]);
    expect(await page.locator('.prose .unbroken').count()).toBe(4 * 6);
  });

  test('is copied and read as it was without what keeps it together', async () => {
    const page = await withAbstract('The bound is ($x$).', 320);
    const text = await page.evaluate(() => {
      const paragraph = document.querySelector('.prose p');
      for (const drawn of paragraph?.querySelectorAll('.katex') ?? []) drawn.replaceWith('X');
      return paragraph?.textContent;
    });
    expect(text).toBe('The bound is (X).');
  });
});

describe('a formula wider than the page', () => {
  const terms = Array.from({ length: 40 }, (_, i) => `x_{${i}}`).join('+');

  test.each([
    ['breaks between its terms', `$${terms}$`],
    ['scrolls in its box where it cannot break', `$\\left(${terms}\\right)$`],
    ['scrolls in its box when displayed', `$$${terms}$$`],
    ['scrolls as a matrix', `$$\\begin{pmatrix}${terms.replaceAll('+', '&')}\\end{pmatrix}$$`],
  ])('%s', async (_name, formula) => {
    const page = await withAbstract(`Let ${formula}. Then`, 320);
    expect(await overflow(page)).toBe(0);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('.prose .math-wide, .prose .math-display')].map((box) => ({
        scrolls: box.scrollWidth > box.clientWidth,
        reachable: box instanceof HTMLElement && box.tabIndex === 0,
      })),
    );
    for (const box of boxes) expect(box).toEqual({ scrolls: true, reachable: true });
    expect(boxes.length).toBe(formula === `$${terms}$` ? 0 : 1);
  });
});

test('a browser fetches only the fonts a page uses, and the sheet of mathematics only where there is a formula', async () => {
  const page = await site.open('about/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const fetched = async (path: string) => {
    asked.length = 0;
    await page.goto(site.address(path));
    await page.evaluate(() => document.fonts.ready);
    return asked.map((name) => /[^/]+$/.exec(name)?.[0] ?? '');
  };
  const plain = await fetched('about/');
  expect(plain.filter((name) => /katex|math-/i.test(name))).toEqual([]);
  const paper = await fetched(PAPER);
  expect(paper.filter((name) => name.startsWith('math-'))).toHaveLength(1);
  const fonts = paper.filter((name) => name.startsWith('KaTeX_'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.length).toBeLessThan(6);
});

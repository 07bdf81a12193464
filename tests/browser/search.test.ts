import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { useSite } from './fixture.ts';

const STATUS = '#search [role="status"]';
const TITLES = '#search .entries h3 a';

/** Waits until the search page shows what was asked for. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('#search [role="status"]')?.textContent !== '' &&
      !document.querySelector('[data-results][aria-busy]'),
  );
}

const titles = (page: Page) => page.locator(TITLES).allTextContents();
const papersFound = async (page: Page) =>
  Number(/^(\d+) papers?/u.exec((await page.locator(STATUS).textContent()) ?? '')?.[1]);
const plain = (text: string | undefined) => (text ?? '').normalize('NFKC');

const surveySchema = z.object({
  works: z.array(
    z.object({ permalink: z.string(), abstract: z.object({ plain: z.string() }).nullable() }),
  ),
});
/** Abstracts as plain text, by permalink. */
let abstracts: ReadonlyMap<string, string>;
beforeAll(async () => {
  const file = await readFile(join(inject('site'), 'data/survey.json'), 'utf8');
  abstracts = new Map(
    surveySchema
      .parse(JSON.parse(file))
      .works.map(({ permalink, abstract }) => [permalink, abstract?.plain ?? '']),
  );
});

describe('the search page', () => {
  const site = useSite();

  test.each([
    ['R4ec', /^R4ec:/u],
    ['R^4ec', /^R4ec:/u],
    ['R⁴ec', /^R4ec:/u],
    ['2507.17249', /^R4ec:/u],
    ['https://arxiv.org/abs/2507.17249v1', /^R4ec:/u],
    ['mixture of experts', /mixture.of.experts?/iu],
    ['mixture-of-experts', /mixture.of.experts?/iu],
    ['KAN-AD', /^KAN-AD:/u],
    ['D2-MoE', /^Delta Decompression for MoE/u],
    ['D^2-MoE', /^Delta Decompression for MoE/u],
    ['D²-MoE', /^Delta Decompression for MoE/u],
    ['±1', /^BTC-LLM/u],
    ['m × n', /^Low Rank Matrix Completion/u],
    ['m x n', /^Low Rank Matrix Completion/u],
    ['m \\times n', /^Low Rank Matrix Completion/u],
    ['$\\mathbb{R}^{m\\times n}$', /^Low Rank Matrix Completion/u],
    ['O(n^2 log n)', /^Hierarchical Sparse Circuit/u],
    ['O(d^4)', /^HEAPr/u],
    ['s_θ', /^Test-Time Compositional/u],
    ['ε', /^Muon with Nesterov/u],
    ['epsilon', /^Muon with Nesterov/u],
    ['\\pi_0', /^Flow Straight and Fast/u],
  ])('%s finds the right paper first', async (query, title) => {
    const page = await site.open(`search/?q=${encodeURIComponent(query)}`);
    await settled(page);
    expect(plain((await titles(page))[0])).toMatch(title);
  });

  test('the words of a formula’s LaTeX find the papers that have it', async () => {
    const page = await site.open('search/?q=mathbb+R');
    await settled(page);
    const found = await titles(page);
    expect(found.some((title) => title.startsWith('Low Rank Matrix Completion'))).toBe(true);
    expect(found.some((title) => title.startsWith('Learning Hierarchical Polynomials'))).toBe(true);
  });

  test.each(['R4ec', 'm × n', 'ε', 'O(d^4)', 's_θ', 'mathbb R', '±1'])(
    'what is shown for %s is text of the abstract, each formula once',
    async (query) => {
      const page = await site.open(`search/?q=${encodeURIComponent(query)}`);
      await settled(page);
      const first = page.locator('#search .entry').first();
      const said = (await first.locator('.say').textContent()) ?? '';
      const path = (await first.locator('h3 a').getAttribute('href')) ?? '';
      const permalink = /papers\/([^/]+)/u.exec(path)?.[1];
      const abstract = abstracts.get(permalink ?? '') ?? '';
      const sentence = said.replace(/^… | …$/gu, '');
      expect(sentence.length).toBeGreaterThan(20);
      expect(abstract).toContain(sentence);
      expect(await first.locator('mark').count()).toBeGreaterThan(0);
    },
  );

  test('a result leads to its paper and shows a sentence with the query marked', async () => {
    const page = await site.open('search/?q=KAN-AD');
    await settled(page);
    const entry = page.locator('#search .entry').first();
    expect(await entry.locator('.say mark').first().textContent()).toBe('KAN-AD');
    await entry.locator('h3 a').click();
    await page.waitForURL(/\/papers\/arxiv-[\d.]+\/$/u);
    expect(await page.locator('h1').textContent()).toMatch(/KAN-AD/u);
  });

  test('typing searches, and the address follows', async () => {
    const page = await site.open('search/');
    await page.locator('#q').pressSequentially('speculative decoding');
    await page.waitForURL(/\?q=speculative\+decoding$/u);
    await settled(page);
    expect(await papersFound(page)).toBeGreaterThan(0);
    await page.waitForFunction(() => document.title.startsWith('speculative decoding · Search'));
  });

  test('filters narrow, counts hold, and a second click widens again', async () => {
    const page = await site.open('search/?q=language+models');
    await settled(page);
    const all = await papersFound(page);
    const year = page.locator('[aria-labelledby="f-year"] a').first();
    const [, label = '', count = ''] =
      /^(\d{4}) (\d+)$/u.exec((await year.textContent()) ?? '') ?? [];
    await year.click();
    await page.waitForURL((url) => url.searchParams.get('year') === label);
    await settled(page);
    expect(await papersFound(page)).toBe(Number(count));
    expect(Number(count)).toBeLessThan(all);
    const dates = await page.locator('#search .entry .meta > span:first-child').allTextContents();
    for (const date of dates) expect(date).toContain(label);

    const theme = page.locator('[aria-labelledby="f-theme"] a').first();
    const themed = Number(/(\d+)$/u.exec((await theme.textContent()) ?? '')?.[1]);
    await theme.click();
    await page.waitForURL((url) => url.searchParams.has('theme'));
    await settled(page);
    expect(await papersFound(page)).toBe(themed);

    await page.locator('[aria-labelledby="f-theme"] a[aria-current]').click();
    await page.waitForURL((url) => !url.searchParams.has('theme'));
    await page.getByRole('link', { name: 'Clear all choices' }).click();
    await page.waitForURL((url) => !url.searchParams.has('year'));
    await settled(page);
    expect(await papersFound(page)).toBe(all);
  });

  test('newest first is newest first', async () => {
    const page = await site.open('search/?q=language+models&order=newest');
    await settled(page);
    const dates = await page.locator('#search .entry .meta > span:first-child').allTextContents();
    const months = dates.map((date) => new Date(`1 ${date} UTC`).getTime());
    expect(months.length).toBeGreaterThan(5);
    expect(months).toEqual([...months].sort((a, b) => b - a));
  });

  test('back and forward return to earlier searches', async () => {
    const page = await site.open('search/?q=KAN-AD');
    await settled(page);
    await page.locator('#q').fill('unlearning');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.title.startsWith('unlearning'));
    await settled(page);
    const second = await titles(page);
    await page.getByRole('link', { name: 'Newest' }).click();
    await page.waitForURL(/order=newest/u);
    await page.goBack();
    await page.waitForURL(/q=unlearning$/u);
    await settled(page);
    expect(await titles(page)).toEqual(second);
    await page.goBack();
    await page.waitForURL(/q=KAN-AD$/u);
    await page.waitForFunction(() => document.title.startsWith('KAN-AD'));
    await settled(page);
    expect(await page.locator('#q').inputValue()).toBe('KAN-AD');
    expect((await titles(page))[0]).toMatch(/^KAN-AD/u);
    await page.goForward();
    await page.waitForURL(/q=unlearning$/u);
  });

  test('"more" adds papers, moves the focus to the first of them, and survives a reload', async () => {
    const page = await site.open('search/?q=language+models');
    await settled(page);
    const first = await titles(page);
    // Who clicks twice gets the papers once.
    await page
      .getByRole('button', { name: /^Show \d+ more of \d+$/u })
      .evaluate((button: HTMLElement) => {
        button.click();
        button.click();
      });
    await page.waitForURL(/shown=30/u);
    const more = await titles(page);
    expect(more.length).toBeGreaterThan(first.length);
    expect(more.slice(0, first.length)).toEqual(first);
    expect(new Set(more).size).toBe(more.length);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe(more[first.length]);
    await page.reload();
    await settled(page);
    expect(await titles(page)).toEqual(more);
  });

  test('"back" from a paper far down the results returns to its place', async () => {
    const page = await site.open('search/?q=llm&shown=60');
    await settled(page);
    const link = page.locator(TITLES).nth(45);
    const href = await link.evaluate((each) => Reflect.get(each, 'href'));
    await link.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => scrollY > innerHeight);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(String(href));
    await page.goBack();
    await page.waitForFunction((wanted) => {
      const link = document.activeElement;
      if (!(link instanceof HTMLAnchorElement) || link.href !== wanted) return false;
      const { top, bottom } = link.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, href);
  });

  test('everything is done by keyboard', async () => {
    const page = await site.open('search/');
    await page.keyboard.press('/');
    await page.keyboard.type('anomaly detection');
    await page.keyboard.press('Enter');
    await settled(page);
    const reached: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const { activeElement: active } = document;
        return active?.closest('.facets, [data-orders], .entries') ? active.textContent : null;
      });
      if (here !== null) reached.push(here);
    }
    expect(reached.some((text) => text.startsWith('Newest'))).toBe(true);
    expect(reached.some((text) => /^20\d\d \d+$/u.test(text))).toBe(true);
    expect(reached.some((text) => text.startsWith('KAN-AD'))).toBe(true);

    // Choosing by Enter keeps the focus on the choice.
    const year = page.locator('[aria-labelledby="f-year"] a').first();
    const name = await year.textContent();
    await year.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/year=/u);
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 4))).toBe(
      name?.slice(0, 4),
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe(
      'true',
    );
  });

  test('nothing found says so and what to try', async () => {
    const page = await site.open('search/?q=zzyzx');
    await settled(page);
    expect(await page.locator(STATUS).textContent()).toBe('0 papers for “zzyzx”');
    expect(await page.locator('#search .none').textContent()).toMatch(/Try/u);
  });

  test('a theme is found beside its papers', async () => {
    const page = await site.open('search/?q=mixture+of+experts');
    await settled(page);
    expect(await page.locator(STATUS).textContent()).toMatch(/ papers and \d+ themes? for/u);
    const href = await page.locator('#search .index h3 a').first().getAttribute('href');
    expect(href).toMatch(/\/themes\/[a-z-]+\/$/u);
  });
});

describe('an answer that is not what was typed', () => {
  const site = useSite();

  test('a word that no paper has counts nothing; what is near stands apart', async () => {
    const page = await site.open('search/?q=prunning+moe');
    await settled(page);
    expect(await papersFound(page)).toBe(0);
    expect(await page.locator('[data-results] h3').count()).toBe(0);
    expect(await page.locator('[data-near] h3').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-notes]').textContent()).toMatch(/No paper has “prunning”/u);
    await page.locator('#q').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/q=pruning\+moe$/u);
    await settled(page);
    expect(await papersFound(page)).toBeGreaterThan(0);
  });

  test('a beginning counts while it is typed, and that is said', async () => {
    const page = await site.open('search/');
    await page.locator('#q').pressSequentially('unlearni');
    await page.waitForURL(/q=unlearni$/u);
    await settled(page);
    expect(await page.locator(STATUS).textContent()).toMatch(/starting with “unlearni…”/u);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-near] h3'));
    expect(await papersFound(page)).toBe(0);
  });

  test('terms stand as chips that can be taken out, and problems are said', async () => {
    const page = await site.open('search/?q=title%3Apruning+foo%3Abar');
    await settled(page);
    expect(await page.locator('[data-notes]').textContent()).toMatch(/“foo:” is no field/u);
    await page.getByRole('button', { name: 'Take out foo:bar' }).click();
    await page.waitForURL(/q=title%3Apruning$/u);
    await settled(page);
    expect(await papersFound(page)).toBeGreaterThan(0);
  });

  test('searches are kept in this browser until they are forgotten', async () => {
    const page = await site.open('search/');
    await page.locator('#q').fill('unlearning');
    await page.keyboard.press('Enter');
    await settled(page);
    await page.goto(site.address('search/'));
    await page.getByRole('link', { name: 'unlearning', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget unlearning' }).click();
    expect(await page.locator('[data-recent] a').count()).toBe(0);
    // The button is gone, and the keyboard goes on from the field.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  });
});

describe('on a small screen that is touched', () => {
  const site = useSite();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  test('the dialog has a button that closes it and names no keys', async () => {
    const page = await site.open('papers/', phone);
    await page.locator('a.find').tap();
    const close = page.getByRole('button', { name: 'Close the search' });
    const box = await close.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    expect(await page.locator('#search-dialog .by-key').first().isVisible()).toBe(false);
    await close.tap();
    expect(await page.locator('#search-dialog').getAttribute('open')).toBeNull();
  });

  test.each([
    ['small', phone],
    ['large', {}],
  ])('nothing moves while a %s page finds its results', async (_, options) => {
    const page = await site.open('about/', options);
    await page.goto(site.address('search/?q=mixture+of+experts'));
    await settled(page);
    const moved = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
    expect(moved).toBeLessThan(0.001);
  });
});

describe('without the index', () => {
  const site = useSite();

  test('as long as it is on its way, page and dialog say so', async () => {
    const page = await site.open('about/');
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route('**/pagefind/**', async (route) => {
      await promise;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('anomaly');
    await page.getByText('Searching').first().waitFor();
    await page.goto(site.address('search/?q=KAN-AD'));
    await page.waitForFunction(
      (status) => document.querySelector(status)?.textContent?.startsWith('Searching'),
      STATUS,
    );
    resolve();
    await page.locator(TITLES).first().waitFor();
    expect(await papersFound(page)).toBeGreaterThan(0);
  });

  test('the page says so, and tries again when asked', async () => {
    const page = await site.open('about/');
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(site.address('search/?q=KAN-AD'));
    await settled(page);
    expect(await page.locator(STATUS).textContent()).toMatch(/could not be loaded/u);
    expect(await page.locator('[data-start] a').count()).toBeGreaterThan(3);
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator(TITLES).first().waitFor();
    expect((await titles(page))[0]).toMatch(/^KAN-AD/u);
    site.forgive();
  });

  test('a page opened from disk says where search works', async () => {
    const page = await site.open('about/');
    await page.goto(pathToFileURL(join(inject('site'), 'search/index.html')).href);
    await settled(page);
    expect(await page.locator(STATUS).textContent()).toMatch(/opened from disk/u);
    site.forgive();
  });
});

describe('the search dialog', () => {
  const site = useSite();
  const option = '#search-dialog [role="option"]';

  test('a slash opens it, arrows move, Enter goes, Esc closes', async () => {
    const page = await site.open('papers/');
    const field = page.locator('#dq');
    await page.keyboard.press('/');
    expect(await page.locator('#search-dialog').getAttribute('open')).not.toBeNull();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('anomaly');
    // Slow typing is answered on the way, too.
    await page.locator('#search-dialog [role="status"]', { hasText: 'anomaly' }).waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');

    const active = async () => {
      const id = await field.getAttribute('aria-activedescendant');
      const element = page.locator(`[id="${id}"]`);
      expect(await element.getAttribute('aria-selected')).toBe('true');
      expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
      return element.getAttribute('data-href');
    };
    const first = await active();
    await page.keyboard.press('ArrowDown');
    const second = await active();
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe(first);

    await page.keyboard.press('Escape');
    expect(await page.locator('#search-dialog').getAttribute('open')).toBeNull();
    await page.keyboard.press('/');
    await page.locator(option).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(second ?? '');
  });

  test('signs without a word or number find nothing', async () => {
    const page = await site.open('papers/');
    await page.keyboard.press('/');
    await page.keyboard.type('∞');
    await page.locator('#search-dialog .none').waitFor();
    expect(await page.locator(option).count()).toBe(0);
  });

  test('a slash stays a slash where one types', async () => {
    const page = await site.open('');
    const field = page.locator('main input[name="q"]');
    await field.focus();
    await page.keyboard.type('a/b');
    expect(await field.inputValue()).toBe('a/b');
    expect(await page.locator('#search-dialog').getAttribute('open')).toBeNull();
  });

  test('its button and its last link lead to the search page with the query', async () => {
    const page = await site.open('themes/');
    await page.locator('a.find').click();
    await page.locator('#dq').fill('low rank');
    await page.getByRole('link', { name: /^All \d+ results$/u }).waitFor();
    await page.locator('#search-dialog button[type="submit"]').click();
    await page.waitForURL(/\/search\/\?q=low\+rank$/u);
    await settled(page);
    expect(await papersFound(page)).toBeGreaterThan(5);
  });

  test('the focus returns to where it was', async () => {
    const page = await site.open('');
    await page.locator('a.find').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#search-dialog').getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('find');
  });
});

describe('under a base path', () => {
  const site = useSite('/a/survey/');

  test('search finds and leads to pages below the base path', async () => {
    const page = await site.open('search/?q=R4ec');
    await settled(page);
    await page.locator(TITLES).first().click();
    await page.waitForURL(site.address('papers/arxiv-2507.17249/'));
    await page.keyboard.press('/');
    await page.keyboard.type('KAN-AD');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith('/a/survey/papers/arxiv-2411'));
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useSite } from './fixture.ts';

const STATUS = '.browse [role="status"]';

/** Waits until the list shows what the address asks for. */
async function narrowed(page: Page): Promise<void> {
  await page.locator('[data-results]:not([aria-busy]) h3').first().waitFor();
}
const value = (page: Page, facet: string, at = 0) =>
  page.locator(`[aria-labelledby="f-${facet}"] a`).nth(at);
const count = async (page: Page) =>
  Number(/^\d+/u.exec((await page.locator(STATUS).textContent()) ?? '')?.[0]);

describe('the list of papers', () => {
  const site = useSite();

  test('values of two facets both narrow, two of one facet widen, and the address says so', async () => {
    const page = await site.open('papers/');
    const counted = async (facet: string, at: number) =>
      Number(await value(page, facet, at).locator('span').textContent());
    const one = await counted('year', 1);
    await value(page, 'year', 1).click();
    await narrowed(page);
    expect(new URL(page.url()).searchParams.get('year')).toMatch(/^\d{4}$/u);
    expect(await count(page)).toBe(one);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe(
      'true',
    );

    const other = await counted('year', 0);
    await value(page, 'year', 0).click();
    await page.waitForURL((url) => url.searchParams.getAll('year').length === 2);
    await page.waitForFunction(
      (sum) => document.querySelector('.browse [role="status"]')?.textContent?.startsWith(sum),
      String(one + other),
    );

    const themed = await counted('theme', 0);
    await value(page, 'theme').click();
    await page.waitForURL((url) => url.searchParams.has('theme'));
    await page.waitForFunction(
      (sum) => document.querySelector('.browse [role="status"]')?.textContent?.startsWith(sum),
      `${themed} `,
    );
    expect(await page.locator('[data-results] .entry').count()).toBe(Math.min(10, themed));
    expect(await page.locator('[data-whole]').isVisible()).toBe(false);

    await page.reload();
    await narrowed(page);
    expect(await count(page)).toBe(themed);
    await page.getByRole('link', { name: 'Clear all choices' }).click();
    await page.waitForURL(site.address('papers/'));
    await page.locator('[data-whole]').waitFor();
    expect(await count(page)).toBe(160);
  });

  test('it is put in another order, and the button "back" returns to it as it was', async () => {
    const page = await site.open('papers/');
    await page.getByRole('link', { name: 'Title', exact: true }).click();
    await narrowed(page);
    const titles = await page.locator('[data-results] h3').allTextContents();
    expect(titles).toEqual([...titles].sort(new Intl.Collator('en', { numeric: true }).compare));
    await page.goBack();
    await page.waitForURL(site.address('papers/'));
    await page.locator('[data-whole] .year').first().waitFor();
  });

  test.each([
    ['as it was built', 'papers/'],
    ['narrowed', 'papers/?with=Code'],
  ])('"back" from a paper gives its link the focus again, in the list %s', async (_, path) => {
    const page = await site.open(path);
    const link = page.locator('.entry:visible h3 a').nth(2);
    if (path !== 'papers/') await narrowed(page);
    const href = await link.evaluate((each) => Reflect.get(each, 'href'));
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(String(href));
    await page.goBack();
    await page.waitForFunction(
      (wanted) =>
        document.activeElement instanceof HTMLAnchorElement &&
        document.activeElement.href === wanted,
      href,
    );
  });

  test('a list of one venue leads to the papers that have that and more', async () => {
    const page = await site.open('papers/venue/iclr/');
    await value(page, 'year').click();
    await narrowed(page);
    const { pathname, searchParams } = new URL(page.url());
    expect(pathname).toBe('/papers/');
    expect([...searchParams.keys()].sort()).toEqual(['venue', 'year']);
  });

  test('without a script facets lead to pages, and nothing stands there that does nothing', async () => {
    const page = await site.open('papers/', { javaScriptEnabled: false });
    expect(await page.locator('[data-orders]').isVisible()).toBe(false);
    expect(await value(page, 'theme').getAttribute('href')).toMatch(/^\.\.\/themes\/[a-z-]+\/$/u);
    expect(await value(page, 'type').getAttribute('href')).toBeNull();
  });

  test('what narrows it is loaded when it is asked for', async () => {
    const page = await site.open('papers/');
    const loaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .flatMap(({ name }) => name.match(/searchPage|start\.bin/u) ?? []),
      );
    expect(await loaded()).toEqual([]);
    await value(page, 'with').click();
    await narrowed(page);
    expect(await loaded()).not.toEqual([]);
  });

  test.each([390, 1280])('nothing moves at %i px', async (width) => {
    const page = await site.open('papers/?with=Code&order=title', {
      viewport: { width, height: 900 },
    });
    await narrowed(page);
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

test('facets of the list and of the search say the same', async () => {
  const html = async (path: string) => {
    const text = await readFile(join(inject('site'), path, 'index.html'), 'utf8');
    return [...text.matchAll(/data-value="([^"]*)"/gu)].map(([, each]) => each);
  };
  expect(await html('papers')).toEqual(await html('search'));
});

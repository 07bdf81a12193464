// @module-tag no-script
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useSite } from './fixture.ts';

const site = useSite();
const CLICKS = 3;

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) =>
      links.filter((link) => link instanceof HTMLAnchorElement).map((link) => link.href),
    );
  return hrefs.map((href) => href.replace(/#.*$/u, ''));
}

test('every paper is at most three clicks from the first page', async () => {
  const page = await site.open('', { javaScriptEnabled: false });
  const home = site.address('');
  const seen = new Set([home]);
  let level = [home];
  for (let click = 1; click <= CLICKS; click += 1) {
    const next: string[] = [];
    for (const address of level) {
      await page.goto(address);
      for (const link of await linksOf(page)) {
        if (!link.startsWith(home) || seen.has(link)) continue;
        seen.add(link);
        // Papers need not be opened to be reached, and only pages lead further.
        if (link.endsWith('/') && !/\/(?:papers|authors)\/[^/]+\/$/u.test(link)) next.push(link);
      }
    }
    level = next;
  }
  const papers = (await readdir(join(inject('site'), 'papers'), { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && !['page', 'venue', 'with-code'].includes(entry.name),
  );
  expect(papers.length).toBe(160);
  const missing = papers.filter(({ name }) => !seen.has(site.address(`papers/${name}/`)));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('the search page says what to do without a script', async () => {
  const page = await site.open('search/', { javaScriptEnabled: false });
  expect(await page.locator('noscript').textContent()).toMatch(/needs JavaScript/u);
  const links = await linksOf(page);
  for (const place of ['papers/', 'themes/', 'authors/', 'sources/']) {
    expect(links).toContain(site.address(place));
  }
});

test('the search link in the masthead leads to the search page', async () => {
  const page = await site.open('papers/', { javaScriptEnabled: false });
  await page.locator('a.find').click();
  await page.waitForURL(site.address('search/'));
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useSite } from './fixture.ts';

const site = useSite();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ON_LIST = '#reading-list .entry h3 a';

const listed = (page: Page) =>
  page
    .locator(ON_LIST)
    .evaluateAll((links) => links.map((link) => String(Reflect.get(link, 'href'))));

/** Saves two papers, one on its page and one in the list, and opens the reading list. */
async function saveTwo(page: Page): Promise<string[]> {
  await page.locator('.ways .save').click();
  const own = page.url();
  await page.goto(site.address('papers/'));
  const entry = page.locator('.entry').first();
  await entry.locator('button.save').click();
  const other = await entry.locator('h3 a').evaluate((link) => Reflect.get(link, 'href'));
  await page.goto(site.address('reading-list/'));
  await page.locator(ON_LIST).nth(1).waitFor();
  return [own, String(other)];
}

describe('the reading list', () => {
  test('keeps what is saved on pages, in lists and in results, and forgets it again', async () => {
    const page = await site.open('papers/arxiv-2507.17249/');
    const saved = await saveTwo(page);
    expect(await listed(page)).toEqual(saved);
    expect(await page.locator('[data-count]').textContent()).toMatch(/^2 papers .*this browser/u);

    await page.goto(site.address('search/?q=R4ec'));
    const button = page.locator('[data-results] .entry button.save').first();
    await button.waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await page.goto(site.address('reading-list/'));
    await page.locator(ON_LIST).first().waitFor();
    expect(await page.locator(ON_LIST).count()).toBe(1);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByText('Nothing is saved yet.').waitFor();
  });

  test('is exported as BibTeX', async () => {
    const page = await site.open('papers/arxiv-2507.17249/');
    await saveTwo(page);
    await page.locator('#reading-list details.export summary').click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('reading-list.bib');
    const text = await readFile(await file.path(), 'utf8');
    expect(text.match(/^@/gmu)).toHaveLength(2);
    expect(text).toContain('2507.17249');
  });

  test('is shared by its address, with another reader who has none', async () => {
    const page = await site.open('papers/arxiv-2507.17249/');
    const saved = await saveTwo(page);
    const address = await page
      .getByRole('link', { name: 'Address of this list' })
      .getAttribute('href');
    const other = await site.open('');
    await other.goto(address ?? '');
    await other.locator(ON_LIST).nth(1).waitFor();
    expect(await listed(other)).toEqual(saved);
    await other.getByRole('button', { name: 'Add all to my reading list' }).click();
    await other.goto(site.address('reading-list/'));
    await other.locator(ON_LIST).nth(1).waitFor();
  });

  test('names papers that the survey has no longer', async () => {
    const page = await site.open('reading-list/?papers=arxiv-2507.17249+arxiv-0000.00000');
    await page.locator(ON_LIST).first().waitFor();
    expect(await page.locator('[data-papers]').textContent()).toMatch(/arxiv-0000\.00000/u);
  });

  test('is not there without a script', async () => {
    const page = await site.open('papers/', { javaScriptEnabled: false });
    expect(await page.locator('.save').count()).toBe(0);
    expect(await page.locator('a[href$="reading-list/"]:visible').count()).toBe(0);
    await page.goto(site.address('reading-list/'));
    expect(await page.locator('noscript').textContent()).toMatch(/needs JavaScript/u);
  });

  test.each([390, 1280])('axe finds nothing at %i px', async (width) => {
    const page = await site.open('papers/arxiv-2507.17249/', {
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    await saveTwo(page);
    await page.addScriptTag({ content: axe });
    const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

test('what is new since the last visit is said on home and in lists', async () => {
  const page = await site.open('');
  const news = page.locator('[data-since] a');
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((name) => name.startsWith('florilegium-visit-')),
  );
  expect(await news.count()).toBe(0);
  // As if the newest paper had not been there: the browser forgets the last digest that it keeps.
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((each) => each.startsWith('florilegium-visit-'));
    const visit = JSON.parse(localStorage.getItem(name ?? '') ?? '');
    visit.file = 'another';
    visit.known = visit.known.split(' ').slice(1).join(' ');
    localStorage.setItem(name ?? '', JSON.stringify(visit));
  });
  await page.reload();
  await news.waitFor();
  expect(await news.textContent()).toBe('1 paper is new since your last visit');
  await page.goto(site.address('papers/'));
  await news.waitFor();
  expect(await page.locator('.entry:has(.fresh)').count()).toBe(1);
  await news.click();
  await page.locator(ON_LIST).first().waitFor();
  expect(await page.locator(ON_LIST).count()).toBe(1);
});

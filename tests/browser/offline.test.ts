// @module-tag from-disk
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { withoutServiceWorker } from './fixture.ts';
import {
  addressOf,
  ask,
  extractBundle,
  isSettled,
  LOADED,
  searches,
  shownResults,
} from './offline-bundle.ts';
import { type Host, serve } from './serve.ts';

const AWKWARD = ['with some blanks', 'décès à Łódź', '100%25 #1', 'a#b?c%', 'サーベイ 調査'];

let browser: Browser;
let host: Host;
let temporary: string;
/** The extracted bundle. */
let folder: string;
let context: BrowserContext;
let complaints: string[] = [];

beforeAll(async () => {
  [browser, host] = await Promise.all([launchChromium(), serve(inject('site'))]);
  temporary = await mkdtemp(join(tmpdir(), 'florilegium offline-'));
  folder = await extractBundle(temporary);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await withoutServiceWorker(context);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  if (temporary) await rm(temporary, { recursive: true, force: true });
});
afterEach(() => {
  const heard = complaints;
  complaints = [];
  expect(heard).toEqual([]);
});

/** A page that complains of whatever it says, throws, cannot load, or loads from outside `home`. */
async function open(home: string): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // A page that is left stops loading what it no longer needs.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(?:data|blob):/u.test(url)) complaints.push(`asked for ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

const settled = (page: Page) => page.waitForFunction(isSettled);

test('sixty searches give the same results from disk as from the server', async () => {
  const queries = await searches();
  expect(queries.length).toBeGreaterThanOrEqual(60);
  const [disk, web] = [await open(addressOf(folder)), await open(host.url)];
  const differing: string[] = [];
  let found = 0;
  for (const [index, query] of queries.entries()) {
    const loads = index % LOADED === 0;
    await Promise.all(
      [
        { page: disk, address: `${addressOf(folder)}search/index.html` },
        { page: web, address: `${host.url}search/` },
      ].map(async ({ page, address }) => {
        if (loads) await page.goto(`${address}?${query}`);
        else await page.evaluate(ask, query);
        await settled(page);
      }),
    );
    const [here, there] = await Promise.all([
      disk.evaluate(shownResults),
      web.evaluate(shownResults),
    ]);
    if (JSON.stringify(here) !== JSON.stringify(there)) differing.push(query);
    found += here.titles.length;
  }
  expect(differing).toEqual([]);
  expect(found).toBeGreaterThan(queries.length);
});

describe.each(AWKWARD)('in a folder named %s', (name) => {
  let home: string;
  beforeAll(async () => {
    const moved = join(temporary, name);
    await cp(folder, moved, { recursive: true });
    home = addressOf(moved);
  });

  test('pages, dialog, search and exports lead on', async () => {
    const page = await open(home);
    await page.goto(`${home}index.html`);
    expect(await page.locator('.unpack').first().isVisible()).toBe(false);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(await page.evaluate(() => [...document.fonts].some((f) => f.status === 'loaded'))).toBe(
      true,
    );

    await page.getByRole('navigation', { name: 'Main' }).getByText('Themes').click();
    await page.waitForURL(`${home}themes/index.html`);

    await page.keyboard.press('/');
    await page.keyboard.type('KAN-AD');
    await page.locator('#search-dialog [role="option"]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/papers\/arxiv-[\d.]+\/index\.html$/u);
    expect(await page.locator('h1').textContent()).toMatch(/KAN-AD/u);

    await page.locator('a.find').click();
    await page.locator('#dq').fill('low rank');
    await page.keyboard.press('ArrowUp');
    await page.locator('#search-dialog button[type="submit"]').click();
    await page.waitForURL((url) => url.href === `${home}search/index.html?q=low+rank`);
    await settled(page);
    const year = page.locator('[aria-labelledby="f-year"] a').first();
    await year.click();
    await page.waitForURL(/year=/u);
    await settled(page);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('year'));
    await settled(page);
    await page.locator('#search .entry h3 a').first().click();
    await page.waitForURL(/\/papers\/[^/]+\/index\.html$/u);
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toMatch(
      /^https:\/\/[^/]+\/papers\/[^/]+\/$/u,
    );
    await page.close();
  });
});

test('the choice of light or dark is remembered from page to page', async () => {
  const home = addressOf(folder);
  const page = await open(home);
  await page.goto(`${home}index.html`);
  const button = page.locator('button.scheme');
  const before = await page.evaluate(() => document.documentElement.dataset['scheme']);
  await button.click();
  const chosen = await page.evaluate(() => document.documentElement.dataset['scheme']);
  expect(chosen).not.toBe(before);
  await page.goto(`${home}about/index.html`);
  expect(await page.evaluate(() => document.documentElement.dataset['scheme'])).toBe(chosen);
  await page.close();
});

test('citations are copied from disk, with the public address', async () => {
  const home = addressOf(folder);
  const page = await open(home);
  await page.goto(`${home}papers/arxiv-2507.17249/index.html`);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  const button = page.locator('button.copy[data-copy="permalink"]');
  await button.click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.getByRole('status').filter({ hasText: 'Copied' }).count()).toBe(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^https:\/\/[^/]+\/papers\/arxiv-2507\.17249\/$/u,
  );
  await page.locator('header button.copy[data-copy="bibtex"]').click();
  await page.locator('header button.copy', { hasText: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@\w+\{/u);
  await page.close();
});

test('a crawl from disk finds every file it is sent to, and no page by its public address', async () => {
  const home = addressOf(folder);
  const page = await open(home);
  const files = new Set(
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  await page.goto(`${home}index.html`);
  const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
  const seen = new Set<string>();
  const queue = [`${home}index.html`];
  const broken: string[] = [];
  // Links are read with the browser's own parser, without loading each of the pages.
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const html = await readFile(fileURLToPath(at), 'utf8');
    const links = await page.evaluate(
      ([text, base]) => {
        const parsed = new DOMParser().parseFromString(text ?? '', 'text/html');
        return [...parsed.querySelectorAll('[href], [src], [action]')].flatMap((each) =>
          ['href', 'src', 'action'].flatMap((name) => {
            const value = each.getAttribute(name);
            return value === null || each.matches('link[rel="canonical"], link[rel="cite-as"]')
              ? []
              : [{ tag: each.tagName, url: new URL(value, base).href }];
          }),
        );
      },
      [html, at] as const,
    );
    for (const { tag, url } of links) {
      const target = url.replace(/[?#].*$/u, '');
      if (url.startsWith(canonical ?? 'never:')) broken.push(`${at} -> ${url}`);
      if (!target.startsWith('file:') || seen.has(target)) continue;
      seen.add(target);
      if (!target.startsWith(home) || !files.has(fileURLToPath(target))) {
        broken.push(`${at} -> ${url}`);
      } else if (tag === 'A' && target.endsWith('.html')) {
        queue.push(target);
      }
    }
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(500);
  await page.close();
});

test('a page alone, as an archive that was not extracted gives it, says what to do', async () => {
  const alone = join(temporary, 'alone');
  await mkdir(join(alone, 'search'), { recursive: true });
  await cp(join(folder, 'search/index.html'), join(alone, 'search/index.html'));
  const page = await open(addressOf(alone));
  await page.goto(`${addressOf(alone)}search/index.html`);
  expect(await page.locator('.unpack').isVisible()).toBe(true);
  expect(await page.locator('.unpack').textContent()).toMatch(/Extract the whole folder first/u);
  await page.close();
  complaints = [];
});

test('a bundle without its search data says what to do', async () => {
  const partial = join(temporary, 'partial');
  await mkdir(join(partial, 'search'), { recursive: true });
  await cp(join(folder, 'assets'), join(partial, 'assets'), { recursive: true });
  await cp(join(folder, 'search/index.html'), join(partial, 'search/index.html'));
  const page = await open(addressOf(partial));
  await page.goto(`${addressOf(partial)}search/index.html?q=experts`);
  await page.locator('[role="status"]').getByText('extract the whole folder first').waitFor();
  await page.close();
  complaints = [];
});

// @module-tag from-disk
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { firefox, launchFirefox } from './firefox.ts';
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

/** Longest time a page takes to show what it was asked for. */
const LONGEST = 600_000;

/** Firefox says so of what a page still loads when the reader leaves it: nothing failed. */
const isAborted = (text: string) => /NS_BINDING_ABORTED|status=2152398850\b/u.test(text);

if (firefox === null) {
  process.stderr.write(
    'No Firefox on this machine: the tests of the offline copy in Firefox are skipped.\n',
  );
}

describe.skipIf(firefox === null)('in Firefox, whose files are strangers to each other', () => {
  let browser: Browser;
  let host: Host;
  let temporary: string;
  /** Address of the extracted bundle. */
  let home: string;
  let complaints: string[] = [];

  beforeAll(async () => {
    if (firefox === null) return;
    [browser, host] = await Promise.all([launchFirefox(firefox), serve(inject('site'))]);
    temporary = await mkdtemp(join(tmpdir(), 'florilegium firefox-'));
    const moved = join(temporary, 'décès à 100%25 #1');
    await rename(await extractBundle(temporary), moved);
    home = addressOf(moved);
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

  /** A page that complains of whatever it says, throws, cannot load, or loads from outside `root`. */
  async function open(root: string): Promise<Page> {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (!isAborted(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      if (!isAborted(why)) complaints.push(`failed: ${request.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(root)) complaints.push(`asked for ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    return page;
  }

  /** Complains of what a page on disk loads that is not in the bundle; Firefox tells a driver of no request for a file. */
  async function account(page: Page): Promise<void> {
    const loaded = await page.evaluate(() => ({
      addresses: [...document.querySelectorAll('script, link, img')].flatMap((each) => {
        if (each instanceof HTMLScriptElement || each instanceof HTMLImageElement) return each.src;
        const loads = each instanceof HTMLLinkElement && /stylesheet|icon|manifest/u.test(each.rel);
        return loads ? each.href : [];
      }),
      // The faces called fallbacks are the reader's own fonts; a machine without them has lost no file.
      fonts: [...document.fonts]
        .filter(({ status, family }) => status === 'error' && !/ Fallback"?$/u.test(family))
        .map(({ family }) => family),
    }));
    for (const address of loaded.addresses) {
      if (address === '') continue;
      if (!address.startsWith(home) || !existsSync(new URL(address)))
        complaints.push(`loads ${address}`);
    }
    complaints.push(...loaded.fonts.map((family) => `no font ${family}`));
  }

  /** Waits until `isTrue` is, inside the page. The policy of the pages allows no text made into code. */
  async function until(page: Page, isTrue: () => boolean): Promise<void> {
    const end = Date.now() + LONGEST;
    // While one page makes room for the next there is nothing to ask.
    while (!(await page.evaluate(isTrue).catch(() => false))) {
      if (Date.now() > end) throw new Error(`${page.url()} never came to ${String(isTrue)}`);
      await setTimeout(10);
    }
  }

  test('a page on disk may not read the file beside it', async () => {
    const page = await open(home);
    await page.goto(`${home}index.html`);
    const read = await page.evaluate(() =>
      fetch('README.txt').then(
        () => 'read',
        () => 'refused',
      ),
    );
    expect(read).toBe('refused');
    await page.close();
    complaints = [];
  });

  test('sixty searches give the same results from disk as from the server', async () => {
    const queries = await searches();
    expect(queries.length).toBeGreaterThanOrEqual(60);
    const [disk, web] = [await open(home), await open(host.url)];
    const differing: string[] = [];
    let found = 0;
    for (const [index, query] of queries.entries()) {
      const loads = index % LOADED === 0;
      await Promise.all(
        [
          { page: disk, address: `${home}search/index.html` },
          { page: web, address: `${host.url}search/` },
        ].map(async ({ page, address }) => {
          if (loads) await page.goto(`${address}?${query}`);
          else await page.evaluate(ask, query);
          await until(page, isSettled);
        }),
      );
      await account(disk);
      const here = await disk.evaluate(shownResults);
      const there = await web.evaluate(shownResults);
      if (JSON.stringify(here) !== JSON.stringify(there)) differing.push(query);
      found += here.titles.length;
    }
    expect(differing).toEqual([]);
    expect(found).toBeGreaterThan(queries.length);
    await Promise.all([disk.close(), web.close()]);
  });

  test('the search dialog leads to a paper by keyboard, and its permalink is copied', async () => {
    const page = await open(home);
    await page.goto(`${home}themes/index.html`);
    await page.keyboard.press('/');
    await until(page, () => document.querySelector('#search-dialog[open]') !== null);
    await page.keyboard.type('R4ec');
    await until(page, () => document.querySelector('#search-dialog [role="option"]') !== null);
    await page.keyboard.press('Enter');
    await until(page, () => /\/papers\/arxiv-[\d.]+\/index\.html$/u.test(location.href));
    await until(page, () => document.querySelector('button.copy[data-copy="permalink"]') !== null);
    const permalink = await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
      return document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    });
    await page.click('button.copy[data-copy="permalink"]');
    await until(page, () =>
      [...document.querySelectorAll('button.copy')].some((each) => each.textContent === 'Copied'),
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(permalink);
    await page.close();
  });

  test('the choice of light or dark is remembered from page to page', async () => {
    const page = await open(home);
    await page.goto(`${home}index.html`);
    const scheme = () => page.evaluate(() => document.documentElement.dataset['scheme']);
    const before = await scheme();
    await page.click('button.scheme');
    const chosen = await scheme();
    expect(chosen).not.toBe(before);
    await page.goto(`${home}about/index.html`);
    expect(await scheme()).toBe(chosen);
    await page.close();
  });

  test('theme, author, source and report pages open', async () => {
    const page = await open(home);
    for (const path of ['themes', 'authors', 'sources', 'report', 'data']) {
      await page.goto(`${home}${path}/index.html`);
      expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBeTruthy();
      const isBare = await page.evaluate(() => {
        const note = document.querySelector('.unpack');
        return note !== null && getComputedStyle(note).display !== 'none';
      });
      expect(isBare).toBe(false);
      await account(page);
    }
    await page.close();
  });
});

import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeWorker } from '../../src/service-worker/build/make-worker.ts';
import { readList } from '../../src/service-worker/file-list.ts';
import { siteFiles } from '../../src/assets/site-files.ts';
import { type SmallSurvey, smallSurvey } from '../site/small-survey.ts';
import { launchChromium } from './chromium.ts';
import { withoutServiceWorker } from './fixture.ts';
import { type Host, serve } from './serve.ts';

const BASE = '/surveys/x/';
const READ = 'papers/arxiv-2501.00001/';
const OTHER = 'papers/arxiv-2501.00002/';
const SITE = `title: Wonders\nurl: https://example.org${BASE}\n`;

const bibliography = (told: string) =>
  ['Pruned giraffes', 'Routed zebras', 'Factored okapis']
    .map(
      (title, at) => `@misc{k${at},
  title = {${title} in the wild},
  author = {Ada Byron and Alan Moth${at}},
  year = {2025},
  eprint = {2501.0000${at + 1}},
  archiveprefix = {arXiv},
  abstract = {We look at ${title.toLowerCase()}. ${at === 0 ? told : 'They are well.'}}
}
`,
    )
    .join('\n');

let browser: Browser;
let survey: SmallSurvey;
/** The survey as it was first, as it is after one abstract changed, and without a worker. */
let first: string;
let second: string;
let without: string;
/** The first one, too large to be kept whole. */
let large: string;

beforeAll(async () => {
  survey = await smallSurvey();
  await survey.write('content/site.yaml', SITE);
  await survey.write('seeds/list.bib', bibliography('They are well.'));
  first = await survey.build();
  await survey.write('seeds/list.bib', bibliography('They are even better.'));
  second = await survey.build();
  await survey.write('content/site.yaml', `${SITE}service_worker: false\n`);
  without = await survey.build();
  large = `${first}-large`;
  await cp(first, large, { recursive: true });
  await writeLargeWorker(large);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await survey?.dispose();
});

let host: Host;
let contexts: BrowserContext[];
/** Paths the host was asked for. */
let asked: string[];

beforeEach(async () => {
  contexts = [];
  asked = [];
  host = await serve(first, BASE);
  host.onRequest = (path) => {
    asked.push(path);
    return undefined;
  };
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await host.close().catch(() => undefined);
});

/** Writes the worker a folder would have if all but the way in and the search index were too large to keep. */
async function writeLargeWorker(folder: string): Promise<void> {
  const site = await siteFiles(folder);
  const wayIn = await makeWorker(site, 0);
  let index = 0;
  for (const path of site.paths.filter((each) => each.startsWith('pagefind/'))) {
    index += (await site.read(path)).length;
  }
  const made = await makeWorker(site, wayIn.bytes + index);
  for (const [path, text] of made.files) await writeFile(join(folder, path), text);
}

/** A page of a new reader. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(host.url + path);
  return page;
}

/** Visits a page and waits until the worker has kept what it keeps. */
async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(path, options);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated')
      await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
  });
  return page;
}

/** Makes the browser look for a newer worker, and waits until that one is ready or has failed. */
function update(page: Page): Promise<'ready' | 'failed' | 'none'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return 'none';
    return new Promise<'ready' | 'failed'>((done) => {
      const look = () => {
        if (worker.state === 'installed' || worker.state.startsWith('activat')) done('ready');
        if (worker.state === 'redundant') done('failed');
      };
      worker.addEventListener('statechange', look);
      look();
    });
  });
}

const heading = (page: Page) => page.locator('h1').textContent();
const abstractOf = (page: Page) => page.locator('main').textContent();
const note = (page: Page) => page.getByText('A newer edition of this survey is ready.');
const listOf = async (folder: string) =>
  readList(await readFile(join(folder, 'sw-files.txt'), 'utf8'));

async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(`${host.url}search/`);
  await page.locator('#search input[type="search"]').fill(query);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?q=/u);
  await page.locator('#search .entry').first().waitFor();
  return page.locator('#search .entry h3').allTextContents();
}

describe.each([
  { size: 'small', folder: () => first },
  { size: 'large', folder: () => large },
])('with the server stopped after one visit, a $size survey', ({ size, folder }) => {
  let page: Page;
  let online: string[];
  beforeEach(async () => {
    host.folder = folder();
    const plain = await browser.newContext();
    contexts.push(plain);
    await withoutServiceWorker(plain);
    online = await search(await plain.newPage(), 'wild');
    page = await visit(READ);
    await host.close();
  });

  test('answers the first page, the visited paper and the lists', async () => {
    await page.goto(host.url);
    expect(await heading(page)).toBe('Wonders');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/FL/u);
    await page.goto(host.url + READ);
    expect(await heading(page)).toMatch(/Pruned giraffes/u);
    for (const path of ['papers/', 'themes/', 'about/']) {
      expect((await page.goto(host.url + path))?.status(), path).toBe(200);
    }
  });

  test('knows the visited paper by its other addresses', async () => {
    await page.goto(host.url + READ.slice(0, -1));
    expect(page.url()).toBe(host.url + READ);
    expect(await heading(page)).toMatch(/Pruned giraffes/u);
    await page.goto(`${host.url}${READ}index.html?from=mail#abstract`);
    expect(await heading(page)).toMatch(/Pruned giraffes/u);
  });

  test('finds what it finds online', async () => {
    expect(online.length).toBe(3);
    expect(await search(page, 'wild')).toEqual(online);
    expect((await search(page, 'okapis')).join()).toMatch(/Factored okapis/u);
  });

  test(`${size === 'small' ? 'shows' : 'says that it did not keep'} a paper that was not visited`, async () => {
    const response = await page.goto(host.url + OTHER);
    expect(await heading(page)).toMatch(
      size === 'small' ? /Routed zebras/u : /not kept for offline reading/u,
    );
    expect(response?.status()).toBe(size === 'small' ? 200 : 503);
  });

  test('says that it did not keep an address without a page, and styles what it says', async () => {
    const response = await page.goto(`${host.url}papers/no/such/paper/`);
    expect(response?.status()).toBe(503);
    expect(await heading(page)).toBe('This page was not kept for offline reading');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/FL/u);
    await page.getByRole('link', { name: 'the list of papers' }).click();
    expect(await heading(page)).toMatch(/Papers/u);
  });
});

test('a large survey shows a page that was visited later, and no page that a host refused', async () => {
  host.folder = large;
  const page = await visit('');
  await page.goto(host.url + OTHER);
  expect((await page.goto(`${host.url}papers/no-paper/`))?.status()).toBe(404);
  await host.close();
  await page.goto(host.url + OTHER);
  expect(await heading(page)).toMatch(/Routed zebras/u);
  await page.goto(`${host.url}papers/no-paper/`);
  expect(await heading(page)).toMatch(/not kept/u);
});

test('a rebuild fetches the changed files and no other, and shows them when the reader says so', async () => {
  const page = await visit(READ);
  await page.goto(host.url + READ);
  const [before, after] = await Promise.all([listOf(first), listOf(second)]);
  const known = new Set(before.values());
  const changed = [...after].filter(([, hash]) => !known.has(hash)).map(([path]) => path);
  expect(changed).toContain(`${READ}index.html`);
  // Every page prints the size of the archive; styles, fonts and scripts stay.
  expect(changed.length).toBeLessThan(after.size / 2);

  host.folder = second;
  asked = [];
  expect(await update(page)).toBe('ready');
  const fetched = asked.filter((path) => !['sw.js', 'sw-files.txt'].includes(path));
  expect(fetched.map(decodeURIComponent).sort()).toEqual(
    changed.map((path) => path.replace(/(?<=^|\/)index\.html$/u, '')).sort(),
  );

  await note(page).waitFor();
  expect(await abstractOf(page)).toMatch(/They are well/u);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByText('They are even better').first().waitFor();
  expect(await note(page).count()).toBe(0);
  await host.close();
  await page.goto(host.url + READ);
  expect(await abstractOf(page)).toMatch(/They are even better/u);
  expect(await search(page, 'better')).toHaveLength(1);
});

test('the note is accessible, narrow, and can be put off until the tab is closed', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const page = await visit(READ, { viewport: { width: 320, height: 700 }, bypassCSP: true });
  await page.reload();
  host.folder = second;
  await update(page);
  await note(page).waitFor();
  expect(await page.getByRole('status').filter({ hasText: /./ }).textContent()).toMatch(
    /A newer edition/u,
  );
  await page.addScriptTag({ content: axe });
  const violations = await page.evaluate<string[]>(
    'axe.run(document).then(({ violations }) => violations.map(({ id }) => id))',
  );
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );

  await page.getByRole('button', { name: 'Not now' }).click();
  expect(await note(page).count()).toBe(0);
  await page.goto(host.url);
  await page.waitForLoadState('load');
  expect(await note(page).count()).toBe(0);
  expect(await heading(page)).toBe('Wonders');
});

test.each([
  ['the host refuses one file', () => 500],
  ['the host gives one file of another edition', () => undefined],
])(
  'when %s, the survey stays as it was, and the next try goes on from there',
  async (_, status) => {
    const page = await visit(READ);
    await page.goto(host.url + READ);
    const half = `${first}-half`;
    await rm(half, { recursive: true, force: true });
    await cp(second, half, { recursive: true });
    if (status() === undefined) await cp(join(first, READ), join(half, READ), { recursive: true });
    host.folder = half;
    host.onRequest = (path) => {
      asked.push(path);
      return path === READ ? status() : undefined;
    };
    expect(await update(page)).toBe('failed');
    expect(await note(page).count()).toBe(0);
    await page.reload();
    expect(await abstractOf(page)).toMatch(/They are well/u);
    expect(await search(page, 'wild')).toHaveLength(3);

    host.folder = second;
    asked = [];
    host.onRequest = (path) => {
      asked.push(path);
      return undefined;
    };
    await page.goto(host.url + READ);
    await update(page);
    expect(asked).toContain(READ);
    await note(page).waitFor();
    await host.close();
    await page.goto(host.url + OTHER);
    expect(await heading(page)).toMatch(/Routed zebras/u);
  },
);

test('an archive and a part of a file are left to the network', async () => {
  const page = await visit('');
  await page.reload();
  asked = [];
  const statuses = await page.evaluate(async () => {
    const zip = await fetch('download/florilegium.zip', { method: 'GET' });
    const part = await fetch('mark.svg', { headers: { range: 'bytes=0-9' } });
    return [zip.status, part.status];
  });
  expect(statuses).toEqual([200, 200]);
  expect(asked).toEqual(['download/florilegium.zip', 'mark.svg']);
});

test('switched off, it takes itself and what it kept away', async () => {
  const page = await visit(READ);
  await page.goto(host.url + READ);
  expect(await page.evaluate(() => caches.keys())).not.toEqual([]);
  host.folder = without;
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect
    .poll(
      () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      { timeout: 60_000 },
    )
    .toBe(0);
  await page.goto(host.url + READ);
  expect(await abstractOf(page)).toMatch(/They are even better/u);
  await page.waitForLoadState('networkidle');
  const left = await page.evaluate(async () => [
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()),
  ]);
  expect(left).toEqual([]);
  expect(await page.locator('script[src*="serviceWorker"]').count()).toBe(0);
});

test('the site can be installed, by addresses that hold under its base path', async () => {
  const page = await open('about/');
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    const address = link?.href ?? '';
    const { start_url, scope, icons, ...rest } = await (await fetch(address)).json();
    const absolute = (value: string) => new URL(value, address).href;
    const sizes: string[] = [];
    for (const { src, type } of icons) {
      const response = await fetch(absolute(src));
      const image = await createImageBitmap(await response.blob()).catch(() => null);
      sizes.push(`${response.status} ${type} ${image ? `${image.width}x${image.height}` : ''}`);
    }
    return { start: absolute(start_url), scope: absolute(scope), name: rest.name, sizes };
  });
  expect(manifest).toEqual({
    start: host.url,
    scope: host.url,
    name: 'Wonders',
    sizes: [
      '200 image/png 192x192',
      '200 image/png 512x512',
      '200 image/png 512x512',
      '200 image/svg+xml ',
    ],
  });
});

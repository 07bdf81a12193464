import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { launchChromium } from './chromium.ts';
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
  const zip = await readFile(join(inject('site'), 'download/florilegium.zip'));
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const file = join(temporary, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  folder = join(temporary, 'florilegium');
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
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

const rootOf = (path: string) => pathToFileURL(`${path}/`).href;

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('#search [data-results]:not([aria-busy])') &&
      document.querySelector('#search [data-orders]:not([hidden])'),
  );
}

/** What the search page shows: counts, ordered results, and the counts of every facet. */
function shown(page: Page) {
  return page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((each) => each.textContent);
    return {
      status: texts('#search [role="status"]'),
      titles: texts('#search [data-results] h3'),
      sentences: texts('#search .say'),
      facets: texts('#search [data-facets] li'),
      paths: [...document.querySelectorAll<HTMLAnchorElement>('#search .entries h3 a')].map(
        ({ href }) => /papers\/[^/]+/u.exec(href)?.[0],
      ),
    };
  });
}

const surveySchema = z.object({
  works: z.array(
    z.object({
      title: z.object({ plain: z.string() }),
      identifiers: z.array(z.object({ value: z.string() })),
      authors: z.array(z.unknown()),
    }),
  ),
  themes: z.array(z.object({ label: z.string() })),
});

/** Sixty searches as the address writes them: titles, identifiers, acronyms, phrases, filters and sorts. */
async function searches(): Promise<string[]> {
  const survey = surveySchema.parse(
    JSON.parse(await readFile(join(inject('site'), 'data/survey.json'), 'utf8')),
  );
  const step = Math.max(1, Math.floor(survey.works.length / 16));
  const some = survey.works.filter((_work, at) => at % step === 0).slice(0, 16);
  const theme = survey.themes[0]?.label ?? '';
  const addressOf = (q: string, more: Record<string, string> = {}) =>
    String(new URLSearchParams({ ...(q !== '' && { q }), ...more }));
  const titles = some.map(({ title }) => addressOf(title.plain));
  const identifiers = some
    .slice(0, 10)
    .map(({ identifiers: [first] }) => addressOf(first?.value ?? ''));
  const words = [
    'LLM',
    'LLMs',
    'MoE',
    'R4ec',
    'R^4ec',
    'KAN-AD',
    'D^2-MoE',
    'N:M sparsity',
    'GPT-4o',
    'beta-VAE',
    'mixture of experts',
    '"mixture of experts"',
    'low-rank',
    'sub-1-bit',
    'speculative decoding',
    'zzyzx',
    'recommendation zzyzx',
    'Schrodinger',
    '模型',
    'the',
    '±1',
    'm × n',
    '$\\mathbb{R}^{m \\times n}$',
    'ε',
    's_θ',
  ].map((query) => addressOf(query));
  const narrowed = [
    addressOf('language models', { year: '2025' }),
    addressOf('language models', { order: 'newest' }),
    addressOf('language models', { theme }),
    addressOf('language models', { theme, year: '2025', order: 'newest' }),
    addressOf('', { theme }),
    addressOf('', { year: '2025', order: 'newest' }),
    addressOf('', { with: 'Code' }),
    addressOf('pruning', { with: 'Code' }),
    addressOf('"large language models"', { year: '2025' }),
    addressOf('"large language models"', { order: 'newest' }),
    addressOf('experts', { year: '1900' }),
    addressOf('reasoning', { order: 'newest', with: 'Code' }),
    addressOf('anomaly', { order: 'newest' }),
    addressOf('editing', { theme }),
  ];
  return [...titles, ...identifiers, ...words, ...narrowed];
}

test('sixty searches give the same results from disk as from the server', async () => {
  const queries = await searches();
  expect(queries.length).toBeGreaterThanOrEqual(60);
  const [disk, web] = [await open(rootOf(folder)), await open(host.url)];
  const differing: string[] = [];
  let found = 0;
  for (const query of queries) {
    await Promise.all([
      disk.goto(`${rootOf(folder)}search/index.html?${query}`).then(() => settled(disk)),
      web.goto(`${host.url}search/?${query}`).then(() => settled(web)),
    ]);
    const [here, there] = await Promise.all([shown(disk), shown(web)]);
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
    home = rootOf(moved);
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
  const home = rootOf(folder);
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
  const home = rootOf(folder);
  const page = await open(home);
  await page.goto(`${home}papers/arxiv-2507.17249/index.html`);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  const button = page.locator('button.copy[data-copy="permalink"]');
  await button.click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^https:\/\/[^/]+\/papers\/arxiv-2507\.17249\/$/u,
  );
  await page.close();
});

test('a crawl from disk finds every file it is sent to, and no page by its public address', async () => {
  const home = rootOf(folder);
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
  const page = await open(rootOf(alone));
  await page.goto(`${rootOf(alone)}search/index.html`);
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
  const page = await open(rootOf(partial));
  await page.goto(`${rootOf(partial)}search/index.html?q=experts`);
  await page.locator('[role="status"]').getByText('extract the whole folder first').waitFor();
  await page.close();
  complaints = [];
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { publishedSurveySchema } from '../../src/model/index.ts';
import { launchChromium } from './chromium.ts';
import { useSite } from './fixture.ts';

/** A list that can be narrowed has a second offer, for what is left of it. */
const OFFER = 'details.export:visible';
/** Titles of papers are labels too, and some speak of formats. */
const FORMAT = `${OFFER} select`;

const read = (path: string) => readFile(join(inject('site'), path), 'utf8');

/** Opens the offer of a page, by keyboard, and waits for its form. */
async function openOffer(page: Page): Promise<void> {
  await page.locator(`${OFFER} summary`).focus();
  await page.keyboard.press('Enter');
  await page.locator(FORMAT).waitFor();
}

/** Downloads what the page offers in a format: the file's name and text. */
async function download(page: Page, format: string): Promise<{ name: string; text: string }> {
  await page.locator(FORMAT).selectOption({ label: format });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('#search [role="status"]')?.textContent !== '' &&
      !document.querySelector('[data-results][aria-busy]'),
  );
}

/** Citation keys of a BibTeX file, in order. */
const keysOf = (bibtex: string) => [...bibtex.matchAll(/^@\w+\{([^,]+),$/gm)].map(([, key]) => key);

/** Citation keys of the papers a search shows, in order. */
async function shownKeys(page: Page): Promise<(string | undefined)[]> {
  const survey = publishedSurveySchema.parse(JSON.parse(await read('data/survey.json')));
  const keys = new Map(survey.works.map((work) => [work.permalink, work.citation_key]));
  const links = await page
    .locator('#search .entries h3 a')
    .evaluateAll((found) => found.map((each) => each.getAttribute('href') ?? ''));
  return links.map((link) => keys.get(/papers\/([^/]+)\//u.exec(link)?.[1] ?? ''));
}

const FORMATS = [
  ['BibTeX', 'works.bib'],
  ['biblatex', 'works.biblatex.bib'],
  ['RIS', 'works.ris'],
  ['CSL JSON', 'works.csl.json'],
  ['EndNote', 'works.enw'],
  ['CSV', 'works.csv'],
  ['Markdown', 'works.md'],
  ['JSON Lines', 'works.jsonl'],
] as const;

/** Name of the survey's last edition. */
let edition: string | null;
beforeAll(async () => {
  ({ edition } = publishedSurveySchema.parse(JSON.parse(await read('data/survey.json'))));
});

describe('on a host', () => {
  const site = useSite('/a/survey/');

  test('all papers in each format are, byte for byte, the file the site publishes', async () => {
    const page = await site.open('papers/');
    await openOffer(page);
    for (const [format, file] of FORMATS) {
      expect((await download(page, format)).text, file).toBe(await read(`data/${file}`));
    }
  });

  test('all hits of a search are written, in their order, those not yet shown too', async () => {
    const page = await site.open('search/?q=language+models&year=2025');
    await settled(page);
    const found = Number(
      /^(\d+)/u.exec(
        (await page.locator('#search [role="status"]').first().textContent()) ?? '',
      )?.[1],
    );
    expect(found).toBeGreaterThan(20);
    await openOffer(page);
    expect(await page.locator(`${OFFER} summary`).textContent()).toBe(
      `Export these ${found} papers`,
    );
    const { name, text } = await download(page, 'BibTeX');
    expect(name).toBe(`language-models-2025-${edition}.bib`);
    // What was asked, and of which edition, stands before the first entry.
    expect(text).toMatch(
      new RegExp(
        `^% ${found} papers of “[^”]+”, edition ${edition}, found by\\n% https://\\S+/search/\\?q=language[+]models&year=2025\\n\\n@`,
        'u',
      ),
    );
    const keys = keysOf(text);
    expect(keys).toHaveLength(found);
    const shown = await shownKeys(page);
    expect(keys.slice(0, shown.length)).toEqual(shown);
    expect(await page.locator(`${OFFER} [role="status"]`).textContent()).toBe(
      `Saved as language-models-2025-${edition}.bib.`,
    );
  });

  test('the next search is exported by the same form', async () => {
    const page = await site.open('search/?q=language+models');
    await settled(page);
    await openOffer(page);
    await page.locator('#q').fill('R4ec');
    await page.getByText('Export this paper').waitFor();
    const { name, text } = await download(page, 'RIS');
    expect(name).toBe(`r4ec-${edition}.ris`);
    expect(text.match(/^TY {2}- /gm)).toHaveLength(1);
    expect(text).toContain('AN  - arXiv:2507.17249');
    await page.locator('#q').fill('zzyzx');
    await page.locator('#search .none').waitFor();
    expect(await page.locator(OFFER).isVisible()).toBe(false);
  });

  test('an export is copied, and said to be, without leaving the keyboard', async () => {
    const page = await site.open('search/?q=R4ec');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await settled(page);
    await openOffer(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.keyboard.type('Mark');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Copied as Markdown.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^1 paper of [^\n]+\\\n\S+\n\n- \*\*\[R⁴ec/u,
    );
  });

  test('an author’s page exports that author’s papers', async () => {
    const survey = publishedSurveySchema.parse(JSON.parse(await read('data/survey.json')));
    const page = await site.open('authors/hao-gu/');
    await openOffer(page);
    const { name, text } = await download(page, 'CSL JSON');
    expect(name).toBe('hao-gu.json');
    const items: { id: string }[] = JSON.parse(text);
    expect(items.map(({ id }) => id)).toEqual(
      survey.works
        .filter(({ authors }) => authors.some(({ literal }) => literal === 'Hao Gu'))
        .map(({ citation_key }) => citation_key),
    );
    expect(items.length).toBeGreaterThan(1);
  });

  test('says so when the papers cannot be loaded', async () => {
    const page = await site.open('search/?q=R4ec');
    await settled(page);
    await page.route('**/assets/works/**', (route) => route.abort());
    await openOffer(page);
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByText('The papers could not be read').waitFor();
    await page.unroute('**/assets/works/**');
    expect((await download(page, 'BibTeX')).text).toContain('2507.17249');
    site.forgive();
  });
});

describe('from disk', () => {
  let temporary: string;
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'florilegium export-'));
    const zip = await readFile(join(inject('site'), 'download/florilegium.zip'));
    for (const [path, bytes] of Object.entries(unzipSync(zip))) {
      const file = join(temporary, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  });
  afterAll(() => rm(temporary, { recursive: true, force: true }));

  test('the hits of a search are written without a network', async () => {
    const browser = await launchChromium();
    try {
      const context = await browser.newContext();
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!/^(?:file|data|blob):/u.test(request.url())) complaints.push(request.url());
      });
      const home = pathToFileURL(join(temporary, 'taking-models-apart', '/')).href;
      await page.goto(`${home}search/index.html?q=mixture+of+experts`);
      await settled(page);
      await openOffer(page);
      for (const [format] of FORMATS) {
        const { name, text } = await download(page, format);
        expect(name.startsWith(`mixture-of-experts-${edition}.`), name).toBe(true);
        expect(text).not.toBe('');
      }
      const keys = keysOf((await download(page, 'BibTeX')).text);
      const shown = await shownKeys(page);
      expect(keys.slice(0, shown.length)).toEqual(shown);
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByText('Copied as BibTeX.').waitFor();
      expect(keysOf(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(keys);

      await page.goto(`${home}papers/index.html`);
      await openOffer(page);
      expect((await download(page, 'JSON Lines')).text).toBe(await read('data/works.jsonl'));
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

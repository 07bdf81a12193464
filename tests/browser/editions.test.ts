// @module-tag permalinks-stay
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { htmlErrors } from '../site/html-errors.ts';
import { sitePages } from '../site/pages.ts';
import { type SmallSurvey, smallSurvey } from '../site/small-survey.ts';
import { violations } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { serve } from './serve.ts';

const editions = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
/** Bytes that a paper may take in the copy of an edition. */
const MOST_BYTES = 4000;
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const sentence = (number: number) =>
  `Paper ${number} counts the hedges of parish ${number * 7} and finds $${number}^2$ of them, which is more than the map has. `;
const entry = (number: number, title = `Hedges of parish ${number}`) =>
  `@article{p${number}, title = {${title}}, author = {Lee, Ann and Fox, Bo${number}}, journal = {Walks}, year = {2024}, doi = {10.1000/p.${number}}, abstract = {${sentence(number).repeat(8)}}}\n`;

/** What is done before each release: papers come, one gets another title, two become one, one leaves; theme and page change. */
const rounds: ((survey: SmallSurvey) => Promise<void>)[] = [
  async (survey) => {
    await survey.write('content/site.yaml', 'title: Hedges\nurl: https://example.org/hedges/\n');
    await survey.write(
      'seeds/first.bib',
      numbers(1, 40)
        .map((each) => entry(each))
        .join(''),
    );
  },
  async (survey) => {
    await survey.write(
      'seeds/second.bib',
      numbers(41, 50)
        .map((each) => entry(each))
        .join(''),
    );
    await survey.write(
      'content/themes/parishes.mdx',
      '---\nlabel: Parishes\ntagline: By parish.\nscopeNote: All.\nrules: { terms: [parish] }\n---\n\nThey count.<Cite of="doi-10.1000-p.3" />\n',
    );
  },
  async (survey) => {
    const list = numbers(1, 39).map((each) =>
      entry(each, each === 2 ? 'Hedges, and more' : undefined),
    );
    await survey.write('seeds/first.bib', list.join(''));
    const { code } = await survey.florilegium(
      'withdraw',
      'doi-10.1000-p.40',
      '--reason',
      'Retracted.',
    );
    expect(code).toBe(0);
  },
  async (survey) => {
    await survey.write(
      'content/corrections/one.yaml',
      '- { merge: [{ doi: 10.1000/p.5 }, { doi: 10.1000/p.6 }], reason: Printed twice. }\n',
    );
  },
  async (survey) => {
    await survey.write('content/pages/method.mdx', '---\ntitle: Method\n---\n\nOn foot, twice.\n');
  },
];

/** A survey through all editions, with what each release printed. */
async function releasedSurvey(): Promise<{ survey: SmallSurvey; printed: string[] }> {
  const survey = await smallSurvey();
  const printed: string[] = [];
  for (const [index, edition] of editions.entries()) {
    await rounds[index]?.(survey);
    const { code, out, err } = await survey.florilegium('release', '--edition', edition);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    printed.push(out);
  }
  return { survey, printed };
}

/** axe comes as an inline script, which the pages' own policy forbids. */
const phone = { viewport: { width: 390, height: 800 }, bypassCSP: true };

let survey: SmallSurvey;
let printed: string[];
let browser: Browser;
beforeAll(async () => {
  ({ survey, printed } = await releasedSurvey());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await survey?.dispose();
});

const archiveOf = (of: SmallSurvey, edition: string) =>
  readFile(join(of.folders.content, `editions/${edition}.zip`));

it('says what a copy takes, and no paper takes more than four kilobytes', () => {
  const sizes = printed.map((text) => Number(/(\d+) bytes a paper/.exec(text)?.[1]));
  expect(sizes.filter((size) => size > 0 && size <= MOST_BYTES)).toHaveLength(editions.length);
});

it('makes the same copies of the same history', async () => {
  const again = await releasedSurvey();
  for (const edition of editions)
    expect((await archiveOf(survey, edition)).equals(await archiveOf(again.survey, edition))).toBe(
      true,
    );
  await again.survey.dispose();
});

it('opens each copy from disk, as it was, on a page that axe finds nothing against', async () => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => asked.push(message.text()));
  const found = [];
  for (const edition of editions) {
    const folder = join(survey.folders.content, '..', 'unzipped', edition);
    let opened = '';
    for (const [path, bytes] of Object.entries(unzipSync(await archiveOf(survey, edition)))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
      if (path.endsWith('index.html')) opened = pathToFileURL(join(folder, path)).href;
    }
    asked.length = 0;
    await page.goto(opened);
    // axe asks for style sheets of its own accord.
    said.push(...asked.splice(0));
    found.push({
      papers: await page.locator('li[id^="doi-"]').count(),
      theme: await page.getByText('Parishes', { exact: true }).count(),
      retitled: await page.getByText('Hedges, and more').count(),
      method: await page.getByText('On foot, twice.').count(),
      wide: await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      ),
      wrong: await violations(page),
    });
  }
  await context.close();
  const each = { theme: expect.any(Number), wide: false, wrong: [] };
  expect(found).toEqual([
    { ...each, papers: 40, theme: 0, retitled: 0, method: 0 },
    { ...each, papers: 50, retitled: 0, method: 0 },
    { ...each, papers: 49, retitled: 1, method: 0 },
    { ...each, papers: 48, retitled: 1, method: 0 },
    { ...each, papers: 48, retitled: 1, method: 1 },
  ]);
  expect(found.slice(1).every(({ theme }) => theme > 0)).toBe(true);
  // A page, and the style sheet beside it.
  expect(said.filter((each) => !each.startsWith('file:'))).toEqual([]);
  expect(said).toHaveLength(2 * editions.length);
});

it('shows editions and the difference of any two on pages that are valid and that axe finds nothing against', async () => {
  const site = await survey.build();
  const pages = await sitePages(site);
  const below = pages.filter(({ path }) => /^\/(?:editions|changes)\//.test(path));
  // What a release changed stands on the page of all changes.
  const pairs = ((editions.length - 1) * (editions.length - 2)) / 2;
  expect(below.filter(({ path }) => /^\/changes\/[^/]+\/[^/]+\/$/.test(path))).toHaveLength(pairs);
  expect(await htmlErrors(below)).toEqual([]);
  const host = await serve(site);
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const wrong: string[] = [];
  for (const place of ['editions/', 'editions/2026-02/', 'changes/', 'changes/2026-01/2026-04/']) {
    await page.goto(host.url + place);
    wrong.push(...(await violations(page)).map((each) => `${place}: ${each}`));
  }
  expect(wrong).toEqual([]);
  await context.close();
  await host.close();
});

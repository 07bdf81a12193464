// @module-tag accessible
import { describe, expect, it, beforeAll, afterAll } from 'vitest';
import type { Browser } from 'playwright-core';
import { htmlErrors } from '../site/html-errors.ts';
import { type BuiltPage, sitePages } from '../site/pages.ts';
import { type SmallSurvey, smallSurvey } from '../site/small-survey.ts';
import { violations } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { withoutServiceWorker } from './fixture.ts';
import { type Host, serve } from './serve.ts';

const BIB = `@article{lee24, title={Hedges in the Rain}, author={Lee, Ann and Li, Bo}, doi={10.1000/182}, year={2024}, month=mar, journal={Walks}, volume={3}, abstract={We walked $x^2 \\leq 3$ miles. It rained, and the hedges stood.}, keywords={hedge}}
@article{li23, title={On Gates}, author={Li, Bo}, year={2023}, journal={Walks}, abstract={A gate is a hole in a hedge.}}
@article{fox22, title={Moss}, author={Fox, Cleo}, date={someday}}
`;
const THEME = `---
label: Hedges
tagline: What stands beside.
scopeNote: Hedges of all kinds.
rules: { terms: [hedge] }
---

A hedge stands.<Cite of="doi-10.1000-182" /> So it is.
`;
const PAGE = `---
title: How we read
---

We read it twice.<Cite of="doi-10.1000-182" /> And $x^2$ holds.
`;
const PLACES = [
  '',
  'papers/',
  'papers/doi-10.1000-182/',
  'themes/hedges/',
  'pages/method/',
  'sources/library.bib/',
  'report/',
  'about/',
  'search/?q=hedge',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

// English has tests of its own; Arabic has no words of its own, and is written from the right.
describe.each(['ar'])('a survey in %s', (language) => {
  let survey: SmallSurvey;
  let host: Host;
  let pages: BuiltPage[];
  beforeAll(async () => {
    survey = await smallSurvey();
    await survey.write('seeds/library.bib', BIB);
    await survey.write('content/themes/hedges.mdx', THEME);
    await survey.write('content/pages/method.mdx', PAGE);
    await survey.write('content/site.yaml', `title: Walks\nlanguage: ${language}\n`);
    const site = await survey.build();
    pages = await sitePages(site);
    host = await serve(site);
  });
  afterAll(async () => {
    await host?.close();
    await survey?.dispose();
  });

  it('is valid HTML, and says its language and direction', async () => {
    expect(await htmlErrors(pages)).toEqual([]);
    const head = `<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`;
    const framed = pages.filter(({ html }) => html.includes('<header class="mast">'));
    expect(framed.length).toBeGreaterThan(PLACES.length);
    for (const { path, html } of framed) expect(html.includes(head), path).toBe(true);
  });

  it('names on a paper the page of its own that cites it', () => {
    const paper = pages.find(({ path }) => path === '/papers/doi-10.1000-182/');
    expect(paper?.html).toContain('<a href="../../pages/method/">How we read</a>');
  });

  it('has no violation that axe finds, and does not scroll sideways', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 900 },
      reducedMotion: 'reduce',
      // axe comes as an inline script, which the site's own policy forbids.
      bypassCSP: true,
    });
    await withoutServiceWorker(context);
    const page = await context.newPage();
    const found: Record<string, string[]> = {};
    const clean: Record<string, string[]> = {};
    for (const place of PLACES) {
      await page.goto(new URL(place, host.url).href);
      if (place.startsWith('search')) await page.locator('#search .entry').first().waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      found[place] = [...(isWide ? ['scrolls sideways'] : []), ...(await violations(page))];
      clean[place] = [];
    }
    await context.close();
    expect(found).toEqual(clean);
  });
});

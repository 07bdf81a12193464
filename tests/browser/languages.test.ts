// @module-tag accessible
import { describe, expect, it, beforeAll, afterAll } from 'vitest';
import type { Browser } from 'playwright-core';
import { htmlErrors } from '../site/html-errors.ts';
import { wordsFor } from '../../src/words/index.ts';
import { attribute, type BuiltPage, elements, sitePages, textOf } from '../site/pages.ts';
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

We read it twice, hedge by hedge.<Cite of="doi-10.1000-182" /> And $x^2$ holds.
`;
/** Found in the references of another paper, and screened by two people whose names are nobody's business. */
const FOLLOWED = `@article{poe21, title={Dew}, author={Poe, Dan}, year={2021}, journal={Walks}, doi={10.1000/185}}
@article{lee24b, title={Hedges in the Rain}, author={Lee, Ann and Li, Bo}, doi={10.1000/182}, year={2024}}
`;
const DECISIONS = `paper,stage,decision,reason,note,reviewer
10.1000/182,,include,,,Quinlan
Dew,full-text,exclude,nass,Sapperlot,Quinlan
On Gates,title-abstract,include,,,Quinlan
On Gates,title-abstract,exclude,,,Rosamund
`;
const SCREENING = `screening:
  sources: [{ seeds: [followed.bib], name: Walks, kind: citation, searched: 2026-03-01 }]
`;
const PLACES = [
  '',
  'papers/',
  'papers/doi-10.1000-182/',
  'themes/hedges/',
  'pages/method/',
  'sources/library.bib/',
  'report/',
  'screening/',
  'screening/other-excluded-full-text/',
  'about/',
  'search/?q=hedge',
];

/** A phone, and windows with labels above texts and beside them. */
const NARROW = 390;
const WIDTHS = [NARROW, 900, 1280];
/** Shorter texts are words that languages share. */
const LEAST = 12;

/** Words of labels and headings that stand on two lines; languages that write without blanks break between letters. */
function brokenWords(): string[] {
  if (/^(?:ja|zh)/.test(document.documentElement.lang)) return [];
  const broken: string[] = [];
  for (const heading of document.querySelectorAll('.label, h1, h2, h3, nav a')) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}

/** Words of the drawing of a flow that stand outside of their box. */
function wordsOutside(): string[] {
  return Array.from(document.querySelectorAll('.prisma g')).flatMap((group) => {
    const box = group.querySelector('rect')?.getBoundingClientRect();
    return Array.from(group.querySelectorAll(group.matches('.phase') ? 'text' : 'tspan'))
      .filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return (
          box === undefined ||
          left < box.left ||
          right > box.right ||
          top < box.top - 1 ||
          bottom > box.bottom + 1
        );
      })
      .map(({ textContent }) => textContent);
  });
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Sentences and labels of the English pages that another language says otherwise. */
function englishWords(language: string): string[] {
  const said = new Set(texts(wordsFor(language)));
  return texts(wordsFor('en')).filter((text) => text.length >= LEAST && !said.has(text));
}

/** Every text of a catalogue that needs no figures. */
function texts(words: object): string[] {
  return Object.values(words).flatMap((each): string[] =>
    typeof each === 'string' ? [each] : typeof each === 'object' ? texts(each) : [],
  );
}

// English has tests of its own.
describe.each(['ar', 'de', 'es', 'fr', 'ja', 'zh'])('a survey in %s', (language) => {
  let survey: SmallSurvey;
  let host: Host;
  let pages: BuiltPage[];
  beforeAll(async () => {
    survey = await smallSurvey();
    await survey.write('seeds/library.bib', BIB);
    await survey.write('content/themes/hedges.mdx', THEME);
    await survey.write('content/pages/method.mdx', PAGE);
    await survey.write('seeds/followed.bib', FOLLOWED);
    await survey.write('content/decisions.csv', DECISIONS);
    await survey.write('content/site.yaml', `title: Walks\nlanguage: ${language}\n${SCREENING}`);
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
    // What is said of the input is said in English, and stands from the left among words that do not.
    const english = framed.flatMap(({ html }) => html.match(/<span lang="en"[^>]*>/g) ?? []);
    expect(new Set(english)).toEqual(new Set(['<span lang="en" dir="ltr">']));
  });

  it('names on a paper the page of its own that cites it', () => {
    const paper = pages.find(({ path }) => path === '/papers/doi-10.1000-182/');
    expect(paper?.html).toContain('<a href="../../pages/method/">How we read</a>');
  });

  it('draws the flow of a review as its table says, and every number opens a list as long', () => {
    const screening = pages.find(({ path }) => path === '/screening/');
    if (!screening) throw new Error('/screening/ was not built');
    const numbersIn = (tag: string) =>
      [...elements(screening.document)]
        .filter(({ tagName }) => tagName === tag)
        .map((each) =>
          [...elements(each)].flatMap((inner) => {
            const href = inner.tagName === 'a' ? attribute(inner, 'href') : undefined;
            const [number] = /\p{Nd}+(?=\)?$)/u.exec(textOf(inner).trim()) ?? [];
            return href === undefined || number === undefined ? [] : [[href, number] as const];
          }),
        );
    const [table = []] = numbersIn('table');
    expect(table.length).toBeGreaterThan(12);
    // One for narrow pages, and one with the columns beside each other.
    const drawings = numbersIn('svg').filter((numbers) => numbers.length > 0);
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) expect(new Map(drawing)).toEqual(new Map(table));
    for (const [href, number] of table) {
      const to = new URL(href, 'https://site.test/screening/');
      const list = pages.find(({ path }) => path === to.pathname);
      const sections = (list ? [...elements(list.document)] : []).filter(
        (each) =>
          each.tagName === 'section' &&
          (to.hash === '' || attribute(each, 'aria-labelledby') === to.hash.slice(1)),
      );
      const entries = sections
        .flatMap((section) => [...elements(section)])
        .filter(({ tagName }) => tagName === 'li');
      expect(entries.length, href).toBe(Number(number));
    }
  });

  it('publishes neither who screened nor what they noted', () => {
    const told = pages.filter(({ html }) => /Quinlan|Rosamund|Sapperlot/.test(html));
    expect(told.map(({ path }) => path)).toEqual([]);
  });

  it('says nothing in English by itself', () => {
    const english = englishWords(language);
    expect(english.length).toBeGreaterThan(200);
    const said = pages
      .filter(({ html }) => html.includes(`<html lang="${language}"`))
      .map(({ path, document }) => {
        const text = textOf(document);
        return [path, english.filter((words) => text.includes(words))] as const;
      });
    expect(said.length).toBeGreaterThan(PLACES.length);
    expect(said.filter(([, words]) => words.length > 0)).toEqual([]);
  });

  it('has no violation that axe finds, does not scroll sideways, and breaks no word of a heading', async () => {
    const context = await browser.newContext({
      viewport: { width: NARROW, height: 900 },
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
      if (place.startsWith('search')) {
        await page.locator('#search .entry').first().waitFor();
        await page.locator('#search a[href$="/pages/method/"]').waitFor();
      }
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      const broken: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        broken.push(...(await page.evaluate(brokenWords)));
      }
      await page.setViewportSize({ width: NARROW, height: 900 });
      found[place] = [
        ...(isWide ? ['scrolls sideways'] : []),
        ...broken.map((word) => `breaks ${word}`),
        ...(await page.evaluate(wordsOutside)).map((word) => `draws ${word} outside of its box`),
        ...(await violations(page)),
      ];
      if (place === 'screening/') {
        // As wide as what is printed on a sheet of A4; with the head of the page, the drawing fits on one.
        await page.setViewportSize({ width: 642, height: 956 });
        await page.emulateMedia({ media: 'print' });
        const foot = await page
          .locator('.prisma .wide svg')
          .evaluate((svg) => svg.getBoundingClientRect().bottom + window.scrollY);
        if (foot > 956) found[place]?.push(`ends ${foot} px down the sheet`);
        await page.emulateMedia({ media: 'screen' });
        await page.setViewportSize({ width: NARROW, height: 900 });
      }
      clean[place] = [];
    }
    await context.close();
    expect(found).toEqual(clean);
  });
});

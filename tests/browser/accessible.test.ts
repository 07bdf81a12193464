// @module-tag accessible
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';
import { violations } from './axe.ts';
import { useSite } from './fixture.ts';

const site = useSite();

const surveySchema = z.object({
  themes: z.array(z.object({ slug: z.string() })),
  seeds: z.array(z.object({ path: z.string(), format: z.string().nullable() })),
});
const survey = surveySchema.parse(
  JSON.parse(await readFile(join(inject('site'), 'data/survey.json'), 'utf8')),
);

const stripped = survey.seeds.find(({ format }) => format?.startsWith('hugging-face'));

const places = {
  home: '',
  papers: 'papers/',
  'a paper': 'papers/arxiv-2507.17249/',
  themes: 'themes/',
  'a theme': `themes/${survey.themes[0]?.slug}/`,
  authors: 'authors/',
  'an author': 'authors/hao-gu/',
  search: 'search/?q=mixture+of+experts',
  sources: 'sources/',
  'a source': `sources/${survey.seeds[0]?.path}/`,
  'a source that lost its TeX': `sources/${stripped?.path}/`,
  'a paper with rebuilt formulas': 'papers/arxiv-2302.11068/',
  report: 'report/',
  'formulas left as printed': 'report/formulas/left/',
  'where sources disagree': 'report/disagreements/',
  about: 'about/',
  'a missing page': '404.html',
  'what is shown offline': 'offline/',
};

async function ready(page: Page, path: string): Promise<void> {
  if (path.startsWith('search')) {
    await page.locator('#search .entry').first().waitFor();
    await page.locator('details.export:visible summary').click();
    await page.locator('details.export:visible select').waitFor();
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

const MODES = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

test.each(Object.entries(places))(
  'axe finds no violation on %s, narrow and wide, light and dark',
  async (_name, path) => {
    const page = await site.open(path, {
      viewport: { width: 390, height: 900 },
      reducedMotion: 'reduce',
      // axe comes as an inline script, which the site's own policy forbids.
      bypassCSP: true,
    });
    await ready(page, path);
    const found: string[] = [];
    for (const { width, colorScheme } of MODES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const wrong = await violations(page);
      found.push(...wrong.map((each) => `${width} px, ${colorScheme}: ${each}`));
    }
    expect(found).toEqual([]);
  },
);

test('a long title keeps away from what stands beside it', async () => {
  const page = await site.open('', { viewport: { width: 390, height: 900 } });
  await page.evaluate(() => {
    const title = document.querySelector('.mark span');
    if (title !== null) title.textContent = 'Ordinary cities by the sea';
  });
  const touching = () => {
    const title = document.querySelector('.mark span')?.getBoundingClientRect();
    return ['.mast nav a', '.find'].filter((selector) => {
      const link = document.querySelector(selector);
      if (title === undefined || link === null) return true;
      const words = document.createRange();
      words.selectNodeContents(link);
      const other = words.getBoundingClientRect();
      const isBeside = other.top < title.bottom && other.bottom > title.top;
      return isBeside && other.left < title.right + 8 && other.right > title.left - 8;
    });
  };
  for (const width of [390, 800, 900, 1150, 1152, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
      expect(await page.evaluate(touching), `${width} px, ${direction}`).toEqual([]);
    }
  }
});

test('axe finds no violation in the open search dialog', async () => {
  const page = await site.open('', { bypassCSP: true, reducedMotion: 'reduce' });
  await page.keyboard.press('/');
  await page.keyboard.type('mixture of experts');
  await page.locator('[role="option"]').first().waitFor();
  expect(await violations(page)).toEqual([]);
});

test('axe finds no violation on a paper with everything unfolded', async () => {
  const page = await site.open(places['a paper'], { bypassCSP: true, reducedMotion: 'reduce' });
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  expect(await violations(page)).toEqual([]);
});

test.each(Object.entries(places))('%s does not scroll sideways at 320 px', async (_name, path) => {
  const page = await site.open(path, { viewport: { width: 320, height: 700 } });
  await ready(page, path);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  const { wide, culprits } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const outside = [...document.querySelectorAll('main *')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 1,
    );
    return {
      wide: scrollWidth > clientWidth,
      culprits: outside.slice(0, 5).map((each) => each.outerHTML.slice(0, 100)),
    };
  });
  expect(wide ? culprits : []).toEqual([]);
  expect(wide).toBe(false);
});

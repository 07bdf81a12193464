import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { attribute, type BuiltPage, elements, site, sitePages } from './pages.ts';

const surveySchema = z.object({
  works: z.array(
    z.object({
      permalink: z.string(),
      sources: z.array(z.object({ seed: z.string(), lines: z.tuple([z.number(), z.number()]) })),
      themes: z.array(z.object({ slug: z.string() })),
    }),
  ),
  seeds: z.array(z.object({ path: z.string(), records: z.unknown(), bytes: z.number() })),
  flow: z.record(z.string(), z.number()),
});

let survey: z.infer<typeof surveySchema>;
let pages: Map<string, BuiltPage>;

beforeAll(async () => {
  survey = surveySchema.parse(JSON.parse(await readFile(join(site, 'data/survey.json'), 'utf8')));
  pages = new Map((await sitePages()).map((page) => [page.path, page]));
});

test('the five seeds give 169 records, 9 duplicates and 160 papers', () => {
  expect(survey.flow).toMatchObject({ records: 169, duplicates: 9, excluded: 0, included: 160 });
  expect(survey.works).toHaveLength(160);
  expect(survey.works.flatMap((work) => work.sources)).toHaveLength(169);
});

test('every paper has a page, and every page in papers/ with a permalink is a paper', async () => {
  const folders = (await readdir(join(site, 'papers'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !['page', 'venue', 'with-code'].includes(entry.name))
    .map((entry) => entry.name);
  expect(folders.sort()).toEqual(survey.works.map((work) => work.permalink).sort());
  expect(folders).toHaveLength(160);
});

test('every paper can be cited from files beside its page', async () => {
  for (const { permalink } of survey.works) {
    const names = await readdir(join(site, 'papers', permalink));
    expect(names).toEqual(expect.arrayContaining(['cite.bib', 'cite.json', 'cite.ris']));
  }
});

test('every source record is reachable from the page of its seed', () => {
  for (const { path } of survey.seeds) {
    const page = pages.get(`/sources/${path}/`);
    expect(page, path).toBeDefined();
    if (!page) continue;
    const links = new Set<string>();
    const ids = new Set<string>();
    for (const element of elements(page.document)) {
      const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
      if (href) links.add(new URL(href, `https://site.test${page.path}`).pathname);
      const id = attribute(element, 'id');
      if (id) ids.add(id);
    }
    for (const { permalink, sources } of survey.works) {
      for (const { seed, lines } of sources) {
        if (seed !== path) continue;
        expect(links, `${path} leads to ${permalink}`).toContain(`/papers/${permalink}/`);
        expect(ids, `${path} has an anchor for line ${lines[0]}`).toContain(`L${lines[0]}`);
      }
    }
  }
});

test('every paper stands in a theme, at most one in twenty in the last resort only', async () => {
  const themed = survey.works.filter((work) => work.themes.length > 0);
  expect(themed).toHaveLength(160);
  const slugs = new Set(survey.works.flatMap((work) => work.themes.map(({ slug }) => slug)));
  for (const slug of slugs) expect(pages.has(`/themes/${slug}/`), slug).toBe(true);
});

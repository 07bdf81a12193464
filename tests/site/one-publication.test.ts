import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PublishedSurvey, publishedSurveySchema } from '../../src/model/index.ts';
import { writers } from '../../src/writers/index.ts';
import { difference, type Said, saidIn, saidOf } from '../publication/said.ts';
import { type BuiltPage, site, sitePages } from './pages.ts';
import { contextTexts, metasOf } from './zotero.ts';

type PublishedWork = PublishedSurvey['works'][number];

let survey: PublishedSurvey;
let pages: Map<string, BuiltPage>;
/** COinS by the address of the paper's page. */
let contexts: Map<string, string>;

const read = (file: string) => readFile(join(site, file), 'utf8');

beforeAll(async () => {
  survey = publishedSurveySchema.parse(JSON.parse(await read('data/survey.json')));
  pages = new Map((await sitePages()).map((page) => [page.path, page]));
  contexts = new Map(
    [...pages.values()].flatMap((page) =>
      contextTexts(page).map((text) => [new URLSearchParams(text).get('rft.source') ?? '', text]),
    ),
  );
});

/** What the built files of a paper say, by the place that says it. */
async function saidOfBuilt({ permalink, url }: PublishedWork): Promise<Record<string, Said>> {
  const folder = `papers/${permalink}`;
  const page = pages.get(`/${folder}/`);
  if (!page) throw new Error(`no page ${folder}`);
  const exports = await Promise.all(
    writers.map(
      async ({ extension }) => [extension, await read(`${folder}/cite.${extension}`)] as const,
    ),
  );
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.html)?.[1] ?? '{}';
  const issue = /class="issue">(.*?)<\/p>/s.exec(page.html)?.[1] ?? '';
  return {
    page: { date: /datetime="([^"]*)"/.exec(issue)?.[1] ?? '' },
    ...saidIn({
      exports: new Map(exports),
      metas: metasOf(page),
      data,
      context: contexts.get(url) ?? '',
    }),
  };
}

describe('how a paper appeared', () => {
  test('is the same on its page, in its metadata and in every export', async () => {
    for (const work of survey.works) {
      for (const [place, said] of Object.entries(await saidOfBuilt(work))) {
        expect(difference(said, saidOf(work)), `${place} of ${work.permalink}`).toBeUndefined();
      }
    }
  });

  test('has the same year in its reference', () => {
    for (const { permalink, issued } of survey.works) {
      const html = pages.get(`/papers/${permalink}/`)?.html ?? '';
      const reference = /id="reference"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
      const year = /\((\d{4})[,)]/.exec(reference)?.[1];
      expect(year, permalink).toBe(issued?.slice(0, 4));
    }
  });

  test('calls nothing a preprint that stands in a container', () => {
    for (const { permalink, publication } of survey.works) {
      expect(publication.is_preprint && publication.container_title !== null, permalink).toBe(
        false,
      );
    }
  });
});

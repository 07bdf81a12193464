// @module-tag exports-whole
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PublishedSurvey, publishedSurveySchema } from '../../src/model/index.ts';
import { writers } from '../../src/writers/index.ts';
import { madeUpRecords } from '../publication/made-up-records.ts';
import { difference, inEndNoteXml, type Said, saidIn, saidOf, spelt } from '../publication/said.ts';
import {
  firstDay,
  placeOnPage,
  saidInAtom,
  saidInJsonFeed,
  saidOnPage,
  yearsIn,
} from '../publication/said-on-pages.ts';
import { attribute, type BuiltPage, elements, hasClass, site, sitePages, textOf } from './pages.ts';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';
import { contextTexts, metasOf } from './zotero.ts';

type PublishedWork = PublishedSurvey['works'][number];

const COUNT = 200;
const made = madeUpRecords(COUNT);
let small: SmallSurvey;
/** A site of made-up records, whose survey is set in English and has a list of 200 papers. */
async function madeUpSite(): Promise<string> {
  small = await smallSurvey();
  const entries = made.map(({ entry }) => entry);
  await small.write('seeds/records.bib', entries.join('\n'));
  return small.build();
}
afterAll(() => small.dispose());

describe.each([
  { name: 'the shipped survey', count: 160, build: async () => site },
  { name: `${COUNT} made-up records of every type`, count: COUNT, build: madeUpSite },
])('how a paper of $name appeared', ({ count, build }) => {
  let folder: string;
  let survey: PublishedSurvey;
  let pages: Map<string, BuiltPage>;
  /** COinS by the address of the paper's page. */
  let contexts: Map<string, string>;
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const pageOf = ({ permalink }: PublishedWork) => {
    const page = pages.get(`/papers/${permalink}/`);
    if (!page) throw new Error(`no page of ${permalink}`);
    return page;
  };

  beforeAll(async () => {
    folder = await build();
    survey = publishedSurveySchema.parse(JSON.parse(await read('data/survey.json')));
    pages = new Map((await sitePages(folder)).map((page) => [page.path, page]));
    contexts = new Map(
      [...pages.values()].flatMap((page) =>
        contextTexts(page).map((text) => [new URLSearchParams(text).get('rft.source') ?? '', text]),
      ),
    );
  });

  /** What the built files of a paper say, by the place that says it. */
  async function saidOfBuilt(work: PublishedWork): Promise<Record<string, Said>> {
    const page = pageOf(work);
    const exports = await Promise.all(
      writers.map(
        async ({ extension }) =>
          [extension, await read(`papers/${work.permalink}/cite.${extension}`)] as const,
      ),
    );
    const data =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.html)?.[1] ?? '{}';
    return {
      page: saidOnPage(page),
      ...saidIn({
        exports: new Map(exports),
        metas: metasOf(page),
        data,
        context: contexts.get(work.url) ?? '',
      }),
    };
  }

  test('is the same on its page, in its metadata and in every export', async () => {
    expect(survey.works.length).toBeGreaterThanOrEqual(count);
    for (const work of survey.works) {
      for (const [place, said] of Object.entries(await saidOfBuilt(work))) {
        const expected = saidOf(work, place === 'BibTeX');
        expect(difference(said, expected), `${place} of ${work.permalink}`).toBeUndefined();
      }
    }
  });

  test('is the same in the files of all papers in EndNote XML', async () => {
    const records = (await read('data/works.endnote.xml')).match(/<record>.*<\/record>/gu) ?? [];
    const byKey = new Map(
      records.map((record) => [/<label>(.*?)<\/label>/u.exec(record)?.[1], record]),
    );
    for (const work of survey.works) {
      const said = inEndNoteXml(byKey.get(work.citation_key) ?? '');
      expect(difference(said, saidOf(work)), work.permalink).toBeUndefined();
    }
  });

  test('is told on its page in words, with the year, and where it stands or what it is', () => {
    for (const work of survey.works) {
      const { container } = saidOf(work);
      const { type, genre, remark } = work.publication;
      const { year, place } = saidOnPage(pageOf(work));
      expect(year, work.permalink).toBe(work.issued?.slice(0, 4) ?? '');
      const expected = placeOnPage(type, { container, genre: genre ?? '', remark: remark ?? '' });
      if (expected === undefined) continue;
      if (container) expect(place, work.permalink).toBe(expected);
      else expect(`${place},`, work.permalink).toContain(`${expected},`);
    }
  });

  test('has on its page who translated it, its chapter, its length and its event', () => {
    const works = new Map(survey.works.map((work) => [work.citation_key, work]));
    for (const { key, facts } of made) {
      const work = works.get(key);
      // None of these is in the shipped survey.
      if (work === undefined) continue;
      const said = saidOnPage(pageOf(work)).facts;
      for (const [label, value] of facts) expect(said.get(label), `${label} of ${key}`).toBe(value);
    }
  });

  test('has the same year and venue in every list', () => {
    const byPath = new Map(survey.works.map((work) => [work.permalink, work]));
    const listed = new Set<string>();
    for (const { path, document } of pages.values()) {
      for (const entry of [...elements(document)].filter((each) => hasClass(each, 'entry'))) {
        const inside = [...elements(entry)];
        const link = inside.find(({ tagName }) => tagName === 'a');
        const permalink = /papers\/([^/]+)\/(?:index\.html)?$/u.exec(
          attribute(link ?? entry, 'href') ?? '',
        )?.[1];
        const work = byPath.get(permalink ?? '');
        const meta = inside.find((each) => hasClass(each, 'meta'));
        if (work === undefined || meta === undefined) continue;
        listed.add(work.permalink);
        const { container, date } = saidOf(work);
        const text = textOf(meta);
        const years = yearsIn(text, [container]);
        const where = `${work.permalink} on ${path}: ${text}`;
        if (years.length > 0) expect(years[0], where).toBe(date.slice(0, 4));
        if (path.startsWith('/papers/')) {
          expect(years.length > 0, where).toBe(date !== '');
          expect(text, where).toContain(container);
        }
      }
    }
    expect(listed.size).toBe(survey.works.length);
  });

  test('has the same year, venue and first author in every reference', () => {
    for (const work of survey.works) {
      const { container } = saidOf(work);
      const year = work.issued?.slice(0, 4);
      const [first] = work.authors;
      const printed = [...elements(pageOf(work).document)].filter((each) =>
        /^reference(?:-\w+)?$/u.test(attribute(each, 'id') ?? ''),
      );
      expect(printed.length, work.permalink).toBeGreaterThanOrEqual(6);
      for (const element of printed) {
        const text = textOf(element).replaceAll(/\s+/gu, ' ');
        const where = `${attribute(element, 'id')} of ${work.permalink}: ${text}`;
        const years = yearsIn(text, [work.title.plain, container]);
        expect(years, where).toEqual(year === undefined ? [] : [year]);
        expect(text.toLowerCase(), where).toContain(container.toLowerCase());
        expect(text.toLowerCase(), where).toContain(
          (first?.family ?? first?.literal ?? '').toLowerCase(),
        );
      }
    }
  });

  test('is the same in the feeds of all papers', async () => {
    const atom = saidInAtom(await read('feed.xml'));
    const json = saidInJsonFeed(await read('feed.json'));
    expect(json.size).toBe(Math.min(100, survey.works.length));
    expect([...atom.keys()]).toEqual([...json.keys()]);
    for (const work of survey.works.filter(({ url }) => json.has(url))) {
      const { date } = saidOf(work);
      const expected = {
        title: work.title.plain,
        date: firstDay(date),
        authors: work.authors.map(({ literal }) => spelt(literal)),
      };
      expect(json.get(work.url), work.permalink).toEqual(expected);
      expect(atom.get(work.url)?.date, work.permalink).toBe(expected.date);
      expect(atom.get(work.url)?.authors, work.permalink).toEqual(expected.authors);
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

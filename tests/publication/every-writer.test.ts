// @module-tag exports-whole
import anyAscii from 'any-ascii';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSurveyInput, surveyFolders } from '../../src/loaders/index.ts';
import { contextObject } from '../../src/metadata/coins.ts';
import { embeddedMetadata } from '../../src/metadata/embedded.ts';
import { atomFeed, jsonFeed } from '../../src/metadata/feed.ts';
import { jsonLd, scholarlyArticle } from '../../src/metadata/json-ld.ts';
import { siteSchema, type Survey } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { displayName } from '../../src/text/index.ts';
import { references, surveyJson, surveyWriters } from '../../src/writers/index.ts';
import { madeUpRecords } from './made-up-records.ts';
import { difference, type Said, saidIn, saidOf, spelt, type Texts } from './said.ts';

const COUNT = 200;
const records = madeUpRecords(COUNT);

function madeUpSurvey(): Survey {
  const text = records.map(({ entry }) => entry).join('\n');
  return buildSurvey({
    site: siteSchema.parse({ url: 'https://example.org/survey/' }),
    seeds: [{ path: 'records.bib', bytes: new TextEncoder().encode(text) }],
    themes: [],
    corrections: [],
    permalinks: { version: 1, permalinks: [] },
  });
}

function textsOf(survey: Survey, work: Survey['works'][number]): Texts {
  return {
    exports: new Map(surveyWriters.map((each) => [each.extension, each.write([work], survey)])),
    metas: Map.groupBy(embeddedMetadata(work, survey.site), ([name]) => name)
      .entries()
      .reduce(
        (metas, [name, tags]) =>
          metas.set(
            name,
            tags.map(([, value]) => value),
          ),
        new Map(),
      ),
    data: jsonLd(scholarlyArticle(work, survey.site)),
    context: contextObject(work, survey.site),
  };
}

const surveys: [name: string, make: () => Promise<Survey>][] = [
  ['the shipped papers', async () => buildSurvey(await readSurveyInput(surveyFolders()))],
  [`${COUNT} made-up records of twelve types`, async () => madeUpSurvey()],
];

describe('made-up records', () => {
  it('arrive as they were entered', () => {
    const survey = surveyJson(madeUpSurvey());
    const works = new Map(survey.works.map((work) => [work.citation_key, work]));
    expect(works.size).toBe(COUNT);
    expect(new Set(records.map(({ type }) => type)).size).toBe(12);
    for (const { key, type, date, container, authors, identifiers } of records) {
      const work = works.get(key);
      if (!work) throw new Error(`${key} was not read`);
      const expected: Required<Said> = {
        date,
        type,
        container,
        authors: authors.map(({ literal }) => spelt(literal)),
        doi: identifiers.doi ?? '',
        arxiv: identifiers.arxiv ?? '',
      };
      expect(saidOf(work), key).toEqual(expected);
    }
  });
});

/** As the file for pdfLaTeX has it, which sets no other letters. */
function inLatin(said: Required<Said>): Required<Said> {
  const { authors } = said;
  return {
    ...said,
    authors: authors.map((name) => (/\p{Script=Han}/u.test(name) ? anyAscii(name) : name)),
  };
}

describe.each(surveys)('of %s', (_, make) => {
  let survey: Survey;
  beforeAll(async () => {
    survey = await make();
  });

  it('every export and all metadata say what survey.json says', () => {
    const differences = surveyJson(survey).works.flatMap((published, index) => {
      const work = survey.works[index];
      if (!work) throw new Error(`${published.permalink} is no work`);
      return Object.entries(saidIn(textsOf(survey, work))).flatMap(([place, said]) => {
        const expected = saidOf(published);
        const found = difference(said, place === 'BibTeX' ? inLatin(expected) : expected);
        return found === undefined ? [] : [`${place} of ${published.citation_key}: ${found}`];
      });
    });
    expect(differences).toEqual([]);
  });

  it('every reference has the year, the container and the first author', () => {
    for (const work of survey.works) {
      const { issued, containerTitle } = work.publication;
      const year = issued?.iso.slice(0, 4);
      const [first] = work.fields.authors?.value.names ?? [];
      for (const { name, plain } of references(work, survey.site)) {
        const where = `${name} of ${work.citationKey}: ${plain}`;
        const years = plain.match(/(?<![\d./-])(?:19|20)\d{2}(?![\d.]\d|\d)/gu) ?? [];
        if (year !== undefined) expect(years, where).toContain(year);
        // Some write titles large.
        const text = plain.toLowerCase();
        if (containerTitle) expect(text, where).toContain(containerTitle.toLowerCase());
        if (first) expect(text, where).toContain((first.family ?? first.literal).toLowerCase());
      }
    }
  });

  it('feeds have the same dates and authors', () => {
    const works = survey.works.slice(0, 100);
    const channel = { title: 'T', description: 'D', path: '/', works };
    const { items } = JSON.parse(jsonFeed(channel, survey.site));
    const atom = atomFeed(channel, survey.site).split('<entry>').slice(1);
    expect(items).toHaveLength(works.length);
    for (const [index, work] of works.entries()) {
      const date = work.publication.issued?.iso;
      const names = (work.fields.authors?.value.names ?? []).map(displayName);
      const item = items[index];
      expect(item.date_published?.slice(0, date?.length ?? 0)).toBe(date);
      expect((item.authors ?? []).map(({ name }: { name: string }) => name)).toEqual(names);
      const published = /<published>(.*?)<\/published>/u.exec(atom[index] ?? '')?.[1];
      expect(published?.slice(0, date?.length ?? 0)).toBe(date);
    }
  });
});

// @module-tag exports-whole
import { beforeAll, describe, expect, it } from 'vitest';
import { getSurvey } from '../../src/loaders/index.ts';
import { contextObject } from '../../src/metadata/coins.ts';
import { embeddedMetadata } from '../../src/metadata/embedded.ts';
import { atomFeed, jsonFeed } from '../../src/metadata/feed.ts';
import { jsonLd, scholarlyArticle } from '../../src/metadata/json-ld.ts';
import { itemTypes, type Survey } from '../../src/model/index.ts';
import { toPlain } from '../../src/text/index.ts';
import { citedItem, references } from '../../src/references/index.ts';
import { searchRecords } from '../../src/search/build/record.ts';
import { factsInWords, seriesOf, typeInWords, viewOf } from '../../src/view/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { surveyJson, surveyWriters } from '../../src/writers/index.ts';
import { madeUpRecords, madeUpSurvey } from './made-up-records.ts';
import { difference, type Said, saidIn, saidOf, spelt, type Texts } from './said.ts';
import { firstDay, saidInAtom, saidInJsonFeed, yearsIn } from './said-on-pages.ts';

const COUNT = 200;
const records = madeUpRecords(COUNT);

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
  ['the shipped papers', () => getSurvey()],
  [`${COUNT} made-up records of every type`, async () => madeUpSurvey(records)],
];

describe('made-up records', () => {
  it('arrive as they were entered', () => {
    const made = madeUpSurvey(records);
    const survey = surveyJson(made);
    const said = new Map(
      made.works.map(({ citationKey, publication }) => [
        citationKey,
        factsInWords(publication, wordsFor('en')),
      ]),
    );
    const works = new Map(survey.works.map((work) => [work.citation_key, work]));
    expect(works.size).toBe(COUNT);
    expect(new Set(records.map(({ type }) => type))).toEqual(new Set(itemTypes));
    for (const { key, type, date, container, pages, authors, identifiers, facts } of records) {
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
      expect(work.publication.page ?? '', key).toBe(pages);
      expect(said.get(key), key).toEqual(expect.arrayContaining([...facts]));
    }
  });
});

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
        const found = difference(said, saidOf(published, place === 'BibTeX'));
        return found === undefined ? [] : [`${place} of ${published.citation_key}: ${found}`];
      });
    });
    expect(differences).toEqual([]);
  });

  it('every reference has the type, the year, the container and the first author', () => {
    for (const work of survey.works) {
      const { issued, containerTitle, type, isPreprint } = work.publication;
      expect(citedItem(work).type, work.citationKey).toBe(type);
      const year = issued?.iso.slice(0, 4);
      const [first] = work.fields.authors?.value.names ?? [];
      for (const { name, plain } of references(work)) {
        const where = `${name} of ${work.citationKey}: ${plain}`;
        const years = yearsIn(plain, [toPlain(work.title.value.rich), containerTitle ?? '']);
        expect(years, where).toEqual(year === undefined ? [] : [year]);
        if (!isPreprint) expect(plain, where).not.toContain('Preprint');
        // Some write titles large.
        const text = plain.toLowerCase();
        if (containerTitle) expect(text, where).toContain(containerTitle.toLowerCase());
        if (first) expect(text, where).toContain((first.family ?? first.literal).toLowerCase());
      }
    }
  });

  it('search shows and narrows by the same date, type, container and sources', () => {
    const view = viewOf(survey);
    const { papers } = searchRecords(survey);
    for (const [index, published] of surveyJson(survey).works.entries()) {
      const { issued, permalink, publication, sources } = published;
      const { text, values } = papers[index] ?? expect.unreachable(permalink);
      expect(text.permalink).toBe(permalink);
      expect(text.date, permalink).toBe(issued === null ? undefined : view.words.month(issued));
      expect(text.year, permalink).toBe(issued === null ? undefined : Number(issued.slice(0, 4)));
      expect(text.venue, permalink).toBe(publication.container_title ?? undefined);
      expect(values.year, permalink).toEqual(issued === null ? [] : [issued.slice(0, 4)]);
      expect(values.type, permalink).toEqual([typeInWords(publication, view.words)]);
      const container = publication.container_title;
      expect(values.venue, permalink).toEqual(container === null ? [] : [seriesOf(container)]);
      const seeds = new Set(sources.map(({ seed }) => seed));
      const labels = survey.seeds.filter(({ path }) => seeds.has(path)).map(({ label }) => label);
      expect(values.source.map((source) => source.split(': ').at(-1)).sort(), permalink).toEqual(
        labels.sort(),
      );
    }
  });

  it('lists stand in the order of the dates that are printed', () => {
    const dates = surveyJson(survey).works.map(({ issued }) => issued ?? '');
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  it('feeds have the same dates and authors', () => {
    const published = surveyJson(survey).works;
    for (let start = 0; start < survey.works.length; start += 100) {
      const works = survey.works.slice(start, start + 100);
      const channel = { title: 'T', description: 'D', path: '/', works };
      const json = saidInJsonFeed(jsonFeed(channel, survey.site));
      const atom = saidInAtom(atomFeed(channel, survey.site));
      for (const { permalink, url, issued, authors, title } of published.slice(
        start,
        start + 100,
      )) {
        const expected = {
          date: firstDay(issued ?? ''),
          authors: authors.map(({ literal }) => spelt(literal)),
        };
        expect(json.get(url), permalink).toEqual({ title: title.plain, ...expected });
        expect(atom.get(url), permalink).toMatchObject(expected);
      }
    }
  });
});

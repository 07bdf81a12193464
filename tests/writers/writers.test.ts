import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Correction,
  publishedSurveySchema,
  siteSchema,
  type Survey,
} from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import {
  bibtex,
  cslJson,
  jsonLines,
  ris,
  surveyJson,
  surveyJsonSchema,
  writers,
} from '../../src/writers/index.ts';

const abstract =
  'We propose $R^{4}$ec, a framework that reasons, reflects and refines. It is 46\\% faster than its baselines and 10 % smaller, and it costs $5 & less.';

let survey: Survey;
beforeAll(() => {
  const bytes = new TextEncoder().encode(
    `${abstract}\nAccepted\narXiv:2507.17249 - doi: 10.1145/1\n`,
  );
  const correction: Correction = {
    match: { arxiv: '2507.17249' },
    set: {
      title: '$R^{4}$ec: LLMs of the Future & KAN-AD',
      authors: ['Hao Gu', 'Ludwig van Beethoven', 'Ilse Müller', '王小明'],
      date: '2025-07-23',
      categories: ['cs.IR'],
      venue: 'RecSys 2025',
    },
    reason: 'The page prints no titles.',
    evidence: ['https://example.org/'],
    file: 'corrections/x.yaml',
    line: 1,
  };
  survey = buildSurvey({
    site: siteSchema.parse({ url: 'https://example.org/survey/' }),
    seeds: [{ path: 'a.txt', bytes }],
    themes: [],
    corrections: [correction],
    permalinks: { version: 1, permalinks: [] },
  });
  expect(survey.works).toHaveLength(1);
});

describe('BibTeX', () => {
  it('is what arXiv gives, with capitals and math kept, special characters escaped and nothing made up', () => {
    expect(bibtex.write(survey.works, survey)).toMatchInlineSnapshot(`
      "@inproceedings{gu2025r4ec,
        title         = {{$R^{4}$}ec: {LLMs} of the Future \\& {KAN-AD}},
        author        = {Gu, Hao and van Beethoven, Ludwig and Müller, Ilse and {WangXiaoMing}},
        booktitle     = {RecSys 2025},
        year          = {2025},
        eprint        = {2507.17249},
        eprinttype    = {arXiv},
        archivePrefix = {arXiv},
        primaryClass  = {cs.IR},
        doi           = {10.1145/1},
        url           = {https://arxiv.org/abs/2507.17249},
        abstract      = {We propose $R^{4}$ec, a framework that reasons, reflects and refines. It is 46\\% faster than its baselines and 10 \\% smaller, and it costs \\$5 \\& less.},
      }
      "
    `);
  });
});

describe('CSL-JSON', () => {
  it('holds the title in Unicode with its marks, names in parts, and the date as precise as known', () => {
    const [item] = JSON.parse(cslJson.write(survey.works, survey));
    expect(item).toMatchObject({
      id: 'gu2025r4ec',
      type: 'paper-conference',
      'container-title': 'RecSys 2025',
      title: 'R<sup>4</sup>ec: LLMs of the Future & KAN-AD',
      author: [
        { family: 'Gu', given: 'Hao' },
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { family: 'Müller', given: 'Ilse' },
        { literal: '王小明' },
      ],
      issued: { 'date-parts': [[2025]] },
      submitted: { 'date-parts': [[2025, 7, 23]] },
      DOI: '10.1145/1',
      note: 'arXiv:2507.17249 [cs.IR]',
    });
  });
});

describe('RIS', () => {
  it('reads back with title, all authors in order, date, DOI and abstract', () => {
    const text = ris.write(survey.works, survey);
    for (const line of ['AU  - Gu, Hao', 'AU  - Müller, Ilse', 'DO  - 10.1145/1', 'ER  -']) {
      expect(text).toContain(line);
    }
    expect(text.indexOf('Gu, Hao')).toBeLessThan(text.indexOf('Müller, Ilse'));
    expect(text).toMatch(/^(TI|T1) {2}- R⁴ec: LLMs/m);
    expect(text).toMatch(/^(AB|N2) {2}- We propose R⁴ec/m);
  });
});

describe('survey.json', () => {
  const ofBibliography = (text: string) =>
    buildSurvey({
      site: siteSchema.parse({ url: 'https://example.org/' }),
      seeds: [{ path: 'a.bib', bytes: new TextEncoder().encode(text) }],
      themes: [],
      corrections: [],
      permalinks: { version: 1, permalinks: [] },
    });

  it('obeys it where braces of BibTeX keep capitals', () => {
    const seed =
      '@article{a, title = {Walks of {Ann} in {Basel}}, author = {Lee, Ann}, year = 2024}\n';
    const made = ofBibliography(seed);
    expect(publishedSurveySchema.safeParse(surveyJson(made)).error).toBeUndefined();
  });

  it('obeys its own schema and keeps every field, origin and line', () => {
    const published = publishedSurveySchema.parse(JSON.parse(JSON.stringify(surveyJson(survey))));
    expect(published.flow).toEqual({
      records: 1,
      duplicates: 0,
      incomplete: 0,
      excluded: 0,
      included: 1,
    });
    expect(published.works[0]).toMatchObject({
      permalink: 'arxiv-2507.17249',
      title_origin: 'correction',
      title: { plain: 'R⁴ec: LLMs of the Future & KAN-AD' },
      issued: '2025',
      sources: [{ seed: 'a.txt', lines: [1, 3] }],
    });
    expect(published.seeds[0]?.records[0]?.work).toBe('arxiv-2507.17249');
  });

  it('says what a work is more closely, who translated it, and its chapter, length and event', () => {
    const seed = `@movie{a, title = {Reeds in Winter}, author = {Lee, Ann}, year = 2024}
@book{b, title = {Moss}, author = {Fox, Bo}, translator = {Rush, Ida}, pagetotal = {312}, year = 2023}
@incollection{c, title = {Snails}, author = {Moss, Cy}, booktitle = {Pond Life}, chapter = {4},
  eventdate = {2018-05-02/2018-05-04}, year = 2018}
`;
    const made = ofBibliography(seed);
    const { works } = publishedSurveySchema.parse(JSON.parse(JSON.stringify(surveyJson(made))));
    const said = new Map(
      works.map(({ citation_key, publication, observations }) => [
        citation_key,
        { publication, fields: observations.map(({ field }) => field) },
      ]),
    );
    expect(said.get('a')).toMatchObject({ publication: { type: 'document', kind: 'film' } });
    expect(said.get('b')).toMatchObject({
      publication: { translators: [{ given: 'Ida', family: 'Rush' }], page_count: '312' },
      fields: expect.arrayContaining(['translators', 'numberOfPages']),
    });
    expect(said.get('c')).toMatchObject({
      publication: { chapter: '4', event_date: '2018-05-02/2018-05-04' },
      fields: expect.arrayContaining(['chapterNumber', 'eventDate']),
    });
    expect(said.get('c')?.publication).not.toHaveProperty('translators');
  });

  it('has a JSON Schema that names its draft', () => {
    expect(surveyJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    });
  });
});

describe('JSON Lines', () => {
  it('is one object a line', () => {
    const lines = jsonLines.write(survey.works, survey).split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ permalink: 'arxiv-2507.17249' });
  });
});

describe('every writer', () => {
  it('has a name, extension and media type of its own and writes an empty survey', () => {
    expect(new Set(writers.map(({ format }) => format)).size).toBe(writers.length);
    expect(new Set(writers.map(({ extension }) => extension)).size).toBe(writers.length);
    for (const writer of writers) {
      expect(writer.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      expect(() => writer.write([], survey)).not.toThrow();
    }
  });
});

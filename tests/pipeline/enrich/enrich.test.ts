import { describe, expect, it } from 'vitest';
import { siteSchema, type Survey } from '../../../src/model/index.ts';
import {
  Answers,
  buildSurvey,
  enrich,
  type FoundRecord,
  foundInAtom,
  type Lookup,
  services,
} from '../../../src/pipeline/index.ts';
import { emptyLedger } from '../make.ts';

function surveyOf(...entries: string[]): Survey {
  const bytes = new TextEncoder().encode(entries.join('\n'));
  return buildSurvey({
    site: siteSchema.parse({}),
    seeds: [{ path: 'list.bib', bytes }],
    themes: [],
    corrections: [],
    permalinks: emptyLedger,
  });
}

/** What is asked of a survey, and what is taken of one record that answers every question. */
function ask(survey: Survey, options: Partial<Parameters<typeof enrich>[3]> = {}) {
  return enrich(survey, survey, new Answers(), { services, published: false, ...options }).open;
}

function offer(survey: Survey, record: Partial<FoundRecord>, published = false) {
  const answers = new Answers();
  const options = { services, published };
  for (;;) {
    const { open, corrections, messages } = enrich(survey, survey, answers, options);
    if (open.length === 0)
      return {
        set: corrections.map(({ set }) => set),
        codes: messages.map(({ code }) => code),
        messages,
      };
    for (const lookup of open) answers.add(lookup, [recordFor(lookup, record)]);
  }
}

function recordFor(lookup: Lookup, record: Partial<FoundRecord>): FoundRecord {
  const scheme = lookup.service === 'arxiv' ? ('arxiv' as const) : ('doi' as const);
  const own = lookup.by === 'identifier' ? [{ scheme, value: lookup.value }] : [];
  return {
    service: lookup.service,
    url: 'https://example.org/',
    identifiers: own,
    authors: [],
    details: {},
    preprint: false,
    ...record,
  };
}

const words = 'We walk through all of the woods and count each of the trees that we meet there.';

describe('what is asked', () => {
  it.each<[string, string, Lookup[]]>([
    [
      'nothing of a preprint with title, authors and date',
      '@misc{a, eprint = {2501.00001}, archiveprefix = {arXiv}, title = {Walks}, author = {Lee, Ann}, year = 2025}',
      [],
    ],
    [
      'the record of an arXiv identifier before the title',
      '@misc{a, eprint = {2501.00001}, archiveprefix = {arXiv}, title = {Walks}, year = 2025}',
      [{ service: 'arxiv', by: 'identifier', value: '2501.00001' }],
    ],
    [
      'the record of a DOI that has no venue',
      '@misc{a, doi = {10.1145/1.2}, title = {Walks}, author = {Lee, Ann}, year = 2025}',
      [{ service: 'crossref', by: 'identifier', value: '10.1145/1.2' }],
    ],
    [
      'arXiv first for a paper without identifier',
      '@misc{a, title = {Walks}, author = {Lee, Ann}, year = 2025}',
      [{ service: 'arxiv', by: 'title', value: 'Walks' }],
    ],
    ['nothing under a title that was only inferred', `@misc{a, abstract = {${words}}}`, []],
  ])('is %s', (_, entry, lookups) => {
    expect(ask(surveyOf(entry))).toEqual(lookups);
  });

  it('is whether a preprint was published only when that is wanted', () => {
    const survey = surveyOf(
      '@misc{a, eprint = {2501.00001}, archiveprefix = {arXiv}, title = {Walks}, author = {Lee, Ann}, year = 2025}',
    );
    expect(ask(survey, { published: true })).toEqual([
      { service: 'arxiv', by: 'identifier', value: '2501.00001' },
    ]);
    expect(ask(survey, { published: true, services: ['crossref'] })).toEqual([
      { service: 'crossref', by: 'title', value: 'Walks' },
    ]);
  });

  it('is not put twice for two papers that a correction could not tell apart; both are reported', () => {
    const survey = surveyOf(
      '@misc{a, title = {Walks}, abstract = {One text about walks that are long and hard to take.}}',
      '@misc{b, title = {Walks}, abstract = {Quite another matter, with ropes, and nobody walks at all.}}',
    );
    expect(survey.works).toHaveLength(2);
    expect(ask(survey)).toEqual([]);
    expect(offer(survey, { title: 'Walks' }).codes).toEqual([
      'paper-not-looked-up',
      'paper-not-looked-up',
    ]);
  });
});

describe('a record with the title', () => {
  const record = {
    title: 'WALKS in R4',
    identifiers: [{ scheme: 'arxiv' as const, value: '2501.00001' }],
  };

  it.each<[string, string, Partial<FoundRecord>]>([
    ['an author', 'author = {van Dyk, Bo and others}', { authors: ['B. Van Dyk', 'Ann Lee'] }],
    ['an author whose name has accents', 'author = {Muller, Jose}', { authors: ['José Müller'] }],
    ['part of a family name', 'author = {Márquez, Gabriel}', { authors: ['García Márquez, G.'] }],
    ['the year', 'year = 2024', { date: '2024-05-06' }],
    ['the abstract', `abstract = {${words}}`, { abstract: words.toUpperCase() }],
  ])('is taken when %s agrees', (_, field, found) => {
    const survey = surveyOf(`@misc{a, title = {Walks in $R^4$}, ${field}}`);
    expect(offer(survey, { ...record, ...found }).set).toMatchObject([{ arxiv: '2501.00001' }]);
  });

  it.each<[string, string, Partial<FoundRecord>]>([
    ['other authors', 'author = {Lee, Ann}, year = 2024', { authors: ['Bo Fox'], date: '2024' }],
    ['another year and nothing else', 'year = 2024', { date: '2023-12-31' }],
    ['nothing that could be compared', 'note = {x}', { authors: ['Bo Fox'], date: '2024' }],
    ['a longer title', 'year = 2024', { title: 'Walks in R4 and beyond', date: '2024' }],
  ])('is not taken with %s', (_, field, found) => {
    const survey = surveyOf(`@misc{a, title = {Walks in $R^4$}, ${field}}`);
    expect(offer(survey, { ...record, ...found })).toMatchObject({
      set: [],
      codes: expect.arrayContaining(['candidate-not-taken']),
    });
  });

  it('but for its subtitle is taken', () => {
    const survey = surveyOf('@misc{a, title = {Walks}, author = {Lee, Ann}}');
    const found = { title: 'Walks: A Study', shortTitle: 'Walks', authors: ['Ann Lee'] };
    expect(offer(survey, { ...record, ...found }).set).toMatchObject([{ arxiv: '2501.00001' }]);
  });
});

describe('the record of an identifier', () => {
  const entry = (more: string) =>
    surveyOf(`@misc{a, eprint = {2501.00001}, archiveprefix = {arXiv}, ${more}}`);

  it.each<[string, string, Partial<FoundRecord>, RegExp]>([
    [
      'another title',
      'title = {Walks}',
      { title: 'Swims' },
      /title “Swims”.*“Walks” \(seeds\/list\.bib:1\)/,
    ],
    [
      'other authors',
      'title = {Walks}, author = {Lee, Ann and others}',
      { title: 'Walks', authors: ['Bo Fox'] },
      /authors “Bo Fox”.*“Lee, Ann”/,
    ],
    [
      'another DOI',
      'title = {Walks}, doi = {10.1145/1.2}',
      { title: 'Walks', identifiers: [{ scheme: 'doi', value: '10.1145/9.9' }] },
      /DOI 10\.1145\/9\.9.*10\.1145\/1\.2/,
    ],
  ])('with %s gives nothing and is reported', (_, more, found, text) => {
    const { set, messages } = offer(entry(more), { date: '2025', ...found });
    expect(set).toEqual([]);
    expect(messages.find(({ code }) => code === 'record-contradicts')?.text).toMatch(text);
  });

  it('gives what is missing and leaves what is stated alone', () => {
    const found = {
      title: 'Walks',
      authors: ['Ann Lee', 'Bo Fox'],
      date: '2025-01-02',
      identifiers: [
        { scheme: 'arxiv' as const, value: '2501.00001' },
        { scheme: 'doi' as const, value: '10.1145/1.2' },
      ],
      venue: 'Paths',
    };
    expect(
      offer(entry('title = {Walks}, author = {Lee, Ann and others}, year = 2024'), found).set,
    ).toEqual([{ authors: ['Ann Lee', 'Bo Fox'], doi: '10.1145/1.2', venue: 'Paths' }]);
  });

  it('has authors that are not taken when the survey counts others, or names one that is not among them', () => {
    const authors = ['Ann Lee', 'Cy Dee', 'Di Ray'];
    const found = { title: 'Walks', authors, date: '2025' };
    const named = offer(
      entry('title = {Walks}, author = {Lee, Ann and Fox, Bo and others}'),
      found,
    );
    expect(named).toMatchObject({ set: [{ date: '2025' }], codes: ['record-contradicts'] });
    const complete = offer(entry('title = {Walks}, author = {Lee, Ann and others}'), found);
    expect(complete).toMatchObject({ set: [{ authors, date: '2025' }], codes: [] });
  });

  it('of a date far from the stated one gives the rest, and the date is reported', () => {
    const { set, codes } = offer(entry('title = {Walks}, year = 2020'), {
      title: 'Walks',
      authors: ['Ann Lee'],
      date: '2025-01-02',
    });
    expect(set).toEqual([{ authors: ['Ann Lee'] }]);
    expect(codes).toEqual(['record-contradicts']);
  });
});

describe('the entries of a feed', () => {
  const feed = (entry: string) =>
    `<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query</title>${entry}</feed>`;

  it('are papers with identifiers of either form, versions left out', () => {
    const [found] = foundInAtom(
      feed(
        '<entry><id>http://arxiv.org/abs/math/0309136v2</id><title>Knots &amp;\n  $\\alpha$</title><published>2003-09-08T17:59:37Z</published><summary>Text.</summary><author><name>Bro&#x148;a Tarn</name></author></entry>',
      ),
    );
    expect(found).toMatchObject({
      url: 'https://arxiv.org/abs/math/0309136',
      identifiers: [{ scheme: 'arxiv', value: 'math/0309136' }],
      title: 'Knots & $\\alpha$',
      authors: ['Broňa Tarn'],
      date: '2003-09-08',
    });
  });

  it.each([
    ['none', ''],
    [
      'an error',
      '<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1</id><title>Error</title><summary>incorrect id format for 1</summary></entry>',
    ],
    [
      'an entry that holds nothing but an identifier',
      '<entry><id>http://arxiv.org/abs/2501.00009</id></entry>',
    ],
  ])('give no paper: %s', (_, entry) => {
    expect(foundInAtom(feed(entry))).toEqual([]);
  });
});

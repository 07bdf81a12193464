// @module-tag exports-whole
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Name, Survey, Work } from '../../src/model/index.ts';
import { toHtml, toPlain } from '../../src/text/index.ts';
import {
  biblatex,
  bibtex,
  cslJson,
  csv,
  endNoteXml,
  enw,
  jsonLines,
  ris,
  surveyJson,
  type Writer,
} from '../../src/writers/index.ts';
import { read } from './read.ts';

/** A name by its parts; of one without parts what is printed. */
const partsOf = ({ literal, ...parts }: Name) => (parts.family ? parts : { literal });

/** All that exports say of a work. */
function factsOf(work: Work): Record<string, unknown> {
  const { publication, fields } = work;
  const { issued, editors, translators, ...printed } = publication;
  return {
    ...printed,
    key: work.citationKey,
    title: toPlain(work.title.value.rich),
    authors: (fields.authors?.value.names ?? []).map(partsOf),
    more: fields.authors?.value.more ?? false,
    editors: editors.map(partsOf),
    translators: translators?.map(partsOf),
    issued: issued?.iso,
    abstract: fields.abstract && toPlain(fields.abstract.value.rich),
    identifiers: work.identifiers.map(({ value }) => `${value.scheme}:${value.value}`),
    keywords: work.keywords.map(({ value }) => value.value),
    note: fields.note?.value,
  };
}

/** A file that a survey publishes. */
interface Format {
  label: string;
  extension: string;
  write: (survey: Survey) => string;
  /** What it has no field for. */
  lacks: string[];
  /** The types that it calls by the name of others. */
  called?: Record<string, string>;
}

const written = (
  { label, extension, write }: Writer,
  lacks: string[] = [],
  called: Record<string, string> = {},
): Format => ({
  label,
  extension,
  lacks,
  called,
  write: (survey) => write(survey.works, survey),
});

const formats: Format[] = [
  written(bibtex, ['posted']),
  written(biblatex, ['posted']),
  written(cslJson),
  written(jsonLines),
  {
    label: 'the survey file',
    extension: 'json',
    lacks: [],
    write: (survey) => JSON.stringify(surveyJson(survey), null, 1),
  },
  written(
    csv,
    [
      'kind',
      'containerTitleShort',
      'collectionTitle',
      'publisherPlace',
      'edition',
      'event',
      'eventDate',
      'chapterNumber',
      'numberOfPages',
      'translators',
      'genre',
      'version',
      'status',
    ],
    { review: 'article-journal' },
  ),
  written(ris, ['posted', 'status', 'eventDate'], { review: 'article-journal' }),
  ...[enw, endNoteXml].map((writer) =>
    written(writer, ['posted', 'status', 'event', 'eventDate'], {
      review: 'article-journal',
      speech: 'document',
    }),
  ),
];

const word = fc.constantFrom(
  ...'Hedge Pond Clover Moss Über Żuk Snail Reed Gardener’s ‘Wet’ “Sand” ‹Dry› Moss–Reed 5‰'.split(
    ' ',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const number = fc.integer({ min: 1, max: 400 }).map(String);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const person = fc.oneof(
  fc.record(
    {
      given: fc.constantFrom('Ada', 'J. M.', 'Søren'),
      family: fc.constantFrom('Quill', 'O’Hara', 'Żuk-Kos', 'Núñez', 'Nguyễn'),
      'non-dropping-particle': fc.constantFrom('van', 'de la'),
      suffix: fc.constantFrom('Jr.', 'III'),
    },
    { requiredKeys: ['given', 'family'] },
  ),
  fc.constantFrom({ literal: 'Garden Survey Team' }, { literal: 'OpenPonds' }),
);

const day = fc.constantFrom([2019], [2019, 6], [2020, 11, 7]);
const pages = fc.constantFrom('101–119', 'S7–S15', 'xi');

/** Where works of a type stand, and what else only they have. */
const KINDS: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  'article-journal': periodical(),
  'article-magazine': periodical(),
  'article-newspaper': periodical(),
  review: periodical(),
  'paper-conference': {
    ...inBook(),
    'event-title': optional(words.map((name) => `Meeting on ${name}`)),
    'event-date': optional(
      fc
        .constantFrom(
          [[2019, 6, 2]],
          [
            [2019, 6, 2],
            [2019, 6, 4],
          ],
        )
        .map((parts) => ({ 'date-parts': parts })),
    ),
  },
  chapter: { ...inBook(), 'chapter-number': optional(number) },
  'entry-encyclopedia': inBook(),
  'entry-dictionary': inBook(),
  book: {
    ...house(),
    edition: optional(number),
    ISBN: optional(fc.constant('978-3-16-148410-0')),
    'number-of-pages': optional(number),
    translator: optional(fc.array(person, { minLength: 1, maxLength: 2 })),
  },
  thesis: {
    publisher: words.map((name) => `University of ${name}`),
    genre: fc.constant('PhD thesis'),
  },
  report: { publisher: words.map((name) => `Institute of ${name}`), number: optional(number) },
  dataset: { ...house(), version: optional(fc.constantFrom('2.1', '3')) },
  software: { ...house(), version: optional(fc.constantFrom('2.1', '3')) },
  patent: { number: number.map((each) => `GB${each}`) },
  manuscript: {},
  webpage: {},
  'post-weblog': {},
  speech: {},
  standard: {
    publisher: words.map((name) => `Institute of ${name}`),
    number: number.map((each) => `EN ${each}`),
  },
  document: {},
  article: {
    number: fc.constantFrom('arXiv:2406.10001', 'arXiv:2406.10002', undefined),
    publisher: fc.constantFrom('bioRxiv', 'PsyArXiv', undefined),
  },
};

function periodical() {
  return {
    'container-title': words.map((name) => `Annals of ${name}`),
    'container-title-short': optional(words.map((name) => `Ann. ${name}`)),
    volume: optional(number),
    issue: optional(number),
    page: optional(pages),
    ISSN: optional(fc.constant('1234-5679')),
    submitted: optional(fc.constant({ 'date-parts': [[2018, 3, 9]] })),
    status: optional(fc.constant('in press')),
  };
}

function house() {
  return {
    publisher: words.map((name) => `${name} House`),
    'publisher-place': optional(fc.constant('Ghent')),
  };
}

function inBook() {
  return {
    ...house(),
    'container-title': words.map((name) => `Handbook of ${name}`),
    'container-title-short': optional(words.map((name) => `Handb. ${name}`)),
    'collection-title': optional(words.map((name) => `Notes on ${name}`)),
    editor: optional(fc.array(person, { minLength: 1, maxLength: 2 })),
    page: optional(pages),
  };
}

const item = fc.constantFrom(...Object.keys(KINDS)).chain((type) =>
  fc.record({
    ...KINDS[type],
    type: fc.constant(type),
    title: words,
    author: fc.array(person, { minLength: 1, maxLength: 3 }),
    issued: optional(day.map((parts) => ({ 'date-parts': [parts] }))),
    DOI: optional(fc.constant('')),
    abstract: optional(
      fc.constant('We count 100 % of the hedges & ditches; the “garden” is left.'),
    ),
    keyword: optional(fc.constantFrom('clover, wet sand', 'Learning, Machine;', 'ε-nets')),
    language: optional(fc.constant('en')),
    note: optional(fc.constant('Draft of a talk')),
  }),
);

/** Items of a library with keys, titles and DOIs of their own. */
const library = fc.array(item, { minLength: 30, maxLength: 30 }).map((items) =>
  items.map(({ DOI, title, ...rest }, index) => ({
    ...rest,
    // As ADS has its keys by turns.
    id: index % 2 === 0 ? `key${index}:${rest.type.slice(0, 4)}` : `2019A&A...${index}P`,
    title: `${title} counted ${index + 1} times`,
    ...(DOI === undefined ? {} : { DOI: `10.5555/made-up.${index}` }),
    ...('number' in rest && typeof rest.number === 'string' && rest.number.startsWith('arXiv')
      ? {
          number: `arXiv:2406.1${String(index).padStart(4, '0')}`,
          ...(DOI === undefined
            ? {}
            : { DOI: `10.48550/arXiv.2406.1${String(index).padStart(4, '0')}` }),
        }
      : {}),
  })),
);

describe('records of every type', () => {
  it.each(formats)(
    'are the same after they are written as $label and read again, key and type included',
    ({ extension, write, lacks, called = {} }) => {
      fc.assert(
        fc.property(library, (items) => {
          const survey = read('library.json', JSON.stringify(items));
          expect(survey.works).toHaveLength(items.length);
          const again = read(`works.${extension}`, write(survey));
          const held = (work: Work) => {
            const facts = factsOf(work);
            for (const name of lacks) delete facts[name];
            return { ...facts, type: called[work.publication.type] ?? work.publication.type };
          };
          const byKey = new Map(again.works.map((work) => [work.citationKey, held(work)]));
          for (const work of survey.works) expect(byKey.get(work.citationKey)).toEqual(held(work));
        }),
        { numRuns: 3, endOnFailure: true },
      );
    },
  );
});

const small = '<span style="font-variant:small-caps;">Ghent</span>';
const marks = fc.constantFrom(
  ...[
    '<i>Canis lupus</i>',
    'H<sub>2</sub>O',
    'x<sup>n+1</sup>',
    '<b>Pond</b>',
    small,
    'Moss & Reed',
  ],
);

describe('marks of a title', () => {
  it.each([bibtex, biblatex, cslJson, endNoteXml])(
    'are the same after they are written as $label and read again',
    (writer) => {
      // EndNote has no small capitals.
      const held = (title: string) => (writer === endNoteXml ? title.replaceAll(small, '') : title);
      const titles = fc.array(fc.array(marks, { minLength: 1, maxLength: 5 }), { minLength: 5 });
      fc.assert(
        fc.property(titles, (all) => {
          const items = all.map((title, index) => ({
            id: `key${index}`,
            type: 'article-journal',
            author: [{ family: 'Quill', given: 'Ada' }],
            issued: { 'date-parts': [[2019]] },
            title: held(`${title.join(' and ')} counted ${index + 1} times`),
          }));
          const survey = read('library.json', JSON.stringify(items));
          const again = read(`works.${writer.extension}`, writer.write(survey.works, survey));
          const set = ({ works }: typeof survey) =>
            new Map(works.map((work) => [work.citationKey, toHtml(work.title.value.rich)]));
          expect(set(survey).size).toBe(items.length);
          expect(set(again)).toEqual(set(survey));
        }),
        { numRuns: 3 },
      );
    },
  );
});

const entries = `${import.meta.dirname}/../readers/bibtex`;

describe('entries of other programs', () => {
  it.each(readdirSync(entries))(
    'in “%s” are the same after they are written as BibTeX and biblatex',
    (folder) => {
      const survey = read('theirs.bib', readFileSync(`${entries}/${folder}/seed.txt`, 'utf8'));
      for (const writer of [bibtex, biblatex]) {
        const again = read(`ours.${writer.extension}`, writer.write(survey.works, survey));
        const held = (work: Work) => {
          const { posted: _, kind, keywords, identifiers, ...facts } = factsOf(work);
          const [address, ...others] = z
            .array(z.string())
            .parse(identifiers)
            .sort((a, b) => Number(b.startsWith('url:')) - Number(a.startsWith('url:')));
          return {
            ...facts,
            // BibTeX has types for fewer kinds.
            kind: writer === biblatex ? kind : undefined,
            // Of several addresses an entry has the first; a word that is filed in two ways stands once.
            identifiers: [address, ...others.filter((each) => !each.startsWith('url:'))],
            keywords: new Set(z.array(z.string()).parse(keywords)),
          };
        };
        const byKey = new Map(again.works.map((work) => [work.citationKey, held(work)]));
        for (const work of survey.works) expect(byKey.get(work.citationKey)).toEqual(held(work));
      }
    },
  );
});

/** A line of PubMed's format, broken where it is long: six blanks go on. */
function pubmedLine(tag: string, value: string): string {
  const lines = value.match(/.{1,70}(?: |$)|\S+/gu) ?? [];
  return `${tag.padEnd(4)}- ${lines.map((line) => line.trim()).join('\n      ')}\n`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What a record of PubMed states, tag by tag, and what a survey has to say of it. */
const pubmedRecord = fc.record(
  {
    title: words,
    authors: fc.array(
      fc.record(
        {
          given: fc.constantFrom('Ada', 'J M', 'Søren', 'Jean-Pierre'),
          family: fc.constantFrom('Quill', "O'Hara", 'Żuk-Kos', 'García López'),
          particle: fc.constantFrom('van', 'de la'),
          suffix: fc.constantFrom('Jr', '3rd'),
        },
        { requiredKeys: ['given', 'family'] },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    group: fc.constant('Garden Study Group'),
    journal: words.map((name) => `Annals of ${name}`),
    short: words.map((name) => `Ann ${name}`),
    volume: number,
    issue: number,
    page: fc.constantFrom('101-119', 'S7-S15', '716-26', 'e12'),
    year: fc.integer({ min: 1950, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    language: fc.constantFrom('eng', 'ger'),
    place: fc.constantFrom('Netherlands', 'England'),
    doiTag: fc.constantFrom('LID', 'AID'),
    headings: fc.array(words, { maxLength: 3 }),
    keywords: fc.array(words, { maxLength: 3 }),
    abstract: fc
      .array(words, { minLength: 5, maxLength: 60 })
      .map((all) => `BACKGROUND: ${all.join(' ')}. RESULTS: None.`),
  },
  { requiredKeys: ['title', 'authors', 'journal', 'year', 'headings', 'keywords'] },
);

describe('records of PubMed', () => {
  it('arrive whole, whatever of them is stated and wherever lines are broken', () => {
    const records = fc.array(pubmedRecord, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(records, (stated) => {
        const text = stated.map((record, index) => {
          const { authors, year, month, day } = record;
          const date = [year, month && months[month - 1], month && day].filter(Boolean).join(' ');
          const lines: [string, string | undefined][] = [
            ['PMID', `${31_000_000 + index}`],
            ['OWN', 'NLM'],
            ['IS', '1234-5679 (Electronic)'],
            ['VI', record.volume],
            ['IP', record.issue],
            ['DP', date],
            ['TI', `${record.title} seen ${index} times.`],
            ['PG', record.page],
            [record.doiTag ?? 'LID', record.doiTag && `10.5555/pm.${index} [doi]`],
            ['LID', `S0000(${index}) [pii]`],
            ['AB', record.abstract],
            ...authors.flatMap(({ given, family, particle, suffix }): [string, string][] => {
              const last = [particle, family].filter(Boolean).join(' ');
              const first = [given, suffix].filter(Boolean).join(' ');
              return [
                ['FAU', `${last}, ${first}`],
                ['AU', `${last} ${given.slice(0, 1)}`],
                ['AD', 'Department of Hedges.'],
              ];
            }),
            ['CN', record.group],
            ['LA', record.language],
            ['PT', 'Journal Article'],
            ['PL', record.place],
            ['TA', record.short],
            ['JT', record.journal],
            ...record.headings.map((word): [string, string] => ['MH', `*${word}`]),
            ...record.keywords.map((word): [string, string] => ['OT', word]),
          ];
          return lines
            .flatMap(([tag, value]) => (value === undefined ? [] : pubmedLine(tag, value)))
            .join('');
        });
        const survey = read('found.nbib', `\n${text.join('\n')}`);
        const byNumber = new Map(
          survey.works.map((work) => [work.identifiers.at(-1)?.value.value, work]),
        );
        for (const [index, record] of stated.entries()) {
          const work = byNumber.get(`${31_000_000 + index}`);
          if (work === undefined) throw new Error(`record ${index} was not read`);
          const { year, month, day } = record;
          const two = (part: number | undefined) => part && String(part).padStart(2, '0');
          const { key: _, keywords, ...facts } = factsOf(work);
          expect(facts).toEqual({
            type: 'article-journal',
            isPreprint: false,
            title: `${record.title} seen ${index} times`,
            authors: [
              ...record.authors,
              ...(record.group === undefined ? [] : [{ literal: record.group }]),
            ],
            more: false,
            editors: [],
            issued: [year, two(month), month && two(day)].filter(Boolean).join('-'),
            containerTitle: record.journal,
            containerTitleShort: record.short,
            volume: record.volume,
            issue: record.issue,
            page: record.page?.replace('-', '–'),
            language: record.language,
            publisherPlace: record.place,
            issn: '1234-5679',
            abstract: record.abstract,
            identifiers: [
              ...(record.doiTag === undefined ? [] : [`doi:10.5555/pm.${index}`]),
              `pmid:${31_000_000 + index}`,
            ],
            note: undefined,
          });
          const filed = z.array(z.string()).parse(keywords);
          for (const word of [...record.headings, ...record.keywords])
            expect(filed).toContain(word);
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

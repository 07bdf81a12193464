// @module-tag exports-whole
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Name, type Survey, siteSchema, type Work } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { toPlain } from '../../src/text/index.ts';
import {
  biblatex,
  bibtex,
  cslJson,
  endNoteXml,
  enw,
  ris,
  type Writer,
} from '../../src/writers/index.ts';

function read(path: string, text: string): Survey {
  return buildSurvey({
    site: siteSchema.parse({ url: 'https://example.org/survey/' }),
    seeds: [{ path, bytes: new TextEncoder().encode(text) }],
    themes: [],
    corrections: [],
    permalinks: { version: 1, permalinks: [] },
  });
}

/** A name by its parts; of one without parts what is printed. */
const partsOf = ({ literal, ...parts }: Name) => (parts.family ? parts : { literal });

/** All that exports say of a work. */
function factsOf(work: Work): Record<string, unknown> {
  const { publication, fields } = work;
  const { issued, editors, ...printed } = publication;
  return {
    ...printed,
    key: work.citationKey,
    title: toPlain(work.title.value.rich),
    authors: (fields.authors?.value.names ?? []).map(partsOf),
    more: fields.authors?.value.more ?? false,
    editors: editors.map(partsOf),
    issued: issued?.iso,
    abstract: fields.abstract && toPlain(fields.abstract.value.rich),
    identifiers: work.identifiers.map(({ value }) => `${value.scheme}:${value.value}`),
    keywords: work.keywords.map(({ value }) => value.value),
    note: fields.note?.value,
  };
}

/** Each format, with what it has no field for, and the types that it calls by the name of others. */
const formats: { writer: Writer; lacks: string[]; called?: Record<string, string> }[] = [
  { writer: bibtex, lacks: ['posted'] },
  { writer: biblatex, lacks: ['posted'] },
  { writer: cslJson, lacks: [] },
  {
    writer: ris,
    lacks: ['posted', 'status'],
    called: { review: 'article-journal' },
  },
  ...[enw, endNoteXml].map((writer) => ({
    writer,
    lacks: ['posted', 'status', 'event'],
    called: { review: 'article-journal', speech: 'document' },
  })),
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
  },
  chapter: inBook(),
  'entry-encyclopedia': inBook(),
  'entry-dictionary': inBook(),
  book: { ...house(), edition: optional(number), ISBN: optional(fc.constant('978-3-16-148410-0')) },
  thesis: {
    publisher: words.map((name) => `University of ${name}`),
    genre: fc.constant('PhD thesis'),
  },
  report: { publisher: words.map((name) => `Institute of ${name}`), number: optional(number) },
  dataset: house(),
  software: { ...house(), version: optional(fc.constantFrom('2.1', '3')) },
  patent: { number: number.map((each) => `GB${each}`) },
  manuscript: {},
  webpage: {},
  'post-weblog': {},
  speech: {},
  standard: {},
  document: {},
  article: { number: fc.constantFrom('arXiv:2406.10001', 'arXiv:2406.10002', undefined) },
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
    id: `key${index}:${rest.type.slice(0, 4)}`,
    title: `${title} counted ${index + 1} times`,
    ...(DOI === undefined ? {} : { DOI: `10.5555/made-up.${index}` }),
    ...('number' in rest && typeof rest.number === 'string' && rest.number.startsWith('arXiv')
      ? { number: `arXiv:2406.1${String(index).padStart(4, '0')}` }
      : {}),
  })),
);

describe('records of every type', () => {
  it.each(formats)(
    'are the same after they are written as $writer.label and read again, key and type included',
    ({ writer, lacks, called = {} }) => {
      fc.assert(
        fc.property(library, (items) => {
          const survey = read('library.json', JSON.stringify(items));
          expect(survey.works).toHaveLength(items.length);
          const again = read(`works.${writer.extension}`, writer.write(survey.works, survey));
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

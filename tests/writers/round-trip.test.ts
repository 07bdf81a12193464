// @module-tag exports-whole
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { BibLatexParser, parseRIS } from 'biblatex-csl-converter';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Citable, Name, RichText, Work } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { toPlain } from '../../src/text/index.ts';
import {
  biblatex,
  bibtex,
  cslJson,
  csv,
  identifierOf,
  ris,
  type Writer,
} from '../../src/writers/index.ts';
import { flat, inverted, namesOf } from './converter.ts';
import { type SeedsSurvey, seedsSurvey } from './seeds-survey.ts';

const site = { url: 'https://example.org/survey/' };

/** What every export has to keep of a work. */
interface Facts {
  title: string;
  authors: string[];
  date: string;
  doi: string;
  arxiv: string;
  abstract: string;
}

function factsOf(work: Citable): Facts {
  const { authors, abstract } = work.fields;
  return {
    title: toPlain(work.title.value.rich),
    authors: (authors?.value.names ?? []).map(inOrder),
    date: work.publication.issued?.iso ?? '',
    doi: identifierOf(work, 'doi') ?? '',
    arxiv: identifierOf(work, 'arxiv') ?? '',
    abstract: abstract ? toPlain(abstract.value.rich) : '',
  };
}

/** A name from its parts, as a tagged format tells it: `Ludwig van Beethoven`. */
function inOrder({ given, particle, family, suffix, literal }: Name): string {
  return family ? [given, particle, family, suffix].filter(Boolean).join(' ') : literal;
}

/** The names that exports print: a list that goes on ends in `others`. */
function listed(work: Citable): Name[] {
  const { names, more } = work.fields.authors?.value ?? { names: [], more: false };
  return [...names, ...(more ? [{ literal: 'others' }] : [])];
}

/** What the survey's own readers make of a file. */
function readBack(path: string, text: string): Work[] {
  const seeds = [{ path, bytes: new TextEncoder().encode(text) }];
  return buildSurvey({
    site: {
      ...site,
      title: 'T',
      description: 'D',
      language: 'en',
      licence: { name: 'L', url: 'u' },
      made_with: true,
      publish: [],
      service_worker: false,
    },
    seeds,
    themes: [],
    corrections: [],
    permalinks: { version: 1, permalinks: [] },
  }).works;
}

describe('the works of the seeds, written and read by the survey itself', () => {
  let seeds: SeedsSurvey;
  beforeAll(async () => {
    seeds = await seedsSurvey();
  });
  const byTitle = (a: Facts, b: Facts) => (a.title < b.title ? -1 : 1);

  it.each<{ writer: Writer; file: string }>([
    { writer: bibtex, file: 'works.bib' },
    { writer: biblatex, file: 'works.biblatex.bib' },
    { writer: ris, file: 'works.ris' },
    { writer: cslJson, file: 'works.json' },
    { writer: csv, file: 'works.csv' },
  ])('are the same in $file', ({ writer, file }) => {
    const read = readBack(file, seeds.write(writer)).map(factsOf).sort(byTitle);
    expect(read).toEqual(seeds.survey.works.map(factsOf).sort(byTitle));
  });
});

const LETTERS = [
  ...'abcdefgzABCXYZ',
  'é',
  'ü',
  'ø',
  'ß',
  'ł',
  'Å',
  '王',
  '小',
  'Ж',
  'д',
  'あ',
  'α',
];
const SPECIAL = [...'%&#_{}\\$~^<>|"\'`@*=+-:;,.()[]!?/', '–', '“', '”', '²', '≤', '\u00a0'];

const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join(''));
/** Text in which letters and the given signs may stand, white space collapsed, that begins and ends with a word. */
function textWith(signs: readonly string[]): fc.Arbitrary<string> {
  const character = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...LETTERS) },
    { weight: 1, arbitrary: fc.constantFrom(...signs) },
  );
  const awkwardWord = fc
    .array(character, { minLength: 1, maxLength: 8 })
    .map((characters) => characters.join(''));
  return fc
    .tuple(word, fc.array(fc.oneof(word, awkwardWord), { maxLength: 12 }), word)
    .map(([first, middle, last]) => [first, ...middle, last].join(' '));
}

const capitalised = word.map((letters) => `N${letters}`);
const name: fc.Arbitrary<Name> = fc.oneof(
  fc
    .record(
      {
        given: fc
          .array(capitalised, { minLength: 1, maxLength: 3 })
          .map((words) => words.join(' ')),
        particle: fc.constantFrom('van', 'van der', 'de', 'de la', 'von'),
        family: fc.oneof(
          capitalised,
          fc.tuple(capitalised, capitalised).map((both) => both.join('-')),
        ),
        suffix: fc.constantFrom('Jr.', 'Sr.', 'III'),
      },
      { requiredKeys: ['given', 'family'] },
    )
    .map((parts) => ({ ...parts, literal: inOrder({ literal: '', ...parts }) })),
  // Names in one piece: one word, another script, a group with words and signs that part names.
  fc
    .oneof(
      capitalised,
      fc.constantFrom(
        '王小明',
        'Plato',
        'OpenAI Team',
        'Institute of Arts and Sciences',
        'AT&T Labs_R {D}',
      ),
    )
    .map((literal) => ({ literal })),
);

const date = fc
  .tuple(
    fc.integer({ min: 1800, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, day, precision]) =>
    [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')]
      .slice(0, precision)
      .join('-'),
  );

const doi = fc.oneof(
  fc.constantFrom(
    '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
    '10.1175/1520-0469(1998)055<0001:troc>2.0.co;2',
    '10.1000/a_b#c&d',
  ),
  word.map(
    (letters) => `10.1000/${encodeURIComponent(letters).replaceAll('%', '').toLowerCase()}-1`,
  ),
);

const FORMULAS: [latex: string, plain: string][] = [
  ['R^{4}', 'R⁴'],
  ['\\alpha', 'α'],
  ['O(n \\log n)', 'O(n log n)'],
];
const formula = fc.constantFrom(...FORMULAS).map(([latex]): RichText[number] => ({
  type: 'math',
  latex,
  source: `$${latex}$`,
  display: false,
  origin: 'intact',
}));

/** A work whose title and abstract hold the given signs. */
function workWith(signs: readonly string[], formulas: boolean): fc.Arbitrary<Citable> {
  const text = textWith(signs);
  const longText = fc
    .tuple(text, fc.integer({ min: 1, max: 400 }))
    // Brackets of a sentence, once more each time and never closed, would be nested deeper than a seed may be.
    .map(([sentence, times]) => `${sentence} ${'and words after words '.repeat(times).trim()}`);
  const title = formulas
    ? fc
        .tuple(text, formula, text)
        .map(([before, math, after]): RichText => [
          { type: 'text', value: `${before} ` },
          math,
          { type: 'text', value: ` ${after}` },
        ])
    : text.map((value): RichText => [{ type: 'text', value }]);
  return fc
    .record({
      title,
      names: fc.array(name, { minLength: 1, maxLength: 12 }),
      more: fc.boolean(),
      iso: date,
      doi,
      abstract: fc.oneof(text, longText),
    })
    .map((made) => ({
      permalink: 'a-work',
      citationKey: 'work2020',
      title: { value: { rich: made.title } },
      publication: {
        type: 'article-journal',
        isPreprint: false,
        containerTitle: 'Journal of Small Cases',
        editors: [],
        issued: { iso: made.iso, of: 'publication', yearInferred: false },
      },
      keywords: [],
      fields: {
        authors: { value: { names: made.names, more: made.more } },
        abstract: { value: { rich: [{ type: 'text', value: made.abstract }] } },
      },
      identifiers: [{ value: { scheme: 'doi', value: made.doi } }],
    }));
}

const names = z.array(z.record(z.string(), z.string()));
const plainWork = workWith(SPECIAL, false);
const workWithMath = workWith(SPECIAL, true);

const items = z.array(
  z.looseObject({ DOI: z.string(), title: z.string(), abstract: z.string(), author: names }),
);

describe('any work, written and read by another program', () => {
  it('is the same in CSL-JSON', () => {
    fc.assert(
      fc.property(plainWork, (work) => {
        const [item] = plugins.input.chain(cslJson.write([work], { site }), {
          generateGraph: false,
        });
        const { authors } = work.fields;
        const { issued } = work.publication;
        expect(item).toMatchObject({
          title: factsOf(work).title,
          abstract: factsOf(work).abstract,
          DOI: factsOf(work).doi,
          issued: { 'date-parts': [issued?.iso.split('-').map(Number)] },
          author: [
            ...(authors?.value.names ?? []).map(({ literal, particle, ...parts }) =>
              parts.family
                ? { ...parts, ...(particle && { 'non-dropping-particle': particle }) }
                : { literal },
            ),
            ...(authors?.value.more ? [{ literal: 'others' }] : []),
          ],
        });
      }),
    );
  });

  it('is the same in CSV', () => {
    fc.assert(
      fc.property(fc.array(plainWork, { minLength: 1, maxLength: 3 }), (works) => {
        const { data, errors } = papaparse.parse<Record<string, string>>(
          csv.write(works, { site }),
          { header: true, skipEmptyLines: true },
        );
        expect(errors).toEqual([]);
        expect(
          data.map((row) => [
            row['Title'],
            row['Authors'],
            row['Date'],
            row['DOI'],
            row['Abstract'],
          ]),
        ).toEqual(
          works.map((work) => [
            factsOf(work).title,
            listed(work)
              .map((name) => (name.literal === 'others' ? 'et al.' : inverted(name)))
              .join('; '),
            factsOf(work).date,
            factsOf(work).doi,
            factsOf(work).abstract,
          ]),
        );
      }),
    );
  });

  it('is the same in RIS, where a tie is a blank', () => {
    const untied = (value: string) => value.replaceAll('\u00a0', ' ');
    fc.assert(
      fc.property(plainWork, (work) => {
        const facts = factsOf(work);
        const written = ris.write([work], { site });
        const [item] = items.parse(plugins.input.chain(written, { generateGraph: false }));
        expect([item?.title, item?.abstract, item?.DOI]).toEqual([
          untied(facts.title),
          untied(facts.abstract),
          facts.doi,
        ]);
        const { entries, errors } = parseRIS(written);
        expect(errors).toEqual([]);
        const [read] = Object.values(entries);
        expect(flat(read?.fields['title'])).toBe(untied(facts.title));
        expect(flat(read?.fields['abstract'])).toBe(untied(facts.abstract));
        // It leaves suffixes out.
        expect(namesOf(read?.fields['author']).map(spokenName)).toEqual(
          listed(work).map(({ suffix: _, ...each }) => inOrder(each)),
        );
        expect(names.parse(item?.author).map(spokenName)).toEqual(listed(work).map(inOrder));
      }),
    );
  });

  it('keeps title, names, date and DOI in BibTeX and biblatex, formulas too', () => {
    fc.assert(
      fc.property(workWithMath, (work) => {
        for (const writer of [bibtex, biblatex]) {
          const written = writer.write([work], { site });
          const raw = parseBibtex(written, { raw: true });
          expect(raw.errors).toEqual([]);
          expect(raw.entries).toHaveLength(1);
          expect(raw.entries[0]?.fields['doi']).toBe(factsOf(work).doi);
          const { entries, errors } = new BibLatexParser(written, {
            processUnexpected: true,
          }).parse();
          expect(errors).toEqual([]);
          const [read] = Object.values(entries);
          expect(namesOf(read?.fields['author']).map(spokenName)).toEqual(
            listed(work).map(inOrder),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});

/**
 * Signs that have one reading in TeX. Quotes and ties are typed in several ways, and programs that escape the dollars and
 * backslashes of formulas write what one writes who means the signs.
 */
const DECODED = SPECIAL.filter(
  (sign) => !['$', '\\', "'", '`', '“', '”', '–', '\u00a0'].includes(sign),
);

describe('any work, written and read by the survey itself', () => {
  it.each([
    { writer: bibtex, file: 'a.bib' },
    { writer: biblatex, file: 'a.biblatex.bib' },
  ])('is the same in $file', ({ writer, file }) => {
    fc.assert(
      fc.property(workWith(DECODED, true), (work) => {
        const [read] = readBack(file, writer.write([work], { site }));
        if (!read) throw new Error('nothing was read');
        expect(factsOf(read)).toEqual(factsOf(work));
        expect(read.fields.authors?.value.more).toBe(work.fields.authors?.value.more);
      }),
      { numRuns: 40 },
    );
  });
});

/** `Ludwig van Beethoven` of the parts a reader gives. */
function spokenName(parts: Record<string, string>): string {
  const particle =
    parts['particle'] ?? parts['non-dropping-particle'] ?? parts['dropping-particle'];
  return [parts['given'], particle, parts['family'] ?? parts['literal'], parts['suffix']]
    .filter(Boolean)
    .join(' ');
}

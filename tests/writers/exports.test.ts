import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { Ajv } from 'ajv';
import { BibLatexParser, parseRIS } from 'biblatex-csl-converter';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSurveyInput, surveyFolders } from '../../src/loaders/index.ts';
import type { Name, Survey, Work } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { toPlain } from '../../src/text/index.ts';
import {
  biblatex,
  bibtex,
  cslJson,
  csv,
  enw,
  identifierOf,
  jsonLines,
  markdown,
  publicationOf,
  ris,
  type Writer,
} from '../../src/writers/index.ts';

let survey: Survey;
beforeAll(async () => {
  survey = buildSurvey(await readSurveyInput(surveyFolders()));
  expect(survey.works.length).toBeGreaterThanOrEqual(160);
});

const write = (writer: Writer) => writer.write(survey.works, survey);

/** What every export has to keep of a work. */
interface Facts {
  title: string;
  authors: string[];
  date: string;
  doi: string;
  arxiv: string;
  abstract: string;
}

function factsOf(work: Work): Facts {
  const { authors, issued, abstract } = work.fields;
  return {
    title: toPlain(work.title.value.rich),
    authors: (authors?.value.names ?? []).map(inOrder),
    date: issued?.value.iso ?? '',
    doi: identifierOf(work, 'doi') ?? '',
    arxiv: identifierOf(work, 'arxiv') ?? '',
    abstract: abstract ? toPlain(abstract.value.rich) : '',
  };
}

/** A name from its parts, as a tagged format tells it: `Ludwig van Beethoven`. */
function inOrder({ given, particle, family, suffix, literal }: Name): string {
  return family ? [given, particle, family, suffix].filter(Boolean).join(' ') : literal;
}

const expected = () => survey.works.map(factsOf).sort(byTitle);
const byTitle = (a: Facts, b: Facts) => (a.title < b.title ? -1 : 1);

/** What the survey's own readers make of an export. */
function readBack(writer: Writer, file: string): Facts[] {
  const read = buildSurvey({
    site: survey.site,
    seeds: [{ path: file, bytes: new TextEncoder().encode(write(writer)) }],
    themes: [],
    corrections: [],
    permalinks: { version: 1, permalinks: [] },
  });
  return read.works.map(factsOf).sort(byTitle);
}

describe('write, then read', () => {
  it.each([
    { writer: bibtex, file: 'works.bib' },
    { writer: biblatex, file: 'works.biblatex.bib' },
    { writer: ris, file: 'works.ris' },
    { writer: cslJson, file: 'works.json' },
    { writer: csv, file: 'works.csv' },
  ])('is the identity on what $file can hold', ({ writer, file }) => {
    // In TeX a brace is a group, whoever writes it, and printed ones are lost.
    const held = (facts: Facts[]) =>
      file.endsWith('.bib')
        ? facts.map((each) => ({ ...each, abstract: each.abstract.replace(/[{}]/g, '') }))
        : facts;
    expect(held(readBack(writer, file))).toEqual(held(expected()));
  });
});

const entries = () => survey.works.map((work) => [work.citationKey, work] as const);

describe.each([bibtex, biblatex])('$label', (writer) => {
  it('is read by @retorquere/bibtex-parser without an error, with all fields', () => {
    // The parser knows few commands of mathematics; the rest stays as TeX, as Better BibTeX has it.
    const read = parseBibtex(write(writer), { unsupported: (_node, tex) => tex });
    expect(read.errors).toEqual([]);
    const byKey = new Map(read.entries.map((entry) => [entry.key, entry.fields]));
    for (const [key, work] of entries()) {
      const fields = byKey.get(key);
      const facts = factsOf(work);
      expect(fields?.author?.map(({ lastName, name }) => lastName ?? name) ?? []).toHaveLength(
        facts.authors.length,
      );
      expect(fields?.author?.map(({ firstName }) => firstName ?? '') ?? []).toEqual(
        (work.fields.authors?.value.names ?? []).map(({ given }) => given ?? ''),
      );
      expect(fields?.title).toBeTruthy();
      expect(fields?.['doi'] ?? '').toBe(facts.doi);
      expect(fields?.['eprint'] ?? '').toBe(facts.arxiv);
      expect(fields?.['date'] ?? '').toBe(facts.date);
      expect(Boolean(fields?.['abstract'])).toBe(facts.abstract !== '');
      expect(fields?.['url']).toMatch(/^https:/);
    }
  });

  it('is read by biblatex-csl-converter without an error or a warning, with all fields', () => {
    const parser = new BibLatexParser(write(writer), {
      processUnexpected: true,
      processUnknown: true,
    });
    const { entries: read, errors, warnings } = parser.parse();
    expect(errors).toEqual([]);
    expect(warnings).toEqual([]);
    const byKey = new Map(Object.values(read).map((entry) => [entry.entry_key, entry.fields]));
    for (const [key, work] of entries()) {
      const fields = byKey.get(key);
      const facts = factsOf(work);
      expect(fields?.['title']).toBeTruthy();
      expect(fields?.['author'] ?? []).toHaveLength(facts.authors.length);
      expect(fields?.['date'] ?? '').toBe(facts.date);
      expect(fields?.['doi'] ?? '').toBe(facts.doi);
      expect(fields?.['url']).toMatch(/^https:/);
      expect(Boolean(fields?.['abstract'])).toBe(facts.abstract !== '');
    }
  });
});

describe('BibTeX of a preprint', () => {
  it('is @misc with eprint fields, and a published paper names its proceedings or journal', () => {
    for (const work of survey.works) {
      const text = bibtex.write([work], survey);
      const { kind } = publicationOf(work);
      const type = { preprint: 'misc', proceedings: 'inproceedings', journal: 'article' }[kind];
      expect(text).toMatch(new RegExp(`^@${type}\\{`));
      if (identifierOf(work, 'arxiv')) expect(text).toMatch(/archivePrefix\s+= \{arXiv\}/);
    }
  });
});

describe('RIS', () => {
  it('is read by citation-js with all fields', () => {
    const read: Record<string, unknown>[] = plugins.input.chain(write(ris), {
      generateGraph: false,
    });
    expect(read).toHaveLength(survey.works.length);
    for (const [index, work] of survey.works.entries()) {
      const facts = factsOf(work);
      expect(read[index]).toMatchObject({ title: facts.title });
      expect(read[index]?.['author'] ?? []).toHaveLength(facts.authors.length);
      expect(read[index]?.['DOI'] ?? '').toBe(facts.doi);
      expect(read[index]?.['abstract'] ?? '').toBe(facts.abstract);
      expect(read[index]?.['URL']).toMatch(/^https:/);
    }
  });

  it('is read by biblatex-csl-converter without an error or a warning', () => {
    const { entries: read, errors, warnings } = parseRIS(write(ris));
    expect(errors).toEqual([]);
    // It asks for authors and a date of every work, and no source tells them of all.
    const untold = survey.works
      .map(factsOf)
      .flatMap(({ authors, date }) => [
        ...(authors.length === 0 ? ['author'] : []),
        ...(date === '' ? ['date'] : []),
      ]);
    expect(new Set(warnings.map(({ type }) => type))).toEqual(new Set(['missing_required_field']));
    expect(warnings.map(({ field }) => field).sort()).toEqual(untold.sort());
    expect(Object.keys(read)).toHaveLength(survey.works.length);
  });

  it('calls no preprint a journal article', () => {
    for (const work of survey.works) {
      const isJournal = ris.write([work], survey).startsWith('TY  - JOUR');
      expect(isJournal).toBe(publicationOf(work).kind === 'journal');
    }
  });
});

/** The part of CSL 1.0.2's csl-data.json that the survey fills; everything else is refused, as the schema does. */
const cslSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'type'],
    additionalProperties: false,
    properties: {
      id: { type: ['string', 'number'] },
      'citation-key': { type: 'string' },
      type: { enum: ['article', 'article-journal', 'paper-conference'] },
      author: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            family: { type: 'string' },
            given: { type: 'string' },
            'non-dropping-particle': { type: 'string' },
            suffix: { type: 'string' },
            literal: { type: 'string' },
          },
        },
      },
      issued: {
        type: 'object',
        additionalProperties: false,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
          },
        },
      },
      ...Object.fromEntries(
        [
          'title',
          'abstract',
          'container-title',
          'volume',
          'issue',
          'page',
          'number',
          'publisher',
          'note',
          'source',
          'DOI',
          'PMID',
          'URL',
        ].map((name) => [name, { type: 'string' }]),
      ),
    },
  },
};

describe('CSL-JSON', () => {
  it('obeys the schema of CSL 1.0.2', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(cslSchema);
    validate(JSON.parse(write(cslJson)));
    expect(validate.errors).toBeNull();
  });

  it('is read by citation-js unchanged', () => {
    const items: unknown[] = JSON.parse(write(cslJson));
    expect(plugins.input.chain(write(cslJson), { generateGraph: false })).toMatchObject(items);
  });
});

describe('tables and lists', () => {
  it('CSV has one row a work, every cell as it was', () => {
    const { data, errors } = papaparse.parse<Record<string, string>>(write(csv), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.map((row) => [row['Title'], row['Authors'], row['Date'], row['DOI']])).toEqual(
      survey.works.map((work) => [
        factsOf(work).title,
        (work.fields.authors?.value.names ?? []).map(({ literal }) => literal).join('; '),
        factsOf(work).date,
        factsOf(work).doi,
      ]),
    );
  });

  it('EndNote, JSON Lines and Markdown have one record a work, in order', () => {
    expect(write(enw).match(/^%0 /gm)).toHaveLength(survey.works.length);
    expect(write(enw).match(/^%A /gm)).toHaveLength(
      survey.works.flatMap((work) => factsOf(work).authors).length,
    );
    expect(write(jsonLines).trimEnd().split('\n')).toHaveLength(survey.works.length);
    expect(write(markdown).match(/^- \*\*\[/gm)).toHaveLength(survey.works.length);
  });
});

// @module-tag exports-whole
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { BibLatexParser, parseCSL, parseRIS } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getSurvey } from '../../src/loaders/index.ts';
import {
  type ItemType,
  itemTypes,
  type PublishedWork,
  type Survey,
} from '../../src/model/index.ts';
import {
  biblatex,
  bibtex,
  cslJson,
  endNoteXml,
  enw,
  ris,
  surveyJson,
  type Writer,
} from '../../src/writers/index.ts';
import { isInstalled, pythonWith, runOn } from '../writers/program.ts';
import { madeUpRecords, madeUpSurvey } from './made-up-records.ts';

// Debian has these programs as pandoc, bibutils, biber, bibtool and python3-pybtex. Where one is missing its test is
// skipped, and says so in its name. A loaded machine may need minutes.
const LONG = 300_000;

/** What an importer made of a record. */
interface Imported {
  type: string;
  key: string;
  doi: string;
  pages: string;
}

/** What an importer calls each type. */
type Types = Readonly<Record<ItemType, string>>;

/** Types of CSL, with the names of those that a format or an importer has no own name for. */
const cslBut = (others: Partial<Record<ItemType, string>>): Types => ({
  article: 'article',
  'article-journal': 'article-journal',
  'article-magazine': 'article-magazine',
  'article-newspaper': 'article-newspaper',
  book: 'book',
  chapter: 'chapter',
  dataset: 'dataset',
  document: 'document',
  'entry-dictionary': 'entry-dictionary',
  'entry-encyclopedia': 'entry-encyclopedia',
  manuscript: 'manuscript',
  'paper-conference': 'paper-conference',
  patent: 'patent',
  'post-weblog': 'post-weblog',
  report: 'report',
  review: 'review',
  software: 'software',
  speech: 'speech',
  standard: 'standard',
  thesis: 'thesis',
  webpage: 'webpage',
  ...others,
});

/** Entry types of biblatex, with those that BibTeX or an importer calls otherwise. */
const entryTypesBut = (others: Partial<Record<ItemType, string>>): Types => ({
  article: 'misc',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  dataset: 'dataset',
  document: 'misc',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  manuscript: 'unpublished',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  'post-weblog': 'online',
  report: 'report',
  review: 'review',
  software: 'software',
  speech: 'unpublished',
  standard: 'misc',
  thesis: 'thesis',
  webpage: 'online',
  ...others,
});

/** BibTeX's own names of what biblatex calls otherwise. */
const classic = {
  'entry-dictionary': 'incollection',
  'entry-encyclopedia': 'incollection',
  report: 'techreport',
  review: 'article',
  thesis: 'phdthesis',
} as const;

/**
 * Types of biblatex-csl-converter (its table `BibTypes`): of an entry with an `entrysubtype` it has names for magazines
 * and newspapers, and takes one with any other for `misc`.
 */
const ofConverter = {
  'article-magazine': 'article-magazine',
  'article-newspaper': 'article-newspaper',
  'entry-dictionary': 'misc',
  'entry-encyclopedia': 'misc',
  'post-weblog': 'misc',
  review: 'misc',
  speech: 'misc',
} as const;

/** The genres of MODS by which bibutils tells types apart; empty for types that it knows no genre of. */
const genresBut = (others: Partial<Record<ItemType, string>>): Types => ({
  article: '',
  'article-journal': 'journal article',
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  book: 'book',
  chapter: 'book chapter',
  dataset: '',
  document: '',
  'entry-dictionary': '',
  'entry-encyclopedia': '',
  manuscript: 'unpublished',
  'paper-conference': 'conference publication',
  patent: 'patent',
  'post-weblog': '',
  report: 'technical report',
  review: 'journal article',
  software: '',
  speech: '',
  standard: '',
  thesis: 'thesis',
  webpage: 'electronic',
  ...others,
});

/** `misc` and `online` are miscellaneous; what bib2xml does not know it takes for an article of a journal. */
const inBib2xml = {
  article: 'miscellaneous',
  'article-magazine': 'journal article',
  'article-newspaper': 'journal article',
  chapter: 'collection',
  dataset: 'journal article',
  document: 'miscellaneous',
  'entry-dictionary': 'collection',
  'entry-encyclopedia': 'collection',
  'post-weblog': 'miscellaneous',
  software: 'journal article',
  speech: 'unpublished',
  standard: 'miscellaneous',
  webpage: 'miscellaneous',
} as const;

/** Its own table of biblatex's entry types (biblatex.rsc), which lacks one. */
const BIBTOOL = ['-q', '-r', 'biblatex', '--', 'new.entry.type="dataset"'];

interface Importer {
  name: string;
  writer: Writer;
  /** The program of another maker that it runs; none for a package. */
  program?: string;
  /** Whether the program is here, where it is none on the PATH. */
  isHere?: boolean;
  read(text: string): Promise<(Imported | undefined)[]> | (Imported | undefined)[];
  types: Types;
  /** What it leaves out of a record of these types, and why. */
  lacks?: { key?: true; doi?: readonly ItemType[]; pages?: readonly ItemType[] };
  /** Types whose records it leaves out, and why. */
  refuses?: readonly ItemType[];
}

const cslItems = z.array(
  z.looseObject({
    id: z.union([z.string(), z.number()]).optional(),
    type: z.string(),
    DOI: z.string().optional(),
    page: z.union([z.string(), z.number()]).optional(),
    title: z.string().optional(),
  }),
);

const ofCsl = (items: unknown): Imported[] =>
  cslItems.parse(items).map(({ id, type, DOI, page }) => ({
    type,
    key: String(id ?? ''),
    doi: DOI ?? '',
    pages: String(page ?? ''),
  }));

const inCitationJs = (text: string) => ofCsl(plugins.input.chain(text, { generateGraph: false }));

const inRetorquere = (text: string) =>
  parseBibtex(text, { raw: true }).entries.map(({ type, key, fields }) => ({
    type,
    key,
    doi: String(fields['doi'] ?? ''),
    pages: String(fields['pages'] ?? ''),
  }));

const converted = z.object({
  entry_key: z.string(),
  bib_type: z.string(),
  fields: z.looseObject({
    doi: z.string().optional(),
    pages: z.array(z.array(z.array(z.looseObject({ text: z.string() })))).optional(),
  }),
});

const ofConverterEntry = (entry: unknown): Imported => {
  const { entry_key: key, bib_type: type, fields } = converted.parse(entry);
  const ends = (fields.pages ?? []).flat(2).map(({ text }) => text);
  return { type, key, doi: fields.doi ?? '', pages: ends.join('–') };
};

async function inPandoc(from: string, file: string, text: string): Promise<Imported[]> {
  const { stdout } = await runOn('pandoc', ['-f', from, '-t', 'csljson'], file, text);
  return ofCsl(JSON.parse(stdout));
}

/** Records in MODS, which bibutils makes of every format. */
async function inBibutils(program: string, file: string, text: string): Promise<Imported[]> {
  const { stdout } = await runOn(program, [], file, text);
  return (stdout.match(/<mods[ >].*?<\/mods>/gsu) ?? []).map((mods) => {
    const first = (pattern: RegExp) => pattern.exec(mods)?.[1] ?? '';
    const range = [first(/<start>(.*?)<\/start>/u), first(/<end>(.*?)<\/end>/u)];
    return {
      type: first(/<genre authority="[^"]*">([^<]*)/u),
      key: first(/<mods ID="([^"]*)"/u),
      doi: first(/<identifier type="doi">([^<]*)/u),
      pages: range.filter(Boolean).join('–') || first(/<detail type="page"><number>([^<]*)/u),
    };
  });
}

/** Entries as a program writes them in BibTeX. */
const inEntries = (text: string): Imported[] =>
  [...text.matchAll(/^@(\w+)\{\s*([^,]+),(.*?)^\s*\}/gmsu)].map(
    ([, type = '', key = '', body = '']) => {
      const field = (name: string) =>
        new RegExp(String.raw`^\s*${name}\s*=\s*\{(.*?)\},?$`, 'imu').exec(body)?.[1] ?? '';
      return { type: type.toLowerCase(), key, doi: field('doi'), pages: field('pages') };
    },
  );

const python = pythonWith('pybtex');

/** What pybtex reads in a file, as JSON. */
const PYBTEX = `
import json, sys
from pybtex.database import parse_file
entries = parse_file(sys.argv[1], 'bibtex').entries
names = ('doi', 'pages')
print(json.dumps([
  dict({name: e.fields.get(name, '') for name in names}, key=key, type=e.original_type)
  for key, e in entries.items()
]))`;

const importedList = z.array(
  z.object({ type: z.string(), key: z.string(), doi: z.string(), pages: z.string() }),
);

async function inPybtex(text: string): Promise<Imported[]> {
  const { stdout } = await runOn(python ?? 'python3', ['-c', PYBTEX], 'works.bib', text);
  return importedList.parse(JSON.parse(stdout));
}

const importers: readonly Importer[] = [
  {
    name: '@retorquere/bibtex-parser',
    writer: bibtex,
    read: inRetorquere,
    types: entryTypesBut(classic),
  },
  {
    name: '@retorquere/bibtex-parser',
    writer: biblatex,
    read: inRetorquere,
    types: entryTypesBut({}),
  },
  ...[
    {
      writer: bibtex,
      types: entryTypesBut({ ...classic, ...ofConverter, report: 'report', thesis: 'thesis' }),
    },
    { writer: biblatex, types: entryTypesBut(ofConverter) },
  ].map(({ writer, types }): Importer => ({
    name: 'biblatex-csl-converter',
    writer,
    read: (text) => Object.values(new BibLatexParser(text).parse().entries).map(ofConverterEntry),
    types,
    // Its table of fields (`BibTypes`) has no DOI for `online` and `unpublished`, and no pages for `misc`.
    lacks: {
      doi: ['manuscript', 'webpage'],
      pages: ['entry-dictionary', 'entry-encyclopedia', 'review'],
    },
  })),
  {
    name: 'biblatex-csl-converter',
    writer: ris,
    // It takes `M3` for a DOI, which there is the kind of work; where a record has both it keeps one.
    read: (text) =>
      Object.values(parseRIS(text.replaceAll(/^M3 {2}- .*\n/gmu, '')).entries).map(
        ofConverterEntry,
      ),
    types: entryTypesBut({
      article: 'unpublished',
      'article-journal': 'article-journal',
      'article-magazine': 'article-magazine',
      'article-newspaper': 'article-newspaper',
      chapter: 'inbook',
      manuscript: 'misc',
      'post-weblog': 'post',
      review: 'article-journal',
      speech: 'misc',
    }),
    // It makes keys of its own and knows no type `STAND`.
    lacks: { key: true },
    refuses: ['standard'],
  },
  {
    name: 'biblatex-csl-converter',
    writer: cslJson,
    read: (text) => {
      const items = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(text));
      return Object.values(
        parseCSL(Object.fromEntries(items.map((item) => [String(item['id']), item]))),
      ).map(ofConverterEntry);
    },
    types: entryTypesBut({
      article: 'article',
      'article-journal': 'article-journal',
      'article-magazine': 'article-magazine',
      'article-newspaper': 'article-newspaper',
      chapter: 'inbook',
      dataset: 'collection',
      'entry-dictionary': 'entry-dictionary',
      'post-weblog': 'post-weblog',
    }),
    lacks: { doi: ['manuscript', 'webpage', 'post-weblog'] },
    // Types it has no name for.
    refuses: ['document', 'review', 'speech', 'standard'],
  },
  {
    name: 'citation-js',
    writer: bibtex,
    read: inCitationJs,
    // Its mapping has one type for each entry type, whatever its subtype.
    types: cslBut({
      article: 'document',
      'article-magazine': 'article-journal',
      'article-newspaper': 'article-journal',
      'entry-dictionary': 'chapter',
      'entry-encyclopedia': 'chapter',
      'post-weblog': 'webpage',
      review: 'article-journal',
      speech: 'manuscript',
      standard: 'document',
    }),
  },
  {
    name: 'citation-js',
    writer: biblatex,
    read: inCitationJs,
    types: cslBut({
      article: 'document',
      'article-magazine': 'article-journal',
      'article-newspaper': 'article-journal',
      'entry-dictionary': 'entry',
      'entry-encyclopedia': 'entry',
      'post-weblog': 'webpage',
      speech: 'manuscript',
      standard: 'document',
    }),
  },
  {
    name: 'citation-js',
    writer: ris,
    read: inCitationJs,
    // RIS has one type for articles and reviews, and no type for talks but `SLIDE`, which it takes for moving pictures.
    types: cslBut({ article: 'manuscript', review: 'article-journal', speech: 'motion_picture' }),
  },
  { name: 'citation-js', writer: cslJson, read: inCitationJs, types: cslBut({}) },
  {
    name: 'pandoc',
    program: 'pandoc',
    writer: bibtex,
    read: (text) => inPandoc('bibtex', 'works.bib', text),
    // `misc` has no type there, and software is a book “for lack of any better match” (its Text.Pandoc.Citeproc.BibTeX).
    types: cslBut({
      article: '',
      document: '',
      'entry-dictionary': 'chapter',
      'entry-encyclopedia': 'chapter',
      'post-weblog': 'webpage',
      review: 'article-journal',
      software: 'book',
      speech: 'manuscript',
      standard: '',
    }),
  },
  {
    name: 'pandoc',
    program: 'pandoc',
    writer: biblatex,
    read: (text) => inPandoc('biblatex', 'works.bib', text),
    types: cslBut({
      article: '',
      document: '',
      'entry-dictionary': 'entry-encyclopedia',
      'post-weblog': 'webpage',
      software: 'book',
      speech: 'manuscript',
      standard: '',
    }),
  },
  {
    name: 'pandoc',
    program: 'pandoc',
    writer: cslJson,
    read: (text) => inPandoc('csljson', 'works.json', text),
    types: cslBut({}),
  },
  {
    name: 'bibutils',
    program: 'bib2xml',
    writer: bibtex,
    read: (text) => inBibutils('bib2xml', 'works.bib', text),
    types: genresBut(inBib2xml),
  },
  {
    name: 'bibutils',
    program: 'biblatex2xml',
    writer: biblatex,
    read: (text) => inBibutils('biblatex2xml', 'works.bib', text),
    types: genresBut({
      ...inBib2xml,
      'article-magazine': 'magazine article',
      'article-newspaper': 'newspaper article',
      'post-weblog': 'web page',
      webpage: 'web page',
    }),
  },
  {
    name: 'bibutils',
    program: 'ris2xml',
    writer: ris,
    read: (text) => inBibutils('ris2xml', 'works.ris', text),
    types: genresBut({ 'article-magazine': 'periodical' }),
  },
  ...[
    { program: 'end2xml', writer: enw, file: 'works.enw' },
    { program: 'endx2xml', writer: endNoteXml, file: 'works.xml' },
  ].map(({ program, writer, file }): Importer => ({
    name: 'bibutils',
    program,
    writer,
    read: (text) => inBibutils(program, file, text),
    types: genresBut({
      article: 'unpublished',
      'article-magazine': 'periodical',
      manuscript: 'manuscript',
      webpage: 'web page',
    }),
  })),
  ...[bibtex, biblatex].map((writer): Importer => ({
    name: 'bibtool',
    program: 'bibtool',
    writer,
    read: async (text) => inEntries((await runOn('bibtool', BIBTOOL, 'works.bib', text)).stdout),
    types: entryTypesBut(writer === bibtex ? classic : {}),
  })),
  ...[bibtex, biblatex].map((writer): Importer => ({
    name: 'pybtex',
    program: 'pybtex',
    isHere: python !== undefined,
    writer,
    read: inPybtex,
    types: entryTypesBut(writer === bibtex ? classic : {}),
  })),
  ...[bibtex, biblatex].map((writer): Importer => ({
    name: 'biber',
    program: 'biber',
    writer,
    read: async (text) => {
      const options = ['--tool', '--nolog', '--quiet', '--output-file=-'];
      return inEntries((await runOn('biber', options, 'works.bib', text)).stdout);
    },
    types: entryTypesBut(
      writer === bibtex ? { ...classic, report: 'report', thesis: 'thesis' } : {},
    ),
  })),
];

const surveys: [name: string, make: () => Promise<Survey>][] = [
  ['the shipped papers', () => getSurvey()],
  ['200 made-up records of every type', async () => madeUpSurvey(madeUpRecords(200))],
];

/** What an importer has to say of a work. */
function expected(work: PublishedWork, { types, lacks = {} }: Importer): Imported {
  const { type, page } = work.publication;
  const doi = work.identifiers.find(({ scheme }) => scheme === 'doi')?.value ?? '';
  return {
    type: types[type],
    key: lacks.key ? '' : work.citation_key,
    doi: lacks.doi?.includes(type) ? '' : doi,
    pages: lacks.pages?.includes(type) ? '' : (page ?? ''),
  };
}

/** Whether ris2xml may leave out a DOI: it knows prefixes of four digits, and others only in an address. */
const mayLeave = (program: string | undefined, doi = '') =>
  program === 'ris2xml' && !/^10\.\d{4}\//u.test(doi);

describe.each(surveys)('of %s', (name, make) => {
  let survey: Survey;
  let works: PublishedWork[];
  beforeAll(async () => {
    survey = await make();
    works = surveyJson(survey).works;
  });

  if (name !== 'the shipped papers') {
    it('there is one of every type', () => {
      expect(new Set(works.map(({ publication }) => publication.type))).toEqual(new Set(itemTypes));
    });
  }

  for (const importer of importers) {
    const { program, writer, read, refuses = [], lacks } = importer;
    const { isHere = program === undefined || isInstalled(program) } = importer;
    const missing = !isHere;
    const title = `${program ?? importer.name} reads type, key, DOI and pages of all from ${writer.label}`;
    it.skipIf(missing)(
      missing ? `${title} (skipped: no ${program} here)` : title,
      async () => {
        const imported = await read(writer.write(survey.works, survey));
        const taken = works.filter(({ publication }) => !refuses.includes(publication.type));
        const wanted = taken.map((work) => expected(work, importer));
        const found = imported.map((each, index) => ({
          ...each,
          doi:
            mayLeave(program, wanted[index]?.doi) && each?.doi === ''
              ? wanted[index]?.doi
              : each?.doi,
          key: lacks?.key ? '' : each?.key,
          pages: each?.pages.replace(/--?/u, '–'),
        }));
        expect(found).toEqual(wanted);
      },
      LONG,
    );
  }
});

// @module-tag exports-whole
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PublishedWork } from '../../src/model/index.ts';
import { biblatex, bibtex, cslJson, ris, type Writer } from '../../src/writers/index.ts';
import { isInstalled, runOn } from './program.ts';
import { identifierIn, inTex, isAddressOf, type SeedsSurvey, seedsSurvey } from './seeds-survey.ts';

// Programs of other makers, from a system's packages: Debian has them as bibutils, biber, bibtool and pandoc. Where one
// is missing its tests are skipped, and say so in their names.
const LONG = 120_000;

let seeds: SeedsSurvey;
beforeAll(async () => {
  seeds = await seedsSurvey();
});

/** A suite that needs a program. */
function withProgram(program: string, name: string, tests: () => void): void {
  const isThere = isInstalled(program);
  describe.skipIf(!isThere)(isThere ? name : `${name} (skipped: no ${program} here)`, tests);
}

/** Every element of a name below another, in order. */
function elementsOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) =>
    'children' in child && 'name' in child
      ? [...(child.name === name ? [child] : []), ...elementsOf(child, name)]
      : [],
  );
}
const textOf = (parent: XmlElement, name: string) => elementsOf(parent, name)[0]?.text ?? '';

/** A name from its parts without blanks and dots: programs write `C.S.` and `C. S.` or `C S`. */
const spelt = (parts: readonly (string | undefined)[]) => parts.join('').replace(/[. ]/gu, '');

/** Names whose parts stand in the order they are spoken in. */
const namesOf = (work: PublishedWork) =>
  work.authors.map(({ literal, given, particle, family }) =>
    spelt([given, particle, family ?? literal]),
  );

const hasMath = ({ title, abstract }: PublishedWork) =>
  /\$/u.test(title.latex) || /\$/u.test(abstract?.latex ?? '');

/** A text without signs that programs write their own way: quotes, dashes, colons, blanks, case. */
const bare = (text: string) =>
  inTex(text)
    .toLowerCase()
    .replace(/[“”‘’"'`–—:-]/gu, '');

withProgram('ris2xml', 'bibutils', () => {
  it.each([
    { program: 'ris2xml', writer: ris, file: 'works.ris', precision: 10 },
    { program: 'bib2xml', writer: bibtex, file: 'works.bib', precision: 7 },
    { program: 'biblatex2xml', writer: biblatex, file: 'works.bib', precision: 10 },
  ])(
    '$program reads every work without a warning',
    async ({ program, writer, file, precision }) => {
      const { stdout, stderr } = await runOn(program, [], file, seeds.write(writer));
      // It has no name of its own for manuscripts, which RIS has no better type for than preprints.
      const said = stderr.replace(
        /^.*Did not recognize type 'MANSCPT'.*\n\s+Defaulting to STD\.\n/gmu,
        '',
      );
      expect(said.trim()).toBe(`${program}: Processed ${seeds.published.length} references.`);
      const { root } = parseXml(stdout.replace(/^\uFEFF/u, ''));
      if (!root) throw new Error(`${program} wrote no document`);
      const read = elementsOf(root, 'mods');
      expect(read).toHaveLength(seeds.published.length);
      for (const [index, work] of seeds.published.entries()) {
        const mods = read[index];
        if (!mods) throw new Error(`${work.citation_key} was not read`);
        const names = elementsOf(mods, 'name').map((name) => {
          const parts = elementsOf(name, 'namePart');
          const [family, ...given] = [
            ...parts.filter((part) => part.attributes['type'] === 'family'),
            ...parts.filter((part) => part.attributes['type'] !== 'family'),
          ].map((part) => part.text);
          return spelt([...given, family]);
        });
        // Of two authors with one name bib2xml keeps one.
        expect([...new Set(names)]).toEqual([...new Set(namesOf(work))]);
        expect(textOf(mods, 'dateIssued')).toBe(work.issued?.slice(0, precision) ?? '');
        const doi = elementsOf(mods, 'identifier').find(
          (each) => each.attributes['type'] === 'doi',
        );
        // ris2xml leaves out DOIs of a shape it does not expect: 10.18653/v1/2025.acl-long.1.
        const known = program === 'ris2xml' && doi === undefined;
        if (!known) expect(doi?.text ?? '').toBe(identifierIn(work, 'doi'));
        const urls = elementsOf(mods, 'url').map(({ text }) => text);
        expect((urls.length > 0 ? urls : ['']).some((url) => isAddressOf(work, url))).toBe(true);
        if (hasMath(work)) continue;
        const title = [textOf(mods, 'title'), textOf(mods, 'subTitle')].filter(Boolean).join(' ');
        expect(bare(title)).toBe(bare(work.title.plain));
        // biblatex2xml leaves abstracts out, whoever wrote the file.
        if (program === 'bib2xml') {
          expect(textOf(mods, 'abstract') !== '').toBe(work.abstract !== null);
        }
        if (program === 'ris2xml')
          expect(textOf(mods, 'abstract')).toBe(work.abstract?.plain ?? '');
      }
    },
    LONG,
  );
});

withProgram('biber', 'biber', () => {
  it.each([bibtex, biblatex])(
    'finds nothing against its data model in $label but what no source tells',
    async (writer) => {
      const { stdout } = await runOn(
        'biber',
        ['--tool', '--validate-datamodel', '--nolog', '--output-file=read.bib'],
        'works.bib',
        seeds.write(writer),
      );
      const complaints = stdout.split('\n').filter((line) => /^(?:WARN|ERROR)\b/u.test(line));
      const missing = complaints.map(
        (line) => /Entry '([^']+)'.*Missing mandatory field/u.exec(line)?.[1],
      );
      // The archive is named twice on purpose: BibTeX styles read `archivePrefix`, biblatex `eprinttype`.
      const other = complaints.filter(
        (line, index) => missing[index] === undefined && !/archiveprefix|eprinttype/i.test(line),
      );
      expect(other).toEqual([]);
      const untold = seeds.published.filter(
        ({ authors, issued }) => authors.length === 0 || issued === null,
      );
      expect(untold.map(({ citation_key }) => citation_key)).toEqual(
        expect.arrayContaining(missing.filter((key) => key !== undefined)),
      );
    },
    LONG,
  );
});

withProgram('bibtool', 'bibtool', () => {
  it.each([bibtex, biblatex])(
    'reads $label without a word',
    async (writer) => {
      const { stdout, stderr } = await runOn('bibtool', ['-q'], 'works.bib', seeds.write(writer));
      expect(stderr).toBe('');
      expect(stdout.match(/^@/gmu)).toHaveLength(seeds.published.length);
    },
    LONG,
  );
});

const items = z.array(
  z.looseObject({
    id: z.string(),
    title: z.string(),
    author: z.array(z.record(z.string(), z.string())).optional(),
    issued: z.looseObject({ 'date-parts': z.array(z.array(z.coerce.number())) }).optional(),
  }),
);

withProgram('pandoc', 'pandoc', () => {
  it.each<{ writer: Writer; from: string; file: string }>([
    { writer: bibtex, from: 'bibtex', file: 'works.bib' },
    { writer: biblatex, from: 'biblatex', file: 'works.bib' },
    { writer: cslJson, from: 'csljson', file: 'works.json' },
  ])(
    'reads every work as $from without a warning',
    async ({ writer, from, file }) => {
      const { stdout, stderr } = await runOn(
        'pandoc',
        ['-f', from, '-t', 'csljson'],
        file,
        seeds.write(writer),
      );
      expect(stderr).toBe('');
      const read = new Map(items.parse(JSON.parse(stdout)).map((item) => [item.id, item]));
      expect(read.size).toBe(seeds.published.length);
      for (const work of seeds.published) {
        const item = read.get(work.citation_key);
        if (!item) throw new Error(`${work.citation_key} was not read`);
        expect(
          (item.author ?? []).map((name) =>
            spelt([
              name['given'],
              name['dropping-particle'],
              name['non-dropping-particle'],
              name['family'] ?? name['literal'],
            ]),
          ),
        ).toEqual(namesOf(work));
        const date = item.issued?.['date-parts'][0] ?? [];
        // Plain BibTeX has no field for the day.
        expect(date).toEqual((work.issued?.split('-') ?? []).map(Number).slice(0, date.length));
        expect(date.length > 1).toBe((work.issued?.length ?? 0) > 4);
        expect(item['DOI'] ?? '').toBe(identifierIn(work, 'doi'));
        expect(isAddressOf(work, item['URL'])).toBe(true);
        expect(item['abstract'] !== undefined).toBe(work.abstract !== null);
        if (!hasMath(work)) expect(bare(item.title)).toBe(bare(work.title.plain));
      }
    },
    LONG,
  );
});

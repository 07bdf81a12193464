// @module-tag exports-whole
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { BibLatexParser } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Name } from '../../src/model/index.ts';
import { biblatex, bibtex } from '../../src/writers/index.ts';
import { flat, namesOf } from './converter.ts';
import {
  inTex,
  isAddressOf,
  type SeedsSurvey,
  seedsSurvey,
  textFields,
  textsOf,
  identifierIn,
} from './seeds-survey.ts';

/** Entry types of the types of the shipped survey. */
const types = new Map([
  ['article', 'misc'],
  ['document', 'misc'],
  ['paper-conference', 'inproceedings'],
  ['article-journal', 'article'],
]);

let seeds: SeedsSurvey;
beforeAll(async () => {
  seeds = await seedsSurvey();
});

/** A name's parts, empty ones left out. */
const parts = ({ given, particle, family, suffix, literal }: Name) =>
  family
    ? { family, ...(given && { given }), ...(particle && { particle }), ...(suffix && { suffix }) }
    : { family: literal };

/** Formulas without the blanks that mean nothing there, as the reader prints them. */
const tight = (latex: string) => inTex(latex).replace(/ (?=\\)|(?<=\}) (?=\()/gu, '');

/** Braces around `{LLMs}` and `{$R^{4}$}`, which keep capitals and are not text. */
const PROTECTED = /\{((?:\$[^$]*\$|[^\s{}$])+)\}/gu;

/** `<a href="…">`, `</i>`: what @retorquere/bibtex-parser makes of commands; a `<` of the text stays as it is. */
const MARKUP = /<\/?(?:a|i|b|code|sub|sup|span)(?: [^>]*)?>/gu;

/** A text without quotes and with one kind of dash, which readers of TeX spell in their own ways or take for markup. */
const spoken = (text: string) =>
  inTex(text)
    .replace(/[“”‘’"'`]/gu, '')
    .replace(/[–—]|-{2,3}/gu, '-');

/** A text as biblatex-csl-converter reads it: it drops commands it does not know, those for a circumflex and for a brace alone. */
const withoutDropped = (text: string) => spoken(text).replace(/[\^{}]/gu, '');

describe.each([bibtex, biblatex])('$label of every work', (writer) => {
  it('is read by @retorquere/bibtex-parser without a complaint, every value as it was written', () => {
    const read = parseBibtex(seeds.write(writer), { raw: true });
    expect(read.errors).toEqual([]);
    expect(read.entries.map(({ key }) => key)).toEqual(
      seeds.published.map(({ citation_key }) => citation_key),
    );
    for (const [index, work] of seeds.published.entries()) {
      const fields = read.entries[index]?.fields ?? {};
      expect(tight((fields['title'] ?? '').replace(PROTECTED, '$1'))).toBe(tight(work.title.latex));
      expect(tight(fields['abstract'] ?? '')).toBe(tight(work.abstract?.latex ?? ''));
      // Of a date without a day, BibTeX has year and month.
      const date = fields['date'] || fields['year'] || '';
      expect((work.issued ?? '').slice(0, date.length)).toBe(date);
      expect(date.length > 0).toBe(work.issued !== null);
      expect(fields['doi'] ?? '').toBe(identifierIn(work, 'doi'));
      expect(fields['eprint'] ?? '').toBe(identifierIn(work, 'arxiv'));
      expect(isAddressOf(work, fields['url'])).toBe(true);
    }
  });

  it('is read by @retorquere/bibtex-parser as text, with all authors in order', () => {
    // The reader turns formulas into HTML and knows few commands; what it does not know must be one of mathematics.
    const unknown: string[] = [];
    const read = parseBibtex(seeds.write(writer), {
      sentenceCase: false,
      unsupported: (_node, tex) => {
        unknown.push(tex);
        return tex;
      },
    });
    expect(read.errors).toEqual([]);
    const formulas = seeds.published.flatMap(({ title, abstract }) =>
      [...`${title.latex} ${abstract?.latex ?? ''}`.matchAll(/\$[^$]+\$/gu)].map(([math]) =>
        math.replace(/[\s{}]/gu, ''),
      ),
    );
    for (const tex of unknown) {
      const bare = tex.replace(/[\s{}]/gu, '');
      expect(
        formulas.some((math) => math.includes(bare)),
        tex,
      ).toBe(true);
    }
    for (const [index, work] of seeds.published.entries()) {
      const fields = read.entries[index]?.fields;
      expect(
        (fields?.author ?? []).map(({ lastName, firstName, prefix, suffix, name }) => ({
          family: lastName ?? name,
          ...(firstName && { given: firstName }),
          ...(prefix && { particle: prefix }),
          ...(suffix && { suffix }),
        })),
      ).toEqual(work.authors.map(parts));
      const made = seeds.survey.works[index];
      if (!made) throw new Error(`${work.citation_key} is no work`);
      for (const { name, rich, plain } of textFields(made, work)) {
        if (textsOf(rich).length > 1) continue;
        const text = String(fields?.[name] ?? '').replace(MARKUP, '');
        expect(spoken(text), `${name} of ${work.citation_key}`).toBe(spoken(plain));
      }
    }
  });

  it('is read by biblatex-csl-converter without an error or a warning, every field as published', () => {
    const parser = new BibLatexParser(seeds.write(writer), {
      processUnexpected: true,
      processUnknown: true,
    });
    const { entries, errors, warnings } = parser.parse();
    expect(errors).toEqual([]);
    // The archive is named twice on purpose: BibTeX styles read `archivePrefix`, biblatex `eprinttype`.
    expect(warnings.filter(({ field }) => field !== 'archiveprefix')).toEqual([]);
    const read = Object.values(entries);
    expect(read).toHaveLength(seeds.published.length);
    for (const [index, work] of seeds.published.entries()) {
      const { entry_key: key, fields } = read[index] ?? {};
      if (!key || !fields) throw new Error(`${work.citation_key} was not read`);
      expect(key).toBe(work.citation_key);
      expect(namesOf(fields['author'])).toEqual(work.authors.map(parts));
      expect(fields['date'] ?? '').toBe(work.issued ?? '');
      expect(fields['doi'] ?? '').toBe(identifierIn(work, 'doi'));
      expect(fields['eprint'] ?? '').toBe(identifierIn(work, 'arxiv'));
      expect(isAddressOf(work, fields['url'])).toBe(true);
      const made = seeds.survey.works[index];
      if (!made) throw new Error(`${key} is no work`);
      for (const { name, rich, plain } of textFields(made, work)) {
        const text = withoutDropped(flat(fields[name]));
        const texts = textsOf(rich);
        if (texts.length === 1) {
          expect(text, `${name} of ${key}`).toBe(withoutDropped(plain));
          continue;
        }
        // The reader makes text of formulas; what stands between them stays.
        let from = 0;
        for (const piece of texts.map(withoutDropped)) {
          const at = text.indexOf(piece, from);
          expect(at, `“${piece}” in ${name} of ${key}`).toBeGreaterThanOrEqual(0);
          from = at + piece.length;
        }
      }
    }
  });

  it('is read by citation-js with authors, date, DOI and address', () => {
    const read = plugins.input.chain(seeds.write(writer), { generateGraph: false });
    expect(read).toHaveLength(seeds.published.length);
    for (const [index, work] of seeds.published.entries()) {
      const item = read[index] ?? {};
      expect(item['id']).toBe(work.citation_key);
      expect(item['author'] ?? []).toHaveLength(work.authors.length);
      expect(item['DOI'] ?? '').toBe(identifierIn(work, 'doi'));
      expect(isAddressOf(work, item['URL'])).toBe(true);
      expect(item['issued']).toEqual(
        work.issued ? { 'date-parts': [work.issued.split('-').map(Number)] } : undefined,
      );
    }
  });

  it('names what each work is', () => {
    for (const work of seeds.survey.works) {
      const type = types.get(work.publication.type);
      expect(writer.write([work], seeds.survey)).toMatch(new RegExp(`^@${type}\\{`));
    }
  });
});

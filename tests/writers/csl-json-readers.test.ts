// @module-tag exports-whole
import { plugins } from '@citation-js/core';
import { Ajv } from 'ajv';
import { parseCSL } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemTypes, type Name } from '../../src/model/index.ts';
import { cslJson } from '../../src/writers/index.ts';
import { flat, namesOf } from './converter.ts';
import { isAddressOf, type SeedsSurvey, seedsSurvey, identifierIn } from './seeds-survey.ts';

let seeds: SeedsSurvey;
beforeAll(async () => {
  seeds = await seedsSurvey();
});

/** A title without its marks, and its scripts on the line: `R<sup>4</sup>ec` and `R⁴ec` are `R4ec`. */
const letters = (title: string) => title.replace(/<[^<>]+>/gu, '').normalize('NFKC');

const number = { type: ['string', 'number'] };
const text = { type: 'string' };

/**
 * The rules of CSL 1.0.2's csl-data.json for every variable the survey fills; others are refused, as there. No npm
 * package carries the schema itself.
 */
const cslSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      id: number,
      type: { enum: itemTypes },
      author: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            family: text,
            given: text,
            'non-dropping-particle': text,
            suffix: text,
            literal: text,
          },
        },
      },
      submitted: { type: 'object' },
      issued: {
        type: 'object',
        additionalProperties: false,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: number },
          },
        },
      },
      volume: number,
      issue: number,
      page: number,
      number,
      ...Object.fromEntries(
        'citation-key title abstract archive archive_location collection-title collection-number container-title container-title-short edition event-title event-place genre ISBN ISSN keyword language publisher publisher-place note source status version DOI PMID URL'
          .split(' ')
          .map((name) => [name, text]),
      ),
    },
  },
};

/** A name in the parts of CSL. */
const cslName = ({ literal, given, particle, family, suffix }: Name) =>
  family
    ? {
        family,
        ...(given && { given }),
        ...(particle && { 'non-dropping-particle': particle }),
        ...(suffix && { suffix }),
      }
    : { literal };

describe('CSL-JSON of every work', () => {
  it('obeys the schema', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(cslSchema);
    validate(JSON.parse(seeds.write(cslJson)));
    expect(validate.errors).toBeNull();
  });

  it('is read by citation-js with title, authors, date, identifiers, abstract and address', () => {
    const read = plugins.input.chain(seeds.write(cslJson), { generateGraph: false });
    expect(read).toHaveLength(seeds.published.length);
    for (const [index, work] of seeds.published.entries()) {
      const item = read[index] ?? {};
      const arxiv = identifierIn(work, 'arxiv');
      expect(item).toMatchObject({
        id: work.citation_key,
        ...(work.authors.length > 0 ? { author: work.authors.map(cslName) } : {}),
        ...(work.issued ? { issued: { 'date-parts': [work.issued.split('-').map(Number)] } } : {}),
        ...(work.abstract ? { abstract: work.abstract.plain } : {}),
        ...(identifierIn(work, 'doi') ? { DOI: identifierIn(work, 'doi') } : {}),
      });
      expect(letters(String(item['title']))).toBe(letters(work.title.plain));
      if (arxiv) expect(`${item['number']} ${item['note']}`).toContain(`arXiv:${arxiv}`);
      expect(isAddressOf(work, item['URL'])).toBe(true);
    }
  });

  it('is read by biblatex-csl-converter with the same', () => {
    const items = z
      .array(z.record(z.string(), z.unknown()))
      .parse(JSON.parse(seeds.write(cslJson)));
    const byTitle = new Map(
      Object.values(
        parseCSL(Object.fromEntries(items.map((item) => [String(item['id']), item]))),
      ).map(({ fields }) => [letters(flat(fields['title'])), fields]),
    );
    for (const work of seeds.published) {
      // It knows no `document`, a type that came with CSL 1.0.2.
      if (work.publication.type === 'document') continue;
      const fields = byTitle.get(letters(work.title.plain)) ?? {};
      expect(namesOf(fields['author'])).toEqual(
        work.authors.map(({ literal, given, particle, family, suffix }) => ({
          family: family ?? literal,
          ...(given && { given }),
          ...(particle && { particle }),
          ...(suffix && { suffix }),
        })),
      );
      expect(fields['date'] ?? '').toBe(work.issued ?? '');
      expect(fields['doi'] ?? '').toBe(identifierIn(work, 'doi'));
      expect(flat(fields['abstract'] ?? [])).toBe(work.abstract?.plain ?? '');
      expect(isAddressOf(work, fields['url'])).toBe(true);
    }
  });
});

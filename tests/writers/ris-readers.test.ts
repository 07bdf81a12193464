// @module-tag exports-whole
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parseRIS } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Name } from '../../src/model/index.ts';
import { ris } from '../../src/writers/index.ts';
import { flat, namesOf } from './converter.ts';
import { isAddressOf, type SeedsSurvey, seedsSurvey, identifierIn } from './seeds-survey.ts';

let seeds: SeedsSurvey;
beforeAll(async () => {
  seeds = await seedsSurvey();
});

/** A name as RIS tells it: a particle belongs to the family name, a suffix stands by itself. */
const risName = ({ literal, given, particle, family, suffix }: Name) =>
  family
    ? {
        family: [particle, family].filter(Boolean).join(' '),
        ...(given && { given }),
        ...(suffix && { suffix }),
      }
    : { family: literal };

const names = z.array(z.record(z.string(), z.string()));

/** citation-js takes `van der` out of the family name again. */
const joined = (name: Record<string, string>) => {
  const { 'non-dropping-particle': particle, 'dropping-particle': dropping, ...rest } = name;
  const family = [dropping, particle, rest['family']].filter(Boolean).join(' ');
  return { ...rest, family };
};

describe('RIS of every work', () => {
  it('is read by citation-js with title, authors, date, identifiers, abstract and address', () => {
    const read = plugins.input.chain(seeds.write(ris), { generateGraph: false });
    expect(read).toHaveLength(seeds.published.length);
    for (const [index, work] of seeds.published.entries()) {
      const item = read[index] ?? {};
      expect(item['title']).toBe(work.title.plain);
      expect(names.parse(item['author'] ?? []).map(joined)).toEqual(work.authors.map(risName));
      expect(item['issued']).toEqual(
        work.issued ? { 'date-parts': [work.issued.split('-').map(Number)] } : undefined,
      );
      expect(item['DOI'] ?? '').toBe(identifierIn(work, 'doi'));
      expect(item['abstract'] ?? '').toBe(work.abstract?.plain ?? '');
      expect(isAddressOf(work, item['URL'])).toBe(true);
    }
  });

  it('is read by biblatex-csl-converter with the same, and without a complaint of its form', () => {
    const { entries, errors, warnings } = parseRIS(seeds.write(ris));
    expect(errors).toEqual([]);
    // It asks for authors and a date of every work, and no source tells them of all.
    const untold = seeds.published.flatMap(({ authors, issued }) => [
      ...(authors.length === 0 ? ['author'] : []),
      ...(issued === null ? ['date'] : []),
    ]);
    // It knows no tag for the key of a record.
    expect(
      warnings
        .filter(({ type }) => type !== 'unknown_tag')
        .map(({ type, field }) => `${type} ${field}`)
        .sort(),
    ).toEqual(untold.map((field) => `missing_required_field ${field}`).sort());
    const read = Object.values(entries);
    expect(read).toHaveLength(seeds.published.length);
    for (const [index, work] of seeds.published.entries()) {
      const fields = read[index]?.fields ?? {};
      expect(flat(fields['title'])).toBe(work.title.plain);
      expect(namesOf(fields['author'])).toEqual(work.authors.map(risName));
      // Of year and date it keeps the year.
      expect(fields['date'] ?? '').toBe(work.issued?.slice(0, 4) ?? '');
      expect(fields['doi'] ?? '').toBe(identifierIn(work, 'doi'));
      expect(flat(fields['abstract'] ?? [])).toBe(work.abstract?.plain ?? '');
      expect(isAddressOf(work, fields['url'])).toBe(true);
    }
  });

  it('names the arXiv identifier, and calls no preprint a journal article', () => {
    for (const [index, work] of seeds.survey.works.entries()) {
      const text = ris.write([work], seeds.survey);
      const published = seeds.published[index];
      const arxiv = published && identifierIn(published, 'arxiv');
      if (arxiv) expect(text).toContain(`\nAN  - arXiv:${arxiv}\n`);
      expect(text.startsWith('TY  - JOUR')).toBe(work.publication.type === 'article-journal');
    }
  });
});

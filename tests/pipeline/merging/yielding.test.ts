import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/model/index.ts';
import { assemble } from '../../../src/pipeline/merging/assemble.ts';
import { correction, decided, evidence, type Said, source } from '../make.ts';

type Values = Extract<Correction, { match: unknown }>['set'];

const reason = 'known';
/** What three voices say of one paper, each in its own words. */
const voices = ['seed', 'human', 'lookup'] as const;
type Voice = (typeof voices)[number];
const fields = ['title', 'authors', 'date', 'venue', 'doi'] as const;
type Field = (typeof fields)[number];

const said: Record<Voice, Record<Field, string>> = {
  seed: {
    title: 'A title of the seed',
    authors: 'Ann Lee',
    date: '2021-01-02',
    venue: 'V1',
    doi: '10.1111/a',
  },
  human: {
    title: 'A title of a human',
    authors: 'Bo Fox',
    date: '2022-02-03',
    venue: 'V2',
    doi: '10.2222/b',
  },
  lookup: {
    title: 'A title looked up',
    authors: 'Cy Dee',
    date: '2023-03-04',
    venue: 'V3',
    doi: '10.3333/c',
  },
};

function valuesOf(voice: Voice, given: readonly Field[]): Values {
  const { authors, ...values } = Object.fromEntries(
    given.map((field) => [field, said[voice][field]]),
  );
  return authors === undefined ? values : { ...values, authors: [authors] };
}

function shown(seed: readonly Field[], human: readonly Field[], file: string) {
  const record: Said = Object.fromEntries(seed.map((field) => [field, said.seed[field]]));
  const match = { arxiv: '2501.00001' };
  const lookup = { match, set: valuesOf('lookup', fields), reason, evidence };
  const { work, messages } = assemble(
    decided(
      [source({ arxiv: '2501.00001', ...record })],
      [
        correction({ ...lookup, yields: true }, 1, file),
        ...(human.length === 0
          ? []
          : [correction({ match, set: valuesOf('human', human), reason, evidence })]),
      ],
    ),
    { stripsMath: () => false, place: () => 0 },
  );
  const { authors, issued, venue } = work.fields;
  const found: Record<Field, string | undefined> = {
    title: work.title.value.source,
    authors: authors?.value.names.map(({ literal }) => literal).join(', '),
    date: issued?.value.iso,
    venue: venue?.value,
    doi: work.identifiers.find(({ value }) => value.scheme === 'doi')?.value.value,
  };
  return { found, codes: messages.map(({ code }) => code) };
}

describe('a correction that yields', () => {
  it('counts only for what neither a seed nor another correction states, wherever it is written', () => {
    const some = fc.subarray([...fields]);
    const file = fc.constantFrom('corrections/a.yaml', 'corrections/z.yaml');
    fc.assert(
      fc.property(some, some, file, (seed, human, name) => {
        const { found, codes } = shown(seed, human, name);
        expect(codes).toEqual([]);
        for (const field of fields) {
          const voice = human.includes(field) ? 'human' : seed.includes(field) ? 'seed' : 'lookup';
          expect(found[field], field).toBe(said[voice][field]);
        }
      }),
    );
  });

  it('completes a list of authors that says that there are more, and a date whose year was inferred', () => {
    const match = { arxiv: '2501.00001' };
    const set: Values = { authors: ['Ann Lee', 'Bo Fox'], date: '2025-01-02' };
    const { work } = assemble(
      decided(
        [source({ arxiv: '2501.00001', authors: 'Ann Lee et al.', date: 'Jan 2' })],
        [correction({ match, set, yields: true, reason, evidence })],
      ),
      { stripsMath: () => false, place: () => 0 },
    );
    expect(work.fields.authors?.value).toMatchObject({ more: false, count: 2 });
    expect(work.fields.issued).toMatchObject({
      value: { iso: '2025-01-02', yearInferred: false },
      from: { kind: 'correction', lookedUp: true },
    });
  });
});

// @module-tag every-byte
// @module-tag traced
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONFIDENT, decodeSeed, detectReader, pageText, readers } from '../../src/readers/index.ts';
import { expectFaithful } from './faithful.ts';

const here = import.meta.dirname;

interface Case {
  format: string;
  name: string;
  bytes: Buffer;
}

const cases: Case[] = readers.flatMap(({ format }) =>
  existsSync(`${here}/${format}`)
    ? readdirSync(`${here}/${format}`).map((name) => ({
        format,
        name,
        bytes: readFileSync(`${here}/${format}/${name}/seed.txt`),
      }))
    : [],
);

/** Sentences, numbers, marks and the openings of other formats, to be thrown among the lines of a case. */
const noise = fc.oneof(
  fc.constantFrom(
    '',
    '·',
    '65',
    '2017',
    '```',
    '| a | b |',
    '@article{x,',
    'TY  - JOUR',
    'byAK and the research community',
    '[c12]',
    '- [A Title of Grass](https://arxiv.org/abs/2401.00001)',
    'arXiv:2401.00001',
    'We study gardens under rain, and say so at length. '.repeat(6),
    '{"title":',
    '<entry>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

const mutation = fc.oneof(
  fc.record({ how: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    how: fc.constant('cut-front' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ how: fc.constant('doubled' as const) }),
  fc.record({ how: fc.constant('shuffled' as const), step: fc.integer({ min: 1, max: 97 }) }),
  fc.record({
    how: fc.constant('noisy' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    noise,
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutate(bytes: Buffer, by: Mutation): Uint8Array {
  switch (by.how) {
    case 'cut':
      return bytes.subarray(0, Math.floor(by.at * bytes.length));
    case 'cut-front':
      return bytes.subarray(Math.floor(by.at * bytes.length));
    case 'doubled':
      return Buffer.concat([bytes, Buffer.from('\n'), bytes]);
    case 'shuffled': {
      const lines = bytes.toString('latin1').split('\n');
      const ranked = lines.map((line, index) => ({ line, rank: (index * by.step) % lines.length }));
      return Buffer.from(
        ranked
          .sort((a, b) => a.rank - b.rank)
          .map(({ line }) => line)
          .join('\n'),
        'latin1',
      );
    }
    case 'noisy': {
      const lines = bytes.toString('latin1').split('\n');
      lines.splice(Math.floor(by.at * lines.length), 0, Buffer.from(by.noise).toString('latin1'));
      return Buffer.from(lines.join('\n'), 'latin1');
    }
  }
}

describe('the cases of all readers', () => {
  test.each(cases.map((each) => [`${each.format}/${each.name}`, each] as const))(
    '%s is wanted by its own reader and no other',
    (_, { format, bytes }) => {
      const { text } = decodeSeed({ path: 'seed.txt', bytes });
      const { tried } = detectReader(pageText(text)?.text ?? text);
      expect(
        tried.filter((each) => each.confidence >= CONFIDENT).map((each) => each.format),
      ).toEqual([format]);
    },
  );

  test('cut, shuffled, doubled or with noise among them are read without loss', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(mutation, { maxLength: 3 }),
        (each, changes) => {
          expectFaithful(
            changes.reduce<Uint8Array>((bytes, by) => mutate(Buffer.from(bytes), by), each.bytes),
          );
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('put one behind the other are read without loss', () => {
    const some = fc.array(fc.constantFrom(...cases), { minLength: 2, maxLength: 4 });
    const gap = fc.constantFrom('\n', '\n\n', '\r\n\r\n', '');
    fc.assert(
      fc.property(some, gap, (parts, between) => {
        expectFaithful(Buffer.concat(parts.flatMap(({ bytes }) => [bytes, Buffer.from(between)])));
      }),
      { numRuns: 300 },
    );
  });
});

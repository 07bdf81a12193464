import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RawField } from '../../src/model/index.ts';
import { readSeed } from '../../src/pipeline/reading/read.ts';
import { decodeSeed, readers } from '../../src/readers/index.ts';
import { isFaithful } from './faithful.ts';

const here = import.meta.dirname;
const cases = readers.flatMap(({ format }) =>
  readdirSync(`${here}/${format}`).map((name) => `${format}/${name}`),
);

test.each(cases)('the bytes at each place of %s give the value, and no other bytes do', (name) => {
  const seed = {
    path: 'seed.txt',
    bytes: new Uint8Array(readFileSync(`${here}/${name}/seed.txt`)),
  };
  const { text } = decodeSeed(seed);
  for (const { format, records } of readSeed(seed).listings) {
    for (const record of records) {
      // Of what is withheld nothing is said.
      const fields = record.fields.filter(({ value }) => value !== '');
      expect(fields.filter((field) => !isFaithful(field, text, format))).toEqual([]);
      const swapped = fields.flatMap((field, index) => swaps(field, fields[index + 1]));
      expect(
        swapped.filter((pair) => pair.every((field) => isFaithful(field, text, format))),
      ).toEqual([]);
    }
  }
});

/** Two neighbours with their places exchanged; none where both say the same. */
function swaps(field: RawField, next: RawField | undefined): RawField[][] {
  if (next === undefined || field.value === next.value) return [];
  return [
    [
      { ...field, span: next.span },
      { ...next, span: field.span },
    ],
  ];
}

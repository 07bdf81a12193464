import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceNames } from '../../src/view/source-names.ts';

const namesOf = (...seeds: string[]) => Object.fromEntries(sourceNames(seeds));

test('a seed keeps its name', () => {
  expect(namesOf('lists/a b#1.txt', 'B.txt')).toEqual({
    'lists/a b#1.txt': 'lists/a b#1.txt',
    'B.txt': 'B.txt',
  });
});

test('names that Windows and macOS take for one get folders of their own', () => {
  expect(namesOf('papers.bib', 'Papers.bib', 'PAPERS.bib')).toEqual({
    'papers.bib': 'papers.bib',
    'Papers.bib': '~50~apers.bib',
    'PAPERS.bib': '~50~~41~~50~~45~~52~~53~.bib',
  });
  expect(new Set(Object.values(namesOf('é.txt', 'e\u0301.txt'))).size).toBe(2);
});

test('no two seeds share a folder, and their order makes no difference', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'A', 'é', 'e\u0301', 'É', '~', '1', '4') });
  fc.assert(
    fc.property(
      fc.uniqueArray(
        name.filter((text) => text !== ''),
        { maxLength: 12 },
      ),
      (seeds) => {
        const names = sourceNames(seeds);
        const folders = [...names.values()].map((each) => each.normalize('NFC').toLowerCase());
        expect(new Set(folders).size).toBe(seeds.length);
        expect(sourceNames(seeds.toReversed())).toEqual(names);
      },
    ),
  );
});

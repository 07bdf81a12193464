import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceNames } from '../../src/pipeline/addresses/source-names.ts';

const namesOf = (...seeds: string[]) => Object.fromEntries(sourceNames(seeds));

test('a seed keeps its name', () => {
  expect(namesOf('lists/a b (1).txt', 'B.txt')).toEqual({
    'lists/a b (1).txt': 'lists/a b (1).txt',
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

test('accents that stand apart from their letters, as macOS writes them, are joined to them', () => {
  expect(namesOf('re\u0301sume\u0301.bib', 'a.bib')).toEqual({
    're\u0301sume\u0301.bib': 'résumé.bib',
    'a.bib': 'a.bib',
  });
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

/** What Windows, a web server or an address takes for something else. */
const UNSAFE =
  /[%?\\:*"<>|\p{Cc}]|(?:^|\/)(?:con|nul|aux|prn|com1)(?:\.|\/|$)|[. ](?:\/|$)|(?:^|\/)index\.html$/iu;

test.each([
  ['%00.bib', '~25~00.bib'],
  ['a%20b.txt', 'a~25~20b.txt'],
  ['100%.bib', '100~25~.bib'],
  ['index.html', '~69~ndex.html'],
  ['lists/a#b?c.bib', 'lists/a~23~b~3f~c.bib'],
  ['back\\slash.bib', 'back~5c~slash.bib'],
  ['two\nlines.txt', 'two~a~lines.txt'],
  ['ends with a blank ', 'ends with a blank~20~'],
  ['ends.', 'ends~2e~'],
  ['NUL.txt', '~4e~UL.txt'],
  ['gnp\u202e.txt', 'gnp~202e~.txt'],
])('a name some system refuses has codes in it: %j', (seed, name) => {
  expect(namesOf(seed)).toEqual({ [seed]: name });
});

test('a name as long as a file system takes keeps its length, and a longer one is cut', () => {
  const long = `${'w'.repeat(251)}.txt`;
  expect(namesOf(long)).toEqual({ [long]: long });
  const [coded = ''] = Object.values(namesOf('%'.repeat(255)));
  expect(coded.length).toBeLessThanOrEqual(255);
});

test('any names give safe folders of their own', () => {
  const part = fc.oneof(
    fc.string({ unit: fc.constantFrom('%', '2', '5', '~', 'a', 'A', '.', ' ', '\\', '\n', 'é') }),
    fc.constantFrom('con', 'NUL.txt', 'index.html', '~25~', '%'),
  );
  const seed = fc.array(
    part.filter((text) => text !== ''),
    { minLength: 1, maxLength: 2 },
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(
        seed.map((parts) => parts.join('/')),
        { maxLength: 12 },
      ),
      (seeds) => {
        const names = [...sourceNames(seeds).values()];
        expect(new Set(names.map((each) => each.normalize('NFC').toLowerCase())).size).toBe(
          seeds.length,
        );
        for (const name of names) expect(name).not.toMatch(UNSAFE);
      },
    ),
  );
});

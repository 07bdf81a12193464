// @module-tag private-withheld
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { privateStretches } from '../../src/text/index.ts';
import { publicNames } from '../../src/loaders/public-names.ts';

it.each([
  ['list.bib', 'list.bib'],
  ['ada@uni.example.bib', 'withheld.bib'],
  ['letters of ada.lee@uni.example.csl.json', 'letters of withheld.json'],
  ['of ada@uni.example', 'of withheld'],
  ['from ada@uni.example/list.bib', 'from withheld/list.bib'],
  ['C:\\Users\\ada\\Zotero\\list.bib', 'withheld.bib'],
  ['100% @ home.txt', '100% @ home.txt'],
  ['page 1 at the lab.txt', 'page 1 at the lab.txt'],
])('%s is called %s in public', (path, name) => {
  expect(publicNames([path]).get(path)).toBe(name);
});

it('numbers names that would be the same, and takes none that a file has', () => {
  const paths = ['b@uni.example.bib', 'a@uni.example.bib', 'withheld.bib', 'withheld-2.bib'];
  expect(Object.fromEntries(publicNames(paths))).toEqual({
    'a@uni.example.bib': 'withheld-3.bib',
    'b@uni.example.bib': 'withheld-4.bib',
    'withheld.bib': 'withheld.bib',
    'withheld-2.bib': 'withheld-2.bib',
  });
});

it('gives every file a name of its own, whatever they are called', () => {
  const part = fc.oneof(
    fc.constantFrom('a@uni.example', 'b@uni.example.bib', 'withheld', '.bib', 'list'),
    fc.string(),
  );
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
      const names = publicNames(paths);
      expect(new Set(names.values()).size).toBe(paths.length);
      for (const name of names.values())
        expect(name.split('/').flatMap((each) => privateStretches(each))).toEqual([]);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, findFile, pathBelow } from '../../src/service-worker/worker/address.ts';

const files = new Set(['index.html', 'mark.svg', 'papers/index.html', 'papers/a/index.html']);
const has = (file: string) => files.has(file);

test.each([
  ['', { file: 'index.html' }],
  ['index.html', { file: 'index.html' }],
  ['papers/', { file: 'papers/index.html' }],
  ['papers/a/index.html', { file: 'papers/a/index.html' }],
  ['papers/a', { folder: 'papers/a' }],
  ['mark.svg', { file: 'mark.svg' }],
  ['mark.svg/', undefined],
  ['papers/b/', undefined],
  ['papers/b', undefined],
])('the path "%s" names what a host would answer with', (path, named) => {
  expect(findFile(path, has)).toEqual(named);
});

test.each([
  ['https://example.org/x/papers/?q=a#top', 'papers/'],
  ['https://example.org/x/', ''],
  ['https://example.org/x/sources/a%20b.txt/', 'sources/a b.txt/'],
  ['https://example.org/y/papers/', undefined],
  ['https://example.com/x/papers/', undefined],
  ['https://example.org/x/%E0%A4%A', undefined],
])('%s has its path below the first page', (address, path) => {
  expect(pathBelow('https://example.org/x/', address)).toBe(path);
});

test('a file is found at the address it is asked for by', () => {
  const name = fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter((each) => !/^\.*$|\//u.test(each));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 3 }), fc.boolean(), (folders, page) => {
      const file = [...folders, page ? 'index.html' : 'mark.svg'].join('/');
      const path = pathBelow('https://example.org/x/', addressOf('https://example.org/x/', file));
      expect(path === undefined ? undefined : findFile(path, (each) => each === file)).toEqual({
        file,
      });
    }),
  );
});

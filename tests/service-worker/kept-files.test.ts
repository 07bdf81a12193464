import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptFiles, LIMIT } from '../../src/service-worker/build/kept-files.ts';

/** Files of a survey, each of so many bytes. */
const sized = (paths: readonly string[], bytes: number) =>
  new Map(paths.map((path) => [path, bytes]));

const wayIn = ['assets/site-A.css', 'index.html', 'offline/index.html', 'papers/index.html'];
const index = ['pagefind/index/en_1.pf_index', 'pagefind/start.bin'];
const papers = ['assets/works/1/cited-0.js', 'papers/a/index.html', 'themes/b/index.html'];
const others = ['authors/c/index.html', 'id/arxiv/1/index.html'];
const never = [
  '404.html',
  'data/survey.json',
  'download/florilegium.zip',
  'feed.xml',
  'papers/a/cite.bib',
  'sitemap-0.xml',
];
const all = [...never, ...others, ...papers, ...index, ...wayIn];

describe('of a survey', () => {
  test('that is small, all that is read is kept, the most needed first', () => {
    expect(keptFiles(sized(all, 100))).toEqual([...wayIn, ...index, ...papers, ...others]);
  });

  test.each([
    ['a byte too large', 1100 - 1, [...wayIn, ...index, ...papers]],
    ['with too many papers', 900 - 1, [...wayIn, ...index]],
    ['with too large an index', 600 - 1, wayIn],
    ['without any room', 0, wayIn],
  ])('%s, what is needed most is kept', (_name, limit, kept) => {
    expect(keptFiles(sized(all, 100), limit)).toEqual(kept);
  });

  test('that just fits, all is kept', () => {
    expect(keptFiles(sized(all, 100), 1100)).toHaveLength(11);
  });

  test('without files, nothing is kept', () => {
    expect(keptFiles(new Map())).toEqual([]);
  });
});

test('what is kept beyond the way in stays within the limit, and does not depend on the order of files', () => {
  const size = fc.integer({ min: 1, max: LIMIT });
  fc.assert(
    fc.property(fc.tuple(...all.map(() => size)), fc.nat(all.length), (sizes, turn) => {
      const files = all.map((path, at): [string, number] => [path, sizes[at] ?? 0]);
      const kept = keptFiles(new Map(files));
      const bytes = kept.reduce((sum, path) => sum + (new Map(files).get(path) ?? 0), 0);
      expect(kept.slice(0, wayIn.length)).toEqual(wayIn);
      expect(bytes <= LIMIT || kept.length === wayIn.length).toBe(true);
      expect(keptFiles(new Map([...files.slice(turn), ...files.slice(0, turn)]))).toEqual(kept);
    }),
  );
});

import { expect, test } from 'vitest';
import type { Provenance, Work } from '../../src/model/index.ts';
import { textValue } from '../../src/pipeline/reading/clean.ts';
import { mathCoverage } from '../../src/pipeline/math-coverage.ts';
import { madeUpWork } from './made-up-work.ts';

const place = { file: 'a.txt' };
const from: Provenance = {
  kind: 'seed',
  seed: 'a.txt',
  record: 'a.txt#1',
  span: { start: 10, end: 20 },
  lines: [3, 4],
};

/** A work with this abstract. @param stripped as a page prints it that takes the TeX from formulas */
function work(permalink: string, abstract: string, stripped = false): Work {
  const value = textValue(abstract, [], place, stripped);
  return { ...madeUpWork(permalink, 'A title'), fields: { abstract: { value, from } } };
}

test('a survey without works has nothing to count', () => {
  const { coverage, messages } = mathCoverage([]);
  expect(coverage.spans).toEqual({
    intact: 0,
    mended: 0,
    repaired: 0,
    left: 0,
    rendered: 0,
    failed: 0,
  });
  expect(messages).toEqual([]);
});

test('every formula is counted once by its origin and once by whether it is set', () => {
  const { coverage } = mathCoverage([
    work('a', 'We have $x^2$ and $R^<4>$.'),
    work('b', 'No formula for $5.'),
    work('c', 'An error of at most varepsilon^2 in R^d in time O(d^4).', true),
  ]);
  const { spans, texts } = coverage;
  expect(spans.intact).toBe(1);
  expect(spans.mended).toBe(1);
  expect(spans.repaired).toBeGreaterThan(0);
  expect(spans.rendered).toBe(spans.intact + spans.mended + spans.repaired);
  // Three titles and one abstract.
  expect(texts.plain).toBe(4);
  expect(texts.set + texts.partly).toBe(2);
});

test('what is left verbatim is listed with its place and the reason', () => {
  const { coverage } = mathCoverage([
    work('a', 'A matrix $M$ stands in the space R^{mtimes n} here.', true),
  ]);
  expect(coverage.spans.left).toBe(coverage.left.length);
  expect(coverage.texts.partly).toBe(1);
  expect(coverage.left.find(({ text }) => text.includes('mtimes'))).toMatchObject({
    permalink: 'a',
    field: 'abstract',
    seed: { path: 'a.txt', lines: [3, 4] },
    reason: 'beside-intact',
  });
});

test('a command KaTeX does not know is set by its name and told of', () => {
  const { coverage, messages } = mathCoverage([work('a', 'Let $\\zork_1 + \\zork_2$ be.')]);
  expect(coverage.unknown).toMatchObject([{ permalink: 'a', command: '\\zork' }]);
  expect(coverage.spans).toMatchObject({ rendered: 1, failed: 0 });
  expect(messages).toMatchObject([
    { code: 'math-unknown-command', severity: 'note', source: { file: 'a.txt', lines: [3, 4] } },
  ]);
});

test('a formula KaTeX cannot set is listed with KaTeX’s reason and told of', () => {
  const { coverage, messages } = mathCoverage([work('a', 'Let $\\frac{1$ be.')]);
  expect(coverage.spans).toMatchObject({ intact: 1, rendered: 0, failed: 1 });
  expect(coverage.texts.partly).toBe(1);
  expect(coverage.failed[0]?.reason).not.toBe('');
  expect(messages).toMatchObject([{ code: 'math-not-set', severity: 'warning' }]);
});

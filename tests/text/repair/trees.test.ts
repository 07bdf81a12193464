import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boost } from '../../../bench/math-model/boosting.ts';
import { packTrees, unpackTrees } from '../../../src/text/repair/model/packed.ts';
import { treeSum } from '../../../src/text/repair/judge/trees.ts';

const options = { trees: 20, depth: 2, rate: 0.3, l2: 1, least: 0.1 };
/** True where exactly one of two numbers is large, which no sum of weights says. */
const rows = Array.from({ length: 64 }, (_, i) => [i % 8, Math.floor(i / 8), 1]);
const labels = rows.map(([a = 0, b = 0]) => a < 3 !== b < 5);
const data = { rows, labels, weights: rows.map(() => 1) };

describe('boosted trees', () => {
  test('learn what depends on two numbers at once', () => {
    const trees = boost(data, options);
    expect(rows.map((row) => treeSum(trees, row) > 0)).toEqual(labels);
  });

  test('follow the rows that count more', () => {
    const both = { rows: [[1], [1]], labels: [true, false] };
    const stump = { ...options, trees: 5, depth: 1 };
    expect(treeSum(boost({ ...both, weights: [3, 1] }, stump), [1])).toBeGreaterThan(0);
    expect(treeSum(boost({ ...both, weights: [1, 3] }, stump), [1])).toBeLessThan(0);
  });

  test('stay the same when packed, but for the last digits of a leaf', () => {
    const trees = boost(data, options);
    const again = unpackTrees(packTrees(trees));
    expect(again.features).toEqual(trees.features);
    expect(again.thresholds).toEqual(trees.thresholds);
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 9 }), (a, b) => {
        expect(treeSum(again, [a, b, 1])).toBeCloseTo(treeSum(trees, [a, b, 1]), 1);
      }),
    );
  });
});

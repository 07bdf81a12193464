import { describe, expect, it } from 'vitest';
import { averageLink } from '../../../src/pipeline/themes/suggest/average-link.ts';

/** Points on a line; the nearer, the more alike, and beyond a distance of ten not at all. */
const line = (places: readonly number[]) =>
  places.map((a) => Float32Array.from(places, (b) => Math.max(0, 1 - Math.abs(a - b) / 10)));

const each = (points: number) => Array.from({ length: points }, (_, point) => [point]);

const sorted = (clusters: readonly number[][]) =>
  clusters.map((points) => points.toSorted((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);

describe('average link', () => {
  it('joins what is most alike first, until as few are left as wanted', () => {
    const likeness = line([0, 1, 4, 5, 9]);
    expect(sorted(averageLink(likeness, each(5), 0, 3))).toEqual([[0, 1], [2, 3], [4]]);
    expect(sorted(averageLink(likeness, each(5), 0, 2))).toEqual([[0, 1, 2, 3], [4]]);
  });

  it('joins nothing that is not alike', () => {
    expect(averageLink(line([0, 1, 50]), each(3), 0, 1)).toHaveLength(2);
  });

  it('keeps apart what is to be, and lets others join it', () => {
    const joined = averageLink(line([0, 1, 2, 3]), [[0], [1], [2], [3]], 2, 1);
    expect(joined).toHaveLength(2);
    expect(joined[0]).toContain(0);
    expect(joined[1]).toContain(1);
  });
});

import { describe, expect, test } from 'vitest';
import { timeline } from '../../src/view/timeline.ts';

const stems = (svg: string) => [...svg.matchAll(/class="k" d="M([\d.]+) [\d.]+V([\d.]+)"/g)];
const labels = (svg: string) => [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)">([^<]+)</g)];

describe('the timeline of a theme', () => {
  test('is absent without a date', () => {
    expect(timeline([])).toBeUndefined();
  });

  test('draws one stem and one name for each of a few papers', () => {
    const picture = timeline([
      { iso: '2023-06-01', name: 'A & B' },
      { iso: '2024-01', name: 'C' },
      { iso: '2025', name: 'D' },
    ]);
    expect(picture?.named).toBe(true);
    expect(stems(picture?.svg ?? '')).toHaveLength(3);
    expect(labels(picture?.svg ?? '').map(([, , , name]) => name)).toEqual(['A &amp; B', 'C', 'D']);
  });

  test('lets no stem rise through a name, and keeps every name inside', () => {
    const points = [0, 1, 3, 4, 9, 11, 15].map((month) => ({
      iso: `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`,
      name: 'A name of some length',
    }));
    const picture = timeline(points);
    const drawn = labels(picture?.svg ?? '').map(([, x, y, name = '']) => ({
      from: Number(x),
      to: Number(x) + name.length * 6,
      y: Number(y),
    }));
    expect(drawn).toHaveLength(points.length);
    for (const { from, to, y } of drawn) {
      expect(to).toBeLessThanOrEqual(picture?.width ?? 0);
      for (const [, x, top] of stems(picture?.svg ?? '')) {
        const crosses = Number(x) > from && Number(x) < to && Number(top) < y - 5;
        expect(crosses).toBe(false);
      }
    }
  });

  test('gives up names where papers crowd, and stacks the heads', () => {
    const points = Array.from({ length: 30 }, () => ({ iso: '2024-05', name: 'Some name' }));
    const picture = timeline([{ iso: '2020-01', name: 'First' }, ...points]);
    expect(picture?.named).toBe(false);
    const heads = [...(picture?.svg ?? '').matchAll(/<circle[^>]*cx="([\d.]+)" cy="([\d.]+)"/g)];
    expect(new Set(heads.map(([, x, y]) => `${x} ${y}`)).size).toBe(31);
    expect(heads.every(([, , y]) => Number(y) > 0)).toBe(true);
  });
});

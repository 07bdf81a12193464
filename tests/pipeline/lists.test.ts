import { afterEach, expect, it, vi } from 'vitest';
import { GivenNames } from '../../src/pipeline/lists.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('gives a name once, and then the first with a number that is free', () => {
  const names = new GivenNames(['lee', 'lee-3']);
  expect(['lee', 'lee', 'li', 'lee-2', 'li'].map((wish) => names.give(wish))).toEqual([
    'lee-2',
    'lee-4',
    'li',
    'lee-2-2',
    'li-2',
  ]);
  expect(names.has('li-2')).toBe(true);
});

it('looks at each name of one wish once, however many there are', () => {
  const looks = vi.spyOn(Set.prototype, 'has');
  const names = new GivenNames();
  for (let count = 0; count < 3000; count += 1) names.give('introduction');
  expect(looks.mock.calls.length).toBeLessThan(3 * 3000);
});

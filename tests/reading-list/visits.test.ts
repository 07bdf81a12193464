import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('location', { protocol: 'https:' });
vi.stubGlobal('document', { documentElement: { dataset: { survey: 'a-survey' } } });
vi.stubGlobal('localStorage', {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => kept.set(name, text),
});
afterAll(() => vi.unstubAllGlobals());
const { news } = await import('../../src/reading-list/browser/visits.ts');

const HOUR = 3_600_000;
const reads: string[] = [];
const read = (permalinks: string[]) => async (file: string) => {
  reads.push(file);
  return permalinks;
};
beforeEach(() => {
  kept.clear();
  reads.length = 0;
});

test('a first visit has no news, and the next one has what came since', async () => {
  expect((await news('a', read(['x', 'y']), 0)).permalinks).toEqual([]);
  const { permalinks, before } = await news('b', read(['x', 'z', 'y']), 30 * HOUR);
  expect(permalinks).toEqual(['z']);
  expect(before).toBe(0);
});

test('news stay for a visit and end with it; the list is read only when it has changed', async () => {
  await news('a', read(['x']), 0);
  await news('b', read(['x', 'z']), 30 * HOUR);
  expect((await news('b', read([]), 31 * HOUR)).permalinks).toEqual(['z']);
  expect((await news('b', read([]), 60 * HOUR)).permalinks).toEqual([]);
  expect(reads).toEqual(['a', 'b']);
});

test('what is kept and cannot be read counts as a first visit', async () => {
  kept.set('florilegium-visit-a-survey', '{"file":');
  expect((await news('b', read(['x']), 0)).permalinks).toEqual([]);
});

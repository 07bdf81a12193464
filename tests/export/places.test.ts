import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesInShort, readPlaces } from '../../src/export/places.ts';

describe('places of papers in a page', () => {
  it('are written as runs', () => {
    expect(placesInShort([0, 1, 2, 3, 7, 9, 10])).toBe('0-3 7 9-10');
    expect(placesInShort([5, 4])).toBe('5 4');
  });

  it('are read as they were written, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12_000), { minLength: 1 }), (places) => {
        expect(readPlaces(placesInShort(places))).toEqual(places);
      }),
    );
  });
});

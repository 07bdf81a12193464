// @module-tag goes-on
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginning } from '../../src/text/index.ts';

it('the beginning of a text is no longer than asked, and cuts no letter in two', () => {
  expect(beginning('a𝑅b', 2)).toBe('a');
  expect(beginning('a𝑅b', 3)).toBe('a𝑅');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(12), (text, most) => {
      const cut = beginning(text, most);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(most, text.length) - 1);
    }),
  );
});

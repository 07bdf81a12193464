import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedDirections } from '../../src/text/index.ts';

const OPEN = '\u202a\u202b\u202d\u202e\u2066\u2067\u2068';

describe('signs of direction', () => {
  it.each([
    ['ended where the text ends', 'a\u202eb', 'a\u202eb\u202c'],
    ['ended in the order in which they began', '\u2067\u202eb', '\u2067\u202eb\u202c\u2069'],
    ['left out where they end nothing', 'a\u202cb\u2069', 'ab'],
    ['kept where they are ended', '\u2068a\u2069 b', '\u2068a\u2069 b'],
    ['ended with what is around them', '\u2066\u202ea\u2069b', '\u2066\u202ea\u202c\u2069b'],
  ])('are %s', (_, text, balanced) => {
    expect(balancedDirections(text)).toBe(balanced);
  });

  it('turn nothing behind a text, whatever is in it', () => {
    const letters = fc.string({ unit: fc.constantFrom(...`${OPEN}\u202c\u2069ab`) });
    fc.assert(
      fc.property(letters, (text) => {
        const balanced = balancedDirections(text);
        const count = (signs: RegExp) => (balanced.match(signs) ?? []).length;
        expect(count(/[\u202a\u202b\u202d\u202e]/g)).toBe(count(/\u202c/g));
        expect(count(/[\u2066-\u2068]/g)).toBe(count(/\u2069/g));
        expect(balancedDirections(balanced)).toBe(balanced);
        expect(balanced.replace(/[^ab]/g, '')).toBe(text.replace(/[^ab]/g, ''));
      }),
    );
  });
});

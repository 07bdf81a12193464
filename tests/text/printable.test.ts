import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableJson } from '../../src/text/index.ts';

/** What a terminal obeys: controls but for line feed and tab, and marks of direction. */
const OBEYED = /[^\P{Cc}\t\n]|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('text for a terminal', () => {
  it.each([
    ['a\u001b[2Jb', 'a\\u{1b}[2Jb'],
    ['\u009b31m', '\\u{9b}31m'],
    ['gnp\u202eexe', 'gnp\\u{202e}exe'],
    ['bell\u0007, return\r', 'bell\\u{7}, return\\u{d}'],
    ['two\nlines\tand 𝔸 é', 'two\nlines\tand 𝔸 é'],
  ])('%j is printed as %j', (text, printed) => {
    expect(printable(text)).toBe(printed);
  });

  it('has nothing in it that a terminal obeys, as JSON too, which says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(OBEYED);
        expect(printableJson({ text })).not.toMatch(OBEYED);
        expect(JSON.parse(printableJson({ text }))).toEqual({ text });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitRun } from '../../../src/text/repair/commands.ts';
import { strip } from '../../../src/text/repair/strip.ts';
import { tokenise } from '../../../src/text/repair/tokens.ts';

describe('the stripping rule', () => {
  test.each([
    ['$M\\in \\mathbb{R}^{m\\times n}$', 'Min R^{mtimes n}'],
    ['$\\frac{a}{b}$', 'a{b}'],
    ['$\\widetilde{\\mathcal{O}}(d)$', 'mathcal{O}(d)'],
    ['\\textbf{bold} and 5\\%', 'bold and 5\\%'],
    ['a lone $ stays', 'a lone $ stays'],
  ])('makes %s into %s', (latex, stripped) => {
    expect(strip(latex)).toBe(stripped);
  });
});

describe('a run of letters', () => {
  test.each([
    ['mtimes', 'm', ['times']],
    ['Omegasubseteq', '', ['Omega', 'subseteq']],
    ['model', 'model', []],
    ['x', 'x', []],
  ])('%s is letters %s and commands %j', (run, letters, commands) => {
    expect(splitRun(run)).toEqual({ letters, commands });
  });

  test('is kept whole by its reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'inotalpes') }), (run) => {
        const { letters, commands } = splitRun(run);
        expect(letters + commands.join('')).toBe(run);
      }),
    );
  });
});

test('tokens tile the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tokens = tokenise(text);
      expect(tokens.map((token) => text.slice(token.start, token.end)).join('')).toBe(text);
      expect(tokens.map((token) => token.text).join('')).toBe(text);
    }),
  );
});

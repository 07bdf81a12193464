import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Reading, toLatex } from '../../../src/text/repair/latex/latex.ts';
import { splitRun } from '../../../src/text/repair/tokens/commands.ts';
import { strip } from '../../../src/text/repair/latex/strip.ts';
import { tokenise } from '../../../src/text/repair/tokens/tokens.ts';

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

test.each([
  ['muP', ['mu', 'P']],
  ['widetildeTheta', ['widetildeTheta']],
  ['kge3', ['kge', '3']],
  ['\\pi_0', ['\\pi', '_', '0']],
  ['https://a.b/c_d x', ['https://a.b/c_d', ' ', 'x']],
])('%s is read as %j', (text, tokens) => {
  expect(tokenise(text).map((token) => token.text)).toEqual(tokens);
});

describe('LaTeX of stripped tokens', () => {
  const reading: Reading = {
    vocabulary: (word) => word === 'softmax',
    costs: { letter: 3, command: () => 1 },
    runs: new Map(),
  };
  const latexOf = (text: string) => {
    const tokens = tokenise(text);
    return toLatex(tokens, { from: 0, to: tokens.length }, reading);
  };

  test.each([
    ['1{2}', '\\frac{1}{2}'],
    ['varepsilon^{-(3α-2){(α-1)}}', '\\varepsilon^{\\frac{-(3α-2)}{(α-1)}}'],
    ['2^{-k{2}}', '2^{-\\frac{k}{2}}'],
    ['x in {0,1}^n', 'x \\in \\{0,1\\}^n'],
    ['nmin{d, k}', 'n\\min\\{d, k\\}'],
    ['{x : f(x) = 0}', '\\{x : f(x) = 0\\}'],
    ['left{x right}', '\\left\\{x \\right\\}'],
    ['11{,}860', '11{,}860'],
    ['n^{2}{k}', '\\frac{n^{2}}{k}'],
    ['mathcal{O}(d^k)', '\\widetilde{\\mathcal{O}}(d^k)'],
    ['Min R^{mtimes n}', 'M\\in \\mathbb{R}^{m\\times n}'],
    ['g: R rightarrow R', 'g: \\mathbb{R} \\rightarrow \\mathbb{R}'],
    ['R^2', 'R^2'],
    ['softmax(z/T)', '\\mathrm{softmax}(z/T)'],
    ['widetildeTheta(d^4)', '\\widetilde\\Theta(d^4)'],
  ])('%s is %s', (text, latex) => {
    expect(latexOf(text)).toBe(latex);
    expect(strip(`$${latex}$`)).toBe(text);
  });
});

test('tokens tile the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'aZé9 .\\{$_^αmuP\n😀', '\ud800', 'http://') }),
      (text) => {
        const tokens = tokenise(text);
        expect(tokens.map((token) => text.slice(token.start, token.end)).join('')).toBe(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
      },
    ),
  );
});

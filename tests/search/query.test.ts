import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, writeQuery } from '../../src/search/query.ts';

/** Terms of a query in short: `-title="low rank"`, alternatives with a bar between them. */
const short = (query: string) =>
  parseQuery(query).clauses.map((terms) =>
    terms
      .map(({ negated, field, exact, words, years }) => {
        const value = years ? years.join('..') : words.join(' ');
        const name = field === undefined ? '' : `${field}:`;
        return `${negated ? '-' : ''}${name}${exact ? `"${value}"` : value}`;
      })
      .join('|'),
  );

test.each([
  ['R4ec', 'r4ec'],
  ['R⁴ec', 'r4ec'],
  ['R^{4}ec', 'r4ec'],
  ['$R^{4}$ec', 'r4ec'],
  ['$\\mathcal{A}LLM4ADD$', 'allm4add'],
  ['\\alpha-divergence', 'alpha divergence'],
  ['β‑VAE', 'beta vae'],
  ['5µm', '5mum'],
  ['m × n', 'mxn'],
  ['m times n', 'mxn'],
  ['$m \\times n$', 'mxn'],
  ['64 × 64', '64x64'],
  ['s_θ', 'stheta'],
  ['αβ-CROWN', 'alphabeta crown'],
  ['φωτός', 'φωτος'],
  ['\\ell_1', 'ell1'],
  ['±1', 'plusminus1'],
  ['Łukasz', 'lukasz'],
  ['ℏ-divergence', 'h divergence'],
  ['Þórr', 'thorr'],
  ['Schrödinger’s', 'schrodingers'],
  ['C#', 'c#'],
  ['10,000', '10000'],
  ['知识图谱', '知识 识图 图谱'],
])('%s is looked up as %s', (typed, sought) => {
  expect(short(typed)).toEqual([sought]);
});

test.each([
  ['arXiv:2507.17249', 'arxiv:2507 17249'],
  ['arxiv: 2507.17249v1', 'arxiv:2507 17249'],
  ['https://arxiv.org/abs/2507.17249v3', 'arxiv:2507 17249'],
  ['https://www.arxiv.org/pdf/2507.17249v1.pdf', 'arxiv:2507 17249'],
  ['arXiv:2507.17249v2 [cs.IR]', 'arxiv:2507 17249'],
  ['10.48550/arXiv.2507.17249', 'arxiv:2507 17249'],
  ['doi:https://doi.org/10.48550/arXiv.2507.17249', 'arxiv:2507 17249'],
  ['https://papers.example/abs/2507.17249v1', 'arxiv:2507 17249'],
  ['2507.17249v2', '2507 17249'],
  ['arXiv:hep-th/9901001v2', 'arxiv:hep th 9901001'],
  ['https://doi.org/10.1145/3580305.3599256', 'doi:10 1145 3580305 3599256'],
  ['DOI 10.1145/3580305.3599256', 'doi:10 1145 3580305 3599256'],
])('%s names a paper', (typed, sought) => {
  expect(short(typed)).toEqual([sought]);
});

describe('the language', () => {
  test.each([
    ['low-rank pruning', ['low rank', 'pruning']],
    ['"low rank" pruning', ['"low rank"', 'pruning']],
    ['“pruning LLMs”', ['"pruning llms"']],
    ['"unclosed phrase', ['"unclosed phrase"']],
    ['-survey', ['-survey']],
    ['-"a survey" x', ['-"a survey"', 'x']],
    ['NOT survey x', ['-survey', 'x']],
    ['router OR gate expert', ['router|gate', 'expert']],
    ['router OR gate OR switch', ['router|gate|switch']],
    ['a AND b', ['a', 'b']],
    ['author:gu', ['author:gu']],
    ['Author:Gu', ['author:gu']],
    ['au:gu ti:pruning', ['author:gu', 'title:pruning']],
    ['-author:"hao gu"', ['-author:"hao gu"']],
    ['author:gu OR author:li', ['author:gu|author:li']],
    ['year:2024', ['year:2024..2024']],
    ['year:2024..2026', ['year:2024..2026']],
    ['year:2026-2024', ['year:2024..2026']],
    ['year:2024..', ['year:2024..9999']],
    ['year:..2024', ['year:0..2024']],
    ['pruning 2024-2025', ['pruning', 'year:2024..2025']],
    ['pruning 2024', ['pruning', '2024']],
    ['has:code', ['has:code']],
    ['theme:"mixture of experts"', ['theme:"mixture of experts"']],
    ['KAN-AD: anomalies', ['kan ad', 'anomalies']],
    ['N:M sparsity', ['n m', 'sparsity']],
    ['one, two', ['one', 'two']],
    ['foo:bar', ['foo bar']],
    ['', []],
    ['$^{}$ - – ""', []],
  ])('%s', (query, terms) => {
    expect(short(query)).toEqual(terms);
  });

  test.each([
    ['foo:bar', /“foo:” is no field/u],
    ['year:soon', /“year:soon” is no year/u],
    ['title:', /“title:” names nothing; a sample is/u],
    ['author:""', /“author:” names nothing/u],
    ['OR x', /OR stands between/u],
    ['x OR', /OR stands between/u],
    ['"a b', /not closed/u],
    ['(a OR b) c', /Brackets group nothing/u],
  ])('%s is said not to be understood', (query, problem) => {
    expect(parseQuery(query).problems.join()).toMatch(problem);
  });

  test('nothing is said of what is understood', () => {
    for (const query of ['KAN-AD: x', 'N:M', 'a -b', 'O(n^2 log n)', 'year:2024', 'A: B']) {
      expect(parseQuery(query).problems).toEqual([]);
    }
  });

  test('a last word may still be typed, anything else may not', () => {
    expect(parseQuery('low ra').open).toBe(true);
    for (const query of ['low ', '"low', 'author:g', '-lo', '2024-2025', '']) {
      expect(parseQuery(query).open).toBe(false);
    }
  });
});

const anyQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'OR',
        '-',
        '"',
        'title:',
        'year:',
        '2024..2026',
        'author:gu',
        'foo:',
        '(',
        'low-rank',
      ),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(' '));

test('every text is a query, and what it was read as reads the same again', () => {
  fc.assert(
    fc.property(anyQuery, (text) => {
      const { clauses } = parseQuery(text);
      for (const clause of clauses) expect(clause.length).toBeGreaterThan(0);
      const written = writeQuery(clauses);
      // `a x b` is a product and one word, wherever its parts came from.
      fc.pre(!/(?<![\p{L}\p{N}])(?:x|times)(?![\p{L}\p{N}])/iu.test(written));
      const again = parseQuery(written);
      expect(again.clauses).toEqual(clauses);
    }),
    { numRuns: 500 },
  );
});

import { expect, test } from 'vitest';
import { compoundParts, queryWords } from '../../src/search/query.ts';

test.each([
  ['R4ec', 'R4ec'],
  ['R⁴ec', 'R4ec'],
  ['R^4ec', 'R4ec'],
  ['R^{4}ec', 'R4ec'],
  ['$R^{4}$ec', 'R4ec'],
  ['$\\mathcal{A}LLM4ADD$', 'ALLM4ADD'],
  ['\\alpha-divergence', 'alpha-divergence'],
  ['β‑VAE', 'beta-VAE'],
  ['5µm', '5mum'],
  ['m × n', 'mxn'],
  ['m x n', 'mxn'],
  ['m times n', 'mxn'],
  ['$m \\times n$', 'mxn'],
  ['64 × 64', '64x64'],
  ['64×64', '64x64'],
  ['s_θ', 'stheta'],
  ['\\ell_1', 'ell1'],
  ['±1', '±1'],
  ['Łukasz', 'Lukasz'],
])('%s is looked up as %s', (typed, sought) => {
  expect(queryWords(typed)).toEqual([sought]);
});

test.each([
  ['2507.17249'],
  ['2507.17249v2'],
  ['arXiv:2507.17249'],
  ['arxiv: 2507.17249v1'],
  ['https://arxiv.org/abs/2507.17249v3'],
  ['arxiv.org/pdf/2507.17249.pdf'],
  ['https://www.arxiv.org/pdf/2507.17249v1.pdf'],
  ['  2507.17249  '],
])('%s names the paper by its arXiv id', (typed) => {
  expect(queryWords(typed)).toEqual(['2507.17249']);
});

test('an arXiv id of the old scheme keeps its archive', () => {
  expect(queryWords('arXiv:hep-th/9901001v2')).toEqual(['hep-th/9901001']);
});

test.each([
  ['https://doi.org/10.1145/3580305.3599256'],
  ['http://dx.doi.org/10.1145/3580305.3599256'],
  ['doi:10.1145/3580305.3599256'],
  ['DOI 10.1145/3580305.3599256'],
])('%s gives the bare DOI', (typed) => {
  expect(queryWords(typed)).toEqual(['10.1145/3580305.3599256']);
});

test('acronyms lose a plural that stemming does not know, other words keep theirs', () => {
  expect(queryWords('LLMs gnns experts 1990s CSS ls')).toEqual([
    'LLM',
    'gnn',
    'experts',
    '1990s',
    'CSS',
    'ls',
  ]);
});

test('a query that is one phrase keeps its words and gets plain quotes', () => {
  expect(queryWords('“pruning LLMs”')).toEqual(['"pruning LLMs"']);
});

test('quotes inside a longer query are dropped', () => {
  expect(queryWords('"state space" models')).toEqual(['state', 'space', 'models']);
});

test('Chinese is looked up in pairs of characters', () => {
  expect(queryWords('知识图谱 KG')).toEqual(['知识', '识图', '图谱', 'KG']);
});

test('a compound has parts, a number with a sign and a phrase have not', () => {
  expect(compoundParts('mixture-of-experts')).toEqual(['mixture', 'of', 'experts']);
  expect(compoundParts('-5')).toEqual(['-5']);
  expect(compoundParts('"low-rank"')).toEqual(['"low-rank"']);
});

test('a query without a word has none', () => {
  for (const query of ['', '  ""  ', '$^{}$', '- –']) expect(queryWords(query)).toEqual([]);
});

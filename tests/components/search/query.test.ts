import { expect, test } from 'vitest';
import { normaliseQuery, queryForms } from '../../../src/components/search/query.ts';

test.each([
  ['R4ec', 'R4ec'],
  ['R⁴ec', 'R4ec'],
  ['R^4ec', 'R4ec'],
  ['R^{4}ec', 'R4ec'],
  ['$R^{4}$ec', 'R4ec'],
  ['$\\mathcal{A}LLM4ADD$', 'ALLM4ADD'],
  ['\\alpha-divergence', 'alpha-divergence'],
  ['β‑VAE', 'beta-VAE'],
  ['5 µm', '5 mum'],
  ['Łukasz Ørsted', 'Lukasz Orsted'],
])('%s is looked up as %s', (typed, sought) => {
  expect(normaliseQuery(typed)).toBe(sought);
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
  expect(normaliseQuery(typed)).toBe('2507.17249');
});

test('an arXiv id of the old scheme keeps its archive', () => {
  expect(normaliseQuery('arXiv:hep-th/9901001v2')).toBe('hep-th/9901001');
});

test.each([
  ['https://doi.org/10.1145/3580305.3599256'],
  ['http://dx.doi.org/10.1145/3580305.3599256'],
  ['doi:10.1145/3580305.3599256'],
  ['DOI 10.1145/3580305.3599256'],
])('%s gives the bare DOI', (typed) => {
  expect(normaliseQuery(typed)).toBe('10.1145/3580305.3599256');
});

test('acronyms lose a plural that stemming does not know, other words keep theirs', () => {
  expect(normaliseQuery('LLMs gnns experts 1990s CSS ls')).toBe('LLM gnn experts 1990s CSS ls');
});

test('a quoted phrase keeps its words and gets plain quotes', () => {
  expect(normaliseQuery('“pruning LLMs” fast')).toBe('"pruning LLMs" fast');
});

test('Chinese is looked up in pairs of characters', () => {
  expect(normaliseQuery('知识图谱 KG')).toBe('知识 识图 图谱 KG');
});

test('a compound is tried whole, then in parts', () => {
  expect(queryForms('mixture-of-experts')).toEqual(['mixture-of-experts', 'mixture of experts']);
  expect(queryForms('mixture of experts')).toEqual(['mixture of experts']);
});

test('a query without a word has no form', () => {
  expect(queryForms('')).toEqual([]);
  expect(queryForms('  ""  ')).toEqual([]);
  expect(queryForms('$^{}$')).toEqual([]);
});

import { expect, test } from 'vitest';
import { aliases, compoundsIn } from '../../src/search/build/aliases.ts';

const none = compoundsIn([]);

test.each([
  ['R⁴ec: a framework', 'R4ec'],
  ['the D²-MoE method', 'D2-MoE'],
  ['a β-VAE', 'beta-VAE'],
  ['a β-VAE', 'beta'],
  ['by Łukasz', 'Lukasz'],
  ['Erdős–Rényi graphs', 'Rényi'],
  ['for LLMs, again', 'LLM'],
  ['LLMs-based', 'LLM'],
  ['(GNNs)', 'GNN'],
  ['Llama-3.1-8B', '3.1'],
  ['Llama-3.1-8B', '8B'],
  ['知识图', '识图'],
])('%s is found by %s', (text, alias) => {
  expect(aliases(text, none)).toContain(alias);
});

test('plain words have no alias', () => {
  expect(aliases('Pruning of large language models: a survey (with code).', none)).toEqual([]);
});

test('a compound one text writes with hyphens is found whole in a text that does not', () => {
  const compounds = compoundsIn(['Mixture-of-Experts layers', 'sub-1-bit', 'a low-rank map']);
  expect(aliases('a mixture of expert models', compounds)).toContain('mixtureofexpert');
  expect(aliases('Mixture of Experts', compounds)).toContain('MixtureofExperts');
  expect(aliases('maps of low rank', compounds)).toContain('lowrank');
});

test('the end of a sentence is no place for a compound', () => {
  const compounds = compoundsIn(['a low-rank map']);
  expect(aliases('Energy is low. Rank is high.', compounds)).toEqual([]);
  expect(aliases('low, rank', compounds)).toEqual([]);
});

test('a part of a compound counts as a compound of its own', () => {
  const compounds = compoundsIn(['1-bit networks']);
  expect(aliases('sub-1-bit', compounds)).toContain('1bit');
});

import { expect, test } from 'vitest';
import { acronymsIn } from '../../src/search/build/acronyms.ts';
import { aliases, compoundsIn } from '../../src/search/build/aliases.ts';

const none = compoundsIn([]);

test.each([
  ['the D²-MoE method', 'd2moe'],
  ['a β-VAE', 'betavae'],
  ['Llama-3.1-8B', '318b'],
  ['sub-1-bit', '1bit'],
  ['SqueezeLLM', 'llm'],
  ['DeepSeekMoE', 'seek'],
  ['L’œuvre de Noël', 'oeuvre'],
  ["İstanbul'un denizleri", 'istanbul'],
])('%s is found by %s', (text, alias) => {
  expect(aliases(text, none)).toContain(alias);
});

test('plain words have no alias', () => {
  expect(aliases('Pruning of LoRA models: a survey (with code).', none)).toEqual([]);
  expect(aliases("the model's layers don't", none)).toEqual([]);
});

test('a compound one text writes with hyphens is found whole in a text that does not', () => {
  const compounds = compoundsIn(['Mixture-of-Experts layers', 'sub-1-bit', 'a low-rank map']);
  expect(aliases('a mixture of expert models', compounds)).toContain('mixtureofexpert');
  expect(aliases('Mixture of Experts', compounds)).toContain('mixtureofexperts');
  expect(aliases('maps of low rank', compounds)).toContain('lowrank');
});

test('the end of a sentence is no place for a compound', () => {
  const compounds = compoundsIn(['a low-rank map']);
  expect(aliases('Energy is low. Rank is high.', compounds)).toEqual([]);
  expect(aliases('low, rank', compounds)).toEqual([]);
});

test('an acronym is what the words before its brackets begin with, where most texts agree', () => {
  const { list } = acronymsIn(
    [
      'Large language models (LLMs) and Mixture-of-Experts (MoE)',
      'a large language model (LLM), see Figure (AB)',
      'state abstraction (SA) and simulated annealing (SA)',
    ],
    'en',
  );
  expect(list).toEqual([
    ['llm', 'large language model'],
    ['moe', 'mixture of expert'],
  ]);
});

test('a text with one form of an acronym is found by the other', () => {
  const acronyms = acronymsIn(['large language models (LLMs)'], 'en');
  expect(acronyms.aliases('Pruning of large language models')).toEqual(['llm']);
  expect(acronyms.aliases('Pruning of LLMs')).toEqual(['largelanguagemodel']);
  expect(acronyms.aliases('large language models (LLMs)')).toEqual([]);
  expect(acronyms.aliases('language models, large')).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  familyOf,
  GAP,
  hasOneOf,
  isOnlyStem,
  keyOf,
  rootsOf,
  sequence,
  units,
  wordOf,
} from '../../src/search/words.ts';

const family = (word: string) => familyOf(word, 'en');

test.each([
  ['expert', 'experts'],
  ['study', 'studies'],
  ['pruning', 'pruned', 'prunes', 'prune'],
  ['generalisation', 'generalization', 'generalises', 'generalized'],
  ['behaviour', 'behavior', 'behaviours'],
  ['neighbourhood', 'neighborhood'],
  ['modelling', 'modeling', 'models'],
  ['centre', 'center', 'centres', 'centred', 'centered'],
  ['analyse', 'analyze', 'analysed'],
  ['catalogue', 'catalog'],
  ['defence', 'defense'],
  ['analysis', 'analyses'],
  ['matrix', 'matrices'],
  ['criterion', 'criteria'],
  ['possible', 'possibly', 'possibility'],
  ['llm', 'llms'],
  ['optimisable', 'optimizable'],
])('%s is a form of the same word as %s', (...words) => {
  expect(new Set(words.map(family)).size).toBe(1);
});

test.each([
  ['universal', 'university'],
  ['organ', 'organization'],
  ['general', 'generate', 'generalization'],
  ['token', 'tokenizer'],
  ['four', 'for'],
  ['filing', 'filling'],
  ['internal', 'interval'],
  ['css', 'cs'],
  ['new', 'news'],
])('%s is another word than %s', (...words) => {
  expect(new Set(words.map(family)).size).toBe(words.length);
});

test('other languages are taken as they are', () => {
  expect(familyOf('studies', 'de')).toBe('studies');
});

test('forms of a word stand together: each begins with a root of its family', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,12}(?:s|ed|ing|ised|isation|our|ies|bility)?$/u),
      (word) => {
        expect(rootsOf(family(word), 'en').some((root) => word.startsWith(root))).toBe(true);
      },
    ),
  );
});

test('a key gives its word back and has nothing that Pagefind would cut or fold', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{Ll}\p{N}\p{Lo}+#]{1,12}$/u), (word) => {
      expect(wordOf(keyOf(word))).toBe(word);
      expect(keyOf(word)).toMatch(/^[a-z+#\u0561-\u057a]+$/u);
    }),
  );
});

test('punctuation parts words, hyphens join them', () => {
  expect(sequence('Low-rank maps, e.g. R⁴ec (2025): C++ and C#.')).toEqual([
    'low',
    'rank',
    'maps',
    GAP,
    'e',
    'g',
    GAP,
    'r4ec',
    GAP,
    '2025',
    GAP,
    'c++',
    'and',
    'c#',
  ]);
  expect(sequence('models—which')).toEqual(['models', GAP, 'which']);
  expect(sequence('Erdős–Rényi’s')).toEqual(['erdos', 'renyis']);
});

test('a word of a text has those words that the rules find in it', () => {
  const pieces =
    "pruning users model low rank moe β π₀ 64 10,000 C++ C# R^{4} \\times \\alpha é ﬁ K - – — ' ’ “ ” ( ) . , / : _ & $ ± × % ~ + # … \u2063".split(
      ' ',
    );
  const words = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, words, fc.string({ unit: 'grapheme' }), (word, wanted, odd) => {
      const sought = new Set(wanted.flatMap((each) => sequence(each)));
      for (const text of [word.join(''), odd.replaceAll(/\s/gu, '')]) {
        const parts = units(text).map((unit) => unit.parts);
        const has = parts.some((own) => [...own, own.join('')].some((each) => sought.has(each)));
        expect([text, hasOneOf(text, sought)]).toEqual([text, has]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['decod', 'decode', 'decoding'],
  ['oper', 'operates', 'operations'],
  ['attent', 'attention'],
  ['specul', 'speculative'],
  ['anomali', 'anomalies', 'anomaly'],
  ['languag', 'languages'],
  ['advanc', 'advanced'],
])('%s is only what a stemmer leaves of its forms', (word, ...forms) => {
  expect(isOnlyStem(word, forms, 'en')).toBe(true);
  expect(isOnlyStem(word, [word, ...forms], 'en')).toBe(false);
});

test.each([
  ['expert', 'experts'],
  ['box', 'boxes'],
  ['frequent', 'frequently'],
  ['span', 'spanning'],
  ['train', 'training', 'trainable'],
  ['monitor', 'monitors', 'monitoring'],
  ['pruned', 'pruning'],
  ['index', 'indices'],
  ['color', 'colours'],
  ['color', 'colour'],
])('%s is a word beside its forms', (word, ...forms) => {
  expect(isOnlyStem(word, forms, 'en')).toBe(false);
});

test('what was not found in any form is no stem of one', () => {
  expect(isOnlyStem('decod', [], 'en')).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { mix } from '../../../src/text/repair/tagger/hash.ts';
import { inputsOf, TRAIT_ROWS } from '../../../src/text/repair/tagger/inputs.ts';
import { tokenise } from '../../../src/text/repair/tokens/tokens.ts';

const words = new Map([
  ['let', 1],
  ['x', 2],
  ['00', 3],
]);
const isKnown = (word: string) => word.length > 3 && !word.includes('ge');
const of = (text: string) => inputsOf(tokenise(text), isKnown, words);

describe('what the network sees of a text', () => {
  test('is each token but the blanks, and whether one stands before it', () => {
    const { places, blanks } = of('Let x_1 be 42.');
    expect([...places]).toEqual([0, 2, 3, 4, 6, 8, 9]);
    expect([...blanks]).toEqual([0, 1, 0, 0, 1, 1, 0]);
  });

  test('is a row of the table of words, long words whatever their case and numbers by their form', () => {
    const { words: rows } = inputsOf(
      tokenise('Graph graph x 42 17 9'),
      isKnown,
      new Map([...words, ['graph', 4]]),
    );
    expect([...rows]).toEqual([4, 4, 2, 3, 3, 0]);
  });

  test('stays within the tables', () => {
    const { traits } = of('Let Δ = \\pi_0 (alpha_i leq 0.5, O(n^2)) of naïve D^2VLM ☃ — kge3.');
    expect(Math.max(...traits)).toBeLessThan(TRAIT_ROWS);
  });

  // The weights stand at these numbers: a change here takes a new training.
  test.each([
    [
      'Let x in R^{mtimes n}, with alpha_i leq 0.5 (see O(n^2)) for D^2VLM of 3x the size.',
      409874849,
    ],
    ['We prove Δ = \\pi_0 and f(x) kge3 of 1,500 GB.', 1167696206],
  ])('has the numbers the weights were trained for: %s', (text, expected) => {
    const { words: rows, parts, partsFrom, traits } = of(text);
    expect([...rows, ...parts, ...partsFrom, ...traits].reduce(mix, 0)).toBe(expected);
  });
});

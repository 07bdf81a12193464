import { expect, test } from 'vitest';
import { features } from '../../../src/text/repair/tagger/features.ts';
import { mix } from '../../../src/text/repair/tagger/hash.ts';
import { tokenise } from '../../../src/text/repair/tokens/tokens.ts';

/** One number for all features of a text, in order. */
function digestOf(rows: readonly Uint32Array[]): number {
  return rows.flatMap((row) => [...row]).reduce(mix, 0);
}

// The weights stand at these numbers: a change here takes a new training.
test.each([
  [
    'Let x in R^{mtimes n}, with alpha_i leq 0.5 (see O(n^2)) for D^2VLM of 3x the size.',
    [1189156725, 2321962325],
  ],
  ['We prove Δ = \\pi_0 and f(x) kge3 of 1,500 GB.', [88603840, 2633293113]],
])('the features of a text have the numbers the weights were trained for: %s', (text, expected) => {
  const isKnown = (word: string) => word.length > 3 && !word.includes('ge');
  const { single, joint } = features(tokenise(text), isKnown, 1 << 16);
  expect([digestOf(single), digestOf(joint)]).toEqual(expected);
});

import { describe, expect, test } from 'vitest';
import { compare } from '../../../bench/math-model/measure.ts';
import {
  heldOut,
  knownWords,
  packed,
  splitModel,
  tagged,
  trainJudges,
} from '../../../bench/math-model/training.ts';
import { hashText } from '../../../src/text/repair/tagger/hash.ts';
import { unpackModel } from '../../../src/text/repair/model/packed.ts';
import { unpackNetwork } from '../../../src/text/repair/model/network.ts';
import { repairWith } from '../../../src/text/repair/repair.ts';
import { strip } from '../../../src/text/repair/latex/strip.ts';
import network from '../../../src/text/repair/model/network.json' with { type: 'json' };

const golds = [
  'We scale images to $256\\times256$ and gain $4\\times$ in speed over the baseline of others.',
  'Let $x \\in \\mathbb{R}^{d}$ be a point and let $\\alpha$ be a step size for all the points.',
  'The cost is $O(n^2)$ in the number of points $n$, and $\\alpha_i \\geq 0$ holds for all points.',
  'We scale the number of points to $512\\times512$ and reach a step size of $\\beta$ over others.',
  'A point $y \\in \\mathbb{R}^{m}$ has a cost of $O(m \\log m)$ for all the others in the baseline.',
  'There is no math in the text of the baseline, and the others gain in speed over all points.',
];
const pairs = Array.from({ length: 30 }, (_, i) => {
  const gold = golds[i % golds.length] ?? '';
  return { id: `made-up-${i}`, stripped: strip(gold), gold, weight: 1 };
});
const pair = (gold: string) => ({ stripped: strip(gold), gold });

describe('training the repair of stripped math', () => {
  test('tags what stands in formulas, without neutral edges and words in fonts', () => {
    const example = tagged(pair('A $\\textbf{word}$, a $(x_1,\\alpha)$ and the number $5$.'));
    const math = example?.tokens.filter((_, i) => example.tags[i]).map(({ text }) => text);
    expect(math?.join('')).toBe('x_1,alpha');
  });

  test('leaves out pairs whose gold text does not strip to the stripped one', () => {
    expect(tagged({ ...pair('$x$ and $y$'), stripped: 'something else' })).toBeUndefined();
  });

  test('knows the words of prose that formulas do not hold', () => {
    const examples = pairs.flatMap((own) => tagged(own) ?? []);
    const known = knownWords(examples);
    expect(known).toContain('points');
    expect(known).not.toContain('times');
    expect(known).not.toContain('alpha');
  });

  test('gives the same weights for the same data, and they restore it', () => {
    const examples = pairs.flatMap((own) => tagged(own) ?? []);
    const words = knownWords(examples);
    const reading = {
      ...splitModel(examples),
      vocabulary: (word: string) => words.includes(word),
    };
    const judges = trainJudges(
      heldOut(pairs, { ...reading, network: unpackNetwork(network) }),
      reading,
    );
    const model = packed(judges, words, reading);
    expect(hashText(JSON.stringify(model))).toMatchInlineSnapshot(`487127250`);
    const gold = 'We scale images to $64\\times64$ and let $z \\in \\mathbb{R}^{m}$ be a point.';
    const { text } = repairWith(
      unpackModel(model, network),
      { sure: 0.2, hard: 0.2, soft: 0.2, alone: 0.2 },
      strip(gold),
    );
    expect(text).toContain('$64\\times64$');
  });
});

describe('the measure', () => {
  const gold = 'Let $x \\in \\mathbb{R}^d$ be in $\\alpha$-position.';
  test('counts a repair that says the same as right, whatever its fonts', () => {
    expect(
      compare(strip(gold), gold, 'Let $x \\in R^{d}$ be in $\\alpha$-position.'),
    ).toMatchObject({
      spans: { right: 2, wrong: 0, missed: 0 },
      whole: true,
      wholeWithFonts: false,
    });
  });

  test('counts what is missed and what is wrong', () => {
    expect(compare(strip(gold), gold, 'Let x in R^d $be$ in $\\alpha$-position.')).toMatchObject({
      spans: { right: 1, wrong: 1, missed: 1 },
      whole: false,
    });
  });

  test('does not count dollars that only set words in a font', () => {
    const bold = 'We present $\\textbf{TEA}$.';
    expect(compare(strip(bold), bold, 'We present TEA.')).toMatchObject({
      spans: { right: 0, wrong: 0, missed: 0 },
      whole: true,
    });
  });
});

// @module-tag math-reversible
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairMath } from '../../../src/text/repair/index.ts';
import { unpackModel } from '../../../src/text/repair/model/packed.ts';
import { repairTokens } from '../../../src/text/repair/repair.ts';
import { strip } from '../../../src/text/repair/latex/strip.ts';
import { thresholds } from '../../../src/text/repair/thresholds.ts';
import { tokenise } from '../../../src/text/repair/tokens/tokens.ts';
import network from '../../../src/text/repair/model/network.json' with { type: 'json' };
import packed from '../../../src/text/repair/model/weights.json' with { type: 'json' };
import { renderMath } from '../../../src/text/math/render.ts';

const prose = fc.constantFrom(
  ...'we prove that the model is optimal for all rank k and learns in a few steps over baseline'.split(
    ' ',
  ),
);
const stripped = fc.constantFrom(
  ...'mathcal{O}(n^2) Xin R^{mtimes n} alpha kge3 O(nlog n) x_i widetilde{mathcal{O}}(d) 1{2} {a}{b} }{ ^ _ (] f(x)=y^2 pm int_0^1 thetato0 \\pi_0 \\% $ 5% 64times64 naïve https://a.b/c_d <4> ^{-(3a-2){(a-1)}}'.split(
    ' ',
  ),
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: prose }, { weight: 2, arbitrary: stripped }), {
    maxLength: 30,
  })
  .map((words) => words.join(' '));

describe('repairing stripped math', () => {
  test('restores commands, scripts and sets of numbers', () => {
    const { text: repaired } = repairMath(
      'Let M be a matrix of rank k, where k ll n. We show that O(nk log n) samples suffice to find M within alpha for all x in R^{mtimes n}, and that alpha_i leq alpha_j for all i.',
    );
    expect(repaired).toContain('$x \\in \\mathbb{R}^{m\\times n}$');
    expect(repaired).toContain('$\\alpha_i \\leq \\alpha_j$');
  });

  test('says where each formula stands, delimiters included', () => {
    const { text: repaired, spans } = repairMath(
      'We train on images of size 256times256 and reach a speed-up of 4times over the baseline.',
    );
    expect(spans.length).toBeGreaterThan(0);
    for (const { start, end, latex, origin, confidence } of spans) {
      expect(repaired.slice(start, end)).toBe(`$${latex}$`);
      expect(origin).toBe('repaired');
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    'Our method needs 32 times less memory and is 13.9 times faster than the baseline.',
    'We release MoGU_v2, trained with int64 indices on less than <10% of the data (ICC(2,1) of 0.9).',
    'It costs ~3x to ~0.6x of the time, and AIME24 & 25 improve by 2.5\\%.',
    'Users prefer option B in 61% of the cases, and ~3x to ~6x more often.',
    'A title with nothing but words in it',
    'Recipes for N:M sparsity',
    '',
  ])('leaves prose alone: %s', (input) => {
    expect(repairMath(input)).toMatchObject({ text: input, spans: [] });
  });

  test('leaves the script of a bare command to it', () => {
    const input = 'We fine-tune the vision-language-action models \\pi_0 and \\pi_{0.5} on robots.';
    expect(repairMath(input)).toMatchObject({ text: input, spans: [] });
  });

  test('keeps the formulas of a text that has them and adds none', () => {
    const input = 'Let $x \\in \\mathbb{R}^d$ be a point and R^{mtimes n} a space.';
    const { text: repaired, spans } = repairMath(input);
    expect(repaired).toBe(input);
    expect(spans).toMatchObject([{ start: 4, end: 24, origin: 'intact', confidence: 1 }]);
  });

  test('gives back the input when stripped again, and only formulas KaTeX reads', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { text: repaired, spans } = repairMath(input);
        expect(strip(repaired)).toBe(strip(input));
        for (const { latex, origin } of spans) {
          if (origin === 'repaired') expect(renderMath(latex, false)).toHaveProperty('html');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('repairs only before a lone dollar, which would pair with a later one', () => {
    const input = 'With alpha_i geq 0 a run costs $5 if alpha_i leq 1 for all i.';
    const { text: repaired } = repairMath(input);
    expect(repaired.slice(repaired.indexOf('costs'))).toBe(input.slice(input.indexOf('costs')));
  });

  test.each(['{', '$', '\\', 'a', 'alpha', '^', 'mtimes ', '(', '1{', 'O(n^2) '])(
    'leaves a text longer than any abstract as it is: a megabyte of %s',
    (unit) => {
      const input = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(repairMath(input)).toEqual({ text: input, spans: [], left: [] });
    },
  );
});

describe('the work of repairing', () => {
  const model = unpackModel(packed, network);

  /** How often the tokens of a text are looked at until it is repaired. */
  function readsOf(input: string): number {
    let reads = 0;
    const tokens = new Proxy(tokenise(input), {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key, receiver);
      },
    });
    repairTokens(model, thresholds, input, tokens);
    return reads;
  }

  test.each(['{', 'alpha ', '^{', 'mtimes ', '1{', 'O(n^2) ', 'a{b}', '_', 'R^{mtimes n} of '])(
    'grows with the length of a text of %s, and no faster',
    (unit) => {
      const ofLength = (length: number) => unit.repeat(Math.floor(length / unit.length));
      expect(readsOf(ofLength(8000)) / readsOf(ofLength(2000))).toBeLessThan(5);
    },
  );
});

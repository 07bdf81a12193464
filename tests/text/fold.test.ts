import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse, fold, words } from '../../src/text/index.ts';

describe('folding', () => {
  it.each([
    ['case and accents', 'Erdős–RÉNYI', 'erdos renyi'],
    ['powers and fonts', '𝒜LLM R⁴ec ℝ', 'allm r4ec r'],
    ['letters Unicode does not take apart', 'Łukasz Straße Ærø', 'lukasz strasse aero'],
    ['Greek variants', 'ϵ ϕ ϑ µ ς', 'ε φ θ μ σ'],
    ['ligatures and wide letters', 'ﬁne ＡＢ１', 'fine ab1'],
    ['punctuation', ' “A-B”_c: (d) ', 'a b c d'],
    ['soft hyphens', 'dif\u00adferent', 'different'],
    ['Chinese and Japanese', '大模型，が', '大模型 が'],
    ['Hindi', 'हिन्दी', 'हिन्दी'],
    ['nothing', '…!', ''],
  ])('%s', (_name, text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('splits into words', () => {
    expect(words('Mixture-of-Experts (MoE)')).toEqual(['mixture', 'of', 'experts', 'moe']);
    expect(words(' … ')).toEqual([]);
  });
});

describe('collapsing', () => {
  it('leaves single blanks', () => {
    expect(collapse('\n a\t\u00a0 b\r\n')).toBe('a b');
  });
});

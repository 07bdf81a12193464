import { describe, expect, it } from 'vitest';
import { mathSpans, parseStripped } from '../../src/text/index.ts';

describe('text of a page that strips its formulas', () => {
  const source = 'Given a matrix Min R^{mtimes n}, we find it in O(n^2 log n) steps, 40% faster.';

  it('has its formulas put back, each with what stands in the seed', () => {
    const formulas = mathSpans(parseStripped(source).rich);
    expect(formulas.map(({ origin, source: from, latex }) => [origin, from, latex])).toEqual([
      ['repaired', 'Min R^{mtimes n}', 'M\\in \\mathbb{R}^{m\\times n}'],
      ['repaired', 'O(n^2 log n)', 'O(n^2 \\log n)'],
    ]);
  });
});

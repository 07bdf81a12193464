import { describe, expect, test } from 'vitest';
import { settle } from '../../../src/text/repair/candidates/settle.ts';
import { tokenise } from '../../../src/text/repair/tokens/tokens.ts';

/** What becomes of the part of a text between bars. */
function settled(marked: string): string | undefined {
  const [before = '', part = '', after = ''] = marked.split('¦');
  const text = before + part + after;
  const tokens = tokenise(text);
  const from = tokens.findIndex(({ start }) => start >= before.length);
  const to = tokens.findIndex(({ end }) => end >= before.length + part.length) + 1;
  const stretch = settle(tokens, { from, to });
  return stretch && text.slice(tokens[stretch.from]?.start, tokens[stretch.to - 1]?.end);
}

describe('a stretch read as a formula', () => {
  test.each([
    ['in ¦O(n¦) time', 'O(n)'],
    ['pairs ¦(I_1,I_2¦ and', 'I_1,I_2'],
    ['for ¦x, ¦that', 'x'],
    ['a cost of ¦O left(varepsilon^{-2¦} right) in all', 'O left(varepsilon^{-2} right)'],
    ['let ¦alpha leq¦ 0.05 hold', 'alpha leq 0.05'],
    ['where ¦k¦ = 10 is', 'k = 10'],
    ['is 4¦times¦ faster', '4times'],
    ['turned by ¦360^circ¦ at once', '^circ'],
    ['turned by ¦360^{circ}¦ at once', '^{circ}'],
    ['our ¦A^2¦RD model', '^2'],
    ['the square ¦A^2¦ of it', 'A^2'],
    ['the power ¦10^2¦ of it', '10^2'],
  ])('%s is %s', (marked, formula) => {
    expect(settled(marked)).toBe(formula);
  });

  test('is nothing when only stops and blanks are left', () => {
    expect(settled('a¦, ¦b')).toBeUndefined();
  });
});

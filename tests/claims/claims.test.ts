import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/claims/index.ts';
import { parseTex, toPlain } from '../../src/text/index.ts';

const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name, 'input.txt'), 'utf8').trimEnd(),
}));

describe('claims of an abstract', { tags: 'nothing-invented' }, () => {
  it.each(cases)('are those of the case: $name', async ({ name, text }) => {
    await expect(`${JSON.stringify(claimsOf(text), null, 2)}\n`).toMatchFileSnapshot(
      join(folder, name, 'expected.json'),
    );
  });

  it.each(cases)('stand verbatim in it, sentence and value and words: $name', ({ text }) => {
    for (const { sentence, value, on, baseline } of claimsOf(text)) {
      expect(text).toContain(sentence);
      const plain = toPlain(parseTex(sentence).rich);
      expect(plain).toContain(value);
      for (const words of [on, baseline]) {
        for (const part of words?.split(', ') ?? [])
          expect(toPlain(parseTex(text).rich)).toContain(part);
      }
    }
  });

  it('are none where there is no number', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc WeOn,.;()%×$\\-') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(claimsOf(text)).toEqual([]);
      }),
    );
  });

  it('come of every text without an error, and in order', () => {
    const word = fc.constantFrom(
      ...'we show that accuracy improves by 4% 2.1× 0.81 than the best (n=3) $\\times$ from to of 12 $5 fewer % ; . , F1 on GLUE while'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const at = claimsOf(text).map(({ sentence }) => text.indexOf(sentence));
        expect(at).not.toContain(-1);
        expect(at.toSorted((a, b) => a - b)).toEqual(at);
      }),
    );
  });
});

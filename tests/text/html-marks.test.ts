import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTex, toPlain, withoutHtml } from '../../src/text/index.ts';

const plain = (source: string) => toPlain(parseTex(withoutHtml(source)).rich);

describe('marks of HTML that an export left in a text', () => {
  it.each([
    ['H<sub>2</sub>O and x<sup>2</sup>', 'H₂O and x²'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['<jats:p>The <jats:italic>E. coli</jats:italic> genome</jats:p>', 'The E. coli genome'],
    ['Research &amp; development &#8211; a review', 'Research & development – a review'],
    ['<b>Bold</b> claims<br/>and more', 'Bold claims and more'],
  ])('%s reads as %s', (source, expected) => {
    expect(plain(source)).toBe(expected);
  });

  it.each(['if a <b and c> d', 'the <i,j> entry, x<y', 'AT&T; R&D', 'a < b && c > d'])(
    'leaves comparison signs and ampersands: %s',
    (source) => {
      expect(withoutHtml(source)).toBe(source);
    },
  );

  it('leaves any text without tags and references as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[<&]/.test(text));
        expect(withoutHtml(text)).toBe(text);
      }),
    );
  });
});

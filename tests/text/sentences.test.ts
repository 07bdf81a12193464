import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse, firstSentences, parseTex, sentences, toPlain } from '../../src/text/index.ts';

describe('sentences', () => {
  it.each([
    ['two', 'We do A. It works!', ['We do A.', 'It works!']],
    [
      'abbreviations',
      'See e.g. Smith et al. The rest, i.e. B, cf. C vs. D.',
      ['See e.g. Smith et al. The rest, i.e. B, cf. C vs. D.'],
    ],
    [
      'decimals and versions',
      'It gains 3.5 points on v1.2. Then more.',
      ['It gains 3.5 points on v1.2.', 'Then more.'],
    ],
    ['figures', 'As Fig. 3 shows. No. 5 is best.', ['As Fig. 3 shows.', 'No. 5 is best.']],
    [
      'the word no',
      'Is it? The answer is no. We show it.',
      ['Is it?', 'The answer is no.', 'We show it.'],
    ],
    ['initials', 'By J. Smith and D. E. Knuth. Next.', ['By J. Smith and D. E. Knuth.', 'Next.']],
    ['a stop in brackets', '(Really.) Yes. “So.” No.', ['(Really.)', 'Yes.', '“So.”', 'No.']],
    [
      'a name with a stop inside',
      'The code is at github.com/a. It runs.',
      ['The code is at github.com/a.', 'It runs.'],
    ],
    [
      'etc.',
      'Cats, dogs, etc. We like them, etc. and more.',
      ['Cats, dogs, etc.', 'We like them, etc. and more.'],
    ],
    ['Chinese', '我们提出方法。效果很好！', ['我们提出方法。', '效果很好！']],
    ['nothing', '  ', []],
  ])('%s', (_name, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('lose no character but blanks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A', 'b', '.', '!', ' ', '”', '。', 'e.g.', '3')),
        (parts) => {
          const text = parts.join('');
          expect(sentences(text).join('').replaceAll(' ', '')).toBe(
            collapse(text).replaceAll(' ', ''),
          );
        },
      ),
    );
  });
});

describe('the beginning of an abstract', () => {
  const begin = (source: string, length: number): string =>
    toPlain(firstSentences(parseTex(source).rich, length));

  it.each([
    ['a text that fits is whole', 'One two. Three four.', 30, 'One two. Three four.'],
    ['whole sentences are kept', 'One two. Three four.', 12, 'One two.'],
    ['else whole words', 'One two three four', 12, 'One two …'],
    ['markup is cut inside', 'One \\emph{two three four}', 12, 'One two …'],
    ['a blank at the end of markup stays', '\\emph{One two }three four', 15, 'One two three …'],
    ['a formula is not cut', 'One $a+b+c+d+e+f$ two', 12, 'One …'],
    ['a stop in a formula ends nothing', 'It is $x \\text{ A. B }$ and so on', 13, 'It is …'],
    ['one long word is cut', 'abcdefghijkl', 6, 'abcd …'],
  ])('%s', (_name, source, length, expected) => {
    expect(begin(source, length)).toBe(expected);
  });

  it('ends with a blank and an ellipsis after a word', () => {
    expect(firstSentences(parseTex('One two three').rich, 9)).toEqual([
      { type: 'text', value: 'One two' },
      { type: 'text', value: ' …' },
    ]);
  });
});

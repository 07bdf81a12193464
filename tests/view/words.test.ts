import { describe, expect, test } from 'vitest';
import { nameFiled } from '../../src/view/author-index.ts';
import { bytesByFate } from '../../src/provenance/bytes-by-fate.ts';
import { factsInWords } from '../../src/view/publication-words.ts';
import { clip, shortTitle } from '../../src/view/shorten.ts';
import { authorsInShort, evidenceInWords, originOfCorrection } from '../../src/view/words.ts';
import { wordsFor } from '../../src/words/index.ts';

const words = wordsFor('en');
const { share, list } = words;

const names = (...literals: string[]) => literals.map((literal) => ({ literal }));

describe('words for readers', () => {
  test('a date is as precise as it is known', () => {
    expect(words.date('2025-07-03')).toBe('3 July 2025');
    expect(words.date('2025-07')).toBe('July 2025');
    expect(words.date('2025')).toBe('2025');
  });

  test.each([
    ['de', 'German'],
    ['ger', 'German'],
    ['pt-BR', 'Brazilian Portuguese'],
    ['English', 'English'],
    ['ngerman', 'German'],
    ['french', 'French'],
    ['xx', 'xx'],
    ['English, summary in French', 'English, summary in French'],
  ])('the language of a paper that its source calls %s is %s', (language, said) => {
    const publication = { type: 'article', isPreprint: false, language } as const;
    expect(factsInWords({ ...publication, editors: [] }, words)).toEqual([['Language', said]]);
  });

  test.each([
    [{ kind: 'film' }, [['Kind', 'Film']]],
    // It is what the type says already.
    [{ kind: 'conference-paper' }, []],
    [{ translators: names('Ida Rush', 'Per Wold') }, [['Translators', 'Ida Rush and Per Wold']]],
    [
      { chapterNumber: '4', numberOfPages: '12' },
      [
        ['Chapter', '4'],
        ['Number of pages', '12'],
      ],
    ],
    [{ eventDate: '2018-05-02' }, [['Event', '2 May 2018']]],
    [
      { event: 'Pond Days', eventPlace: 'Ghent', eventDate: '2018-05-02/2018-06' },
      [['Event', 'Pond Days, Ghent, 2 May 2018 – June 2018']],
    ],
    [{ eventDate: 'May 2–4' }, [['Event', 'May 2–4']]],
    [{ eventDate: '2018-13' }, [['Event', '2018-13']]],
  ] as const)('%o is said with its label', (stated, said) => {
    const publication = { type: 'document', isPreprint: false } as const;
    expect(factsInWords({ ...publication, editors: [], ...stated }, words)).toEqual(said);
  });

  test('a correction was looked up or entered by hand', () => {
    const from = {
      kind: 'correction',
      file: 'a.yaml',
      line: 1,
      reason: 'r',
      evidence: [],
    } as const;
    expect(originOfCorrection(from, words)).toBe('entered by hand');
    expect(originOfCorrection({ ...from, lookedUp: true }, words)).toBe('looked up');
  });

  test('a number of things agrees with its noun', () => {
    expect(words.papers(1)).toBe('1 paper');
    expect(words.authors(1420)).toBe('1,420 authors');
    expect(words.bytes(12_529)).toBe('12.5 kB');
  });

  test('a share is never rounded to all or to nothing', () => {
    expect(share(1, 100_000)).toBe('0.1\u00a0%');
    expect(share(99_999, 100_000)).toBe('99.9\u00a0%');
    expect(share(5, 5)).toBe('100\u00a0%');
    expect(bytesByFate({ field: 90, chrome: 10, separator: 0, unparsed: 0 }, words)).toBe(
      '90.0\u00a0% fields, 10.0\u00a0% page furniture, nothing unread',
    );
  });

  test('a list reads as English', () => {
    expect(list(['a'])).toBe('a');
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
  });

  test('authors are shortened after three, and what is not known is said', () => {
    expect(authorsInShort({ names: names('Ann Lee', 'Bo Dyk'), more: false }, words)).toBe(
      'Ann Lee, Bo Dyk',
    );
    expect(authorsInShort({ names: names('A', 'B', 'C', 'D'), more: false }, words)).toBe(
      'A, B, C et al.',
    );
    expect(authorsInShort({ names: names('A'), more: true }, words)).toBe('A et al.');
    expect(authorsInShort({ names: [], more: true, count: 1 }, words)).toBe(
      'One author, name not recorded',
    );
    expect(authorsInShort(undefined, words)).toBe('Authors not recorded');
  });

  test('a name is turned round with its particle where the convention puts it', () => {
    const name = {
      literal: 'Ludwig-Max van Dyk',
      given: 'Ludwig-Max',
      particle: 'van',
      family: 'Dyk',
    };
    expect(nameFiled(name)).toBe('Dyk, Ludwig-Max van');
  });

  test('evidence names each term once and says where it is strongest', () => {
    expect(
      evidenceInWords(
        [
          { term: 'rout*', field: 'title', count: 1, weight: 0.6 },
          { term: 'rout*', field: 'abstract', count: 2, weight: 0.3 },
          { term: 'arxiv-1', field: 'pin', count: 1, weight: 0.1 },
        ],
        words,
      ),
    ).toBe('rout… (title), placed here by hand');
  });

  test('a paper is called by its own short name, else by its first words', () => {
    expect(shortTitle('Sub-MoE: Efficient Compression')).toBe('Sub-MoE');
    expect(shortTitle('Delta Decompression for Large Models of Language')).toBe(
      'Delta Decompression …',
    );
    expect(shortTitle('A Short One')).toBe('A Short One');
  });

  test('a clipped text ends at a word', () => {
    expect(clip('one  two\nthree', 40)).toBe('one two three');
    expect(clip('one two three four', 11)).toBe('one two …');
  });
});

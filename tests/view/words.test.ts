import { describe, expect, test } from 'vitest';
import { nameFiled } from '../../src/view/author-index.ts';
import { bytesByFate } from '../../src/provenance/bytes-by-fate.ts';
import { clip, shortTitle } from '../../src/view/shorten.ts';
import {
  authorsInShort,
  bytesInWords,
  count,
  dateInWords,
  evidenceInWords,
  list,
  originOfCorrection,
  share,
} from '../../src/view/words.ts';

const names = (...literals: string[]) => literals.map((literal) => ({ literal }));

describe('words for readers', () => {
  test('a date is as precise as it is known', () => {
    expect(dateInWords('2025-07-03')).toBe('3 July 2025');
    expect(dateInWords('2025-07')).toBe('July 2025');
    expect(dateInWords('2025')).toBe('2025');
  });

  test('a correction was looked up or entered by hand', () => {
    const from = {
      kind: 'correction',
      file: 'a.yaml',
      line: 1,
      reason: 'r',
      evidence: [],
    } as const;
    expect(originOfCorrection(from)).toBe('entered by hand');
    expect(originOfCorrection({ ...from, lookedUp: true })).toBe('looked up');
  });

  test('a number of things agrees with its noun', () => {
    expect(count(1, 'paper')).toBe('1 paper');
    expect(count(1420, 'author')).toBe('1,420 authors');
    expect(bytesInWords(12_529)).toBe('12.5 kB');
  });

  test('a share is never rounded to all or to nothing', () => {
    expect(share(1, 100_000)).toBe('0.1\u00a0%');
    expect(share(99_999, 100_000)).toBe('99.9\u00a0%');
    expect(share(5, 5)).toBe('100\u00a0%');
    expect(bytesByFate({ field: 90, chrome: 10, separator: 0, unparsed: 0 })).toBe(
      '90.0\u00a0% fields, 10.0\u00a0% page furniture, nothing unread',
    );
  });

  test('a list reads as English', () => {
    expect(list(['a'])).toBe('a');
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
  });

  test('authors are shortened after three, and what is not known is said', () => {
    expect(authorsInShort({ names: names('Ann Lee', 'Bo Dyk'), more: false })).toBe(
      'Ann Lee, Bo Dyk',
    );
    expect(authorsInShort({ names: names('A', 'B', 'C', 'D'), more: false })).toBe(
      'A, B, C et al.',
    );
    expect(authorsInShort({ names: names('A'), more: true })).toBe('A et al.');
    expect(authorsInShort({ names: [], more: true, count: 1 })).toBe(
      'One author, name not recorded',
    );
    expect(authorsInShort(undefined)).toBe('Authors not recorded');
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
      evidenceInWords([
        { term: 'rout*', field: 'title', count: 1, weight: 0.6 },
        { term: 'rout*', field: 'abstract', count: 2, weight: 0.3 },
        { term: 'arxiv-1', field: 'pin', count: 1, weight: 0.1 },
      ]),
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

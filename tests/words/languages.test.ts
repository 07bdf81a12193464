import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../src/model/index.ts';
import { readers } from '../../src/readers/index.ts';
import { searching as de } from '../../src/words/de.ts';
import { catalogueOf, wordsFor } from '../../src/words/index.ts';

describe('the words of a survey', () => {
  it('are found by the first part of the tag, and are English where there are none', () => {
    expect(wordsFor('de-AT').language).toBe('de');
    expect(wordsFor('EN').language).toBe('en');
    expect(wordsFor('tlh').language).toBe('en');
    expect(catalogueOf('constructor')).toBe('en');
  });

  it.each([
    ['en', '3 July 2025', '1,402 papers', '12.5 kB'],
    ['de', '3. Juli 2025', '1.402 Arbeiten', '12,5 kB'],
    ['fr', '3 juillet 2025', '1\u202f402 articles', '12,5 ko'],
    ['es', '3 de julio de 2025', '1\u202f402 artículos', '12,5 kB'],
    ['zh', '2025年7月3日', '1,402 篇论文', '12.5 kB'],
    ['ja', '2025年7月3日', '論文1,402件', '12.5 kB'],
    ['ar', '3 يوليو 2025', '1,402 ورقة', '12.5 كيلوبايت'],
  ])('give dates, figures and plurals as %s does', (tag, date, papers, bytes) => {
    const words = wordsFor(tag);
    expect(words.date('2025-07-03')).toBe(date);
    expect(words.papers(1402)).toBe(papers);
    expect(words.bytes(12_529)).toBe(bytes);
  });

  // Languages in other letters, so that a word that is missing shows.
  it.each(['ar', 'ja', 'zh'])(
    'have a word in %s for every field, and for listings that have no name',
    (tag) => {
      const words = wordsFor(tag);
      const abbreviations = ['doi', 'isbn', 'issn'];
      const keys = fieldNames.filter((name) => !abbreviations.includes(name));
      expect(keys.filter((name) => !/[^\p{Script=Latin}\p{P}\s]/u.test(words.field(name)))).toEqual(
        [],
      );
      expect(words.field('containerTitleShort')).toBe(words.field('venue_short'));
      expect(words.field('Reading group')).toBe('Reading group');
      const labels = [...readers.map(({ label }) => label), 'Unknown text', 'PDF document'];
      expect(labels.filter((label) => words.listing(label) === label)).toEqual([
        'BibTeX',
        'RIS',
        'EndNote (ENW)',
        'EndNote XML',
        'CSL-JSON',
        'Zotero RDF',
      ]);
      expect(words.listing('RIS, arXiv listing')).toBe(`RIS, ${words.listing('arXiv listing')}`);
    },
  );

  it('are those of scripts too', () => {
    expect(de.found({ papers: 1, themes: 2, pages: 1 }, 'Wege')).toBe(
      '1 Arbeit, 2 Themen und 1 Seite zu „Wege“',
    );
    expect(de.noPaperHas(['a', 'b', 'c'])).toBe('Keine Arbeit enthält „a“, „b“ oder „c“.');
  });
});

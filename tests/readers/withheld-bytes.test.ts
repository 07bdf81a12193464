// @module-tag private-withheld
import { describe, expect, it } from 'vitest';
import { withoutWithheld } from '../../src/readers/index.ts';
import { sourceRecords } from '../../src/pipeline/index.ts';

describe('a published seed', () => {
  it('keeps every byte but those of local paths, which are asterisks of the same length', () => {
    const text = `@article{a, title = {On walks}, author = {Gu, Hao}, year = {2025},
  file = {Full Text:/home/hao/papers/walks.pdf:application/pdf}}\n`;
    const bytes = new TextEncoder().encode(text);
    const { reading } = sourceRecords({ path: 'a.bib', bytes });
    const published = new TextDecoder().decode(withoutWithheld(bytes, reading.account.parts));
    expect(published).toHaveLength(text.length);
    expect(published).not.toContain('/home/hao');
    expect(published).toContain('title = {On walks}, author = {Gu, Hao}, year = {2025}');
    expect(new TextDecoder().decode(bytes)).toBe(text);
  });

  it('does not say who received a mailing', () => {
    const text = [
      'To: hao@example.org',
      'Subject: cs daily',
      '',
      '-'.repeat(78),
      '\\\\',
      'arXiv:2303.08867',
      'Date: Wed, 15 Mar 2023 18:34:08 GMT   (243kb,D)',
      '',
      'Title: A walk',
      'Authors: Ann Lee',
      'Categories: cs.LG',
      '\\\\',
      '  We walk, and measure how far.',
      '\\\\ ( https://arxiv.org/abs/2303.08867 ,  243kb)',
      '',
    ].join('\n');
    const bytes = new TextEncoder().encode(text);
    const { reading, records } = sourceRecords({ path: 'mail.txt', bytes });
    const published = new TextDecoder().decode(withoutWithheld(bytes, reading.account.parts));
    expect(records).toHaveLength(1);
    expect(published).not.toContain('hao@example.org');
    expect(published).toContain('Subject: cs daily');
  });
});

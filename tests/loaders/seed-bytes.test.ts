import { describe, expect, it } from 'vitest';
import { withholdPrivate } from '../../src/loaders/seed-bytes.ts';
import { sourceRecords } from '../../src/pipeline/index.ts';

describe('a published seed', () => {
  it('keeps every byte but those of local paths, which are asterisks of the same length', () => {
    const text = `@article{a, title = {On walks}, author = {Gu, Hao}, year = {2025},
  file = {Full Text:/home/hao/papers/walks.pdf:application/pdf}}\n`;
    const bytes = new TextEncoder().encode(text);
    const { reading } = sourceRecords({ path: 'a.bib', bytes });
    const published = new TextDecoder().decode(withholdPrivate(bytes, reading.ledger.parts));
    expect(published).toHaveLength(text.length);
    expect(published).not.toContain('/home/hao');
    expect(published).toContain('title = {On walks}, author = {Gu, Hao}, year = {2025}');
    expect(new TextDecoder().decode(bytes)).toBe(text);
  });
});

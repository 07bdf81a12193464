import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/export/browser/file-name.ts';

describe('the name of an exported file', () => {
  it.each([
    [['mixture of experts', '2025'], 'mixture-of-experts-2025.bib'],
    [['R⁴ec'], 'r4ec.bib'],
    [['Łukasz Müller'], 'lukasz-müller.bib'],
    [['王小明'], '王小明.bib'],
    [['"../../etc/passwd"'], 'etc-passwd.bib'],
    [['', '  '], 'papers.bib'],
    [[], 'papers.bib'],
  ])('of %j is %s', (parts, name) => {
    expect(fileName(parts, 'bib')).toBe(name);
  });

  it('ends in the edition, however much was asked', () => {
    expect(fileName(['long '.repeat(40)], 'bib', '2026-11')).toMatch(
      /^long-.{50,60}-2026-11\.bib$/u,
    );
  });

  it('is one that every file system takes, whatever was asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
        const name = fileName(parts, 'ris');
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.ris$/u);
        expect(name.length).toBeLessThan(100);
      }),
    );
  });
});

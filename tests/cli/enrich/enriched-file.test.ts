import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCorrections } from '../../../src/cli/enrich/enriched-file.ts';
import { parseCorrections } from '../../../src/loaders/index.ts';
import type { CorrectionOfFact } from '../../../src/pipeline/index.ts';

const correctionOf = (number: number, title: string): CorrectionOfFact => ({
  match: { arxiv: `2501.0000${number}` },
  set: { title, authors: ['Ann Lee', 'Bo: Fox'], date: '2025' },
  yields: true,
  reason: `Found by its identifier. ${'Missing before were a title and many other things. '.repeat(3)}`,
  evidence: [`https://arxiv.org/abs/2501.0000${number}`],
});

describe('the file of corrections that were looked up', () => {
  it('has the same bytes however its corrections came, and holds what was put in', () => {
    const titles = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(titles, fc.nat(), (some, seed) => {
        const all = some.map((title, index) => correctionOf(index, title));
        const turned = all.map(
          (_, index) => all[(index + seed) % all.length] ?? correctionOf(0, ''),
        );
        const atOnce = withCorrections('', all);
        const oneByOne = turned.reduce((text, each) => withCorrections(text, [each]), '');
        expect(oneByOne).toBe(atOnce);
        const read = parseCorrections(atOnce, 'enriched.yaml');
        expect(read.map(({ file, line, ...body }) => body)).toEqual(all);
      }),
    );
  });

  it('keeps the comment at its top there, and that of a correction with it', () => {
    const before = `# Ours.\n\n# About five.\n${withCorrections('', [correctionOf(5, 'Five')]).replace(/^(#.*\n)+\n/, '')}`;
    const after = withCorrections(before, [correctionOf(1, 'One'), correctionOf(9, 'Nine')]);
    expect(after).toMatch(/^# Ours\.\n\n- match:\n {4}arxiv: '2501\.00001'/);
    expect(after).toMatch(/\n\n# About five\.\n- match:\n {4}arxiv: '2501\.00005'/);
  });

  it('is what it was when nothing is added', () => {
    expect(withCorrections('  # odd\n', [])).toBe('  # odd\n');
  });
});

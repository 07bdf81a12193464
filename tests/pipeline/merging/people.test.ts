import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/model/index.ts';
import { assemble } from '../../../src/pipeline/merging/assemble.ts';
import { people } from '../../../src/pipeline/merging/people.ts';
import { decided, source } from '../make.ts';

/** Works `w1`, `w2`, … by these authors. */
function peopleOf(...authors: string[]) {
  const works = authors.map((printed, index): Work => {
    const record = source({ title: 'A title', authors: printed });
    const { work } = assemble(decided([record]), { stripsMath: () => false, place: () => 0 });
    return { ...work, permalink: `w${index + 1}`, released: false, citationKey: '' };
  });
  return people(works).map(({ slug, spellings, works: own }) => [slug, spellings, own]);
}

describe('people', () => {
  it('are one for spellings that differ in accents and order, the most frequent first', () => {
    expect(peopleOf('José Pérez', 'Jose Perez', 'José Pérez', 'Pérez, José')).toEqual([
      ['jose-perez', ['José Pérez', 'Jose Perez', 'Pérez, José'], ['w1', 'w2', 'w3', 'w4']],
    ]);
  });

  it('are two where one name is only initials', () => {
    expect(peopleOf('Hao Gu, Ann Lee', 'H. Gu').map(([slug]) => slug)).toEqual([
      'h-gu',
      'hao-gu',
      'ann-lee',
    ]);
  });

  it('stand in the order of their family names', () => {
    expect(peopleOf('Zoe Adams, Bo van der Berg, Ann Lee').map(([slug]) => slug)).toEqual([
      'zoe-adams',
      'bo-van-der-berg',
      'ann-lee',
    ]);
  });

  it('have an address also where no letter of the name is Latin', () => {
    const slugs = peopleOf('顾浩, 王芳').map(([slug]) => slug);
    expect(new Set(slugs).size).toBe(2);
    for (const slug of slugs) expect(slug).toMatch(/^name-[0-9a-f]{8}$/);
  });
});

import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/model/index.ts';
import { relate } from '../../../src/pipeline/themes/relate.ts';
import { madeUpWork } from '../made-up-work.ts';

const library: Work[] = [
  madeUpWork(
    'rope-1',
    'Suspension bridges of hemp rope',
    'Hemp rope carries suspension bridges. We measure how hemp sags in rain.',
    ['Ida Falk', 'Per Lund'],
  ),
  madeUpWork(
    'rope-2',
    'Hemp against steel in Suspension Bridges',
    'We compare hemp rope with steel cable for suspension bridges under wind.',
    ['Ida Falk', 'Per Lund'],
  ),
  madeUpWork(
    'stone-1',
    'Stone vaults of the Romans',
    'Stone vaults stand by compression. Roman masons cut voussoirs by eye.',
    ['Marco Neri'],
  ),
  madeUpWork(
    'stone-2',
    'Masons and their stone vaults',
    'Roman masons left marks on voussoirs. We read the marks on stone vaults.',
    ['Zoe Marsh'],
  ),
  madeUpWork('owls', 'Night flight of owls', 'Owls hunt by ear. Feathers muffle their flight.', [
    'Marco Neri',
  ]),
];

const neighboursOf = (permalink: string, works: Work[] = library) =>
  (relate(works).get(permalink) ?? []).map((neighbour) => neighbour.permalink);

describe('related papers', () => {
  it('are those that share rare words and word pairs', () => {
    expect(neighboursOf('rope-1')).toEqual(['rope-2']);
    expect(neighboursOf('stone-2')[0]).toBe('stone-1');
  });

  it('are given to every work, and are none for a work like no other', () => {
    expect([...relate(library).keys()].sort()).toEqual(library.map((w) => w.permalink).sort());
    expect(neighboursOf('alone', [madeUpWork('alone', 'Night flight of owls')])).toEqual([]);
  });

  it('never include the work itself, and are five at most', () => {
    const same = Array.from({ length: 9 }, (_, n) =>
      madeUpWork(`p${n}`, 'Hemp rope', 'Rope of hemp.'),
    );
    const others = Array.from({ length: 30 }, (_, n) => madeUpWork(`q${n}`, `Subject x${n}x`));
    expect(neighboursOf('p3', [...same, ...others])).toEqual(['p0', 'p1', 'p2', 'p4', 'p5']);
  });

  it('share words of titles rather than of abstracts', () => {
    const works = [
      madeUpWork('a', 'Hemp', 'Seen in vaults.'),
      madeUpWork('b', 'Owls', 'Heard in vaults, near feathers.'),
      madeUpWork('c', 'Hemp', 'Grown by rivers, near feathers.'),
      madeUpWork('d', 'Owls', 'Fed by rivers.'),
    ];
    expect(neighboursOf('a', works)[0]).toBe('c');
    expect(neighboursOf('b', works)[0]).toBe('d');
  });

  it('are far fewer than the papers that share some word', () => {
    const long = (n: number) => Array.from({ length: 8 }, (_, k) => `w${n}v${k}`).join(' ');
    const works = [1, 2, 3].flatMap((n) => [
      madeUpWork(`a${n}`, `Hemp ${n}`, long(n)),
      madeUpWork(`b${n}`, `Steel ${n}`, long(n)),
    ]);
    works.push(madeUpWork('c', 'Hemp at night', long(1)));
    expect(neighboursOf('a2', works)).toEqual(['b2']);
  });

  it('do not depend on the order of works', () => {
    expect(relate(library.toReversed())).toEqual(relate(library));
  });

  it('are not made alike by words of every paper, or by small words', () => {
    const works = [
      madeUpWork('a', 'We propose a novel method for owls', 'The results show that it works.'),
      madeUpWork('b', 'We propose a novel method for vaults', 'The results show that it works.'),
    ];
    expect(neighboursOf('a', works)).toEqual([]);
  });
});

describe('reasons', () => {
  const reasons = (a: string, b: string) =>
    relate(library)
      .get(a)
      ?.find(({ permalink }) => permalink === b)?.reasons ?? [];

  it('name shared phrases as papers print them, without the capitals of a title', () => {
    expect(reasons('rope-1', 'rope-2')).toContain('suspension bridges');
    expect(reasons('stone-1', 'stone-2')).toContain('stone vaults');
  });

  it('do not name a word again that stands in a phrase', () => {
    expect(reasons('rope-1', 'rope-2')).not.toContain('suspension');
  });

  it('join overlapping pairs to one phrase', () => {
    const works = [
      madeUpWork('a', 'Old Roman stone vaults', 'Roman stone vaults again.'),
      madeUpWork('b', 'The Roman stone vaults of Trier'),
      ...library.slice(0, 2),
      ...Array.from({ length: 10 }, (_, n) => madeUpWork(`q${n}`, `Subject x${n}x`)),
    ];
    expect(relate(works).get('a')?.[0]?.reasons).toEqual(['Roman stone vaults']);
  });

  it('take “of” as the middle of a phrase', () => {
    const works = [
      madeUpWork('a', 'Vaults of stone, old'),
      madeUpWork('b', 'On vaults of stone, new'),
      ...Array.from({ length: 10 }, (_, n) => madeUpWork(`q${n}`, `Subject x${n}x`)),
    ];
    expect(relate(works).get('a')?.[0]?.reasons).toEqual(['vaults of stone']);
  });

  it('name shared authors after the terms', () => {
    expect(reasons('rope-1', 'rope-2').at(-1)).toBe('same authors');
    expect(reasons('stone-1', 'stone-2')).not.toContain('same author');
  });

  it('are never empty', () => {
    for (const neighbours of relate(library).values()) {
      for (const neighbour of neighbours) expect(neighbour.reasons).not.toEqual([]);
    }
  });

  it('leave out an author who is on very many papers', () => {
    const works = Array.from({ length: 20 }, (_, n) =>
      madeUpWork(`p${n}`, `Subject x${n}x`, undefined, ['Busy Author', 'Her Friend']),
    );
    const few = works.slice(0, 2);
    expect(neighboursOf('p0', few)).toEqual(['p1']);
    expect([...relate(works).values()].flat()).toEqual([]);
  });
});

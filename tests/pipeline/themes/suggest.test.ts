import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/pipeline/themes/classify.ts';
import { type Paper, suggestThemes } from '../../../src/pipeline/themes/suggest/index.ts';
import { madeUpWork } from '../made-up-work.ts';

/** Subjects far from each other: a name for their papers, and what these speak of. */
const subjects: Record<string, readonly string[]> = {
  'stone bridges': [
    'stone bridges',
    'arch spans',
    'masonry piers',
    'river crossings',
    'mortar joints',
  ],
  'honey bees': [
    'honey bees',
    'hive temperature',
    'waggle dances',
    'pollen stores',
    'queen pheromones',
  ],
  'tide mills': ['tide mills', 'sluice gates', 'water wheels', 'harbour basins', 'flour grinding'],
  'glass lenses': [
    'glass lenses',
    'spherical aberration',
    'optical polish',
    'light rays',
    'focal planes',
  ],
};

/** Papers on each subject, every one with some of its phrases in an order of its own. */
function papersOn(names: readonly string[], each: number): Paper[] {
  return names.flatMap((name) => {
    const phrases = subjects[name] ?? [];
    const phrase = (n: number) => phrases[n % phrases.length] ?? name;
    return Array.from({ length: each }, (_, n) => ({
      permalink: `${name.replace(' ', '-')}-${n}`,
      title: `On ${name} and ${phrase(n + 1)}`,
      abstract: `We walk far to see ${phrase(n + 2)}. There, ${phrase(n + 3)} are drawn beside ${phrase(n)}, and the ${name} are counted.`,
      keywords: [],
    }));
  });
}

const suggest = (papers: readonly Paper[]) => suggestThemes(papers, new Set(), false);

/** Slugs of the themes of each paper, by permalink. */
function assigned(papers: readonly Paper[]): Map<string, string[]> {
  const works = papers.map(({ permalink, title, abstract }) =>
    madeUpWork(permalink, title, abstract),
  );
  const keywords = new Map(papers.map((paper) => [paper.permalink, paper.keywords]));
  const { assignments } = classify(
    works,
    suggest(papers),
    ({ permalink }) => keywords.get(permalink) ?? [],
  );
  return new Map(
    [...assignments].map(([permalink, found]) => [permalink, found.map(({ slug }) => slug)]),
  );
}

const all = papersOn(Object.keys(subjects), 12);

describe('suggested themes', () => {
  it('keep subjects apart and papers on one subject together', () => {
    const themes = assigned(all);
    const bySubject = Map.groupBy(all, ({ permalink }) => permalink.replace(/-\d+$/, ''));
    const sets = [...bySubject.values()].map(
      (papers) => new Set(papers.flatMap(({ permalink }) => themes.get(permalink) ?? [])),
    );
    for (const [index, one] of sets.entries()) {
      expect(one.size).toBeGreaterThan(0);
      for (const other of sets.slice(index + 1)) expect(one.isDisjointFrom(other)).toBe(true);
    }
  });

  it('are named by whole noun phrases of their papers, none twice', () => {
    const labels = suggest(all).map(({ frontMatter }) => frontMatter.label);
    expect(new Set(labels).size).toBe(labels.length);
    const phrases = Object.values(subjects).flat();
    for (const label of labels)
      for (const part of label.split(' and '))
        expect(phrases).toContain(part.charAt(0).toLowerCase() + part.slice(1));
  });

  it('do not depend on the order of papers', () => {
    const themes = suggest(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(suggest(shuffled)).toEqual(themes);
      }),
      { numRuns: 5 },
    );
  });

  it('are none for a few papers, for papers that are all alike, and for none', () => {
    expect(suggest([])).toEqual([]);
    expect(suggest(all.slice(0, 3))).toEqual([]);
    const alike = Array.from({ length: 40 }, (_, n) => ({
      permalink: `same-${n}`,
      title: 'On stone bridges',
      abstract: 'Stone bridges are counted.',
      keywords: [],
    }));
    expect(suggest(alike)).toEqual([]);
  });

  it('are found in titles alone', () => {
    const titles = all.map((paper) => ({ ...paper, abstract: '' }));
    expect(suggest(titles).length).toBeGreaterThan(1);
  });

  it.each([
    [
      'German',
      [
        'steinerne Brücken',
        'Bienenstöcke',
        'Gezeitenmühlen',
        'geschliffene Linsen',
        'Kirchenorgeln',
      ],
      (name: string, n: number) => `Über ${name} und was von ihnen nicht gesagt ist, Teil ${n}`,
    ],
    [
      'Chinese',
      ['机器学习', '水力发电', '蜜蜂养殖', '石桥建筑', '教堂音乐'],
      (name: string, n: number) => `关于${name}的研究 ${n}`,
    ],
    [
      'Japanese',
      ['深層学習', '水力発電', '養蜂技術', '石橋建築', '教会音楽'],
      (name: string, n: number) => `${name}についての研究 ${n}`,
    ],
  ] as const)('are found in %s', (_language, names, title) => {
    const papers = names.flatMap((name, subject) =>
      Array.from({ length: 5 }, (_, n) => ({
        permalink: `paper-${subject}-${n}`,
        title: title(name, n),
        abstract: '',
        keywords: [],
      })),
    );
    const found = assigned(papers);
    expect(found.get('paper-0-1')).not.toEqual([]);
    expect(found.get('paper-0-1')).toEqual(found.get('paper-0-2'));
    expect(found.get('paper-0-1')).not.toEqual(found.get('paper-1-1'));
  });

  it('are the keywords of the seeds where these are an order, and the rest comes after', () => {
    const filed = all.map((paper, index) => ({
      ...paper,
      keywords: index < 36 ? [paper.permalink.replace(/-\d+$/, '')] : [`Alone ${index}`],
    }));
    const themes = suggest(filed);
    const labels = themes.map(({ frontMatter }) => frontMatter.label);
    expect(labels).toEqual(expect.arrayContaining(['Stone-bridges', 'Honey-bees', 'Tide-mills']));
    expect(assigned(filed).get('honey-bees-3')).toEqual(['honey-bees']);
  });

  it('are told apart by a further word where no other name is left', () => {
    const title = (thing: string, other: string, n: number) =>
      [
        `${other} revisited: an account in ${n} parts`,
        `What do ${thing} tell us of ${other}? No. ${n}`,
        `The economy of ${thing} and its limits, ${1700 + n}`,
      ][n % 3] ?? '';
    const papers = Object.values(subjects).flatMap(([thing = '', , , , other = '']) =>
      Array.from({ length: 40 }, (_, n) => ({
        permalink: `${thing}-${n}`,
        title: title(thing, other, n),
        abstract: n % 2 === 0 ? '' : `This considers ${thing} from the point of view of ${other}.`,
        keywords: [],
      })),
    );
    const labels = suggest(papers).map(({ frontMatter }) => frontMatter.label);
    expect(labels).toEqual(
      expect.arrayContaining(['Queen pheromones', 'Queen pheromones, honey bees']),
    );
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('are not the keywords that only some papers have', () => {
    const filed = all.map((paper, index) => ({ ...paper, keywords: index < 8 ? ['noted'] : [] }));
    const themes = suggest(filed);
    expect(themes.length).toBeGreaterThan(1);
    for (const { frontMatter } of themes) {
      expect(frontMatter.label).not.toMatch(/noted/i);
      expect(frontMatter.rules.keywords ?? []).toEqual([]);
    }
  });

  describe('that were released', () => {
    const former = [
      { slug: 'old-masonry', label: 'Old masonry', papers: papersOf('stone bridges') },
      { slug: 'apiaries', label: 'Apiaries', papers: papersOf('honey bees') },
    ];

    function papersOf(name: string) {
      return papersOn([name], 9).map(({ permalink }) => permalink);
    }

    it('go on with their addresses, labels and papers, beside new ones', () => {
      const themes = suggestThemes(all, new Set(), false, former);
      const labels = new Map(themes.map(({ slug, frontMatter }) => [slug, frontMatter.label]));
      for (const { slug, label } of former) expect(labels.get(slug)).toBe(label);
      expect(new Set(labels.values()).size).toBe(labels.size);
      expect(labels.size).toBeGreaterThan(former.length);
      const { assignments } = classify(
        all.map(({ permalink, title, abstract }) => madeUpWork(permalink, title, abstract)),
        themes,
      );
      const slugOf = (permalink: string) => assignments.get(permalink)?.[0]?.slug;
      for (const { slug, papers } of former)
        for (const permalink of papers) expect(slugOf(permalink), permalink).toBe(slug);
    });

    it('keep their papers when others are added', () => {
      const fewer = all.filter((_, index) => index % 10 !== 0);
      const before = assigned(fewer);
      const slugs = new Map(suggest(fewer).map((theme) => [theme.slug, theme.frontMatter.label]));
      const released = [...slugs].map(([slug, label]) => ({
        slug,
        label,
        papers: [...before].flatMap(([permalink, own]) => (own.includes(slug) ? [permalink] : [])),
      }));
      const themes = suggestThemes(all, new Set(), false, released);
      const { assignments } = classify(
        all.map(({ permalink, title, abstract }) => madeUpWork(permalink, title, abstract)),
        themes,
      );
      const moved = fewer.filter(
        ({ permalink }) => assignments.get(permalink)?.[0]?.slug !== before.get(permalink)?.[0],
      );
      expect(moved.length).toBeLessThan(fewer.length / 10);
    });

    it('leave with their papers, and when a person has written them', () => {
      const away = former.map((theme) => ({ ...theme, papers: ['not-here-1', 'not-here-2'] }));
      expect(suggestThemes(all, new Set(), false, away)).toEqual(suggest(all));
      const themes = suggestThemes(all, new Set(['old-masonry']), false, former);
      const slugs = themes.map(({ slug }) => slug);
      expect(slugs).toContain('apiaries');
      expect(slugs).not.toContain('old-masonry');
    });
  });

  it('take no address that another theme has', () => {
    const taken = new Set(suggest(all).map(({ slug }) => slug));
    for (const { slug } of suggestThemes(all, taken, true)) expect(taken.has(slug)).toBe(false);
  });
});

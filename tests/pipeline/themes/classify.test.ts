import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeSchema } from '../../../src/model/index.ts';
import { classify, type RuledTheme } from '../../../src/pipeline/themes/classify.ts';
import { madeUpWork } from '../made-up-work.ts';

function theme(slug: string, rules: Record<string, unknown>, order = 100): RuledTheme {
  const frontMatter = themeSchema.parse({
    label: slug,
    tagline: `All about ${slug}.`,
    scopeNote: `What is about ${slug}.`,
    order,
    rules,
  });
  return { slug, frontMatter };
}

/** Slugs of the themes that take one work with this title and abstract. */
function themesOf(rules: Record<string, unknown>, title: string, abstract = ''): string[] {
  const { assignments } = classify([madeUpWork('w', title, abstract)], [theme('t', rules)]);
  return (assignments.get('w') ?? []).map(({ slug }) => slug);
}

const takes = (term: string, title: string) => themesOf({ terms: [term] }, title).length === 1;

describe('a term', () => {
  it('matches whole words only', () => {
    expect(takes('art', 'The art of bridges')).toBe(true);
    expect(takes('art', 'A part of bridges')).toBe(false);
    expect(takes('art', 'Artful bridges')).toBe(false);
  });

  it('matches any ending where it ends in a star', () => {
    expect(takes('bridg*', 'Bridging two rivers')).toBe(true);
    expect(takes('rope bridg*', 'On rope bridges')).toBe(true);
    expect(takes('bridg*', 'A footbridge')).toBe(false);
    expect(takes('rope bridg*', 'On ropes, bridges')).toBe(false);
  });

  it('does not care about case, accents, hyphens and plain plurals', () => {
    expect(takes('naive bridge', 'NAÏVE-BRIDGES everywhere')).toBe(true);
    expect(takes('naïve-bridges', 'A naive bridge')).toBe(true);
    expect(takes('theory', 'Theories of arches')).toBe(true);
    expect(takes('class', 'One clas')).toBe(false);
  });

  it('does not run across the end of a sentence or into a bracket', () => {
    expect(takes('stone arch', 'Built of stone. Arch by arch')).toBe(false);
    expect(takes('stone arch', 'Stone (arch) bridges')).toBe(false);
  });

  it('without a letter or digit is reported and matches nothing', () => {
    const { assignments, messages } = classify(
      [madeUpWork('w', 'Stone *')],
      [theme('t', { terms: ['*'] })],
    );
    expect(assignments.get('w')).toEqual([]);
    expect(messages.map(({ code }) => code)).toEqual([
      'theme-term-without-words',
      'paper-without-theme',
    ]);
  });
});

describe('a score', () => {
  const bridges = theme('bridges', {
    terms: ['bridge', { term: 'arch', weight: 2 }],
    threshold: 1,
  });
  const scoreOf = (title: string, abstract: string) =>
    classify([madeUpWork('w', title, abstract)], [bridges]).assignments.get('w')?.[0]?.score ?? 0;

  it('counts a title three times an abstract', () => {
    expect(scoreOf('Bridge', '')).toBe(3);
    expect(scoreOf('Stone', 'A bridge.')).toBe(1);
  });

  it('counts the n-th mention 1/n', () => {
    expect(scoreOf('Stone', 'Bridge, bridge, bridge.')).toBeCloseTo(1 + 1 / 2 + 1 / 3);
  });

  it('counts a term by its weight', () => {
    expect(scoreOf('Stone', 'An arch.')).toBe(2);
  });

  it('lets a word speak once, for the longer of two terms', () => {
    const rules = { terms: ['rope', 'bridge', 'rope bridge'], threshold: 1 };
    const { assignments } = classify(
      [madeUpWork('w', 'Stone', 'A rope bridge.')],
      [theme('t', rules)],
    );
    const [assignment] = assignments.get('w') ?? [];
    expect(assignment?.evidence).toEqual([
      { term: 'rope bridge', field: 'abstract', count: 1, weight: 1 },
    ]);
  });

  it('is explained by evidence that names term, field, count and share', () => {
    const { assignments } = classify(
      [madeUpWork('w', 'The bridge', 'An arch, and a bridge.')],
      [bridges],
    );
    expect(assignments.get('w')).toEqual([
      {
        slug: 'bridges',
        score: 6,
        evidence: [
          { term: 'bridge', field: 'title', count: 1, weight: 3 / 6 },
          { term: 'arch', field: 'abstract', count: 1, weight: 2 / 6 },
          { term: 'bridge', field: 'abstract', count: 1, weight: 1 / 6 },
        ],
      },
    ]);
  });

  it('below the threshold does not bring a paper in', () => {
    expect(themesOf({ terms: ['bridge'], threshold: 2 }, 'Stone', 'A bridge.')).toEqual([]);
    expect(themesOf({ terms: ['bridge'], threshold: 1 }, 'Stone', 'A bridge.')).toEqual(['t']);
  });
});

describe('a paper', () => {
  it('with an excluded term stays out, unless it is pinned', () => {
    const rules = { terms: ['bridge'], exclude: ['card game'] };
    expect(themesOf(rules, 'Bridge')).toEqual(['t']);
    expect(themesOf(rules, 'Bridge', 'The card game.')).toEqual([]);
    expect(themesOf({ ...rules, pins: ['w'] }, 'Bridge', 'The card game.')).toEqual(['t']);
  });

  it('is pinned with the threshold as its score, and terms on top', () => {
    const pinned = theme('t', { terms: ['bridge'], pins: ['w'], threshold: 3 });
    const { assignments } = classify([madeUpWork('w', 'Bridge')], [pinned]);
    expect(assignments.get('w')).toEqual([
      {
        slug: 't',
        score: 6,
        evidence: [
          { term: 'w', field: 'pin', count: 1, weight: 0.5 },
          { term: 'bridge', field: 'title', count: 1, weight: 0.5 },
        ],
      },
    ]);
  });

  it('stays out where it is unpinned, even from the catch-all theme', () => {
    expect(themesOf({ terms: ['bridge'], unpins: ['w'] }, 'Bridge')).toEqual([]);
    expect(themesOf({ catchAll: true, unpins: ['w'] }, 'Bridge')).toEqual([]);
  });

  it('is in three themes at most, the best ones, but never loses a pin', () => {
    const many = ['a', 'b', 'c', 'd'].map((slug, index) =>
      theme(slug, { terms: [{ term: 'bridge', weight: index + 1 }] }),
    );
    const slugs = (themes: RuledTheme[]) =>
      classify([madeUpWork('w', 'Bridge')], themes)
        .assignments.get('w')
        ?.map(({ slug }) => slug);
    expect(slugs(many)).toEqual(['d', 'c', 'b']);
    expect(slugs([...many, theme('e', { pins: ['w'] })])).toEqual(['d', 'c', 'e']);
  });

  it('leaves a theme that scores far below its best one', () => {
    const strong = theme('strong', { terms: [{ term: 'bridge', weight: 10 }] });
    const weak = theme('weak', { terms: ['stone'] });
    const { assignments } = classify([madeUpWork('w', 'Stone bridge')], [strong, weak]);
    expect(assignments.get('w')?.map(({ slug }) => slug)).toEqual(['strong']);
  });

  it('that no theme takes goes to the catch-all theme, and no other does', () => {
    const themes = [
      theme('bridges', { terms: ['bridge'] }),
      theme('rest', { terms: ['bridge'], catchAll: true }),
    ];
    const works = [madeUpWork('a', 'Bridge'), madeUpWork('b', 'River')];
    const { assignments, messages } = classify(works, themes);
    expect(assignments.get('a')?.map(({ slug }) => slug)).toEqual(['bridges']);
    expect(assignments.get('b')).toEqual([
      {
        slug: 'rest',
        score: 3,
        evidence: [{ term: 'catchAll', field: 'fallback', count: 1, weight: 1 }],
      },
    ]);
    expect(messages).toEqual([]);
  });

  it('without an abstract is classified by its title', () => {
    const { assignments } = classify(
      [madeUpWork('w', 'Bridge')],
      [theme('t', { terms: ['bridge'] })],
    );
    expect(assignments.get('w')).toHaveLength(1);
  });
});

describe('messages', () => {
  const works = [madeUpWork('b', 'River'), madeUpWork('a', 'Lake')];

  it('name the papers without a theme', () => {
    const { messages } = classify(works, [theme('bridges', { terms: ['bridge'] })]);
    expect(messages).toMatchObject([
      { code: 'paper-without-theme', severity: 'warning', text: '2 papers are in no theme: a, b.' },
    ]);
  });

  it('name a few of very many papers without a theme and count the rest', () => {
    const many = Array.from({ length: 30 }, (_, n) => madeUpWork(`p${n}`, 'River'));
    const { messages } = classify(many, [theme('bridges', { terms: ['bridge'] })]);
    expect(messages[0]?.text).toMatch(/^30 papers .* and 10 more\.$/);
  });

  it('are silent, and nothing is assigned, when there is no theme at all', () => {
    const { assignments, messages } = classify(works, []);
    expect(assignments).toEqual(
      new Map([
        ['b', []],
        ['a', []],
      ]),
    );
    expect(messages).toEqual([]);
  });

  it('point at pins and unpins that name no paper, or contradict each other', () => {
    const rules = { catchAll: true, pins: ['a', 'lost'], unpins: ['gone', 'a'] };
    const { messages } = classify(works, [theme('t', rules)]);
    expect(messages.map(({ code, source }) => [code, source?.file])).toEqual([
      ['theme-pin-unknown', 'themes/t.mdx'],
      ['theme-pin-unknown', 'themes/t.mdx'],
      ['theme-pin-contradicted', 'themes/t.mdx'],
      ['paper-without-theme', undefined],
    ]);
  });

  it('say which of two catch-all themes is not used', () => {
    const themes = [theme('late', { catchAll: true }, 2), theme('early', { catchAll: true }, 1)];
    const { assignments, messages } = classify(works, themes);
    expect(assignments.get('a')?.map(({ slug }) => slug)).toEqual(['early']);
    expect(messages.map(({ code, source }) => [code, source?.file])).toEqual([
      ['second-catch-all-theme', 'themes/late.mdx'],
    ]);
  });
});

describe('the classifier', () => {
  const vocabulary = ['bridge', 'arch', 'rope bridge', 'river', 'stone', 'lake', '.', '-'];
  const prose = fc
    .array(fc.constantFrom(...vocabulary), { maxLength: 12 })
    .map((words) => words.join(' '));
  const themes = [
    theme('bridges', { terms: ['bridge', 'rope bridge', 'arch'], exclude: ['lake'], threshold: 1 }),
    theme('water', { terms: ['river', 'lake'], pins: ['w0'], threshold: 1 }),
    theme('stone', { terms: ['ston*'], unpins: ['w1'], threshold: 2 }),
    theme('rest', { catchAll: true }),
  ];
  const library = fc
    .array(fc.tuple(prose, prose), { minLength: 1, maxLength: 6 })
    .map((texts) => texts.map(([title, abstract], n) => madeUpWork(`w${n}`, title, abstract)));

  it('gives evidence whose weights add up to 1', () => {
    fc.assert(
      fc.property(library, (works) => {
        for (const assignments of classify(works, themes).assignments.values()) {
          for (const { evidence } of assignments) {
            expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
          }
        }
      }),
    );
  });

  it('does not depend on the order of works', () => {
    fc.assert(
      fc.property(
        library.chain((works) =>
          fc.tuple(
            fc.constant(works),
            fc.shuffledSubarray(works, { minLength: works.length, maxLength: works.length }),
          ),
        ),
        ([works, shuffled]) => {
          const one = classify(works, themes);
          const two = classify(shuffled, themes);
          expect(two.assignments).toEqual(one.assignments);
          expect(two.messages).toEqual(one.messages);
        },
      ),
    );
  });
});

describe('a keyword', () => {
  const works = [madeUpWork('a', 'Stone'), madeUpWork('b', 'Stone')];
  const keywordsOf = ({ permalink }: { permalink: string }) =>
    permalink === 'a' ? ['Old Towns'] : [];

  it('of a theme takes the papers that have it, whatever its case', () => {
    const { assignments } = classify(works, [theme('t', { keywords: ['old towns'] })], keywordsOf);
    expect(assignments.get('a')).toEqual([
      {
        slug: 't',
        score: 3,
        evidence: [{ term: 'old towns', field: 'keyword', count: 1, weight: 1 }],
      },
    ]);
    expect(assignments.get('b')).toEqual([]);
  });
});

describe('a theme', () => {
  const slugs = (themes: RuledTheme[], title: string) =>
    classify([madeUpWork('w', title)], themes)
      .assignments.get('w')
      ?.map(({ slug }) => slug);
  const bridges = theme('bridges', { terms: [{ term: 'bridge', weight: 2 }] });

  it('with a share of its own stands back behind a better one', () => {
    const rules = { terms: ['stone'] };
    expect(slugs([bridges, theme('stones', rules)], 'Stone bridge')).toEqual(['bridges', 'stones']);
    expect(slugs([bridges, theme('stones', { ...rules, share: 0.9 })], 'Stone bridge')).toEqual([
      'bridges',
    ]);
  });

  it('of what is left over takes only papers that no other theme took', () => {
    const stones = theme('stones', { terms: [{ term: 'stone', weight: 9 }], leftOver: true });
    expect(slugs([bridges, stones], 'Stone bridge')).toEqual(['bridges']);
    expect(slugs([bridges, stones], 'Stone')).toEqual(['stones']);
  });
});

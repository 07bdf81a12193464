// @module-tag permalinks-stay
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCorrections } from '../../src/loaders/input.ts';
import {
  type Edition,
  type PermalinkLedger,
  permalinkLedgerSchema,
  siteSchema,
  type Survey,
  pageSchema,
  themeSchema,
} from '../../src/model/index.ts';
import { followLines, runsOf } from '../../src/pipeline/addresses/states.ts';
import {
  buildSurvey,
  editionOf,
  permalinkLedgerText,
  releaseLedger,
} from '../../src/pipeline/index.ts';
import { hash32, hex } from '../../src/pipeline/hashes.ts';
import { abstractOf, emptyLedger } from './make.ts';

interface Desk {
  seeds: Record<string, string>;
  /** Terms by slug. */
  themes: Record<string, string>;
  /** Texts by slug. */
  pages?: Record<string, string>;
  corrections: string;
  ledger: PermalinkLedger;
  editions: Edition[];
}

const paper = (number: number, title: string, author: string) =>
  `@misc{k${number},\n title = {${title}},\n author = {${author}},\n abstract = {${abstractOf(number, 30)}},\n eprint = {2201.0000${number}}, archiveprefix = {arXiv}, year = {2022}\n}\n`;

const start: Desk = {
  seeds: {
    'a.bib': paper(1, 'Hedges in rain', 'Lee, Ann') + paper(2, 'Hedges in snow', 'Fox, Bo'),
    'b.bib': paper(3, 'Gates in rain', 'Dunn, Cy'),
  },
  themes: { hedges: 'hedges', gates: 'gates' },
  corrections: '',
  ledger: emptyLedger,
  editions: [],
};

function build({ seeds, themes, pages = {}, corrections, ledger, editions }: Desk): Survey {
  return buildSurvey({
    site: siteSchema.parse({}),
    seeds: Object.entries(seeds).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    })),
    themes: Object.entries(themes).map(([slug, term]) => ({
      slug,
      file: `themes/${slug}.mdx`,
      frontMatter: themeSchema.parse({
        label: `On ${term}`,
        tagline: 'A theme.',
        scopeNote: 'What belongs here.',
        rules: { terms: [{ term, weight: 3 }] },
      }),
      body: '',
      bodyLine: 1,
    })),
    pages: Object.entries(pages).map(([slug, body]) => ({
      slug,
      file: `pages/${slug}.mdx`,
      frontMatter: pageSchema.parse({ title: slug }),
      body,
      bodyLine: 4,
    })),
    corrections: parseCorrections(corrections, 'hand.yaml'),
    permalinks: ledger,
    editions,
    // A release writes a copy of the survey beside the state.
    copies: editions.map(({ edition }) => edition),
  });
}

const errorsOf = ({ messages }: Survey) => messages.filter(({ severity }) => severity === 'error');

function release(desk: Desk, edition: string): Desk {
  const survey = build(desk);
  expect(errorsOf(survey)).toEqual([]);
  return {
    ...desk,
    ledger: releaseLedger(survey, edition),
    editions: [...desk.editions, editionOf(survey, edition)],
  };
}

/** By address: what the page of a departed one says. */
const fates = (survey: Survey) =>
  Object.fromEntries(
    survey.departedAddresses.map(({ address, fate }) => [
      address,
      fate.status === 'moved' ? fate.to : fate.status,
    ]),
  );

/** The lines that an error offers, in the order in which it does. */
const offered = (survey: Survey) =>
  errorsOf(survey).flatMap(({ hint = '' }) =>
    [...hint.matchAll(/- \{ .+? \}(?=[.;])/gu)].map(([line]) => line),
  );

const first = release(start, '2026-01');

describe('a released ledger', () => {
  it('holds every public address, and is written and read as it is', () => {
    expect(first.ledger.addresses?.map(({ address }) => address)).toEqual([
      'authors/ann-lee',
      'authors/bo-fox',
      'authors/cy-dunn',
      'editions/2026-01',
      'sources/a.bib',
      'sources/b.bib',
      'themes/gates',
      'themes/hedges',
    ]);
    const text = permalinkLedgerText(first.ledger);
    expect(permalinkLedgerSchema.parse(JSON.parse(text))).toEqual(first.ledger);
    const again = release(first, '2026-02').ledger;
    expect({
      ...again,
      addresses: again.addresses?.filter(({ address }) => address !== 'editions/2026-02'),
    }).toEqual(first.ledger);
    expect(again.addresses).toHaveLength((first.ledger.addresses?.length ?? 0) + 1);
  });

  it.each([1, 2, 3] as const)(
    'of version %i is read, and knows the themes that editions tell of',
    (version) => {
      const { permalinks } = first.ledger;
      const older = { ...first, ledger: permalinkLedgerSchema.parse({ version, permalinks }) };
      const { hedges = '', ...others } = older.themes;
      expect(fates(build({ ...older, themes: { ...others, shrubs: hedges } }))).toEqual({
        'themes/hedges': 'themes/shrubs',
      });
      const lost = build({ ...older, themes: others });
      expect(errorsOf(lost).map(({ text }) => text)).toEqual([
        'The theme “On hedges” has no page any more, and its address themes/hedges was released.',
      ]);
      const next = release(older, '2026-02').ledger;
      expect(next.version).toBe(5);
      expect(next.addresses?.find(({ address }) => address === 'themes/hedges')?.since).toBe(
        '2026-01',
      );
    },
  );
});

describe('a theme', () => {
  it('of another name and the same rules is the same one, now and after the next release', () => {
    const renamed = { ...first, themes: { gates: 'gates', shrubs: 'hedges' } };
    expect(fates(build(renamed))).toEqual({ 'themes/hedges': 'themes/shrubs' });
    expect(build(renamed).messages).toContainEqual(
      expect.objectContaining({ code: 'address-left' }),
    );
    const next = release(renamed, '2026-02');
    const again = release({ ...next, themes: { gates: 'gates', bushes: 'hedges' } }, '2026-03');
    expect(fates(build(again))).toEqual({
      'themes/hedges': 'themes/bushes',
      'themes/shrubs': 'themes/bushes',
    });
  });

  it('that left is an error, whose lines make the build pass', () => {
    const without = { ...first, themes: { gates: 'gates' } };
    expect(errorsOf(build(without)).map(({ code }) => code)).toEqual(['address-lost']);
    const [line = ''] = offered(build(without));
    expect(fates(build({ ...without, corrections: line }))).toEqual({ 'themes/hedges': 'removed' });
    const next = release({ ...without, corrections: line }, '2026-02');
    const kept = build({ ...next, corrections: '' });
    expect(errorsOf(kept)).toEqual([]);
    expect(kept.departedAddresses).toMatchObject([
      {
        address: 'themes/hedges',
        papers: ['arxiv-2201.00001', 'arxiv-2201.00002'],
        fate: { status: 'removed', on: '2026-02' },
      },
    ]);
  });

  it('with other rules and most of its papers is offered as where it moved to', () => {
    const other = { ...first, themes: { gates: 'gates', weather: 'hedges*' } };
    const [, line = ''] = offered(build(other));
    expect(line).toContain('moved: "themes/hedges", to: "themes/weather"');
    expect(fates(build({ ...other, corrections: line }))).toEqual({
      'themes/hedges': 'themes/weather',
    });
  });

  it('that comes back has its page again', () => {
    const gone = release(
      {
        ...first,
        themes: { gates: 'gates' },
        corrections: '- removed: themes/hedges\n  reason: Gone.',
      },
      '2026-02',
    );
    const back = build({ ...gone, themes: start.themes, corrections: '' });
    expect(fates(back)).toEqual({});
  });

  it('of a ledger from before it held them moved where the next edition has the same file', () => {
    const old = (desk: Desk): Desk => ({
      ...desk,
      ledger: { version: 3, permalinks: desk.ledger.permalinks },
    });
    const renamed = release({ ...first, themes: { gates: 'gates', shrubs: 'hedges' } }, '2026-02');
    const survey = build(old(renamed));
    expect(errorsOf(survey)).toEqual([]);
    expect(fates(survey)).toEqual({ 'themes/hedges': 'themes/shrubs' });
    const other = release(
      {
        ...first,
        themes: { gates: 'gates', shrubs: 'snow' },
        corrections: '- removed: themes/hedges\n  reason: Gone.',
      },
      '2026-02',
    );
    expect(errorsOf(build({ ...old(other), corrections: '' })).map(({ code }) => code)).toEqual([
      'address-lost',
    ]);
  });

  it('said to have moved to nothing is an error', () => {
    const nowhere = '- moved: themes/hedges\n  to: themes/nothing\n  reason: A slip.';
    const survey = build({ ...first, themes: { gates: 'gates' }, corrections: nowhere });
    expect(errorsOf(survey).map(({ code }) => code)).toContain('address-unknown');
  });
});

describe('a page of the survey’s own', () => {
  const released = release({ ...start, pages: { method: 'On foot.' } }, '2026-01');

  it('that left is an error, whose line makes the build pass', () => {
    const without = { ...released, pages: {} };
    expect(errorsOf(build(without)).map(({ code }) => code)).toEqual(['address-lost']);
    const [line = ''] = offered(build(without));
    expect(fates(build({ ...without, corrections: line }))).toEqual({ 'pages/method': 'removed' });
  });

  it('renamed and rewritten is offered where one page is new, and its line is followed', () => {
    const other = { ...released, pages: { how: 'By car. See [before](../method/).' } };
    const [, line = ''] = offered(build(other));
    const survey = build({ ...other, corrections: line });
    expect(fates(survey)).toEqual({ 'pages/method': 'pages/how' });
    expect(survey.messages.map(({ code }) => code)).not.toContain('link-without-page');
    expect(offered(build({ ...other, pages: { ...other.pages, notes: 'None.' } }))).toHaveLength(1);
  });
});

describe('a source', () => {
  const { 'a.bib': a = '', 'b.bib': b = '' } = start.seeds;

  it('of another name and the same bytes is the same one', () => {
    const survey = build({ ...first, seeds: { 'a.bib': a, 'c.bib': b } });
    expect(errorsOf(survey)).toEqual([]);
    expect(fates(survey)).toEqual({ 'sources/b.bib': 'sources/c.bib' });
  });

  it('renamed and edited at once is offered, and its lines are followed', () => {
    const seeds = { 'a.bib': a, 'c.bib': `% a comment\n${b}` };
    const [, line = ''] = offered(build({ ...first, seeds }));
    expect(line).toContain('moved: "sources/b.bib", to: "sources/c.bib"');
    const next = release({ ...first, seeds, corrections: line }, '2026-02');
    const old = first.ledger.states?.find(({ source }) => source === 'sources/b.bib');
    const state = build({ ...next, corrections: '' }).states.find(
      ({ digest }) => digest === old?.digest,
    );
    expect(state).toMatchObject({ seed: 'c.bib', now: [2, 3, 4, 5, 6, 7] });
  });

  it('that left is an error, whose line makes the build pass', () => {
    const without = { ...first, seeds: { 'a.bib': a + b } };
    const [line = ''] = offered(build(without));
    expect(errorsOf(build(without)).map(({ code }) => code)).toEqual(['address-lost']);
    expect(fates(build({ ...without, corrections: line }))).toEqual({ 'sources/b.bib': 'removed' });
  });

  it('keeps a page of every released state, whose lines lead to where they are now', () => {
    let desk = first;
    const states = [a];
    for (const [index, text] of [
      `% one\n${a}`,
      `${paper(1, 'Hedges in rain', 'Lee, Ann')}% two\n${paper(2, 'Hedges in snow', 'Fox, Bo')}`,
      `% three\n\n${a}`,
    ].entries()) {
      desk = release({ ...desk, seeds: { ...desk.seeds, 'a.bib': text } }, `2026-0${index + 2}`);
      states.push(text);
    }
    const survey = build(desk);
    const now = (desk.seeds['a.bib'] ?? '').split('\n');
    const released = survey.states.filter(({ source }) => source === 'sources/a.bib');
    expect(released).toHaveLength(4);
    for (const { now: places, lines } of released) {
      const text = states.find(
        (each) => each.split('\n').length - 1 === lines && followsTo(each, places, now),
      );
      expect(text, `${places}`).toBeDefined();
    }
  });
});

/** True when every line of a text is where it is said to be, and only comments are gone. */
const followsTo = (text: string, places: readonly number[], now: readonly string[]) =>
  text
    .trimEnd()
    .split('\n')
    .every((line, index) => {
      const place = places[index] ?? 0;
      return place === 0 ? line.startsWith('%') : now[place - 1] === line;
    });

describe('an author', () => {
  it('printed otherwise on the same papers has the page of the new name', () => {
    const corrections =
      "- match: { arxiv: '2201.00001' }\n  set: { authors: [Anna Lee-Moor] }\n  reason: Her name.\n  evidence: [https://example.org/]";
    const survey = build({ ...first, corrections });
    expect(fates(survey)).toEqual({ 'authors/ann-lee': 'authors/anna-lee-moor' });
  });

  it('merged into one who has other papers leads there', () => {
    const corrections =
      "- match: { arxiv: '2201.00001' }\n  set: { authors: [Bo Fox] }\n  reason: His.\n  evidence: [https://example.org/]";
    expect(fates(build({ ...first, corrections }))).toEqual({
      'authors/ann-lee': 'authors/bo-fox',
    });
  });

  it('whose papers left, or whose name is of several now, has a page that names the papers', () => {
    const split =
      "- match: { arxiv: '2201.00001' }\n  set: { authors: [Di Eng, Fay Gold] }\n  reason: Two.\n  evidence: [https://example.org/]";
    const leave = "- exclude: { arxiv: '2201.00003' }\n  reason: None.";
    const survey = build({ ...first, corrections: `${split}\n${leave}` });
    expect(errorsOf(survey)).toEqual([]);
    expect(survey.departedAddresses).toMatchObject([
      { address: 'authors/ann-lee', papers: ['arxiv-2201.00001'], fate: { status: 'removed' } },
      { address: 'authors/cy-dunn', papers: ['arxiv-2201.00003'], fate: { status: 'removed' } },
    ]);
  });
});

describe('lines that are followed', () => {
  const marks = (lines: readonly string[]) => lines.map((line) => hex(hash32(line))).join('');
  const text = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 });

  it('are the same words, each place taken once', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const places = followLines(marks(before), marks(after));
        const found = places.filter((place) => place > 0);
        expect(new Set(found).size).toBe(found.length);
        places.forEach((place, index) => {
          if (place > 0) expect(after[place - 1]).toBe(before[index]);
        });
      }),
    );
  });

  it('are all found when lines are put in between', () => {
    fc.assert(
      fc.property(text, fc.nat(12), (before, at) => {
        const place = Math.min(at, before.length);
        const after = [...before.slice(0, place), 'new', ...before.slice(place)];
        expect(followLines(marks(before), marks(after))).toEqual(
          before.map((_, index) => index + (index < place ? 1 : 2)),
        );
      }),
    );
  });

  it('are written down in stretches', () => {
    expect(runsOf([1, 2, 0, 5, 6, 3])).toEqual([
      [1, 1, 2],
      [4, 5, 2],
      [6, 3, 1],
    ]);
  });
});

describe('a suggested theme', () => {
  const subjects = ['stone bridges', 'honey bees', 'glass lenses', 'tide mills', 'wood drums'];
  const seedOf = (each: number): Record<string, string> => ({
    'a.bib': subjects
      .flatMap((subject, place) =>
        Array.from({ length: each }, (_, n) => {
          const number = 20 * place + n;
          return `@misc{k${number}, title = {On ${subject} of place ${number}}, author = {Lee, Ann}, year = {2022},
 abstract = {${abstractOf(number, 30)} We count ${subject} there.}}\n`;
        }),
      )
      .join(''),
  });
  const suggestedIn = ({ themes }: Survey) =>
    new Map(themes.map(({ slug, label, suggested }) => [slug, { label, suggested }]));

  it('keeps its address and its label when papers are added after a release', () => {
    const young = release({ ...start, themes: {}, seeds: seedOf(8) }, '2026-01');
    const before = suggestedIn(build({ ...young, ledger: emptyLedger, editions: [] }));
    expect(before.size).toBeGreaterThan(0);
    const grown = build({ ...young, seeds: seedOf(14) });
    expect(errorsOf(grown)).toEqual([]);
    for (const [slug, said] of before) expect(suggestedIn(grown).get(slug)).toEqual(said);
    expect(grown.departedAddresses).toEqual([]);
  });
});

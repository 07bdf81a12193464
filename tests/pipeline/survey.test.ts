import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Seed, Survey, SurveyInput, Work } from '../../src/model/index.ts';
import { siteSchema, themeSchema } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { toPlain } from '../../src/text/index.ts';
import { correction, emptyLedger } from './make.ts';

const folder = new URL('../../seeds/', import.meta.url);
const seeds: Seed[] = readdirSync(folder).map((path) => ({
  path,
  bytes: new Uint8Array(readFileSync(new URL(path, folder))),
}));

function build(input: Partial<SurveyInput> = {}): Survey {
  return buildSurvey({
    site: siteSchema.parse({}),
    seeds,
    themes: [],
    corrections: [],
    permalinks: emptyLedger,
    ...input,
  });
}

const survey = build();
/** Seeds that share papers, where it matters little which. */
const few = seeds.filter(({ path }) => /^00[01]/.test(path));
const find = (words: string): Work[] =>
  survey.works.filter((work) => toPlain(work.title.value.rich).includes(words));

/** What the works say, without the names of files. */
function essence({ works }: Survey): unknown {
  return works.map((work) => [
    work.permalink,
    work.title.value,
    Object.entries(work.fields).map(([name, field]) => [name, field.value]),
    work.identifiers.map(({ value }) => value),
    work.observations.map(({ field, value, standing }) => `${field} ${value} ${standing}`).sort(),
    work.nearTwins,
    work.related,
  ]);
}

describe('the five seeds without corrections', () => {
  it('give 160 works from 169 records', () => {
    expect(survey.flow).toEqual({
      records: 169,
      duplicates: 9,
      incomplete: 1,
      excluded: 0,
      included: 160,
    });
    expect(survey.works).toHaveLength(160);
    expect(survey.works.flatMap(({ records }) => records)).toHaveLength(169);
    expect(new Set(survey.works.map(({ permalink }) => permalink)).size).toBe(160);
  });

  it('merge the papers of 000 and 001 by identifier and those of 002 and 004 by title', () => {
    const pairs = survey.works
      .filter(({ records }) => records.length > 1)
      .map(({ records }) => records);
    const seedsOf = pairs.map((records) => records.map((key) => key.slice(0, 3)).join(' '));
    expect(seedsOf.sort()).toEqual([...Array(7).fill('000 001'), ...Array(2).fill('002 004')]);
  });

  it(
    'keep the two papers on AgentOps apart and let them point at each other',
    { tags: 'twins-apart' },
    () => {
      const [first] = find('Agent System Operations');
      const [second] = find('A Survey on AgentOps');
      expect(first?.nearTwins.map(({ permalink }) => permalink)).toEqual([second?.permalink]);
      expect(second?.nearTwins.map(({ permalink }) => permalink)).toEqual([first?.permalink]);
      expect(survey.works.filter(({ nearTwins }) => nearTwins.length > 0)).toHaveLength(2);
    },
  );

  it(
    'have an inferred title for the 13 papers without one, made of words of the abstract',
    { tags: 'nothing-invented' },
    () => {
      const inferred = survey.works.filter(({ title }) => title.from.kind === 'inferred');
      expect(inferred).toHaveLength(13);
      const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const { title, fields } of inferred) {
        const known = new Set(wordsOf(fields.abstract?.value.source ?? ''));
        expect(wordsOf(title.value.source).filter((word) => !known.has(word))).toEqual([]);
        expect(title.value.source.length).toBeLessThanOrEqual(110);
      }
    },
  );

  it('have inferred years only where the page printed none', { tags: 'nothing-invented' }, () => {
    const inferred = survey.works.filter(
      ({ publication: { issued } }) => issued?.of !== 'identifier' && issued?.yearInferred,
    );
    expect(inferred).toHaveLength(16);
    for (const { publication } of inferred)
      expect(publication.issued?.iso).toMatch(/^2026-0[1-6]-/);
  });

  it('trace every value of a seed to its lines', { tags: 'traced' }, () => {
    for (const work of survey.works) {
      for (const { from } of work.observations) {
        const seen = from.kind === 'inferred' ? from.basis : from;
        expect(seen).toMatchObject({
          kind: 'seed',
          lines: [expect.any(Number), expect.any(Number)],
        });
      }
    }
  });

  it('list works from the newest to the oldest, those without a date last', () => {
    const dates = survey.works.map(({ publication }) => publication.issued?.iso ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
  });
});

describe('the survey', () => {
  it('is the same for any order of the seeds', { tags: 'same-output' }, () => {
    expect(build({ seeds: seeds.toReversed() })).toEqual(survey);
  });

  it('says the same when the files have other names', { tags: 'same-output' }, () => {
    const renamed = seeds.map(({ bytes }, index) => ({ bytes, path: `${9 - index}.txt` }));
    expect(essence(build({ seeds: renamed }))).toEqual(essence(survey));
  });

  it('of nothing is empty and has nothing to say', () => {
    expect(build({ seeds: [] })).toMatchObject({
      works: [],
      people: [],
      flow: { records: 0, duplicates: 0, incomplete: 0, excluded: 0, included: 0 },
      messages: [],
    });
  });

  it('goes on when a seed cannot be read', { tags: 'goes-on' }, () => {
    const strange = { path: 'strange.txt', bytes: new Uint8Array([0xff, 0xfe, 0x00, 0x0a]) };
    const built = build({ seeds: [...few, strange] });
    expect(built.flow.included).toBe(13);
    expect(built.seeds).toHaveLength(3);
  });

  it('counts an excluded paper in two seeds as one duplicate and one exclusion', () => {
    const both = correction({ exclude: { arxiv: '2506.23266' }, reason: 'out of scope' });
    const built = build({ seeds: few, corrections: [both] });
    expect(built.flow).toMatchObject({ records: 20, duplicates: 7, excluded: 1, included: 12 });
    expect(built.exclusions.map(({ reason }) => reason)).toEqual(['out of scope']);
  });

  it('gathers the papers of a theme and what its text cites, and reports a citation of no paper', () => {
    const frontMatter = themeSchema.parse({
      label: 'Experts',
      tagline: 'Parts.',
      scopeNote: 'Parts of models.',
      rules: { terms: ['mixture of experts'], threshold: 1 },
    });
    const body = 'Merged <Cite of="arxiv-2506.23266" />. Gone <Cite of="arxiv-9901.00001" />.';
    const built = build({
      seeds: few,
      themes: [{ slug: 'experts', file: 'themes/experts.mdx', frontMatter, body, bodyLine: 8 }],
    });
    const [theme] = built.themes;
    expect(theme?.works).toContain('arxiv-2506.23266');
    expect(theme?.cites[0]).toBe('arxiv-2506.23266');
    const cited = built.works.find(({ permalink }) => permalink === 'arxiv-2506.23266');
    expect(cited?.mentions).toEqual([
      { kind: 'theme', slug: 'experts', sentences: [[{ type: 'text', value: 'Merged.' }]] },
    ]);
    expect(
      built.messages.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    ).toEqual(['citation-without-paper']);
  });

  it('says on which line of a theme a citation cannot be read', { tags: 'says-where' }, () => {
    const frontMatter = themeSchema.parse({
      label: 'Experts',
      tagline: 'Parts.',
      scopeNote: 'Parts of models.',
      rules: {},
    });
    const body = 'Merged.\n\nGone <Cite of={"arxiv-2506.23266"} />.';
    const built = build({
      seeds: few,
      themes: [{ slug: 'experts', file: 'themes/experts.mdx', frontMatter, body, bodyLine: 8 }],
    });
    expect(built.messages.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'unreadable-prose', source: { file: 'themes/experts.mdx', lines: [10, 10] } },
    ]);
  });
});

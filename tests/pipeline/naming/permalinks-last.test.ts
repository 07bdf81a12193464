// @module-tag permalinks-stay
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Correction,
  type PermalinkLedger,
  permalinkLedgerSchema,
  type Seed,
  siteSchema,
  type Survey,
} from '../../../src/model/index.ts';
import { buildSurvey, permalinkLedgerText } from '../../../src/pipeline/index.ts';
import {
  abstractOf,
  correction,
  emptyLedger,
  evidence,
  released as releasedLedger,
} from '../make.ts';

/** One paper of a made-up world, and what the seeds and corrections say of it. */
interface Paper {
  number: number;
  inSeeds: boolean;
  /** A seed or a correction gives it. */
  arxiv: boolean;
  doi: 'unknown' | 'seed' | 'correction';
  /** How often it was renamed in its seed. */
  names: number;
  excluded: boolean;
  /** Number of the paper that a correction says it is. */
  same: number | undefined;
}

type Step =
  | { do: 'add' | 'remove' | 'rename' | 'enrich' | 'exclude' | 'include' | 'split'; paper: number }
  | { do: 'merge'; paper: number; into: number }
  | { do: 'withdraw'; entry: number }
  | { do: 'reorder'; by: number }
  | { do: 'release' };

const papers = 5;
const paper = fc.integer({ min: 0, max: papers - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('add', 'remove', 'rename', 'enrich', 'exclude', 'include', 'split'),
      paper,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge'), paper, into: paper }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw'), entry: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reorder'), by: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('release') }) },
);

const titleOf = ({ number, names }: Paper) =>
  `Wonders of ${['alder', 'birch', 'cedar', 'dogwood', 'elder'][number]} ${'again '.repeat(names)}seen`;
const arxivOf = (number: number) => `2501.0000${number + 1}`;
const doiOf = (number: number) => `10.1000/paper.${number}`;

/** A seed of JSON lines a paper, so that every field can be said or left out. */
function seedsOf(world: readonly Paper[], turn: number): Seed[] {
  const shown = world.filter(({ inSeeds }) => inSeeds);
  const turned = shown.map((_, index) => shown[(index + turn) % shown.length]);
  return turned.flatMap((each, index): Seed[] => {
    if (each === undefined) return [];
    const fields = [
      `title = {${titleOf(each)}}`,
      `abstract = {${abstractOf(each.number)}}`,
      ...(each.arxiv ? [`eprint = {${arxivOf(each.number)}}`, 'archiveprefix = {arXiv}'] : []),
      ...(each.doi === 'seed' ? [`doi = {${doiOf(each.number)}}`] : []),
    ];
    const text = `@article{key${each.number},\n  ${fields.join(',\n  ')}\n}\n`;
    return [{ path: `${(index + turn) % 7}-${index}.bib`, bytes: new TextEncoder().encode(text) }];
  });
}

function correctionsOf(world: readonly Paper[]): Correction[] {
  const title = (number: number) => {
    const each = world[number];
    return { title: each === undefined ? '?' : titleOf(each) };
  };
  const all = world.flatMap((each) => [
    ...(each.doi === 'correction' && each.inSeeds
      ? [
          {
            match: title(each.number),
            set: { doi: doiOf(each.number) },
            yields: true as const,
            reason: 'Known.',
            evidence,
          },
        ]
      : []),
    ...(each.same === undefined
      ? []
      : [{ merge: [title(each.number), title(each.same)], reason: 'One paper.' }]),
    ...(each.excluded ? [{ exclude: title(each.number), reason: 'No paper.' }] : []),
  ]);
  return all.map((body, index) => correction(body, index + 1));
}

/** Numbers of the papers that a work's abstract, or another source of it, is of. */
function papersIn(survey: Survey, permalink: string): number[] {
  const work = survey.works.find((each) => each.permalink === permalink);
  return (work?.records ?? []).flatMap((key) => {
    const text = survey.records.get(key)?.fields.abstract?.value.source ?? '';
    const [, number] = /^word(\d+)x/.exec(text) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
}

/** A world that steps are taken in, and what its permalinks were released for. */
class World {
  readonly papers: Paper[] = Array.from({ length: papers }, (_, number) => ({
    number,
    inSeeds: number < 3,
    arxiv: number % 2 === 0,
    doi: number === 1 ? 'seed' : 'unknown',
    names: 0,
    excluded: false,
    same: undefined,
  }));
  ledger: PermalinkLedger = emptyLedger;
  turn = 0;
  /** By permalink: every paper it led to at a release. */
  readonly stoodFor = new Map<string, Set<number>>();

  build(): Survey {
    return buildSurvey({
      site: siteSchema.parse({}),
      seeds: seedsOf(this.papers, this.turn),
      themes: [],
      corrections: correctionsOf(this.papers),
      permalinks: this.ledger,
    });
  }

  take(step: Step): void {
    if (step.do === 'release') this.release();
    else if (step.do === 'reorder') this.turn = step.by;
    else if (step.do === 'withdraw') this.withdraw(step.entry);
    else this.change(step);
  }

  change(step: Extract<Step, { paper: number }>): void {
    const each = this.papers[step.paper];
    if (each === undefined) return;
    if (step.do === 'add') each.inSeeds = true;
    else if (step.do === 'remove') each.inSeeds = false;
    else if (step.do === 'rename') each.names += 1;
    else if (step.do === 'exclude') each.excluded = true;
    else if (step.do === 'include') each.excluded = false;
    else if (step.do === 'split') each.same = undefined;
    else if (step.do === 'merge') each.same = step.into === step.paper ? undefined : step.into;
    else if (each.arxiv) each.doi = each.doi === 'unknown' ? 'correction' : 'seed';
    else each.arxiv = true;
  }

  withdraw(index: number): void {
    const { permalinks } = this.ledger;
    const chosen = permalinks[index % Math.max(1, permalinks.length)];
    this.ledger = {
      version: 2,
      permalinks: permalinks.map((entry) =>
        entry === chosen
          ? { ...entry, fate: { status: 'withdrawn', on: '2026-11', reason: 'An error.' } }
          : entry,
      ),
    };
  }

  release(): void {
    const survey = this.build();
    if (survey.messages.some(({ severity }) => severity === 'error')) return;
    const ledger = releasedLedger(survey, this.ledger, '2026-11');
    expect(permalinkLedgerSchema.parse(JSON.parse(permalinkLedgerText(ledger)))).toEqual(ledger);
    for (const { permalink } of this.ledger.permalinks)
      expect(ledger.permalinks.map((entry) => entry.permalink)).toContain(permalink);
    this.ledger = ledger;
    const ends = new Map(
      survey.departed.map(({ permalink, fate }) => [
        permalink,
        fate.status === 'merged' ? fate.into : permalink,
      ]),
    );
    for (const { permalink } of ledger.permalinks) {
      const known = this.stoodFor.get(permalink) ?? new Set();
      for (const number of papersIn(survey, ends.get(permalink) ?? permalink)) known.add(number);
      this.stoodFor.set(permalink, known);
    }
  }

  /** The papers, and those that corrections say are one with them. */
  withSame(numbers: Iterable<number>): Set<number> {
    const all = new Set(numbers);
    for (let before = -1; before !== all.size;) {
      before = all.size;
      for (const { number, same } of this.papers) {
        if (same === undefined || !(all.has(number) || all.has(same))) continue;
        all.add(number).add(same);
      }
    }
    return all;
  }

  /** Every released permalink leads to a paper it stood for, to a tombstone, or is named by an error. */
  check(): void {
    const survey = this.build();
    const errors = survey.messages.filter(({ severity }) => severity === 'error');
    const departed = new Map(survey.departed.map((each) => [each.permalink, each.fate]));
    const shown = new Set(survey.works.map(({ permalink }) => permalink));
    expect(shown.size).toBe(survey.works.length);
    for (const entry of this.ledger.permalinks) {
      const { permalink } = entry;
      if (errors.some(({ text }) => text.includes(permalink))) continue;
      const fate = departed.get(permalink);
      expect(shown.has(permalink) !== (fate !== undefined), permalink).toBe(true);
      if (fate?.status === 'withdrawn') {
        expect(fate.reason).toMatch(/No paper|An error/);
        continue;
      }
      const end = fate?.into ?? permalink;
      if (departed.get(end)?.status === 'withdrawn') continue;
      if (errors.some(({ text }) => text.includes(end))) continue;
      expect(shown.has(end), `${permalink} leads to ${end}`).toBe(true);
      const meant = this.withSame(this.stoodFor.get(permalink) ?? []);
      expect(
        papersIn(survey, end).some((number) => meant.has(number)),
        `${permalink} stood for ${[...meant]}`,
      ).toBe(true);
    }
  }
}

// Many surveys are built, one after each step.

describe('every permalink ever released', () => {
  it('leads to its paper, to the one it was merged into or to a tombstone, or an error names it', () => {
    let released = 0;
    let quiet = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const world = new World();
        world.release();
        for (const each of steps) {
          world.take(each);
          world.check();
        }
        const survey = world.build();
        released += world.ledger.permalinks.length;
        if (survey.messages.every(({ severity }) => severity !== 'error')) quiet += 1;
      }),
      { numRuns: 150 },
    );
    // The law would hold for a build that always fails.
    expect(released).toBeGreaterThan(450);
    expect(quiet).toBeGreaterThan(30);
  });
});

import fc from 'fast-check';
import type { Identifier } from '../../../src/model/index.ts';

/** Papers of a shelf; none of them has to do with a paper of another shelf. */
const papersOfShelf = 4;

/** One paper, and what the seeds and corrections say of it. */
interface Paper {
  /** Unique among all shelves. */
  number: number;
  inSeeds: boolean;
  /** How often it was renamed in its seed. */
  names: number;
  arxiv: 'unknown' | 'seed' | 'correction';
  doi: 'unknown' | 'seed' | 'correction';
  excluded: boolean;
  /** True when an identifier became known since the last release. */
  enriched: boolean;
}

/** What somebody who keeps the survey does to one paper of a shelf. */
export type Step =
  | {
      do:
        | 'add'
        | 'remove'
        | 'rename'
        | 'enrich'
        | 'exclude'
        | 'include'
        | 'split'
        | 'tidy'
        | 'withdraw'
        | 'return';
      paper: number;
    }
  | { do: 'merge'; paper: number; into: number };

const paper = fc.integer({ min: 0, max: papersOfShelf - 1 });

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'add',
        'remove',
        'rename',
        'enrich',
        'exclude',
        'include',
        'split',
        'tidy',
        'withdraw',
        'return',
      ),
      paper,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge'), paper, into: paper }) },
);

/** What became of a released permalink, as its page must say. */
export type Expected =
  | { kind: 'paper'; titles: string[] }
  | { kind: 'redirect'; into: string; titles: string[]; reasons: string[] }
  | { kind: 'tombstone'; titles: string[]; reason: string };

type Fate =
  | { status: 'current' }
  | { status: 'merged'; into: string }
  | { status: 'withdrawn'; reason: string };

interface Released {
  permalink: string;
  /** The paper it was first released for. */
  paper: Paper;
  since: number;
  fate: Fate;
  /** Titles of the papers it stood for, at any time. */
  titles: Set<string>;
}

/**
 * A few papers and their history, told in the words of the README: a permalink belongs to the paper it was first
 * released for, of two for one paper the first released stays and the other leads there, and a withdrawn one stays a
 * tombstone until the withdrawal is undone.
 */
export class Shelf {
  readonly papers: readonly Paper[];
  readonly released = new Map<string, Released>();
  /** By `scheme:value`: the paper that was released with the identifier. */
  readonly identifiers = new Map<string, { identifier: Identifier; paper: Paper }>();
  /** The permalink under which each paper was released last. */
  private readonly placeOf = new Map<Paper, string>();
  /** Papers that corrections say are one, with the reason of each correction. */
  private merges: { papers: readonly Paper[]; reason: string }[] = [];
  /** Reasons of all merges there ever were. */
  private readonly reasons: string[] = [];
  /** Everything done so far, to be told when a permalink breaks. */
  readonly history: string[] = [];

  constructor(index: number) {
    this.papers = Array.from({ length: papersOfShelf }, (_, place) => ({
      number: index * papersOfShelf + place,
      inSeeds: place < 3,
      names: 0,
      arxiv: place % 2 === 0 ? 'seed' : 'unknown',
      doi: place === 1 && index % 2 === 0 ? 'seed' : 'unknown',
      excluded: false,
      enriched: false,
    }));
  }

  /**
   * Does what one step says where that makes sense, else nothing.
   *
   * @returns the command that the step takes besides, on a released permalink
   */
  take(step: Step): Command | undefined {
    const each = this.papers[step.paper];
    if (each === undefined) return undefined;
    const own = this.own(each);
    const alone = this.group(each).length === 1;
    const isGone = this.group(each).some((one) => this.isWithdrawn(this.own(one)?.permalink));
    this.history.push(`${step.do} ${each.number}`);
    switch (step.do) {
      case 'add':
        // Where neither correction nor seed has the paper it is one with, the ledger alone would say so.
        if (
          this.isLedgers(each) &&
          !this.released.get(this.endOf(own?.permalink ?? ''))?.paper.inSeeds
        )
          return undefined;
        each.inSeeds = true;
        return undefined;
      case 'remove':
        if (!this.isParting(each)) each.inSeeds = false;
        return undefined;
      case 'rename':
        each.names += 1;
        return undefined;
      case 'enrich': {
        if (!alone && !this.isSettled(each)) return undefined;
        const how = isGone || !each.inSeeds ? 'seed' : 'correction';
        // A paper has one identifier of each kind.
        const scheme = (['arxiv', 'doi'] as const).find((name) =>
          this.group(each).every((one) => one[name] === 'unknown'),
        );
        if (scheme === undefined) return undefined;
        each[scheme] = how;
        each.enriched = true;
        return undefined;
      }
      case 'exclude':
        if (alone && !isGone && !this.isParting(each)) each.excluded = true;
        return undefined;
      case 'include':
        each.excluded = false;
        return undefined;
      case 'split':
        // Of papers never released apart, either could keep the permalink.
        if (!isGone && this.group(each).every((one) => one.inSeeds && this.own(one)))
          this.regroup(this.group(each), [this.group(each).filter((one) => one !== each)]);
        return undefined;
      case 'tidy':
        // What the ledger says needs no correction any more.
        if (!isGone && own?.fate.status === 'merged' && !each.inSeeds)
          this.regroup(this.group(each), [this.group(each).filter((one) => one !== each)]);
        return undefined;
      case 'merge': {
        const other = this.papers[step.into];
        if (other === undefined || other === each) return undefined;
        const united = [...this.group(each), ...this.group(other)];
        if (united.some((one) => one.excluded || this.isWithdrawn(this.own(one)?.permalink)))
          return undefined;
        // Of two papers without a permalink, either could give the first one.
        if (!this.own(each) && !this.own(other)) return undefined;
        // An identifier that is not released yet becomes one of the merged paper, which leaves a later split open.
        if (united.some((one) => one.enriched && this.own(one))) return undefined;
        this.history.push(`(with ${other.number})`);
        this.regroup(united, [united]);
        return undefined;
      }
      case 'withdraw': {
        if (own?.fate.status !== 'current' || !this.isSettled(each) || this.isParting(each))
          return undefined;
        const reason = `Paper ${each.number} was an error.`;
        return { permalink: own.permalink, reason };
      }
      case 'return':
        return own?.fate.status === 'withdrawn' ? { permalink: own.permalink } : undefined;
    }
  }

  /** Notes that a permalink was withdrawn or, without a reason, brought back. */
  obey({ permalink, reason }: Command): void {
    const entry = this.released.get(permalink);
    if (entry === undefined) throw new Error(`${permalink} was never released`);
    entry.fate = reason === undefined ? { status: 'current' } : { status: 'withdrawn', reason };
    this.history.push(`${reason === undefined ? 'undo withdrawal of' : 'withdrew'} ${permalink}`);
  }

  /** Released permalinks for which neither seeds nor corrections account. */
  lost(): string[] {
    return [...this.released.values()]
      .filter(
        ({ fate, paper }) =>
          fate.status === 'current' &&
          this.group(paper).every((one) => !one.inSeeds && !one.excluded),
      )
      .map(({ permalink }) => permalink);
  }

  /** Writes the history on to what a release must make of the present. */
  release(round: number): void {
    this.history.push('release');
    for (const each of this.papers) each.enriched = false;
    for (const group of this.groups()) {
      const shown = group.filter(({ inSeeds, excluded }) => inSeeds && !excluded);
      const claims = group.flatMap((each) => this.own(each) ?? []);
      const [excluded] = group.filter((each) => each.excluded);
      if (excluded !== undefined) {
        for (const entry of claims)
          if (entry.fate.status === 'current')
            entry.fate = { status: 'withdrawn', reason: reasonToExclude(excluded) };
      }
      const [first] = shown;
      if (first === undefined) continue;
      const holder =
        claims.length === 0
          ? this.newPermalink(first, round)
          : claims
              .filter(({ permalink }) => !this.isWithdrawn(permalink))
              .sort(
                (a, b) =>
                  // One that had a page at the last release before one that led elsewhere.
                  Number(a.fate.status === 'merged') - Number(b.fate.status === 'merged') ||
                  a.since - b.since ||
                  (a.permalink < b.permalink ? -1 : 1),
              )[0];
      if (holder === undefined) continue;
      for (const entry of claims) {
        if (entry === holder) entry.fate = { status: 'current' };
        else if (!this.isWithdrawn(entry.permalink))
          entry.fate = { status: 'merged', into: holder.permalink };
      }
      for (const each of shown) {
        holder.titles.add(titleOf(each));
        this.own(each)?.titles.add(titleOf(each));
        this.placeOf.set(each, this.own(each)?.permalink ?? holder.permalink);
        for (const identifier of identifiersOf(each))
          this.identifiers.set(`${identifier.scheme}:${identifier.value}`, {
            identifier,
            paper: each,
          });
      }
    }
  }

  /** What the page of every permalink ever released must be. */
  expected(): Map<string, Expected> {
    return new Map(
      [...this.released.values()].map((entry): [string, Expected] => {
        const { permalink, fate } = entry;
        if (fate.status === 'withdrawn')
          return [permalink, { kind: 'tombstone', reason: fate.reason, titles: [...entry.titles] }];
        const end = this.endOf(permalink);
        const titles = this.titlesAt(end);
        return fate.status === 'current'
          ? [permalink, { kind: 'paper', titles }]
          : [permalink, { kind: 'redirect', into: end, titles, reasons: this.reasons }];
      }),
    );
  }

  /** Every identifier ever released, with the permalink to which it must lead. */
  resolvers(): { identifier: Identifier; permalink: string }[] {
    return [...this.identifiers.values()].map(({ identifier, paper }) => ({
      identifier,
      permalink: this.endOf(this.placeOf.get(paper) ?? ''),
    }));
  }

  /** The corrections of the shelf, as the file of corrections has them. */
  corrections(): object[] {
    const evidence = ['https://example.org/'];
    return [
      ...this.papers.flatMap((each) => {
        const set = {
          ...(each.arxiv === 'correction' ? { arxiv: arxivOf(each) } : {}),
          ...(each.doi === 'correction' ? { doi: doiOf(each) } : {}),
        };
        if (Object.keys(set).length === 0 || !each.inSeeds) return [];
        return [{ match: { title: titleOf(each) }, set, reason: 'Known since.', evidence }];
      }),
      ...this.merges.flatMap(({ papers, reason }) => {
        // A paper that neither a seed nor the ledger knows cannot be spoken of.
        const known = papers.filter((each) => each.inSeeds || this.own(each));
        return known.length < 2 ? [] : [{ merge: known.map((each) => this.target(each)), reason }];
      }),
      ...this.papers
        .filter((each) => each.excluded)
        .map((each) => ({ exclude: this.target(each), reason: reasonToExclude(each) })),
    ];
  }

  private target(each: Paper): { permalink: string } | { title: string } {
    const own = this.own(each);
    return own === undefined ? { title: titleOf(each) } : { permalink: own.permalink };
  }

  private own(paper: Paper): Released | undefined {
    return [...this.released.values()].find((entry) => entry.paper === paper);
  }

  private newPermalink(paper: Paper, since: number): Released {
    const permalink = permalinkOf(paper);
    const fate = { status: 'current' } as const;
    const released: Released = { permalink, paper, since, fate, titles: new Set() };
    this.released.set(permalink, released);
    return released;
  }

  /** Papers that are one with a paper, itself among them, as corrections have it. */
  private group(paper: Paper): Paper[] {
    return [...(this.merges.find(({ papers }) => papers.includes(paper))?.papers ?? [paper])];
  }

  /** True when a paper's permalink has the page of all that is merged with it, as of the last release. */
  private isSettled(paper: Paper): boolean {
    const own = this.own(paper)?.permalink;
    return this.group(paper).every((each) => {
      const place = this.placeOf.get(each);
      return place !== undefined && this.endOf(place) === own;
    });
  }

  /** True when only the ledger says what a paper was merged into. */
  private isLedgers(paper: Paper): boolean {
    return this.own(paper)?.fate.status === 'merged' && this.group(paper).length === 1;
  }

  /** Takes papers out of the merges they stand in, and merges each of the sets. */
  private regroup(papers: readonly Paper[], sets: readonly (readonly Paper[])[]): void {
    this.merges = this.merges.filter(
      (merge) => !papers.some((each) => merge.papers.includes(each)),
    );
    for (const set of sets) {
      const one = [...new Set(set)].sort((a, b) => a.number - b.number);
      if (one.length < 2) continue;
      const reason = `Papers ${one.map(({ number }) => number).join(', ')} are one.`;
      this.merges.push({ papers: one, reason });
      this.reasons.push(reason);
    }
  }

  private groups(): Paper[][] {
    return this.papers
      .map((each) => this.group(each))
      .filter(([first], index) => first === this.papers[index]);
  }

  /** True when papers that a release wrote down as one with this one are so no more, which the next release will find. */
  private isParting(paper: Paper): boolean {
    const own = this.own(paper)?.permalink;
    const group = this.group(paper);
    return [...this.released.values()].some(
      (entry) =>
        entry.fate.status === 'merged' &&
        entry.fate.into === own &&
        entry.paper.inSeeds &&
        !group.includes(entry.paper),
    );
  }

  private isWithdrawn(permalink: string | undefined): boolean {
    const end = permalink === undefined ? undefined : this.released.get(this.endOf(permalink));
    return end?.fate.status === 'withdrawn';
  }

  private endOf(permalink: string): string {
    const fate = this.released.get(permalink)?.fate;
    return fate?.status === 'merged' ? this.endOf(fate.into) : permalink;
  }

  /** What the page where a way ends may be called. */
  private titlesAt(permalink: string): string[] {
    const entry = this.released.get(permalink);
    if (entry === undefined) throw new Error(`${permalink} was never released`);
    if (entry.fate.status === 'withdrawn') return [...entry.titles];
    return this.group(entry.paper)
      .filter(({ inSeeds }) => inSeeds)
      .map(titleOf);
  }
}

/** A released permalink to withdraw, or to bring back when no reason is given. */
export interface Command {
  permalink: string;
  reason?: string;
}

const reasonToExclude = ({ number }: Paper) => `Paper ${number} does not belong here.`;
const arxivOf = ({ number }: Paper) => `2501.${String(number + 1).padStart(5, '0')}`;
const doiOf = ({ number }: Paper) => `10.1000/paper.${number}`;

/** A title that no other paper has, and no other name of this one. */
export function titleOf({ number, names }: Paper): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ka', 'le', 'mi', 'no', 'pu', 'ra', 'se', 'ti'];
  const word = (seed: number) =>
    [seed, Math.floor(seed / 13), Math.floor(seed / 169)]
      .map((part) => syllables[part % 13])
      .join('');
  const [first, second] = [word(number), word(number * 7 + 500 * (names + 1))];
  return `Wonders of ${first}n and ${second}r`;
}

function identifiersOf(paper: Paper): Identifier[] {
  return [
    ...(paper.arxiv === 'unknown' ? [] : [{ scheme: 'arxiv' as const, value: arxivOf(paper) }]),
    ...(paper.doi === 'unknown' ? [] : [{ scheme: 'doi' as const, value: doiOf(paper) }]),
  ];
}

function permalinkOf(paper: Paper): string {
  if (paper.arxiv !== 'unknown') return `arxiv-${arxivOf(paper)}`;
  if (paper.doi !== 'unknown') return `doi-${doiOf(paper).replace('/', '-')}`;
  return `${titleOf(paper).toLowerCase().replaceAll(' ', '-')}-2024`;
}

/** The paper's entry in a seed of BibTeX. */
export function entryOf(paper: Paper): string {
  const words = Array.from({ length: 40 }, (_, index) => `word${paper.number}x${index}`);
  const fields = [
    `title = {${titleOf(paper)}}`,
    `abstract = {${words.join(' ')}}`,
    'year = {2024}',
    ...(paper.arxiv === 'seed' ? [`eprint = {${arxivOf(paper)}}`, 'archiveprefix = {arXiv}'] : []),
    ...(paper.doi === 'seed' ? [`doi = {${doiOf(paper)}}`] : []),
  ];
  return `@article{key${paper.number},\n  ${fields.join(',\n  ')}\n}\n`;
}

import { compareText } from '../../lists.ts';
import { dot, latentSpace } from './latent.ts';
import type { PhraseIndex } from './phrases.ts';
import type { Matrix } from './vectors.ts';

/** Dimensions of the spaces that papers are looked at in: few show the broad fields, many the narrow ones. */
const DIMENSIONS = [20, 30, 45, 60];

/** Cosines are raised to this power, so that being near to one group counts more than being not far from several. */
const SHARPNESS = 3;

/** Numbers of themes. Steps are wide, so that a few more papers seldom change the number. */
const COUNTS = [2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25];

/** A phrase around which papers gather stands in this share of them, and in so many at least. */
const LEAST_SHARE = 0.01;
const LEAST_PAPERS = 3;
const MOST_SHARE = 0.12;

/** In few papers, and where phrases that tell more are too few for the themes wanted, it may stand in so many, or in this share. */
const MOST_OF_FEW = 8;
const MOST_SHARE_OF_ALL = 1 / 3;

/** What a phrase that names nothing is worth beside one that does. */
const NAMELESS = 0.6;

/** Rounds in which each phrase may give way to a better one. */
const EXCHANGES = 3;

/** Rounds in which papers go to the nearest group. */
const ROUNDS = 2;

/** Largest share of the papers in one group: of few papers, and of more. */
const FEW = 150;
const LARGEST_OF_FEW = 0.24;
const LARGEST_OF_MANY = 0.18;

/** A group of fewer papers is none. */
const LEAST_SIZE = 3;

/** Number of themes of so many papers: about 8 of a hundred, 16 of five hundred, 25 of fifteen hundred. */
function themesFor(papers: number): number {
  const ideal = 3.2 * (papers / 10) ** 0.42;
  const distance = (count: number) => Math.abs(Math.log(count / ideal));
  return COUNTS.reduce((best, count) => (distance(count) < distance(best) ? count : best));
}

/** A phrase, and how near each point is to the papers that have it. */
interface Kernel {
  key: string;
  near: Float32Array;
}

/** Groups of papers. */
export interface Grouping {
  /** The number of each paper's group, or -1 for one that is near to none. */
  groupOf: number[];
  /** Of each group that goes on from one there was before: the number of that one. */
  former: ReadonlyMap<number, number>;
}

/**
 * Groups of papers that belong together.
 *
 * Each group begins around a phrase: of all phrases that name something, those are chosen to whose papers all papers
 * together are nearest (facility location, by the greedy choice and exchanges of Cornuéjols, Fisher and Nemhauser 1977).
 * Nearness is the mean cosine in latent spaces of several dimensions. Phrases change little when papers are added, and so
 * do the groups. Groups that were there before go on: they begin around the papers they had, and phrases are chosen for
 * those that are wanted beside them.
 *
 * @param before papers of groups that were there before
 */
export function groupPapers(
  matrix: Matrix,
  index: PhraseIndex,
  before: readonly (readonly number[])[] = [],
): Grouping {
  const points = pointsOf(matrix);
  const speaking = points.filter((point) => dot(point, point) > 0).length;
  const wanted = themesFor(speaking);
  const least = Math.max(LEAST_PAPERS, LEAST_SHARE * speaking);
  const wide = speaking * MOST_SHARE_OF_ALL;
  const most = Math.max(MOST_SHARE * speaking, Math.min(MOST_OF_FEW, wide));
  const kernelsWithin = (from: number, to: number) =>
    [...index.holders]
      .filter(([, papers]) => papers.length >= from && papers.length <= to)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, papers]): Kernel => ({ key, near: nearness(points, papers) }));
  const going = [...before.entries()].filter(([, papers]) => papers.length >= LEAST_SIZE);
  const kept = going.map(([, papers]) => nearness(points, papers));
  const kernels = kernelsWithin(least, most);
  const chosen = exchange(choose(kernels, wanted, index, kept), kernels, index, kept);
  if (kept.length + chosen.length < wanted) {
    const common = kernelsWithin(most + 1, wide);
    chosen.push(...choose(common, wanted, index, [...kept, ...nearOf(chosen)]));
  }
  const centres = [...kept, ...chosen.map(({ near }) => near)];
  let ranks = rank(points.length, centres);
  for (let round = 0; round < ROUNDS; round += 1) {
    const members = centres.map(() => [] as number[]);
    for (const { point, first } of ranks) members[first]?.push(point);
    ranks = rank(
      points.length,
      members.map((papers) => nearness(points, papers.length < LEAST_SIZE ? [] : papers)),
    );
  }
  const groups = settled(ranks, centres.length);
  const numbers = new Map<number, number>();
  for (const group of groups)
    if (group >= 0 && !numbers.has(group)) numbers.set(group, numbers.size);
  return {
    groupOf: groups.map((group) => numbers.get(group) ?? -1),
    former: new Map(
      going.flatMap(([number], group) => {
        const now = numbers.get(group);
        return now === undefined ? [] : [[now, number]];
      }),
    ),
  };
}

/** Papers as unit vectors whose inner product is the mean of their cosines in all spaces. */
function pointsOf(matrix: Matrix): Float64Array[] {
  const space = latentSpace(matrix, Math.max(...DIMENSIONS));
  return space.map((point) => {
    const parts = DIMENSIONS.flatMap((dimensions) => {
      const part = point.slice(0, dimensions);
      const length = Math.sqrt(dot(part, part) * DIMENSIONS.length);
      return Array.from(part, (value) => (length > 1e-9 ? value / length : 0));
    });
    return Float64Array.from(parts);
  });
}

/** How near each point is to the direction of some points, itself left out of them. */
function nearness(points: readonly Float64Array[], members: readonly number[]): Float32Array {
  const sum = new Float64Array(points[0]?.length ?? 0);
  for (const member of members) {
    const point = points[member];
    if (point) for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (point[i] ?? 0);
  }
  const square = dot(sum, sum);
  const own = new Set(members);
  return Float32Array.from(points, (point, paper) => {
    const along = dot(point, sum);
    const without = own.has(paper) ? 1 : 0;
    const length = Math.sqrt(Math.max(1e-9, square - without * (2 * along - 1)));
    return Math.max(0, (along - without) / length) ** SHARPNESS;
  });
}

/** The kernel that adds most to what is reached; one whose phrase names nothing must add much more. */
function bestOver(
  reached: Float32Array,
  kernels: readonly Kernel[],
  { isName }: PhraseIndex,
): Kernel | undefined {
  let best: Kernel | undefined;
  let most = 0;
  for (const kernel of kernels) {
    const gain = gainOver(reached, kernel);
    // Whether a phrase is a name takes long to tell.
    if (gain <= most || (!isName(kernel.key) && gain * NAMELESS <= most)) continue;
    most = isName(kernel.key) ? gain : gain * NAMELESS;
    best = kernel;
  }
  return best;
}

/**
 * Kernels chosen one by one, each for what it adds to the nearness of all points to their nearest, until there are as many
 * as wanted with those that are kept.
 */
function choose(
  kernels: readonly Kernel[],
  wanted: number,
  index: PhraseIndex,
  kept: readonly Float32Array[],
): Kernel[] {
  const chosen: Kernel[] = [];
  while (kept.length + chosen.length < wanted) {
    const reached = farthest([...kept, ...nearOf(chosen)], kernels[0]?.near.length ?? 0);
    const best = bestOver(reached, kernels, index);
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen;
}

/** The chosen kernels, each exchanged for the one that does best beside the others. */
function exchange(
  chosen: readonly Kernel[],
  kernels: readonly Kernel[],
  index: PhraseIndex,
  beside: readonly Float32Array[],
): Kernel[] {
  const kept = [...chosen];
  for (let round = 0; round < EXCHANGES; round += 1) {
    let changed = false;
    for (const [place, present] of kept.entries()) {
      const others = kept.filter((kernel) => kernel !== present);
      const reached = farthest([...beside, ...nearOf(others)], present.near.length);
      const best = bestOver(reached, [present, ...kernels], index) ?? present;
      if (best === present) continue;
      kept[place] = best;
      changed = true;
    }
    if (!changed) break;
  }
  return kept;
}

function gainOver(reached: Float32Array, { near }: Kernel): number {
  let gain = 0;
  for (let point = 0; point < near.length; point += 1)
    gain += Math.max(0, (near[point] ?? 0) - (reached[point] ?? 0));
  return gain;
}

const nearOf = (kernels: readonly Kernel[]) => kernels.map(({ near }) => near);

/** The greatest nearness of each point. */
function farthest(nears: readonly Float32Array[], points: number): Float32Array {
  const reached = new Float32Array(points);
  for (const near of nears)
    for (let point = 0; point < reached.length; point += 1)
      reached[point] = Math.max(reached[point] ?? 0, near[point] ?? 0);
  return reached;
}

/** What each point is nearest to and next to, and by how much. */
interface Rank {
  point: number;
  /** -1 where it is near to nothing. */
  first: number;
  second: number;
  margin: number;
}

function rank(points: number, nears: readonly Float32Array[]): Rank[] {
  return Array.from({ length: points }, (_, point) => {
    const value = (group: number) => nears[group]?.[point] ?? 0;
    let first = -1;
    let second = -1;
    for (const group of nears.keys()) {
      if (value(group) > value(first)) {
        second = first;
        first = group;
      } else if (value(group) > value(second)) second = group;
    }
    return { point, first, second, margin: value(first) - value(second) };
  });
}

/** The group of each point, none of them too large: of one that is, those go to the next that are about as near to it. */
function settled(ranks: readonly Rank[], groups: number): number[] {
  const settledIn = ranks.map(({ first }) => first);
  const most = Math.floor(ranks.length * (ranks.length < FEW ? LARGEST_OF_FEW : LARGEST_OF_MANY));
  for (let group = 0; group < groups; group += 1) {
    const members = ranks.filter(({ first }) => first === group);
    const movable = members
      .filter(({ second }) => second >= 0)
      .sort((a, b) => a.margin - b.margin || a.point - b.point);
    for (const { point, second } of movable.slice(0, Math.max(0, members.length - most)))
      settledIn[point] = second;
  }
  return settledIn;
}

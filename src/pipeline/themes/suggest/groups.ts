import { hash32 } from '../../hashes.ts';
import { averageLink, type Likeness, meanLikeness } from './average-link.ts';
import { dot, latentSpace } from './latent.ts';
import { centreOf, MOST_DIMENSIONS, nearestTo, partitionsOf } from './partitions.ts';
import type { Matrix } from './vectors.ts';

/** Numbers of groups. Steps are wide, so that a few more papers seldom change the number. */
const COUNTS = [2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25];

/** Papers are joined to so many groups for each one wanted; small ones are given up then. */
const SPARE = 1.4;

/** A group has so many papers, and this share of them. */
const LEAST_SIZE = 3;
const LEAST_SHARE = 0.015;

/** Most groups. */
const MOST_GROUPS = 25;

/** Rounds in which papers go to the nearest group. */
const ROUNDS = 2;

/** Largest share of the papers in one group: of few papers, and of more. */
const FEW = 150;
const LARGEST_OF_FEW = 0.24;
const LARGEST_OF_MANY = 0.18;

/** Of more papers than these, so many are grouped, and the others go to the group that is nearest. */
const MOST_COMPARED = 4000;

/** Number of themes wanted of so many papers: about 8 of a hundred, 16 of five hundred, 25 of fifteen hundred. */
function themesFor(papers: number): number {
  const ideal = 3.2 * (papers / 10) ** 0.42;
  const distance = (count: number) => Math.abs(Math.log(count / ideal));
  return COUNTS.reduce((best, count) => (distance(count) < distance(best) ? count : best));
}

/** Groups of papers. */
export interface Grouping {
  /** The number of each paper's group, or -1 for one that is near to none. */
  groupOf: number[];
  /** Of each group that goes on from one there was before: the number of that one. */
  former: ReadonlyMap<number, number>;
}

/**
 * Groups of papers that belong together: those that fall together in most of many partitions, joined by average link
 * (evidence accumulation, Fred and Jain 2005). What one partition does by chance, and by the papers that happen to be
 * there, counts little.
 *
 * Groups that were there before go on with the papers they had; others join them, or make groups beside them.
 *
 * @param names of the papers, which tell where partitions begin
 * @param before papers of groups that were there before
 */
export function groupPapers(
  matrix: Matrix,
  names: readonly string[],
  before: readonly (readonly number[])[] = [],
): Grouping {
  const points = latentSpace(matrix, MOST_DIMENSIONS);
  const speaking = points.flatMap((point, paper) => (dot(point, point) > 1e-18 ? [paper] : []));
  const compared = speaking
    .toSorted((a, b) => hash32(names[a] ?? '') - hash32(names[b] ?? '') || a - b)
    .slice(0, MOST_COMPARED)
    .sort((a, b) => a - b);
  const place = new Map(compared.map((paper, at) => [paper, at]));
  const going = [...before.entries()]
    .map(([number, papers]) => ({
      number,
      points: papers.flatMap((each) => place.get(each) ?? []),
    }))
    .filter((group) => group.points.length >= LEAST_SIZE);
  const wanted = themesFor(speaking.length);
  const likeness = likenessIn(
    partitionsOf(
      compared.map((paper) => points[paper] ?? new Float64Array(0)),
      compared.map((paper) => names[paper] ?? ''),
      wanted,
    ),
    compared.length,
  );
  const groups = groupsOf(
    likeness,
    going.map((group) => group.points),
    wanted,
  );
  const found = groups.map((group) => group.map((at) => compared[at] ?? 0));
  const groupOf = points.map(() => -1);
  for (const [number, papers] of found.entries())
    for (const paper of papers) groupOf[paper] = number;
  if (compared.length < speaking.length) joinNearest(groupOf, speaking, points, found);
  return { groupOf, former: new Map(going.map(({ number }, group) => [group, number])) };
}

/** How often points fall together. */
function likenessIn(partitions: readonly Uint16Array[], points: number): Float32Array[] {
  const likeness = Array.from({ length: points }, () => new Float32Array(points));
  for (const partition of partitions) {
    const clusters = Map.groupBy(partition.keys(), (point) => partition[point]);
    for (const members of clusters.values()) {
      for (const point of members) {
        const row = likeness[point];
        if (row)
          for (const other of members) row[other] = (row[other] ?? 0) + 1 / partitions.length;
      }
    }
  }
  return likeness;
}

/** The points of each group; those that go on come first and keep their points. */
function groupsOf(likeness: Likeness, going: readonly number[][], wanted: number): number[][] {
  const held = new Set(going.flat());
  const loose = likeness.flatMap((_, point) => (held.has(point) ? [] : [[point]]));
  const least = Math.max(LEAST_SIZE, LEAST_SHARE * likeness.length);
  const joined = averageLink(
    likeness,
    [...going, ...loose],
    going.length,
    Math.max(going.length, Math.round(SPARE * wanted)),
  );
  const fresh = joined
    .slice(going.length)
    .filter((group) => group.length >= least)
    .sort((a, b) => b.length - a.length)
    .slice(0, Math.max(0, MOST_GROUPS - going.length));
  let groups = [...joined.slice(0, going.length), ...fresh];
  for (let round = 0; round < ROUNDS; round += 1) {
    const present = groups;
    const ranks = likeness.map((_, point) => rank(likeness, point, present));
    const last = round === ROUNDS - 1;
    const chosen = last ? settled(ranks, groups.length) : ranks.map(({ first }) => first);
    groups = groups.map((_, group) => [
      ...(going[group] ?? []),
      ...chosen.flatMap((own, point) => (own === group && !held.has(point) ? [point] : [])),
    ]);
  }
  return groups;
}

/** What a point is nearest to and next to, and by how much. */
interface Rank {
  point: number;
  /** -1 where it is near to nothing. */
  first: number;
  second: number;
  margin: number;
}

function rank(likeness: Likeness, point: number, groups: readonly (readonly number[])[]): Rank {
  const values = groups.map((group) => meanLikeness(likeness, [point], group));
  const value = (group: number) => values[group] ?? 0;
  let first = -1;
  let second = -1;
  for (const group of values.keys()) {
    if (value(group) > value(first)) {
      second = first;
      first = group;
    } else if (value(group) > value(second)) second = group;
  }
  return { point, first, second, margin: value(first) - value(second) };
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

/** Puts papers that were not compared where the direction of a group's papers is nearest. */
function joinNearest(
  groupOf: number[],
  papers: readonly number[],
  points: readonly Float64Array[],
  groups: readonly (readonly number[])[],
): void {
  const centres = groups.map((group) => centreOf(group.flatMap((paper) => points[paper] ?? [])));
  for (const paper of papers) {
    const point = points[paper];
    if (point === undefined || (groupOf[paper] ?? -1) >= 0) continue;
    groupOf[paper] = nearestTo(point, centres);
  }
}

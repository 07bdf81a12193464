import { hash32 } from '../../hashes.ts';
import { dot } from './latent.ts';

/** Partitions that are made; the more there are, the less does one of them decide. */
const PARTITIONS = 60;

/** Dimensions of the spaces that points are looked at in: few show the broad fields, many the narrow ones. */
const DIMENSIONS = [20, 30, 45, 60, 80];

/** Numbers of clusters, as multiples of the number of themes wanted. */
const FINENESS = [0.7, 1, 1.4, 2];

/** The most dimensions that are looked at. */
export const MOST_DIMENSIONS = Math.max(...DIMENSIONS);

/** Rounds in which points go to the nearest centre. */
const ROUNDS = 12;

/**
 * Many partitions of points, by spherical k-means in spaces of several dimensions with several numbers of clusters. What a
 * partition begins with depends on the names of points, so that most begin as before when points are added.
 *
 * @returns of each partition: the number of each point's cluster
 */
export function partitionsOf(
  points: readonly Float64Array[],
  names: readonly string[],
  wanted: number,
): Uint16Array[] {
  const spaces = DIMENSIONS.map((dimensions) =>
    points.map((point) => unit(point.slice(0, dimensions))),
  );
  return Array.from({ length: PARTITIONS }, (_, number) => {
    const space = spaces[number % spaces.length] ?? [];
    const fineness = FINENESS[number % FINENESS.length] ?? 1;
    return kMeans(space, names, Math.round(fineness * wanted), number);
  });
}

function kMeans(
  points: readonly Float64Array[],
  names: readonly string[],
  clusters: number,
  seed: number,
): Uint16Array {
  let centres = firstCentres(points, names, clusters, seed);
  let nearest = new Uint16Array(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = nearest;
    nearest = Uint16Array.from(points, (point) => nearestTo(point, centres));
    if (before.length > 0 && nearest.every((cluster, at) => cluster === before[at])) break;
    const clustered = Map.groupBy(points, (_, at) => nearest[at]);
    centres = [...clustered.values()].map(centreOf);
  }
  return nearest;
}

/**
 * Points that are far from each other, each drawn with the square of its distance to those before it (k-means++, Arthur
 * and Vassilvitskii 2007). Every point races for its turn with a number that its name gives.
 */
function firstCentres(
  points: readonly Float64Array[],
  names: readonly string[],
  clusters: number,
  seed: number,
): Float64Array[] {
  const centres: Float64Array[] = [];
  const distance = new Float64Array(points.length).fill(1);
  while (centres.length < clusters) {
    let first = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, name] of names.entries()) {
      const weight = (distance[at] ?? 0) ** 2;
      if (weight < 1e-12) continue;
      const chance = (hash32(`${seed} ${centres.length} ${name}`) + 0.5) / 2 ** 32;
      const time = -Math.log(chance) / weight;
      if (time >= least) continue;
      least = time;
      first = at;
    }
    const centre = points[first];
    if (centre === undefined) break;
    centres.push(centre);
    points.forEach((point, at) => {
      distance[at] = Math.min(distance[at] ?? 0, Math.max(0, 1 - dot(point, centre)));
    });
  }
  return centres;
}

/** The number of the centre in whose direction a point lies most. */
export function nearestTo(point: Float64Array, centres: readonly Float64Array[]): number {
  let nearest = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [cluster, centre] of centres.entries()) {
    const cosine = dot(point, centre);
    if (cosine <= most) continue;
    most = cosine;
    nearest = cluster;
  }
  return nearest;
}

/** The direction of points together. */
export function centreOf(points: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(points[0]?.length ?? 0);
  for (const point of points)
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (point[i] ?? 0);
  return unit(sum);
}

/** A vector of length one, or of zeros. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

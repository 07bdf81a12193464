import type { Features } from './features.ts';

/**
 * Weights of a chain of two tags, prose (0) and math (1), in one table whose size is a power of two. What a feature
 * says for math stands at its own number; what a joint feature says for a transition at {@link jointSlot}.
 */
export type Weights = Float32Array;

/** Scores of the tags of a text, in logarithms, against "all prose". */
export interface Scores {
  /** For each token: what math is worth. */
  single: Float64Array;
  /** For each token, four numbers: from prose to prose (0), prose to math, math to prose, math to math. */
  joint: Float64Array;
}

export const PROSE_MATH = 1;
export const MATH_PROSE = 2;
export const MATH_MATH = 3;

/** A score no sum of weights outweighs. */
const NEVER = -50;

/** Where the weight of a joint feature for a transition stands in a table of `mask` + 1 weights. */
export function jointSlot(feature: number, transition: number, mask: number): number {
  return (feature ^ Math.imul(transition, 0x5bd1e995)) & mask;
}

/** @param barred for each token whether it cannot be math (1), or not continue a formula (2). */
export function score(features: Features, weights: Weights, barred: Uint8Array): Scores {
  const n = features.single.length;
  const mask = weights.length - 1;
  const single = new Float64Array(n);
  const joint = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (const feature of features.single[i] ?? []) sum += weights[feature] ?? 0;
    single[i] = barred[i] === 1 ? NEVER : sum;
    for (let t = PROSE_MATH; t <= MATH_MATH; t++) {
      sum = 0;
      for (const feature of features.joint[i] ?? [])
        sum += weights[jointSlot(feature, t, mask)] ?? 0;
      joint[4 * i + t] = t === MATH_MATH && barred[i] === 2 ? NEVER : sum;
    }
  }
  return { single, joint };
}

const logAdd = (a: number, b: number) =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));

/** Forward and backward sums over all taggings. */
export interface Lattice {
  scores: Scores;
  /** forward[2 * i + tag]: all taggings of the tokens up to i that end in tag. */
  forward: Float64Array;
  /** backward[2 * i + tag]: all taggings of the tokens after i, given the tag of i. */
  backward: Float64Array;
  total: number;
}

export function lattice(scores: Scores): Lattice {
  const n = scores.single.length;
  const forward = new Float64Array(2 * n);
  const backward = new Float64Array(2 * n);
  const { single, joint } = scores;
  const s = (i: number) => single[i] ?? 0;
  const j = (i: number, t: number) => joint[4 * i + t] ?? 0;
  if (n === 0) return { scores, forward, backward, total: 0 };
  forward[1] = s(0) + j(0, PROSE_MATH);
  for (let i = 1; i < n; i++) {
    const prose = forward[2 * i - 2] ?? 0;
    const math = forward[2 * i - 1] ?? 0;
    forward[2 * i] = logAdd(prose, math + j(i, MATH_PROSE));
    forward[2 * i + 1] = s(i) + logAdd(prose + j(i, PROSE_MATH), math + j(i, MATH_MATH));
  }
  for (let i = n - 2; i >= 0; i--) {
    const prose = backward[2 * i + 2] ?? 0;
    const math = (backward[2 * i + 3] ?? 0) + s(i + 1);
    backward[2 * i] = logAdd(prose, math + j(i + 1, PROSE_MATH));
    backward[2 * i + 1] = logAdd(prose + j(i + 1, MATH_PROSE), math + j(i + 1, MATH_MATH));
  }
  return {
    scores,
    forward,
    backward,
    total: logAdd(forward[2 * n - 2] ?? 0, forward[2 * n - 1] ?? 0),
  };
}

/** The probability that token i is math. */
export function marginal({ forward, backward, total }: Lattice, i: number): number {
  return Math.exp((forward[2 * i + 1] ?? 0) + (backward[2 * i + 1] ?? 0) - total);
}

/** The probability that exactly the tokens from..to-1 are one formula. */
export function spanProbability(grid: Lattice, from: number, to: number): number {
  const { scores, forward, backward, total } = grid;
  const { single, joint } = scores;
  let sum = (from > 0 ? (forward[2 * from - 2] ?? 0) : 0) + (joint[4 * from + PROSE_MATH] ?? 0);
  for (let i = from; i < to; i++) {
    sum += (single[i] ?? 0) + (i > from ? (joint[4 * i + MATH_MATH] ?? 0) : 0);
  }
  if (to < single.length) sum += (joint[4 * to + MATH_PROSE] ?? 0) + (backward[2 * to] ?? 0);
  return Math.exp(sum - total);
}

/** The likeliest tags. @param bias added to the score of every math token. */
export function bestTags({ single, joint }: Scores, bias = 0): Uint8Array {
  const n = single.length;
  const tags = new Uint8Array(n);
  const from = new Uint8Array(2 * n);
  let prose = 0;
  let math = -1e9;
  for (let i = 0; i < n; i++) {
    const j = (t: number) => joint[4 * i + t] ?? 0;
    const own = (single[i] ?? 0) + bias;
    const first = i === 0;
    const a = first ? -1e9 : math + j(MATH_PROSE);
    const b = prose + j(PROSE_MATH);
    const c = first ? -1e9 : math + j(MATH_MATH);
    from[2 * i] = a > prose ? 1 : 0;
    from[2 * i + 1] = c > b ? 1 : 0;
    const nextProse = Math.max(prose, a);
    math = own + Math.max(b, c);
    prose = nextProse;
  }
  let tag: 0 | 1 = math > prose ? 1 : 0;
  for (let i = n - 1; i >= 0; i--) {
    tags[i] = tag;
    tag = from[2 * i + tag] === 1 ? 1 : 0;
  }
  return tags;
}

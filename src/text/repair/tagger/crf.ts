import { exp, log1p } from '../exact.ts';
import type { Inputs } from './inputs.ts';
import { OUTPUTS } from './network.ts';

/** Scores of a chain of two tags, prose (0) and math (1), in logarithms, against "all prose". */
export interface Scores {
  /** For each token: what math is worth. */
  single: Float64Array;
  /** For each token, four numbers: from prose to prose (0), prose to math, math to prose, math to math. */
  joint: Float64Array;
}

const PROSE_MATH = 1;
const MATH_PROSE = 2;
const MATH_MATH = 3;

/** A score no sum of weights outweighs. */
const NEVER = -50;

/**
 * The scores of a text's tags by what the network says of it.
 *
 * @param barred for each token whether it cannot be math (1), or not continue a formula (2).
 */
export function score(
  { places, blanks }: Inputs,
  outputs: Float64Array,
  barred: Uint8Array,
): Scores {
  const n = barred.length;
  // A blank at the end is followed by nothing that speaks for it.
  const single = new Float64Array(n).fill(NEVER);
  const joint = new Float64Array(4 * n);
  const put = (i: number, from: number) => {
    if (barred[i] !== 1) single[i] = outputs[from] ?? 0;
    joint.set(outputs.subarray(from + 1, from + 4), 4 * i + PROSE_MATH);
    if (barred[i] === 2) joint[4 * i + MATH_MATH] = NEVER;
  };
  for (const [k, i] of places.entries()) {
    put(i, OUTPUTS * k);
    if (blanks[k] === 1) put(i - 1, OUTPUTS * k + OUTPUTS / 2);
  }
  return { single, joint };
}

const logAdd = (a: number, b: number) => (a > b ? a + log1p(exp(b - a)) : b + log1p(exp(a - b)));

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
  return exp((forward[2 * i + 1] ?? 0) + (backward[2 * i + 1] ?? 0) - total);
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
  return exp(sum - total);
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

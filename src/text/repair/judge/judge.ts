import type { Candidate } from '../candidates/index.ts';
import { sigmoid } from '../exact.ts';
import { bucket, hashText, mix } from '../tagger/index.ts';
import { classes, scriptContext, type Token, type Vocabulary } from '../tokens/index.ts';
import { evidence, kindOf, logOdds } from './evidence.ts';
import { type Trees, treeSum } from './trees.ts';

/** Weights at the numbers of features; their count is a power of two. */
export type Weights = Float32Array;

/** What weighs candidates. */
export interface Judges {
  vocabulary: Vocabulary;
  /** Weights of the first judge, of what speaks for and against a candidate. */
  verdict: Weights;
  /** The second judge. */
  trees: Trees;
}

/** -9 to 9 in steps of a half near zero and wider further out. */
const grade = (p: number) => {
  const l = logOdds(p);
  return Math.round(Math.abs(l) < 3 ? 2 * l : Math.sign(l) * (4.5 + Math.abs(l) / 2));
};

/** What all candidates of an abstract say together. */
interface Consensus {
  /** What each candidate says. */
  said: readonly string[];
  /** By what candidates say: how many say it, and how sure they are of it, together and at best. */
  twins: ReadonlyMap<string, { count: number; sum: number; best: number }>;
  /** By token: how much of it is math, by the candidates that cover it. */
  cover: Float64Array;
  /** By the text of a token: how often it stands, and how much of that is math. */
  shares: ReadonlyMap<string, { n: number; math: number }>;
  /** How much of all tokens is math. */
  expected: number;
  /** The same of tokens that are hardly anything else, scripts by half. */
  hard: number;
}

function consensusOf(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  cls: readonly string[],
): Consensus {
  const said = candidates.map((candidate) => kindOf(tokens, candidate));
  const twins = new Map<string, { count: number; sum: number; best: number }>();
  const cover = new Float64Array(tokens.length);
  candidates.forEach(({ from, to, confidence }, i) => {
    const text = said[i] ?? '';
    const twin = twins.get(text) ?? { count: 0, sum: 0, best: 0 };
    twins.set(text, twin);
    twin.count++;
    twin.sum += confidence;
    twin.best = Math.max(twin.best, confidence);
    for (let k = from; k < to; k++) cover[k] = Math.min(1, (cover[k] ?? 0) + confidence);
  });
  const shares = new Map<string, { n: number; math: number }>();
  let expected = 0;
  let hard = 0;
  tokens.forEach(({ kind, text }, i) => {
    const covered = cover[i] ?? 0;
    hard += hardness(cls[i] ?? '') * covered;
    if (kind === 'space') return;
    expected += covered;
    const share = shares.get(text) ?? { n: 0, math: 0 };
    share.n++;
    share.math += covered;
    shares.set(text, share);
  });
  return { said, twins, cover, shares, expected, hard };
}

/** How hardly a token of a class is anything but math. */
function hardness(cls: string): number {
  return /[CDS]/.test(cls) ? 1 : /[_^]/.test(cls) ? 0.5 : 0;
}

/** How sure the surest of the neighbours is that claim tokens of a candidate, too. */
function rivalOf(candidates: readonly Candidate[], index: number): number {
  const { from, to } = candidates[index] ?? { from: 0, to: 0 };
  let rival = 0;
  for (let k = Math.max(0, index - 4); k < Math.min(candidates.length, index + 5); k++) {
    const other = candidates[k];
    if (k === index || !other || other.to <= from || other.from >= to) continue;
    rival = Math.max(rival, other.confidence);
  }
  return rival;
}

/** Numbers of the features of each candidate, which see the whole abstract's candidates. */
export function verdictFeatures(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  vocabulary: Vocabulary,
  size: number,
): number[][] {
  const mask = size - 1;
  const cls = classes(tokens, vocabulary);
  const { said, twins, cover, shares, expected, hard } = consensusOf(tokens, candidates, cls);
  return candidates.map(({ from, to, confidence }, index) => {
    const text = said[index] ?? '';
    const row: number[] = [];
    let template = 0;
    const add = (a: number, b = 0, c = 0, d = 0) => {
      row.push(mix(mix(mix(mix(++template, a), b), c), d) & mask);
    };
    const id = hashText(text);
    const inner = cls.slice(from, to);
    const shape = hashText(inner.slice(0, 12).join(''));
    const kinds = [...new Set(inner)].sort().join('');
    const kind = hashText(kinds.length > 6 ? '+' : kinds);
    const g = grade(confidence);
    const [before, after] = [hashText(cls[from - 1] ?? '^'), hashText(cls[to] ?? '$')];
    const left = hashText(tokens[cls[from - 1] === ' ' ? from - 2 : from - 1]?.text ?? '');
    const right = hashText(tokens[cls[to] === ' ' ? to + 1 : to]?.text ?? '');
    // Support from elsewhere in the abstract.
    const own = inner.reduce((total, c, k) => total + (c === ' ' ? 0 : (cover[from + k] ?? 0)), 0);
    const others = bucket(Math.round(Math.max(0, expected - own)));
    const ownHard = inner.reduce((total, c, k) => total + hardness(c) * (cover[from + k] ?? 0), 0);
    const hardOthers = bucket(Math.round(2 * Math.max(0, hard - ownHard)));
    const { count, sum, best } = twins.get(text) ?? { count: 1, sum: 0, best: 0 };
    const twinMean = grade(sum / count);
    const twinBest = grade(best);
    const share = shares.get(to - from === 1 ? text : (tokens[from]?.text ?? '')) ?? {
      n: 1,
      math: 0,
    };
    const shareGrade = Math.round((4 * share.math) / share.n);
    const rival = grade(rivalOf(candidates, index));
    add(0);
    add(g);
    add(g, kind);
    add(g, shape);
    add(shape);
    add(id);
    add(id, g);
    add(shape, before, after);
    add(kind, before, after);
    add(g, before, after);
    add(kind, left);
    add(kind, right);
    add(id, left);
    add(id, right);
    add(shape, left);
    add(shape, right);
    add(others, kind);
    add(others, g);
    add(hardOthers, kind);
    add(hardOthers, g);
    add(hardOthers, others, kind);
    add(hardOthers, shape);
    add(twinMean, kind);
    add(twinBest, twinMean, bucket(count));
    add(twinMean, g);
    add(shareGrade, bucket(share.n), kind);
    add(shareGrade, g);
    add(rival, g);
    add(rival, g, kind);
    add(Math.min(12, to - from), g);
    add(bucket(Math.floor(tokens.length / 150)), others, kind);
    add(id, before, after);
    const compound = (k: number) => hashText(tokens[k]?.text.toLowerCase() ?? '');
    if (cls[to] === '-' || cls[to] === '@') add(id, compound(to), compound(to + 1));
    else template++;
    if (cls[from - 1] === '-' || cls[from - 1] === '@') {
      add(kind, compound(from - 1), compound(from - 2));
    } else template++;
    const script = scriptContext(tokens, from);
    if (script !== '') {
      const scriptId = mix(hashText(script), inner[0] === '^' || inner[0] === '_' ? 1 : 2);
      add(scriptId);
      add(scriptId, g);
      add(scriptId, rival);
      add(scriptId, others);
    }
    return row;
  });
}

/** What the first judge says of a candidate with these features: the logarithm of the odds that it is right. */
export function oddsOf(features: readonly number[], verdict: Weights): number {
  let sum = 0;
  for (const feature of features) sum += verdict[feature] ?? 0;
  return sum;
}

/** How much the first judge, which knows words, counts beside the second, which weighs numbers. */
const FIRST = 0.3;
/** How far the others of a kind pull a candidate. */
const PULL = 0.5;
/** Candidates the tagger thinks less likely neither pull nor are pulled. */
const UNLIKELY = 0.05;

/**
 * How likely each candidate is right by both judges, drawn towards those that say the same: an author who sets a letter
 * or name as math once does so everywhere.
 *
 * @param first the odds of each candidate by the first judge, logarithms.
 * @param second the same by the second.
 */
export function confidences(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  first: readonly number[],
  second: readonly number[],
): number[] {
  const odds = candidates.map((_, i) => FIRST * (first[i] ?? 0) + (1 - FIRST) * (second[i] ?? 0));
  const groups = new Map<string, { sum: number; count: number }>();
  const kinds = candidates.map((candidate) =>
    candidate.confidence < UNLIKELY ? undefined : kindOf(tokens, candidate),
  );
  kinds.forEach((kind, i) => {
    if (kind === undefined) return;
    const group = groups.get(kind) ?? { sum: 0, count: 0 };
    group.sum += odds[i] ?? 0;
    group.count++;
    groups.set(kind, group);
  });
  return kinds.map((kind, i) => {
    const own = odds[i] ?? 0;
    const { sum, count } = groups.get(kind ?? '') ?? { sum: own, count: 1 };
    const drawn = kind === undefined ? own : (1 - PULL) * own + (PULL * sum) / count;
    return sigmoid(drawn);
  });
}

/** The probability of each candidate to be right. */
export function judge(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  { vocabulary, verdict, trees }: Judges,
): number[] {
  const first = verdictFeatures(tokens, candidates, vocabulary, verdict.length).map((row) =>
    oddsOf(row, verdict),
  );
  const second = evidence(tokens, candidates, vocabulary, first).map((row) => treeSum(trees, row));
  return confidences(tokens, candidates, first, second);
}

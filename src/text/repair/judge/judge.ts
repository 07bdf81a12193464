import type { Candidate } from '../candidates/index.ts';
import { type Weights, bucket, hashText, mix } from '../tagger/index.ts';
import { evidence, kindOf, logOdds } from './evidence.ts';
import { type Token, type Vocabulary, classes, scriptContext } from '../tokens/index.ts';
import { type Trees, treeSum } from './trees.ts';

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

/** Numbers of the features of each candidate, which see the whole abstract's candidates. */
export function verdictFeatures(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  vocabulary: Vocabulary,
  size: number,
): number[][] {
  const mask = size - 1;
  const cls = classes(tokens, vocabulary);
  const texts = candidates.map((candidate) => kindOf(tokens, candidate));
  const best = new Map<string, number>();
  const sum = new Map<string, number>();
  const count = new Map<string, number>();
  // How much of each letter's or word's occurrences is math, by the best candidate that covers each occurrence.
  const cover = new Float64Array(tokens.length);
  candidates.forEach((candidate, i) => {
    const text = texts[i] ?? '';
    best.set(text, Math.max(best.get(text) ?? 0, candidate.confidence));
    sum.set(text, (sum.get(text) ?? 0) + candidate.confidence);
    count.set(text, (count.get(text) ?? 0) + 1);
    for (let k = candidate.from; k < candidate.to; k++) {
      cover[k] = Math.min(1, (cover[k] ?? 0) + candidate.confidence);
    }
  });
  const shares = new Map<string, { n: number; math: number }>();
  let expected = 0;
  let hard = 0;
  tokens.forEach(({ kind, text }, i) => {
    const c = cls[i] ?? '';
    if (c === 'C' || c === 'D' || c === 'S') hard += cover[i] ?? 0;
    if (c === '^' || c === '_') hard += (cover[i] ?? 0) / 2;
    if (kind === 'space') return;
    expected += cover[i] ?? 0;
    const share = shares.get(text) ?? { n: 0, math: 0 };
    share.n++;
    share.math += cover[i] ?? 0;
    shares.set(text, share);
  });
  return candidates.map((candidate, index) => {
    const { from, to, confidence } = candidate;
    const text = texts[index] ?? '';
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
    const ownHard = inner.reduce(
      (total, c, k) =>
        total + (/[CDS]/.test(c) ? 1 : /[_^]/.test(c) ? 0.5 : 0) * (cover[from + k] ?? 0),
      0,
    );
    const hardOthers = bucket(Math.round(2 * Math.max(0, hard - ownHard)));
    const twins = count.get(text) ?? 1;
    const twinMean = grade((sum.get(text) ?? 0) / twins);
    const twinBest = grade(best.get(text) ?? 0);
    const share = shares.get(to - from === 1 ? text : (tokens[from]?.text ?? '')) ?? {
      n: 1,
      math: 0,
    };
    const shareGrade = Math.round((4 * share.math) / share.n);
    let rival = 0;
    for (let k = Math.max(0, index - 4); k < Math.min(candidates.length, index + 5); k++) {
      const other = candidates[k];
      if (k === index || !other || other.to <= from || other.from >= to) continue;
      rival = Math.max(rival, other.confidence);
    }
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
    add(twinBest, twinMean, bucket(twins));
    add(twinMean, g);
    add(shareGrade, bucket(share.n), kind);
    add(shareGrade, g);
    add(grade(rival), g);
    add(grade(rival), g, kind);
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
      add(scriptId, grade(rival));
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
    return 1 / (1 + Math.exp(-drawn));
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

import type { Candidate, Stretch } from '../candidates/index.ts';
import { log, sigmoid } from '../exact.ts';
import { classes, commandNames, type Token, type Vocabulary } from '../tokens/index.ts';

/** Logarithmic odds, cut at 12. */
export const logOdds = (p: number) => {
  const q = Math.min(Math.max(p, 6e-6), 1 - 6e-6);
  return log(q / (1 - q));
};

/** What a candidate says; a script without its base says it of its base: `D|^2` of `D^2` is not `T|^2`. */
export function kindOf(tokens: readonly Token[], { from, to }: Stretch): string {
  const own = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
  return own.startsWith('^') || own.startsWith('_')
    ? `${tokens[from - 1]?.text ?? ''}|${own}`
    : own;
}

/** Numbers go in steps of an eighth and no further than this, so that a threshold packs into two characters. */
export const STEPS = 8;
export const LEAST = -128;
export const MOST = 383;
const stepped = (value: number) =>
  Math.round(STEPS * Math.min(Math.max(value, LEAST), MOST)) / STEPS;

/** What a neighbour is, as a number; like kinds are near each other. */
function sort(token: Token | undefined, cls: string | undefined): number {
  if (!token || cls === undefined) return 0;
  if (cls === ' ') return 1;
  if (',.;:!?'.includes(cls)) return 2;
  if (cls === ')' || cls === ']') return 3;
  if (cls === '(' || cls === '[') return 4;
  if (cls === '-') return 5;
  if (cls === '@') return 6;
  if (cls === "'" || cls === '"' || cls === '`') return 7;
  if (cls === '7' || cls === '8' || cls === '9') return 8;
  if (cls === '%') return 9;
  if ('=<>+/|*'.includes(cls)) return 10;
  if (cls === '^' || cls === '_' || cls === '{' || cls === '}') return 11;
  if (cls === 'l' || cls === 'L' || cls === 'a' || cls === 'A' || cls === 'I') return 12;
  if (cls === 'G' || cls === 'C' || cls === 'D' || cls === 'S') return 13;
  if (cls === 'R') return 14;
  if (/[A-Z]/.test(token.text.charAt(0))) return 16;
  return token.kind === 'word' ? 15 : 10;
}

const isProof = (cls: string) => /[CDGS^_]/.test(cls);
const isHard = (cls: string) => /[CD^_]/.test(cls);

/** Odds where there is nobody to ask: next to none. */
const UNHEARD = -13;

/** How many candidates on each side of one may be its rivals. */
const NEAR = 39;

/**
 * Numbers that speak for and against each candidate, of it, its neighbours, its like and the whole abstract.
 *
 * @param odds what a first judge says of each candidate.
 */
export function evidence(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  vocabulary: Vocabulary,
  odds: readonly number[],
): number[][] {
  const cls = classes(tokens, vocabulary);
  const like = oddsOfLike(tokens, candidates, odds);
  const whole = wholeText(tokens, cls, coverOf(tokens, candidates, odds));
  return candidates.map((candidate, index) => {
    const { from, to, confidence, weakest, mean, before, after } = candidate;
    const own = odds[index] ?? 0;
    const { others, othersMean, best } = like(index);
    const { rival, longer, shorter, rivals } = rivalsOf(candidates, odds, index);
    const inner = cls.slice(from, to);
    const count = (pattern: RegExp) => inner.filter((c) => pattern.test(c)).length;
    const first = tokens[from];
    const last = tokens[to - 1];
    const next = tokens[to];
    const previous = tokens[from - 1];
    const text = whole.texts.get(first?.text ?? '') ?? { count: 1, cover: 0 };
    const commands = tokens
      .slice(from, to)
      .filter(({ kind, text: t }) => kind === 'word' && commandNames.has(t)).length;
    return [
      logOdds(confidence),
      own,
      othersMean,
      best,
      others,
      rival,
      longer,
      shorter,
      rivals,
      logOdds(weakest),
      logOdds(mean),
      logOdds(before),
      logOdds(after),
      to - from,
      (last?.end ?? 0) - (first?.start ?? 0),
      elsewhere(whole.proofs, from, to),
      elsewhere(whole.hards, from, to),
      elsewhere(whole.covers, from, to),
      text.count,
      text.cover / text.count,
      count(/[CD]/),
      count(/[G]/),
      count(/[_^]/),
      count(/[789]/),
      count(/[lLaAI]/),
      count(/[pPTw]/),
      count(/[XYQys]/),
      count(/[()[\]{}]/),
      count(/[=<>+\-*/|]/),
      count(/ /),
      count(/[,;:.]/),
      commands,
      sort(previous, cls[from - 1]),
      sort(next, cls[to]),
      sort(tokens[from - 2], cls[from - 2]),
      sort(tokens[to + 1], cls[to + 1]),
      sort(first, cls[from]),
      sort(last, cls[to - 1]),
      unpaired(tokens.slice(from, to)),
      first?.text === '^' || first?.text === '_' ? (previous?.text.length ?? 0) : 0,
      tokens.length,
      whole.scripts,
      whole.scriptsOut,
      whole.plainPowers,
      whole.braces,
      whole.bare,
      whole.lostCommands,
      first?.text.length ?? 0,
      from < 3 ? 1 : 0,
    ].map(stepped);
  });
}

/** What the odds of others are that say the same as a candidate. */
function oddsOfLike(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  odds: readonly number[],
): (index: number) => { others: number; othersMean: number; best: number } {
  const kinds = candidates.map((candidate) => kindOf(tokens, candidate));
  const groups = new Map<string, { sum: number; count: number; best: number[] }>();
  kinds.forEach((kind, i) => {
    const group = groups.get(kind) ?? { sum: 0, count: 0, best: [] };
    group.sum += odds[i] ?? 0;
    group.count++;
    group.best.push(odds[i] ?? 0);
    groups.set(kind, group);
  });
  for (const group of groups.values()) group.best.sort((a, b) => b - a);
  return (index) => {
    const own = odds[index] ?? 0;
    const group = groups.get(kinds[index] ?? '') ?? { sum: own, count: 1, best: [own] };
    const others = group.count - 1;
    return {
      others,
      othersMean: others === 0 ? UNHEARD : (group.sum - own) / others,
      best: group.best[0] === own ? (group.best[1] ?? UNHEARD) : (group.best[0] ?? UNHEARD),
    };
  };
}

/** How likely each token is in some formula, by the likeliest candidate over it. */
function coverOf(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  odds: readonly number[],
): Float64Array {
  const cover = new Float64Array(tokens.length);
  candidates.forEach(({ from, to }, i) => {
    const p = sigmoid(odds[i] ?? 0);
    for (let k = from; k < to; k++) cover[k] = Math.max(cover[k] ?? 0, p);
  });
  return cover;
}

/** What the whole abstract has of math: sums up to each token, how each text is used, and counts of signs. */
function wholeText(tokens: readonly Token[], cls: readonly string[], cover: Float64Array) {
  const proofs = new Float64Array(tokens.length + 1);
  const hards = new Float64Array(tokens.length + 1);
  const covers = new Float64Array(tokens.length + 1);
  const texts = new Map<string, { count: number; cover: number }>();
  const signs = { scripts: 0, scriptsOut: 0, plainPowers: 0, braces: 0, bare: 0, lostCommands: 0 };
  tokens.forEach(({ kind, text }, i) => {
    const c = cls[i] ?? '';
    const p = cover[i] ?? 0;
    proofs[i + 1] = (proofs[i] ?? 0) + (isProof(c) ? p : 0);
    hards[i + 1] = (hards[i] ?? 0) + (isHard(c) ? p : 0);
    covers[i + 1] = (covers[i] ?? 0) + (kind === 'space' ? 0 : p);
    if (c === '^' || c === '_') {
      signs.scripts++;
      if (p < 0.3) signs.scriptsOut++;
      const next = tokens[i + 1];
      if (next?.kind === 'number' && next.text.length > 1) signs.plainPowers++;
      if (next?.text === '{') signs.braces++;
    }
    if (kind === 'opaque' && text.startsWith('\\')) signs.bare++;
    if (c === 'C' || c === 'D') signs.lostCommands++;
    if (kind === 'space') return;
    const entry = texts.get(text) ?? { count: 0, cover: 0 };
    entry.count++;
    entry.cover += p;
    texts.set(text, entry);
  });
  return { proofs, hards, covers, texts, ...signs };
}

/** The part of a sum that lies outside of a stretch. */
function elsewhere(sums: Float64Array, from: number, to: number): number {
  return (sums.at(-1) ?? 0) - ((sums[to] ?? 0) - (sums[from] ?? 0));
}

/** The best odds of the candidates that overlap one: of all, of those around it, of those within it. */
function rivalsOf(candidates: readonly Candidate[], odds: readonly number[], index: number) {
  const found = { rival: UNHEARD, longer: UNHEARD, shorter: UNHEARD, rivals: 0 };
  const { from, to } = candidates[index] ?? { from: 0, to: 0 };
  for (let k = Math.max(0, index - NEAR); k <= index + NEAR; k++) {
    const other = candidates[k];
    if (k === index || !other || other.to <= from || other.from >= to) continue;
    const value = odds[k] ?? 0;
    found.rivals++;
    found.rival = Math.max(found.rival, value);
    if (other.from <= from && other.to >= to) found.longer = Math.max(found.longer, value);
    else if (other.from >= from && other.to <= to) found.shorter = Math.max(found.shorter, value);
  }
  return found;
}

/** How many brackets in a stretch have no partner there. */
function unpaired(tokens: readonly Token[]): number {
  let depth = 0;
  let unbalanced = 0;
  for (const { text } of tokens) {
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text) && --depth < 0) {
      unbalanced++;
      depth = 0;
    }
  }
  return unbalanced + depth;
}

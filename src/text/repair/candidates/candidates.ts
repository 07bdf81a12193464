import {
  bestTags,
  inputsOf,
  lattice,
  marginal,
  type Network,
  outputsOf,
  score,
  spanProbability,
} from '../tagger/index.ts';
import { classes, type Token, type Vocabulary } from '../tokens/index.ts';
import { type Stretch, settle } from './settle.ts';

/** What finds candidates. */
export interface Tagger {
  vocabulary: Vocabulary;
  network: Network;
}

/** A stretch of tokens read as a formula, its brackets closed. */
export interface Candidate extends Stretch {
  /** 0 to 1. */
  confidence: number;
  /** What the tagger thinks of the least likely of its tokens, of all on average, and of those beside it. */
  weakest: number;
  mean: number;
  before: number;
  after: number;
}

/** Which tokens cannot be math (1) and which cannot continue a formula, because a lost command precedes a letter (2). */
export function barred(tokens: readonly Token[]): Uint8Array {
  // A lone dollar would pair with the first one a repair sets after it.
  const dollar = tokens.findIndex(({ text }) => text === '$');
  return Uint8Array.from(tokens, ({ kind, text }, i) => {
    if (kind === 'opaque' || (dollar >= 0 && i > dollar)) return 1;
    // The script of a bare `\pi_0` belongs to it.
    if ((text === '_' || text === '^') && tokens[i - 1]?.kind === 'opaque') return 1;
    return kind === 'word' && tokens[i - 1]?.kind === 'word' ? 2 : 0;
  });
}

/** Classes of words without a lost command. */
const wordClass = /[pPwTXQ]/;

/** Biases towards math whose best readings are weighed against each other. */
const BIASES = [-1.5, -0.5, 0, 0.5, 1, 1.7, 2.5];

/** What no author means as math, whatever a model says. */
function isProse(
  tokens: readonly Token[],
  cls: readonly string[],
  from: number,
  to: number,
): boolean {
  const last = tokens[to - 1]?.text ?? '';
  const next = tokens[to];
  // `V2` of `MoGU_V2`, `int64`.
  if (next?.kind === 'number' && (/^[A-Za-z]$/.test(last) || last === 'int')) return true;
  // `10^43`: TeX would set the 3 on the line, so this never was TeX.
  for (let i = from; i < to; i++) {
    const isScript = tokens[i]?.text === '^' || tokens[i]?.text === '_';
    if (isScript && tokens[i + 1]?.kind === 'number' && (tokens[i + 1]?.text.length ?? 0) > 1)
      return true;
  }
  if (to > from + 1) {
    // `B in 61% of the cases`: a set is no number.
    for (let i = from + 1; i + 2 < to; i++) {
      if (tokens[i]?.text === 'in' && tokens[i + 1]?.kind === 'space') {
        if (tokens[i + 2]?.kind === 'number') return true;
      }
    }
    // `3x to 6x`: what these relate stands on both sides of them.
    const isLoose = (i: number, before: number, after: number) =>
      /^(?:to|in|times)$/.test(tokens[i]?.text ?? '') &&
      tokens[before]?.kind === 'space' &&
      tokens[after]?.kind === 'space';
    return isLoose(from, from - 1, from + 1) || isLoose(to - 1, to - 2, to);
  }
  // A word alone is a name.
  if (last.length > 3 && wordClass.test(cls[from] ?? '')) return true;
  // `32 times less`.
  return last === 'times' && cls[from - 1] === ' ' && tokens[to + 1]?.kind === 'word';
}

/** Words known from prose that stand in a stretch; more than this and it is a sentence. */
const MAX_PROSE = 1;

/** A formula may be cut where these stand outside of brackets, and both parts weighed by themselves. */
const CUTS = new Set([' ', '-', '=', '/', ':']);
/** Tokens of the longest formula that is cut, and of the longest that is weighed at all. */
const MAX_CUT_LENGTH = 24;
const MAX_LENGTH = 400;
/** From which probability a letter or word alone is weighed. */
const FAINT = 0.03;

/** A range of factors, `10times-20times`, is two formulas and no difference. */
function isRange(tokens: readonly Token[], from: number, to: number): boolean {
  const isFactor = (k: number) => tokens[k]?.kind === 'number' && tokens[k + 1]?.text === 'times';
  return to === from + 5 && tokens[from + 2]?.text === '-' && isFactor(from) && isFactor(from + 3);
}

/** A list with the brackets it stands in, which its author set with it: `(n,k)`. */
function enclosed(tokens: readonly Token[], { from, to }: Stretch): Stretch | undefined {
  const before = tokens[from - 1]?.text ?? '';
  const after = tokens[to]?.text ?? '';
  if (before === '' || !'([{'.includes(before) || after === '' || !')]}'.includes(after)) {
    return undefined;
  }
  let depth = 0;
  for (let i = from; i < to; i++) {
    const text = tokens[i]?.text ?? '';
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    else if (depth === 0 && ',;:'.includes(text)) return { from: from - 1, to: to + 1 };
  }
  return undefined;
}

/** Whether a stretch holds the words of a sentence. */
function isSentence(
  tokens: readonly Token[],
  cls: readonly string[],
  { from, to }: Stretch,
): boolean {
  let words = 0;
  for (let i = from; i < to; i++) {
    if ((tokens[i]?.text.length ?? 0) > 2 && /[pPTw]/.test(cls[i] ?? '')) words++;
  }
  return words > MAX_PROSE;
}

/** Stretches that a stretch of math-like tokens may stand for: itself, and itself with or without a base or a part. */
function readingsOf(tokens: readonly Token[], from: number, to: number): Stretch[] {
  const readings = [{ from, to }];
  const isScript = (i: number) => tokens[i]?.text === '^' || tokens[i]?.text === '_';
  const kind = (i: number) => tokens[i]?.kind;
  // The base of a script may stand before the formula, and the formula before its base.
  if (isScript(from)) {
    if (kind(from - 1) === 'word' || kind(from - 1) === 'number') {
      readings.push({ from: from - 1, to });
    }
  } else if (isScript(from + 1)) {
    readings.push({ from: from + 1, to });
    // A name such as `F^2C` is as often one formula as its script alone is.
    if (kind(to) === 'word') readings.push({ from, to: to + 1 });
  }
  // Greek after letters: `SeqΔ`.
  if (kind(from) === 'word' && kind(from + 1) === 'greek') readings.push({ from: from + 1, to });
  if (to - from > MAX_CUT_LENGTH) return readings;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const text = tokens[i]?.text ?? '';
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    else if (depth === 0 && i > from && CUTS.has(text)) {
      readings.push({ from, to: i }, { from: i + 1, to });
    }
  }
  return readings;
}

/** Readings of stretches as formulas, likely and less so; they overlap. Takes time linear in the text's length. */
export function candidates(tokens: readonly Token[], model: Tagger): Candidate[] {
  const inputs = inputsOf(tokens, model.vocabulary, model.network.words);
  const scores = score(inputs, outputsOf(inputs, model.network), barred(tokens));
  const grid = lattice(scores);
  const marginals = tokens.map((_, i) => marginal(grid, i));
  const cls = classes(tokens, model.vocabulary);
  const found = new Map<number, Candidate>();
  const seen = new Set<number>();
  const keyOf = ({ from, to }: Stretch) => from * (tokens.length + 1) + to;
  const put = (stretch: Stretch, likelihood: number) => {
    const known = found.get(keyOf(stretch));
    if (known) {
      known.confidence = Math.min(1, known.confidence + likelihood);
      return;
    }
    const { from, to } = stretch;
    if (isProse(tokens, cls, from, to) || isSentence(tokens, cls, stretch)) return;
    const inside = marginals.slice(from, to);
    found.set(keyOf(stretch), {
      from,
      to,
      confidence: likelihood,
      weakest: Math.min(...inside),
      mean: inside.reduce((sum, p) => sum + p, 0) / inside.length,
      before: marginals[from - 1] ?? 0,
      after: marginals[to] ?? 0,
    });
  };
  const add = (raw: Stretch) => {
    if (seen.has(keyOf(raw)) || raw.to - raw.from > MAX_LENGTH) return;
    seen.add(keyOf(raw));
    if (isProse(tokens, cls, raw.from, raw.to)) return;
    const settled = settle(tokens, raw);
    if (!settled) return;
    const { from, to } = settled;
    const likelihood = spanProbability(grid, raw.from, raw.to);
    if (isRange(tokens, from, to)) {
      put({ from, to: from + 2 }, likelihood);
      put({ from: from + 3, to }, likelihood);
    } else put(settled, likelihood);
    const whole = enclosed(tokens, settled);
    if (whole) put(whole, likelihood);
  };
  for (const bias of BIASES) {
    const tags = bestTags(scores, bias);
    for (let i = 0; i < tokens.length; i++) {
      if (!tags[i]) continue;
      let to = i + 1;
      while (to < tokens.length && tags[to]) to++;
      for (const reading of readingsOf(tokens, i, to)) add(reading);
      i = to;
    }
  }
  for (const [i, { kind }] of tokens.entries()) {
    if ((kind === 'greek' || kind === 'word') && (marginals[i] ?? 0) > FAINT) {
      add({ from: i, to: i + 1 });
    }
  }
  return [...found.values()].sort((x, y) => x.from - y.from || x.to - y.to);
}

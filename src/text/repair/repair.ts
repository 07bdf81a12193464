import type { LeftReason } from '../../model/math-coverage.ts';
import type { MathOrigin } from '../../model/rich-text.ts';
import { bestTags, lattice, marginal, score, spanProbability } from './crf.ts';
import { classes, features } from './features.ts';
import { judge } from './judge.ts';
import { renderMath } from '../render-math.ts';
import { toLatex } from './latex.ts';
import { type LeftRun, leftRuns, placesBefore } from './left.ts';
import type { Model, Reading } from './model.ts';
import { strip } from './strip.ts';
import { type Token, tokenise } from './tokens.ts';

export interface RepairSpan {
  /** UTF-16 offsets in the repaired text, delimiters included. */
  start: number;
  end: number;
  latex: string;
  origin: MathOrigin;
  /** 0 to 1. */
  confidence: number;
}

export interface Repair {
  text: string;
  spans: RepairSpan[];
  /** What looks like a formula and stays as it was. */
  left: LeftRun[];
}

/** From which confidence a candidate is set as a formula. */
export interface Thresholds {
  /** Holds a lost command, Greek or a script. */
  hard: number;
  /** Only letters, digits and brackets, in an abstract with a hard candidate that is set. */
  soft: number;
  /** Only letters, digits and brackets, and nothing else in the abstract proves that math was lost. */
  alone: number;
}

/** A stretch of tokens read as a formula. */
export interface Candidate {
  from: number;
  to: number;
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
  if (to > from + 1) return false;
  // A word alone is a name.
  if (last.length > 3 && wordClass.test(cls[from] ?? '')) return true;
  // `32 times less`.
  return last === 'times' && cls[from - 1] === ' ' && tokens[to + 1]?.kind === 'word';
}

/** Words known from prose that stand in a stretch; more than this and it is a sentence. */
const MAX_PROSE = 1;

/** A formula may be cut where these stand outside of brackets, and both parts weighed by themselves. */
const CUTS = new Set([' ', '-', '=', '/', ':']);
/** Longer ones are not cut. */
const MAX_CUT_LENGTH = 24;
/** From which probability a letter alone is weighed. */
const FAINT = 0.03;

/** Without the blanks, stops and halves of brackets at its edges, which say nothing. */
function trimmed(
  tokens: readonly Token[],
  { from, to, confidence }: Pick<Candidate, 'from' | 'to' | 'confidence'>,
): Pick<Candidate, 'from' | 'to' | 'confidence'> {
  let [a, b] = [from, to];
  const text = (i: number) => tokens[i]?.text ?? '';
  const isEdge = (i: number) => tokens[i]?.kind === 'space' || ',;:.'.includes(text(i));
  const closes = (i: number) => {
    let depth = 0;
    for (let k = i; k < b; k++) {
      if ('([{'.includes(text(k))) depth++;
      else if (')]}'.includes(text(k)) && --depth === 0) return true;
    }
    return false;
  };
  const opens = (i: number) => {
    let depth = 0;
    for (let k = i; k >= a; k--) {
      if (')]}'.includes(text(k))) depth++;
      else if ('([{'.includes(text(k)) && --depth === 0) return true;
    }
    return false;
  };
  while (a < b && (isEdge(a) || ('([{'.includes(text(a)) && !closes(a)) || ')]}'.includes(text(a)))) a++;
  while (
    b > a &&
    (isEdge(b - 1) || ('([{'.includes(text(b - 1)) && b - a > 0) || (')]}'.includes(text(b - 1)) && !opens(b - 1)))
  )
    b--;
  return { from: a, to: b, confidence };
}

/** A range of factors, `10times-20times`, is two formulas and no difference. */
function isRange(tokens: readonly Token[], from: number, to: number): boolean {
  const isFactor = (k: number) => tokens[k]?.kind === 'number' && tokens[k + 1]?.text === 'times';
  return to === from + 5 && tokens[from + 2]?.text === '-' && isFactor(from) && isFactor(from + 3);
}

/** Readings of stretches as formulas, likely and less so; they overlap. */
export function candidates(
  tokens: readonly Token[],
  model: Pick<Model, 'weights' | 'vocabulary'>,
): Candidate[] {
  const scores = score(
    features(tokens, model.vocabulary, model.weights.length),
    model.weights,
    barred(tokens),
  );
  const grid = lattice(scores);
  const marginals = tokens.map((_, i) => marginal(grid, i));
  const cls = classes(tokens, model.vocabulary);
  const found = new Map<number, Candidate>();
  const seen = new Set<number>();
  const add = (from: number, to: number) => {
    const raw = from * (tokens.length + 1) + to;
    if (seen.has(raw)) return;
    seen.add(raw);
    if (isProse(tokens, cls, from, to)) return;
    const settled = settle(tokens, trimmed(tokens, { from, to, confidence: 0 }));
    if (!settled) return;
    const { from: a, to: b } = settled;
    const likelihood = spanProbability(grid, from, to);
    if (isRange(tokens, a, b)) {
      put(a, a + 2, likelihood);
      put(a + 3, b, likelihood);
    } else put(a, b, likelihood);
  };
  const put = (a: number, b: number, likelihood: number) => {
    const key = a * (tokens.length + 1) + b;
    const known = found.get(key);
    if (known) {
      known.confidence = Math.min(1, known.confidence + likelihood);
      return;
    }
    if (isProse(tokens, cls, a, b)) return;
    let prose = 0;
    for (let i = a; i < b; i++) if ((tokens[i]?.text.length ?? 0) > 2 && /[pPTw]/.test(cls[i] ?? '')) prose++;
    if (prose > MAX_PROSE) return;
    const inside = marginals.slice(a, b);
    found.set(key, {
      from: a,
      to: b,
      confidence: likelihood,
      weakest: Math.min(...inside),
      mean: inside.reduce((sum, p) => sum + p, 0) / inside.length,
      before: marginals[a - 1] ?? 0,
      after: marginals[b] ?? 0,
    });
  };
  const addCuts = (from: number, to: number) => {
    if (to - from > MAX_CUT_LENGTH) return;
    let depth = 0;
    for (let i = from; i < to; i++) {
      const text = tokens[i]?.text ?? '';
      if ('([{'.includes(text)) depth++;
      else if (')]}'.includes(text)) depth--;
      else if (depth === 0 && i > from && CUTS.has(text)) {
        add(from, i);
        add(i + 1, to);
      }
    }
  };
  for (const bias of BIASES) {
    const tags = bestTags(scores, bias);
    for (let i = 0; i < tokens.length; i++) {
      if (!tags[i]) continue;
      let to = i + 1;
      while (to < tokens.length && tags[to]) to++;
      add(i, to);
      addCuts(i, to);
      const [first, second] = [tokens[i]?.text, tokens[i + 1]?.text];
      const before = tokens[i - 1]?.kind;
      // The base of a script may stand before the formula, and the formula before its base.
      if (first === '^' || first === '_') {
        if (before === 'word' || before === 'number') add(i - 1, to);
      } else if (second === '^' || second === '_') {
        add(i + 1, to);
        // A name such as `F^2C` is as often one formula as its script alone is.
        if (tokens[to]?.kind === 'word') add(i, to + 1);
      }
      // Greek after letters: `SeqΔ`.
      if (tokens[i]?.kind === 'word' && tokens[i + 1]?.kind === 'greek') add(i + 1, to);
      i = to;
    }
  }
  tokens.forEach(({ kind, text }, i) => {
    if ((kind === 'greek' || (kind === 'word' && text.length === 1)) && (marginals[i] ?? 0) > FAINT)
      add(i, i + 1);
  });
  return [...found.values()].sort((x, y) => x.from - y.from || x.to - y.to);
}

/** Signs and lost commands that compare what stands before them with what follows. */
const comparison =
  /^(?:[=<>]|[A-Za-z]*(?:in|leq?|geq?|neq?|sim|approx|equiv|to|rightarrow|ll|gg|times|lesssim|gtrsim))$/;

/**
 * Where a formula ends that ends before `end` but for what only numbers say: `= 1`, `0.05` after `leq`, `(1,2]` after
 * `in`. A number with a script or letters begins a formula of its own.
 */
function numbersEnd(tokens: readonly Token[], end: number): number {
  const text = (i: number) => tokens[i]?.text ?? '';
  const pastBlank = (i: number) => (tokens[i]?.kind === 'space' ? i + 1 : i);
  const whole = (i: number) => {
    const after = tokens[i + 1];
    const glued = after?.kind === 'word' || after?.kind === 'greek';
    return tokens[i]?.kind === 'number' && !glued && !'^_{'.includes(after?.text ?? ' ');
  };
  if (whole(end)) return end + 1;
  let i = end;
  if (!comparison.test(text(end - 1))) {
    i = pastBlank(i);
    if (text(i) !== '=') return end;
    i++;
  }
  i = pastBlank(i);
  if (text(i) === '-') i++;
  if (whole(i)) return i + 1;
  if (text(i) !== '(' && text(i) !== '[') return end;
  for (let k = i + 1; k < i + 12; k++) {
    const c = text(k);
    if ((c === ')' || c === ']') && k > i + 1) return k + 1;
    if (!whole(k) && c !== ',' && c !== '-' && tokens[k]?.kind !== 'space') return end;
  }
  return end;
}

/**
 * Whether of a base and its script the script alone is a formula, as most authors write it: the degrees of `360^circ`,
 * the power in a name such as `A^2RD`.
 */
function isScriptAlone(tokens: readonly Token[], from: number, to: number): boolean {
  const text = (i: number) => tokens[i]?.text ?? '';
  const [start, end] = text(from + 2) === '{' && text(to - 1) === '}' ? [from + 3, to - 1] : [from + 2, to];
  if (text(from + 1) !== '^' || end !== start + 1) return false;
  if (tokens[from]?.kind === 'number') return text(start) === 'circ';
  return (
    /^[A-Z]$/.test(text(from)) && tokens[start]?.kind === 'number' && tokens[to]?.kind === 'word'
  );
}

/** Trims blanks, takes in what is glued on and closes brackets. */
export function settle(
  tokens: readonly Token[],
  { from, to, confidence }: Pick<Candidate, 'from' | 'to' | 'confidence'>,
): Pick<Candidate, 'from' | 'to' | 'confidence'> | undefined {
  let [a, b] = [from, to];
  while (a < b && tokens[a]?.kind === 'space') a++;
  while (b > a && tokens[b - 1]?.kind === 'space') b--;
  if (a === b) return undefined;
  const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  for (let round = 0; round < 8; round++) {
    const open: string[] = [];
    let unopened: string | undefined;
    for (let i = a; i < b; i++) {
      const t = tokens[i]?.text ?? '';
      if (t === '(' || t === '[' || t === '{') open.push(t);
      else if (t === ')' || t === ']' || t === '}') {
        if (open.length > 0) open.pop();
        else unopened ??= t;
      }
    }
    const next = tokens[b]?.text ?? '';
    const before = tokens[a - 1]?.text ?? '';
    if (open.length > 0 && next in pairs) b++;
    else if (unopened !== undefined && before === pairs[unopened]) a--;
    else break;
  }
  const first = tokens[a]?.text ?? '';
  if (first !== '^' && first !== '_' && tokens[a - 1]?.kind === 'number') a--;
  b = numbersEnd(tokens, b);
  if (isScriptAlone(tokens, a, b)) a++;
  return { from: a, to: b, confidence };
}

/** Classes of tokens that prove math: a lost command, Greek, a script. */
const hardClass = /[CDGS^_]/;

const greekName =
  /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/i;

/** Whether a candidate is one letter of a pair such as `N:M`, which is a name or a formula as a whole. */
function isHalf(tokens: readonly Token[], { from, to }: Candidate): boolean {
  if (to > from + 1 || tokens[from]?.text.length !== 1) return false;
  const pairs = (mark: number, other: number) =>
    tokens[mark]?.text === ':' && tokens[other]?.kind === 'word';
  return pairs(to, to + 1) || pairs(from - 1, from - 2);
}

/** Candidates that are sure enough and do not overlap, the surest first chosen. */
function chosen(
  tokens: readonly Token[],
  all: readonly Candidate[],
  { vocabulary }: Reading,
  thresholds: Thresholds,
): Candidate[] {
  const cls = classes(tokens, vocabulary);
  // A Greek letter's name by itself (`delta rule`) is as often written out; that of `muP` is not.
  const isName = ({ from, to }: Candidate) =>
    to === from + 1 &&
    greekName.test(tokens[from]?.text ?? '') &&
    !/^[A-Z]+$/.test(tokens[to]?.text ?? '');
  const isHard = (candidate: Candidate) =>
    cls.slice(candidate.from, candidate.to).some((c) => hardClass.test(c)) && !isName(candidate);
  const proven = all.some(
    (candidate) => candidate.confidence >= Math.max(0.5, thresholds.hard) && isHard(candidate),
  );
  const ranked = all
    .filter((candidate) => {
      if (isHalf(tokens, candidate)) return false;
      const { hard, soft, alone } = thresholds;
      return candidate.confidence >= (isHard(candidate) ? hard : proven ? soft : alone);
    })
    .sort((a, b) => b.confidence - a.confidence || a.from - b.from);
  const taken = new Uint8Array(tokens.length);
  const out: Candidate[] = [];
  for (const candidate of ranked) {
    if (taken.subarray(candidate.from, candidate.to).includes(1)) continue;
    taken.fill(1, candidate.from, candidate.to);
    out.push(candidate);
  }
  return out.sort((a, b) => a.from - b.from);
}

/** `}\mathrm{lrarv}`: a name that follows a script without a blank. */
const GLUED_NAME = /\}\\mathrm\{([A-Za-z]+)\}/g;

/** Whether a formula holds an author's own macro, which left a name that is no word and a meaning nobody can restore. */
function hasLostMacro(latex: string, { vocabulary }: Reading): boolean {
  return [...latex.matchAll(GLUED_NAME)].some(([, name = '']) => !vocabulary(name.toLowerCase()));
}

/** Why a formula must not stand for the text it was read from. */
function refusal(latex: string, text: string, reading: Reading): LeftReason | undefined {
  if (hasLostMacro(latex, reading)) return 'macro';
  if (strip(`$${latex}$`) !== text) return 'irreversible';
  return 'reason' in renderMath(latex, false) ? 'unreadable' : undefined;
}

/**
 * The text with its judged candidates set as formulas. A candidate whose LaTeX does not strip to the text it stands
 * for, or that KaTeX cannot read, stays as it was and is among those left.
 */
export function rebuilt(
  text: string,
  tokens: readonly Token[],
  judged: readonly Candidate[],
  reading: Reading,
  thresholds: Thresholds,
): Repair {
  const spans: RepairSpan[] = [];
  const left: LeftRun[] = [];
  let out = '';
  let last = 0;
  for (const candidate of chosen(tokens, judged, reading, thresholds)) {
    const settled = settle(tokens, candidate);
    if (!settled) continue;
    const start = tokens[settled.from]?.start ?? 0;
    const end = tokens[settled.to - 1]?.end ?? 0;
    if (start < last) continue;
    const latex = toLatex(tokens, settled, reading);
    const reason = refusal(latex, text.slice(start, end), reading);
    if (reason !== undefined) {
      left.push({ start, end, reason, confidence: settled.confidence });
      continue;
    }
    out += text.slice(last, start);
    spans.push({
      start: out.length,
      end: out.length + latex.length + 2,
      latex,
      origin: 'repaired',
      confidence: settled.confidence,
    });
    out += `$${latex}$`;
    last = end;
  }
  return { text: out + text.slice(last), spans, left };
}

/** The formulas of a text the stripping page shows, judged by a model. */
export function repairWith(model: Model, thresholds: Thresholds, text: string): Repair {
  const tokens = tokenise(text);
  const all = candidates(tokens, model);
  const confidences = judge(tokens, all, model);
  const judged = all.map((candidate, i) => ({ ...candidate, confidence: confidences[i] ?? 0 }));
  const repaired = rebuilt(text, tokens, judged, model, thresholds);
  const holds = strip(repaired.text) === strip(text);
  const formulas = holds ? placesBefore(repaired.text, repaired.spans) : [];
  const settled = judged.flatMap((candidate) => settle(tokens, candidate) ?? []);
  const left = leftRuns(tokens, settled, formulas, repaired.left, model.vocabulary);
  return holds ? { ...repaired, left } : { text, spans: [], left };
}

import type { LeftReason } from '../../model/index.ts';
import { type Candidate, candidates } from './candidates/index.ts';
import { type Token, classes, commandNames, tokenise } from './tokens/index.ts';
import { judge } from './judge/index.ts';
import { renderMath } from '../math/index.ts';
import { type Reading, strip, toLatex } from './latex/index.ts';
import { isTelltale, type LeftRun, leftRuns, placesBefore } from './left.ts';
import type { Model } from './model/index.ts';
import type { RepairSpan } from './span.ts';

export interface Repair {
  text: string;
  spans: RepairSpan[];
  /** What looks like a formula and stays as it was. */
  left: LeftRun[];
}

/** From which confidence a candidate is set as a formula. */
export interface Thresholds {
  /** Holds what only TeX leaves: a script in braces, a script that is a command, a command that is no word. */
  sure: number;
  /** Holds a lost command, Greek or a script. */
  hard: number;
  /** Only letters, digits and brackets, in an abstract with a hard candidate that is set. */
  soft: number;
  /** Only letters, digits and brackets, and nothing else in the abstract proves that math was lost. */
  alone: number;
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

/** Whether a candidate holds what only TeX leaves. */
function isSure(tokens: readonly Token[], { from, to }: Candidate): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (isTelltale(token)) return true;
    const next = tokens[i + 1];
    if (token.text !== '^' && token.text !== '_') continue;
    if (next?.text === '{' || (next?.kind === 'word' && commandNames.has(next.text))) return true;
  }
  return false;
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
      const { sure, hard, soft, alone } = thresholds;
      const least = isHard(candidate)
        ? isSure(tokens, candidate)
          ? sure
          : hard
        : proven
          ? soft
          : alone;
      return candidate.confidence >= least;
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

/** Whether every bracket has a partner, of whatever kind: `[0,1)` is an interval. */
function isBalanced(latex: string): boolean {
  let depth = 0;
  for (const c of latex) {
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && --depth < 0) return false;
  }
  return depth === 0;
}

/** Why a formula must not stand for the text it was read from. */
function refusal(latex: string, text: string): LeftReason | undefined {
  if (strip(`$${latex}$`) !== text) return 'irreversible';
  return 'reason' in renderMath(latex, false) || !isBalanced(latex) ? 'unreadable' : undefined;
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
    const start = tokens[candidate.from]?.start ?? 0;
    const end = tokens[candidate.to - 1]?.end ?? 0;
    if (start < last) continue;
    const latex = toLatex(tokens, candidate, reading);
    const reason = refusal(latex, text.slice(start, end));
    if (reason !== undefined) {
      left.push({ start, end, reason, confidence: candidate.confidence });
      continue;
    }
    out += text.slice(last, start);
    spans.push({
      start: out.length,
      end: out.length + latex.length + 2,
      latex,
      origin: 'repaired',
      confidence: candidate.confidence,
    });
    out += `$${latex}$`;
    last = end;
  }
  return { text: out + text.slice(last), spans, left };
}

/** The formulas of a text the stripping page shows, judged by a model. */
export function repairWith(model: Model, thresholds: Thresholds, text: string): Repair {
  return repairTokens(model, thresholds, text, tokenise(text));
}

/** The same of a text whose tokens are known. Looks at each a bounded number of times, however long the text. */
export function repairTokens(
  model: Model,
  thresholds: Thresholds,
  text: string,
  tokens: readonly Token[],
): Repair {
  return settled(model, thresholds, text, tokens, judgedOf(model, tokens));
}

/** The readings of a text's tokens as formulas, each with its final confidence. */
export function judgedOf(model: Model, tokens: readonly Token[]): Candidate[] {
  const all = candidates(tokens, model);
  const confidences = judge(tokens, all, model);
  return all.map((candidate, i) => ({ ...candidate, confidence: confidences[i] ?? 0 }));
}

/** The text with those readings set that are sure enough, and what was left. */
export function settled(
  model: Model,
  thresholds: Thresholds,
  text: string,
  tokens: readonly Token[],
  judged: readonly Candidate[],
): Repair {
  const repaired = rebuilt(text, tokens, judged, model, thresholds);
  const holds = strip(repaired.text) === strip(text);
  const formulas = holds ? placesBefore(repaired.text, repaired.spans) : [];
  const left = leftRuns(tokens, judged, formulas, repaired.left, model.vocabulary);
  return holds ? { ...repaired, left } : { text, spans: [], left };
}

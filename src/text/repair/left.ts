import type { LeftReason } from '../../model/index.ts';
import { type Token, type Vocabulary, classes, splitRun } from './tokens/index.ts';
import type { Candidate } from './candidates/index.ts';
import type { RepairSpan } from './span.ts';
import { strip } from './latex/index.ts';

/** A stretch that looks like a stripped formula and stays as the listing prints it. */
export interface LeftRun {
  /** UTF-16 offsets in the text that was given, not in the repaired one. */
  start: number;
  end: number;
  reason: LeftReason;
  /** 0 to 1, how sure the best reading of it as a formula was; 0 where there was none. */
  confidence: number;
}

/** From which confidence a reading counts as a formula that was left: with a lost command, with a script, with neither. */
const LIKELY = { lost: 0.02, script: 0.1, neither: 0.4 };

/** Classes of tokens that hold a lost command or Greek, and that are a script. */
const LOST = /[CDG]/;
const SCRIPT = /[\^_]/;

/** Commands whose names are no words and that no word ends in: where one stands in a listing it was lost. */
const TELLTALES =
  /^(?:(?:long|up|down|hook)?(?:left|right)+arrow|(?:Long)?(?:left|Left|right|Right)+arrow|(?:sub|sup)set(?:n?eqq?)|[lgn]eqq?|[lg]eqslant|not?in|equiv|propto|mapsto|(?:pre|suc)c(?:cur)?(?:ly)?eq|simeq|[lg](?:ess|tr)sim|var[a-zA-Z]{3,}|math[a-z]{2,4}|wide(?:tilde|hat)|sqrt|d?frac|[lcvd]dots|cdot|infty|nabla|[ou]plus|otimes|odot|big(?:cup|cap|oplus|otimes|vee|wedge)|[lr](?:angle|floor|ceil|vert|brace)|emptyset|setminus|operatorname|boldsymbol|hbar|forall|triangleq|coloneqq|wedge)$/;
/** `mtimes`: commands that are words, behind one letter that makes them none. */
const AFTER_LETTER = /^(?:times|subset|supset|partial|sum|prod|approx|cup|cap|circ)$/;

/** Whether a word ends in a command that has lost its backslash, whatever a model says. */
export function isTelltale({ kind, text }: Token): boolean {
  if (kind !== 'word') return false;
  const { letters, commands } = splitRun(text);
  return (
    letters.length <= 3 &&
    commands.some(
      (name) => TELLTALES.test(name) || (letters.length === 1 && AFTER_LETTER.test(name)),
    )
  );
}

/** Tokens of the longest group that is followed to its end. */
const MAX_GROUP = 40;

/** Where each repaired formula stands in the text that was given. */
export function placesBefore(repaired: string, spans: readonly RepairSpan[]): [number, number][] {
  let grown = 0;
  return spans.map(({ start, end }) => {
    const length = strip(repaired.slice(start, end)).length;
    const from = start - grown;
    grown += end - start - length;
    return [from, from + length];
  });
}

/**
 * What of a text looks like a stripped formula and was not put back: readings that were refused or not sure enough, and
 * words that end in the name of a lost command. In order, apart from each other and from the formulas.
 *
 * @param judged readings with their final confidence, brackets closed
 * @param formulas where the formulas stand in the text
 * @param refused readings that were sure enough and did not hold
 * @param reason of what nobody refused
 */
export function leftRuns(
  tokens: readonly Token[],
  judged: readonly Candidate[],
  formulas: readonly (readonly [number, number])[],
  refused: readonly LeftRun[],
  vocabulary: Vocabulary,
  reason: LeftReason = 'doubtful',
): LeftRun[] {
  const cls = classes(tokens, vocabulary);
  const taken = new Uint8Array(tokens.length);
  const take = (from: number, to: number) => {
    const free = !taken.subarray(from, to).includes(1);
    if (free) taken.fill(1, from, to);
    return free;
  };
  // Of the first token that ends after an offset, by halving: a text may hold a formula for every few tokens.
  const indexAt = (offset: number) => {
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  for (const [start, end] of formulas) taken.fill(1, indexAt(start), indexAt(end - 1) + 1);
  const left = refused.filter(({ start, end }) => take(indexAt(start), indexAt(end - 1) + 1));
  const add = (first: number, end: number, confidence: number) => {
    let [from, to] = [first, end];
    // The base of a script, and what its name goes on with: `E^2C`.
    if (SCRIPT.test(cls[from] ?? '') && from > 0) from -= 1;
    if (SCRIPT.test(cls[first] ?? '') && tokens[to]?.kind === 'word') to += 1;
    if (!take(from, to)) return;
    const place = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    left.push({ ...place, reason, confidence });
  };

  const floor = ({ from, to }: Candidate) => {
    const own = cls.slice(from, to);
    if (own.some((c) => LOST.test(c))) return LIKELY.lost;
    return own.some((c) => SCRIPT.test(c)) ? LIKELY.script : LIKELY.neither;
  };
  const likely = judged
    .filter((candidate) => candidate.confidence >= floor(candidate))
    .sort((a, b) => b.confidence - a.confidence || a.from - b.from || b.to - a.to);
  for (const { from, to, confidence } of likely) add(from, to, confidence);
  for (const [i, token] of tokens.entries()) {
    if (taken[i] || !isTelltale(token)) continue;
    // What stands glued to the word belongs to it, and all of a group it stands in.
    let [from, to] = [i, i + 1];
    while (from > 0 && !taken[from - 1] && cls[from - 1] !== ' ') from -= 1;
    let open = 0;
    for (let at = from; at < Math.min(tokens.length, i + MAX_GROUP) && !taken[at]; at++) {
      if (cls[at] === ' ' && open === 0) break;
      if (cls[at] === '{') open += 1;
      else if (cls[at] === '}') open -= 1;
      if (open === 0) to = Math.max(to, at + 1);
    }
    add(from, to, 0);
  }
  return left.sort((a, b) => a.start - b.start);
}

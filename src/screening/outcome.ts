import type { Decision, Outcome, Screened, ScreeningStage, Verdict } from '../model/index.ts';
import { collapse, fold, withoutPrivate } from '../text/index.ts';
import { isNotRetrieved } from './decisions.ts';

/** Who decides over everybody else: how Covidence calls a settled conflict. */
const isConsensus = ({ reviewer }: Decision) => fold(reviewer ?? '') === 'consensus';

/** What the decisions at one stage come to; no verdict where two contradict each other. */
function settle(decisions: readonly Decision[]): {
  verdict?: Verdict | undefined;
  reason?: string | undefined;
  contested: boolean;
} {
  const agreed = decisions.filter(isConsensus);
  const counted = agreed.length > 0 ? agreed : decisions;
  const found = new Set(counted.map(({ verdict }) => verdict));
  if (found.size > 1) return { contested: true };
  const reason = counted.find((decision) => decision.reason !== undefined)?.reason;
  return { verdict: counted[0]?.verdict, reason: firstOf(reason), contested: false };
}

/** `wrong population` of `wrong population; no control group`, without what is private in it. */
const firstOf = (reasons: string | undefined) =>
  (reasons === undefined ? undefined : withoutPrivate(reasons))
    ?.split(/[;|]/u)
    .map(collapse)
    .find((reason) => reason !== '');

/** The look at which a decision was taken; one that says nothing of it is taken as far as it goes. */
function stageOfDecision({ stage, verdict, reason }: Decision, whole: boolean): ScreeningStage {
  if (stage !== undefined) return stage;
  const lacksText = verdict === 'not-retrieved' || isNotRetrieved(reason ?? '');
  return lacksText || (verdict === 'include' && whole) ? 'full-text' : 'title-abstract';
}

/** Decisions that count where a consensus holds for the whole review: those for the whole of it by anybody else do not. */
const countedOf = (decisions: readonly Decision[]) => {
  const isWhole = ({ stage }: Decision) => stage === undefined;
  return decisions.some((each) => isWhole(each) && isConsensus(each))
    ? decisions.filter((each) => !isWhole(each) || isConsensus(each))
    : decisions;
};

/**
 * How far a paper came by the decisions on it. A paper that reviewers contradict each other on waits, until they agree or a
 * row whose reviewer is `consensus` says what holds; a decision for the whole review stands for every look.
 *
 * @param ruling an `exclude` correction or a withdrawal, which holds whatever else is said
 * @param open whether papers wait for a decision, or are included unless one is against it
 */
export function outcomeOf(
  decisions: readonly Decision[],
  ruling: Decision | undefined,
  open: boolean,
): Screened {
  const all = ruling === undefined ? decisions : [ruling, ...decisions];
  const whole = !decisions.some(({ stage }) => stage === 'full-text');
  const at = (stage: ScreeningStage, of: readonly Decision[]) =>
    of.filter((decision) => stageOfDecision(decision, whole) === stage);
  if (ruling !== undefined) {
    const contested = decisions.some(({ verdict }) => verdict === 'include' || verdict === 'maybe');
    return {
      ...lastOutcome(at('title-abstract', [ruling]), at('full-text', [ruling]), open),
      decisions: all,
      contested: contested ? 'stages' : undefined,
    };
  }
  const counted = countedOf(all);
  return {
    ...lastOutcome(at('title-abstract', counted), at('full-text', counted), open),
    decisions: all,
  };
}

function lastOutcome(
  early: readonly Decision[],
  late: readonly Decision[],
  open: boolean,
): Pick<Screened, 'outcome' | 'reason' | 'contested'> {
  const first = settle(early);
  const last = settle(late);
  if (late.length > 0) {
    if (first.verdict === 'exclude') return { outcome: 'unscreened', contested: 'stages' };
    if (last.contested) return { outcome: 'unassessed', contested: 'full-text' };
    const lacksText = isNotRetrieved(last.reason ?? '');
    const outcomes: Record<Verdict, Outcome> = {
      include: 'included',
      maybe: 'unassessed',
      'not-retrieved': 'not-retrieved',
      exclude: lacksText ? 'not-retrieved' : 'excluded-full-text',
    };
    return {
      outcome: outcomes[last.verdict ?? 'maybe'],
      reason: last.reason,
      contested: first.contested ? 'title-abstract' : undefined,
    };
  }
  if (early.length === 0) return { outcome: open ? 'unscreened' : 'included' };
  if (first.contested) return { outcome: 'unscreened', contested: 'title-abstract' };
  const outcomes: Record<Verdict, Outcome> = {
    include: 'unassessed',
    maybe: 'unscreened',
    'not-retrieved': 'not-retrieved',
    exclude: 'excluded',
  };
  return { outcome: outcomes[first.verdict ?? 'maybe'], reason: first.reason };
}

/** Whether a paper is out of the review, and so of the survey. */
export const isLeftOut = (outcome: Outcome): boolean =>
  outcome === 'excluded' || outcome === 'excluded-full-text' || outcome === 'not-retrieved';

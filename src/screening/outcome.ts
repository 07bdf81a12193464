import type { Decision, Outcome, Screened, ScreeningStage, Verdict } from '../model/index.ts';
import { collapse, fold, withoutPrivate } from '../text/index.ts';
import type { PageWords } from '../words/index.ts';
import { isNotRetrieved } from './decisions.ts';

/** Who decides over everybody else: how Covidence calls a settled conflict. */
const isConsensus = ({ reviewer }: Decision) => fold(reviewer ?? '') === 'consensus';

/** What the decisions at one stage come to. */
interface Settled {
  /** None where there is no decision, and where two contradict each other. */
  verdict?: Verdict | undefined;
  reason?: string | undefined;
  contested?: 'verdicts' | 'reasons' | undefined;
}

/** What all say of why counts; where they have no reason in common, the first that is stated, which is contested. */
function settle(decisions: readonly Decision[]): Settled {
  const agreed = decisions.filter(isConsensus);
  const counted = agreed.length > 0 ? agreed : decisions;
  const [verdict, ...others] = new Set(counted.map((each) => each.verdict));
  if (others.length > 0) return { contested: 'verdicts' };
  const stated = counted.map(reasonsOf).filter((reasons) => reasons.length > 0);
  const [first = []] = stated;
  const shared = first.find((reason) =>
    stated.every((reasons) => reasons.some((other) => fold(other) === fold(reason))),
  );
  const differ = verdict === 'exclude' && stated.length > 0 && shared === undefined;
  return { verdict, reason: shared ?? first[0], contested: differ ? 'reasons' : undefined };
}

/** `wrong population` and `no control group` of `wrong population; no control group`, without what is private in them. */
export const reasonsOf = ({ reason = '' }: Pick<Decision, 'reason'>): string[] =>
  withoutPrivate(reason)
    .split(/[;|]/u)
    .map(collapse)
    .filter((each) => each !== '');

/** An exclusion for want of the text as the verdict that it is. */
export const asVerdict = (decision: Decision): Decision =>
  decision.verdict === 'exclude' && lacksText(decision)
    ? { ...decision, verdict: 'not-retrieved' }
    : decision;
const lacksText = (decision: Decision) => isNotRetrieved(reasonsOf(decision)[0] ?? '');

/** The look at which a decision was taken; one that says nothing of it is taken as far as it goes. */
function stageOfDecision(decision: Decision, whole: boolean): ScreeningStage {
  const { stage, verdict } = decision;
  if (stage !== undefined) return stage;
  const isLate = verdict === 'not-retrieved' || lacksText(decision);
  return isLate || (verdict === 'include' && whole) ? 'full-text' : 'title-abstract';
}

/** Decisions that count where a consensus holds for the whole review: those for the whole of it by anybody else do not. */
const countedOf = (decisions: readonly Decision[]) => {
  const isWhole = ({ stage }: Decision) => stage === undefined;
  return decisions.some((each) => isWhole(each) && isConsensus(each))
    ? decisions.filter((each) => !isWhole(each) || isConsensus(each))
    : decisions;
};

/**
 * How far a paper came by the decisions on it. A paper that reviewers contradict each other on waits, whatever is said of it
 * at a later look, until they agree or a row whose reviewer is `consensus` says what holds; who agree to exclude it and not why
 * do not hold it up. A decision for the whole review stands for every look.
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
  if (first.contested === 'verdicts') return { outcome: 'unscreened', contested: 'title-abstract' };
  if (late.length > 0) {
    const last = settle(late.map(asVerdict));
    if (first.verdict === 'exclude') return { outcome: 'unscreened', contested: 'stages' };
    if (last.contested === 'verdicts') return { outcome: 'unassessed', contested: 'full-text' };
    const outcomes: Record<Verdict, Outcome> = {
      include: 'included',
      maybe: 'unassessed',
      'not-retrieved': 'not-retrieved',
      exclude: 'excluded-full-text',
    };
    return {
      outcome: outcomes[last.verdict ?? 'maybe'],
      reason: last.reason,
      contested: last.contested,
    };
  }
  if (early.length === 0) return { outcome: open ? 'unscreened' : 'included' };
  const outcomes: Record<Verdict, Outcome> = {
    include: 'unassessed',
    maybe: 'unscreened',
    'not-retrieved': 'not-retrieved',
    exclude: 'excluded',
  };
  return {
    outcome: outcomes[first.verdict ?? 'maybe'],
    reason: first.reason,
    contested: first.contested,
  };
}

/** Whether a paper is out of the review, and so of the survey. */
export const isLeftOut = (outcome: Outcome): boolean =>
  outcome === 'excluded' || outcome === 'excluded-full-text' || outcome === 'not-retrieved';

/** Why a paper is out, in the words of the decision that left it out, and where that stands. */
export function exclusionIn(
  { outcome, reason, decisions }: Screened,
  { screening: say }: PageWords,
): { reason: string; file: string; line?: number | undefined } {
  const decision = decisions.find(
    (each) =>
      (each.verdict === 'exclude' || each.verdict === 'not-retrieved') &&
      (reason === undefined || reasonsOf(each).includes(reason)),
  );
  const unsaid = outcome === 'not-retrieved' ? say.notRetrieved : say.noReason;
  return {
    reason: withoutPrivate(decision?.reason?.trim() || (reason ?? unsaid)),
    file: decision?.file ?? '',
    line: decision?.line,
  };
}

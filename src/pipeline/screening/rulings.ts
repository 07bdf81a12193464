import {
  type Correction,
  type Decision,
  type Message,
  type PermalinkEntry,
  permalinkLedgerFile,
  type Screened,
} from '../../model/index.ts';
import { asVerdict } from '../../screening/index.ts';
import { withoutPrivate } from '../../text/index.ts';
import { sourceOfDecision } from './lay-on.ts';

/** An `exclude` correction as the decision that it is. */
export function decisionOf({
  stage,
  reason,
  file,
  line,
}: Extract<Correction, { exclude: unknown }>): Decision {
  return { names: [], stage, verdict: 'exclude', reason, more: {}, file, line };
}

/** The withdrawal of a permalink as a decision on its paper. */
export function withdrawalDecision({ fate }: PermalinkEntry): Decision {
  const reason = fate.status === 'withdrawn' ? fate.reason : undefined;
  return { names: [], verdict: 'exclude', reason, more: {}, file: permalinkLedgerFile };
}

const reasonsDiffer = (title: string, { decisions, reason = '' }: Screened): Message => {
  const said = decisions.flatMap(({ verdict, reason: stated, file, line }) =>
    verdict === 'exclude' && stated !== undefined
      ? [`“${withoutPrivate(stated)}” in ${file}${line === undefined ? '' : `:${line}`}`]
      : [],
  );
  const [first] = decisions;
  return {
    code: 'decisions-contradict',
    severity: 'warning',
    ...(first === undefined ? {} : { source: sourceOfDecision(first) }),
    text: `“${title}” is excluded for different reasons: ${said.join(', ')}. It is counted under “${reason}”.`,
    hint: 'Agree, and change one of them; or add a row whose reviewer is “consensus”.',
  };
};

/** That the decisions on a paper contradict each other. Who took them is not said, for messages are published. */
export function contradiction(title: string, screened: Screened): Message {
  const { decisions, contested } = screened;
  if (contested === 'reasons') return reasonsDiffer(title, screened);
  const said = decisions
    .map(asVerdict)
    .map(
      ({ verdict, stage, file, line }) =>
        `${verdict}${stage === undefined ? '' : ` (${stage})`} in ${file}${line === undefined ? '' : `:${line}`}`,
    );
  const [first] = decisions;
  return {
    code: 'decisions-contradict',
    severity: 'warning',
    ...(first === undefined ? {} : { source: sourceOfDecision(first) }),
    text: `Decisions on “${title}” contradict each other: ${said.join(', ')}.`,
    hint:
      contested === 'stages'
        ? 'Take one of them back: what is left out at one look is not decided on at another.'
        : 'Agree, and change one of them; or add a row whose reviewer is “consensus”.',
  };
}

import {
  type Correction,
  type Decision,
  type Message,
  type PermalinkEntry,
  permalinkLedgerFile,
  type Screened,
} from '../../model/index.ts';
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

/** That the decisions on a paper contradict each other. Who took them is not said, for messages are published. */
export function contradiction(title: string, { decisions, contested }: Screened): Message {
  const said = decisions.map(
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

import type { Message, Survey } from '../../model/index.ts';
import { type CorrectionOfFact, formatMessage } from '../../pipeline/index.ts';
import { withCorrections } from './enriched-file.ts';

/** What was found so far: the text of the file, and the survey that it makes. */
export interface FoundState {
  enriched: string;
  survey: Survey;
}

/**
 * The state with more corrections. One that would bring an error into the survey, as when the papers of two released
 * permalinks turn out to be one, is left out and reported.
 *
 * @param build the survey that a text of the file makes
 */
export function withHarmless(
  state: FoundState,
  added: readonly CorrectionOfFact[],
  build: (enriched: string) => Survey,
): { state: FoundState; messages: Message[] } {
  const [only] = added;
  if (only === undefined) return { state, messages: [] };
  const enriched = withCorrections(state.enriched, added);
  const survey = build(enriched);
  const known = new Set(errorsOf(state.survey).map(formatMessage));
  const error = errorsOf(survey).find((message) => !known.has(formatMessage(message)));
  if (error === undefined) return { state: { enriched, survey }, messages: [] };
  if (added.length === 1) return { state, messages: [leftOut(only, error)] };
  const middle = Math.ceil(added.length / 2);
  const first = withHarmless(state, added.slice(0, middle), build);
  const second = withHarmless(first.state, added.slice(middle), build);
  return { state: second.state, messages: [...first.messages, ...second.messages] };
}

function errorsOf({ messages }: Survey): Message[] {
  return messages.filter(({ severity }) => severity === 'error');
}

function leftOut({ match, evidence }: CorrectionOfFact, error: Message): Message {
  return {
    code: 'correction-left-out',
    severity: 'warning',
    text: `What ${evidence.join(', ')} says of ${Object.values(match).join(', ')} is left out, because the survey would have an error with it (${error.code}): ${error.text}`,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
}

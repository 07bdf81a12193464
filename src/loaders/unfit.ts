import { unfitAt } from '../text/index.ts';
import type { ContentProblem } from './content-error.ts';

/** What is said of the first character of a text that no page can hold, and where it stands; undefined where all can be held. */
export function unfitProblem(
  text: string,
): { at: number; problem: Omit<ContentProblem, 'file' | 'line'> } | undefined {
  const [at] = unfitAt(text);
  if (at === undefined) return undefined;
  const problem = {
    text: 'a character was found that no page can hold: a control sign such as NUL, or half of a letter (\\uD800 to \\uDFFF)',
    hint: 'Delete it; an editor that shows invisible characters finds it.',
  };
  return { at, problem };
}

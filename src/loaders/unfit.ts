import { unfitAt } from '../text/index.ts';
import type { ContentProblem } from './content-error.ts';

/** Something wrong in a text, and where it stands. */
interface TextProblem {
  at: number;
  problem: Omit<ContentProblem, 'file' | 'line'>;
}

/** What is said of the first character of a text that no page can hold; undefined where all can be held. */
export function unfitProblem(text: string): TextProblem | undefined {
  const [at] = unfitAt(text);
  if (at === undefined) return undefined;
  const problem = {
    text: 'a character was found that no page can hold: a control sign such as NUL, or half of a letter (\\uD800 to \\uDFFF)',
    hint: 'Delete it; an editor that shows invisible characters finds it.',
  };
  return { at, problem };
}

/** `<<<<<<< HEAD`, at the head of a line, as git leaves it. */
const CONFLICT = /^(?:<{7}|>{7}) \S.*$/m;

/** What is said of the first mark of an unresolved merge; undefined where there is none. */
export function conflictProblem(text: string): TextProblem | undefined {
  const conflict = CONFLICT.exec(text);
  if (conflict === null) return undefined;
  const problem = {
    text: `a mark of an unresolved merge was found, ${conflict[0]}`,
    hint: 'Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  };
  return { at: conflict.index, problem };
}

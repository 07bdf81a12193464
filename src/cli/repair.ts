import { repairMath } from '../text/index.ts';
import { answerLines } from './text-lines.ts';

/** Lines of JSON in and out: each text with `$..$` restored, and where its formulas stand. */
export const repair = (): Promise<void> =>
  answerLines((text) => {
    const repaired = repairMath(text);
    return { text: repaired.text, spans: repaired.spans };
  });

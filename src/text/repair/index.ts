import { scanMath } from '../math/index.ts';
import { unpackModel } from './model/index.ts';
import { leftRuns, placesBefore } from './left.ts';
import { type Repair, repairWith } from './repair.ts';
import { thresholds } from './thresholds.ts';
import { tokenise } from './tokens/index.ts';
import packed from './model/weights.json' with { type: 'json' };

export { restoreCommands, strip } from './latex/index.ts';
export { placesBefore };

/** No abstract is longer. */
const MAX_LENGTH = 20_000;

const model = unpackModel(packed);

/**
 * Puts back the `$` and backslashes that a page of the stripping kind took from a text: `Min R^{mtimes n}` becomes
 * `$M\in \mathbb{R}^{m\times n}$`. Only for text of such a page. What is doubtful stays as it was. Stripping the
 * result gives the text, and KaTeX reads every formula of it. A text that has its formulas keeps them, and gets no
 * others.
 *
 * @param text a title or abstract, white space collapsed; longer than 20,000 characters it is left alone.
 * @returns the text with `$..$`, where its formulas stand, and what looks like one and was left.
 */
export function repairMath(text: string): Repair {
  if (text.length > MAX_LENGTH) return { text, spans: [], left: [] };
  const intact = scanMath(text);
  if (intact.length === 0) return repairWith(model, thresholds, text);
  const places = intact.map(({ start, end }) => [start, end] as const);
  return {
    text,
    left: leftRuns(tokenise(text), [], places, [], model.vocabulary, 'beside-intact'),
    spans: intact.map(({ start, end, latex, origin }) => ({
      start,
      end,
      latex,
      origin,
      confidence: 1,
    })),
  };
}

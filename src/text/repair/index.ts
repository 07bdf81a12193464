import { scanMath } from '../scan-math.ts';
import { unpackModel } from './model.ts';
import { type Repair, repairWith, type Thresholds } from './repair.ts';
import packed from './weights.json' with { type: 'json' };

export type { Repair } from './repair.ts';

/** Chosen on held-out abstracts for precision. */
export const thresholds: Thresholds = { hard: 0.7, soft: 0.7, alone: 0.95 };

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
 * @returns the text with `$..$`, and where its formulas stand.
 */
export function repairMath(text: string): Repair {
  if (text.length > MAX_LENGTH) return { text, spans: [] };
  const intact = scanMath(text);
  if (intact.length === 0) return repairWith(model, thresholds, text);
  return {
    text,
    spans: intact.map(({ start, end, latex, origin }) => ({
      start,
      end,
      latex,
      origin,
      confidence: 1,
    })),
  };
}

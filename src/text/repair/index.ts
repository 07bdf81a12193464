import { scanMath } from '../math/index.ts';
import { leftRuns, placesBefore } from './left.ts';
import { type Model, unpackModel } from './model/index.ts';
import network from './model/network.json' with { type: 'json' };
import packed from './model/weights.json' with { type: 'json' };
import { type Repair, repairWith } from './repair.ts';
import { thresholds } from './thresholds.ts';
import { tokenise } from './tokens/index.ts';

export { restoreCommands, strip } from './latex/index.ts';
export { placesBefore };

/** No abstract is longer. */
const MAX_LENGTH = 20_000;

/** Texts whose repairs are remembered: those of a large survey, which is read again at each change in development. */
const MOST_KNOWN = 5_000;
/** Repairs by text, the latest last: judging a text takes tens of milliseconds. */
const known = new Map<string, Repair>();

let unpacked: Model | undefined;
/** The shipped model; unpacked when a text needs it. */
const shipped = () => (unpacked ??= unpackModel(packed, network));

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
  if (intact.length === 0) return remembered(text);
  const places = intact.map(({ start, end }) => [start, end] as const);
  return {
    text,
    left: leftRuns(tokenise(text), [], places, [], shipped().vocabulary, 'beside-intact'),
    spans: intact.map(({ start, end, latex, origin }) => ({
      start,
      end,
      latex,
      origin,
      confidence: 1,
    })),
  };
}

function remembered(text: string): Repair {
  const repair = known.get(text) ?? repairWith(shipped(), thresholds, text);
  known.delete(text);
  known.set(text, repair);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return repair;
}

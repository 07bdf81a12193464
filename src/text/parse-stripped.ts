import type { LeftText, RichText } from '../model/index.ts';
import { parseTex, type TexMessage } from './tex/index.ts';
import { collapse } from './collapse.ts';
import { mapInlines } from './rich/index.ts';
import { placesBefore, repairMath, restoreCommands, strip } from './repair/index.ts';

/** A text of a page that strips its formulas, read. */
export interface ParsedStripped {
  rich: RichText;
  messages: TexMessage[];
  /** What looks like a stripped formula and stays as the page prints it, in order. */
  left: LeftText[];
}

/**
 * Text of a page that takes `$` and backslashes from its formulas, as rich text with the formulas put back: `Min
 * R^{mtimes n}` becomes a formula of origin `repaired` whose `source` is what stands in the seed. What is doubtful
 * stays text, and is told.
 */
export function parseStripped(source: string): ParsedStripped {
  const given = collapse(source);
  const { text, spans, left } = repairMath(given);
  const rebuilt = spans.filter(({ origin }) => origin === 'repaired');
  const places = placesBefore(text, rebuilt);
  const repaired = rebuilt.map(({ start, end, confidence }, index) => {
    const [from, to] = places[index] ?? [start, end];
    return { latex: text.slice(start, end), confidence, at: { start: from, end: to } };
  });
  const parsed = parseTex(restoreCommands(text));
  let next = 0;
  const rich = mapInlines(parsed.rich, (node) => {
    const found = repaired[next];
    if (node.type !== 'math' || found === undefined || node.source !== found.latex) return [node];
    next += 1;
    const { confidence, at } = found;
    const source = strip(node.source);
    return [{ ...node, origin: 'repaired', source, repair: { confidence, at } }];
  });
  return {
    ...parsed,
    rich,
    left: left.map(({ start, end, reason, confidence }) => ({
      text: given.slice(start, end),
      at: { start, end },
      reason,
      confidence,
    })),
  };
}

import type { RichText } from '../model/index.ts';
import { parseTex, type TexMessage } from './parse-tex.ts';
import { collapse } from './collapse.ts';
import { repairMath } from './repair/index.ts';
import { strip } from './repair/strip.ts';

/**
 * Text of a page that takes `$` and backslashes from its formulas, as rich text with the formulas put back: `Min
 * R^{mtimes n}` becomes a formula of origin `repaired` whose `source` is what stands in the seed. What is doubtful
 * stays text.
 */
export function parseStripped(source: string): { rich: RichText; messages: TexMessage[] } {
  const { text, spans } = repairMath(collapse(source));
  const repaired = spans
    .filter(({ origin }) => origin === 'repaired')
    .map(({ start, end }) => text.slice(start, end));
  const parsed = parseTex(text);
  let next = 0;
  const mark = (rich: RichText): RichText =>
    rich.map((node) => {
      if ('children' in node) return { ...node, children: mark(node.children) };
      if (node.type !== 'math' || node.source !== repaired[next]) return node;
      next += 1;
      return { ...node, origin: 'repaired', source: strip(node.source) };
    });
  return { ...parsed, rich: mark(parsed.rich) };
}

import type { MathNode, RichText } from '../../model/index.ts';

/** The formulas of a text in reading order, also those inside emphasis and links. */
export function mathSpans(rich: RichText): MathNode[] {
  return rich.flatMap((node) => {
    if (node.type === 'math') return [node];
    return 'children' in node ? mathSpans(node.children) : [];
  });
}

/** Whether a text has a formula. */
export function hasMath(rich: RichText): boolean {
  return rich.some(
    (node) => node.type === 'math' || ('children' in node && hasMath(node.children)),
  );
}

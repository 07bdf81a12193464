import type { Inline, MathNode, RichText } from '../../model/index.ts';

/** The nodes of a text in reading order, each before those it holds. */
export function inlines(rich: RichText): Inline[] {
  return rich.flatMap((node) => ('children' in node ? [node, ...inlines(node.children)] : [node]));
}

/** The formulas of a text in reading order, also those inside emphasis and links. */
export function mathSpans(rich: RichText): MathNode[] {
  return inlines(rich).filter((node) => node.type === 'math');
}

/** True when a text has a formula. */
export function hasMath(rich: RichText): boolean {
  return mathSpans(rich).length > 0;
}

/**
 * A text as a string: what `of` makes of each node, one after the other.
 *
 * @param of gets a node, what it holds as a string (empty where it holds nothing), and its place among its siblings.
 */
export function render(
  rich: RichText,
  of: (node: Inline, inner: string, at: number, siblings: RichText) => string,
): string {
  return rich
    .map((node, at) => of(node, 'children' in node ? render(node.children, of) : '', at, rich))
    .join('');
}

/** The text with each node replaced by what `change` makes of it, in reading order, those that a node holds first. */
export function mapInlines(rich: RichText, change: (node: Inline) => RichText): RichText {
  return rich.flatMap((node) =>
    change('children' in node ? { ...node, children: mapInlines(node.children, change) } : node),
  );
}

/** The text with its links' content in their place, for where the whole text is a link. */
export function withoutLinks(rich: RichText): RichText {
  return mapInlines(rich, (node) => (node.type === 'link' ? node.children : [node]));
}

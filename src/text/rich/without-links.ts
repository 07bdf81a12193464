import type { RichText } from '../../model/index.ts';

/** The text with its links' content in their place, for where the whole text is a link. */
export function withoutLinks(rich: RichText): RichText {
  return rich.flatMap((node) => {
    if (node.type === 'link') return withoutLinks(node.children);
    return 'children' in node ? [{ ...node, children: withoutLinks(node.children) }] : [node];
  });
}

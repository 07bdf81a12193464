import type { Element, ElementContent, Root, RootContent } from 'hast';
import { gluedAfter, gluedBefore } from '../text/index.ts';

/** Longest formula that is kept on one line, in characters drawn. */
const SHORT = 20;

/**
 * A rehype plugin for human-written prose, after KaTeX: a short formula and the stop, bracket or rest of a word that
 * belongs to it go into a `<span class="unbroken">`, as in titles and abstracts.
 */
export function keepFormulas(): (tree: Root) => void {
  return keepIn;
}

function keepIn(parent: Root | Element): void {
  const { children } = parent;
  for (const [at, child] of children.entries()) {
    if (child.type !== 'element') continue;
    if (!hasClass(child, 'katex')) keepIn(child);
    else if (drawn(child).length <= SHORT) keepOne(children, at, child);
  }
}

function keepOne(children: (RootContent | ElementContent)[], at: number, formula: Element): void {
  const [left, right] = [children[at - 1], children[at + 1]];
  const before = left?.type === 'text' ? gluedBefore(left.value) : '';
  const after = right?.type === 'text' ? gluedAfter(right.value) : '';
  if (left?.type === 'text') left.value = left.value.slice(0, left.value.length - before.length);
  if (right?.type === 'text') right.value = right.value.slice(after.length);
  children[at] = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unbroken'] },
    children: [{ type: 'text', value: before }, formula, { type: 'text', value: after }],
  };
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** What a formula draws: its text but for the MathML. */
function drawn(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || hasClass(node, 'katex-mathml')) return '';
  return node.children.map(drawn).join('');
}

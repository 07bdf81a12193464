import type { Inline, RichText } from '../../model/index.ts';
import { sentenceEnds } from '../sentences.ts';
import { inlineToPlain } from './plain.ts';

const ELLIPSIS = ' …';

/**
 * The beginning of a text for a list: as many whole sentences as fit, else the words that fit and ` …`. A formula is
 * kept whole or left out.
 *
 * @param maxChars of the plain rendering, the ellipsis included.
 */
export function firstSentences(rich: RichText, maxChars: number): RichText {
  const masked = rich.map((node) => mask(node)).join('');
  if (masked.length <= maxChars) return rich;
  const sentenceEnd = sentenceEnds(masked).findLast((end) => end <= maxChars);
  if (sentenceEnd !== undefined) return cut(rich, sentenceEnd).nodes;
  const { nodes } = cut(rich, wordEnd(masked, Math.max(0, maxChars - ELLIPSIS.length)));
  return [...nodes, { type: 'text', value: nodes.length === 0 ? ELLIPSIS.trim() : ELLIPSIS }];
}

/** Stands for one character of a formula: no blank and no full stop, so nothing ends inside it. */
const MASK = '\ue000';

/** The plain text of a node, formulas masked, same length. */
function mask(node: Inline): string {
  if (node.type === 'math') return MASK.repeat(inlineToPlain(node).length);
  return 'children' in node ? node.children.map(mask).join('') : inlineToPlain(node);
}

/** Where the last word ends that fits into `limit`; a single longer word is cut, a formula is not. */
function wordEnd(masked: string, limit: number): number {
  if (/\s/.test(masked.charAt(limit))) return limit;
  const blank = masked.slice(0, limit).search(/\s\S*$/);
  if (blank > 0) return blank;
  let end = limit;
  while (end > 0 && masked[end] === MASK && masked[end - 1] === MASK) end--;
  // Not between the two halves of a character.
  return /[\udc00-\udfff]/.test(masked.charAt(end)) ? end - 1 : end;
}

/** The nodes up to `length` characters of plain text, and how many of these are left. */
function cut(rich: RichText, length: number): { nodes: Inline[]; left: number } {
  const nodes: Inline[] = [];
  let left = length;
  for (const node of rich) {
    if (left <= 0) break;
    if (node.type === 'text' || node.type === 'code') {
      nodes.push({ ...node, value: node.value.slice(0, left) });
      left -= node.value.length;
    } else if ('children' in node) {
      const inner = cut(node.children, left);
      nodes.push({ ...node, children: inner.nodes });
      left = inner.left;
    } else {
      const size = inlineToPlain(node).length;
      if (size <= left) nodes.push(node);
      left -= size;
    }
  }
  return { nodes: trimEnd(nodes), left };
}

function trimEnd(nodes: Inline[]): Inline[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }];
}

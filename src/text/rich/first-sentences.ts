import type { Inline, RichText } from '../../model/index.ts';
import { sentenceEnds } from '../sentences.ts';
import { inlineToPlain } from './plain.ts';
import { mapInlines, render } from './walk.ts';

const ELLIPSIS = ' …';

/**
 * The beginning of a text for a list: as many whole sentences as fit, else the words that fit and ` …`. A formula is
 * kept whole or left out.
 *
 * @param maxChars of the plain rendering, the ellipsis included.
 */
export function firstSentences(rich: RichText, maxChars: number): RichText {
  const masked = render(rich, masking);
  if (masked.length <= maxChars) return rich;
  const sentenceEnd = sentenceEnds(masked).findLast((end) => end <= maxChars);
  if (sentenceEnd !== undefined) return cut(rich, sentenceEnd);
  const nodes = cut(rich, wordEnd(masked, Math.max(0, maxChars - ELLIPSIS.length)));
  return [...nodes, { type: 'text', value: nodes.length === 0 ? ELLIPSIS.trim() : ELLIPSIS }];
}

/** Stands for one character of a formula: no blank and no full stop, so nothing ends inside it. */
const MASK = '\ue000';

/** The plain text of a node, formulas masked, same length. */
function masking(node: Inline, inner: string): string {
  const plain = inlineToPlain(node, inner);
  return node.type === 'math' ? MASK.repeat(plain.length) : plain;
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

/** The nodes up to `length` characters of plain text. */
function cut(rich: RichText, length: number): RichText {
  let left = length;
  const nodes = mapInlines(rich, (node) => {
    if ('children' in node) return node.children.length === 0 ? [] : [node];
    const room = left;
    const size = inlineToPlain(node, '').length;
    left -= size;
    if (room <= 0) return [];
    if (size <= room) return [node];
    return 'value' in node ? [{ ...node, value: node.value.slice(0, room) }] : [];
  });
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }];
}

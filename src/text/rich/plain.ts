import type { Inline, RichText } from '../../model/index.ts';
import { collapse } from '../collapse.ts';
import { mathToPlain } from '../math/index.ts';
import { render } from './walk.ts';

/** The text as a person would type it: no markup, math in Unicode (`R⁴ec`, `±1`, `x ∈ ℝ^d`), white space collapsed. */
export function toPlain(rich: RichText): string {
  return collapse(render(rich, inlineToPlain));
}

/** One node around the plain text of what it holds; blanks at its ends are kept, so that neighbours can be joined. */
export function inlineToPlain(node: Inline, inner: string): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.value;
    case 'math':
      return mathToPlain(node.latex);
    case 'break':
      return ' ';
    default:
      return inner;
  }
}

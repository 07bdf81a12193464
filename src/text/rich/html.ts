import type { Inline, RichText } from '../../model/index.ts';
import { escapeHtml } from '../escape-html.ts';
import { renderMath } from '../math/index.ts';
import { type Glue, glueOf } from './glue.ts';
import { mathSpans, render } from './walk.ts';

/**
 * Phrasing HTML of a rich text, safe to put into a paragraph. Formulas are HTML with MathML; one that cannot be typeset
 * is its LaTeX in `<code class="tex-source">`. An inline formula and the signs that belong to it stand in a `<span
 * class="unbroken">`. A displayed formula, and one with a part too wide for a narrow column, stands in a span that can
 * scroll and be focused.
 */
export function toHtml(rich: RichText): string {
  return render(rich, inlineToHtml);
}

/**
 * Phrasing HTML of a rich text for a page without the styles of the site, safe to put into a paragraph: formulas are MathML
 * alone, and one that cannot be typeset is its LaTeX in `<code>`.
 */
export function toPlainHtml(rich: RichText): string {
  return render(rich, (node, inner, at, siblings) => {
    if (node.type !== 'math') return inlineToHtml(node, inner, at, siblings);
    const { before, after } = node.display ? { before: '', after: '' } : glueOf(siblings, at);
    return escapeHtml(before) + toMathMl(node.latex, node.display) + escapeHtml(after);
  });
}

/** MathML of a formula; of one that cannot be typeset its LaTeX in `<code>`. */
export function toMathMl(latex: string, display: boolean): string {
  const rendered = renderMath(latex, display);
  if ('reason' in rendered) return `<code>${escapeHtml(latex)}</code>`;
  const { html } = rendered;
  const math = html.slice(html.indexOf('<math'), html.indexOf(MATH_END) + MATH_END.length);
  return math.replace(NAMESPACE, '');
}

const MATH_END = '</math>';
/** HTML knows it. */
const NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"';

function inlineToHtml(node: Inline, inner: string, at: number, siblings: RichText): string {
  switch (node.type) {
    case 'text': {
      // What is glued to a formula stands with it.
      const from = glueOf(siblings, at - 1).after.length;
      const to = node.value.length - glueOf(siblings, at + 1).before.length;
      return escapeHtml(node.value.slice(from, to));
    }
    case 'emphasis':
      return `<em>${inner}</em>`;
    case 'strong':
      return `<strong>${inner}</strong>`;
    case 'smallcaps':
      return `<span class="small-caps">${inner}</span>`;
    case 'code':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'link':
      return `<a href="${escapeHtml(node.href)}">${inner}</a>`;
    case 'break':
      return '<br>';
    case 'math': {
      if (!node.display) return inlineMath(node.latex, glueOf(siblings, at));
      const rendered = renderMath(node.latex, true);
      return 'reason' in rendered ? sourceOf(node.latex) : scrolling('math-display', rendered.html);
    }
  }
}

const sourceOf = (latex: string) => `<code class="tex-source">${escapeHtml(latex)}</code>`;

/** A formula in a box that scrolls, and that the keyboard reaches. */
const scrolling = (kind: string, html: string) =>
  `<span class="${kind}" role="group" aria-label="Formula" tabindex="0">${html}</span>`;

/** KaTeX lets a line break between these and nowhere else. */
const PART = '<span class="katex-base">';
/** Longest part that fits into the narrowest column, in characters drawn. */
const NARROW = 24;
/** Longest formula, with what is glued to it, that a line can spare. */
const SHORT = 20;

/** Characters that a part of a formula draws. */
const drawn = (part: string) => [...part.replace(/<[^>]*>/g, '')].length;

/** A formula in running text with what is glued to it; where the two are short no line breaks inside them. */
function inlineMath(latex: string, glued: Glue): string {
  const [before, after] = [escapeHtml(glued.before), escapeHtml(glued.after)];
  const rendered = renderMath(latex, false);
  if ('reason' in rendered) return before + sourceOf(latex) + after;
  const { html } = rendered;
  const [start = '', ...parts] = html.split(PART);
  if (parts.some((part) => drawn(part) > NARROW)) {
    return before + scrolling('math-wide', html) + after;
  }
  const length = parts.reduce((sum, part) => sum + drawn(part), before.length + after.length);
  const isLong = length > SHORT;
  if (before === '' && after === '' && (parts.length < 2 || isLong)) return html;
  const inner = parts.map((part, i) => (i > 0 && isLong ? '<wbr>' : '') + PART + part).join('');
  return `<span class="unbroken">${before}${start}${inner}${after}</span>`;
}

/** The formulas of a text that {@link toHtml} shows as LaTeX source, each with KaTeX's reason. */
export function mathProblems(rich: RichText): { latex: string; reason: string }[] {
  return mathSpans(rich).flatMap(({ latex, display }) => {
    const rendered = renderMath(latex, display);
    return 'reason' in rendered ? [{ latex, reason: rendered.reason }] : [];
  });
}

/** Commands in the formulas of a text that KaTeX does not know and {@link toHtml} sets as operators: `\foo` as “foo”. */
export function unknownMathCommands(rich: RichText): string[] {
  const unknown = mathSpans(rich).flatMap(({ latex, display }) => {
    const rendered = renderMath(latex, display);
    return 'reason' in rendered ? [] : rendered.unknown;
  });
  return [...new Set(unknown)];
}

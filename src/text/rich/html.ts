import type { Inline, RichText } from '../../model/index.ts';
import { type Glue, glue } from './glue.ts';
import { mathSpans } from './math-spans.ts';
import { renderMath } from '../math/index.ts';

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES.get(c) ?? c);
}

/**
 * Phrasing HTML of a rich text, safe to put into a paragraph. Formulas are HTML with MathML; one that cannot be typeset
 * is its LaTeX in `<code class="tex-source">`. An inline formula and the signs that belong to it stand in a `<span
 * class="unbroken">`. A displayed formula, and one with a part too wide for a narrow column, stands in a span that can
 * scroll and be focused.
 */
export function toHtml(rich: RichText): string {
  const glued = glue(rich);
  return rich
    .map((node, i) => {
      if (node.type === 'math' && !node.display) return inlineMath(node.latex, glued.get(i));
      if (node.type !== 'text') return inlineToHtml(node);
      const from = glued.get(i - 1)?.after.length ?? 0;
      const to = node.value.length - (glued.get(i + 1)?.before.length ?? 0);
      return escapeHtml(node.value.slice(from, to));
    })
    .join('');
}

function inlineToHtml(node: Inline): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'emphasis':
      return `<em>${toHtml(node.children)}</em>`;
    case 'strong':
      return `<strong>${toHtml(node.children)}</strong>`;
    case 'smallcaps':
      return `<span class="small-caps">${toHtml(node.children)}</span>`;
    case 'code':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'link':
      return `<a href="${escapeHtml(node.href)}">${toHtml(node.children)}</a>`;
    case 'break':
      return '<br>';
    case 'math': {
      if (!node.display) return inlineMath(node.latex);
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
function inlineMath(latex: string, glued: Glue = { before: '', after: '' }): string {
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

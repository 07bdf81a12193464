import type { Inline, RichText } from '../model/rich-text.ts';
import { mathSpans } from './math-spans.ts';
import { renderMath } from './render-math.ts';

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
 * is its LaTeX in `<code class="tex-source">`. A displayed formula stands in a `<span class="math-display">` that can
 * scroll and be focused.
 */
export function toHtml(rich: RichText): string {
  return rich.map(inlineToHtml).join('');
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
      const rendered = renderMath(node.latex, node.display);
      if ('reason' in rendered) return `<code class="tex-source">${escapeHtml(node.latex)}</code>`;
      if (!node.display) return rendered.html;
      return `<span class="math-display" role="group" aria-label="Formula" tabindex="0">${rendered.html}</span>`;
    }
  }
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

import type { Inline, RichText } from '../model/rich-text.ts';
import { glue } from './glue.ts';
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
 * is its LaTeX in `<code class="tex-source">`. An inline formula and the signs that belong to it stand in a `<span
 * class="unbroken">`. A displayed formula, and one with a part too wide for a narrow column, stands in a span that can
 * scroll and be focused.
 */
export function toHtml(rich: RichText): string {
  const glued = glue(rich);
  return rich
    .map((node, i) => {
      const own = glued.get(i);
      if (own) {
        const formula = breakable(inlineToHtml(node));
        return `<span class="unbroken">${escapeHtml(own.before)}${formula}${escapeHtml(own.after)}</span>`;
      }
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
      const rendered = renderMath(node.latex, node.display);
      if ('reason' in rendered) return `<code class="tex-source">${escapeHtml(node.latex)}</code>`;
      if (!node.display && widestPart(rendered.html) <= NARROW) return rendered.html;
      const kind = node.display ? 'math-display' : 'math-wide';
      return `<span class="${kind}" role="group" aria-label="Formula" tabindex="0">${rendered.html}</span>`;
    }
  }
}

/** Characters of mathematics that fit into the narrowest column. */
const NARROW = 24;
/** KaTeX lets a line break between these and nowhere else. */
const PART = '<span class="katex-base">';

/** A formula whose lines may break between its parts even where the text around it must not. */
function breakable(html: string): string {
  const [start = '', ...parts] = html.split(PART);
  return start + parts.map((part, i) => (i === 0 ? '' : '<wbr>') + PART + part).join('');
}

/** Characters in the longest stretch of a formula that no line can break. */
function widestPart(html: string): number {
  const [, ...parts] = html.split(PART);
  return parts.reduce((most, part) => Math.max(most, [...part.replace(/<[^>]*>/g, '')].length), 0);
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

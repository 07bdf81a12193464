import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import macroTable from './tables/math-macros.json' with { type: 'json' };

/** A formula as HTML with MathML, or why there is none. */
export type RenderedMath = { html: string } | { reason: string };

/** KaTeX writes what it will not render in this colour; no author uses it, so its presence means failure. */
const ERROR_COLOUR = '#e0ba5e';
/** Longer formulas are not typeset: nobody writes them, and they would cost more than the rest of the page. */
const MAX_LENGTH = 10_000;
/** KaTeX reads groups recursively. */
const MAX_DEPTH = 150;
/** A formula with more unknown commands than this is not LaTeX. */
const MAX_UNKNOWN = 12;
const MAX_REMEMBERED = 50_000;

/** What authors use and KaTeX lacks, as KaTeX macros: `\eps`, `\mbox{#1}`. */
const MACROS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(macroTable).map(([name, body]) => [`\\${name}`, body]),
);

const remembered = new Map<string, RenderedMath>();

/**
 * Renders a formula through rehype-katex. A command KaTeX does not know is set as an operator name: `\foo` as "foo".
 * The same formula is rendered once.
 *
 * @param latex without delimiters.
 */
export function renderMath(latex: string, display: boolean): RenderedMath {
  const key = (display ? 'd' : 'i') + latex;
  const known = remembered.get(key);
  if (known) return known;
  const rendered = render(latex, display);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, rendered);
  return rendered;
}

function render(latex: string, display: boolean): RenderedMath {
  if (latex.length > MAX_LENGTH) return { reason: 'The formula is too long to be typeset.' };
  if (depth(latex) > MAX_DEPTH) return { reason: 'The formula is nested too deep to be typeset.' };
  const macros: Record<string, string> = { ...MACROS };
  for (let attempt = 0; ; attempt++) {
    const children = typeset(latex, display, macros);
    const reason = failure(children);
    if (reason === undefined) return { html: toHtml({ type: 'root', children }) };
    const unknown = UNDEFINED_COMMAND.exec(reason)?.[1];
    if (unknown === undefined || macros[unknown] !== undefined || attempt >= MAX_UNKNOWN) {
      return { reason };
    }
    const name = unknown.slice(1);
    macros[unknown] = `\\TextOrMath{\\text{${name}}}{\\operatorname{${name}}}`;
  }
}

/** KaTeX's message for a command it does not know. */
const UNDEFINED_COMMAND = /Undefined control sequence: (\\[A-Za-z]+)/;

function typeset(
  latex: string,
  display: boolean,
  macros: Record<string, string>,
): ElementContent[] {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'code',
        properties: { className: ['language-math', display ? 'math-display' : 'math-inline'] },
        children: [{ type: 'text', value: latex }],
      },
    ],
  };
  const processor = unified().use(rehypeKatex, {
    // KaTeX adds the macros a formula defines to this object; the next formula must not see them.
    macros: { ...macros },
    trust: false,
    strict: 'ignore',
    maxExpand: 1000,
    maxSize: 20,
    errorColor: ERROR_COLOUR,
  });
  // The plugin changes the tree in place.
  processor.runSync(tree);
  return tree.children.filter((node) => node.type !== 'doctype');
}

/** Why KaTeX could not render; undefined if it could. It marks errors in its output and does not throw. */
function failure(nodes: readonly ElementContent[]): string | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const reason = ownFailure(node) ?? failure(node.children);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function ownFailure({ properties }: Element): string | undefined {
  const classes = properties['className'];
  if (Array.isArray(classes) && classes.includes('katex-error')) {
    return String(properties['title']).replace(/^ParseError: /, '');
  }
  const coloured = [properties['style'], properties['mathcolor']].some(
    (value) => typeof value === 'string' && value.includes(ERROR_COLOUR),
  );
  return coloured ? 'The formula uses a command that is not allowed.' : undefined;
}

function depth(latex: string): number {
  let open = 0;
  let deepest = 0;
  for (let i = 0; i < latex.length; i++) {
    const c = latex[i];
    if (c === '\\') i++;
    else if (c === '{') deepest = Math.max(deepest, ++open);
    else if (c === '}') open--;
  }
  return deepest;
}

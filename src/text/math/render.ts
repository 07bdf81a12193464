import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import macroTable from '../tables/math-macros.json' with { type: 'json' };

/** A formula as HTML with MathML, with the commands that were set by name alone; or why there is none. */
export type RenderedMath = { html: string; unknown: readonly string[] } | { reason: string };

/** KaTeX writes what it will not render in this colour; no author uses it, so its presence means failure. */
const ERROR_COLOUR = '#e0ba5e';
/** Longer formulas are not typeset: nobody writes them, and they would cost more than the rest of the page. */
const MAX_LENGTH = 10_000;
/** KaTeX reads groups recursively. */
const MAX_DEPTH = 150;
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
  const children = typeset(latex, display, MACROS);
  const first = failures(children);
  if (first.length === 0) return { html: toHtml({ type: 'root', children }), unknown: [] };
  let remaining = first;
  // As the argument of a script an operator needs braces, which elsewhere would cost it its spacing.
  for (const frame of ['\\operatorname{*}', '{\\operatorname{*}}']) {
    const named = typeset(latex, display, { ...MACROS, ...operatorNames(first, frame) });
    remaining = failures(named);
    if (remaining.length === 0) {
      const unknown = first.flatMap((failure) => ('command' in failure ? failure.command : []));
      return { html: toHtml({ type: 'root', children: named }), unknown: [...new Set(unknown)] };
    }
  }
  const [failure] = remaining;
  const reason = failure && 'command' in failure ? `KaTeX does not know ${failure.command}.` : '';
  return { reason: failure && 'reason' in failure ? failure.reason : reason };
}

/** What KaTeX could not do: the formula as a whole, or one command of it. */
type Failure = { reason: string } | { command: string };

/** Macros that set each unknown command as an operator, in running text as text. @param frame with `*` for the name. */
function operatorNames(failures: readonly Failure[], frame: string): Record<string, string> {
  const macros: Record<string, string> = {};
  for (const failure of failures) {
    if ('reason' in failure || !/^\\[A-Za-z]+$/.test(failure.command)) continue;
    const name = failure.command.slice(1);
    macros[failure.command] = `\\TextOrMath{\\text{${name}}}{${frame.replace('*', name)}}`;
  }
  return macros;
}

function typeset(
  latex: string,
  display: boolean,
  macros: Readonly<Record<string, string>>,
): RootContent[] {
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
  return tree.children;
}

/** Where KaTeX failed. It marks errors in its output and does not throw. */
function failures(nodes: readonly RootContent[]): Failure[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const own = ownFailure(node);
    return own ? [own] : failures(node.children);
  });
}

function ownFailure(element: Element): Failure | undefined {
  const { className, title, style, mathcolor } = element.properties;
  if (Array.isArray(className) && className.includes('katex-error')) {
    return { reason: String(title).replace(/^ParseError: KaTeX parse error: /, '') };
  }
  const coloured = [style, mathcolor].some(
    (value) => typeof value === 'string' && value.includes(ERROR_COLOUR),
  );
  return coloured ? { command: textOf(element) } : undefined;
}

function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
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

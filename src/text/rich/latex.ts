import type { Inline, LinkNode, RichText } from '../../model/index.ts';
import doubleStruckTable from '../tables/double-struck.json' with { type: 'json' };
import symbolTable from '../tables/math-symbols.json' with { type: 'json' };
import scriptTable from '../tables/scripts.json' with { type: 'json' };
import { render } from './walk.ts';

/**
 * Characters that mean something to TeX, and signs that some of its fonts lack. Quotes and dashes stay as they are: every
 * engine sets them, and `'` would come back as a straight apostrophe.
 */
const ESCAPES = new Map<string, string>([
  ['\\', '\\textbackslash{}'],
  ['%', '\\%'],
  ['&', '\\&'],
  ['_', '\\_'],
  ['#', '\\#'],
  ['$', '\\$'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  // Spelt as formulas, which more readers of BibTeX know than \textless.
  ['<', '$<$'],
  ['>', '$>$'],
  ['|', '$|$'],
  ['\u00a0', '~'],
  ['\u2009', '\\,'],
  ['…', '\\ldots{}'],
  ['•', '\\textbullet{}'],
  ['†', '\\dag{}'],
  ['‡', '\\ddag{}'],
  ['™', '\\texttrademark{}'],
  ['`', '\\textasciigrave{}'],
]);

/**
 * Symbols no text font has, `≤`, as a formula, `\leq`: the name listed first. Letters, and what Latin-1 has, stay as they
 * are, in UTF-8.
 */
const FORMULAS = new Map<string, string>();

/** Signs of text, which formulas have names for, too. */
const OF_TEXT = /[–—‘’“”]/u;

/** Names that KaTeX has and LaTeX has not, as their letters look like Latin ones. */
const ONLY_KATEX = new Set(
  'Alpha Beta Epsilon Zeta Eta Iota Kappa Mu Nu Omicron Rho Tau Chi omicron'.split(' '),
);
for (const [character, letter] of Object.entries(doubleStruckTable)) {
  FORMULAS.set(letter, `\\mathbb{${character}}`);
}
for (const entries of Object.values(symbolTable)) {
  for (const [name, text] of Object.entries(entries)) {
    const isText = ESCAPES.has(text) || OF_TEXT.test(text);
    const single = [...text].length === 1 && text > '\u00ff' && !isText;
    if (single && !ONLY_KATEX.has(name) && !FORMULAS.has(text)) FORMULAS.set(text, `\\${name}`);
  }
}
for (const [mark, entries] of [
  ['^', scriptTable.superscript],
  ['_', scriptTable.subscript],
] as const) {
  for (const [character, script] of Object.entries(entries)) {
    if (script > '\u00ff' && !FORMULAS.has(script)) FORMULAS.set(script, `${mark}{${character}}`);
  }
}

/** LaTeX of a rich text for a BibTeX field: text escaped, formulas as `$..$`, braces always balanced. */
export function toLatex(rich: RichText): string {
  return render(rich, inlineToLatex);
}

/** LaTeX of a name: characters that mean something to TeX are escaped, letters of every script stay as they are. */
export function nameToLatex(name: string): string {
  return escapeLatex(name, NO_FORMULAS);
}

const NO_FORMULAS: ReadonlyMap<string, string> = new Map();

function inlineToLatex(node: Inline, inner: string): string {
  switch (node.type) {
    case 'text':
      return escapeLatex(node.value);
    case 'emphasis':
      return `\\emph{${inner}}`;
    case 'strong':
      return `\\textbf{${inner}}`;
    case 'smallcaps':
      return `\\textsc{${inner}}`;
    case 'code':
      return `\\texttt{${escapeLatex(node.value)}}`;
    case 'link':
      return linkToLatex(node, inner);
    case 'break':
      return '\\\\ ';
    case 'math':
      return (
        ofText(node.latex) ?? (balanced(node.latex) ? `$${node.latex}$` : escapeLatex(node.source))
      );
  }
}

/** `_{\text{ab}}`: a script of words, which text has a command for */
const TEXT_SCRIPT = /^([_^])\{\\text\{([^{}$\\]*)\}\}$/;

/** A script in running text by the command that needs no formula; undefined for any other formula. */
function ofText(latex: string): string | undefined {
  const [, sign, text] = TEXT_SCRIPT.exec(latex) ?? [];
  if (text === undefined) return undefined;
  return `\\text${sign === '^' ? 'super' : 'sub'}script{${text}}`;
}

function linkToLatex({ href, children }: LinkNode, inner: string): string {
  const address = href.replace(/[%#&_~^\\{}$]/g, (c) => ('%#&_'.includes(c) ? `\\${c}` : c));
  const [only] = children;
  if (children.length === 1 && only?.type === 'text' && only.value === href) {
    return `\\url{${href}}`;
  }
  return `\\href{${address}}{${inner}}`;
}

function escapeLatex(text: string, formulas: ReadonlyMap<string, string> = FORMULAS): string {
  const even = balanced(text.replaceAll('\\', ''));
  let latex = '';
  for (const c of text) {
    if (!even && (c === '{' || c === '}')) {
      // BibTeX counts even escaped braces.
      latex += c === '{' ? '\\textbraceleft{}' : '\\textbraceright{}';
    } else {
      // Two hyphens in a row are a dash to TeX.
      if (c === '-' && latex.endsWith('-')) latex += '{}';
      const formula = formulas.get(c);
      latex += ESCAPES.get(c) ?? (formula === undefined ? c : `$${formula}$`);
    }
  }
  return latex;
}

/** Whether every brace has its partner, escaped ones included, as BibTeX counts them. */
function balanced(latex: string): boolean {
  let open = 0;
  for (const c of latex) {
    if (c === '{') open++;
    else if (c === '}' && --open < 0) return false;
  }
  return open === 0;
}

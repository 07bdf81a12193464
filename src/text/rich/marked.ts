import type { RichText } from '../../model/index.ts';
import { collapse } from '../collapse.ts';
import { mathToPlain } from '../math/index.ts';
import scriptTable from '../tables/scripts.json' with { type: 'json' };
import { render } from './walk.ts';

/** What a format writes before and behind the parts of a text; a part that it has nothing for leaves its content. */
export interface Marks {
  emphasis?: readonly [before: string, after: string];
  strong?: readonly [before: string, after: string];
  smallcaps?: readonly [before: string, after: string];
  superscript?: readonly [before: string, after: string];
  subscript?: readonly [before: string, after: string];
}

/** What CSL has in its fields, and citation processors read (CSL-JSON, “HTML-like formatting tags”). */
export const CSL_MARKS: Marks = {
  emphasis: ['<i>', '</i>'],
  strong: ['<b>', '</b>'],
  smallcaps: ['<span style="font-variant:small-caps;">', '</span>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
};

/**
 * The text with its marks as a format has them, white space collapsed: `H<sub>2</sub>O in <i>E. coli</i>`. Formulas are
 * typed on one line, their scripts marked.
 *
 * @param encode what the format makes of text between marks
 */
export function toMarked(
  rich: RichText,
  marks: Marks,
  encode = (text: string): string => text,
): string {
  const marked = (mark: keyof Marks, inner: string) => {
    const [before, after] = marks[mark] ?? ['', ''];
    return `${before}${inner}${after}`;
  };
  return collapse(
    render(rich, (node, inner) => {
      switch (node.type) {
        case 'emphasis':
        case 'strong':
        case 'smallcaps':
          return marked(node.type, inner);
        case 'math':
          return scriptsOf(mathToPlain(node.latex))
            .map(({ mark, text }) => (mark ? marked(mark, encode(text)) : encode(text)))
            .join('');
        case 'break':
          return ' ';
        case 'link':
          return inner;
        default:
          return encode(node.value);
      }
    }),
  );
}

const lettersOf = (scripts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(scripts).map(([character, script]) => [script, character]));
const SCRIPTS = {
  superscript: lettersOf(scriptTable.superscript),
  subscript: lettersOf(scriptTable.subscript),
} as const;

/** `⁴`, `^{max}`, `^d`; `₂`, `_{ij}`, `_k`: scripts in a formula on one line */
const SCRIPT =
  /([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ]+)|([₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎]+)|([_^])(?:\{([^{}]*)\}|([\p{L}\p{N}]))/gu;

/** A formula on one line, its scripts apart. */
function scriptsOf(line: string): { mark?: 'superscript' | 'subscript'; text: string }[] {
  const parts: { mark?: 'superscript' | 'subscript'; text: string }[] = [];
  const typed = (mark: keyof typeof SCRIPTS, scripts: string) =>
    [...scripts].map((script) => SCRIPTS[mark].get(script) ?? script).join('');
  let at = 0;
  for (const { 0: all, 1: raised, 2: lowered, 3: sign, 4: group, 5: one, index } of line.matchAll(
    SCRIPT,
  )) {
    if (index > at) parts.push({ text: line.slice(at, index) });
    at = index + all.length;
    const mark = (raised ?? '') !== '' || sign === '^' ? 'superscript' : 'subscript';
    parts.push({ mark, text: group ?? one ?? typed(mark, raised ?? lowered ?? '') });
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}

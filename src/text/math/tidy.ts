import accentTable from '../tables/math-accents.json' with { type: 'json' };
import commandTable from '../tables/math-commands.json' with { type: 'json' };
import { commandAt, matchBraces } from '../control-sequence.ts';
import { table } from '../table.ts';

const accents = table(accentTable);
/** Commands with one argument that may themselves be the argument of an accent or script. */
const arguable = new Set([
  ...accents.keys(),
  ...commandTable.shown,
  ...commandTable.doubleStruck,
  ...commandTable.word,
]);

/** `_<4>`, `^<i,j>`: a seed's page wrote angle brackets for the braces of a script. */
const ANGLED_SCRIPT = /([_^])<([^<>]+)>/g;
/** `\unicode{x2014}`: MathJax's way to name a character, which arXiv pages show and KaTeX lacks. */
const CODE_POINT = /\\unicode\{x([0-9A-Fa-f]{1,5})\}/g;
/** `\\rm polylog`: a font for all that follows in its group. */
const FONT_SWITCH = /\\(?:rm|it|bf|sf|tt|cal)(?![A-Za-z])/g;
/** A switch to what the next command does anyway. */
const SWITCHED_TWICE = /\\rm\s*(?=\\mathrm\{)/g;

/** Commands between which `&` separates cells. */
const HAS_CELLS = /\\(?:begin|[pbvBV]?matrix|cases|substack|align|eqalign)(?![a-z])/;
/** `{#ff0000}`: a colour, the one place where a formula may hold `#`. */
const COLOUR = /\{#[0-9A-Fa-f]{3,6}\}/y;

/** `@{\,}`: what to put between columns, which KaTeX's arrays do not take. */
const COLUMN_GAP = /@\{[^{}]*\}/g;

/**
 * The body of a formula as LaTeX that KaTeX can read. `_<4>` becomes `_{4}` (`mended`); the rest is spelling: `%`, `#` and
 * `&`, which in an abstract are the characters themselves, are escaped, arguments that TeX finds without braces get them.
 */
export function tidyMath(body: string): { latex: string; mended: boolean } {
  const trimmed = body.trim();
  let braced = trimmed;
  let mended = false;
  // Scripts in scripts, innermost first.
  for (let depth = 0; depth < 3; depth++) {
    const once = braced.replace(ANGLED_SCRIPT, '$1{$2}');
    if (once === braced) break;
    braced = once;
    mended = true;
  }
  braced = braced.replace(
    CODE_POINT,
    (_, hex: string) => `\\text{${String.fromCodePoint(Number.parseInt(hex, 16))}}`,
  );
  const cells = HAS_CELLS.test(braced);
  if (cells) braced = braced.replace(COLUMN_GAP, '');
  let latex = '';
  for (let i = 0; i < braced.length; i++) {
    const c = braced.charAt(i);
    if (c === '\\') {
      // A control space at the end lost its blank in trimming.
      latex += c + (braced[i + 1] ?? ' ');
      i++;
    } else if (c === '%' || (c === '&' && !cells)) latex += `\\${c}`;
    else if (c === '#') {
      COLOUR.lastIndex = i - 1;
      latex += i > 0 && COLOUR.test(braced) ? c : '\\#';
    } else latex += c;
  }
  const plain = latex.replace(SWITCHED_TWICE, '');
  return { latex: braceArguments(cells ? plain : braceSwitch(plain)), mended };
}

/** A font switch outside of braces with braces around what it holds for, which readers of BibTeX want. */
function braceSwitch(latex: string): string {
  const paired = /\\left(?![a-z])|\\begin/.test(latex);
  for (const { index } of paired ? [] : latex.matchAll(FONT_SWITCH)) {
    const before = latex.slice(0, index);
    if (before.split('{').length === before.split('}').length) {
      return `${before}{${latex.slice(index)}}`;
    }
  }
  return latex;
}

/** `\tilde\mathcal{O}` and `x_\tilde{a}` with the braces that LaTeX does without and KaTeX does not. */
function braceArguments(latex: string): string {
  let braces: ReadonlyMap<number, number> | undefined;
  /** Index -> what to put in front of the character there. */
  const insertions = new Map<number, string>();
  for (let i = 0; i < latex.length; i++) {
    const c = latex[i];
    let after = i + 1;
    if (c === '\\') {
      const outer = commandAt(latex, i);
      after = outer?.end ?? after;
      i = after - 1;
      if (!outer || !accents.has(outer.name)) continue;
    } else if (c !== '^' && c !== '_') continue;
    const at = latex[after] === ' ' ? after + 1 : after;
    const inner = latex[at] === '\\' ? commandAt(latex, at) : undefined;
    if (!inner || !arguable.has(inner.name) || latex[inner.end] !== '{') continue;
    braces ??= matchBraces(latex, new Map());
    const close = braces.get(inner.end);
    if (close === undefined) continue;
    insertions.set(at, `{${insertions.get(at) ?? ''}`);
    insertions.set(close + 1, `}${insertions.get(close + 1) ?? ''}`);
  }
  if (insertions.size === 0) return latex;
  return [...latex.split(''), ''].map((c, i) => (insertions.get(i) ?? '') + c).join('');
}

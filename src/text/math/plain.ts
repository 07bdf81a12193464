import { type MathTree, type MathTreeNode, parseMath } from './tree.ts';
import doubleStruckTable from '../tables/double-struck.json' with { type: 'json' };
import accentTable from '../tables/math-accents.json' with { type: 'json' };
import commandTable from '../tables/math-commands.json' with { type: 'json' };
import macroTable from '../tables/math-macros.json' with { type: 'json' };
import symbolTable from '../tables/math-symbols.json' with { type: 'json' };
import wordTable from '../tables/math-words.json' with { type: 'json' };
import scriptTable from '../tables/scripts.json' with { type: 'json' };
import { table } from '../table.ts';

/** How a piece of a formula stands to its neighbours when the formula is typed on one line. */
type Kind =
  | 'ordinary'
  | 'word'
  | 'relation'
  | 'binary'
  | 'tight'
  | 'sign'
  | 'open'
  | 'close'
  | 'comma'
  | 'space';

interface Piece {
  text: string;
  kind: Kind;
  /** White space stood before it in the LaTeX. */
  blank: boolean;
}

const symbols = new Map<string, { text: string; kind: Kind }>();
/** Characters that are operators when typed as themselves: `≤`, `∈`. */
const signs = new Map<string, Kind>();
for (const [entries, kind] of [
  [symbolTable.ordinary, 'ordinary'],
  [symbolTable.large, 'word'],
  [symbolTable.relation, 'relation'],
  [symbolTable.binary, 'binary'],
  [symbolTable.tight, 'tight'],
  [symbolTable.open, 'open'],
  [symbolTable.close, 'close'],
] as const) {
  for (const [name, text] of Object.entries(entries)) {
    symbols.set(name, { text, kind });
    if (text.length === 1 && text > '\u007f') signs.set(text, kind);
  }
}
for (const sign of '=<>+-−*/:|') signs.set(sign, 'sign');
for (const open of '([') signs.set(open, 'open');
for (const close of ')]') signs.set(close, 'close');
for (const comma of ',;') signs.set(comma, 'comma');

const words = new Set(wordTable);
const accents = table(accentTable);
const macros = table(macroTable);
const doubleStruck = table(doubleStruckTable);
const superscripts = table(scriptTable.superscript);
const subscripts = table(scriptTable.subscript);
const raised = table(scriptTable.raised);
const textBoxes = new Set(commandTable.textBox);
const operators = new Set(commandTable.word);
const shown = new Set(commandTable.shown);
const doubleStruckFonts = new Set(commandTable.doubleStruck);
const fractions = new Set(commandTable.fraction);
const binomials = new Set(commandTable.binomial);
const roots = new Set(commandTable.root);
const last = table(commandTable.last);
const dropped = table(commandTable.dropped);
const spaces = new Set(commandTable.spaces);

/** `\%`, `\{`: characters that LaTeX has an escape for. */
const ESCAPED = new Map<string, Kind>([
  ['%', 'ordinary'],
  ['&', 'ordinary'],
  ['#', 'ordinary'],
  ['$', 'ordinary'],
  ['_', 'ordinary'],
  ['{', 'open'],
  ['}', 'close'],
]);

/** A macro may use another, but not for ever. */
const MAX_EXPANSIONS = 200;

/** No abstract has a formula this long; one that does is shown as it is. */
const MAX_LENGTH = 20_000;

/**
 * A formula as a person would type it on one line: `R^{4}` is `R⁴`, `x \in \mathbb{R}^d` is `x ∈ ℝ^d`. Fonts are
 * dropped; scripts are Unicode where every character has one, else `^d`, `_{ij}`.
 */
export function mathToPlain(latex: string): string {
  if (latex.length > MAX_LENGTH) return latex;
  const budget = { expansions: MAX_EXPANSIONS };
  return joinPieces(new Walk(parseMath(latex), budget).pieces()).trim();
}

/** A reader over sibling nodes; commands take their arguments from what follows them. */
class Walk {
  readonly #nodes: MathTree;
  readonly #budget: { expansions: number };
  #at = 0;

  constructor(nodes: MathTree, budget: { expansions: number }) {
    this.#nodes = nodes;
    this.#budget = budget;
  }

  pieces(): Piece[] {
    const pieces: Piece[] = [];
    for (let node = this.#take(); node; node = this.#take()) {
      if (node.type === 'group') {
        const text = this.#plain(node.children);
        if (text !== '') pieces.push({ text, kind: 'ordinary', blank: node.blank });
      } else if (node.type === 'char') this.#char(node, pieces);
      else this.#command(node, pieces);
    }
    return pieces;
  }

  #take(): MathTreeNode | undefined {
    return this.#nodes[this.#at++];
  }

  /** The next argument: a group's children or one node; nothing at the end. */
  #argument(): MathTree {
    const node = this.#take();
    if (!node) return [];
    return node.type === 'group' ? node.children : [node];
  }

  #plain(nodes: MathTree): string {
    return joinPieces(new Walk(nodes, this.#budget).pieces());
  }

  #char(node: MathTreeNode & { type: 'char' }, pieces: Piece[]): void {
    const { value, blank } = node;
    if (value === '^' || value === '_') this.#script(value, pieces);
    else if (value === "'") attach(pieces, '′');
    else if (value === '~') pieces.push({ text: ' ', kind: 'space', blank });
    else if (value === '&') pieces.push({ text: ' ', kind: 'space', blank });
    else pieces.push({ text: value, kind: signs.get(value) ?? 'ordinary', blank });
  }

  #script(mark: '^' | '_', pieces: Piece[]): void {
    const next = this.#nodes[this.#at];
    // `^\frac{1}{2}`: a command in a script brings its own arguments.
    const nodes =
      next?.type === 'command' ? this.#nodes.slice(this.#at, this.#at + 3) : this.#argument();
    let text: string;
    if (next?.type === 'command') {
      const walk = new Walk(nodes, this.#budget);
      const single: Piece[] = [];
      walk.#take();
      walk.#command(next, single);
      this.#at += walk.#at;
      text = joinPieces(single);
    } else text = this.#plain(nodes);
    attach(pieces, scriptText(mark, text.trim(), pieces.length === 0));
  }

  #command(node: MathTreeNode & { type: 'command' }, pieces: Piece[]): void {
    const { name, blank } = node;
    const push = (text: string, kind: Kind): void => {
      if (text !== '') pieces.push({ text, kind, blank });
    };
    const macro = macros.get(name);
    const symbol = symbols.get(name);
    const accent = accents.get(name);
    const escaped = ESCAPED.get(name);
    if (symbol) push(symbol.text, symbol.kind);
    else if (words.has(name)) push(name, 'word');
    else if (escaped) push(name, escaped);
    else if (accent !== undefined)
      push(accented(this.#plain(this.#argument()), accent), 'ordinary');
    else if (textBoxes.has(name)) push(dashed(this.#textBox(this.#argument())), 'ordinary');
    else if (operators.has(name)) push(this.#plain(this.#argument()), 'word');
    else if (doubleStruckFonts.has(name)) {
      const text = this.#plain(this.#argument());
      push(doubleStruck.get(text) ?? text, 'ordinary');
    } else if (shown.has(name)) {
      const text = this.#plain(this.#argument());
      push(text, name === 'mathrm' && /^[A-Za-z]{2,}$/.test(text) ? 'word' : 'ordinary');
    } else if (fractions.has(name)) {
      const top = this.#plain(this.#argument());
      push(`${bracketed(top)}/${bracketed(this.#plain(this.#argument()))}`, 'ordinary');
    } else if (binomials.has(name)) {
      const top = this.#plain(this.#argument());
      push(`(${top} choose ${this.#plain(this.#argument())})`, 'ordinary');
    } else if (roots.has(name)) push(this.#root(), 'ordinary');
    else if (last.has(name)) {
      for (let n = last.get(name) ?? 1; n > 1; n--) this.#argument();
      push(this.#plain(this.#argument()), 'ordinary');
    } else if (dropped.has(name)) this.#drop(name);
    else if (name === 'begin' || name === 'end') this.#environment(name, push);
    else if (name === 'not') attachNot(this.#plain(this.#nodes.slice(this.#at, ++this.#at)), push);
    else if (name === '|') push('‖', 'ordinary');
    else if (name === '\\') push('; ', 'space');
    else if (name === ',') push(',', 'space');
    else if (name === 'pmod' || name === 'pod') {
      push(` (mod ${this.#plain(this.#argument())})`, 'ordinary');
    } else if (name === 'bra') push(`⟨${this.#plain(this.#argument())}|`, 'ordinary');
    else if (name === 'ket') push(`|${this.#plain(this.#argument())}⟩`, 'ordinary');
    else if (name === 'braket') push(`⟨${this.#plain(this.#argument())}⟩`, 'ordinary');
    else if (name === 'set' || name === 'Set')
      push(`{${this.#plain(this.#argument())}}`, 'ordinary');
    else if (spaces.has(name) || name === ' ' || name === ';' || name === ':' || name === '>') {
      push(' ', 'space');
    } else if (macro !== undefined && this.#budget.expansions-- > 0) {
      pieces.push(...this.#expand(macro, blank));
    } else if (/^[A-Za-z]/.test(name)) push(name, name.length > 1 ? 'word' : 'ordinary');
  }

  #root(): string {
    let degree = '';
    const next = this.#nodes[this.#at];
    if (next?.type === 'char' && next.value === '[') {
      const close = this.#nodes.findIndex(
        (node, i) => i > this.#at && node.type === 'char' && node.value === ']',
      );
      if (close !== -1) {
        degree = this.#plain(this.#nodes.slice(this.#at + 1, close));
        this.#at = close + 1;
      }
    }
    const body = bracketed(this.#plain(this.#argument()));
    if (degree === '' || degree === '2') return `√${body}`;
    if (degree === '3') return `∛${body}`;
    return degree === '4' ? `∜${body}` : `${body}^(1/${degree})`;
  }

  #drop(name: string): void {
    for (let n = dropped.get(name) ?? 0; n > 0; n--) this.#argument();
    const next = this.#nodes[this.#at];
    // `\right.` is an invisible delimiter.
    const delimiter = name === 'left' || name === 'right' || name === 'middle';
    if (delimiter && next?.type === 'char' && next.value === '.') this.#at++;
  }

  #environment(side: 'begin' | 'end', push: (text: string, kind: Kind) => void): void {
    const name = this.#plain(this.#argument());
    if (name === 'array' && side === 'begin') this.#argument();
    const brackets = name.includes('bmatrix') ? '[]' : name.includes('matrix') ? '()' : '';
    push(brackets.charAt(side === 'begin' ? 0 : 1), side === 'begin' ? 'open' : 'close');
  }

  #textBox(nodes: MathTree): string {
    let text = '';
    let formula: MathTreeNode[] | undefined;
    for (const node of nodes) {
      if (node.type === 'char' && node.value === '$') {
        if (formula) text += this.#plain(formula);
        formula = formula ? undefined : [];
        if (formula && node.blank) text += ' ';
      } else if (formula) formula.push(node);
      else {
        text += node.blank ? ' ' : '';
        if (node.type === 'char') text += node.value === '~' ? ' ' : node.value;
        else if (node.type === 'group') text += this.#textBox(node.children);
        else text += this.#plain([node]);
      }
    }
    return text;
  }

  /** The pieces of a macro's body with the arguments that follow put in. */
  #expand(body: string, blank: boolean): Piece[] {
    const count = body.includes('#3') ? 3 : body.includes('#2') ? 2 : body.includes('#1') ? 1 : 0;
    const given: MathTree[] = [];
    while (given.length < count) given.push(this.#argument());
    const expanded = new Walk(substitute(parseMath(body), given), this.#budget).pieces();
    return expanded.map((piece, i) => (i === 0 ? { ...piece, blank } : piece));
  }
}

/** Text in a formula with TeX's dashes as characters: `1.3\text{--}4.2`. */
function dashed(text: string): string {
  return text.replaceAll('---', '—').replaceAll('--', '–');
}

function substitute(body: MathTree, given: readonly MathTree[]): MathTree {
  const out: MathTreeNode[] = [];
  for (let i = 0; i < body.length; i++) {
    const node = body[i];
    const number = body[i + 1];
    if (!node) break;
    if (node.type === 'char' && node.value === '#' && number?.type === 'char') {
      out.push({
        type: 'group',
        children: given[Number(number.value) - 1] ?? [],
        blank: node.blank,
      });
      i++;
    } else if (node.type === 'group') {
      out.push({ ...node, children: substitute(node.children, given) });
    } else out.push(node);
  }
  return out;
}

/** Puts a script or prime behind the last piece, or alone where nothing stands before it. */
function attach(pieces: Piece[], text: string): void {
  const before = pieces.at(-1);
  if (before && before.kind !== 'space') {
    pieces[pieces.length - 1] = { ...before, text: before.text + text };
  } else pieces.push({ text, kind: 'ordinary', blank: false });
}

function attachNot(negated: string, push: (text: string, kind: Kind) => void): void {
  push(`${negated}\u0338`.normalize('NFC'), 'relation');
}

/** `1^{st}`, `n^{th}`: endings of ordinals, typed as they are spoken. */
const ORDINAL = /^(?:st|nd|rd|th)$/;
/** `XIX$^{e}$`, `1$^{er}$`: the same of Romance languages, which a formula with a base may mean otherwise. */
const RAISED_ORDINAL = /^(?:e|er|re|ère|ème|nd|nde|o|os|as)$/;

function scriptText(mark: '^' | '_', text: string, hasNoBase: boolean): string {
  if (text === '') return '';
  if (mark === '^' && (ORDINAL.test(text) || (hasNoBase && RAISED_ORDINAL.test(text)))) return text;
  const alone = mark === '^' ? raised.get(text) : undefined;
  if (alone !== undefined) return alone;
  const characters = [...text];
  const unicode = mark === '^' ? superscripts : subscripts;
  const mapped = characters.map((c) => unicode.get(c));
  if (mapped.every((c) => c !== undefined)) return mapped.join('');
  return characters.length === 1 || /^′+$/.test(text) ? mark + text : `${mark}{${text}}`;
}

/** One letter under its accent; longer texts have no accent that can be typed. */
function accented(text: string, accent: string): string {
  return [...text].length === 1 ? (text + accent).normalize('NFC') : text;
}

/** `a + b`: what needs brackets beside a slash or under a root. */
const COMPOUND = /[\s+\-−±·×/=<>,∈≤≥]/;

function bracketed(text: string): string {
  const inBrackets = text.startsWith('(') && text.indexOf(')') === text.length - 1;
  return COMPOUND.test(text) && !inBrackets ? `(${text})` : text;
}

/** Signs that have a blank on both sides if the author wrote one: `κ> 0.8`. */
const COMPARISON = new Set(['=', '<', '>']);

function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  let before: Piece | undefined;
  for (const [i, piece] of pieces.entries()) {
    const { kind } = piece;
    if (kind === 'space') {
      // A thin space parts digits, `10\,000`, and nothing else.
      if (piece.text !== ',') text = `${text.trimEnd()}${piece.text}`;
      else if (/\d$/.test(text) && /^\d/.test(pieces[i + 1]?.text ?? '')) text += ' ';
    } else {
      const sided = (p: Piece, after: Piece | undefined): boolean =>
        COMPARISON.has(p.text) && (p.blank || after?.blank === true);
      const gap =
        before !== undefined &&
        (sided(piece, pieces[i + 1]) ||
          (i > 1 && sided(before, piece)) ||
          gapBetween(before, piece, i === 1));
      text += (gap && !text.endsWith(' ') ? ' ' : '') + piece.text;
    }
    before = piece;
  }
  return text;
}

/** @param atStart true when nothing stands before `a`: a sign there is a prefix, `≥ 3` typed as `≥3`. */
function gapBetween(a: Piece, b: Piece, atStart: boolean): boolean {
  if (a.kind === 'space' || b.kind === 'space') return false;
  if (a.kind === 'open' || b.kind === 'close') return b.blank && a.kind === 'sign';
  if (b.kind === 'relation' || b.kind === 'binary') return true;
  if (a.kind === 'relation' || a.kind === 'binary') return !atStart;
  if (a.kind === 'comma') return b.blank;
  if (a.kind === 'sign' || b.kind === 'sign') return b.blank && !(atStart && a.kind === 'sign');
  if (a.kind === 'word') return b.kind === 'word' || b.kind === 'ordinary';
  if (b.kind === 'word') return a.kind === 'ordinary' || a.kind === 'close';
  return false;
}

import accents from '../../tables/math-accents.json' with { type: 'json' };
import { type SplitCosts, type Token, type Vocabulary, splitRun } from '../tokens/index.ts';

/** How runs of letters are read. */
export interface Reading {
  vocabulary: Vocabulary;
  costs: SplitCosts;
  /** Readings of whole runs that the costs would get wrong: `dx` as `d` and `x`. */
  runs: ReadonlyMap<string, string>;
}

/** Commands whose argument keeps its braces when another command around them was swallowed. */
const fonts = new Set([
  'mathcal',
  'mathbb',
  'mathbf',
  'mathfrak',
  'mathsf',
  'mathscr',
  'mathrm',
  'mathtt',
  'mathit',
  'textrm',
  'text',
  'textbf',
  'textsf',
  'operatorname',
  'boldsymbol',
  'bm',
  'mbox',
]);
const takeArgument = new Set([
  ...fonts,
  ...Object.keys(accents),
  'sqrt',
  'frac',
  'tfrac',
  'dfrac',
  'binom',
  'overline',
  'underline',
  'left',
  'right',
]);
const relations = new Set([
  'in',
  'to',
  'times',
  'rightarrow',
  'subset',
  'subseteq',
  'mapsto',
  'cap',
  'cup',
  'otimes',
  'oplus',
  'mathbb',
]);

/** Functions that stand alone or after one letter. */
const rareAfterLetters = new Set([
  'arg',
  'deg',
  'det',
  'dim',
  'ker',
  'sin',
  'cos',
  'tan',
  'sec',
  'cot',
  'gcd',
  'Pr',
  'ni',
  'mp',
  'wr',
  'it',
  'rm',
  'bf',
  'tt',
  'sf',
  'cal',
]);

/**
 * How the authors wrote a run of letters: `m\times` for `mtimes`. Of a word known from prose no letters are parted
 * (`auto` is not `au\to`).
 */
export function readRun(run: string, { costs, runs, vocabulary }: Reading): string {
  const known = runs.get(run);
  if (known !== undefined) return known;
  const { letters, commands } = splitRun(run, costs);
  // `lrarg` is an author's own macro, not `lr\arg`.
  if (letters.length > 1 && commands.some((name) => rareAfterLetters.has(name))) return run;
  if (letters !== '' && (letters.length > 3 || vocabulary(run.toLowerCase()))) return run;
  return letters + commands.map((name) => `\\${name}`).join('');
}

/** Commands that are words, and as a power never are: `V^top` is transposed. */
const powers = new Set(['top', 'bot', 'perp', 'ast', 'star', 'prime', 'dagger']);

/** A formula with more names is not set upright word by word. */
const MAX_NAMES = 3;

/** A word set upright: names such as `softmax`, not products such as `dxdy`. */
function isName(word: string, vocabulary: (word: string) => boolean): boolean {
  return word.length >= 3 && (vocabulary(word.toLowerCase()) || word.length >= 4);
}

/**
 * LaTeX of the tokens from..to-1, which are one formula: backslashes, `\frac{a}{b}` for `a{b}`, the accent around a
 * font that kept its braces, double-struck letters for sets. Stripping gives the tokens again, as far as their braces
 * pair; the caller checks.
 */
export function toLatex(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  reading: Reading,
): string {
  const out: string[] = [];
  const slice = tokens.slice(from, to);
  const sets = setLetters(slice);
  let names = 0;
  for (const [i, { kind, text }] of slice.entries()) {
    if (kind !== 'word') out.push(text);
    else if (text.length === 1) out.push(sets.has(i) ? `\\mathbb{${text}}` : text);
    else {
      const [mark, brace] = [slice[i - 1]?.text, slice[i - 2]?.text];
      const isPower = mark === '^' || (mark === '{' && brace === '^' && slice[i + 1]?.text === '}');
      const latex = isPower && powers.has(text) ? `\\${text}` : readRun(text, reading);
      const upright = latex === text && isName(text, reading.vocabulary) && ++names <= MAX_NAMES;
      // A name glued to a script that is no word was an author's own command: `}lrarv`.
      const isMacro = latex === text && slice[i - 1]?.text === '}' && !reading.vocabulary(text);
      if (isMacro && text.length > 2) out.push(`\\${text}`);
      else out.push(upright ? `\\mathrm{${text}}` : latex);
    }
  }
  swallowed(slice, out);
  return out.join('');
}

const isBlank = (token: Token | undefined) => token?.kind === 'space';

/** Which single letters are sets of numbers: `R` in `R^d`, `in R`, and every other `R` beside one. */
function setLetters(tokens: readonly Token[]): Set<number> {
  const found = new Set<number>();
  const word = (i: number) => tokens[i]?.text ?? '';
  const past = (i: number, step: number) => (isBlank(tokens[i + step]) ? i + 2 * step : i + step);
  for (const [i, { text }] of tokens.entries()) {
    const before = word(past(i, -1));
    const related = [...relations].some(
      (name) => before === name || (before.length === name.length + 1 && before.endsWith(name)),
    );
    const next = word(i + 1);
    const power = next === '^' && word(i + 2) !== '*' && word(i + 2) !== '-';
    // A lone `R^2` is as often a measure of fit.
    const fit =
      i === 0 &&
      /^[0-9]/.test(word(i + 2) === '{' ? word(i + 3) : word(i + 2)) &&
      tokens.length < 6;
    if (text === 'R' && next !== '(' && next !== '_' && (related || (power && !fit))) found.add(i);
    else if ((text === 'Z' || text === 'N') && related && next !== '(' && before !== 'times')
      found.add(i);
    else if (text === 'Z' && next === '_') found.add(i);
  }
  if ([...found].some((i) => word(i) === 'R')) {
    for (const [i, { text }] of tokens.entries()) {
      const next = word(i + 1);
      if (text === 'R' && next !== '(' && next !== '_' && next !== '^' && next !== '[')
        found.add(i);
    }
  }
  return found;
}

/** Restores what stood around braces that were kept. */
function swallowed(tokens: readonly Token[], out: string[]): void {
  const partner = new Map<number, number>();
  const open: number[] = [];
  for (const [i, { text }] of tokens.entries()) {
    if ('([{'.includes(text)) open.push(i);
    else if (')]}'.includes(text)) {
      const start = open.pop();
      if (start !== undefined) {
        partner.set(i, start);
        partner.set(start, i);
      }
    }
  }
  for (const [i, { text }] of tokens.entries()) {
    const close = partner.get(i);
    if (text !== '{' || close === undefined) continue;
    const before = tokens[i - 1];
    if (isSeparator(tokens, i, close)) continue;
    if (isSet(tokens, i, close)) {
      out[i] = '\\{';
      out[close] = '\\}';
      continue;
    }
    if (!before || before.text === '^' || before.text === '_' || '([{,'.includes(before.text))
      continue;
    if (before.kind === 'word' && takeArgument.has(before.text)) {
      const again = tokens[close + 1]?.text === '{';
      if (fonts.has(before.text) && !again && close === i + 2) {
        // Of the commands around a font an accent is the likeliest by far.
        out[i - 1] = before.text.startsWith('math')
          ? `\\widetilde{${out[i - 1] ?? ''}`
          : (out[i - 1] ?? '');
        if (before.text.startsWith('math')) out[close] = '}}';
      }
      continue;
    }
    const start = numeratorStart(tokens, i, partner);
    if (start === undefined) continue;
    out[start] = `\\frac{${out[start] ?? ''}`;
    out[i] = '}{';
  }
}

/** Whether braces keep a comma inside of a number from being spaced: `11{,}860`. */
const isSeparator = (tokens: readonly Token[], open: number, close: number) =>
  close === open + 2 && tokens[open + 1]?.text === ',';

/** Commands that a delimiter follows: the brace after them is printed. */
const delimited = /(?:left|right|middle|[bB]igg?[lrm]?)$/;

/**
 * Whether the braces at `open` and `close` are printed: `{0,1}`, `max{a, b}`, `{x : f(x) = 0}`. No author writes a
 * comma at the top of an argument.
 */
function isSet(tokens: readonly Token[], open: number, close: number): boolean {
  const before = tokens[open - 1];
  if (before?.text === '^' || before?.text === '_') return false;
  if (before?.kind === 'word' && delimited.test(before.text)) return true;
  const glued = before !== undefined && !isBlank(before) && !'([{=,<>'.includes(before.text);
  let depth = 0;
  for (let i = open + 1; i < close; i++) {
    const text = tokens[i]?.text ?? '';
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    else if (depth === 0 && (text.includes(',') || (!glued && (text === ':' || text === '|'))))
      return true;
  }
  return false;
}

/** Where the numerator begins whose denominator opens at `brace`. */
function numeratorStart(
  tokens: readonly Token[],
  brace: number,
  partner: ReadonlyMap<number, number>,
): number | undefined {
  // In a script all that stands before the brace is the numerator.
  let wide = brace;
  for (let i = brace - 1; i >= 0; i--) {
    const text = tokens[i]?.text ?? '';
    if (text === '{') {
      const mark = tokens[i - 1]?.text;
      // A sign stands before the fraction, as authors write it, but that of a bracket, which nothing else calls for.
      if ('+-'.includes(tokens[wide]?.text ?? ' ') && tokens[wide + 1]?.text !== '(') wide++;
      if ((mark === '^' || mark === '_') && wide < brace) return wide;
      break;
    }
    if ('([=<>,;:'.includes(text)) break;
    if (')]}'.includes(text)) i = partner.get(i) ?? -1;
    wide = i;
  }
  let i = brace;
  while (i > 0) {
    const token = tokens[i - 1];
    if (!token || token.kind === 'space' || '+-=<>,;:([{|'.includes(token.text)) break;
    i = ')]}'.includes(token.text) ? (partner.get(i - 1) ?? i - 1) : i - 1;
  }
  return i < brace ? i : undefined;
}

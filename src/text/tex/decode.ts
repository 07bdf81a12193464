import { type Command, commandAt, pastOptional } from '../control-sequence.ts';
import * as known from './commands.ts';

/** `\%`, `\{`: signs TeX needs a backslash for. */
const ESCAPED = new Set(['%', '&', '_', '#', '$', '{', '}']);
/**
 * Signs that `parseTex` takes for TeX where they stand by themselves. Dollars and backslashes are not among them: several
 * programs escape those of formulas.
 */
const MEANT = new Set(['{', '}', '~', '`']);
/** `\,`, `\ `, `\\`: blanks and ends of lines. */
const SPACES = new Set([',', ';', ':', '>', ' ', '\n', '\r', '\t', '\\']);
/** `\-`, `\/`: hints on hyphenation and spacing. */
const INVISIBLE = new Set(['!', '-', '/', '@']);
/** Accents that are a sign of their own when they stand over nothing: `\~{}`, `\^{}`. */
const STANDALONE = new Set(['~', '^', '`', "'", '"']);
const BLANK = /\s/;
const LETTER = /\p{L}/u;
/** The name of a command that is not followed by anything. */
const NAME = /^\\[A-Za-z]+$/;
/** `\^{e}}` and `\'\i}`: a letter under an accent that ends the group it stands in. */
const STACKED =
  /\\(?:([`'^"~=.])|([A-Za-z])(?=[\s{]))\s{0,5}\{?\s{0,5}(\\[ij](?![A-Za-z])|\p{L})\s{0,5}\}?\s{0,5}\}/uy;

/**
 * TeX as bibliographies write it, as the characters its author meant: `{\"o}` and `{\&}` as `ö` and `&`, and `{RNA}`
 * without its braces. Formulas stay as they are, and so do commands that mean markup (`\emph{..}`) or are not known, for
 * `parseTex` to read. White space, dashes and quotation marks stay. One pass, linear in the length.
 *
 * @param next what reads the result: `tex` keeps escaped what `parseTex` would take for TeX: `\{x\}`
 */
export function decodeTex(source: string, next: 'text' | 'tex' = 'text'): string {
  return /[\\{}~]/.test(source) ? new TexDecoder(source, next === 'tex').decode() : source;
}

class TexDecoder {
  readonly #text: string;
  readonly #out: string[] = [];
  /** For each open brace whether it is kept. */
  readonly #braces: boolean[] = [];
  /** True right behind a command whose argument follows in braces that are kept. */
  #argument = false;
  /** Delimiters that do not occur any more: searching for them again would cost the rest of the text each time. */
  readonly #used = new Set<string>();

  readonly #keepsSigns: boolean;

  constructor(text: string, keepsSigns: boolean) {
    this.#text = text;
    this.#keepsSigns = keepsSigns;
  }

  decode(): string {
    let i = 0;
    while (i < this.#text.length) i = this.#next(i);
    return this.#out.join('');
  }

  #next(i: number): number {
    const c = this.#text.charAt(i);
    const isArgument = this.#argument;
    this.#argument = false;
    if (c === '\\') return this.#command(i);
    if (c === '{') return this.#open(i, isArgument);
    if (c === '}') return this.#close(i);
    if (c === '$') return this.#formula(i);
    this.#out.push(c === '~' ? ' ' : c);
    return i + 1;
  }

  #open(i: number, isArgument: boolean): number {
    const command = this.#text[i + 1] === '\\' ? commandAt(this.#text, i + 1) : undefined;
    // `-{}-`: two hyphens that are no dash.
    const parts = this.#keepsSigns && this.#text.startsWith('-{}-', i - 1);
    const kept = parts || isArgument || (command !== undefined && known.switches.has(command.name));
    this.#braces.push(kept);
    if (kept) this.#out.push('{');
    return i + 1;
  }

  #close(i: number): number {
    if (this.#braces.pop() === true) {
      this.#out.push('}');
      // `\href{U}{V}`: the second argument.
      this.#argument = this.#text[i + 1] === '{';
    } else if (NAME.test(this.#out.at(-1) ?? '') && LETTER.test(this.#text[i + 1] ?? '')) {
      // `{\unknown}x`: without its braces the name would go on.
      this.#out.push('{}');
    }
    return i + 1;
  }

  /** `$..$` or `$$..$$` as it stands; a dollar without a partner is a dollar. */
  #formula(i: number): number {
    const delimiter = this.#text[i + 1] === '$' ? '$$' : '$';
    return this.#verbatim(i, delimiter, delimiter) ?? this.#push('$', i + 1);
  }

  #verbatim(i: number, opening: string, closing: string): number | undefined {
    if (this.#used.has(closing)) return undefined;
    let close = this.#text.indexOf(closing, i + opening.length);
    while (close > 0 && closing.startsWith('$') && this.#text[close - 1] === '\\') {
      close = this.#text.indexOf(closing, close + 1);
    }
    if (close < 0) {
      this.#used.add(closing);
      return undefined;
    }
    return this.#push(this.#text.slice(i, close + closing.length), close + closing.length);
  }

  #push(text: string, next: number): number {
    this.#out.push(text);
    return next;
  }

  #command(i: number): number {
    const command = commandAt(this.#text, i);
    if (command === undefined) return this.#push('\\', i + 1);
    const { name, end } = command;
    if (name === '(' || name === '[') {
      const close = name === '(' ? '\\)' : '\\]';
      return this.#verbatim(i, `\\${name}`, close) ?? this.#push(`\\${name}`, end);
    }
    if (known.accents.has(name)) {
      const next = this.#accent(command);
      if (next !== undefined) return next;
    }
    if (!/^[A-Za-z]/.test(name)) return this.#sign(name, end);
    const letter = known.letters.get(name);
    if (letter !== undefined) {
      // TeX takes the blanks after a command's name: `Stra\ss e`.
      return this.#push(letter, this.#pastEmptyGroup(this.#pastBlanks(end)));
    }
    const symbol = known.symbols.get(name);
    if (symbol !== undefined) {
      const kept = this.#keepsSigns && MEANT.has(symbol);
      return this.#push(kept ? `\\${name}{}` : symbol, this.#pastEmptyGroup(end));
    }
    if (known.marks.get(name) === 'plain') return end;
    const next = pastOptional(this.#text, end, this.#text.length);
    this.#argument = this.#text[next] === '{';
    return this.#push(this.#text.slice(i, next), next);
  }

  #sign(name: string, end: number): number {
    if (ESCAPED.has(name)) {
      return this.#push(this.#keepsSigns && MEANT.has(name) ? `\\${name}` : name, end);
    }
    if (SPACES.has(name)) return this.#push(' ', end);
    return INVISIBLE.has(name) ? end : this.#push(`\\${name}`, end);
  }

  /** An accent and its letter, or the sign of an accent over nothing; undefined when it is neither. */
  #accent({ name, end }: Command): number | undefined {
    const named = /[A-Za-z]/.test(name);
    if (named && !/[\s{\\]/.test(this.#text[end] ?? '')) return undefined;
    const at = this.#pastBlanks(end);
    const base = this.#base(at);
    const sign = known.accents.get(name) ?? '';
    const [first = '', ...rest] = base?.text ?? '';
    if (base !== undefined && LETTER.test(first)) {
      return this.#push((first + sign).normalize('NFC') + rest.join(''), base.next);
    }
    if (named || !STANDALONE.has(name)) return undefined;
    const kept = this.#keepsSigns && MEANT.has(name);
    return this.#push(kept ? `\\${name}{}` : name, this.#pastEmptyGroup(end));
  }

  /** What an accent stands over: `o`, `{o}`, `\i`, `{\i}`. */
  #base(at: number): { text: string; next: number } | undefined {
    const braced = this.#text[at] === '{';
    const start = braced ? this.#pastBlanks(at + 1) : at;
    const command = this.#text[start] === '\\' ? commandAt(this.#text, start) : undefined;
    const stacked = braced && command !== undefined ? this.#stacked(start) : undefined;
    if (stacked !== undefined) return stacked;
    const letter = command === undefined ? undefined : known.letters.get(command.name);
    const character = letter ?? String.fromCodePoint(this.#text.codePointAt(start) ?? 32);
    const text = character.replace('ı', 'i').replace('ȷ', 'j');
    const next = command === undefined ? start + character.length : command.end;
    if (!braced) return command === undefined || letter !== undefined ? { text, next } : undefined;
    const close = this.#pastBlanks(next);
    if (this.#text[close] === '}') return { text, next: close + 1 };
    // `\t{oo}`, `\"{ue}`: the accent is on the first letter, the group goes on.
    if (command !== undefined) return undefined;
    this.#braces.push(false);
    return { text, next };
  }

  /** A letter that has an accent already, in its braces: `\^{e}` of `\~{\^{e}}`. */
  #stacked(at: number): { text: string; next: number } | undefined {
    STACKED.lastIndex = at;
    const [all, mark, named, letter = ''] = STACKED.exec(this.#text) ?? [];
    const sign = known.accents.get(mark ?? named ?? '');
    if (all === undefined || sign === undefined) return undefined;
    const base = letter.replace('\\', '').replace('ı', 'i').replace('ȷ', 'j');
    return { text: (base + sign).normalize('NFC'), next: at + all.length };
  }

  #pastBlanks(at: number): number {
    let next = at;
    while (BLANK.test(this.#text[next] ?? '')) next += 1;
    return next;
  }

  #pastEmptyGroup(at: number): number {
    return this.#text.startsWith('{}', at) ? at + 2 : at;
  }
}

import type { MessageCode, RichText } from '../../model/index.ts';
import { bareMathEnd } from './bare-math.ts';
import { RichTextBuilder } from './builder.ts';
import { collapse } from '../collapse.ts';
import { bareAddressAt, linkAddress } from './links.ts';
import { type MathSpan, scanMath, tidyMath } from '../math/index.ts';
import { type Command, commandAt, matchBraces, pastOptional } from '../control-sequence.ts';
import * as known from './commands.ts';
import { toPlain } from '../rich/index.ts';
import { closingQuote, dashes, tie } from './typography.ts';

/** What parsing has to say about a text; the caller adds severity and source. */
export interface TexMessage {
  code: Extract<MessageCode, `tex-${string}`>;
  text: string;
  hint?: string;
}

/** Groups and arguments nested deeper than any author writes are shown as they are. */
const MAX_DEPTH = 40;
/** How far `\verb|` may reach for its second bar. */
const LONGEST_VERBATIM = 300;

/** What interrupts plain running text: TeX's active characters, quotes, dashes, and web addresses. */
const SPECIAL = /[\\$`'~{}-]|https?:\/\//g;
/** `\%`: characters TeX needs a backslash for. */
const ESCAPED = new Set(['%', '&', '_', '#', '$', '{', '}']);
/** `\,`, `\ `: blanks at which a line does not break. */
const SPACES = new Set([',', ';', ':', '>', ' ']);
/** `\!`, `\-`, `\/`, `\@`: hints on spacing and hyphenation. */
const INVISIBLE = new Set(['!', '-', '/', '@']);
const MATH_DELIMITERS = new Set(['(', ')', '[', ']']);
/** `\href{U}{V}` or `\url{U}` alone between dollars: authors do it to get a link past arXiv's form. */
const LINK_AS_MATH = /^\\(?:href\{[^{}$]*\}\{(?:[^{}$]|\{[^{}$]*\})*\}|url\{[^{}$]*\})$/;

/** Where a construct ends at the latest, how deep it stands, and where its text goes. */
interface Scope {
  end: number;
  depth: number;
  out: RichTextBuilder;
}

/** The inside of a group: indices in the text, and the one after its closing brace. */
interface Group {
  start: number;
  end: number;
  next: number;
}

/**
 * Reads a title or an abstract as its source has it: prose with LaTeX in it, not a LaTeX document. So `%`, `&`, `#`,
 * `<`, `_` and `^` are the characters themselves, and braces that no command asks for stay. Text without TeX comes back
 * as it is; nothing throws, and the time taken grows linearly.
 *
 * @param source white space of any kind counts as one blank.
 */
export function parseTex(source: string): { rich: RichText; messages: TexMessage[] } {
  const parser = new TexParser(collapse(source));
  return { rich: parser.parse(), messages: parser.messages };
}

/** Reads its text once, from left to right. Methods named after a construct take the index where it begins or goes on and return the one after it. */
class TexParser {
  readonly messages: TexMessage[] = [];
  readonly #said = new Set<string>();
  readonly #text: string;
  readonly #braces: ReadonlyMap<number, number>;
  readonly #formulas = new Map<number, MathSpan>();
  /** Dollars around a `\href`, which mean nothing. */
  readonly #linkDollars = new Set<number>();
  /** Open `` `` `` quotations, so that a lone `''` (seconds, a second derivative) stays. */
  #openQuotes = 0;
  /** Where the mark stands that closes a single quotation. */
  #closingQuote: number | undefined;
  #inLink = false;
  #inCode = false;
  /** One counter for each open list; 0 for lists without numbers. */
  readonly #lists: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (const span of scanMath(text)) {
      if (!LINK_AS_MATH.test(unbraced(span.latex))) this.#formulas.set(span.start, span);
      else this.#linkDollars.add(span.start).add(span.end - 1);
    }
    this.#braces = matchBraces(text, this.#formulas);
  }

  parse(): RichText {
    const out = new RichTextBuilder();
    this.#range(0, { end: this.#text.length, depth: 0, out });
    return out.finish();
  }

  #range(start: number, scope: Scope): void {
    const { end, out } = scope;
    let i = start;
    while (i < end) {
      SPECIAL.lastIndex = i;
      const special = Math.min(SPECIAL.exec(this.#text)?.index ?? end, end);
      if (special > i) out.text(this.#text.slice(i, special));
      i = special < end ? this.#special(special, scope) : end;
    }
  }

  #inner(start: number, end: number, depth: number): RichText {
    const out = new RichTextBuilder();
    this.#range(start, { end, depth: depth + 1, out });
    return out.finish(false);
  }

  #special(i: number, scope: Scope): number {
    const c = this.#text.charAt(i);
    const formula = this.#formulas.get(i);
    if (formula && formula.end <= scope.end) return this.#formula(formula, scope);
    if (this.#linkDollars.has(i)) return i + 1;
    if (c === '\\') return this.#command(i, scope);
    if (c === '{') return this.#group(i, scope);
    if (c === 'h') return this.#address(i, scope);
    if (c === '$') return this.#loneDollar(i, scope);
    if (c === '}' || this.#inCode) {
      scope.out.text(c);
      return i + 1;
    }
    if (c === '~') {
      const after = i + 1 < scope.end ? this.#text.charAt(i + 1) : ' ';
      scope.out.text(tie(this.#text[i - 1] ?? ' ', after));
      return i + 1;
    }
    let next = i;
    while (next < scope.end && this.#text[next] === c) next++;
    if (c === '-') scope.out.text(dashes(this.#text.slice(i, next)));
    else this.#quote(i, next, scope);
    return next;
  }

  #say(message: TexMessage): void {
    if (this.#said.has(message.text)) return;
    this.#said.add(message.text);
    this.messages.push(message);
  }

  #formula({ start, end, latex, display, origin }: MathSpan, { out }: Scope): number {
    out.node({ type: 'math', latex, source: this.#text.slice(start, end), display, origin });
    return end;
  }

  #loneDollar(i: number, { out }: Scope): number {
    if (!/\d/.test(this.#text[i + 1] ?? '')) {
      this.#say({
        code: 'tex-lone-dollar',
        text: 'A dollar sign without a partner is shown as it is.',
        hint: 'If it opens a formula, add the closing dollar in a correction of this field.',
      });
    }
    out.text('$');
    return i + 1;
  }

  #address(i: number, { end, out }: Scope): number {
    const address = this.#inLink ? undefined : bareAddressAt(this.#text, i, end);
    if (!address) {
      out.text('h');
      return i + 1;
    }
    const { href } = address;
    out.node({ type: 'link', href, children: [{ type: 'text', value: href }] });
    return address.end;
  }

  /** A group that starts with a command is TeX's (`{\it x}`, `{\"o}`); any other braces were meant to be seen (`V_{AB}`). */
  #group(i: number, { end, depth, out }: Scope): number {
    const close = this.#braces.get(i);
    const before = this.#text[i - 1];
    // `-{}-` is how LaTeX keeps two hyphens apart.
    if (before === '-' && close === i + 1) return close + 1;
    const script = before === '_' || before === '^';
    const tex = this.#text[i + 1] === '\\' && !this.#formulas.has(i + 1) && !script;
    if (close === undefined || close >= end || !tex || depth >= MAX_DEPTH) {
      out.text('{');
      return i + 1;
    }
    out.nodes(this.#inner(i + 1, close, depth));
    return close + 1;
  }

  /** The run of backticks or apostrophes from `i` to `next`. */
  #quote(i: number, next: number, { end, out }: Scope): void {
    const run = this.#text.slice(i, next);
    if (run === '``' && (this.#text[next] ?? ' ') !== ' ') {
      this.#openQuotes++;
      out.text('“');
    } else if (run === '`') {
      const closing = closingQuote(this.#text, i, end);
      if (closing !== undefined) this.#closingQuote = closing;
      out.text(closing === undefined ? run : '‘');
    } else if (run.startsWith("''") && this.#openQuotes > 0) {
      this.#openQuotes--;
      out.text(`”${run.slice(2)}`);
    } else out.text(run === "'" && i === this.#closingQuote ? '’' : run);
  }

  #command(i: number, scope: Scope): number {
    const command = commandAt(this.#text, i);
    if (!command || command.end > scope.end) {
      scope.out.text('\\');
      return i + 1;
    }
    return /^[A-Za-z]/.test(command.name)
      ? this.#word(i, command, scope)
      : this.#controlSymbol(command, scope);
  }

  /** `\%`, `\"o`, `\\`: a backslash before something that is no letter. */
  #controlSymbol({ name, end: after }: Command, scope: Scope): number {
    const { out } = scope;
    if (name === '\\') {
      out.node({ type: 'break' });
      const star = this.#text[after] === '*' ? after + 1 : after;
      return pastOptional(this.#text, star, scope.end);
    }
    if (known.accents.has(name)) return this.#accent(name, after, scope);
    if (SPACES.has(name)) out.text('\u00a0');
    else if (ESCAPED.has(name)) out.text(name);
    else if (name === '|') out.text('‖');
    else if (MATH_DELIMITERS.has(name)) {
      this.#say({
        code: 'tex-lone-delimiter',
        text: `The math delimiter \\${name} has no partner and is shown without its backslash.`,
      });
      out.text(name);
    } else if (!INVISIBLE.has(name)) out.text(`\\${name}`);
    return after;
  }

  /** An accent and its letter; before anything else the sign stands for itself: `\~50`, `\"`. */
  #accent(name: string, after: number, { end, depth, out }: Scope): number {
    const at = this.#text[after] === ' ' && /[A-Za-z]/.test(name) ? after + 1 : after;
    const group = this.#argument(at, { end, depth });
    const command = this.#text[at] === '\\' ? commandAt(this.#text, at) : undefined;
    let base = at < end ? this.#text.charAt(at) : '';
    let next = at + base.length;
    if (group) {
      base = toPlain(this.#inner(group.start, group.end, depth));
      next = group.next;
    } else if (command) {
      base = known.letters.get(command.name) ?? '';
      next = command.end;
    }
    const [first = '', ...rest] = base.replace('ı', 'i').replace('ȷ', 'j');
    const accented = (first + (known.accents.get(name) ?? '')).normalize('NFC');
    // `\"quoted\"` is no umlaut: no alphabet has a q with two dots.
    if (/\p{L}/u.test(first) && ([...accented].length === 1 || /[A-Za-z]/.test(name))) {
      out.text(accented + rest.join(''));
      return next;
    }
    out.text(name);
    return this.#pastEmptyGroup(after);
  }

  /** `\emph`, `\ie`, `\alpha`: a command whose name is letters. */
  #word(i: number, command: Command, scope: Scope): number {
    const { out } = scope;
    const { name, end: after } = command;
    const plainName = name.replace('*', '');
    const mark = known.marks.get(plainName);
    if (mark) {
      const argument = this.#argument(pastOptional(this.#text, after, scope.end), scope);
      if (argument) return this.#marked(mark, argument, scope);
    }
    const fontSwitch = known.switches.get(name);
    if (fontSwitch) {
      const start = this.#text[after] === ' ' ? after + 1 : after;
      // Outside a group there is no telling how far the author meant it to reach.
      if (scope.depth === 0 || scope.depth >= MAX_DEPTH) return start;
      return this.#marked(fontSwitch, { start, end: scope.end, next: scope.end }, scope);
    }
    const letter = known.letters.get(name);
    if (letter !== undefined) {
      out.text(letter);
      return this.#pastEmptyGroup(this.#text[after] === ' ' ? after + 1 : after);
    }
    const symbol = known.symbols.get(name);
    if (symbol !== undefined) {
      out.text(symbol);
      return this.#pastEmptyGroup(after);
    }
    const phrase = known.phrases.get(name);
    if (phrase !== undefined) {
      const next = this.#pastEmptyGroup(after);
      out.text(this.#text[next] === '.' ? phrase.replace(/\.$/, '') : phrase);
      return next;
    }
    if (name === 'ensuremath') return this.#ensuredMath(i, after, scope);
    if (name === 'url') return this.#url(after, scope);
    if (name === 'href') return this.#href(after, scope);
    if (name === 'verb') return this.#verbatim(after, scope);
    if (name === 'begin' || name === 'end') return this.#environment(name, after, scope);
    if (name === 'item') return this.#item(after, scope);
    if (known.breaks.has(name)) {
      out.node({ type: 'break' });
      return after;
    }
    if (known.spaces.has(name)) {
      out.text(' ');
      return after;
    }
    if (known.footnotes.has(plainName)) return this.#footnote(after, scope);
    if (known.accents.has(name) && /[\s{\\]/.test(this.#text[after] ?? '')) {
      return this.#accent(name, after, scope);
    }
    if (known.dropped.has(plainName)) return this.#drop(plainName, after, scope);
    if (known.lastArgument.has(plainName) || known.firstArgument.has(plainName)) {
      return this.#chosenArgument(plainName, after, scope);
    }
    if (name === 'textsuperscript' || name === 'textsubscript') {
      return this.#textScript(i, name === 'textsuperscript' ? '^' : '_', after, scope);
    }
    if (known.bareMath.has(name)) return this.#bareMath(i, scope);
    if (known.droppedInMath.get(name) === 0) return after;
    return this.#unknownCommand(i, command, scope);
  }

  #unknownCommand(i: number, { name, end: after }: Command, scope: Scope): number {
    const argument = this.#argument(after, scope);
    // In `H\G` and `C:\Users` the backslash is not TeX's.
    const glued = !argument && /[\p{L}\p{N}:]/u.test(this.#text[i - 1] ?? ' ');
    const shown = argument
      ? 'its argument is shown without it'
      : glued
        ? 'it is shown as it is'
        : 'its name is shown as text';
    this.#say({
      code: 'tex-unknown-command',
      text: `The command \\${name} is not known; ${shown}.`,
      hint: 'If it is an author macro, write its meaning into a correction of this field.',
    });
    if (argument) {
      scope.out.nodes(this.#inner(argument.start, argument.end, scope.depth));
      return argument.next;
    }
    scope.out.text(glued ? `\\${name}` : name);
    return this.#pastEmptyGroup(after);
  }

  /** The group at `at`, or after one blank there; undefined where none stands or it is empty, nested too deep or cut off. */
  #argument(at: number, { end, depth }: Pick<Scope, 'end' | 'depth'>): Group | undefined {
    const open = this.#text[at] === ' ' ? at + 1 : at;
    const close = this.#text[open] === '{' ? this.#braces.get(open) : undefined;
    if (close === undefined || close >= end || close === open + 1 || depth >= MAX_DEPTH) {
      return undefined;
    }
    return { start: open + 1, end: close, next: close + 1 };
  }

  #pastEmptyGroup(at: number): number {
    return this.#text.startsWith('{}', at) ? at + 2 : at;
  }

  #marked(mark: known.Markup, group: Group, { depth, out }: Scope): number {
    if (mark === 'code') out.node({ type: 'code', value: this.#code(group, depth) });
    else {
      const children = this.#inner(group.start, group.end, depth);
      if (mark === 'plain') out.nodes(children);
      else if (children.length > 0) out.node({ type: mark, children });
    }
    return group.next;
  }

  /** What stands in `\texttt`: dashes, ties and quotes are themselves there. */
  #code(group: Group, depth: number): string {
    const raw = this.#text.slice(group.start, group.end);
    if (!/[\\$]|\{\}/.test(raw)) return raw;
    const nested = this.#inCode;
    this.#inCode = true;
    const code = toPlain(this.#inner(group.start, group.end, depth));
    this.#inCode = nested;
    return code;
  }

  #url(after: number, scope: Scope): number {
    const argument = this.#argument(after, scope);
    if (!argument) return after;
    const href = linkAddress(this.#text.slice(argument.start, argument.end));
    if (href === undefined || this.#inLink) {
      scope.out.nodes(this.#inner(argument.start, argument.end, scope.depth));
    } else scope.out.node({ type: 'link', href, children: [{ type: 'text', value: href }] });
    return argument.next;
  }

  #href(after: number, scope: Scope): number {
    const target = this.#argument(after, scope);
    const label = target && this.#argument(target.next, scope);
    if (!target || !label) return this.#url(after, scope);
    const href = linkAddress(this.#text.slice(target.start, target.end));
    const nested = this.#inLink;
    this.#inLink = true;
    const children = this.#inner(label.start, label.end, scope.depth);
    this.#inLink = nested;
    if (href === undefined || nested) scope.out.nodes(children);
    else scope.out.node({ type: 'link', href, children });
    return label.next;
  }

  /** `\verb|x|`, delimited by whatever follows, but a backslash, with which the next command begins. Without a second one it is shown as it stands. */
  #verbatim(after: number, { end, out }: Scope): number {
    const delimiter = this.#text.charAt(after);
    const limit = Math.min(end, after + LONGEST_VERBATIM);
    const length = this.#text.slice(after + 1, limit).indexOf(delimiter);
    if (delimiter === '' || delimiter === '\\' || length === -1) {
      out.node({ type: 'code', value: '\\verb' });
      return after;
    }
    out.node({ type: 'code', value: this.#text.slice(after + 1, after + 1 + length) });
    return after + length + 2;
  }

  #footnote(after: number, scope: Scope): number {
    const argument = this.#argument(pastOptional(this.#text, after, scope.end), scope);
    if (!argument) return after;
    scope.out.text(' (');
    scope.out.nodes(this.#inner(argument.start, argument.end, scope.depth));
    scope.out.text(')');
    return argument.next;
  }

  #environment(side: 'begin' | 'end', after: number, scope: Scope): number {
    const argument = this.#argument(after, scope);
    if (!argument) return after;
    const numbered = this.#text.startsWith('enumerate', argument.start);
    if (side === 'end') this.#lists.pop();
    else this.#lists.push(numbered ? 1 : 0);
    return pastOptional(this.#text, argument.next, scope.end);
  }

  #item(after: number, { end, out }: Scope): number {
    out.node({ type: 'break' });
    const number = this.#lists.at(-1) ?? 0;
    const past = pastOptional(this.#text, after, end);
    if (past > after) out.text(`${this.#text.slice(after + 1, past - 1)} `);
    else if (number > 0) {
      out.text(`${number}. `);
      this.#lists[this.#lists.length - 1] = number + 1;
    } else out.text('• ');
    return this.#text[past] === ' ' ? past + 1 : past;
  }

  #drop(name: string, after: number, scope: Scope): number {
    let next = after;
    for (let before = -1; before !== next;) {
      before = next;
      next = pastOptional(this.#text, next, scope.end);
    }
    for (let n = known.dropped.get(name) ?? 0; n > 0; n--) {
      next = this.#argument(next, scope)?.next ?? this.#pastEmptyGroup(next);
    }
    const alsoNext = next > after && scope.out.dropBlankBefore(this.#text[next] ?? '');
    return alsoNext ? next + 1 : next;
  }

  #chosenArgument(name: string, after: number, scope: Scope): number {
    const last = known.lastArgument.get(name);
    const count = last ?? known.firstArgument.get(name) ?? 0;
    let next = pastOptional(this.#text, after, scope.end);
    let chosen: Group | undefined;
    for (let n = 0; n < count; n++) {
      const argument = this.#argument(next, scope);
      if (!argument) break;
      if (n === 0 || last !== undefined) chosen = argument;
      next = argument.next;
    }
    if (chosen) scope.out.nodes(this.#inner(chosen.start, chosen.end, scope.depth));
    return next;
  }

  #textScript(i: number, mark: '^' | '_', after: number, scope: Scope): number {
    const argument = this.#argument(after, scope);
    if (!argument) return after;
    scope.out.node({
      type: 'math',
      latex: `${mark}{\\text{${this.#text.slice(argument.start, argument.end)}}}`,
      source: this.#text.slice(i, argument.next),
      display: false,
      origin: 'intact',
    });
    return argument.next;
  }

  /** `\ensuremath{x^2}`, which authors' macros expand to. */
  #ensuredMath(i: number, after: number, scope: Scope): number {
    const argument = this.#argument(after, scope);
    if (!argument) return after;
    const { latex } = tidyMath(this.#text.slice(argument.start, argument.end));
    const source = this.#text.slice(i, argument.next);
    scope.out.node({ type: 'math', latex, source, display: false, origin: 'intact' });
    return argument.next;
  }

  #bareMath(i: number, { end, out }: Scope): number {
    const next = bareMathEnd({ text: this.#text, end, braces: this.#braces }, i);
    const source = this.#text.slice(i, next);
    const { latex } = tidyMath(source);
    out.node({ type: 'math', latex, source, display: false, origin: 'intact' });
    return next;
  }
}

/** `{\href{U}{V}}` without the braces around all of it. */
function unbraced(latex: string): string {
  return latex.startsWith('{\\') && latex.endsWith('}') ? latex.slice(1, -1) : latex;
}

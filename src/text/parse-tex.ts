import type { MarkNode, RichText } from '../model/rich-text.ts';
import { RichTextBuilder } from './builder.ts';
import { collapse } from './collapse.ts';
import { bareAddressAt, linkAddress } from './links.ts';
import { type MathSpan, scanMath } from './scan-math.ts';
import accentTable from './tables/text-accents.json' with { type: 'json' };
import mathAccentTable from './tables/math-accents.json' with { type: 'json' };
import mathCommandTable from './tables/math-commands.json' with { type: 'json' };
import mathSymbolTable from './tables/math-symbols.json' with { type: 'json' };
import mathWordTable from './tables/math-words.json' with { type: 'json' };
import commandTable from './tables/text-commands.json' with { type: 'json' };
import symbolTable from './tables/text-symbols.json' with { type: 'json' };
import { commandAt, matchBraces, table } from './tex.ts';
import { toPlain } from './to-plain.ts';

/** What parsing has to say about a text; the caller adds severity and source. */
export interface TexMessage {
  /** Permanent name of the kind of message: `tex-unknown-command`. */
  code: string;
  text: string;
  hint?: string;
}

type Markup = MarkNode['type'] | 'code' | 'plain';

const marks = new Map<string, Markup>();
for (const kind of ['emphasis', 'strong', 'smallcaps', 'code', 'plain'] as const) {
  for (const name of commandTable[kind]) marks.set(name, kind);
}
const switches = new Map<string, Markup>();
for (const [name, kind] of Object.entries(commandTable.switches)) {
  if (isMarkup(kind)) switches.set(name, kind);
}
const letters = table(symbolTable.letters);
const symbols = table(symbolTable.symbols);
const phrases = table(symbolTable.phrases);
const accents = table(accentTable);
const dropped = table(commandTable.dropped);
const lastArgument = table(commandTable.last);
const firstArgument = table(commandTable.first);
const breaks = new Set(commandTable.breaks);
const spaces = new Set(commandTable.spaces);
const footnotes = new Set(commandTable.footnotes);

/** Math commands that may stand in prose without dollars, with how many arguments each takes. */
const bareMath = new Map<string, number>();
for (const name of [
  ...Object.values(mathSymbolTable).flatMap((entries) => Object.keys(entries)),
  ...mathWordTable,
]) {
  bareMath.set(name, 0);
}
for (const name of [
  ...Object.keys(mathAccentTable),
  ...mathCommandTable.shown,
  ...mathCommandTable.doubleStruck,
  ...mathCommandTable.word,
  ...mathCommandTable.root,
]) {
  bareMath.set(name, 1);
}
for (const name of [...mathCommandTable.fraction, ...mathCommandTable.binomial]) {
  bareMath.set(name, 2);
}
for (const name of ['overset', 'underset', 'stackrel']) bareMath.set(name, 2);
const droppedInMath = table(mathCommandTable.dropped);

/** Groups and arguments nested deeper than any author writes are shown as they are. */
const MAX_DEPTH = 40;
/** How far a quotation may reach for its closing mark, and `[..]` for its bracket. */
const MAX_QUOTATION = 300;

/** What interrupts plain running text: TeX's active characters, quotes, dashes, and web addresses. */
const SPECIAL = /[\\$`'~{}-]|https?:\/\//g;

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

class TexParser {
  readonly messages: TexMessage[] = [];
  readonly #text: string;
  readonly #formulas = new Map<number, MathSpan>();
  /** Dollars around a `\href`, which mean nothing. */
  readonly #linkDollars = new Set<number>();
  readonly #braces: ReadonlyMap<number, number>;
  readonly #unknown = new Set<string>();
  /** Open `` `` `` quotations, so that a lone `''` (seconds, a second derivative) stays. */
  #openQuotes = 0;
  /** Where the mark stands that closes a single quotation. */
  #closingQuote = -1;
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
    this.#range(0, this.#text.length, 0, out);
    return out.finish();
  }

  #range(start: number, end: number, depth: number, out: RichTextBuilder): void {
    let i = start;
    while (i < end) {
      SPECIAL.lastIndex = i;
      const special = Math.min(SPECIAL.exec(this.#text)?.index ?? end, end);
      if (special > i) out.text(this.#text.slice(i, special));
      if (special >= end) return;
      i = this.#special(special, end, depth, out);
    }
  }

  /** Reads the construct at `i` and returns the index after it. */
  #special(i: number, end: number, depth: number, out: RichTextBuilder): number {
    const c = this.#text.charAt(i);
    const formula = this.#formulas.get(i);
    if (formula && formula.end <= end) {
      const { latex, display, origin } = formula;
      out.node({
        type: 'math',
        latex,
        source: this.#text.slice(i, formula.end),
        display,
        origin,
      });
      return formula.end;
    }
    if (this.#linkDollars.has(i)) return i + 1;
    if (this.#inCode && "`'-~".includes(c)) {
      out.text(c);
      return i + 1;
    }
    switch (c) {
      case '\\':
        return this.#command(i, end, depth, out);
      case '{':
        return this.#group(i, end, depth, out);
      case '`':
      case "'":
        return this.#quote(i, end, out);
      case '-':
        return this.#dashes(i, end, out);
      case '~':
        out.text(this.#tie(i, end));
        return i + 1;
      case 'h':
        return this.#address(i, end, out);
      default:
        if (c === '$' && !/\d/.test(this.#text[i + 1] ?? '')) {
          this.#say({
            code: 'tex-lone-dollar',
            text: 'A dollar sign without a partner is shown as it is.',
            hint: 'If it opens a formula, add the closing dollar; if it is a price, nothing is to be done.',
          });
        }
        out.text(c);
        return i + 1;
    }
  }

  #say(message: TexMessage): void {
    if (this.#unknown.has(message.text)) return;
    this.#unknown.add(message.text);
    this.messages.push(message);
  }

  #address(i: number, end: number, out: RichTextBuilder): number {
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
  #group(i: number, end: number, depth: number, out: RichTextBuilder): number {
    const close = this.#braces.get(i);
    const before = this.#text[i - 1];
    const script = before === '_' || before === '^';
    // `-{}-` is how LaTeX keeps two hyphens apart.
    if (before === '-' && close === i + 1) return close + 1;
    const tex = this.#text[i + 1] === '\\' && !this.#formulas.has(i + 1) && !script;
    if (close === undefined || close >= end || !tex || depth >= MAX_DEPTH) {
      out.text('{');
      return i + 1;
    }
    out.nodes(this.#inner(i + 1, close, depth));
    return close + 1;
  }

  #inner(start: number, end: number, depth: number): RichText {
    const inner = new RichTextBuilder();
    this.#range(start, end, depth + 1, inner);
    return inner.finish(false);
  }

  #quote(i: number, end: number, out: RichTextBuilder): number {
    const c = this.#text.charAt(i);
    let run = i;
    while (run < end && this.#text[run] === c) run++;
    const length = run - i;
    const after = this.#text[run] ?? ' ';
    if (c === '`' && length === 2 && after !== ' ') {
      out.text('“');
      this.#openQuotes++;
    } else if (c === '`' && length === 1 && this.#opensQuotation(i, end)) out.text('‘');
    else if (c === "'" && length >= 2 && this.#openQuotes > 0) {
      out.text(`”${"'".repeat(length - 2)}`);
      this.#openQuotes--;
    } else if (c === "'" && length === 1 && i === this.#closingQuote) out.text('’');
    else out.text(this.#text.slice(i, run));
    return run;
  }

  /** Whether the backtick at `i` opens `` `a quotation' ``; if so, remembers where it closes. */
  #opensQuotation(i: number, end: number): boolean {
    const before = this.#text[i - 1] ?? ' ';
    if (WORD_CHARACTER.test(before) || (this.#text[i + 1] ?? ' ') === ' ') return false;
    const limit = Math.min(end, i + MAX_QUOTATION);
    for (let j = i + 1; j < limit; j++) {
      const c = this.#text[j];
      if (c === '`') return false;
      if (c === "'" && !WORD_CHARACTER.test(this.#text[j + 1] ?? ' ')) {
        if (this.#text[j + 1] === "'") return false;
        this.#closingQuote = j;
        return true;
      }
    }
    return false;
  }

  #dashes(i: number, end: number, out: RichTextBuilder): number {
    let run = i;
    while (run < end && this.#text[run] === '-') run++;
    const length = run - i;
    out.text(length === 2 ? '–' : length === 3 ? '—' : this.#text.slice(i, run));
    return run;
  }

  /** A tie joins two words; before a number with nothing in front of it, and between numbers, `~` means "about" or "to". */
  #tie(i: number, end: number): string {
    const before = this.#text[i - 1] ?? ' ';
    const after = i + 1 < end ? this.#text.charAt(i + 1) : ' ';
    if (!TIED_BEFORE.test(before)) return '~';
    if (after === ' ') return /\p{L}/u.test(before) ? '' : '~';
    return /[\d%]/.test(before) && /\d/.test(after) ? '~' : '\u00a0';
  }

  #command(i: number, end: number, depth: number, out: RichTextBuilder): number {
    const command = commandAt(this.#text, i);
    if (!command || command.end > end) {
      out.text('\\');
      return i + 1;
    }
    const { name } = command;
    return /^[A-Za-z]/.test(name)
      ? this.#word(i, name, command.end, end, depth, out)
      : this.#controlSymbol(i, name, command.end, end, depth, out);
  }

  /** `\%`, `\"o`, `\\`: a backslash before something that is no letter. */
  #controlSymbol(
    i: number,
    name: string,
    after: number,
    end: number,
    depth: number,
    out: RichTextBuilder,
  ): number {
    if (name === '\\') {
      const star = this.#text[after] === '*' ? after + 1 : after;
      out.node({ type: 'break' });
      return this.#pastOptional(star, end);
    }
    if (accents.has(name)) return this.#accent(i, name, after, end, depth, out);
    if (name === ',' || name === ';' || name === ':' || name === '>' || name === ' ') {
      out.text('\u00a0');
    } else if (ESCAPED.has(name)) out.text(name);
    else if (name === '|') out.text('‖');
    else if ('()[]'.includes(name)) {
      this.#say({
        code: 'tex-lone-delimiter',
        text: `The math delimiter \\${name} has no partner and is shown without its backslash.`,
      });
      out.text(name);
    } else if (!'!-/@'.includes(name)) out.text(`\\${name}`);
    return after;
  }

  #accent(
    i: number,
    name: string,
    after: number,
    end: number,
    depth: number,
    out: RichTextBuilder,
  ): number {
    const combining = accents.get(name) ?? '';
    const at = this.#text[after] === ' ' && /[A-Za-z]/.test(name) ? after + 1 : after;
    let base = this.#text.slice(at, Math.min(end, at + 1));
    let next = at + 1;
    const close = base === '{' ? this.#braces.get(at) : undefined;
    if (close !== undefined && close < end && depth < MAX_DEPTH) {
      base = toPlain(this.#inner(at + 1, close, depth));
      next = close + 1;
    } else if (base === '\\') {
      const inner = commandAt(this.#text, at);
      base = (inner && letters.get(inner.name)) ?? '';
      next = inner?.end ?? next;
    }
    const [first, ...rest] = base.replace('ı', 'i').replace('ȷ', 'j');
    if (first === undefined || !/\p{L}/u.test(first)) {
      // `\~50`, `\"`: the sign itself, as in `\~{}`.
      if (/[A-Za-z]/.test(name)) return this.#unknownCommand(i, name, after, end, depth, out);
      out.text(name);
      return close !== undefined && first === undefined ? next : after;
    }
    out.text((first + combining).normalize('NFC') + rest.join(''));
    return next;
  }

  #word(
    i: number,
    name: string,
    after: number,
    end: number,
    depth: number,
    out: RichTextBuilder,
  ): number {
    const plainName = name.replace('*', '');
    const mark = marks.get(plainName);
    if (mark) {
      const argument = this.#argument(this.#pastOptional(after, end), end, depth);
      if (!argument) return after;
      this.#marked(mark, argument, depth, out);
      return argument.next;
    }
    const fontSwitch = switches.get(name);
    if (fontSwitch) {
      const start = this.#text[after] === ' ' ? after + 1 : after;
      // Outside a group there is no telling how far the author meant it to reach.
      if (depth === 0 || depth >= MAX_DEPTH) return start;
      this.#marked(fontSwitch, { start, end }, depth, out);
      return end;
    }
    const letter = letters.get(name);
    if (letter !== undefined) {
      out.text(letter);
      return this.#pastEmptyGroup(this.#text[after] === ' ' ? after + 1 : after);
    }
    const symbol = symbols.get(name);
    if (symbol !== undefined) {
      out.text(symbol);
      return this.#pastEmptyGroup(after);
    }
    const phrase = phrases.get(name);
    if (phrase !== undefined) {
      const next = this.#pastEmptyGroup(after);
      out.text(this.#text[next] === '.' ? phrase.replace(/\.$/, '') : phrase);
      return next;
    }
    if (name === 'url') return this.#url(after, end, depth, out);
    if (name === 'href') return this.#href(after, end, depth, out);
    if (name === 'verb') return this.#verbatim(after, end, out);
    if (name === 'begin' || name === 'end') return this.#environment(name, after, end, depth);
    if (name === 'item') return this.#item(after, end, out);
    if (breaks.has(name)) {
      out.node({ type: 'break' });
      return after;
    }
    if (spaces.has(name)) {
      out.text(' ');
      return after;
    }
    if (footnotes.has(plainName)) {
      const argument = this.#argument(this.#pastOptional(after, end), end, depth);
      if (!argument) return after;
      out.text(' (');
      out.nodes(this.#inner(argument.start, argument.end, depth));
      out.text(')');
      return argument.next;
    }
    if (accents.has(name) && /[\s{\\]/.test(this.#text[after] ?? '')) {
      return this.#accent(i, name, after, end, depth, out);
    }
    if (dropped.has(plainName)) return this.#drop(plainName, after, end, depth, out);
    const count = lastArgument.get(plainName) ?? firstArgument.get(plainName);
    if (count !== undefined) {
      return this.#chosenArgument(count, lastArgument.has(plainName), after, end, depth, out);
    }
    if (name === 'textsuperscript' || name === 'textsubscript') {
      return this.#textScript(i, name === 'textsuperscript' ? '^' : '_', after, end, depth, out);
    }
    if (bareMath.has(name)) return this.#bareMath(i, end, out);
    if (droppedInMath.get(name) === 0) return after;
    return this.#unknownCommand(i, name, after, end, depth, out);
  }

  #unknownCommand(
    _i: number,
    name: string,
    after: number,
    end: number,
    depth: number,
    out: RichTextBuilder,
  ): number {
    const argument = this.#argument(after, end, depth);
    this.#say({
      code: 'tex-unknown-command',
      text: `The command \\${name} is not known; ${argument ? 'its argument is shown without it' : 'its name is shown as text'}.`,
      hint: 'If it is an author macro, write its meaning into a correction of this field.',
    });
    if (!argument) {
      out.text(name);
      return this.#pastEmptyGroup(after);
    }
    out.nodes(this.#inner(argument.start, argument.end, depth));
    return argument.next;
  }

  /** The group at `at`, without its braces; undefined where none stands there or it is empty, nested too deep or cut off. */
  #argument(
    at: number,
    end: number,
    depth: number,
  ): { start: number; end: number; next: number } | undefined {
    const open = this.#text[at] === ' ' && this.#text[at + 1] === '{' ? at + 1 : at;
    const close = this.#text[open] === '{' ? this.#braces.get(open) : undefined;
    if (close === undefined || close >= end || close === open + 1 || depth >= MAX_DEPTH) {
      return undefined;
    }
    return { start: open + 1, end: close, next: close + 1 };
  }

  #pastEmptyGroup(at: number): number {
    return this.#text.startsWith('{}', at) ? at + 2 : at;
  }

  /** Past `[..]`, where one stands at `at`. */
  #pastOptional(at: number, end: number): number {
    if (this.#text[at] !== '[') return at;
    const close = this.#text.slice(at, Math.min(end, at + MAX_QUOTATION)).indexOf(']');
    return close === -1 ? at : at + close + 1;
  }

  #marked(
    mark: Markup,
    range: { start: number; end: number },
    depth: number,
    out: RichTextBuilder,
  ): void {
    if (mark === 'code') {
      out.node({ type: 'code', value: this.#code(range, depth) });
      return;
    }
    const children = this.#inner(range.start, range.end, depth);
    if (mark === 'plain') out.nodes(children);
    else if (children.length > 0) out.node({ type: mark, children });
  }

  /** What stands in `\texttt`: dashes and quotes are themselves there. */
  #code(range: { start: number; end: number }, depth: number): string {
    const raw = this.#text.slice(range.start, range.end);
    if (!/[\\$]|\{\}/.test(raw)) return raw;
    const nested = this.#inCode;
    this.#inCode = true;
    const code = toPlain(this.#inner(range.start, range.end, depth));
    this.#inCode = nested;
    return code;
  }

  #url(after: number, end: number, depth: number, out: RichTextBuilder): number {
    const argument = this.#argument(after, end, depth);
    if (!argument) return after;
    const raw = this.#text.slice(argument.start, argument.end).trim();
    const href = linkAddress(raw);
    if (href === undefined || this.#inLink) {
      out.nodes(this.#inner(argument.start, argument.end, depth));
    } else out.node({ type: 'link', href, children: [{ type: 'text', value: href }] });
    return argument.next;
  }

  #href(after: number, end: number, depth: number, out: RichTextBuilder): number {
    const target = this.#argument(after, end, depth);
    const label = target && this.#argument(target.next, end, depth);
    if (!target || !label) return this.#url(after, end, depth, out);
    const href = linkAddress(this.#text.slice(target.start, target.end));
    const nested = this.#inLink;
    this.#inLink = true;
    const children = this.#inner(label.start, label.end, depth);
    this.#inLink = nested;
    if (href === undefined || nested) out.nodes(children);
    else out.node({ type: 'link', href, children });
    return label.next;
  }

  /** `\verb|x|`: any character delimits. */
  #verbatim(after: number, end: number, out: RichTextBuilder): number {
    const delimiter = this.#text.charAt(after);
    const limit = Math.min(end, after + MAX_QUOTATION);
    const length = this.#text.slice(after + 1, limit).indexOf(delimiter);
    if (delimiter === '' || length === -1) return after;
    out.node({ type: 'code', value: this.#text.slice(after + 1, after + 1 + length) });
    return after + length + 2;
  }

  #environment(side: 'begin' | 'end', after: number, end: number, depth: number): number {
    const argument = this.#argument(after, end, depth);
    if (!argument) return after;
    const name = this.#text.slice(argument.start, argument.end);
    if (side === 'end') this.#lists.pop();
    else this.#lists.push(name.startsWith('enumerate') ? 1 : 0);
    return this.#pastOptional(argument.next, end);
  }

  #item(after: number, end: number, out: RichTextBuilder): number {
    out.node({ type: 'break' });
    const number = this.#lists.at(-1) ?? 0;
    const past = this.#pastOptional(after, end);
    if (past > after) out.text(`${this.#text.slice(after + 1, past - 1)} `);
    else if (number > 0) {
      out.text(`${number}. `);
      this.#lists[this.#lists.length - 1] = number + 1;
    } else out.text('• ');
    return this.#text[past] === ' ' ? past + 1 : past;
  }

  #drop(name: string, after: number, end: number, depth: number, out: RichTextBuilder): number {
    let next = after;
    let optionals = -1;
    while (optionals !== next) {
      optionals = next;
      next = this.#pastOptional(next, end);
    }
    for (let n = dropped.get(name) ?? 0; n > 0; n--) {
      next = this.#argument(next, end, depth)?.next ?? this.#pastEmptyGroup(next);
    }
    const takesNext = next > after && out.dropBlankBefore(this.#text[next] ?? '');
    return takesNext ? next + 1 : next;
  }

  #chosenArgument(
    count: number,
    isLast: boolean,
    after: number,
    end: number,
    depth: number,
    out: RichTextBuilder,
  ): number {
    let next = this.#pastOptional(after, end);
    let chosen: { start: number; end: number } | undefined;
    for (let n = 0; n < count; n++) {
      const argument = this.#argument(next, end, depth);
      if (!argument) break;
      if (isLast || n === 0) chosen = argument;
      next = argument.next;
    }
    if (chosen) out.nodes(this.#inner(chosen.start, chosen.end, depth));
    return next;
  }

  #textScript(
    i: number,
    mark: '^' | '_',
    after: number,
    end: number,
    depth: number,
    out: RichTextBuilder,
  ): number {
    const argument = this.#argument(after, end, depth);
    if (!argument) return after;
    const raw = this.#text.slice(argument.start, argument.end);
    out.node({
      type: 'math',
      latex: `${mark}{\\text{${raw}}}`,
      source: this.#text.slice(i, argument.next),
      display: false,
      origin: 'intact',
    });
    return argument.next;
  }

  /** A formula the author wrote without dollars: math commands, one after the other, with their arguments and scripts. */
  #bareMath(i: number, end: number, out: RichTextBuilder): number {
    let next = i;
    for (;;) {
      const at = next > i && this.#text[next] === ' ' ? next + 1 : next;
      const command = this.#text[at] === '\\' ? commandAt(this.#text, at) : undefined;
      const count = command && at < end ? bareMath.get(command.name) : undefined;
      if (!command || count === undefined || textMeaning(command.name)) break;
      next = this.#scripts(this.#mathArguments(command.end, count, end), end);
    }
    const source = this.#text.slice(i, next);
    out.node({ type: 'math', latex: source, source, display: false, origin: 'intact' });
    return next;
  }

  #mathArguments(after: number, count: number, end: number): number {
    let next = this.#pastOptional(after, end);
    if (next > after && count !== 1) next = after;
    for (let n = 0; n < count; n++) next = this.#mathAtom(next, end) ?? next;
    return next;
  }

  #scripts(at: number, end: number): number {
    let next = at;
    for (;;) {
      const mark = this.#text[next];
      const atom = mark === '_' || mark === '^' ? this.#mathAtom(next + 1, end) : undefined;
      if (atom === undefined) return next;
      next = atom;
    }
  }

  /** The index after a group, a math symbol, a letter, digit or sign at `at`. */
  #mathAtom(at: number, end: number): number | undefined {
    const c = this.#text[at];
    if (c === undefined || at >= end) return undefined;
    if (c === '{') {
      const close = this.#braces.get(at);
      return close === undefined || close >= end ? undefined : close + 1;
    }
    if (c === '\\') {
      const command = commandAt(this.#text, at);
      return command && bareMath.get(command.name) === 0 ? command.end : undefined;
    }
    return /[\p{L}\d*+]/u.test(c) ? at + 1 : undefined;
  }
}

/** `\%`: characters TeX needs a backslash for. */
const ESCAPED = new Set(['%', '&', '_', '#', '$', '{', '}']);
/** `\href{U}{V}` or `\url{U}` alone between dollars: authors do it to get a link past arXiv's form. */
const LINK_AS_MATH = /^\\(?:href\{[^{}$]*\}\{(?:[^{}$]|\{[^{}$]*\})*\}|url\{[^{}$]*\})$/;
/** What a letter, digit or closing bracket before `~` says: it is a tie. */
const TIED_BEFORE = /[\p{L}\p{N}.,;:)\]}'"’”%$]/u;
/** `a`, `1`: what a quotation mark beside it belongs to as an apostrophe. */
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** `{\href{U}{V}}` without the braces around all of it. */
function unbraced(latex: string): string {
  return latex.startsWith('{\\') && latex.endsWith('}') ? latex.slice(1, -1) : latex;
}

function isMarkup(kind: string): kind is Markup {
  return ['emphasis', 'strong', 'smallcaps', 'code', 'plain'].includes(kind);
}

function textMeaning(name: string): boolean {
  return letters.has(name) || symbols.has(name) || marks.has(name) || phrases.has(name);
}

import type { MathOrigin } from '../../model/index.ts';
import commands from '../tables/math-commands.json' with { type: 'json' };
import { commandAt } from '../control-sequence.ts';
import { tidyMath } from './tidy.ts';

/** A formula found in running text. */
export interface MathSpan {
  /** Index of the first delimiter. */
  start: number;
  /** Index after the last delimiter. */
  end: number;
  /** What KaTeX gets: without delimiters, mended. */
  latex: string;
  display: boolean;
  origin: Exclude<MathOrigin, 'repaired'>;
}

/** Environments that are formulas of their own, and what they become inside a display. Those of one line lose their frame. */
const ENVIRONMENTS = new Map<string, { open: string; close: string }>(
  (
    [
      ['equation', '', ''],
      ['displaymath', '', ''],
      ['math', '', ''],
      ['align', '\\begin{aligned}', '\\end{aligned}'],
      ['flalign', '\\begin{aligned}', '\\end{aligned}'],
      ['gather', '\\begin{gathered}', '\\end{gathered}'],
      ['multline', '\\begin{gathered}', '\\end{gathered}'],
      ['eqnarray', '\\begin{array}{rcl}', '\\end{array}'],
    ] as const
  ).flatMap(([name, open, close]) => [
    [name, { open, close }],
    [`${name}*`, { open, close }],
  ]),
);

/** Commands whose argument is text again, where `$` opens a formula inside the formula. */
const TEXT_BOXES = new Set(commands.textBox);

/** A formula inside a formula is rare; past this many the dollar that opened it was none. Keeps the search linear. */
const MAX_INNER_DOLLARS = 16;

/** `{align*}` after `\begin`. */
const ENVIRONMENT_NAME = /\{([A-Za-z]+\*?)\}/y;

/**
 * The formulas of a text, in order and apart from each other: `$..$`, `$$..$$`, `\(..\)`, `\[..\]` and display
 * environments. A dollar without a partner, or one that states a price (`$48-$74`), is not a delimiter.
 *
 * @param text running text, white space collapsed.
 */
export function scanMath(text: string): MathSpan[] {
  const spans: MathSpan[] = [];
  const closers = new Closers(text);
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    let span: MathSpan | undefined;
    let next = i + 1;
    if (c === '$') {
      span = text[i + 1] === '$' ? displayDollars(text, i, closers) : inlineDollars(text, i);
    } else if (c === '\\') {
      const command = commandAt(text, i);
      next = command?.end ?? next;
      if (command?.name === '(') span = delimited(text, i, '\\)', false, closers);
      else if (command?.name === '[') span = delimited(text, i, '\\]', true, closers);
      else if (command?.name === 'begin') span = environment(text, i, command.end, closers);
    }
    if (span) spans.push(span);
    i = span?.end ?? next;
  }
  return spans;
}

/** Where closing delimiters stand. Answers are remembered, so that a text full of openers is still read once. */
class Closers {
  readonly #text: string;
  readonly #known = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Index of the first `closer` at or after `from`, or -1. Calls must come with rising `from`. */
  next(closer: string, from: number): number {
    const known = this.#known.get(closer);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    let found = this.#text.indexOf(closer, from);
    // `\\)` is a line break before a parenthesis.
    while (found > from && closer.startsWith('\\') && this.#text[found - 1] === '\\') {
      found = this.#text.indexOf(closer, found + 1);
    }
    this.#known.set(closer, found);
    return found;
  }
}

function makeSpan(
  start: number,
  end: number,
  body: string,
  display: boolean,
): MathSpan | undefined {
  const { latex, mended } = tidyMath(body);
  if (latex === '' || !dollarsNest(body)) return undefined;
  return { start, end, latex, display, origin: mended ? 'mended' : 'intact' };
}

function displayDollars(text: string, start: number, closers: Closers): MathSpan | undefined {
  const close = closers.next('$$', start + 2);
  if (close === -1) return undefined;
  const body = text.slice(start + 2, close);
  return reallyMath(body, '') ? makeSpan(start, close + 2, body, true) : undefined;
}

function delimited(
  text: string,
  start: number,
  closer: string,
  display: boolean,
  closers: Closers,
): MathSpan | undefined {
  const close = closers.next(closer, start + 2);
  if (close === -1) return undefined;
  return makeSpan(start, close + 2, text.slice(start + 2, close), display);
}

function environment(
  text: string,
  start: number,
  afterBegin: number,
  closers: Closers,
): MathSpan | undefined {
  ENVIRONMENT_NAME.lastIndex = afterBegin;
  const name = ENVIRONMENT_NAME.exec(text)?.[1];
  const frame = name === undefined ? undefined : ENVIRONMENTS.get(name);
  if (name === undefined || frame === undefined) return undefined;
  const bodyStart = afterBegin + name.length + 2;
  const closer = `\\end{${name}}`;
  const close = closers.next(closer, bodyStart);
  if (close === -1) return undefined;
  const body = text.slice(bodyStart, close);
  if (body.trim() === '') return undefined;
  const framed = frame.open + body + frame.close;
  return makeSpan(start, close + closer.length, framed, !name.startsWith('math'));
}

function inlineDollars(text: string, start: number): MathSpan | undefined {
  const close = closingDollar(text, start + 1) ?? nextDollar(text, start + 1);
  if (close === undefined) return undefined;
  const body = text.slice(start + 1, close);
  if (!reallyMath(body, text[close + 1] ?? '')) return undefined;
  return makeSpan(start, close + 1, body, false);
}

/**
 * Index of the dollar that closes the formula whose body starts at `from`, stepping over `\text{if $x$}`; undefined
 * where braces and dollars do not nest.
 */
function closingDollar(text: string, from: number): number | undefined {
  const open: ('brace' | 'text' | 'dollar')[] = [];
  let inner = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') {
      const command = commandAt(text, i);
      if (!command) return undefined;
      i = command.end - 1;
      if (text[command.end] === '{' && TEXT_BOXES.has(command.name)) {
        open.push('text');
        i++;
      }
    } else if (c === '{') open.push('brace');
    else if (c === '}') {
      if (open.at(-1) === 'dollar') return undefined;
      open.pop();
    } else if (c === '$') {
      if (open.length === 0) return i;
      if (open.at(-1) === 'dollar') open.pop();
      else if (open.lastIndexOf('text') > open.lastIndexOf('dollar')) {
        open.push('dollar');
        if (++inner > MAX_INNER_DOLLARS) return undefined;
      } else return undefined;
    }
  }
  return undefined;
}

/** False where a dollar stands in a formula outside of `\text{if $x$}`: to TeX it ends there. */
function dollarsNest(body: string): boolean {
  return nextDollar(body, 0) === undefined || closingDollar(`${body}$`, 0) === body.length;
}

function nextDollar(text: string, from: number): number | undefined {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '$') return i;
  }
  return undefined;
}

/** Signs that no sum of money has: `\`, `^`, `=`. */
const MATH_SIGN = /[\\^_={}<>+|]/;
/** A number with a unit: `10 ms`, `3`, `2n`. */
const QUANTITY = /^\d(?:[\d.,]*\d)?\s?[A-Za-zµ]{0,4}$/;
/** Two letters or more after a blank: the `million` of `5 million and `. */
const WORD = /[\s(][A-Za-z]{2,}/;
/** `price` */
const LETTERS_ONLY = /^[A-Za-z]{2,}$/;
/** Three words in a row, `a method that`, which only prose between two stray dollars has. */
const PROSE = /(?:^|\s)[a-z]+ [a-z]{2,} [a-z]{2,}(?:\s|$)/;
/** A group or a command of a formula, `{data}`, `\alpha`; what is left after taking them out is bare. */
const GROUP_OR_COMMAND = /\{[^{}]*\}|\\[A-Za-z]+/g;

/**
 * Whether what stands between two dollars is a formula, not the prose between two prices or shell variables.
 *
 * @param body between the dollars.
 * @param after the character after the second dollar, empty at the end.
 */
function reallyMath(body: string, after: string): boolean {
  if (body.trim() === '') return false;
  const endsBlank = /\s$/.test(body);
  const startsBlank = /^\s/.test(body);
  if (MATH_SIGN.test(body)) {
    const loose = startsBlank || endsBlank || /^\d/.test(body);
    return !(loose && PROSE.test(body.replace(GROUP_OR_COMMAND, ' ')));
  }
  if (/^\d/.test(body)) {
    if (/\d/.test(after)) return false;
    return QUANTITY.test(body.trim())
      ? !endsBlank || /^[\d.,]+$/.test(body.trim())
      : !WORD.test(body) && !endsBlank;
  }
  if (endsBlank && !startsBlank && /[A-Za-z0-9]/.test(after)) return false;
  const words = body.split(' ').filter((part) => LETTERS_ONLY.test(part));
  return !(startsBlank && endsBlank && words.length > 1);
}

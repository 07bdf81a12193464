import { commandAt, pastOptional } from '../control-sequence.ts';
import { bareMath, hasTextMeaning } from './commands.ts';

/** The text being read, up to `end`, and the partners of its braces. */
interface Source {
  text: string;
  end: number;
  braces: ReadonlyMap<number, number>;
}

/**
 * Where a formula ends that the author wrote without dollars: math commands one after the other, `\alpha \in
 * \mathbb{R}^d`, each with its arguments and scripts.
 *
 * @param start index of a backslash whose command is one of {@link bareMath}.
 */
export function bareMathEnd(source: Source, start: number): number {
  const { text, end } = source;
  let next = start;
  for (;;) {
    const at = next > start && text[next] === ' ' ? next + 1 : next;
    const command = text[at] === '\\' && at < end ? commandAt(text, at) : undefined;
    const count = command ? bareMath.get(command.name) : undefined;
    if (!command || count === undefined || hasTextMeaning(command.name)) return next;
    next = scriptsEnd(source, argumentsEnd(source, command.end, count));
  }
}

function argumentsEnd(source: Source, after: number, count: number): number {
  // Of the commands here only `\sqrt`, with one argument, takes an optional one.
  let next = count === 1 ? pastOptional(source.text, after, source.end) : after;
  for (let n = 0; n < count; n++) next = atomEnd(source, next) ?? next;
  return next;
}

function scriptsEnd(source: Source, at: number): number {
  let next = at;
  for (;;) {
    const mark = source.text[next];
    const atom = mark === '_' || mark === '^' ? atomEnd(source, next + 1) : undefined;
    if (atom === undefined) return next;
    next = atom;
  }
}

/** The index after the group, symbol, letter, digit or sign at `at`. */
function atomEnd({ text, end, braces }: Source, at: number): number | undefined {
  const c = text[at];
  if (c === undefined || at >= end) return undefined;
  if (c === '{') {
    const close = braces.get(at);
    return close === undefined || close >= end ? undefined : close + 1;
  }
  if (c === '\\') {
    const command = commandAt(text, at);
    return command && bareMath.get(command.name) === 0 ? command.end : undefined;
  }
  return /[\p{L}\d*+]/u.test(c) ? at + 1 : undefined;
}

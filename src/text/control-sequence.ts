/** A control sequence found in TeX source. */
export interface Command {
  /** Without the backslash: `textit`, `cite*`, `%`. */
  name: string;
  /** Index after the name (blanks not consumed). */
  end: number;
}

/** `\textit`, `\cite*`: the letters after a backslash, with a star where there is one. */
const LETTERS = /[A-Za-z]+\*?/y;

/** The control sequence whose backslash stands at `at`; undefined for a backslash that ends the text. */
export function commandAt(text: string, at: number): Command | undefined {
  LETTERS.lastIndex = at + 1;
  const letters = LETTERS.exec(text)?.[0];
  if (letters !== undefined) return { name: letters, end: at + 1 + letters.length };
  const code = text.codePointAt(at + 1);
  if (code === undefined) return undefined;
  const name = String.fromCodePoint(code);
  return { name, end: at + 1 + name.length };
}

/** For each `{` of the text the index of its `}`. `\{` and `\}` do not count, nor does what lies in `skipped` (start -> end). */
export function matchBraces(
  text: string,
  skipped: ReadonlyMap<number, { end: number }>,
): ReadonlyMap<number, number> {
  const partner = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const skip = skipped.get(i);
    if (skip) {
      i = skip.end - 1;
      continue;
    }
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') open.push(i);
    else if (c === '}') {
      const start = open.pop();
      if (start !== undefined) partner.set(start, i);
    }
  }
  return partner;
}

/** How far `[..]` may reach for its bracket. */
const LONGEST_OPTION = 300;

/** The index after the optional argument `[..]` at `at`, or `at` where none stands. */
export function pastOptional(text: string, at: number, end: number): number {
  if (text[at] !== '[') return at;
  const close = text.slice(at, Math.min(end, at + LONGEST_OPTION)).indexOf(']');
  return close === -1 ? at : at + close + 1;
}

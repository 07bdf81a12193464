import { mailAddresses } from './mails.ts';
import { localPaths } from './paths.ts';
import type { Stretch } from './stretch.ts';

export type { Stretch };

/** What stands where something was withheld from a text that is published. */
export const WITHHELD = '[withheld]';

/** What in a text is private by its shape, local paths and mail addresses; in file order, not overlapping. */
export function privateStretches(text: string): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of [...shapesIn(text), ...spelledShapes(text)].sort(
    (a, b) => a.from - b.from,
  )) {
    const last = joined.at(-1);
    if (last !== undefined && stretch.from < last.to) last.to = Math.max(last.to, stretch.to);
    else joined.push({ ...stretch });
  }
  return joined;
}

const shapesIn = (text: string) => [...localPaths(text), ...mailAddresses(text)];

/** `&#97;`, `&#x61;`; `\textit{at}`; `{\textbackslash}`, `$\sim$`; what is not seen between letters: `<b>`, `&shy;`, `\allowbreak ` */
const SPELLED =
  /&#(?:x([\da-f]{1,6})|(\d{1,7}));|\{?\\(textbackslash|textasciitilde|textat)(?![a-z])\s{0,9}(?:\{\})?\}?|\$\\(backslash|sim)\$|<\/?(?:a|b|code|em|font|i|span|strong|tt|u|wbr)(?:\s[^<>]{0,200})?>|&(?:shy|zwnj|ZeroWidthSpace);|\\(?:allowbreak\b\s?|-)|\\(?:text[a-z]{2}|emph)\{(at|dot)\}/gi;

/** Signs by the names that TeX has for them. */
const SIGNS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  backslash: '\\',
  textasciitilde: '~',
  sim: '~',
  textat: '@',
};

/** The shapes in a text as it is read that has letters as numbers, or marks between them: `&#97;&#100;&#97;<b>@</b>uni.example` */
function spelledShapes(text: string): Stretch[] {
  let read = '';
  /** Where each letter of what is read begins and ends. */
  const places: Stretch[] = [];
  const take = (letters: string, place?: Stretch) => {
    for (let index = 0; index < letters.length; index += 1)
      places.push(place ?? { from: at + index, to: at + index + 1 });
    read += letters;
  };
  let at = 0;
  for (const { 0: sign, 1: hex, 2: decimal, 3: named, 4: set, 5: word, index } of text.matchAll(
    SPELLED,
  )) {
    take(text.slice(at, index));
    at = index + sign.length;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    const letter =
      code <= 0x10ffff ? String.fromCodePoint(code) : (word ?? SIGNS[named ?? set ?? '']);
    if (letter !== undefined) take(letter, { from: index, to: at });
  }
  if (at === 0) return [];
  take(text.slice(at));
  return shapesIn(read).map(({ from, to }) => ({
    from: places[from]?.from ?? text.length,
    to: places[to - 1]?.to ?? text.length,
  }));
}

/** A text with a mark in the place of each stretch. */
export function withoutStretches(
  text: string,
  stretches: readonly Stretch[],
  mark = WITHHELD,
): string {
  let at = 0;
  let kept = '';
  for (const { from, to } of stretches) {
    kept += text.slice(at, from) + mark;
    at = to;
  }
  return kept + text.slice(at);
}

/** A text in which what is private by its shape is withheld: of messages, which quote seeds. */
export function withoutPrivate(text: string): string {
  return withoutStretches(text, privateStretches(text));
}

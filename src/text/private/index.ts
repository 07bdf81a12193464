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

/** `&#97;`, `&#x61;` */
const ENTITY = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;

/** The shapes in a text that has letters as numbers, as they are read: `&#97;&#100;&#97;&#64;uni.example` */
function spelledShapes(text: string): Stretch[] {
  if (!text.includes('&#')) return [];
  let read = '';
  /** Where each letter of what is read begins. */
  const starts: number[] = [];
  let at = 0;
  const take = (letters: string, from: number, step: 0 | 1) => {
    for (let index = 0; index < letters.length; index += 1) starts.push(from + index * step);
    read += letters;
  };
  for (const { 0: entity, 1: hex, 2: decimal = '', index } of text.matchAll(ENTITY)) {
    take(text.slice(at, index), at, 1);
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    take(code <= 0x10ffff ? String.fromCodePoint(code) : entity, index, 0);
    at = index + entity.length;
  }
  take(text.slice(at), at, 1);
  return shapesIn(read).map(({ from, to }) => ({
    from: starts[from] ?? text.length,
    to: starts[to] ?? text.length,
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

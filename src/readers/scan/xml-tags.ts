import type { Range } from '../seed/index.ts';

/** One piece of markup in an XML text. */
export interface XmlTag extends Range {
  /** `other` is a comment, a CDATA section, a declaration or an instruction. */
  kind: 'start' | 'end' | 'empty' | 'other';
  /** With its prefix: `dc:title`; empty for `other`. */
  name: string;
  /** True for a tag whose `>` is not there. */
  cut: boolean;
}

// The name behind `<` or `</`: `bib:Article`
const NAME = /[\p{L}_][\p{L}\p{N}_:.-]*/uy;

const OTHER_MARKUP: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** The first markup from an offset on, or null. A `<` that begins none is text. */
export function nextTag(text: string, from: number, end: number): XmlTag | null {
  for (let at = text.indexOf('<', from); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
    const other = OTHER_MARKUP.find(([start]) => text.startsWith(start, at));
    if (other !== undefined) {
      const close = text.indexOf(other[1], at + other[0].length);
      const cut = close < 0 || close >= end;
      return { kind: 'other', name: '', from: at, to: cut ? end : close + other[1].length, cut };
    }
    const isEnd = text[at + 1] === '/';
    NAME.lastIndex = at + (isEnd ? 2 : 1);
    const name = NAME.exec(text)?.[0];
    if (name === undefined) continue;
    const { to, cut } = tagEnd(text, NAME.lastIndex, end);
    const kind = isEnd ? 'end' : text[to - 2] === '/' ? 'empty' : 'start';
    return { kind, name, from: at, to, cut };
  }
  return null;
}

/** The offset after the `>` of a tag. One in quotes does not end it; a `<`, which XML forbids there, does. */
function tagEnd(text: string, from: number, end: number): { to: number; cut: boolean } {
  let quote = '';
  for (let at = from; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === '<') return { to: at, cut: false };
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return { to: at + 1, cut: false };
  }
  return { to: end, cut: true };
}

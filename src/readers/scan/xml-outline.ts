import { type Range, trimmed } from '../seed/index.ts';

/** An element directly under the root, before anything in it is looked at. */
export interface TopElement extends Range {
  /** With its prefix: `bib:Article`. */
  name: string;
  /** False when its end tag is missing, because the copy ends or the next element begins. */
  closed: boolean;
}

/** Where the root's children stand and the root's own tags. */
export interface XmlOutline {
  elements: TopElement[];
  /** Start and end tag of the root, declarations and comments. */
  furniture: Range[];
}

// The name behind `<` or `</`: `bib:Article`
const NAME = /[A-Za-z_][\w:.-]*/y;

/**
 * The children of the root element, found by counting tags; a text that is cut off or has a tag too few
 * keeps its other elements.
 *
 * @param startsElement whether the start tag (without `<` and `>`) can only be that of a child of the root.
 * @param depth of the text's beginning: 0 before the root's start tag, 1 among its children.
 */
export function outlineOf(
  text: string,
  startsElement: (tag: string) => boolean,
  range: Range = { from: 0, to: text.length },
  startDepth: 0 | 1 = 0,
): XmlOutline {
  const elements: TopElement[] = [];
  const furniture: Range[] = [];
  let depth: number = startDepth;
  let current: TopElement | undefined;
  const finish = (to: number, closed: boolean) => {
    if (current === undefined) return;
    elements.push({ ...current, to: trimmed(text, { from: current.from, to }).to, closed });
    current = undefined;
  };
  const next = (from: number) => {
    const at = text.indexOf('<', from);
    return at < range.to ? at : -1;
  };
  for (let at = next(range.from); at >= 0; at = next(at)) {
    const skipped = markupEnd(text, at);
    if (skipped !== undefined) {
      if (depth <= 1) furniture.push({ from: at, to: skipped });
      at = skipped;
      continue;
    }
    const isEnd = text[at + 1] === '/';
    NAME.lastIndex = at + (isEnd ? 2 : 1);
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      at += 1;
      continue;
    }
    const to = tagEnd(text, at);
    if (to === undefined) break;
    const isEmpty = text[to - 2] === '/';
    if (isEnd) {
      depth = Math.max(0, depth - 1);
      if (depth === 1) finish(to, true);
      else if (depth === 0) {
        finish(at, false);
        furniture.push({ from: at, to });
      }
    } else {
      if (depth > 1 && startsElement(text.slice(at + 1, to - 1))) {
        finish(at, false);
        depth = 1;
      }
      if (depth === 0) furniture.push({ from: at, to });
      if (depth === 1) current = { name, from: at, to, closed: false };
      if (!isEmpty) depth += 1;
      else if (depth === 1) finish(to, true);
    }
    at = to;
  }
  finish(range.to, false);
  return { elements, furniture };
}

const MARKUP: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** The end of a comment, CDATA section, declaration or instruction at `at`. */
function markupEnd(text: string, at: number): number | undefined {
  const found = MARKUP.find(([start]) => text.startsWith(start, at));
  if (found === undefined) return undefined;
  const end = text.indexOf(found[1], at + found[0].length);
  return end < 0 ? text.length : end + found[1].length;
}

/** The index after the `>` of a tag; a `>` in quotes does not end it, a `<` does. */
function tagEnd(text: string, at: number): number | undefined {
  let quote = '';
  for (let i = at + 1; i < text.length; i += 1) {
    const c = text.charAt(i);
    if (c === '<') return i;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  return undefined;
}

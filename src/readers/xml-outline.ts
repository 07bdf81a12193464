import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml';
import { decodeXML } from 'entities';
import { type Range, trimmed } from './reader.ts';

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

const CDATA = ['<![CDATA[', ']]>'] as const;
const MARKUP: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  CDATA,
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

/** One element and how to get at what is in it. Offsets count from the start of the seed's text. */
export interface XmlPart {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlPart[];
  /** What stands between start and end tag, white space at its ends left out. */
  content: Range;
  /** The start tag. */
  tag: Range;
  /** The characters of `content` with entities resolved; undefined where other elements are in it. */
  text: string | undefined;
}

/** Elements nested deeper than any export writes are left out. */
const MAX_DEPTH = 40;

// Whatever is no plain ASCII: the parser counts bytes, and this makes a byte of each unit
const FOREIGN = /[^\t\n\x20-\x7e]/g;

/**
 * The element at a range, with the places of all that is in it. An element that is cut off is closed
 * where it ends. Null where it is no well-formed XML.
 */
export function elementAt(text: string, range: Range): XmlPart | null {
  const source = text.slice(range.from, range.to);
  const plain = source.replace(FOREIGN, (unit) => (unit === '\r' ? ' ' : 'x'));
  const root = parsed(plain) ?? parsed(closedAt(plain));
  if (root === null) return null;
  const offset = range.from;

  const part = (node: XmlElement, depth: number): XmlPart => {
    const tag = { from: offset + node.start, to: offset + (tagEnd(plain, node.start) ?? node.end) };
    const first = node.children[0];
    const last = node.children.at(-1);
    const inner =
      first === undefined || last === undefined
        ? { from: tag.to, to: tag.to }
        : { from: offset + first.start, to: Math.min(range.to, offset + last.end) };
    const content = trimmed(text, inner);
    const children =
      depth < MAX_DEPTH
        ? node.children.flatMap((child) =>
            child instanceof XmlElement ? part(child, depth + 1) : [],
          )
        : [];
    const isText = children.length === 0 && node.children.every(isCharacters);
    return {
      name: node.name,
      attributes: node.attributes,
      children,
      ...(isText ? characters(text, content) : { content, text: undefined }),
      tag,
    };
  };
  return part(root, 0);
}

function isCharacters(node: XmlNode): boolean {
  return node instanceof XmlText;
}

function characters(text: string, content: Range): { content: Range; text: string } {
  const source = text.slice(content.from, content.to);
  const [start, end] = CDATA;
  if (!source.startsWith(start) || !source.endsWith(end)) {
    return { content, text: source.includes('&') ? decodeXML(source) : source };
  }
  const inner = trimmed(text, { from: content.from + start.length, to: content.to - end.length });
  return { content: inner, text: text.slice(inner.from, inner.to) };
}

function parsed(source: string): XmlElement | null {
  try {
    return parseXml(source, { includeOffsets: true, ignoreUndefinedEntities: true }).root;
  } catch {
    return null;
  }
}

/** The text up to its last whole tag and the characters behind it, with the end tags that are missing. */
function closedAt(source: string): string {
  const open: string[] = [];
  let end = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const skipped = markupEnd(source, at);
    const to = skipped ?? tagEnd(source, at);
    if (to === undefined || source[to - 1] !== '>') break;
    const isEnd = source[at + 1] === '/';
    NAME.lastIndex = at + (isEnd ? 2 : 1);
    const name = skipped === undefined ? NAME.exec(source)?.[0] : undefined;
    if (name !== undefined && isEnd && open.at(-1) === name) open.pop();
    else if (name !== undefined && !isEnd && source[to - 2] !== '/') open.push(name);
    end = to;
    at = to;
  }
  const [rest = ''] = source.slice(end).split('<');
  const kept = rest.replace(/&[^;\s]{0,10}$/, '');
  return `${source.slice(0, end)}${kept}${open
    .reverse()
    .map((name) => `</${name}>`)
    .join('')}`;
}

import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import {
  type Entry,
  gaps,
  type Range,
  type Reading,
  type SeedText,
  trimmed,
} from '../seed/index.ts';

/** SyntaxKind of jsonc-parser, which is a `const enum` that type stripping cannot read. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const STRING = 10;
const COLON = 6;
const END = 17;

/** A JSON text: where it stands, and where the items in it do. */
export interface JsonItems {
  root: Range;
  items: Range[];
}

/** How the items of a format are found. */
export interface ItemShape {
  /** Keys under which a list of items, or one, may stand. */
  lists: ReadonlySet<string>;
  /** Keys of which a top-level object, or one under such a key, is an item by itself. */
  keys: ReadonlySet<string>;
}

/**
 * The items: objects in the top-level array, in a list under one of the known keys, the one under it, or the whole. Objects
 * that are items by themselves may follow each other, as in JSON Lines.
 */
export function itemsOf(text: string, { lists, keys }: ItemShape): JsonItems {
  const scanner = createScanner(text, true);
  const items: Range[] = [];
  /** The brackets that are open; `isList` for one with nothing but lists around it. */
  const open: { kind: number; isList: boolean; from: number }[] = [];
  const isItem = (depth: number) => {
    const parent = open[depth - 1];
    return (
      open[depth]?.kind === OPEN_BRACE && parent?.isList === true && parent.kind === OPEN_BRACKET
    );
  };
  let root: Range | undefined;
  let key: string | undefined;
  let lastString: string | undefined;
  let isSingle = false;
  /** Where the object under a known key begins that is an item by itself. */
  let single: number | undefined;
  /** How many items stand before the value that is read. */
  let before = 0;
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if (root !== undefined && open.length === 0 && kind !== OPEN_BRACE) break;
    if (kind === STRING && open.length <= 2) lastString = scanner.getTokenValue();
    else if (kind === COLON && open.length <= 2) {
      key = lastString;
      // A top-level object with a field of an item is one item by itself.
      if (open.length === 1 && key !== undefined && keys.has(key)) isSingle = true;
      const inner = open[1];
      if (open.length === 2 && inner?.isList && key !== undefined && keys.has(key)) {
        single = inner.kind === OPEN_BRACE ? inner.from : single;
      }
    } else if (kind === OPEN_BRACE || kind === OPEN_BRACKET) {
      const parent = open.at(-1);
      const isList =
        parent === undefined ||
        (parent.isList && parent.kind === OPEN_BRACE && key !== undefined && lists.has(key));
      open.push({ kind, isList, from: offset });
      key = undefined;
    } else if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET) {
      const depth = open.length - 1;
      const range = { from: open[depth]?.from ?? offset, to: offset + 1 };
      if (isItem(depth)) items.push(range);
      if (depth === 1 && range.from === single && items.length === before) items.push(range);
      open.pop();
      if (depth > 0) continue;
      const isWhole = isSingle && items.length === before && kind === CLOSE_BRACE;
      if (root !== undefined && !isWhole) break;
      root = { from: root?.from ?? range.from, to: range.to };
      if (!isWhole) break;
      items.push(range);
      before = items.length;
      isSingle = false;
    }
  }
  const [outermost] = open;
  if (outermost === undefined || (root !== undefined && !isSingle)) {
    return { root: root ?? { from: 0, to: 0 }, items };
  }
  // The copy ends inside of the listing, perhaps inside of an item.
  const end = text.trimEnd().length;
  const cut =
    open.find(({ from }, depth) => isItem(depth) || from === single) ??
    (isSingle ? outermost : undefined);
  if (cut !== undefined) items.push({ from: cut.from, to: end });
  return { root: { from: root?.from ?? outermost.from, to: end }, items };
}

/** A reading of the items; brackets, commas and keys around them, and what a service says of a search, are furniture. */
export function readItems(
  text: SeedText,
  shape: ItemShape,
  entryOf: (text: SeedText, item: Range) => Entry,
): Reading {
  const { root, items } = itemsOf(text.text, shape);
  return {
    entries: items.map((item) => entryOf(text, item)),
    chrome: gaps(root, items).map((gap) => trimmed(text.text, gap)),
  };
}

/**
 * The tree of a JSON text; undefined where it is nested so deep that it cannot be an item. A backslash that escapes nothing,
 * as of TeX that was pasted in, is an error and a backslash.
 */
export function treeOf(source: string, errors: ParseError[] = []): Node | undefined {
  if (isNestedDeeper(source, DEEPEST)) return undefined;
  try {
    const tree = parseTree(source, errors);
    const marked = source.replace(ESCAPE, (mark, known?: string) => (known ? mark : STRAY));
    if (marked === source || source.includes(STRAY)) return tree;
    // The parser would leave out the backslash and the letter behind it.
    return withBackslashes(parseTree(marked));
  } catch {
    // The parser recurses, and how deep it can is not the same everywhere.
    return undefined;
  }
}

/** Deeper than any data of papers, and less deep than parsers on small machines can go. */
const DEEPEST = 1000;

const STRING_OR_BRACKET = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\]]/g;

function isNestedDeeper(source: string, most: number): boolean {
  let depth = 0;
  for (const [sign] of source.matchAll(STRING_OR_BRACKET)) {
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Where the object or list that begins at `from` ends; the end of the text where it never does. */
export function treeEnd(text: string, from: number): number {
  const signs = new RegExp(STRING_OR_BRACKET);
  signs.lastIndex = from;
  let depth = 0;
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    if (match[0] === '{' || match[0] === '[') depth += 1;
    else if (match[0] === '}' || match[0] === ']') depth -= 1;
    if (depth <= 0) return signs.lastIndex;
  }
  return text.length;
}

/** `\n`, `\u00e9`, and the backslash of `\c` */
const ESCAPE = /\\(["\\/bfnrt]|u[\da-fA-F]{4})?/g;

/** Stands for a backslash that escapes nothing, of the same length: a code that no text has. */
const STRAY = '\ufdd1';

function withBackslashes(node: Node | undefined): Node | undefined {
  if (node === undefined) return undefined;
  const value: unknown = node.value;
  return {
    ...node,
    ...(typeof value === 'string' ? { value: value.replaceAll(STRAY, '\\') } : {}),
    ...(node.children && {
      children: node.children.flatMap((child) => withBackslashes(child) ?? []),
    }),
  };
}

/** The values of an object by key. */
export function valuesOf(node: Node | undefined): Map<string, Node> {
  const values = new Map<string, Node>();
  for (const { key, value } of propertiesOf(node)) if (!values.has(key)) values.set(key, value);
  return values;
}

/** The keys and values of an object in order; none for another value. */
export function propertiesOf(node: Node | undefined): { key: string; value: Node }[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [{ key: String(key.value), value }];
  });
}

/** The inside of a string's quotes, and the whole of any other value. */
export function inside({ type, offset, length, value }: Node): Range {
  if (type !== 'string') return { from: offset, to: offset + length };
  // A string that a line break or the end of the text cuts off has no second quote.
  const isOpen = String(value).length > length - 2;
  return { from: offset + 1, to: offset + Math.max(1, isOpen ? length : length - 1) };
}

/** A range in a part of a text as one in the whole. */
export function moved({ from, to }: Range, by: number): Range {
  return { from: from + by, to: to + by };
}

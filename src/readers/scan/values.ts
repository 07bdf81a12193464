import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Node, ParseError } from 'jsonc-parser';
import { type Range, isEndOfText, trimmed } from '../seed/index.ts';
import { inside, moved, propertiesOf, treeEnd, treeOf } from './json-items.ts';

/** A value of a file of data, JSON or YAML, with its place. */
export interface Value {
  kind: 'object' | 'list' | 'text' | 'number' | 'nothing';
  /** Inside of quotes. */
  range: Range;
  /** With its quotes or brackets. */
  whole: Range;
  /** Of a text or number: what it stands for. */
  text: string;
  /** Of an object. */
  properties: { key: string; place: Range; value: Value }[];
  /** Of a list. */
  items: Value[];
}

/** A value at a place, of which nothing is known but what is given. */
export function valueAt(range: Range, whole = range, known: Partial<Value> = {}): Value {
  return { kind: 'nothing', range, whole, text: '', properties: [], items: [], ...known };
}

/** The values a text of data is made of: one, or one a line. */
export interface Data {
  roots: Value[];
  /** True when the text ends inside the last one. */
  cut: boolean;
  /** True for records of XML, each of its own. */
  isEachARecord?: boolean;
  /** True where a standard says that each of them is a publication. */
  isStandard?: boolean;
}

// What a script puts before data: `const papers = [`, `export default [`, `callback([`
const ASSIGNMENT =
  /^\s{0,1000}(?:(?:export\s+)?(?:const|let|var)\s+[\w$]{1,60}\s*(?::[^=\n]{1,80})?=\s*|export\s+default\s+|(?:module\.exports|[\w$.]{1,60})\s*=\s*|[\w$.]{1,60}\()?(?=[[{])/;

// `- title: A Title`, or a key over such a list; behind `---` too
const YAML_LIST =
  /^(?:---[^\n]*\n)?(?:\s*#[^\n]*\n)*(?:[\w-]{1,40}:[^\n]{0,200}\n){0,20}\s*- +["']?[\w -]{1,40}["']?:(?:\s|$)/;

/** The longest text that is read as YAML, whose parser is slow. */
const LONGEST_YAML = 4_000_000;

/** What a text of JSON, of JSON a line, of a script's array or of YAML holds; null for a text of another kind. */
export function dataOf(text: string): Data | null {
  const start = ASSIGNMENT.exec(text)?.[0].length;
  if (start !== undefined) return jsonIn(text, start) ?? yamlOf(text, start);
  return YAML_LIST.test(text.slice(0, 5000)) ? yamlOf(text, 0) : null;
}

/** Mistakes for which a text is no JSON. Comments and commas too many are none. */
const MOST_ERRORS = 3;

/** What JSON from a place on holds; null where none begins there. */
export function jsonIn(text: string, start: number): Data | null {
  const roots: Value[] = [];
  let cut = false;
  for (let at = start; /[[{]/.test(text.charAt(at));) {
    const errors: ParseError[] = [];
    // The rest of the text is not looked at again for each line.
    const tree = treeOf(text.slice(at, treeEnd(text, at)), errors);
    if (tree === undefined) break;
    const root = ofJson(text, tree, at);
    const end = root.whole.to;
    const isLast = isEndOfText(text, end);
    // Text behind a root is an error to the parser, and here the next line.
    const inRoot = errors.filter(({ offset }) => at + offset < end).length;
    if (inRoot > MOST_ERRORS && !isLast) return null;
    if (inRoot > MOST_ERRORS || (root.properties.length === 0 && root.items.length === 0)) {
      return roots.length === 0 ? null : { roots, cut };
    }
    roots.push(root);
    cut = isLast && errors.length > 0;
    at = end;
    while (/[\s,;]/.test(text.charAt(at))) at += 1;
  }
  return roots.length === 0 ? null : { roots, cut };
}

/** Deeper than any record is nested; what is deeper counts as nothing. */
const DEEPEST = 60;

function ofJson(text: string, node: Node, by: number, depth = 0): Value {
  const end = node.offset + node.length;
  // The copy may end inside of a string.
  const isOpen = node.type === 'string' && (node.length < 2 || text.charAt(by + end - 1) !== '"');
  const place = isOpen
    ? { from: node.offset + 1, to: Math.max(node.offset + 1, end) }
    : inside(node);
  const whole = { from: node.offset, to: end };
  const value = valueAt(moved(place, by), moved(whole, by));
  if (depth > DEEPEST) return value;
  switch (node.type) {
    case 'object':
      value.kind = 'object';
      for (const { key, value: child } of propertiesOf(node)) {
        const name = child.parent?.children?.[0];
        const at = name === undefined ? place : inside(name);
        value.properties.push({
          key,
          place: moved(at, by),
          value: ofJson(text, child, by, depth + 1),
        });
      }
      return value;
    case 'array':
      value.kind = 'list';
      for (const child of node.children ?? []) {
        value.items.push(ofJson(text, child, by, depth + 1));
      }
      return value;
    case 'string':
      return { ...value, kind: 'text', text: String(node.value) };
    case 'number':
      return { ...value, kind: 'number', text: String(node.value) };
    default:
      return value;
  }
}

function yamlOf(text: string, start: number): Data | null {
  if (text.length > LONGEST_YAML) return null;
  try {
    const roots = parseAllDocuments(text.slice(start), { merge: false, uniqueKeys: false })
      .filter(({ errors }) => errors.length <= MOST_ERRORS)
      .map(({ contents }) => ofYaml(text, contents, start))
      .filter(({ kind }) => kind === 'list' || kind === 'object');
    return roots.length === 0 ? null : { roots, cut: false };
  } catch {
    // The parser refuses what is nested too deep.
    return null;
  }
}

function ofYaml(text: string, node: unknown, by: number, depth = 0): Value {
  const ranged: unknown = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  const [from = 0, to = 0] = Array.isArray(ranged) ? ranged.map(Number) : [];
  const whole = trimmed(text, { from: from + by, to: to + by });
  const value = valueAt(whole);
  if (depth > DEEPEST) return value;
  if (isMap(node)) {
    value.kind = 'object';
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const place = ofYaml(text, pair.key, by);
      value.properties.push({
        key: String(pair.key.value),
        place: place.range,
        value: ofYaml(text, pair.value, by, depth + 1),
      });
    }
  } else if (isSeq(node)) {
    value.kind = 'list';
    for (const item of node.items) value.items.push(ofYaml(text, item, by, depth + 1));
  } else if (isScalar(node) && !isAlias(node)) {
    const content: unknown = node.value;
    if (typeof content === 'number') {
      return { ...value, kind: 'number', text: String(node.source ?? content) };
    }
    if (typeof content === 'string') {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
      const mark = isBlock ? text.indexOf('\n', whole.from) + 1 : whole.from + Number(isQuoted);
      const range = trimmed(text, {
        from: Math.min(Math.max(mark, whole.from), whole.to),
        to: whole.to - Number(isQuoted),
      });
      return { ...value, kind: 'text', text: content, range };
    }
  }
  return value;
}

import { type Range, trimmed } from '../../seed/index.ts';

/** One `name = value` of an entry. */
export interface BibField {
  /** Lower case. */
  name: string;
  /** The parts joined by `#`, each without its braces or quotes, blanks at its ends kept. */
  parts: BibValuePart[];
  /** From the first character of the value to the last, outer braces and quotes left out where it is one part. */
  range: Range;
}

export interface BibValuePart extends Range {
  /** `bare` is a number or the name of a macro. */
  kind: 'braced' | 'quoted' | 'bare';
}

/** `@article{key, ..}`, `@string{..}`, `@comment{..}` and what is in them. */
export interface BibEntry extends Range {
  /** Lower case, without `@`. */
  type: string;
  typeRange: Range;
  key: Range | null;
  fields: BibField[];
  /** Stretches in which neither a field nor punctuation was expected. */
  unknown: Range[];
  /** `whole`, or what is wrong with its braces. */
  state: 'whole' | 'unbalanced' | 'cut-off';
}

// `@article{`, `@ARTICLE {`, `@Article(`
const ENTRY = /(?<![\w.+-])@[ \t]*([A-Za-z][A-Za-z_-]*)\s{0,20}([{(])/g;

// A line that can only be the beginning of the next entry: `@misc{key,`, `@article{ WOS:0001,`
const NEXT_ENTRY =
  /(?<=[\r\n][ \t]*)@[ \t]{0,4}[A-Za-z][A-Za-z_-]*[ \t]*[{(][ \t]*(?:[^\s,={}()"]{1,200}[ \t]*,|[\r\n]|[A-Za-z]+[ \t]*=)/g;

// The name of a field and its sign: `Web-of-Science-Categories  = `, `title=`
const FIELD_NAME = /([A-Za-z_][\w.:+/-]{0,60}(?: \d{1,2})?)\s{0,20}=/y;

// A line on which a field begins inside a value that was never closed: `  year = {`, `month = jul,`
const FIELD_LINE =
  /[\r\n][ \t]{0,40},?[ \t]{0,40}[A-Za-z_][\w.:+/-]{0,60}[ \t]{0,20}=[ \t]{0,20}(?:[{"]|\w{1,12}[ \t]{0,20}(?:[,}\r\n]|$))/g;

// A number or the name of a macro: `2023`, `jul`
const BARE = /[^\s,#{}"()=%]+/y;

// What follows the first word of a value without braces: ` Words` of `title = Some Words,`
const REST_OF_BARE = /[^,#{}"=\r\n]{1,300}(?=[,}\r\n])/y;

/** What follows the brace that ends a value or an entry too early: `, year = {`. */
const MORE_FIELDS = /[}\s]{0,20},\s{0,20}[A-Za-z_][\w.:+/-]{0,60}\s{0,20}=\s{0,20}[{"\w]/y;

/**
 * The entries of a BibTeX text in file order, `@string`, `@preamble` and `@comment` among them
 * (https://www.bibtex.org/Format/). Braces that do not balance spoil their own entry only: no entry
 * reaches over a line on which the next begins.
 */
export function* bibEntries(text: string): Generator<BibEntry, void> {
  const limits = limitsOf(text);
  let comments: CommentScan = { balanced: true };
  ENTRY.lastIndex = 0;
  let at = 0;
  for (let match = nextEntry(text, at); match !== null; match = nextEntry(text, at)) {
    const from = match.index;
    const open = from + match[0].length - 1;
    const type = (match[1] ?? '').toLowerCase();
    const limit = limits.after(from);
    if (type === 'comment' || type === 'preamble') {
      const entry = opaque(text, { from, open, type, limit }, comments);
      comments = entry.comments;
      at = entry.to;
      yield entry.entry;
      continue;
    }
    const typeFrom = from + match[0].search(/[A-Za-z]/);
    const frame: Frame = {
      from,
      open,
      limit,
      type,
      typeRange: { from: typeFrom, to: typeFrom + type.length },
    };
    const strict = scanEntry(text, frame, false);
    const entry = strict.state === 'whole' ? strict : scanEntry(text, frame, true);
    at = Math.max(entry.to, open + 1);
    yield entry;
  }
}

interface Frame {
  from: number;
  /** Of the brace or parenthesis behind the type. */
  open: number;
  /** The entry ends here at the latest. */
  limit: number;
  type: string;
  typeRange: Range;
}

function nextEntry(text: string, at: number): RegExpExecArray | null {
  ENTRY.lastIndex = at;
  return ENTRY.exec(text);
}

/** Where entries surely begin, asked for in rising order. */
function limitsOf(text: string): { after(offset: number): number } {
  const starts = [...text.matchAll(NEXT_ENTRY)].map((match) => match.index);
  let next = 0;
  return {
    after(offset) {
      while ((starts[next] ?? text.length) <= offset && next < starts.length) next += 1;
      return starts[next] ?? text.length;
    },
  };
}

interface CommentScan {
  /** False once a comment was found that nothing closes; looking as far again would cost too much. */
  balanced: boolean;
}

/** `@comment{..}`: may hold whole entries, so its braces count beyond the next `@`. */
function opaque(
  text: string,
  { from, open, type, limit }: Pick<Frame, 'from' | 'open' | 'type' | 'limit'>,
  comments: CommentScan,
): { entry: BibEntry; to: number; comments: CommentScan } {
  const near = closing(text, open, limit);
  const far = near === null && comments.balanced ? closing(text, open, text.length) : near;
  const lineEnd = text.slice(open, limit).search(/[\r\n]/);
  const to = far === null ? (lineEnd < 0 ? limit : open + lineEnd) : far + 1;
  const typeRange = { from, to: open };
  return {
    entry: { type, from, to, typeRange, key: null, fields: [], unknown: [], state: 'whole' },
    to,
    comments: { balanced: comments.balanced && far !== null },
  };
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' };

/** The bracket that closes the one at `open`, or null before `limit`. Braces nest; a parenthesis ends outside of them. */
function closing(text: string, open: number, limit: number): number | null {
  const end = CLOSING[text.charAt(open)] ?? '}';
  let depth = 0;
  for (let i = open + 1; i < limit; i += 1) {
    const c = text[i];
    if (c === '\\' && isBrace(text[i + 1])) i += 1;
    else if (depth === 0 && c === end) return i;
    else if (c === '{') depth += 1;
    else if (c === '}') depth -= 1;
  }
  return null;
}

function isBrace(character: string | undefined): boolean {
  return character === '{' || character === '}';
}

/**
 * Reads one entry.
 *
 * @param tolerant whether a value ends at the latest before a line on which another field begins, and a
 *   brace behind which further fields follow does not end the entry.
 */
function scanEntry(text: string, frame: Frame, tolerant: boolean): BibEntry {
  const { from, open, limit, type, typeRange } = frame;
  const end = CLOSING[text.charAt(open)] ?? '}';
  const fields: BibField[] = [];
  const unknown: Range[] = [];
  const key = type === 'string' ? null : keyAt(text, open + 1, limit, end);
  let at = key?.to ?? open + 1;
  const lines = tolerant ? fieldLines(text, open, limit) : null;
  let state: BibEntry['state'] = tolerant ? 'unbalanced' : 'whole';
  let closed = false;

  while (at < limit) {
    const c = text.charAt(at);
    if (c === end) {
      MORE_FIELDS.lastIndex = at + 1;
      const goesOn = MORE_FIELDS.test(text) && MORE_FIELDS.lastIndex <= limit;
      if (goesOn && !tolerant) return { ...entryOf(at + 1), state: 'unbalanced' };
      at += 1;
      if (goesOn) continue;
      closed = true;
      break;
    }
    if (c === ',' || c === ';' || c === '}' || /\s/.test(c)) {
      at += 1;
      continue;
    }
    if (c === '%') {
      at = lineEndAfter(text, at, limit);
      continue;
    }
    FIELD_NAME.lastIndex = at;
    const name = FIELD_NAME.exec(text);
    if (name === null || FIELD_NAME.lastIndex > limit) {
      at = unknownEnd(text, at, limit, unknown);
      continue;
    }
    const value = valueAt(text, FIELD_NAME.lastIndex, limit, lines);
    if (value === null) return { ...entryOf(limit), state: 'unbalanced' };
    if (value.parts.length > 0) {
      fields.push({ name: (name[1] ?? '').toLowerCase(), parts: value.parts, range: value.range });
    }
    at = value.to;
  }
  if (!closed) {
    if (!tolerant) state = 'unbalanced';
    else if (text.slice(limit).trim() === '') state = 'cut-off';
  }
  return entryOf(closed ? at : Math.max(open + 1, trimmed(text, { from: open, to: limit }).to));

  function entryOf(to: number): BibEntry {
    return { type, typeRange, key, fields, unknown, state, from, to };
  }
}

/** The key, which may be missing: `@article{title = ..`, `@article{,`. */
function keyAt(text: string, from: number, limit: number, end: string): Range | null {
  for (let i = from; i < limit; i += 1) {
    const c = text[i];
    if (c === '=' || c === '"' || c === '{') return null;
    if (c === ',' || c === end || c === '}') return keyRange(text, from, i);
    // `@article{key` with the comma forgotten.
    if ((c === '\n' || c === '\r') && text.slice(from, i).trim() !== '') {
      return keyRange(text, from, i);
    }
  }
  return null;
}

function keyRange(text: string, from: number, to: number): Range | null {
  const range = trimmed(text, { from, to });
  return range.to > range.from ? range : null;
}

interface Value {
  parts: BibValuePart[];
  range: Range;
  to: number;
}

/**
 * The value behind `=`; null where its braces or quotes are not closed.
 *
 * @param lines where to end a value that is not closed; without it, such a value gives null.
 */
function valueAt(
  text: string,
  from: number,
  limit: number,
  lines: FieldLines | null,
): Value | null {
  const parts: BibValuePart[] = [];
  let at = from;
  let first: number | undefined;
  let last = from;
  while (at < limit) {
    const c = text.charAt(at);
    if (/\s/.test(c) || c === '#') {
      at += 1;
      continue;
    }
    const part = partAt(text, at, limit, lines);
    if (part === undefined) break;
    if (part === null) return null;
    parts.push(part.part);
    first ??= at;
    last = part.to;
    at = part.to;
    const next = /\s{0,200}#/y;
    next.lastIndex = at;
    if (!next.test(text)) break;
  }
  const [only, ...others] = parts;
  const range =
    only !== undefined && others.length === 0
      ? trimmed(text, only)
      : { from: first ?? from, to: last };
  return { parts, range, to: last };
}

/** One part of a value: undefined where none stands, null where it is not closed. */
function partAt(
  text: string,
  at: number,
  limit: number,
  lines: FieldLines | null,
): { part: BibValuePart; to: number } | null | undefined {
  const c = text.charAt(at);
  if (c !== '{' && c !== '"') {
    BARE.lastIndex = at;
    const bare = BARE.exec(text)?.[0];
    if (bare === undefined || at + bare.length > limit) return undefined;
    // `title = Some Words,` with the braces forgotten; `year = 2023 month = jul` with the comma.
    REST_OF_BARE.lastIndex = at + bare.length;
    const rest = REST_OF_BARE.exec(text)?.[0] ?? '';
    const to = Math.min(limit, at + bare.length + rest.trimEnd().length);
    return { part: { kind: 'bare', from: at, to }, to };
  }
  const kind = c === '{' ? 'braced' : 'quoted';
  const end = lines === null ? limit : lines.after(at);
  const close = kind === 'braced' ? closing(text, at, end) : closingQuote(text, at, end);
  if (close !== null) {
    const last = lines === null ? close : laterBrace(text, close, end);
    return { part: { kind, from: at + 1, to: last }, to: last + 1 };
  }
  if (lines === null) return null;
  // Up to the line of the next field, without the comma, brace or quote that should have closed it.
  const rest = text.slice(at + 1, end);
  const content = rest.replace(/[\s,}"]{1,40}$/, '');
  const range = trimmed(text, { from: at + 1, to: at + 1 + content.length });
  return { part: { kind, ...range }, to: end };
}

// `too many},` behind a value that a brace too many has ended
const REST_OF_VALUE = /^[^={}"\r\n]*\}(?=[\s,]*$)/;

/** The brace that ends a value whose first one comes too early: `{A brace} too many},` before the next field. */
function laterBrace(text: string, close: number, end: number): number {
  const rest = REST_OF_VALUE.exec(text.slice(close + 1, end))?.[0];
  return rest === undefined || rest.length < 2 ? close : close + rest.length;
}

interface FieldLines {
  /** Where the next line begins that starts a field, or the end of the entry. */
  after(offset: number): number;
}

/** The lines of an entry on which a field seems to begin, asked for in rising order. */
function fieldLines(text: string, from: number, limit: number): FieldLines {
  const starts = [...text.slice(from, limit).matchAll(FIELD_LINE)].map(({ index }) => from + index);
  let next = 0;
  return {
    after(offset) {
      while ((starts[next] ?? limit) <= offset && next < starts.length) next += 1;
      return starts[next] ?? limit;
    },
  };
}

/** The quote that closes the one at `open`: outside of braces, and not the accent of `\"o`. */
function closingQuote(text: string, open: number, limit: number): number | null {
  let depth = 0;
  for (let i = open + 1; i < limit; i += 1) {
    const c = text[i];
    if (c === '\\' && (isBrace(text[i + 1]) || /^"[\p{L}{\\]/u.test(text.slice(i + 1, i + 3))))
      i += 1;
    else if (c === '{') depth += 1;
    else if (c === '}') depth -= 1;
    else if (c === '"' && depth <= 0) return i;
  }
  return null;
}

/** Adds the word at `at`, which is no field, to the stretches not understood; gives where it ends. */
function unknownEnd(text: string, at: number, limit: number, unknown: Range[]): number {
  const end = /[\s,}]/g;
  end.lastIndex = at + 1;
  const to = Math.min(end.exec(text)?.index ?? limit, limit);
  const last = unknown.at(-1);
  if (last !== undefined && text.slice(last.to, at).trim() === '') last.to = to;
  else unknown.push({ from: at, to });
  return to;
}

function lineEndAfter(text: string, at: number, limit: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = at;
  return Math.min(end.exec(text)?.index ?? limit, limit);
}

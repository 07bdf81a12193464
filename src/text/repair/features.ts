import { commandNames, splitRun } from './commands.ts';
import { hashText, mix } from './hash.ts';
import type { Token } from './tokens.ts';

/** Whether a lower-case word is known from prose. */
export type Vocabulary = (word: string) => boolean;

/** For each token the numbers of its features; `joint` are those that also look at the tag of the token before. */
export interface Features {
  single: Uint32Array[];
  joint: Uint32Array[];
}

const symbolWords = new Set(
  'times in to le ge leq geq ne neq sim approx pm rightarrow subset subseteq cdot cup cap equiv propto ll gg circ otimes oplus mapsto leftarrow'.split(
    ' ',
  ),
);
/** A letter before a lost relation: `Min`, `Xsubset`. */
const letterThenRelation =
  /^[A-Za-z](?:in|to|times|subset|subseteq|le|ge|leq|geq|cup|cap|circ|sim|approx|rightarrow|otimes|oplus|mapsto)$/;
const functionWords = new Set(
  'log exp max min sup inf lim ln det dim arg sin cos tan tanh ker deg gcd Pr poly polylog argmax argmin softmax'.split(
    ' ',
  ),
);
const units = new Set(
  'x B M K k GB MB ms s dB kHz Hz nm mm cm km m kg g eV keV MeV GeV TeV K pp pt px fps th st nd rd D d bit bits T'.split(
    ' ',
  ),
);

/** A small alphabet of what a token looks like. */
function classOf(token: Token, known: boolean): string {
  const { kind, text } = token;
  if (kind === 'number') return text.includes('.') ? '8' : text.length > 2 ? '9' : '7';
  if (kind === 'space') return ' ';
  if (kind === 'greek') return 'G';
  if (kind === 'opaque') return 'R';
  if (kind === 'mark') return text;
  if (text.length === 1) {
    if (text === 'a' || text === 'A' || text === 'I') return text;
    return text >= 'a' ? 'l' : 'L';
  }
  if (symbolWords.has(text)) return 'S';
  if (functionWords.has(text)) return 'F';
  if (known && text !== 'into' && letterThenRelation.test(text)) return 'J';
  const { letters, commands } = splitRun(text);
  if (commands.length > 0) {
    if (letters === '') return known ? 'c' : 'C';
    if (letters.length <= 3) return known ? 'e' : 'D';
  }
  if (text.length <= 3 && text === text.toLowerCase()) return known ? 'p' : 's';
  if (known) return text === text.toLowerCase() ? 'p' : 'P';
  if (text === text.toLowerCase()) return 'w';
  if (text === text.toUpperCase()) return text.length === 2 ? 'Y' : 'X';
  if (/^[A-Z][a-z]+$/.test(text)) return 'T';
  return text.length <= 3 ? 'y' : 'Q';
}

/** What each token looks like, one character each. */
export function classes(tokens: readonly Token[], vocabulary: Vocabulary): string[] {
  return tokens.map((token) =>
    classOf(token, token.kind === 'word' && vocabulary(token.text.toLowerCase())),
  );
}

export const bucket = (n: number) => (n > 9 ? 6 : n > 5 ? 5 : n > 3 ? 4 : n);
/** Classes of tokens that hold a lost command or Greek. */
const c4 = /[CDGS]/;
const isOpening = (c: string) => c === '(' || c === '[' || c === '{';
const isClosing = (c: string) => c === ')' || c === ']' || c === '}';

/** What stands at a place, in very few kinds: a capitalised word, another word, a number, else the character. */
function coarse(token: Token | undefined): string {
  if (!token) return '';
  if (token.kind === 'word') return token.text.charAt(0) <= 'Z' ? 'U' : 'l';
  if (token.kind === 'number') return '9';
  if (token.kind === 'space' || token.kind === 'greek') return token.kind;
  return token.text;
}

/**
 * What a script hangs on, what it is and what follows it: `D^2VLM` is a name whose author set only the `^2` as math,
 * `O(D^2)` a formula. Empty when no script stands at `i`, and its base not either.
 */
export function scriptContext(tokens: readonly Token[], i: number): string {
  const isMark = (k: number) => tokens[k]?.text === '^' || tokens[k]?.text === '_';
  const at = isMark(i) ? i : isMark(i + 1) ? i + 1 : -1;
  if (at < 0) return '';
  const base = tokens[at - 1];
  const braced = tokens[at + 1]?.text === '{';
  let end = at + 2;
  if (braced) while (end < at + 12 && end < tokens.length && tokens[end - 1]?.text !== '}') end++;
  const script = tokens[braced ? at + 2 : at + 1];
  const name =
    base && base.text.length > 1 ? (base.text === base.text.toUpperCase() ? 'N' : 'n') : '';
  const after = tokens[end];
  const next = after?.text === '-' ? `-${coarse(tokens[end + 1])}` : coarse(after);
  const said =
    script?.kind === 'word' && commandNames.has(script.text) ? script.text : coarse(script);
  return `${tokens[at]?.text}${coarse(base)}${name}${said}${end - at > 4 ? '+' : ''} ${next}`;
}

/** Numbers of all features of all tokens, in the order of the tokens. Takes time linear in the text's length. */
export function features(tokens: readonly Token[], vocabulary: Vocabulary, size: number): Features {
  const mask = size - 1;
  const n = tokens.length;
  const text = tokens.map((token) => token.text);
  const cls = classes(tokens, vocabulary);
  const ids = text.map(hashText);
  const coarseIds = tokens.map((token) => hashText(coarse(token)));
  const classIds = cls.map(hashText);
  // What a neighbour is called: a word by itself, a number by its class.
  const names = tokens.map(({ kind }, i) => (kind === 'number' ? classIds[i] : ids[i]) ?? 0);
  const NONE = 1;
  const at = (row: readonly number[], i: number) => row[i] ?? NONE;

  // Neighbours past blanks.
  const left = new Int32Array(n);
  const right = new Int32Array(n);
  for (let i = 0, last = -1; i < n; i++) {
    left[i] = last;
    if (cls[i] !== ' ') last = i;
  }
  for (let i = n - 1, next = n; i >= 0; i--) {
    right[i] = next;
    if (cls[i] !== ' ') next = i;
  }

  // Chunks between blanks: their shape and what stands in them.
  const chunkOf = new Int32Array(n);
  const chunkShape: number[] = [];
  const chunkFlags: number[] = [];
  for (let i = 0; i < n;) {
    let end = i + 1;
    if (cls[i] !== ' ') while (end < n && cls[end] !== ' ') end++;
    let shape = '';
    let flags = 0;
    for (let k = i; k < end; k++) {
      const c = cls[k] ?? '';
      if (shape.length < 14 && !(c === shape.at(-1))) shape += c;
      if (c === '^' || c === '_') flags |= 1;
      else if (c === '=' || c === '<' || c === '>' || c === '|') flags |= 2;
      else if (c === 'G' || c === 'C' || c === 'D' || c === 'S') flags |= 4;
      else if (c === '{' || c === '}') flags |= 8;
      else if (c === '-') flags |= 16;
      else if (c === 'w' || c === 'p' || c === 'T' || c === 'P' || c === 'Q' || c === 'X')
        flags |= 32;
    }
    for (let k = i; k < end; k++) chunkOf[k] = chunkShape.length;
    chunkShape.push(hashText(shape));
    chunkFlags.push(flags);
    i = end;
  }

  // The words before each chunk.
  const before = new Int32Array(n);
  for (let i = 0, edge = -1; i < n; i++) {
    if (cls[i] === ' ') edge = i - 1;
    before[i] = edge;
  }

  // The bracket a token stands in.
  const enclosing = new Int32Array(n).fill(-1);
  const closing = new Int32Array(n).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < n; i++) {
    const c = text[i] ?? '';
    if (isClosing(c)) {
      const from = open.pop();
      if (from !== undefined) {
        closing[from] = i;
        enclosing[i] = from;
      }
    } else {
      enclosing[i] = open.at(-1) ?? -1;
      if (isOpening(c)) open.push(i);
    }
  }

  // Which texts stand in a formula for certain somewhere, and how often each occurs.
  const certain = new Map<string, number>();
  const occurrences = new Map<string, number>();
  let mathLike = 0;
  let commands = 0;
  const strong = (i: number) => {
    const c = cls[i] ?? '';
    return c === '^' || c === '_' || c === 'G' || c === 'C' || c === 'D' || c === '=';
  };
  const isStrong = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const c = cls[i] ?? '';
    if (c === ' ') continue;
    const word = text[i] ?? '';
    occurrences.set(word, (occurrences.get(word) ?? 0) + 1);
    if (strong(i)) mathLike++;
    if (c === 'C' || c === 'D' || c === 'G' || c === 'S') commands++;
    const [l, r] = [left[i] ?? -1, right[i] ?? n];
    if (strong(i - 1) || strong(i + 1) || (strong(l) && cls[l] !== 'G') || strong(r)) {
      isStrong[i] = 1;
      certain.set(word, (certain.get(word) ?? 0) + 1);
    }
  }
  const density = bucket(Math.floor((200 * mathLike) / (n + 50)));

  const single: Uint32Array[] = [];
  const joint: Uint32Array[] = [];
  const row: number[] = [];
  for (let i = 0; i < n; i++) {
    row.length = 0;
    let template = 0;
    const add = (a: number, b = 0, c = 0, d = 0) => {
      row.push(mix(mix(mix(mix(++template, a), b), c), d) & mask);
    };
    const token = tokens[i];
    if (!token) continue;
    const id = at(names, i);
    const own = at(classIds, i);
    const l = left[i] ?? -1;
    const r = right[i] ?? n;
    const l2 = left[l] ?? -1;
    const r2 = right[r] ?? n;
    const l3 = left[l2] ?? -1;
    const r3 = right[r2] ?? n;
    const [p1, n1, p2, n2] = [
      at(names, i - 1),
      at(names, i + 1),
      at(names, i - 2),
      at(names, i + 2),
    ];
    const [P1, N1] = [at(classIds, i - 1), at(classIds, i + 1)];
    const [P2, N2] = [at(classIds, i - 2), at(classIds, i + 2)];
    const [L1, R1, L2, R2] = [at(classIds, l), at(classIds, r), at(classIds, l2), at(classIds, r2)];
    const [L3, R3] = [at(classIds, l3), at(classIds, r3)];
    const [l1, r1] = [at(names, l), at(names, r)];
    add(0);
    add(id);
    add(own);
    add(p1);
    add(n1);
    add(id, p1);
    add(id, n1);
    add(id, p1, n1);
    add(own, P1, N1);
    add(own, p1, n1);
    add(own, P1, N1, P2);
    add(own, P1, N1, N2);
    add(own, mix(P1, P2), mix(N1, N2));
    add(own, l1);
    add(own, r1);
    add(id, l1);
    add(id, r1);
    add(own, l1, r1);
    add(own, L1, R1);
    add(own, L1, R1, mix(L2, R2));
    add(id, L1, R1);
    add(own, L1, L2, L3);
    add(own, R1, R2, R3);
    add(own, l1, at(names, l2));
    add(own, r1, at(names, r2));
    add(own, at(names, l2));
    add(own, at(names, r2));
    add(own, p2);
    add(own, n2);
    const chunk = chunkOf[i] ?? 0;
    const shape = at(chunkShape, chunk);
    const flags = chunkFlags[chunk] ?? 0;
    add(shape);
    add(shape, own);
    add(shape, id);
    add(flags, own);
    add(flags, at(chunkFlags, chunk - 2), at(chunkFlags, chunk + 2), own);
    add(shape, at(chunkShape, chunk - 2), own);
    add(shape, at(chunkShape, chunk + 2), own);
    const script = scriptContext(tokens, i);
    const scriptId = script === '' ? 0 : hashText(script);
    const beforeScript = at(coarseIds, i - (token.text === '^' || token.text === '_' ? 2 : 1));
    if (scriptId !== 0) {
      add(scriptId, own);
      add(scriptId, own, density);
      add(scriptId, own, beforeScript);
      add(scriptId, own, at(names, before[i] ?? -1));
    } else template += 4;
    const [c1, c2, c3] = [at(coarseIds, i + 1), at(coarseIds, i + 2), at(coarseIds, i + 3)];
    const [b1, b2, b3] = [at(coarseIds, i - 1), at(coarseIds, i - 2), at(coarseIds, i - 3)];
    add(own, mix(b1, c1), c2, c3);
    add(own, mix(b1, c1), b2, b3);
    add(id, b1, c1, mix(b2, c2));
    const from = enclosing[i] ?? -1;
    if (from >= 0) {
      const bracket = at(ids, from);
      add(bracket, own);
      add(bracket, own, at(classIds, from - 1));
      const until = closing[from] ?? -1;
      add(bracket, until < 0 ? 0 : bucket(until - from), at(classIds, from - 1), own);
      add(bracket, at(classIds, from + 1), at(classIds, from - 1), own);
    } else template += 4;
    if (token.kind === 'space') {
      add(at(ids, l), at(ids, r));
      add(L1, at(ids, r));
      add(at(ids, l), R1);
      template += 12;
    } else {
      template += 3;
      const certainty = bucket((certain.get(token.text) ?? 0) - (isStrong[i] ?? 0));
      const count = bucket(occurrences.get(token.text) ?? 0);
      add(certainty, own);
      add(certainty, count, own);
      add(certainty, own, L1, R1);
      add(certainty, P1, N1, own);
      add(count, id);
      add(density, own);
      add(density, own, P1, N1);
      add(density, id);
      add(bucket(commands - (c4.test(cls[i] ?? '') ? 1 : 0)), own);
      add(bucket(commands), density, own, mix(P1, N1));
      add(density, p1, own, n1);
      add(density, mix(own, N1), N2, at(classIds, i + 3));
      add(isStrong[i] ?? 0, own);
      if (token.kind === 'word') {
        const word = token.text;
        add(hashText(word.slice(-3)), Math.min(word.length, 8));
        add(hashText(word.slice(0, 3)), Math.min(word.length, 8));
        add(units.has(word) ? 1 : 0, P1, N1);
      }
    }
    single.push(Uint32Array.from(row));

    row.length = 0;
    template = 1000;
    add(0);
    add(own, P1);
    add(own, at(classIds, i - 1), N1);
    add(id, P1);
    add(own, p1);
    add(L1, own, R1);
    add(flags, own);
    add(own, at(names, l), at(names, r));
    joint.push(Uint32Array.from(row));
  }
  return { single, joint };
}

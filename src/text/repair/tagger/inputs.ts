import { classes, splitRun, type Token, type Vocabulary } from '../tokens/index.ts';
import { hashText } from './hash.ts';

/** What the network sees of each token but blanks, numbers of rows of its tables. */
export interface Inputs {
  /** For each token of the text, blanks left out: its index there, and whether a blank stands before it. */
  places: Int32Array;
  blanks: Uint8Array;
  /** A row of the table of words, 0 for one that has none. */
  words: Int32Array;
  /** Rows of the table of parts, those of token `i` from `partsFrom[i]` to `partsFrom[i + 1]`. */
  parts: Int32Array;
  partsFrom: Int32Array;
  /** Rows of the table of traits, {@link TRAITS} of each token. */
  traits: Int32Array;
}

/** Rows of the table of parts: letters in threes, and the commands a run of letters holds. */
export const PARTS = 4096;
/** No word has more parts. */
const MAX_PARTS = 20;

/** Classes of tokens, each a row of the table of traits; a class not listed has the first. */
const CLASSES = '? 789GRaAIlLSFJcCeDpsPwYXTyQ()[]{}^_=<>+-*/|,;:.!?%&#@~\'"`';
const BUCKETS = 7;
/** Where in the table of traits each kind begins. */
const BLANK = CLASSES.length;
const COUNT = BLANK + 2;
const CERTAIN_HERE = COUNT + BUCKETS;
const CERTAIN_ELSEWHERE = CERTAIN_HERE + 2;
const DENSITY = CERTAIN_ELSEWHERE + BUCKETS;
const LOST_IN_TEXT = DENSITY + BUCKETS;
/** Rows of the table of traits, and how many of them each token has. */
export const TRAIT_ROWS = LOST_IN_TEXT + BUCKETS;
export const TRAITS = 7;

/** How a token is looked up among words: numbers by their form, long words whatever their case. */
export function wordKey({ kind, text }: Pick<Token, 'kind' | 'text'>): string {
  if (kind === 'number')
    return text.length === 1
      ? text
      : text.replace(/[0-9]+/g, (run) => '0'.repeat(Math.min(run.length, 4)));
  if (kind === 'word') return text.length > 3 ? text.toLowerCase() : text;
  return kind === 'opaque' ? text.slice(0, 8) : text;
}

/** Rows of the parts of a token. */
export function partsOf({ kind, text }: Pick<Token, 'kind' | 'text'>): number[] {
  if (kind !== 'word' || text.length < 2) return [];
  const framed = `<${text}>`;
  const names: string[] = [];
  for (let i = 0; i + 3 <= framed.length && names.length < MAX_PARTS - 3; i++)
    names.push(framed.slice(i, i + 3));
  const { letters, commands } = splitRun(text);
  const [first, last] = [commands[0], commands.at(-1)];
  if (first !== undefined && last !== undefined) {
    names.push(`\\${first}`, `${last}\\`, `${Math.min(letters.length, 4)}`);
  }
  return names.map((name) => hashText(name) % PARTS);
}

/** A count in seven steps, finer where it is small. */
export const bucket = (n: number) => (n > 9 ? 6 : n > 5 ? 5 : n > 3 ? 4 : n);

/** Classes beside which a token is math for certain, and those that hold a lost command or Greek. */
const CERTAIN = /[_^GCD=]/;
const LOST = /[CDGS]/;

/** The inputs of a text. Takes time linear in its length. */
export function inputsOf(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  words: ReadonlyMap<string, number>,
): Inputs {
  const cls = classes(tokens, vocabulary);
  const places = Int32Array.from(tokens.flatMap(({ kind }, i) => (kind === 'space' ? [] : [i])));
  const n = places.length;
  const at = (k: number) => places[k] ?? -1;
  const proves = (i: number) => CERTAIN.test(cls[i] ?? '');
  const counts = new Map<string, number>();
  const certain = new Map<string, number>();
  const here = new Uint8Array(n);
  let mathLike = 0;
  let lost = 0;
  for (let k = 0; k < n; k++) {
    const i = at(k);
    const { text = '' } = tokens[i] ?? {};
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (proves(i)) mathLike++;
    if (LOST.test(cls[i] ?? '')) lost++;
    const left = at(k - 1);
    if ((proves(left) && (cls[left] !== 'G' || left === i - 1)) || proves(at(k + 1))) {
      here[k] = 1;
      certain.set(text, (certain.get(text) ?? 0) + 1);
    }
  }
  const density = bucket(Math.floor((200 * mathLike) / (tokens.length + 50)));
  const blanks = new Uint8Array(n);
  const wordRows = new Int32Array(n);
  const traits = new Int32Array(n * TRAITS);
  const parts: number[] = [];
  const partsFrom = new Int32Array(n + 1);
  for (let k = 0; k < n; k++) {
    const i = at(k);
    const token = tokens[i];
    if (!token) continue;
    const { text } = token;
    blanks[k] = tokens[i - 1]?.kind === 'space' ? 1 : 0;
    wordRows[k] = words.get(wordKey(token)) ?? 0;
    parts.push(...partsOf(token));
    partsFrom[k + 1] = parts.length;
    traits.set(
      [
        Math.max(0, CLASSES.indexOf(cls[i] ?? '')),
        BLANK + (blanks[k] ?? 0),
        COUNT + bucket(counts.get(text) ?? 0),
        CERTAIN_HERE + (here[k] ?? 0),
        CERTAIN_ELSEWHERE + bucket((certain.get(text) ?? 0) - (here[k] ?? 0)),
        DENSITY + density,
        LOST_IN_TEXT + bucket(lost),
      ],
      k * TRAITS,
    );
  }
  return { places, blanks, words: wordRows, parts: Int32Array.from(parts), partsFrom, traits };
}

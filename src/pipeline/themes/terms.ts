import { loadDefaultSimplifiedChineseParser } from 'budoux';
import { fold } from '../../text/index.ts';
import { addTo } from '../lists.ts';

/** One word of running text, in the forms that matching and showing need. */
export interface Token {
  /** As printed: `Experts`. */
  surface: string;
  /** Case and accents folded: `experts`. */
  word: string;
  /** `word` without a plain plural ending, so that `expert` and `experts` are one: `expert`. */
  key: string;
  /** Half-open range in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** A run of letters, digits and combining marks: `Mixture` in `Mixture-of-Experts`. */
export const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A letter of a script without blanks between words: Han, Hiragana, Katakana. */
export const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/** Hiragana or Katakana: the run is Japanese. */
const KANA = /[\p{sc=Hira}\p{sc=Kana}]/u;

/** In Japanese, letters of one script are a word or its ending: `深層学習`, `に`, `モデル`. */
const ONE_SCRIPT = /[\p{sc=Han}々]+|[\p{sc=Kana}ー]+|[^\p{sc=Han}々\p{sc=Kana}ー]+/gu;

const chinese = loadDefaultSimplifiedChineseParser();

/** The words of a text and where they begin; runs of a script without blanks are taken apart. */
function* wordsIn(text: string): Generator<{ surface: string; start: number }> {
  for (const match of text.matchAll(WORD)) {
    const [run] = match;
    if (!UNSPACED.test(run)) yield { surface: run, start: match.index };
    else {
      let start = match.index;
      for (const surface of KANA.test(run) ? (run.match(ONE_SCRIPT) ?? []) : chinese.parse(run)) {
        yield { surface, start };
        start += surface.length;
      }
    }
  }
}

/** What may stand between the words of one phrase: ` `, `-`, `–`, `/`, `’`. A full stop or bracket may not. */
const PHRASE_GAP = /^[\s\-\u2010-\u2015/'\u2019]*$/;

/**
 * The word without a plain English plural ending; words it does not understand stay as they are.
 * Both sides of a comparison go through it, so `bias` → `bia` does no harm.
 */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sse|xe|che|she)s$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** A function that splits text into tokens. It remembers words it has seen: make one for each run over a survey. */
export function tokenizer(): (text: string) => Token[] {
  const seen = new Map<string, { word: string; key: string }>();
  return (text) => {
    const tokens: Token[] = [];
    for (const { surface, start } of wordsIn(text)) {
      let forms = seen.get(surface);
      if (forms === undefined) {
        const word = fold(surface);
        forms = { word, key: singular(word) };
        seen.set(surface, forms);
      }
      if (forms.word === '') continue;
      tokens.push({ surface, ...forms, start, end: start + surface.length });
    }
    return tokens;
  };
}

/** True when nothing but spaces, hyphens, slashes or apostrophes stands between two tokens of `text`. */
export function adjacent(text: string, before: Token, after: Token): boolean {
  if (after.start === before.end) return true;
  return after.start - before.end === 1
    ? PHRASE_GAP.test(text.charAt(before.end))
    : PHRASE_GAP.test(text.slice(before.end, after.start));
}

/** A term of a theme file, ready to be looked for. */
export interface Pattern {
  /** Compared with `Token.key`, word by word. */
  keys: readonly string[];
  /** Set when the term ends in `*`: the last word need only begin with this (compared with `Token.word`). */
  prefix?: string;
}

/**
 * The pattern of a term as written by a person: `mixture of experts`, `low-rank approximat*`.
 * Undefined when the term holds no letter or digit.
 */
export function pattern(term: string): Pattern | undefined {
  const words = Array.from(wordsIn(term), ({ surface }) => fold(surface));
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const keys = words.map(singular);
  return term.trimEnd().endsWith('*') ? { keys, prefix: last } : { keys };
}

/** A pattern found in a text: `of` tokens starting at token `at`. */
export interface Hit<P> {
  what: P;
  at: number;
  of: number;
}

/**
 * A function that finds every occurrence of the given patterns in a tokenised text, in one pass
 * whose cost does not grow with the number of patterns. Hits come in text order; at one place in
 * the order of `patterns`.
 */
export function matcher<P extends { pattern: Pattern }>(
  patterns: readonly P[],
): (text: string, tokens: readonly Token[]) => Hit<P>[] {
  const byKey = new Map<string, { what: P; place: number }[]>();
  const open: { what: P; place: number; prefix: string }[] = [];
  patterns.forEach((what, place) => {
    const { keys, prefix } = what.pattern;
    const first = keys[0];
    if (first === undefined) return;
    if (keys.length === 1 && prefix !== undefined) {
      open.push({ what, place, prefix });
      return;
    }
    addTo(byKey, first, { what, place });
  });

  /** Patterns that may start with a word; most words start none. */
  const starts = new Map<string, readonly P[]>();
  const startingWith = (token: Token): readonly P[] => {
    const known = starts.get(token.word);
    if (known !== undefined) return known;
    const found = [
      ...(byKey.get(token.key) ?? []),
      ...open.filter(({ prefix }) => token.word.startsWith(prefix)),
    ]
      .sort((a, b) => a.place - b.place)
      .map(({ what }) => what);
    starts.set(token.word, found);
    return found;
  };

  return (text, tokens) => {
    const hits: Hit<P>[] = [];
    tokens.forEach((token, at) => {
      for (const what of startingWith(token)) {
        if (continues(text, tokens, at, what.pattern)) {
          hits.push({ what, at, of: what.pattern.keys.length });
        }
      }
    });
    return hits;
  };
}

function continues(
  text: string,
  tokens: readonly Token[],
  at: number,
  { keys, prefix }: Pattern,
): boolean {
  for (let i = 1; i < keys.length; i += 1) {
    const before = tokens[at + i - 1];
    const token = tokens[at + i];
    if (before === undefined || token === undefined) return false;
    const fits =
      prefix !== undefined && i === keys.length - 1
        ? token.word.startsWith(prefix)
        : token.key === keys[i];
    if (!fits || !adjacent(text, before, token)) return false;
  }
  return true;
}

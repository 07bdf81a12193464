import { keyboardForm } from '../../text/index.ts';
import { SEPARATOR } from '../contract.ts';
import { withoutTex } from '../spelling.ts';

/** A stretch of text and whether the query put it there. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The text of a record as the engine returns it. */
export interface FoundText {
  content: string;
  /** Places of matching words in `content`. */
  locations: readonly number[];
}

/** The engine counts words between white space. */
const BLANKS = /[\r\n\s]+/u;
/** `end.”` */
const SENTENCE_END = /[.!?]["'”’)\]]*$/u;
/** `e.g.`, `al.`, `A.` do not end a sentence. */
const ABBREVIATION =
  /^["'“‘([]*(?:\p{L}|e\.g|i\.e|al|vs|cf|fig|figs|eq|eqs|sec|resp|etc|approx|no|dr|prof)\.$/iu;
/** The first word of a sentence: `The`, `2D`, `“We`. */
const SENTENCE_START = /^["'“‘([]*[\p{Lu}\p{N}]/u;
/** `(experts),` in its three parts. */
const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u;
/** Between the parts of `mixture-of-experts` and the words of a phrase. */
const WORD_BREAK = /[\s/-]+/u;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
/** Words that need no folding, nearly all. */
const ASCII = /^\p{ASCII}*$/u;
const NO_PLAIN_WORD = /[^a-z0-9]+/g;
/** Longest compound looked for among words set apart by blanks. */
const LONGEST_COMPOUND = 5;
/** Names of a long list shown because the query names them. */
const MOST_NAMED = 2;
/** Letters two forms of a word have in common: `pruning`, `prunes`. */
const STEM = 4;
/** Words that say nothing alone; marked only between marked words. */
const SMALL_WORDS = new Set(
  'a an and are as at be by for from in into is it its of on or that the this to via we with'.split(
    ' ',
  ),
);

/**
 * The title with the words of the query marked.
 *
 * @param title as stored with the record; it is also what the record's text begins with
 * @param query words of the query, to mark `low rank` where `low-rank` was asked for
 */
export function markedTitle(title: string, found: FoundText, query: readonly string[]): Piece[] {
  const words = title.split(BLANKS).filter(Boolean);
  return join(words, marks(words, 0, found, query), 0, words.length);
}

/**
 * The first authors, and those the query names, marked: `Hao Gu, Rui Zhong, Yu Xia … [Kun Gai] et al.`
 *
 * @param title as stored with the record; the authors stand behind it
 * @param first names shown whatever the query is
 * @returns nothing when the record names no author
 */
export function markedAuthors(
  title: string,
  found: FoundText,
  query: readonly string[],
  first = 3,
): Piece[] {
  const all = found.content.split(BLANKS);
  const from = title.split(BLANKS).filter(Boolean).length;
  const words = all.slice(
    from,
    all.findIndex((word) => word.includes(SEPARATOR)),
  );
  // The engine ends every part of a record with a full stop.
  const last = words.pop();
  if (last === undefined) return [];
  words.push(last.replace(/\.$/u, ''));
  const marked = marks(words, from, found, query);

  const names: { start: number; end: number; hits: number }[] = [];
  let name = { start: 0, end: 0, hits: 0 };
  for (const [at, word] of words.entries()) {
    if (marked.has(at)) name.hits += 1;
    name.end = at + 1;
    if (!word.endsWith(',') && at < words.length - 1) continue;
    names.push(name);
    name = { start: at + 1, end: at + 1, hits: 0 };
  }
  const most = Math.max(...names.map(({ hits }) => hits));
  const isNamed = ({ hits }: { hits: number }) => hits > 0 && hits === most;
  const later = names.slice(first).filter(isNamed).slice(0, MOST_NAMED);
  const shown = [...names.slice(0, first), ...later];
  const quiet = new Set<number>();

  const pieces = shown.flatMap((each, at) => {
    const before = at > 0 ? names[names.indexOf(each) - 1] : undefined;
    const gap = before !== undefined && before !== shown[at - 1];
    const own = join(words, isNamed(each) ? marked : quiet, each.start, each.end);
    const tail = own.at(-1);
    if (tail) tail.text = tail.text.replace(/,$/u, '');
    return [{ text: at === 0 ? '' : gap ? ' … ' : ', ', marked: false }, ...own];
  });
  if (shown.at(-1) !== names.at(-1)) pieces.push({ text: ' et al.', marked: false });
  return merged(pieces);
}

/**
 * The sentence of the abstract that says most about the query, its words marked; the first one where none does.
 *
 * @param limit most words; a longer sentence is cut around the first word marked, with `…`
 */
export function markedSentence(found: FoundText, query: readonly string[], limit = 40): Piece[] {
  const all = found.content.split(BLANKS);
  const from = all.findIndex((word) => word.includes(SEPARATOR)) + 1;
  let to = all.findIndex((word, at) => at >= from && word.includes(SEPARATOR));
  if (to < 0) to = all.length;
  const words = all.slice(from, to);
  if (words.length === 0) return [];
  const marked = marks(words, from, found, query);

  const asked = query
    .flatMap((word) => word.split(WORD_BREAK))
    .map(bare)
    .filter(Boolean);
  let best = { start: 0, end: words.length, worth: -1 };
  for (const { start, end } of sentences(words)) {
    const worth = worthOf(
      words.slice(start, end).filter((_, at) => marked.has(start + at)),
      asked,
    );
    if (worth > best.worth) best = { start, end, worth };
  }

  let { start, end } = best;
  if (end - start > limit) {
    const first = firstMark(marked, start, end);
    // A few words of lead-in, and never fewer words than the limit allows.
    start = Math.max(start, Math.min(first - 6, end - limit));
    end = Math.min(end, start + limit);
  }
  const pieces = join(words, marked, start, end);
  if (start > best.start) pieces.unshift({ text: '… ', marked: false });
  if (end < best.end) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** How many words of the query the marked words stand for, and one more where they stand for all of it in a row. */
function worthOf(markedWords: readonly string[], asked: readonly string[]): number {
  if (markedWords.length === 0) return 0;
  const parts = markedWords
    .flatMap((word) => word.split(WORD_BREAK))
    .map(bare)
    .filter(Boolean);
  const covered = asked.filter((word) => {
    const stem = word.slice(0, STEM);
    return !SMALL_WORDS.has(word) && parts.some((part) => part.startsWith(stem));
  });
  const inARow = parts.join('').includes(asked.join('').replace(/s$/u, ''));
  return Math.max(1, covered.length) + (inARow ? 1 : 0);
}

function firstMark(marked: ReadonlySet<number>, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (marked.has(at)) return at;
  return start;
}

/** Half-open ranges of words, one for each sentence. */
function sentences(words: readonly string[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let start = 0;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    const ends =
      next === undefined ||
      (SENTENCE_END.test(word) && !ABBREVIATION.test(word) && SENTENCE_START.test(next));
    if (!ends) continue;
    ranges.push({ start, end: at + 1 });
    start = at + 1;
  }
  return ranges;
}

/** Places of words to mark: those the engine matched, and runs that spell a word of the query when joined. */
function marks(
  words: readonly string[],
  offset: number,
  { locations }: FoundText,
  query: readonly string[],
): Set<number> {
  const marked = new Set<number>();
  for (const location of locations) {
    const at = location - offset;
    if (at >= 0 && at < words.length) marked.add(at);
  }
  const folded = words.map(bare);
  for (const [at, word] of words.entries()) {
    if (partsOf(word).some((part) => query.includes(part))) marked.add(at);
  }
  const sought = query.map(bare).filter((word) => word.length > 1 && !SMALL_WORDS.has(word));
  for (let start = 0; start < words.length; start += 1) {
    let joined = '';
    for (let end = start; end < words.length && end - start < LONGEST_COMPOUND; end += 1) {
      joined += folded[end] ?? '';
      if (!sought.some((word) => word.startsWith(joined) || joined === `${word}s`)) break;
      if (!sought.some((word) => word === joined || joined === `${word}s`)) continue;
      for (let at = start; at <= end; at += 1) marked.add(at);
    }
  }
  return withoutLoneSmallWords(marked, folded);
}

function withoutLoneSmallWords(
  marked: ReadonlySet<number>,
  folded: readonly string[],
): Set<number> {
  const isSmall = (at: number) => SMALL_WORDS.has(folded[at] ?? '');
  const kept = new Set([...marked].filter((at) => !isSmall(at)));
  for (const at of [...marked].sort((a, b) => a - b)) {
    if (!isSmall(at) || !kept.has(at - 1)) continue;
    // `state of the art`: small words count when the run they stand in ends with a word that says something.
    let end = at;
    while (marked.has(end) && isSmall(end)) end += 1;
    if (kept.has(end)) kept.add(at);
  }
  return kept;
}

/** `ε-stationary`, `s_θ(x_t,t)`: what stands between hyphens and brackets, spelled as a query is; empty for a plain word. */
function partsOf(word: string): string[] {
  if (!/[^\p{ASCII}]/u.test(word)) return [];
  return keyboardForm(word)
    .split(/[^\p{L}\p{N}_^{}]+/u)
    .map(withoutTex)
    .filter(Boolean);
}

/** A word without case, accents and punctuation: `mixtureofexperts`. */
function bare(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase().replace(NO_PLAIN_WORD, '');
  return keyboardForm(word)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(NO_WORD, '')
    .toLowerCase();
}

/** Words `start` to `end` as text, neighbouring marks as one and without the punctuation around them. */
function join(
  words: readonly string[],
  marked: ReadonlySet<number>,
  start: number,
  end: number,
): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, mark: boolean) => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last && last.marked === mark) last.text += text;
    else pieces.push({ text, marked: mark });
  };
  for (let at = start; at < end; at += 1) {
    const word = words[at] ?? '';
    if (!marked.has(at)) {
      add(at > start ? ` ${word}` : word, false);
      continue;
    }
    const [, before = '', core = word, after = ''] = AROUND.exec(word) ?? [];
    const last = pieces.at(-1);
    // Two marked words in a row share one mark, blank included, unless punctuation stands between them.
    const runsOn = at > start && before === '' && last?.marked === true;
    if (at > start) add(' ', runsOn);
    add(before, false);
    add(core, true);
    add(after, false);
  }
  return pieces;
}

/** The pieces with empty ones dropped and neighbours of one kind joined. */
function merged(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    if (piece.text === '') continue;
    if (last?.marked === piece.marked) last.text += piece.text;
    else kept.push({ ...piece });
  }
  return kept;
}

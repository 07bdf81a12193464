import { SEPARATOR } from './contract.ts';
import { fold } from './fold.ts';

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
const NO_WORD = /[^\p{L}\p{N}]+/gu;
/** Longest compound looked for among words set apart by blanks. */
const LONGEST_COMPOUND = 5;

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

  let best = { start: 0, end: words.length, hits: -1 };
  for (const { start, end } of sentences(words)) {
    const hit = new Set<string>();
    for (let at = start; at < end; at += 1) if (marked.has(at)) hit.add(bare(words[at] ?? ''));
    if (hit.size > best.hits) best = { start, end, hits: hit.size };
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
  const sought = query.map(bare).filter((word) => word.length > 1);
  if (sought.length === 0) return marked;
  const folded = words.map(bare);
  for (let start = 0; start < words.length; start += 1) {
    let joined = '';
    for (let end = start; end < words.length && end - start < LONGEST_COMPOUND; end += 1) {
      joined += folded[end] ?? '';
      if (!sought.some((word) => word.startsWith(joined) || joined === `${word}s`)) break;
      if (!sought.some((word) => word === joined || joined === `${word}s`)) continue;
      for (let at = start; at <= end; at += 1) marked.add(at);
    }
  }
  return marked;
}

/** A word without case, accents and punctuation: `mixtureofexperts`. */
function bare(word: string): string {
  return fold(word)
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

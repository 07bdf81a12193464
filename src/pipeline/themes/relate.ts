import type { Neighbour, Work } from '../../model/index.ts';
import { fold, toPlain } from '../../text/index.ts';
import { nameKey } from '../reading/index.ts';
import { addTo, compareText } from '../lists.ts';
import stopWords from './stop-words.json' with { type: 'json' };
import { mostPrinted, TITLE_CASE } from './printed.ts';
import { adjacent, singular, type Token, tokenizer, WORD } from './terms.ts';
import { type PageWords, wordsFor } from '../../words/index.ts';

/** Most neighbours a work gets. */
const MOST_NEIGHBOURS = 5;

/** A neighbour below this score tells a reader little; the nearest one is shown from a lower score on. */
const LEAST_SCORE = 0.1;
const LEAST_NEAREST_SCORE = 0.06;

/** How much more a term says in a title than in an abstract. */
const TITLE_FACTOR = 2;

/** Terms kept for each work, heaviest first; what follows changes no neighbour and costs time. */
const MOST_TERMS = 60;

/** A term in more than this share of all works, or in more than so many works, tells too few apart to be followed. */
const COMMON_SHARE = 0.25;
const COMMON_MOST = 500;

/** In a survey so small that the share would be less than this, terms in fewer works are all followed. */
const COMMON_LEAST = 4;

/** An author of more works than this is no reason to read two of them together. */
const RARE_AUTHOR = 12;

/** Score that a shared rare author adds, and the most that all of them add. */
const AUTHOR_BONUS = 0.03;
const AUTHOR_BONUS_MOST = 0.09;

/** Shared terms a reason list names. */
const MOST_REASONS = 3;

/** A shared term is a reason when it gives this share of the strongest one's part. */
const REASON_SHARE = 0.25;

/** Room for the second word's number in the number of a word pair. */
const PAIR_BASE = 2 ** 26;

/** Words that say nothing about a subject, compared without plural ending. */
const STOP_KEYS: ReadonlySet<string> = new Set(stopWords.flatMap((word) => [word, singular(word)]));

/** Numbers (`95`, `2025`) and lone letters tell no subjects apart. */
const NOT_A_TERM = /^(?:\p{N}+|\p{L})$/u;

/** The first word of a printed pair: `graph` in `graph neural`. */
const HEAD = /^[\p{L}\p{N}\p{M}]+/u;

/**
 * Up to five related papers of every work, strongest first.
 *
 * Likeness is the TF-IDF cosine over single words and word pairs of title and abstract (title
 * doubled, stop words left out), plus a small bonus for authors who are rare in this survey. Pairs
 * are found through an inverted index without the most common terms, so the cost stays close to
 * linear in the number of works.
 *
 * @returns neighbours by permalink (every work has an entry). Reasons are the strongest shared
 * terms as the papers print them, then what `words` call the same author or authors. Ties go by permalink; the
 * order of `works` does not matter.
 */
export function relate(works: readonly Work[], words = wordsFor('en')): Map<string, Neighbour[]> {
  const ordered = [...works].sort((a, b) => compareText(a.permalink, b.permalink));
  const lexicon = new Lexicon();
  const counts = ordered.map((work) => lexicon.count(work));
  const vectors = weigh(counts, lexicon.size);
  const postings = invert(vectors, lexicon.size);
  const authors = rareAuthors(ordered);

  const scores = new Float64Array(ordered.length);
  const related = new Map<string, Neighbour[]>();
  ordered.forEach((work, self) => {
    const touched: number[] = [];
    const add = (other: number, points: number) => {
      if (other === self) return;
      if (scores[other] === 0) touched.push(other);
      scores[other] = (scores[other] ?? 0) + points;
    };
    const own = vectors[self] ?? emptyVector;
    for (const [term, weight] of own) {
      const posting = postings[term];
      if (posting === undefined) continue;
      const { others, weights } = posting;
      for (let i = 0; i < others.length; i += 1) add(others[i] ?? self, weight * (weights[i] ?? 0));
    }
    const coauthored = new Map<number, number>();
    for (const others of authors[self] ?? []) {
      for (const other of others) coauthored.set(other, (coauthored.get(other) ?? 0) + 1);
    }
    for (const [other, shared] of coauthored) {
      add(other, Math.min(AUTHOR_BONUS_MOST, shared * AUTHOR_BONUS));
    }
    const neighbours = touched
      .filter((other) => (scores[other] ?? 0) >= LEAST_NEAREST_SCORE)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, MOST_NEIGHBOURS)
      .filter((other, place) => place === 0 || (scores[other] ?? 0) >= LEAST_SCORE)
      .map((other) => ({
        permalink: ordered[other]?.permalink ?? '',
        score: scores[other] ?? 0,
        reasons: [
          ...sharedTerms(own, vectors[other] ?? emptyVector, lexicon),
          ...sharedAuthors(coauthored.get(other) ?? 0, words),
        ],
      }));
    for (const other of touched) scores[other] = 0;
    related.set(work.permalink, neighbours);
  });
  return related;
}

/** Numbers for words and word pairs, and how the papers print them. */
class Lexicon {
  readonly #split = tokenizer();
  readonly #words = new Map<string, number>();
  readonly #terms = new Map<number, number>();
  /** Of each term: its word, or its two words. */
  readonly #parts: [number, number | undefined][] = [];
  /** Of each term: its printed forms and how often each was seen. */
  readonly #forms: Map<string, number>[] = [];

  get size(): number {
    return this.#forms.length;
  }

  /** How often each term stands in a work, title doubled. */
  count(work: Work): Map<number, number> {
    const counts = new Map<number, number>();
    const add = (term: number, points: number, form: string) => {
      counts.set(term, (counts.get(term) ?? 0) + points);
      const forms = this.#forms[term];
      forms?.set(form, (forms.get(form) ?? 0) + 1);
    };
    const texts: [string, number][] = [
      [toPlain(work.title.value.rich), TITLE_FACTOR],
      [work.fields.abstract ? toPlain(work.fields.abstract.value.rich) : '', 1],
    ];
    for (const [text, points] of texts) {
      /** The word a pair may start with, and the token that stands last before the next one. */
      let anchor: Token | undefined;
      let last: Token | undefined;
      for (const token of this.#split(text)) {
        const joined = last !== undefined && adjacent(text, last, token);
        last = token;
        if (STOP_KEYS.has(token.key) || NOT_A_TERM.test(token.word)) {
          // "mixture of experts" is one pair; any other small word parts its neighbours.
          if (!joined || token.word !== 'of') anchor = undefined;
          continue;
        }
        add(this.#term(this.#word(token.key)), points, token.surface);
        if (joined && anchor !== undefined) {
          const pair = this.#term(this.#word(anchor.key), this.#word(token.key));
          add(pair, points, text.slice(anchor.start, token.end));
        }
        anchor = token;
      }
    }
    return counts;
  }

  /** The words of a term: one or two numbers. */
  parts(term: number): [number, number | undefined] {
    return this.#parts[term] ?? [-1, undefined];
  }

  /** The form most often printed; of equals the first in order of code units. */
  form(term: number): string {
    return mostPrinted(this.#forms[term] ?? new Map()) ?? '';
  }

  /** A word without the capital it owes to a title, where the papers also print it without: `Merging` → `merging`. */
  plainCase(word: string): string {
    if (!TITLE_CASE.test(word)) return word;
    const key = this.#words.get(singular(fold(word)));
    const term = key === undefined ? undefined : this.#terms.get(key);
    const lower = word.toLowerCase();
    return term !== undefined && this.#forms[term]?.has(lower) ? lower : word;
  }

  #word(key: string): number {
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    const number = this.#words.size;
    this.#words.set(key, number);
    return number;
  }

  #term(first: number, second?: number): number {
    const key = second === undefined ? first : (first + 1) * PAIR_BASE + second;
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    const number = this.#forms.length;
    this.#terms.set(key, number);
    this.#parts.push([first, second]);
    this.#forms.push(new Map());
    return number;
  }
}

type Vector = ReadonlyMap<number, number>;

const emptyVector: Vector = new Map();

/** The works a term stands in, and its weight in each. */
interface Posting {
  others: number[];
  weights: number[];
}

/** Unit TF-IDF vectors, cut to the heaviest terms that at least two works and not too many share. */
function weigh(counts: readonly Map<number, number>[], terms: number): Vector[] {
  const works = counts.length;
  const spread = new Uint32Array(terms);
  for (const count of counts) {
    for (const term of count.keys()) spread[term] = (spread[term] ?? 0) + 1;
  }
  const common = Math.max(COMMON_LEAST, Math.min(COMMON_MOST, works * COMMON_SHARE));
  return counts.map((count) => {
    const weights: [number, number][] = [];
    let square = 0;
    for (const [term, n] of count) {
      const df = spread[term] ?? 0;
      // What one work alone says can speak neither for nor against a likeness.
      if (df < 2 || df > common) continue;
      const weight = (1 + Math.log(n)) * Math.log(1 + works / df);
      square += weight * weight;
      weights.push([term, weight]);
    }
    const norm = Math.sqrt(square) || 1;
    weights.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return new Map(
      weights.slice(0, MOST_TERMS).map(([term, weight]): [number, number] => [term, weight / norm]),
    );
  });
}

/** Postings by term. */
function invert(vectors: readonly Vector[], terms: number): (Posting | undefined)[] {
  const postings: (Posting | undefined)[] = Array.from({ length: terms });
  vectors.forEach((vector, work) => {
    for (const [term, weight] of vector) {
      const posting = postings[term] ?? { others: [], weights: [] };
      postings[term] = posting;
      posting.others.push(work);
      posting.weights.push(weight);
    }
  });
  return postings;
}

/** For each work and each of its rare authors: the works of that author. */
function rareAuthors(works: readonly Work[]): number[][][] {
  const byName = new Map<string, number[]>();
  const names = works.map((work, index) => {
    const own = new Set(work.fields.authors?.value.names.map(nameKey) ?? []);
    for (const name of own) {
      addTo(byName, name, index);
    }
    return own;
  });
  return names.map((own) =>
    [...own]
      .map((name) => byName.get(name) ?? [])
      .filter((list) => list.length > 1 && list.length <= RARE_AUTHOR),
  );
}

/** The strongest terms two works share, in print form; a word inside a shared pair is not named again. */
function sharedTerms(a: Vector, b: Vector, lexicon: Lexicon): string[] {
  const shared: { term: number; points: number }[] = [];
  for (const [term, weight] of a) {
    const other = b.get(term);
    if (other !== undefined) shared.push({ term, points: weight * other });
  }
  shared.sort((x, y) => y.points - x.points || x.term - y.term);
  return phrases(shared, lexicon)
    .slice(0, MOST_REASONS)
    .map((chain) => print(chain, lexicon));
}

/**
 * Joins shared pairs that overlap (`graph neural`, `neural networks`) to one phrase and drops single
 * words that a pair holds, so that reasons read as a person would put them.
 */
function phrases(
  shared: readonly { term: number; points: number }[],
  lexicon: Lexicon,
): number[][] {
  const strongest = shared[0]?.points ?? 0;
  const chains: { pairs: number[]; points: number }[] = [];
  const inPairs = new Set<number>();
  for (const { term, points } of shared) {
    const [first, second] = lexicon.parts(term);
    if (second === undefined) continue;
    inPairs.add(first).add(second);
    const before = chains.find(({ pairs }) => lexicon.parts(pairs.at(-1) ?? -1)[1] === first);
    const after = chains.find(({ pairs }) => lexicon.parts(pairs[0] ?? -1)[0] === second);
    if (before && before.pairs.length < 2) {
      before.pairs.push(term);
      before.points += points;
    } else if (after && after.pairs.length < 2) {
      after.pairs.unshift(term);
      after.points += points;
    } else {
      chains.push({ pairs: [term], points });
    }
  }
  const words = shared
    .filter(({ term }) => {
      const [first, second] = lexicon.parts(term);
      return second === undefined && !inPairs.has(first);
    })
    .map(({ term, points }) => ({ pairs: [term], points }));
  return [...chains, ...words]
    .filter(({ points }) => points >= strongest * REASON_SHARE)
    .sort((x, y) => y.points - x.points || (x.pairs[0] ?? 0) - (y.pairs[0] ?? 0))
    .map(({ pairs }) => pairs);
}

/** A chain of pairs as one phrase: `graph neural`, `neural networks` → `graph neural networks`. */
function print(chain: readonly number[], lexicon: Lexicon): string {
  return chain
    .map((term, place) => (place === 0 ? lexicon.form(term) : lexicon.form(term).replace(HEAD, '')))
    .join('')
    .replace(WORD, (word) => lexicon.plainCase(word));
}

function sharedAuthors(count: number, { found }: PageWords): string[] {
  return count === 0 ? [] : [found.sameAuthors(count)];
}

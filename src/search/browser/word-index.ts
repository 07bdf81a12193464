import { SECTIONS, type Section, type Start } from '../contract.ts';
import { WordChunk } from '../pagefind-files.ts';
import { familyOf, isOnlyStem, keyOf, rootsOf, wordOf } from '../words.ts';
import type { ReadFile } from './files.ts';

/**
 * Places of words in papers: by the paper's place in the survey, each as one number of its section, whether the word is
 * another form of the one asked for, and its position.
 */
export type Postings = ReadonlyMap<number, readonly number[]>;

const SPAN = 2 ** 20;
/** Section of a place. */
export const sectionOf = (place: number) => place >> 21;
/** Whether another form of the word stands there. */
export const isForm = (place: number) => (place & SPAN) !== 0;
/** The place without that mark; words side by side differ by one. */
export const bare = (place: number) => (isForm(place) ? place - SPAN : place);
const placeOf = (section: number, form: boolean, position: number) =>
  (section * 2 + (form ? 1 : 0)) * SPAN + position;

/** A place that stands for the label of a theme. */
export const IN_THEME: readonly number[] = [placeOf(SECTIONS.theme, false, 0)];
/** No place: the paper has what was asked for elsewhere than in words. */
export const NO_PLACE: readonly number[] = [];

/** What was found of a word, and the words that were. */
export interface Found {
  postings: Postings;
  words: readonly string[];
}

/** Where names and identifiers stand, which have no other forms. */
const NAMES: ReadonlySet<number> = new Set([SECTIONS.author, SECTIONS.identifier]);
/** Words a beginning may stand for, the most frequent first. */
const MOST_ENDINGS = 60;

/** Looks words up in Pagefind's index. */
export class WordIndex {
  readonly #chunks: Start['chunks'];
  readonly #language: string;
  readonly #read: ReadFile;
  readonly #loaded = new Map<string, Promise<WordChunk>>();
  readonly #decoded = new Map<string, Postings>();
  readonly #families = new Map<string, Promise<Found>>();

  constructor({ chunks, language }: Pick<Start, 'chunks' | 'language'>, read: ReadFile) {
    this.#chunks = chunks;
    this.#language = language;
    this.#read = read;
  }

  /** The word as it is. */
  async exact(word: string): Promise<Found> {
    const key = keyOf(word);
    const [chunk] = await this.#holding(key, key);
    const postings = chunk ? this.#postings(chunk, key) : new Map();
    return { postings, words: postings.size > 0 ? [word] : [] };
  }

  /** The word and its forms; in names and identifiers the word only. */
  family(word: string): Promise<Found> {
    let found = this.#families.get(word);
    if (!found) {
      found = this.#family(word);
      this.#families.set(word, found);
      found.catch(() => this.#families.delete(word));
    }
    return found;
  }

  async #family(word: string): Promise<Found> {
    const family = familyOf(word, this.#language);
    const roots =
      family === word
        ? [...rootsOf(family, this.#language), word]
        : rootsOf(family, this.#language);
    const keys = await this.#keysFrom(roots.map(keyOf), (key) => {
      const other = wordOf(key);
      return other === word || familyOf(other, this.#language) === family;
    });
    const forms = keys.map(([, key]) => wordOf(key));
    return this.#merged(word, isOnlyStem(word, forms, this.#language) ? [] : keys);
  }

  /** All words with a beginning, said to be so. */
  async beginning(start: string): Promise<Found> {
    const prefix = keyOf(start);
    const keys = await this.#keysFrom([prefix], (key) => key.startsWith(prefix));
    const size = ([chunk, key]: [WordChunk, string]) => this.#postings(chunk, key).size;
    const most = keys.length > MOST_ENDINGS ? keys.sort((a, b) => size(b) - size(a)) : keys;
    return this.#merged(start, most.slice(0, MOST_ENDINGS));
  }

  #merged(word: string, keys: readonly [WordChunk, string][]): Found {
    const own = keyOf(word);
    const all = new Map<number, number[]>();
    const words: string[] = [];
    for (const [chunk, key] of keys) {
      const form = key !== own;
      let counts = false;
      for (const [paper, places] of this.#postings(chunk, key)) {
        const kept = form
          ? places.flatMap((place) => (NAMES.has(sectionOf(place)) ? [] : [place + SPAN]))
          : places;
        if (kept.length === 0) continue;
        counts = true;
        const known = all.get(paper);
        if (known) known.push(...kept);
        else all.set(paper, [...kept]);
      }
      if (counts) words.push(wordOf(key));
    }
    return { postings: all, words };
  }

  /** Keys that begin with one of the roots and pass, with the chunks they stand in. */
  async #keysFrom(
    roots: readonly string[],
    passes: (key: string) => boolean,
  ): Promise<[WordChunk, string][]> {
    const found = new Map<string, [WordChunk, string]>();
    const lists = await Promise.all(roots.map((root) => this.#holding(root, `${root}\uffff`)));
    for (const [at, chunks] of lists.entries()) {
      const root = roots[at] ?? '';
      for (const chunk of chunks) {
        for (const key of chunk.keys) {
          if (key.startsWith(root) && passes(key)) found.set(key, [chunk, key]);
        }
      }
    }
    return [...found.values()];
  }

  /** The chunks that may hold keys from one to another. */
  #holding(from: string, to: string): Promise<WordChunk[]> {
    const chunks = this.#chunks;
    let first = 0;
    for (let last = chunks.length; first < last;) {
      const middle = (first + last) >> 1;
      if ((chunks[middle]?.[0] ?? '') <= from) first = middle + 1;
      else last = middle;
    }
    const wanted: Promise<WordChunk>[] = [];
    for (let at = Math.max(0, first - 1); at < chunks.length; at += 1) {
      const chunk = chunks[at];
      if (!chunk || chunk[0] > to) break;
      wanted.push(this.#chunk(chunk[1]));
    }
    return Promise.all(wanted);
  }

  #chunk(file: string): Promise<WordChunk> {
    let chunk = this.#loaded.get(file);
    if (!chunk) {
      chunk = this.#read(file).then((bytes) => new WordChunk(bytes));
      this.#loaded.set(file, chunk);
      chunk.catch(() => this.#loaded.delete(file));
    }
    return chunk;
  }

  #postings(chunk: WordChunk, key: string): Postings {
    const known = this.#decoded.get(key);
    if (known) return known;
    const postings = new Map<number, number[]>();
    chunk.read(key, (paper, section, position) => {
      const places = postings.get(paper);
      const place = placeOf(section, false, position);
      if (places) places.push(place);
      else postings.set(paper, [place]);
    });
    this.#decoded.set(key, postings);
    return postings;
  }
}

/** The postings whose places are in some sections. */
export function within(postings: Postings, sections: readonly Section[]): Postings {
  const wanted = new Set<number>(sections.map((section) => SECTIONS[section]));
  const kept = new Map<number, readonly number[]>();
  for (const [paper, places] of postings) {
    const inside = places.filter((place) => wanted.has(sectionOf(place)));
    if (inside.length > 0) kept.set(paper, inside);
  }
  return kept;
}

/** Papers of any of the postings, with all their places. */
export function union(all: readonly Postings[]): Postings {
  const [only, ...more] = all.filter(({ size }) => size > 0);
  if (!only) return new Map();
  if (more.length === 0) return only;
  const merged = new Map(only);
  for (const postings of more) {
    for (const [paper, places] of postings) {
      merged.set(paper, [...(merged.get(paper) ?? []), ...places]);
    }
  }
  return merged;
}

/** Papers that have the words one after another, with the places where they begin. */
export function phrase(words: readonly Postings[]): Postings {
  const [first, ...others] = words;
  const found = new Map<number, number[]>();
  if (!first) return found;
  for (const [paper, starts] of first) {
    const rest = others.map((postings) => new Set(postings.get(paper)?.map(bare)));
    if (rest.some(({ size }) => size === 0)) continue;
    const places = starts.filter((start) =>
      rest.every((each, at) => each.has(bare(start) + at + 1)),
    );
    if (places.length > 0) found.set(paper, places);
  }
  return found;
}

import { adjacent, type Token, tokenizer } from '../terms.ts';
import { commonLanguage, type Language, languageOf } from './languages.ts';

/** A paper as far as themes can be seen in it. */
export interface Paper {
  permalink: string;
  /** Plain text. */
  title: string;
  /** Plain text, empty where none is known. */
  abstract: string;
  /** What the seeds file it under, as they print it. */
  keywords: readonly string[];
}

/** How much more a word says in a title, and among keywords, than in an abstract. */
const TITLE_FACTOR = 3;
const KEYWORD_FACTOR = 2;

/** A feature in more than this share of the papers tells too few apart. */
const COMMON_SHARE = 0.25;

/** Of few papers a subject may have more: features in so many are kept, if they are not in more than half. */
const COMMON_LEAST = 15;

/** Numbers and lone letters tell no subjects apart; nor do words with digits before letters, such as `3x`. */
export const NOT_A_WORD = /^(?:\p{N}.*|(?!\p{sc=Han})\p{L})$/u;

/** One word of a text that tells something. */
export interface Word extends Token {
  stem: string;
}

/** A text and its words. Between two words that do not follow each other stands undefined. */
export interface Field {
  text: string;
  tokens: readonly Token[];
  words: readonly (Word | undefined)[];
}

/** The texts of one paper, in words. */
export interface Words {
  language: Language;
  title: Field;
  abstract: Field;
  keywords: Field;
}

/** Splits the texts of papers into words, stop words out, each with its stem. */
export function wordsOf(papers: readonly Paper[]): Words[] {
  const split = tokenizer();
  const stems = new Map<Language, Map<string, string>>();
  const tokenised = papers.map(({ title, abstract, keywords }) => {
    const texts = { title, abstract, keywords: keywords.join('; ') };
    const tokens = {
      title: split(texts.title),
      abstract: split(texts.abstract),
      keywords: split(texts.keywords),
    };
    const folded = [...tokens.title, ...tokens.abstract].map(({ word }) => word);
    return { texts, tokens, shown: languageOf(folded) };
  });
  const common = commonLanguage(tokenised.map(({ shown }) => shown));
  return tokenised.map(({ texts, tokens, shown }) => {
    const language = shown ?? common;
    const known = stems.get(language) ?? new Map<string, string>();
    stems.set(language, known);
    const stemOf = (word: string) => {
      const stem = known.get(word) ?? language.stem(word);
      known.set(word, stem);
      return stem;
    };
    const field = (name: keyof typeof texts): Field => {
      const text = texts[name];
      const words: (Word | undefined)[] = [];
      let last: Token | undefined;
      for (const token of tokens[name]) {
        if (last !== undefined && !adjacent(text, last, token)) words.push(undefined);
        last = token;
        const tells = !language.stops.has(token.word) && !NOT_A_WORD.test(token.word);
        words.push(tells ? { ...token, stem: stemOf(token.word) } : undefined);
      }
      return { text, tokens: tokens[name], words };
    };
    return {
      language,
      title: field('title'),
      abstract: field('abstract'),
      keywords: field('keywords'),
    };
  });
}

/** Unit vectors of papers over features, one row a paper, in compressed rows. */
export interface Matrix {
  rows: number;
  columns: number;
  /** Where the entries of a row begin; one longer than `rows`. */
  starts: Uint32Array;
  indices: Uint32Array;
  values: Float64Array;
  /** Of each column: its stems, joined by a blank. */
  features: readonly string[];
}

/** TF-IDF over stems and pairs of stems that follow each other; what one paper alone says is left out. */
export function tfIdf(texts: readonly Words[]): Matrix {
  const counts = texts.map((words) => {
    const own = new Map<string, number>();
    const fields = [
      [words.title, TITLE_FACTOR],
      [words.abstract, 1],
      [words.keywords, KEYWORD_FACTOR],
    ] as const;
    for (const [field, factor] of fields) {
      let last: Word | undefined;
      for (const word of field.words) {
        if (word !== undefined) {
          own.set(word.stem, (own.get(word.stem) ?? 0) + factor);
          if (last !== undefined) {
            const pair = `${last.stem} ${word.stem}`;
            own.set(pair, (own.get(pair) ?? 0) + factor);
          }
        }
        last = word;
      }
    }
    return own;
  });
  const spread = new Map<string, number>();
  for (const own of counts)
    for (const feature of own.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const common = Math.max(texts.length * COMMON_SHARE, Math.min(COMMON_LEAST, texts.length / 2));
  const features = [...spread]
    .filter(([, papers]) => papers > 1 && papers <= common)
    .map(([feature]) => feature)
    .sort();
  const place = new Map(features.map((feature, index) => [feature, index]));
  const starts = new Uint32Array(texts.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  counts.forEach((own, row) => {
    const begin = indices.length;
    let square = 0;
    for (const [feature, count] of own) {
      const column = place.get(feature);
      if (column === undefined) continue;
      const value = (1 + Math.log(count)) * Math.log(texts.length / (spread.get(feature) ?? 1));
      indices.push(column);
      values.push(value);
      square += value * value;
    }
    const norm = Math.sqrt(square) || 1;
    for (let i = begin; i < values.length; i += 1) values[i] = (values[i] ?? 0) / norm;
    starts[row + 1] = indices.length;
  });
  return {
    rows: texts.length,
    columns: features.length,
    starts,
    indices: Uint32Array.from(indices),
    values: Float64Array.from(values),
    features,
  };
}

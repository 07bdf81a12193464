import type { Term } from '../query.ts';
import { SMALL_WORDS } from '../words.ts';

/** Words of the survey, with the number of papers that have them. */
export type Vocabulary = readonly (readonly [word: string, papers: number])[];

/** Letters that may be wrong in a word of some length. */
const wrongLetters = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * The word of the survey that a misspelled one most likely stands for: the fewest wrong letters, the same beginning, the
 * most papers.
 */
export function respell(word: string, vocabulary: Vocabulary): string | undefined {
  const most = wrongLetters(word.length);
  let best: { word: string; distance: number; papers: number } | undefined;
  if (most === 0) return undefined;
  for (const [other, papers] of vocabulary) {
    if (Math.abs(other.length - word.length) > most || SMALL_WORDS.has(other)) continue;
    const distance =
      editDistance(word, other, most) + (other.charAt(0) === word.charAt(0) ? 0 : 0.5);
    if (distance > most || distance === 0) continue;
    if (!best || distance < best.distance || (distance === best.distance && papers > best.papers)) {
      best = { word: other, distance, papers };
    }
  }
  return best?.word;
}

/** The word of the survey that most papers have of those that begin so: `attention` for `attent`. */
export function completed(start: string, vocabulary: Vocabulary): string | undefined {
  let best: Vocabulary[number] | undefined;
  for (const entry of vocabulary) {
    if (entry[0].startsWith(start) && entry[1] > (best?.[1] ?? 0)) best = entry;
  }
  return best?.[0];
}

/** `timeseries` as two words of the survey, where there are such. */
export function splitWord(
  word: string,
  vocabulary: ReadonlyMap<string, number>,
): string | undefined {
  let best: { words: string; papers: number } | undefined;
  for (let at = 3; at <= word.length - 3; at += 1) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    const papers = Math.min(vocabulary.get(one) ?? 0, vocabulary.get(other) ?? 0);
    if (papers > (best?.papers ?? 0)) best = { words: `${one} ${other}`, papers };
  }
  return best?.words;
}

/**
 * Letters to add, leave out, change or swap with their neighbour to make one word of another (Damerau and Levenshtein,
 * each stretch edited once); more than `most` where it takes more.
 */
export function editDistance(one: string, other: string, most: number): number {
  let last: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (last[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    last = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}

/** The words of terms each for itself, as a search that is content with some of them takes them. */
export function looseTerms(terms: readonly Term[]): Term[] {
  return terms.flatMap((term): Term[] => {
    if (term.negated || term.years) return [];
    const words = term.words.filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (term.field !== undefined && term.field !== 'title' && term.field !== 'abstract') {
      return [{ ...term, exact: term.exact }];
    }
    return words
      .filter((word) => words.length === 1 || !SMALL_WORDS.has(word))
      .map((word) => ({
        source: term.field === undefined ? word : `${term.field}:${word}`,
        negated: false,
        field: term.field,
        exact: false,
        words: [word],
      }));
  });
}

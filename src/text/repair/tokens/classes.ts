import { splitRun } from './commands.ts';
import type { Token } from './tokens.ts';
import { wordSet } from '../../word-set.ts';

/** Whether a lower-case word is known from prose. */
export type Vocabulary = (word: string) => boolean;

const symbolWords = wordSet(
  'times in to le ge leq geq ne neq sim approx pm rightarrow subset subseteq cdot cup cap equiv propto ll gg circ otimes oplus mapsto leftarrow',
);
/** A letter before a lost relation: `Min`, `Xsubset`. */
const letterThenRelation =
  /^[A-Za-z](?:in|to|times|subset|subseteq|le|ge|leq|geq|cup|cap|circ|sim|approx|rightarrow|otimes|oplus|mapsto)$/;
const functionWords = wordSet(
  'log exp max min sup inf lim ln det dim arg sin cos tan tanh ker deg gcd Pr poly polylog argmax argmin softmax',
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

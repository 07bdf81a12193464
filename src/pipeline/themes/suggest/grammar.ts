import nlp from 'compromise/two';
import { fold } from '../../../text/index.ts';

/** What a word is in a sentence, as far as labels ask. */
export type WordClass = 'noun' | 'adjective' | 'gerund' | 'verb' | 'other';

/** `IV`, `xiii`: a numeral. */
const ROMAN = /^[ivxl]+$/;

/** Each word of an English text, folded, with its class. */
export function wordClasses(text: string): { word: string; is: WordClass }[] {
  return nlp(text).docs.flatMap((sentence) =>
    sentence.flatMap((term) => {
      const is = classOf(term.tags ?? new Set<string>());
      const parts = fold(term.text)
        .split(' ')
        .filter((part) => part !== '');
      return parts.map((word) => ({ word, is: ROMAN.test(word) ? ('other' as const) : is }));
    }),
  );
}

function classOf(tags: ReadonlySet<string>): WordClass {
  if (tags.has('Gerund')) return 'gerund';
  if (tags.has('Pronoun') || tags.has('Date') || tags.has('Value')) return 'other';
  if (tags.has('Noun')) return 'noun';
  if (tags.has('Adjective') || tags.has('Participle') || tags.has('PastTense')) return 'adjective';
  return tags.has('Verb') ? 'verb' : 'other';
}

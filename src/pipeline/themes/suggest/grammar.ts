import nlp from 'compromise/two';
import { fold } from '../../../text/index.ts';

/** What a word is in a sentence, as far as labels ask. */
export type WordClass = 'noun' | 'adjective' | 'gerund' | 'verb' | 'other';

/** `IV`, `xiii`: a numeral. */
const ROMAN = /^[ivxl]+$/;

interface Classed {
  word: string;
  is: WordClass;
}

/** Texts whose classes are remembered: the places of phrases in a large survey, which is made again at each change of it. */
const MOST_KNOWN = 20_000;
/** Classes by text: a tagger takes longer than all else that labels are made with. */
const known = new Map<string, readonly Classed[]>();

/** Each word of an English text, folded, with its class. */
export function wordClasses(text: string): readonly Classed[] {
  const classes = known.get(text) ?? classesOf(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, classes);
  return classes;
}

function classesOf(text: string): Classed[] {
  return nlp(text).docs.flatMap((sentence) =>
    sentence.flatMap((term, at) => {
      const tags = term.tags ?? new Set<string>();
      // `we measured bats`: the verb of its sentence, and no `measured bats`.
      const isVerb = tags.has('PastTense') && sentence[at - 1]?.tags?.has('Pronoun') === true;
      const is = isVerb ? 'verb' : classOf(tags);
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

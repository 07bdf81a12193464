import { addTo } from '../../lists.ts';
import { matcher, pattern, type Token } from '../terms.ts';
import { PrintedForms } from './forms.ts';
import { type WordClass, wordClasses } from './grammar.ts';
import { ENGLISH } from './languages.ts';
import { type Field, NOT_A_WORD, type Words } from './vectors.ts';
import { wordSet } from '../../../text/index.ts';

/** Most words of a phrase. */
const MOST_WORDS = 4;

/** Places at which a phrase is looked at to tell what its words are. */
const MOST_PLACES = 5;

/** Words around a phrase that tell what its words are. */
const CONTEXT = 5;

/** Words too general to stand alone as a label, or to begin one. */
const GENERAL = wordSet(
  'natural cash student students production solution solutions health government problem problems approach approaches framework frameworks name names social deficiency child children woman women man men life large small different law laws test tests country countries industry firm firms price prices line lines limit limits interaction interactions length lengths object objects part parts learning network networks neural deep model models training task tasks algorithm algorithms theory effect effects use case cases term terms set sets number rate rates level levels type types group groups point points time times order value values function functions process processes state states structure structures field fields change changes behavior behaviour performance quality information knowledge language world year years patient patients subject subjects people human humans good goods market markets economy economies policy policies code software program programs image images text texts word words sentence sentences particle particles energy energies phase phases equation equations system systems role roles impact evidence research researchers author authors domain domains scale large-scale art source sources need needs interest measure measures measurement measurements term factor factors risk control controls trial trials treatment treatments therapy study studies review reviews outcome outcomes user users designer designers challenge challenges question questions application applications example examples input inputs output outputs baseline baselines dataset datasets benchmark benchmarks state-of-the-art',
);

/** The joining word inside a phrase: `mixture of experts`. */
const JOINS: ReadonlySet<string> = new Set(['of']);

/** A phrase that a further telling word follows in more than this share of its mentions is the beginning of others. */
const MOST_FOLLOWED = 0.6;
const MOST_FOLLOWED_HYPHENATED = 0.35;
const MOST_FOLLOWED_WORD = 0.75;

/** Words that joining words do not count among. */
export function wordsIn(key: string): number {
  return key.split(' ').filter((word) => !JOINS.has(word)).length;
}

/** The phrases of papers: runs of words between stop words, by key. */
export interface PhraseIndex {
  forms: PrintedForms;
  /** Of each paper: its phrases, and those of its title. */
  ofPaper: readonly { all: ReadonlySet<string>; inTitle: ReadonlySet<string> }[];
  /** Papers with a phrase. */
  holders: ReadonlyMap<string, readonly number[]>;
}

/** Finds the phrases of papers. */
export function indexPhrases(texts: readonly Words[]): PhraseIndex {
  const forms = new PrintedForms();
  const holders = new Map<string, number[]>();
  const ofPaper = texts.map((words, paper) => {
    const inTitle = phrasesOf(words.title, words, forms);
    const all = inTitle.union(phrasesOf(words.abstract, words, forms));
    for (const key of all) addTo(holders, key, paper);
    return { all, inTitle };
  });
  return { forms, ofPaper, holders };
}

/** Keys of the runs of words in a text that could be noun phrases. */
function phrasesOf({ text, tokens }: Field, { language }: Words, forms: PrintedForms): Set<string> {
  const found = new Set<string>();
  // Numbers and lone letters begin and end no phrase.
  const small = ({ word }: Token) => language.functionWords.has(word) || NOT_A_WORD.test(word);
  tokens.forEach((first, at) => {
    forms.word(first.surface);
    if (small(first)) return;
    let words = 0;
    for (let to = at; to < tokens.length; to += 1) {
      const last = tokens[to];
      const before = tokens[to - 1];
      if (last === undefined) break;
      // A phrase keeps its hyphens and blanks, and nothing else stands inside it.
      if (to > at && before !== undefined && !/^[ -]?$/.test(text.slice(before.end, last.start)))
        break;
      if (JOINS.has(last.word)) continue;
      if (small(last)) break;
      words += 1;
      if (words > MOST_WORDS) break;
      const run = tokens.slice(at, to + 1);
      if (run.filter(({ word }) => JOINS.has(word)).length > 1) break;
      // A word of a hyphenated one is a piece: `supervised` of `self-supervised`.
      if (text[first.start - 1] === '-' || text[last.end] === '-') continue;
      const key = run.map((token) => token.key).join(' ');
      forms.add(key, text.slice(first.start, last.end));
      found.add(key);
    }
  });
  return found;
}

/** Phrases that are whole in most places: noun phrases, and not pieces of one longer phrase. */
export function whole<P extends { key: string }>(
  phrases: readonly P[],
  members: readonly Words[],
  forms: PrintedForms,
): P[] {
  const patterns = phrases.flatMap((phrase) => {
    const compiled = pattern(phrase.key);
    return compiled === undefined ? [] : [{ pattern: compiled, phrase }];
  });
  const find = matcher(patterns);
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  const places = new Map<string, string[]>();
  const followed = new Map<string, number>();
  const counts = new Map<string, number>();
  const english = new Set<string>();
  for (const { title, abstract, language } of members) {
    for (const { text, tokens } of [title, abstract]) {
      for (const { what, at, of } of find(text, tokens)) {
        const { key } = what.phrase;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const previous = tokens[at - 1];
        const next = tokens[at + of];
        if (previous && !language.functionWords.has(previous.word))
          addTo(before, key, previous.word);
        if (next && !language.functionWords.has(next.word)) addTo(after, key, next.word);
        const last = tokens[at + of - 1];
        if (
          last &&
          next &&
          !language.stops.has(next.word) &&
          /^[ -]$/.test(text.slice(last.end, next.start))
        )
          followed.set(key, (followed.get(key) ?? 0) + 1);
        if (language !== ENGLISH) continue;
        english.add(key);
        const known = places.get(key);
        // Titles with a capital on every word tell a tagger little; abstracts come first.
        if (known !== undefined && known.length >= MOST_PLACES && text === title.text) continue;
        const from = tokens[Math.max(0, at - CONTEXT)]?.start ?? 0;
        const to = tokens[Math.min(tokens.length - 1, at + of - 1 + CONTEXT)]?.end ?? 0;
        const place = text.slice(from, to);
        if (text === title.text) addTo(places, key, place);
        else places.set(key, [place, ...(known ?? [])].slice(0, 2 * MOST_PLACES));
      }
    }
  }
  return phrases.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    if (isPiece(before.get(key) ?? [], count) || isPiece(after.get(key) ?? [], count)) return false;
    if ((followed.get(key) ?? 0) > mostFollowed(key, forms.print(key)) * count) return false;
    if (!english.has(key)) return true;
    return isNounPhrase(key, (places.get(key) ?? []).slice(0, MOST_PLACES));
  });
}

function mostFollowed(key: string, printed: string): number {
  if (!key.includes(' ')) return MOST_FOLLOWED_WORD;
  return printed.includes(' ') ? MOST_FOLLOWED : MOST_FOLLOWED_HYPHENATED;
}

/** True when one and the same word stands beside most of a phrase's mentions. */
function isPiece(neighbours: readonly string[], mentions: number): boolean {
  if (mentions < 3) return false;
  const counts = new Map<string, number>();
  for (const word of neighbours) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Math.max(0, ...counts.values()) > mentions * 0.45;
}

/** True when a tagger takes the words of a phrase for a noun with its adjectives, in most of the places given. */
function isNounPhrase(key: string, places: readonly string[]): boolean {
  const compiled = pattern(key);
  if (compiled === undefined) return false;
  const keys = key.split(' ');
  if (keys.every((word) => GENERAL.has(word) || GENERAL.has(`${word}s`) || ENGLISH.stops.has(word)))
    return false;
  let good = 0;
  let seen = 0;
  for (const place of places) {
    const words = wordClasses(place);
    const at = words.findIndex((_, start) =>
      keys.every((word, index) => sameWord(words[start + index]?.word, word)),
    );
    if (at < 0) continue;
    seen += 1;
    const classes = words.slice(at, at + keys.length);
    const last = classes.at(-1);
    const inner = classes.slice(0, -1);
    const isName =
      (last?.is === 'noun' || (last?.is === 'gerund' && inner.at(-1)?.is === 'noun')) &&
      inner.every(({ word, is }) => JOINS.has(word) || fits(is));
    if (isName) good += 1;
  }
  return seen === 0 ? keys.length > 1 : good * 2 > seen;
}

const fits = (is: WordClass) => is === 'noun' || is === 'adjective' || is === 'gerund';

/** True for a word and its key, which lacks a plain plural ending. */
function sameWord(word: string | undefined, key: string): boolean {
  return word !== undefined && (word === key || pattern(word)?.keys[0] === key);
}

import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stopwords as danishStops } from '@orama/stopwords/danish';
import { stopwords as dutchStops } from '@orama/stopwords/dutch';
import { stopwords as englishStops } from '@orama/stopwords/english';
import { stopwords as finnishStops } from '@orama/stopwords/finnish';
import { stopwords as frenchStops } from '@orama/stopwords/french';
import { stopwords as germanStops } from '@orama/stopwords/german';
import { stopwords as hungarianStops } from '@orama/stopwords/hungarian';
import { stopwords as italianStops } from '@orama/stopwords/italian';
import { stopwords as japaneseStops } from '@orama/stopwords/japanese';
import { stopwords as chineseStops } from '@orama/stopwords/mandarin';
import { stopwords as norwegianStops } from '@orama/stopwords/norwegian';
import { stopwords as portugueseStops } from '@orama/stopwords/portuguese';
import { stopwords as romanianStops } from '@orama/stopwords/romanian';
import { stopwords as russianStops } from '@orama/stopwords/russian';
import { stopwords as spanishStops } from '@orama/stopwords/spanish';
import { stopwords as swedishStops } from '@orama/stopwords/swedish';
import { stopwords as turkishStops } from '@orama/stopwords/turkish';
import { words } from '../../../text/index.ts';
import { addTo } from '../../lists.ts';
import { UNSPACED } from '../terms.ts';
import academicWords from '../stop-words.json' with { type: 'json' };

/** What the words of one language need before they can be compared. */
export interface Language {
  name: string;
  /** Folded words that hold sentences together: `the`, `with`. */
  functionWords: ReadonlySet<string>;
  /** Folded words that say nothing about a subject: function words, and what any paper says of itself. */
  stops: ReadonlySet<string>;
  /** The stem of a folded word. */
  stem(word: string): string;
}

const same = (word: string) => word;

function language(
  name: string,
  stem: (word: string) => string,
  functionWords: readonly string[],
  filler: readonly string[] = [],
): Language {
  const small = functionWords.flatMap(words);
  return {
    name,
    stem,
    functionWords: new Set(small),
    stops: new Set([...small, ...filler.flatMap(words)]),
  };
}

/** Prepositions that the list of function words lacks, and that a tagger takes for adjectives. */
const prepositions = words(
  'across along alongside amid among around behind beneath beside besides beyond despite inside near onto outside throughout toward towards underneath unless unlike upon versus within without',
);

export const ENGLISH = language(
  'english',
  english,
  [...englishStops, ...prepositions],
  academicWords,
);

const languages: readonly Language[] = [
  ENGLISH,
  language('german', german, germanStops),
  language('french', french, frenchStops),
  language('spanish', spanish, spanishStops),
  language('portuguese', portuguese, portugueseStops),
  language('italian', italian, italianStops),
  language('dutch', dutch, dutchStops),
  language('swedish', swedish, swedishStops),
  language('danish', danish, danishStops),
  language('norwegian', norwegian, norwegianStops),
  language('finnish', finnish, finnishStops),
  language('hungarian', hungarian, hungarianStops),
  language('romanian', romanian, romanianStops),
  language('russian', russian, russianStops),
  language('turkish', turkish, turkishStops),
  language('chinese and japanese', same, [...chineseStops, ...japaneseStops]),
];

/** The languages that have a word as a stop word. */
const speakers = new Map<string, Language[]>();
for (const each of languages) for (const word of each.functionWords) addTo(speakers, word, each);

/** A text that has so few words more of one language than of English shows no language. */
const LEAST_MORE = 2;

/**
 * The language whose function words stand most often in a text; undefined where they do not tell. A text with East Asian
 * letters is Chinese or Japanese: their words are told apart before they come here, and have no stems.
 */
export function languageOf(folded: readonly string[]): Language | undefined {
  const counts = new Map<Language, number>();
  for (const word of folded) {
    for (const each of speakers.get(word) ?? []) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const asian = folded.filter((word) => UNSPACED.test(word)).length;
  const inEnglish = counts.get(ENGLISH) ?? 0;
  let best: Language | undefined = inEnglish >= LEAST_MORE ? ENGLISH : undefined;
  let most = inEnglish;
  for (const each of languages) {
    const count = (counts.get(each) ?? 0) + (each.stem === same ? asian : 0);
    if (count > most && count >= inEnglish + LEAST_MORE) {
      best = each;
      most = count;
    }
  }
  return best;
}

/** The language of most texts, English before others: that of a text which shows none. */
export function commonLanguage(found: readonly (Language | undefined)[]): Language {
  const counts = new Map<Language, number>();
  for (const each of found) if (each) counts.set(each, (counts.get(each) ?? 0) + 1);
  let best = ENGLISH;
  for (const each of languages) if ((counts.get(each) ?? 0) > (counts.get(best) ?? 0)) best = each;
  return best;
}

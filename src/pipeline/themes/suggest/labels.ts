import { compareText } from '../../lists.ts';
import { pattern } from '../terms.ts';
import { type PhraseIndex, whole, wordsIn } from './phrases.ts';
import type { Words } from './vectors.ts';

/** Longest label, in characters. */
const LONGEST = 56;

/** Phrases looked at for a theme, best first. */
const MOST_CANDIDATES = 60;

/** A phrase stands this many times as often inside a theme as outside of it. */
const LEAST_LIFT = 2;

/** A title says what a paper is about; an abstract mentions more. */
const TITLE_FACTOR = 2;

/** What a phrase of so many words is worth beside another: one word is seldom clear, four are seldom shared. */
const WORTH = [0, 0.4, 1, 1.05, 0.9];

/** A first phrase that stands in this share of a theme's papers names it alone. */
const NAMES_ALONE = 0.6;

/** A phrase of one word, and of more, names a theme when it stands in so many papers and this share of them, if any does. */
const LEAST_PAPERS = 3;
const LEAST_OF_WORD = 0.3;
const LEAST_OF_PHRASE = 0.08;

/** A second phrase, of two words or more, stands in this share of the papers without the first. */
const LEAST_SECOND = 0.15;

/** Names that are given for a theme beside its label. */
const MOST_NAMES = 5;

interface Phrase {
  key: string;
  /** Papers of the theme with it, titles counted more. */
  papers: Set<number>;
  points: number;
}

/** A phrase that can name a theme. */
interface Name {
  key: string;
  text: string;
  papers: ReadonlySet<number>;
  score: number;
}

/** What a theme is called. */
export interface Naming {
  /** None where no phrase can name it. */
  label?: string;
  /** Further phrases that name what its papers speak of, best first. */
  names: string[];
}

/**
 * A label for each theme: the noun phrase that stands in most of its papers and seldom elsewhere, whole (`neural machine
 * translation`, not `neural machine`), or two of them joined by "and" where one does not speak for most papers. No two
 * labels say the same; a theme without such a phrase has none.
 *
 * @param themeOf number of each paper's theme, or -1
 * @param given labels that some themes have already, by number
 */
export function labelsOf(
  texts: readonly Words[],
  index: PhraseIndex,
  themeOf: readonly number[],
  themes: number,
  given: ReadonlyMap<number, string>,
): Naming[] {
  const { forms, ofPaper, holders } = index;
  const phrases = Array.from({ length: themes }, () => new Map<string, Phrase>());
  ofPaper.forEach(({ all, inTitle }, paper) => {
    const own = phrases[themeOf[paper] ?? -1];
    if (own === undefined) return;
    for (const key of all) {
      const phrase = own.get(key) ?? { key, papers: new Set(), points: 0 };
      own.set(key, phrase);
      phrase.papers.add(paper);
      phrase.points += inTitle.has(key) ? TITLE_FACTOR : 1;
    }
  });

  const names = phrases.map((own, theme) => {
    const members = texts.flatMap((words, paper) => (themeOf[paper] === theme ? [words] : []));
    const rest = texts.length - members.length;
    const likely = [...own.values()]
      .flatMap(({ key, papers, points }) => {
        if (papers.size < 2) return [];
        const elsewhere = ((holders.get(key)?.length ?? 0) - papers.size + 0.5) / (rest + 1);
        const lift = (papers.size + 0.5) / (members.length + 1) / elsewhere;
        if (lift < LEAST_LIFT) return [];
        const worth = WORTH[wordsIn(key)] ?? 1;
        return [{ key, papers, score: worth * points * Math.log(lift) }];
      })
      .sort((a, b) => b.score - a.score || compareText(a.key, b.key))
      .slice(0, MOST_CANDIDATES);
    const found = whole(likely, members, forms)
      .map((phrase): Name => ({ ...phrase, text: forms.print(phrase.key) }))
      .filter(({ text }) => text.length <= LONGEST);
    const common = found.filter(({ key, papers }) => {
      const share = key.includes(' ') ? LEAST_OF_PHRASE : LEAST_OF_WORD;
      return papers.size >= Math.max(LEAST_PAPERS, share * members.length);
    });
    return [...common, ...found.filter((name) => !common.includes(name))];
  });
  const labels = choose(names, texts, themeOf, given);
  return names.map((own, theme) => ({
    ...(labels[theme] === undefined ? {} : { label: labels[theme] }),
    names: further(own, labels[theme] ?? ''),
  }));
}

/** The best names that say something else than a label, and than each other. */
function further(names: readonly Name[], label: string): string[] {
  const said = [new Set(pattern(label)?.keys)];
  const found: string[] = [];
  for (const { key, text } of names) {
    const words = new Set(key.split(' '));
    if (said.some((other) => words.isSubsetOf(other) || other.isSubsetOf(words))) continue;
    said.push(words);
    found.push(text);
  }
  return found.slice(0, MOST_NAMES);
}

/** The best names, none twice: themes without a label choose in the order of how well their best name fits. */
function choose(
  names: readonly (readonly Name[])[],
  texts: readonly Words[],
  themeOf: readonly number[],
  given: ReadonlyMap<number, string>,
): (string | undefined)[] {
  const labels = names.map((_, theme) => given.get(theme));
  const taken = [...given.values()].flatMap((label) =>
    label.split(' and ').map((part) => new Set(pattern(part)?.keys)),
  );
  const isFree = (key: string) => {
    const words = new Set(key.split(' '));
    return !taken.some((other) => words.isSubsetOf(other) || other.isSubsetOf(words));
  };
  const order = names
    .map((own, theme) => ({ own, theme }))
    .filter(({ theme }) => !given.has(theme))
    .sort((a, b) => (b.own[0]?.score ?? 0) - (a.own[0]?.score ?? 0) || a.theme - b.theme);
  for (const { own, theme } of order) {
    const first = own.find(({ key }) => isFree(key));
    if (first === undefined) continue;
    taken.push(new Set(first.key.split(' ')));
    const members = new Set(texts.keys().filter((paper) => themeOf[paper] === theme));
    const left = members.difference(first.papers);
    const second =
      first.papers.size >= NAMES_ALONE * members.size
        ? undefined
        : own
            .filter(({ key, text, papers }) => {
              if (!key.includes(' ')) return false;
              const shares = key.split(' ').some((word) => first.key.split(' ').includes(word));
              const more = papers.intersection(left).size;
              const fitting = first.text.length + text.length + 5 <= LONGEST;
              return !shares && fitting && isFree(key) && more >= LEAST_SECOND * members.size;
            })
            .map((name) => ({
              name,
              gain: (name.score * name.papers.intersection(left).size) / name.papers.size,
            }))
            .sort((a, b) => b.gain - a.gain || compareText(a.name.key, b.name.key))[0]?.name;
    if (second !== undefined) taken.push(new Set(second.key.split(' ')));
    labels[theme] = capital(
      [first, ...(second ? [second] : [])].map(({ text }) => text).join(' and '),
    );
  }
  return labels;
}

/** With a capital at its beginning, unless the word has capitals inside: `mRNA`. */
export function capital(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

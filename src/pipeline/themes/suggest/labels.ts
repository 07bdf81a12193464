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
const WORTH = [0, 0.5, 1, 1.05, 0.9];

/** A first phrase that stands in this share of a theme's papers names it alone. */
const NAMES_ALONE = 0.6;

/** A second phrase of one word stands this many times as often inside a theme as outside of it. */
const LEAST_SECOND_LIFT = 4;

/** A second phrase stands in this share of the papers without the first. */
const LEAST_SECOND = 0.15;

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
  lift: number;
  score: number;
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
): (string | undefined)[] {
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
        return [{ key, papers, lift, score: worth * points * Math.log(lift) }];
      })
      .sort((a, b) => b.score - a.score || compareText(a.key, b.key))
      .slice(0, MOST_CANDIDATES);
    return whole(likely, members, forms)
      .map((phrase): Name => ({ ...phrase, text: forms.print(phrase.key) }))
      .filter(({ text }) => text.length <= LONGEST);
  });
  return choose(names, texts, themeOf, given);
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
            .filter(({ key, text, papers, lift }) => {
              if (!key.includes(' ') && lift < LEAST_SECOND_LIFT) return false;
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

import { addTo, compareText } from '../../lists.ts';
import { mentions, tallier, textFields, type ThemeRule } from '../tally.ts';
import { pattern } from '../terms.ts';
import { PrintedForms } from './forms.ts';
import { wordClasses } from './grammar.ts';
import { ENGLISH } from './languages.ts';
import type { Paper, Word, Words } from './vectors.ts';

/** Terms looked at for a theme, most telling first. */
const MOST_CANDIDATES = 90;

/** Terms a theme keeps, weightiest first. */
const MOST_TERMS = 50;

/** A term stands this many times as often inside a theme as outside of it. */
const LEAST_LIFT = 2;

/** A term stands in so many papers of its theme, or in a quarter of a smaller one. */
const LEAST_PAPERS = 2;

/** Steps of the fit, and how large they are. */
const STEPS = 120;
const STEP = 0.15;

/** What a weight costs, so that few are large. */
const COST = 0.003;

/** A term below this share of its theme's weightiest term is left out. */
const LEAST_SHARE = 0.03;

/** This share of papers, those with the lowest scores, is left over. */
const LEFT_OVER = 0.01;

/** Weights as the front matter of a theme takes them. */
const THRESHOLD = 3;
const MOST_WEIGHT = 10;

/** A term as a theme file has it. */
export interface WeightedTerm {
  term: string;
  weight: number;
}

interface Candidate extends ThemeRule {
  term: string;
  weight: number;
}

/** The words and pairs of words of a paper, by the key that terms are compared with. */
function termsOf({ title, abstract }: Words, forms: PrintedForms): Set<string> {
  const found = new Set<string>();
  for (const { text, words } of [title, abstract]) {
    let last: Word | undefined;
    for (const word of words) {
      if (word !== undefined) {
        forms.word(word.surface);
        forms.add(word.key, word.surface);
        found.add(word.key);
        if (last !== undefined) {
          const pair = `${last.key} ${word.key}`;
          forms.add(pair, text.slice(last.start, word.end));
          found.add(pair);
        }
      }
      last = word;
    }
  }
  return found;
}

/** Terms that stand in the papers of each theme more often than elsewhere, most telling first. */
function candidates(
  texts: readonly Words[],
  themeOf: readonly number[],
  themes: number,
): Candidate[] {
  const forms = new PrintedForms();
  const inside = Array.from({ length: themes }, () => new Map<string, number>());
  const everywhere = new Map<string, number>();
  const sizes = new Array<number>(themes).fill(0);
  const english = texts.filter(({ language }) => language === ENGLISH).length * 2 > texts.length;
  texts.forEach((words, index) => {
    const theme = themeOf[index] ?? -1;
    const own = inside[theme];
    if (own !== undefined) sizes[theme] = (sizes[theme] ?? 0) + 1;
    for (const key of termsOf(words, forms)) {
      everywhere.set(key, (everywhere.get(key) ?? 0) + 1);
      own?.set(key, (own.get(key) ?? 0) + 1);
    }
  });
  const classes = new Map<string, boolean>();
  /** True for terms that name something; single verbs and numerals do not. */
  const names = (term: string) => {
    const known = classes.get(term) ?? (term.includes(' ') || !english || !isVerb(term));
    classes.set(term, known);
    return known;
  };
  return inside.flatMap((own, theme) => {
    const size = sizes[theme] ?? 0;
    const rest = texts.length - size;
    const least = Math.min(LEAST_PAPERS, Math.ceil(size / 4));
    return Array.from(own, ([key, count]) => {
      const share = (count + 0.5) / (size + 1);
      const elsewhere = ((everywhere.get(key) ?? 0) - count + 0.5) / (rest + 1);
      return { key, count, lift: share / elsewhere };
    })
      .filter(({ count, lift }) => count >= least && lift >= LEAST_LIFT)
      .map(({ key, count, lift }) => ({ key, telling: count * Math.log(lift) }))
      .sort((a, b) => b.telling - a.telling || compareText(a.key, b.key))
      .slice(0, 2 * MOST_CANDIDATES)
      .map(({ key }) => forms.print(key))
      .filter(names)
      .slice(0, MOST_CANDIDATES)
      .flatMap((term) => {
        const compiled = pattern(term);
        return compiled === undefined ? [] : [{ theme, term, pattern: compiled, weight: 1 }];
      });
  });
}

function isVerb(word: string): boolean {
  const [only] = wordClasses(word);
  return only === undefined || only.is === 'verb' || only.is === 'other';
}

/**
 * The rules of themes that put papers where they are: terms with weights, which the classifier reads as it reads those
 * of a person. The weights are those under which the scores tell best which theme a paper is in (a softmax regression
 * without negative weights), at a scale at which the usual threshold leaves few papers over.
 */
export function fitRules(
  papers: readonly Paper[],
  texts: readonly Words[],
  themeOf: readonly number[],
  themes: number,
): WeightedTerm[][] {
  let rules = candidates(texts, themeOf, themes);
  let best: number[] = [];
  for (const round of [0, 1]) {
    const fitted = fitWeights(papers, texts, themeOf, rules, themes);
    rules = fitted.rules;
    best = fitted.best;
    if (round === 0) rules = strongest(rules, themes);
  }
  const scores = best
    .filter((score, paper) => score > 0 && (themeOf[paper] ?? -1) >= 0)
    .sort((a, b) => a - b);
  const weightiest = Math.max(...rules.map(({ weight }) => weight));
  const low = scores[Math.floor(scores.length * LEFT_OVER)] ?? 1;
  const scale = Math.min(THRESHOLD / low, MOST_WEIGHT / weightiest);
  const kept = new Map<number, WeightedTerm[]>();
  for (const { theme, term, weight } of rules) {
    // Rounded up: a paper that just meets the threshold meets it in the file too.
    const scaled = Math.min(MOST_WEIGHT, Math.ceil(100 * scale * weight) / 100);
    if (scaled > 0) addTo(kept, theme, { term, weight: scaled });
  }
  return Array.from({ length: themes }, (_, theme) =>
    (kept.get(theme) ?? []).sort((a, b) => b.weight - a.weight || compareText(a.term, b.term)),
  );
}

function strongest(rules: readonly Candidate[], themes: number): Candidate[] {
  const byTheme = Map.groupBy(rules, ({ theme }) => theme);
  return Array.from({ length: themes }, (_, theme) => {
    const own = (byTheme.get(theme) ?? []).toSorted(
      (a, b) => b.weight - a.weight || compareText(a.term, b.term),
    );
    const least = (own[0]?.weight ?? 0) * LEAST_SHARE;
    return own.slice(0, MOST_TERMS).filter(({ weight }) => weight > least);
  }).flat();
}

/** The rules with the weights that fit best, and the best score of each paper. */
function fitWeights(
  papers: readonly Paper[],
  texts: readonly Words[],
  themeOf: readonly number[],
  rules: readonly Candidate[],
  themes: number,
): { rules: Candidate[]; best: number[] } {
  const place = new Map(rules.map((rule, index) => [rule, index]));
  const tokens = new Map(
    texts.flatMap(({ title, abstract }) =>
      [title, abstract].map((field) => [field.text, field.tokens] as const),
    ),
  );
  const tally = tallier(rules, themes, (text) => tokens.get(text) ?? []);
  const found = papers.map((paper) =>
    tally(paper).flatMap((theme) =>
      Array.from(theme?.counts ?? [], ([rule, counts]) => ({
        rule: place.get(rule) ?? 0,
        theme: rule.theme,
        points: textFields.reduce((sum, field) => sum + mentions(field, counts[field]), 0),
      })),
    ),
  );
  const weights = Float64Array.from(rules, () => 0.3);
  const past = new Float64Array(rules.length).fill(1e-8);
  const gradient = new Float64Array(rules.length);
  const scores = new Float64Array(themes);
  const cost = COST * papers.length;
  for (let step = 0; step < STEPS; step += 1) {
    for (let i = 0; i < gradient.length; i += 1) gradient[i] = cost * (weights[i] ?? 0);
    found.forEach((hits, paper) => {
      const own = themeOf[paper] ?? -1;
      if (own < 0) return;
      scores.fill(0);
      for (const { rule, theme, points } of hits)
        scores[theme] = (scores[theme] ?? 0) + points * (weights[rule] ?? 0);
      const most = Math.max(...scores);
      let sum = 0;
      for (let t = 0; t < themes; t += 1) {
        scores[t] = Math.exp((scores[t] ?? 0) - most);
        sum += scores[t] ?? 0;
      }
      for (const { rule, theme, points } of hits) {
        const error = (scores[theme] ?? 0) / sum - (theme === own ? 1 : 0);
        gradient[rule] = (gradient[rule] ?? 0) + error * points;
      }
    });
    for (let i = 0; i < gradient.length; i += 1) {
      const slope = gradient[i] ?? 0;
      past[i] = (past[i] ?? 0) + slope * slope;
      weights[i] = Math.max(0, (weights[i] ?? 0) - (STEP * slope) / Math.sqrt(past[i] ?? 1));
    }
  }
  const best = found.map((hits) => {
    scores.fill(0);
    for (const { rule, theme, points } of hits)
      scores[theme] = (scores[theme] ?? 0) + points * (weights[rule] ?? 0);
    return Math.max(...scores);
  });
  return { rules: rules.map((rule, index) => ({ ...rule, weight: weights[index] ?? 0 })), best };
}

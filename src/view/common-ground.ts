import type { Theme, Work } from '../model/index.ts';
import { fold, sentences, toPlain } from '../text/index.ts';
import type { PageWords } from '../words/index.ts';

/** Terms that a theme's papers share, as its page lists them. */
const MOST_TERMS = 12;

/** Papers whose words speak for a theme. */
const MOST_PAPERS = 4;

/** A sentence that a reader takes in at once, in characters. */
const LONGEST = 360;

/** The terms for which most of a theme's papers stand in it, with how many, phrases before single words of as many papers. */
export function sharedTerms(
  theme: Theme,
  works: readonly Work[],
  words: PageWords,
): { term: string; papers: string }[] {
  const counts = new Map<string, number>();
  for (const work of works) {
    const evidence = evidenceOf(work, theme);
    const terms = new Set(evidence.map(({ term }) => term));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, papers]) => papers > 1)
    .map(([term, papers]) => ({ term, papers, weight: papers * (term.includes(' ') ? 2 : 1) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ term, papers }) => ({ term, papers: words.papers(papers) }));
}

/** Of the papers with the strongest evidence for a theme: the sentence of each abstract that holds most of it. */
export function keySentences(
  theme: Theme,
  works: readonly Work[],
): { work: Work; sentence: string }[] {
  return works
    .map((work) => ({
      work,
      score: work.themes.find(({ slug }) => slug === theme.slug)?.score ?? 0,
    }))
    .sort((a, b) => b.score - a.score || (a.work.permalink < b.work.permalink ? -1 : 1))
    .flatMap(({ work }) => {
      const sentence = keySentence(work, theme);
      return sentence === undefined ? [] : [{ work, sentence }];
    })
    .slice(0, MOST_PAPERS);
}

function keySentence(work: Work, theme: Theme): string | undefined {
  const abstract = work.fields.abstract;
  if (abstract === undefined) return undefined;
  const evidence = evidenceOf(work, theme).map(({ term, weight }) => ({
    weight,
    words: fold(term.replace(/\*$/, '')),
  }));
  let best: string | undefined;
  let most = 0;
  for (const sentence of sentences(toPlain(abstract.value.rich))) {
    if (sentence.length > LONGEST) continue;
    const folded = fold(sentence);
    const found = evidence.reduce(
      (sum, { weight, words }) => sum + (folded.includes(words) ? weight : 0),
      0,
    );
    if (found > most) {
      most = found;
      best = sentence;
    }
  }
  return best;
}

function evidenceOf(work: Work, theme: Theme) {
  const assignment = work.themes.find(({ slug }) => slug === theme.slug);
  return (assignment?.evidence ?? []).filter(
    ({ field }) => field === 'title' || field === 'abstract',
  );
}

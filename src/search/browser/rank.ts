import { SECTIONS, type Section } from '../contract.ts';
import type { MatchedClause } from './match.ts';
import { bare, isForm, type Postings, sectionOf } from './word-index.ts';

/** What a word counts where it stands: title over keywords over abstract over the label of a theme. */
const WORTH: Record<Section, number> = {
  title: 10,
  titleAlias: 7,
  identifier: 8,
  keyword: 6,
  author: 5,
  abstract: 1,
  venue: 0.8,
  subject: 0.6,
  theme: 0.5,
  abstractAlias: 0.4,
};
/** The same by number of section. */
const worthBySection: number[] = [];
for (const [section, worth] of Object.entries(WORTH)) {
  worthBySection[Reflect.get(SECTIONS, section)] = worth;
}
/** What another form of a word counts of the word itself. */
const OF_FORM = 0.7;
/** How soon more places of a word add nothing: Okapi BM25's k1. */
const SATURATION = 1.4;
/** What a title counts that has all words of the query, and an author so named. */
const WHOLE = 5;
/** A paper whose identifier is asked for stands first. */
const IDENTIFIED = 1000;

/** Rarity of something that so many of all papers have, as in BM25. */
export const rarity = (papers: number, all: number) =>
  Math.log(1 + (all - papers + 0.5) / (papers + 0.5));

interface Weighed {
  postings: Postings;
  at: number;
  rarity: number;
}

/** The papers of some clauses, the best match first; equal ones in the survey's order. */
export function ranked(
  papers: readonly number[],
  clauses: readonly MatchedClause[],
  all: number,
): number[] {
  const scores = scoresOf(papers, clauses, all);
  return [...papers].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
}

/** How well papers match clauses, of which they need not have all. */
export function scoresOf(
  papers: readonly number[],
  clauses: readonly MatchedClause[],
  all: number,
): Map<number, number> {
  const weighed: Weighed[] = clauses.map(({ postings, at }) => ({
    postings,
    at,
    rarity: rarity(postings.size, all),
  }));
  const total = weighed.reduce((sum, each) => sum + each.rarity, 0) || 1;
  return new Map(papers.map((paper) => [paper, scoreOf(paper, weighed, total)]));
}

function scoreOf(paper: number, clauses: readonly Weighed[], total: number): number {
  let score = 0;
  let inTitle = 0;
  let inNames = 0;
  for (const { postings, rarity: rare } of clauses) {
    const places = postings.get(paper);
    if (!places || places.length === 0) continue;
    let worth = 0;
    let titled = false;
    let named = false;
    let identified = false;
    for (const place of places) {
      const section = sectionOf(place);
      worth += (worthBySection[section] ?? 0) * (isForm(place) ? OF_FORM : 1);
      titled ||= section === SECTIONS.title || section === SECTIONS.titleAlias;
      named ||= section === SECTIONS.author;
      identified ||= section === SECTIONS.identifier;
    }
    score += (rare * (SATURATION + 1) * worth) / (SATURATION + worth);
    if (titled) inTitle += rare;
    if (named) inNames += rare;
    if (identified) score += IDENTIFIED;
  }
  const [title, names] = [inTitle / total, inNames / total];
  score += WHOLE * (inTitle * title ** 2 + (names === 1 ? inNames : 0));
  return score * (1 + sideBySide(paper, clauses) / Math.max(1, clauses.length - 1));
}

/** How many words of the query stand as far behind the one before them in the paper as in the query. */
function sideBySide(paper: number, clauses: readonly Weighed[]): number {
  let count = 0;
  for (let index = 1; index < clauses.length; index += 1) {
    const [before, clause] = [clauses[index - 1], clauses[index]];
    const earlier = before?.postings.get(paper);
    const places = clause?.postings.get(paper);
    if (before && clause && earlier && places && meet(earlier, places, clause.at - before.at)) {
      count += 1;
    }
  }
  return count;
}

/**
 * Whether a word follows another by some steps. At the same place stand words that both belong to one compound;
 * punctuation may stand between two.
 */
function meet(earlier: readonly number[], places: readonly number[], steps: number): boolean {
  for (const one of earlier) {
    const start = bare(one);
    for (const other of places) {
      const distance = bare(other) - start;
      if (distance === steps || distance === steps + 1 || distance === 0) return true;
    }
  }
  return false;
}

import { fold } from '../../../text/index.ts';
import { addTo, compareText } from '../../lists.ts';
import type { Paper } from './vectors.ts';

/** A keyword is a theme when so many papers, and this share of them, have it, and not more than the other share. */
const LEAST_PAPERS = 4;
const LEAST_SHARE = 0.01;
const MOST_SHARE = 0.3;

/** Keywords are taken as themes when together they hold this share of the papers. */
const LEAST_COVER = 0.6;

/** Most themes. */
const MOST = 25;

/** Of two keywords whose papers are the same by this share, one is enough. */
const SAME_PAPERS = 0.8;

/** What the user filed papers under, as a theme. */
export interface Filed {
  /** As most papers print it. */
  keyword: string;
  papers: ReadonlySet<number>;
}

/**
 * The keywords, headings or collections that organise the papers: those that recur on enough of them, each chosen for
 * the papers it adds. None where such keywords hold only some of the papers: then they are remarks and no order.
 */
export function filings(papers: readonly Paper[]): Filed[] {
  const forms = new Map<string, string[]>();
  const holders = new Map<string, Set<number>>();
  papers.forEach(({ keywords }, paper) => {
    for (const keyword of keywords) {
      const key = fold(keyword);
      if (key === '') continue;
      addTo(forms, key, keyword);
      const own = holders.get(key) ?? new Set();
      holders.set(key, own.add(paper));
    }
  });
  const least = Math.max(LEAST_PAPERS, papers.length * LEAST_SHARE);
  let likely = [...holders]
    .filter(([, own]) => own.size >= least && own.size <= papers.length * MOST_SHARE)
    .sort(([a, x], [b, y]) => y.size - x.size || compareText(a, b));
  const chosen: [string, Set<number>][] = [];
  let covered = new Set<number>();
  while (chosen.length < MOST) {
    const [best] = likely
      .map((each) => ({ each, gain: each[1].difference(covered).size }))
      .sort((a, b) => b.gain - a.gain);
    if (best === undefined) break;
    const [key, own] = best.each;
    likely = likely.filter(([other]) => other !== key);
    const twin = chosen.some(
      ([, theirs]) => own.intersection(theirs).size >= SAME_PAPERS * own.union(theirs).size,
    );
    if (twin) continue;
    chosen.push(best.each);
    covered = covered.union(own);
  }
  if (covered.size < papers.length * LEAST_COVER) return [];
  return chosen.map(([key, own]) => ({ keyword: commonest(forms.get(key) ?? [key]), papers: own }));
}

/** The form that stands most often; of equals the first in order of code units. */
function commonest(forms: readonly string[]): string {
  const counts = Map.groupBy(forms, (form) => form);
  const [[best = ''] = []] = [...counts].sort(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b),
  );
  return best;
}

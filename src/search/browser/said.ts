import { searchWords } from '../../words/index.ts';
import type { Answer } from './engine.ts';

/** Other words named for one of the query. */
const MOST_FORMS = 6;
/** Longest query that is repeated whole. */
const LONGEST = 70;

const say = searchWords;
const clipped = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** `10 papers and 1 theme for “mixture of experts”` */
export function countInWords({ papers, themes, pages, beginning }: Answer, query: string): string {
  const found = { papers: papers.length, themes: themes.length, pages: pages.length };
  return say.found(found, clipped(query.trim()), beginning);
}

/** What else is to be said of an answer: what was not understood, what no paper has, which other words counted. */
export function remarksOf({ query, missing, forms, papers }: Answer): string[] {
  const remarks = [...query.problems];
  if (missing.length > 0) remarks.push(say.noPaperHas(missing));
  else if (papers.length === 0 && query.clauses.length > 1) remarks.push(say.noPaperHasAll);
  const named = forms.map(([word, others]) =>
    say.alsoAs(word, others.slice(0, MOST_FORMS), Math.max(0, others.length - MOST_FORMS)),
  );
  if (named.length > 0 && papers.length > 0) remarks.push(`${named.join('; ')}.`);
  return remarks;
}

/** How papers are called that have some of what was asked for. */
export function nearHeading({ papers, suggestion }: Answer): string {
  if (suggestion) return say.nearWith(suggestion.changes.map(([, to]) => to));
  return papers.length > 0 ? say.nearSome : say.nearOnly;
}

import type { Answer } from './engine.ts';
import { papersInWords } from './found.ts';

/** Other words named for one of the query. */
const MOST_FORMS = 6;
/** Longest query that is repeated whole. */
const LONGEST = 70;

const quoted = (text: string) => `“${text}”`;
const clipped = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** `10 papers and 1 theme for “mixture of experts”` */
export function countInWords({ papers, themes, beginning }: Answer, query: string): string {
  const counts = [papersInWords(papers.length)];
  if (themes.length > 0) {
    counts.push(`${themes.length} ${themes.length === 1 ? 'theme' : 'themes'}`);
  }
  const asked = query.trim();
  const about = asked === '' ? '' : ` for ${quoted(clipped(asked))}`;
  const start =
    beginning === undefined ? '' : `, with words starting with ${quoted(`${beginning}…`)}`;
  return counts.join(' and ') + about + start;
}

/** What else is to be said of an answer: what was not understood, what no paper has, which other words counted. */
export function remarksOf({ query, missing, forms, papers }: Answer): string[] {
  const remarks = [...query.problems];
  if (missing.length > 0) {
    remarks.push(`No paper has ${list(missing.map(quoted), 'or')}.`);
  } else if (papers.length === 0 && query.clauses.length > 1) {
    remarks.push('No paper has all of this.');
  }
  const named = forms.map(([word, others]) => {
    const more = others.length > MOST_FORMS ? ` and ${others.length - MOST_FORMS} more forms` : '';
    return `${quoted(word)} also as ${others.slice(0, MOST_FORMS).join(', ')}${more}`;
  });
  if (named.length > 0 && papers.length > 0) remarks.push(`${named.join('; ')}.`);
  return remarks;
}

/** How papers are called that have some of what was asked for. */
export function nearHeading({ papers, suggestion }: Answer): string {
  if (suggestion)
    return `Near: papers with ${list(
      suggestion.changes.map(([, to]) => quoted(to)),
      'and',
    )}`;
  return papers.length > 0
    ? 'Near: papers with some of the words'
    : 'Near: no paper has all of the words, these have some';
}

function list(items: readonly string[], last: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

import { parseQuery, type Term } from '../../src/search/query.ts';
import { familyOf, GAP, sequence } from '../../src/search/words.ts';
import { withoutSmallWords } from '../../src/search/browser/match.ts';
import type { Paper } from './made-up-survey.ts';

function kept<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? make(text);
    known.set(text, value);
    return value;
  };
}

const wordsOf = kept(sequence);
const same = (word: string) => word;
const family = kept((word) => familyOf(word, 'en'));

/** Whether words stand one after another, compared by `form`. */
function contains(text: string, words: readonly string[], form: (word: string) => string): boolean {
  const own = wordsOf(text).map(form);
  const wanted = words.map(form);
  return own.some((_, at) => wanted.every((word, step) => word === own[at + step]));
}

/**
 * The papers that satisfy a query, found by looking at every plain record: what the index must agree with. Made for
 * papers of plain words, without compounds and acronyms.
 */
export function reference(papers: readonly Paper[], query: string): Paper[] {
  const clauses = withoutSmallWords(parseQuery(query).clauses);
  return papers.filter((paper) =>
    clauses.every((clause) => clause.some((term) => satisfies(paper, term))),
  );
}

function satisfies(paper: Paper, term: Term): boolean {
  return has(paper, term) !== term.negated;
}

function has(paper: Paper, { field, words, exact, years }: Term): boolean {
  const { title, abstract = '', authors = [], venue = '', theme, year, code, arxiv } = paper;
  const label = theme === 'time' ? 'Time series' : theme ? 'Mixture of Experts: routing' : '';
  const published = year === undefined ? undefined : Number(year.slice(0, 4));
  const form = exact ? same : family;
  const isAuthor = () => authors.some((name) => contains(name, words, same));
  if (years) return published !== undefined && published >= years[0] && published <= years[1];
  switch (field) {
    case 'title':
      return contains(title, words, form);
    case 'abstract':
      return contains(abstract, words, form);
    case 'author': {
      const comma = words.indexOf(GAP);
      const turned = [...words.slice(comma + 1), ...words.slice(0, comma)];
      return isAuthor() || (comma > 0 && authors.some((name) => contains(name, turned, same)));
    }
    case 'theme':
      return contains(label, words, form);
    case 'venue':
      return contains(venue, words, form);
    case 'has':
      return contains(
        [code && 'Code', abstract && 'Abstract'].filter(Boolean).join('; '),
        words,
        form,
      );
    case 'arxiv':
      return arxiv !== undefined && sequence(arxiv).join('') === words.join('');
    case undefined:
      return (
        [title, abstract, venue].some((text) => contains(text, words, form)) ||
        (!exact && contains(label, words, family)) ||
        isAuthor() ||
        (!exact &&
          words.length === 1 &&
          published !== undefined &&
          words[0] === String(published) &&
          published >= 1900)
      );
    default:
      return false;
  }
}

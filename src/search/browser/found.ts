import { type Child, element } from '../../client/index.ts';
import { type PaperText, SEPARATOR } from '../contract.ts';
import { hasOneOf } from '../words.ts';
import { searchWords } from '../../words/index.ts';
import type { Answer } from './engine.ts';
import {
  type FoundText,
  markedAuthors,
  markedSentence,
  markedTitle,
  type Piece,
} from './excerpt.ts';

const { etAl } = searchWords;

/** A paper in the words it is shown with. */
export interface Found {
  /** Root path of its page. */
  path: string;
  title: Piece[];
  /** `Hao Gu, Rui Zhong, Yu Xia et al.` */
  authors: Piece[];
  /** `July 2025`; empty without a date, like the others. */
  date: string;
  year: string;
  venue: string;
  /** Labels of its themes. */
  themes: readonly string[];
  /** The sentence that matches. */
  sentence: Piece[];
}

/** A paper with the words of a query marked. */
export function foundPaper(
  paper: PaperText,
  { query, words }: Pick<Answer, 'query' | 'words'>,
): Found {
  const asked = query.clauses.flatMap((terms) =>
    terms.flatMap((term) => (term.negated ? [] : [term.words.join('-')])),
  );
  const text = textOf(paper, words);
  const authors = markedAuthors(paper.title, text, asked);
  if (paper.more && !authors.at(-1)?.text.endsWith(etAl)) {
    authors.push({ text: etAl, marked: false });
  }
  return {
    path: `/papers/${paper.permalink}/`,
    title: markedTitle(paper.title, text, asked),
    authors,
    date: paper.date ?? '',
    year: String(paper.year ?? ''),
    venue: paper.venue ?? '',
    themes: paper.themes,
    sentence:
      paper.abstract === '' && paper.said
        ? [{ text: paper.said, marked: false }]
        : markedSentence(text, asked),
  };
}

/** The text of a paper in one, and which of its words count as those of the query. */
function textOf(paper: PaperText, words: ReadonlySet<string>): FoundText {
  const parts = [paper.title, `${paper.authors.join(', ')}.`, SEPARATOR, paper.abstract, SEPARATOR];
  const content = parts.join(' ');
  const locations = content
    .split(/\s+/u)
    .flatMap((word, at) => (hasOneOf(word, words) ? [at] : []));
  return { content, locations };
}

/** Text whose marked stretches stand in `<mark>`. */
export function marked(pieces: readonly Piece[]): Child[] {
  return pieces.map(({ text, marked: isMarked }) => (isMarked ? element('mark', {}, text) : text));
}

import { type Child, element } from '../../client/index.ts';
import { KIND, type Kind } from '../contract.ts';
import type { Match } from './engine.ts';
import { markedAuthors, markedSentence, markedTitle, type Piece } from './excerpt.ts';

/** A match in the words it is shown with. */
export interface Found {
  kind: Kind;
  /** Root path of its page. */
  path: string;
  title: Piece[];
  /** `Hao Gu, Rui Zhong, Yu Xia et al.` */
  authors: Piece[];
  /** `July 2025` */
  date: string;
  /** `2025` */
  year: string;
  venue: string;
  /** Labels of the themes of a paper. */
  themes: readonly string[];
  /** The sentence that matches; for a theme its tagline. */
  sentence: Piece[];
  /** Papers in a theme, and the years they span. */
  papers: string;
  years: string;
}

/**
 * Loads the text of matches.
 *
 * @param words of the query, as the index spells them
 */
export function loadMatches(matches: readonly Match[], words: readonly string[]): Promise<Found[]> {
  return Promise.all(
    matches.map(async (match) => {
      const record = await match.load();
      const { meta, filters } = record;
      const title = meta['title'] ?? '';
      const isTheme = filters[KIND]?.includes('theme') ?? false;
      const authors = isTheme ? [] : markedAuthors(title, record, words);
      return {
        kind: isTheme ? 'theme' : 'paper',
        path: record.raw_url,
        title: markedTitle(title, record, words),
        authors: authors.length > 0 ? authors : [{ text: meta['authors'] ?? '', marked: false }],
        date: meta['date'] ?? '',
        year: filters['year']?.[0] ?? '',
        venue: meta['venue'] ?? '',
        themes: filters['theme'] ?? [],
        sentence: isTheme
          ? [{ text: meta['tagline'] ?? '', marked: false }]
          : markedSentence(record, words),
        papers: meta['papers'] ?? '',
        years: meta['years'] ?? '',
      };
    }),
  );
}

/** `1 paper`, `57 papers`. */
export function papersInWords(count: number | string): string {
  return `${count} ${String(count) === '1' ? 'paper' : 'papers'}`;
}

/** Text whose marked stretches stand in `<mark>`. */
export function marked(pieces: readonly Piece[]): Child[] {
  return pieces.map(({ text, marked: isMarked }) => (isMarked ? element('mark', {}, text) : text));
}

import type { Message, ThemeAssignment, Work, WrittenTheme } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { classify } from './classify.ts';
import { type FormerTheme, suggestThemes } from './suggest/index.ts';
import { wordsFor } from '../../words/index.ts';

/** Papers that written themes leave over get suggestions when they are at least so many. */
const LEAST_LEFT_OVER = 20;

/**
 * Puts every paper into themes: those that people wrote, and, for the papers that these leave over, suggested ones.
 * Suggested themes take no paper that a written one has, and one whose rules take no paper at all is none.
 *
 * @param released suggested themes of the last released state, which go on
 */
export function themeWorks(
  works: readonly Work[],
  written: readonly WrittenTheme[],
  keywordsOf: (work: Work) => readonly string[],
  released: readonly FormerTheme[] = [],
  words = wordsFor('en'),
): {
  suggested: WrittenTheme[];
  assignments: Map<string, ThemeAssignment[]>;
  messages: Message[];
} {
  const first = classify(works, written, keywordsOf);
  const homeless = works.filter(({ permalink }) => !first.assignments.get(permalink)?.length);
  const mixed = written.length > 0;
  if (mixed && homeless.length < LEAST_LEFT_OVER) return { suggested: [], ...first };
  const suggested = suggestThemes(
    homeless.map((work) => ({
      permalink: work.permalink,
      title: toPlain(work.title.value.rich),
      abstract: work.fields.abstract ? toPlain(work.fields.abstract.value.rich) : '',
      keywords: keywordsOf(work),
    })),
    new Set(written.map(({ slug }) => slug)),
    mixed,
    released,
    words,
  ).map(({ slug, frontMatter }) => ({
    slug,
    file: `themes/${slug}.mdx`,
    frontMatter,
    body: '',
    bodyLine: 1,
  }));
  if (suggested.length === 0) return { suggested, ...first };
  const second = classify(homeless, suggested, keywordsOf);
  const taken = new Set([...second.assignments.values()].flat().map(({ slug }) => slug));
  return {
    suggested: suggested.filter(({ slug }) => taken.has(slug)),
    assignments: new Map([...first.assignments, ...second.assignments]),
    messages: mixed
      ? [...first.messages.filter(({ code }) => code !== 'paper-without-theme'), ...second.messages]
      : [],
  };
}

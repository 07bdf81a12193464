import type { Citable } from '../model/index.ts';

/** What a work is filed under, of every kind, each once in whatever case: keywords, subjects, the collections and headings of lists. */
export const keywordsOf = (work: Citable): string[] =>
  once(work.keywords.map(({ value }) => value.value));

/** The same with the categories of an archive, for formats that have no field of their own for these. */
export const filedUnder = (work: Citable): string[] =>
  once([
    ...work.keywords.map(({ value }) => value.value),
    ...(work.fields.categories?.value ?? []),
  ]);

/** Each word once in whatever case, as it stands first. */
const once = (words: readonly string[]): string[] =>
  [...new Map(words.toReversed().map((word) => [word.toLowerCase(), word])).values()].reverse();

/**
 * The same as one text: commas between them, semicolons where one has a comma of its own; one alone that has a comma ends
 * in a semicolon.
 */
export function keywordList(work: Citable): string {
  const words = keywordsOf(work);
  if (!words.some((word) => word.includes(','))) return words.join(', ');
  return words.length === 1 ? `${words[0]};` : words.join('; ');
}

import type { Citable } from '../model/index.ts';

/** What a work is filed under, of every kind, each once in whatever case: keywords, subjects, the collections and headings of lists. */
export function keywordsOf(work: Citable): string[] {
  const words = work.keywords.map(({ value }) => value.value);
  return [
    ...new Map(words.toReversed().map((word) => [word.toLowerCase(), word])).values(),
  ].reverse();
}

/**
 * The same as one text: commas between them, semicolons where one has a comma of its own; one alone that has a comma ends
 * in a semicolon.
 */
export function keywordList(work: Citable): string {
  const words = keywordsOf(work);
  if (!words.some((word) => word.includes(','))) return words.join(', ');
  return words.length === 1 ? `${words[0]};` : words.join('; ');
}

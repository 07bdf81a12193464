import type { Citable, KeywordKind } from '../model/index.ts';

/** Kinds that reference managers call keywords; headings and collections are where somebody's list puts a paper. */
const EXPORTED: ReadonlySet<KeywordKind> = new Set(['keyword', 'mesh', 'tag']);

/** The keywords an export gives of a work, each once. */
export function keywordsOf(work: Citable): string[] {
  const words = work.keywords.map(({ value }) => value).filter(({ kind }) => EXPORTED.has(kind));
  return [...new Set(words.map(({ value }) => value))];
}

/** The same as one text: commas between them, semicolons where one has a comma of its own. */
export function keywordList(work: Citable): string {
  const words = keywordsOf(work);
  return words.join(words.some((word) => word.includes(',')) ? '; ' : ', ');
}

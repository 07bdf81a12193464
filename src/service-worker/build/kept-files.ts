/**
 * Most bytes a reader's browser keeps ahead of visits, decompressed, as it stores them.
 *
 * Of a survey of 160 papers with 1,400 authors it keeps all but the authors' pages, 10 MB, which a host that compresses
 * sends as 3 MB; with those pages it would be 23 MB and 8 MB, more than a reader who came for one paper should be sent.
 */
export const LIMIT = 16_000_000;

/** What belongs together, the most needed first. */
const GROUPS: readonly RegExp[] = [
  // The way in: first page, lists, search page, styles, fonts and scripts.
  /^(?:(?:(?:about|offline|papers|search|sources|themes)\/)?index\.html|mark\.svg|manifest\.webmanifest|assets\/[^/]+)$/u,
  // The search engine and its index.
  /^pagefind\//u,
  // What is read and exported.
  /^(?:(?:papers|themes)\/.+\.html|assets\/works\/.+)$/u,
  // Authors, sources, reports, identifiers.
  /^(?!404\.html$).+\.html$/u,
];

/** Whether a file is one of those that are read; exports in files, feeds and the archive are not. */
export function mayBeKept(path: string): boolean {
  return rankOf(path) >= 0;
}

/** Place of a file's group; -1 for a file that is never kept ahead of visits. */
function rankOf(path: string): number {
  return GROUPS.findIndex((group) => group.test(path));
}

/**
 * Chooses the files that are kept ahead of visits: all that are read when they fit, else as many groups as do. The way
 * in is always kept; other pages are kept as they are visited.
 *
 * @param sizes bytes of each file of the site by path
 * @param limit most bytes, the way in apart
 * @returns paths, the most needed first, sorted within a group
 */
export function keptFiles(sizes: ReadonlyMap<string, number>, limit = LIMIT): string[] {
  const groups = GROUPS.map((): string[] => []);
  for (const path of [...sizes.keys()].sort()) {
    groups[rankOf(path)]?.push(path);
  }
  const kept: string[] = [];
  let bytes = 0;
  for (const [rank, group] of groups.entries()) {
    for (const path of group) bytes += sizes.get(path) ?? 0;
    if (rank > 0 && bytes > limit) break;
    kept.push(...group);
  }
  return kept;
}

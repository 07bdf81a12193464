import { keep, recall } from '../../client/index.ts';

/** Surveys on one host, and folders on one disk, have lists of their own. */
const NAME = `reading-list-${document.documentElement.dataset['survey'] ?? ''}`;

/** Permalinks of the papers on the reader's list, in the order in which they were saved. */
export function savedPapers(): string[] {
  return (recall(NAME) ?? '').split(' ').filter(Boolean).map(decodeURIComponent);
}

/**
 * Puts other papers on the list.
 *
 * @returns false where the browser does not keep them
 */
export function savePapers(permalinks: readonly string[]): boolean {
  return keep(NAME, [...new Set(permalinks)].map(encodeURIComponent).join(' '));
}

/** Permalink of the paper that an address leads to; undefined for any other address. */
export function permalinkOf(href: string): string | undefined {
  const { pathname } = new URL(href, document.baseURI);
  const [, found] = /\/papers\/([^/]+)\/(?:index\.html)?$/u.exec(pathname) ?? [];
  return found === undefined ? undefined : decodeURIComponent(found);
}

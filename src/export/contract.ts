/**
 * What the packs of papers promise the script that reads them, and that script the page.
 *
 * A browser loads no data for a page opened from disk, so papers come in packs that are scripts, on a host as well: one
 * way for both. Pack `n` holds the papers at the places from `n * PACK_SIZE`, counted in the survey's order.
 */

import type { ExportFormat } from '../writers/index.ts';

/** Papers in a pack: a pack is read whole for any of its papers, and a survey of ten thousand is four hundred files. */
export const PACK_SIZE = 25;

/** What a pack holds of its papers: what references are written from, or their lines of JSON. */
export type PackKind = 'cited' | 'lines';

/** Name of a pack's file: `cited-3.js`. */
export const packName = (kind: PackKind, pack: number) => `${kind}-${pack}.js`;

/** Names among the globals: what packs of each kind call with their content, and what writes files from them. */
export const GLOBALS = {
  cited: 'florilegiumCited',
  lines: 'florilegiumLines',
  exporter: 'florilegiumExporter',
} as const;

/** Writes files of papers in the reader's browser. */
export interface Exporter {
  /** In the order in which a page offers them. */
  formats: readonly ExportFormat[];
  /**
   * A file of papers.
   *
   * @param format permanent name of a format: `bibtex`
   * @param places of the papers in the survey's order, in the order wanted
   * @param folder address of the packs
   * @param remark lines that the file says of itself, in formats that have a place for it
   * @throws when a pack cannot be loaded, or holds no paper at a place
   */
  write(
    format: string,
    places: readonly number[],
    folder: string,
    remark: readonly string[],
  ): Promise<string>;
}

import { searchWords } from '../../words/index.ts';
import { type Engine, openEngine } from './engine.ts';
import { hostedFiles, packedFiles } from './files.ts';

/** Scripts stand in `assets/` below the site's first page, whatever page runs them. */
const script = document.currentScript;
const root = new URL('../', script instanceof HTMLScriptElement ? script.src : document.baseURI);

/** Whether the page was opened from disk, where a link must name a file. */
const isOnDisk = location.protocol === 'file:';

/** Address of a page of this site, from its root path: `/papers/arxiv-2507.17249/`. */
export function address(path: string): string {
  const file = isOnDisk ? path.replace(/\/(?=$|[?#])/u, '/index.html') : path;
  return new URL(file.replace(/^\//u, ''), root).href;
}

let opened: Promise<Engine> | undefined;

/**
 * The search of this site, loaded once for a page; after a failure the next call tries again.
 *
 * @throws when the index cannot be loaded
 */
export function engine(): Promise<Engine> {
  opened ??= openEngine(isOnDisk ? packedFiles(root) : hostedFiles(root)).catch(
    (error: unknown) => {
      opened = undefined;
      throw error;
    },
  );
  return opened;
}

/** Why the search cannot work here and what to do, for readers. */
export function failureInWords(): string {
  return isOnDisk ? searchWords.noIndex : searchWords.notLoaded;
}

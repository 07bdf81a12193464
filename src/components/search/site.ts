import { type Engine, openEngine } from './engine.ts';
import { hosted, type Transport } from './pagefind.ts';

/** Scripts stand in `assets/` below the site's first page, whatever page runs them. */
const script = document.currentScript;
const root = new URL('../', script instanceof HTMLScriptElement ? script.src : document.baseURI);

/** Address of a page of this site, from its root path: `/papers/arxiv-2507.17249/`. */
export function address(path: string): string {
  return new URL(path.replace(/^\//, ''), root).href;
}

/** Browsers load neither modules nor data for a page opened from disk. */
const fromDisk: Transport = () => Promise.reject(new Error('The search index needs a web server.'));

let opened: Promise<Engine> | undefined;

/**
 * The search of this site, loaded once for a page; after a failure the next call tries again.
 *
 * @throws when the index cannot be loaded
 */
export function engine(): Promise<Engine> {
  opened ??= openEngine(root, location.protocol === 'file:' ? fromDisk : hosted).catch(
    (error: unknown) => {
      opened = undefined;
      throw error;
    },
  );
  return opened;
}

/** Why the search cannot work here and what to do, for readers. */
export function failureInWords(): string {
  return location.protocol === 'file:'
    ? 'Search does not run in a page opened from disk. Open the survey from its web address to search it.'
    : 'The search index could not be loaded. Check the connection and try again.';
}

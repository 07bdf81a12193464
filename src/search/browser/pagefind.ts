import { loadScript } from '../../client/index.ts';

/** The part of Pagefind's interface this site uses. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  /** Loads every filter with its values. */
  filters(): Promise<unknown>;
  /** `null` finds every record. */
  search(query: string | null, options?: PagefindOptions): Promise<PagefindAnswer>;
}

/** By filter: the values of which a record must have one. */
export type PagefindFilters = Record<string, { any: readonly string[] }>;

export interface PagefindOptions {
  filters?: PagefindFilters;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface PagefindAnswer {
  /** Every match, best first, each with its text still to be loaded. */
  results: readonly { id: string; score: number; data(): Promise<PagefindRecord> }[];
  /** Matches by filter and value. */
  filters: Record<string, Record<string, number>>;
}

export interface PagefindRecord {
  /** Root path as indexed, without base path. */
  raw_url: string;
  content: string;
  /** Places of matching words in `content`. */
  locations: readonly number[];
  meta: Record<string, string>;
  filters: Record<string, readonly string[]>;
}

/**
 * Brings the engine to the page.
 *
 * @param root address of the site's first page
 * @throws when the index cannot be loaded
 */
export type Transport = (root: URL) => Promise<Pagefind>;

let attempts = 0;

/** Loads the engine from the site's server. */
export const hosted: Transport = async (root) => {
  // Browsers remember that a module failed to load; another address makes them try again.
  const again = attempts > 0 ? `?${attempts}` : '';
  attempts += 1;
  const address = new URL(`pagefind/pagefind.js${again}`, root).href;
  const engine: unknown = await import(address);
  if (!isPagefind(engine)) throw new Error(`${address} is not a search engine`);
  return engine;
};

/** Name the engine of the offline bundle has among the globals. */
const PACKED_ENGINE = 'florilegiumSearch';

/** Loads the engine of the offline bundle: browsers load neither modules nor data for a page opened from disk. */
export const packed: Transport = async (root) => {
  const { href } = new URL('pagefind/core.js', root);
  await loadScript(href);
  const engine: unknown = Reflect.get(globalThis, PACKED_ENGINE);
  if (!isPagefind(engine)) throw new Error(`${href} is not a search engine`);
  return engine;
};

function isPagefind(module: unknown): module is Pagefind {
  return (
    typeof module === 'object' &&
    module !== null &&
    ['options', 'init', 'filters', 'search'].every(
      (name) => name in module && typeof module[name as keyof typeof module] === 'function',
    )
  );
}

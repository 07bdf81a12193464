import { addressOf } from './address.ts';
import { digest, type FileList, LIST, readList } from '../file-list.ts';

/** Files asked for at a time; the reader's own requests must not wait behind them. */
const AT_ONCE = 6;

/** Pages and scripts kept beside the edition; the oldest go first. */
const MOST_VISITED = 500;

/** Name of the cache with the files of an edition. Surveys of one host have caches of their own. */
const editionsName = (root: string) => `florilegium editions ${root}`;
/** Name of the cache with the pages a reader has visited that no edition lists. */
const visitedName = (root: string) => `florilegium visited ${root}`;

/**
 * The files of an edition and the pages visited, in the browser's cache.
 *
 * A file is kept under its digest. Editions share what they have in common, so a newer one fetches only what is new,
 * takes nothing from the older one while it is fetched, and goes on where it was interrupted.
 */
export class Store {
  readonly #root: string;
  readonly #edition: string;
  #list: Promise<FileList> | undefined;

  /**
   * @param root address of the site's first page, ending in a slash
   * @param edition digest of the edition's list
   */
  constructor(root: string, edition: string) {
    this.#root = root;
    this.#edition = edition;
  }

  /**
   * Fetches what the edition has and the cache has not.
   *
   * @throws when a file cannot be fetched, or is not the one the edition lists; what was fetched stays for the next try
   */
  async keepEdition(): Promise<void> {
    const cache = await caches.open(editionsName(this.#root));
    const listKey = this.#key(LIST, this.#edition);
    if (!(await cache.match(listKey))) await this.#fetchInto(cache, LIST, this.#edition);
    const list = await this.list();
    // Another worker may clear away what it does not need meanwhile: look again.
    for (;;) {
      const kept = new Set((await cache.keys()).map(({ url }) => url));
      const missing = new Map<string, [path: string, hash: string]>();
      for (const [path, hash] of list) {
        const key = this.#key(path, hash);
        if (!kept.has(key)) missing.set(key, [path, hash]);
      }
      if (missing.size === 0) return;
      await forEach(missing.values(), ([path, hash], signal) =>
        this.#fetchInto(cache, path, hash, signal),
      );
    }
  }

  /** Deletes what the edition does not need. Scripts and styles that visited or open pages name go to the visited ones. */
  async dropOthers(): Promise<void> {
    const [cache, visited, list] = await Promise.all([
      caches.open(editionsName(this.#root)),
      caches.open(visitedName(this.#root)),
      this.list(),
    ]);
    const needed = new Set([...list].map(([path, hash]) => this.#key(path, hash)));
    needed.add(this.#key(LIST, this.#edition));
    const others = (await cache.keys()).filter(({ url }) => !needed.has(url));
    for (const key of others.filter(({ url }) => url.endsWith(`-${LIST}`))) {
      const older = readList((await (await cache.match(key))?.text()) ?? '');
      for (const [path, hash] of older) {
        if (!isNamedByContent(path) || list.has(path)) continue;
        const response = await cache.match(this.#key(path, hash));
        if (response) await visited.put(addressOf(this.#root, path), response);
      }
    }
    for (const key of others) await cache.delete(key);
    const keys = await visited.keys();
    for (const key of keys.slice(0, Math.max(0, keys.length - MOST_VISITED)))
      await visited.delete(key);
  }

  /**
   * The files of the edition.
   *
   * @throws when the edition was not kept
   */
  list(): Promise<FileList> {
    this.#list ??= this.#readKept().catch((error: unknown) => {
      this.#list = undefined;
      throw error;
    });
    return this.#list;
  }

  /** A file of the edition; undefined when the browser has lost it. */
  async kept(path: string): Promise<Response | undefined> {
    const hash = (await this.list()).get(path);
    if (hash === undefined) return undefined;
    const cache = await caches.open(editionsName(this.#root));
    return cache.match(this.#key(path, hash));
  }

  /** Keeps what a reader has been shown. */
  async visit(path: string, response: Response): Promise<void> {
    const cache = await caches.open(visitedName(this.#root));
    const address = addressOf(this.#root, path);
    // Entered anew, so that the oldest come first.
    await cache.delete(address);
    await cache.put(address, response);
  }

  /** What a reader has been shown before. */
  async visited(path: string): Promise<Response | undefined> {
    const cache = await caches.open(visitedName(this.#root));
    return cache.match(addressOf(this.#root, path));
  }

  async #readKept(): Promise<FileList> {
    const cache = await caches.open(editionsName(this.#root));
    const kept = await cache.match(this.#key(LIST, this.#edition));
    if (!kept) throw new Error(`the list of edition ${this.#edition} was not kept`);
    return readList(await kept.text());
  }

  async #fetchInto(
    cache: Cache,
    path: string,
    hash: string,
    signal: AbortSignal | null = null,
  ): Promise<void> {
    const address = addressOf(this.#root, path);
    const response = await fetch(address, { cache: 'no-cache', priority: 'low', signal });
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
    const bytes = await response.arrayBuffer();
    if ((await digest(bytes)) !== hash) throw new Error(`${address} is of another edition`);
    // A response of its own, since one that was redirected cannot answer a navigation.
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    await cache.put(
      this.#key(path, hash),
      new Response(bytes, { headers: { 'content-type': type } }),
    );
  }

  /** `https://example.org/kept/1f0c…-index.html`: no address of the site, and of one media type. */
  #key(path: string, hash: string): string {
    return `${this.#root}kept/${hash}-${encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}`;
  }
}

/** Deletes everything kept of a site. */
export async function forgetEverything(root: string): Promise<void> {
  await Promise.all([caches.delete(editionsName(root)), caches.delete(visitedName(root))]);
}

/** Whether a file's name carries a hash of its content, so that a copy is never out of date. */
export function isNamedByContent(path: string): boolean {
  return path.startsWith('assets/');
}

/** Works on several items at a time; stops at the first that fails. */
async function forEach<T>(
  items: Iterable<T>,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const stop = new AbortController();
  const take = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      if (stop.signal.aborted) return;
      await work(next.value, stop.signal);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  } catch (error) {
    stop.abort();
    throw error;
  }
}

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A built site, wherever it lies. */
export interface Place {
  /** False for the archive for reading from disk, which lacks what has a use only on a host. */
  isHosted: boolean;
  /** The text of a file by its path below the first page; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
}

/**
 * A site in a folder, or in the archive that can be downloaded from it.
 *
 * @throws when there is neither
 */
export async function openPlace(path: string): Promise<Place> {
  if ((await stat(path)).isDirectory()) {
    return {
      isHosted: true,
      read: (file) =>
        readFile(join(path, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
          throw error;
        }),
    };
  }
  const files = unzipSync(await readFile(path));
  const first = Object.keys(files).find((name) => /^(?:[^/]+\/)?index\.html$/u.test(name));
  const root = first?.slice(0, -'index.html'.length) ?? '';
  const decoder = new TextDecoder();
  return {
    isHosted: false,
    read: (file) => {
      const bytes = files[root + file];
      return Promise.resolve(bytes && decoder.decode(bytes));
    },
  };
}

/** What a page says of itself. */
export interface PageSaid {
  /** Text of its heading and body, white space collapsed. */
  text: string;
  /** Path of the address it calls its own. */
  canonical: string | undefined;
  /** Path of the page that it leads to at once. */
  refresh: string | undefined;
  /** Paths that its text links to. */
  links: string[];
  /** Whether search engines are to keep it. */
  indexed: boolean;
  ids: ReadonlySet<string>;
}

/** Stands for the first page while addresses are resolved. */
const ROOT = 'http://site.invalid/';

/**
 * What a page says of itself; undefined when there is none.
 *
 * @param path of the page below the first one, with a slash at its end: `papers/notes/`
 */
export async function pageAt(place: Place, path: string): Promise<PageSaid | undefined> {
  const file = `${decodeURIComponent(path)}index.html`;
  const html = await place.read(file);
  if (html === undefined) return undefined;
  const target = (href: string) => {
    const { origin, pathname } = new URL(href, ROOT + path);
    return `${origin}/` === ROOT ? pathname.slice(1).replace(/index\.html$/u, '') : undefined;
  };
  const said: PageSaid = {
    text: '',
    canonical: undefined,
    refresh: undefined,
    links: [],
    indexed: true,
    ids: new Set(),
  };
  const ids = new Set<string>();
  const texts: string[] = [];
  for (const node of nodesOf(parse(html))) {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if (!('attrs' in node)) continue;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const [id, href, content] = ['id', 'href', 'content'].map((name) => attributes.get(name));
    if (id !== undefined) ids.add(id);
    if (attributes.get('rel') === 'canonical' && href !== undefined)
      said.canonical = new URL(href).pathname;
    if (attributes.get('http-equiv') === 'refresh' && content !== undefined)
      said.refresh = target(content.replace(/^\s*\d+\s*;\s*url\s*=\s*/iu, ''));
    if (attributes.get('name') === 'robots' && content?.includes('noindex')) said.indexed = false;
    if (node.tagName === 'a' && href !== undefined) {
      const link = target(href);
      if (link !== undefined) said.links.push(link);
    }
  }
  return { ...said, ids, text: texts.join(' ').replace(/\s+/gu, ' ') };
}

/** Every node of a tree, in order; what scripts and styles hold is left out. */
function* nodesOf(node: DefaultTreeAdapterTypes.Node): Generator<DefaultTreeAdapterTypes.Node> {
  if (node.nodeName === 'script' || node.nodeName === 'style') return;
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* nodesOf(child);
}

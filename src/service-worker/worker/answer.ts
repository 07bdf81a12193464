import { findFile } from './address.ts';
import { isNamedByContent, type Store } from './store.ts';

/** The page that says that a page was not kept. */
const OFFLINE = 'offline/index.html';

/** Folders whose files the worker leaves to the network: archives are not for reading here. */
const LEFT_ALONE = /^(?:download\/|sw\.js$|sw-files\.txt$)/u;

/**
 * Whether the worker answers a request.
 *
 * @param path of its address below the site's first page
 */
export function isAnswered(request: Request, path: string): boolean {
  return request.method === 'GET' && !request.headers.has('range') && !LEFT_ALONE.test(path);
}

/**
 * Answers with the edition kept; else from the network; else with what was visited; else with a page that says so.
 *
 * @param path of the request's address below the site's first page; queries, as Pagefind's `?ts=`, make no difference
 * @param later work the worker stays alive for
 * @throws as `fetch` does, when there is no connection and the request is not for a page
 */
export async function answer(
  request: Request,
  path: string,
  store: Store,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  return (
    // A browser that cannot read its cache still has the network.
    (await fromEdition(request, path, store).catch(() => undefined)) ??
    (await fromNetwork(request, path, store, later))
  );
}

async function fromEdition(
  request: Request,
  path: string,
  store: Store,
): Promise<Response | undefined> {
  const list = await store.list();
  const named = findFile(path, (file) => list.has(file));
  if (named) {
    if ('file' in named) return store.kept(named.file);
    return Response.redirect(withSlash(request.url));
  }
  return isNamedByContent(path) ? store.visited(path) : undefined;
}

async function fromNetwork(
  request: Request,
  path: string,
  store: Store,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  try {
    const response = await fetch(request);
    if (isKept(response, path)) later(store.visit(path, response.clone()).catch(() => undefined));
    return response;
  } catch (error) {
    const visited = await fromVisited(request, path, store).catch(() => undefined);
    if (visited) return visited;
    if (request.mode !== 'navigate') throw error;
    const page = await store.kept(OFFLINE).catch(() => undefined);
    if (!page) throw error;
    return new Response(page.body, { status: 503, headers: page.headers });
  }
}

async function fromVisited(
  request: Request,
  path: string,
  store: Store,
): Promise<Response | undefined> {
  const visited = await store.visited(path);
  if (visited || path.endsWith('/')) return visited;
  return (await store.visited(`${path}/`)) && Response.redirect(withSlash(request.url));
}

/** Whether a response is one to show again: a whole page, a script, a part of the search index. */
function isKept(response: Response, path: string): boolean {
  if (response.status !== 200 || response.type !== 'basic' || response.redirected) return false;
  const type = response.headers.get('content-type') ?? '';
  return type.startsWith('text/html') || isNamedByContent(path) || path.startsWith('pagefind/');
}

/** `…/papers/?a=b` for `…/papers?a=b`. */
function withSlash(address: string): string {
  const url = new URL(address);
  url.pathname += '/';
  return url.href;
}

/**
 * Keeps a page that was open before the worker was there.
 *
 * @param path of its address below the site's first page
 */
export async function keepOpenPage(address: string, path: string, store: Store): Promise<void> {
  const list = await store.list();
  if (findFile(path, (file) => list.has(file))) return;
  const response = await fetch(address);
  if (isKept(response, path)) await store.visit(path, response);
}

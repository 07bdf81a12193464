import { attribute, type BuiltPage, elements, type HtmlElement } from './pages.ts';

/** Any host will do: pages link relative to themselves. */
export const HOST = 'https://site.test';
/** Attributes with the address of something the browser goes to or loads. */
const ADDRESSES = ['href', 'src', 'action', 'poster', 'data'];
/** Every address that a page goes to or loads, with its element. */
export function* addresses(page: BuiltPage): Generator<{ element: HtmlElement; value: string }> {
  for (const element of elements(page.document)) {
    for (const name of ADDRESSES) {
      const value = attribute(element, name);
      if (value !== undefined) yield { element, value };
    }
  }
}

/** Whether an address is one of the site's own, whatever its host. */
export function isOwn(value: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(value);
}

/** Path of the public address under which a site says it stands. */
function basePath(pages: readonly BuiltPage[]): string {
  const home = pages.find(({ path }) => path === '/');
  if (!home) throw new Error('the site has no first page');
  const canonical = [...elements(home.document)].find(
    (each) => each.tagName === 'link' && attribute(each, 'rel') === 'canonical',
  );
  return new URL((canonical && attribute(canonical, 'href')) ?? HOST).pathname;
}

/** Links inside a site that lead to no file, or to an anchor that is not there. */
export function brokenLinks(pages: readonly BuiltPage[], files: readonly string[]): string[] {
  const known = new Set(files);
  const base = basePath(pages);
  const ids = new Map(
    pages.map(({ path, document }) => [
      path,
      new Set([...elements(document)].flatMap((each) => attribute(each, 'id') ?? [])),
    ]),
  );
  const broken: string[] = [];
  for (const page of pages) {
    for (const { value } of addresses(page)) {
      if (!isOwn(value)) continue;
      const url = new URL(value, `${HOST}${page.path}`);
      const path = decodeURIComponent(
        value.startsWith('/') ? `/${url.pathname.slice(base.length)}` : url.pathname,
      );
      const file = path.endsWith('/') ? `${path}index.html` : path;
      if (!known.has(file)) broken.push(`${page.path} -> ${value}`);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor !== '' && !ids.get(path)?.has(anchor)) broken.push(`${page.path} -> ${value}`);
    }
  }
  return broken;
}

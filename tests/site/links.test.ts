import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { addresses, brokenLinks, HOST, isOwn } from './addresses.ts';
import { attribute, type BuiltPage, elements, site, siteFiles, sitePages } from './pages.ts';

/** Elements that load what they name without being asked. */
const LOADING = ['link', 'script', 'img', 'iframe', 'source', 'video', 'audio', 'object', 'embed'];

/** Relations of links that name an address and load nothing. */
const NAMING = /^(?:canonical|alternate|license|cite-as|item|type|schema\.\w+)$/u;

/** Pages that stand at any address: what a host or a worker answers with when it has no other page. */
const ANYWHERE = ['/404.html', '/offline/'];

let pages: BuiltPage[];
let files: string[];

beforeAll(async () => {
  [pages, files] = await Promise.all([sitePages(), siteFiles()]);
});

test('every link inside the site leads to a file and to an anchor that is there', () => {
  expect(brokenLinks(pages, files)).toEqual([]);
});

test(
  'links between pages are relative, so that the site works under any base path',
  { tags: 'any-base' },
  () => {
    const absolute = pages
      .filter(({ path }) => !ANYWHERE.includes(path))
      .flatMap((page) =>
        [...addresses(page)]
          .filter(({ value }) => value.startsWith('/'))
          .map(({ value }) => `${page.path} -> ${value}`),
      );
    expect(absolute).toEqual([]);
  },
);

test('no page loads anything from another origin', { tags: 'own-origin' }, () => {
  const foreign: string[] = [];
  for (const page of pages) {
    for (const { element, value } of addresses(page)) {
      if (!LOADING.includes(element.tagName) || isOwn(value) || value.startsWith('data:')) continue;
      const rel = attribute(element, 'rel') ?? '';
      // These links name an address; nothing is loaded from it.
      if (element.tagName === 'link' && NAMING.test(rel)) continue;
      foreign.push(`${page.path}: <${element.tagName}> ${value}`);
    }
    for (const element of elements(page.document)) {
      if (/url\(\s*["']?(?:https?:)?\/\//u.test(attribute(element, 'style') ?? '')) {
        foreign.push(`${page.path}: style of <${element.tagName}>`);
      }
    }
  }
  expect(foreign).toEqual([]);
});

test('no style sheet loads anything from another origin', { tags: 'own-origin' }, async () => {
  for (const file of files.filter((each) => each.endsWith('.css'))) {
    const css = await readFile(join(site, file), 'utf8');
    expect(css.match(/(?:url\(|@import)\s*["']?(?:https?:)?\/\/[^)"']*/gu), file).toBeNull();
  }
});

test(
  'every page forbids scripts, styles and requests that are not the site’s own',
  { tags: 'own-origin' },
  () => {
    for (const { path, document } of pages) {
      const all = [...elements(document)];
      const policy = all.find(
        (each) =>
          each.tagName === 'meta' &&
          attribute(each, 'http-equiv')?.toLowerCase() === 'content-security-policy',
      );
      expect(policy && attribute(policy, 'content'), path).toMatch(/^default-src 'none';/u);
      expect(policy && attribute(policy, 'content'), path).not.toMatch(/unsafe-/u);
      expect(
        all.filter((each) => attribute(each, 'style') !== undefined).length,
        `${path} has style attributes`,
      ).toBe(0);
      const inline = all.filter(
        (each) =>
          each.tagName === 'style' ||
          // A block of data is no script: no browser runs it.
          (each.tagName === 'script' &&
            attribute(each, 'src') === undefined &&
            attribute(each, 'type') !== 'application/ld+json'),
      );
      expect(inline.length, `${path} has inline scripts or styles`).toBe(0);
    }
  },
);

test(
  'every page can be reached from the first page without a script',
  { tags: 'no-script' },
  () => {
    const known = new Map(pages.map((page) => [page.path, page]));
    const reached = new Set<string>(['/', ...ANYWHERE]);
    const queue = ['/'];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const page = known.get(path);
      if (!page) continue;
      for (const element of elements(page.document)) {
        const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
        if (href === undefined || !isOwn(href)) continue;
        const next = decodeURIComponent(new URL(href, `${HOST}${path}`).pathname);
        if (known.has(next) && !reached.has(next)) {
          reached.add(next);
          queue.push(next);
        }
      }
    }
    // Resolvers are for those who have an identifier and no link.
    const linked = [...known.keys()].filter((path) => !path.startsWith('/id/'));
    expect(linked.filter((path) => !reached.has(path))).toEqual([]);
  },
);

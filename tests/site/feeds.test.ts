import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { Ajv } from 'ajv';
import jsonFeedSchema from 'jsonfeed-schema/schema-v1.1.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { site, siteFiles } from './pages.ts';
import { schemaErrors } from './xml-schemas.ts';

const read = (file: string) => readFile(join(site, file), 'utf8');

/** Child elements with a name. */
function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && 'name' in child && child.name === name,
  );
}

const textOf = (element: XmlElement, name: string) => children(element, name)[0]?.text ?? '';

test('no page that asks to be left out stands in a sitemap', async () => {
  const maps = (await siteFiles()).filter((file) => /^\/sitemap-\d+\.xml$/.test(file));
  expect(maps).not.toEqual([]);
  for (const map of maps) {
    const listed = children(parseXml(await read(map)).root ?? fail(map), 'url');
    expect(listed).not.toEqual([]);
    for (const url of listed) {
      const page = new URL(textOf(url, 'loc')).pathname;
      expect(await read(`${page}index.html`), page).not.toMatch(/<meta name="robots"[^>]*noindex/u);
    }
  }
});

// RFC 3339, as RFC 4287 asks: `2026-11-22T00:00:00.000Z`
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What RFC 4287 asks of a feed beside its grammar: an address of its own, an author, entries that can be told apart. */
function expectAtom(file: string, xml: string): void {
  const feed = parseXml(xml).root ?? fail(file);
  const self = children(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self');
  expect(self.map(({ attributes }) => new URL(attributes['href'] ?? '').pathname)).toEqual([file]);
  expect(children(feed, 'author').length, file).toBeGreaterThan(0);
  const entries = children(feed, 'entry');
  for (const each of [feed, ...entries]) {
    expect(() => new URL(textOf(each, 'id'))).not.toThrow();
    expect(textOf(each, 'title')).not.toBe('');
  }
  const ids = entries.map((entry) => textOf(entry, 'id'));
  expect(new Set(ids).size, file).toBe(ids.length);
  for (const entry of entries) {
    expect(textOf(entry, 'content')).toMatch(/^<p>.*<\/p>$/s);
    expect(textOf(entry, 'title')).not.toMatch(/[<>]/);
    for (const author of children(entry, 'author')) expect(textOf(author, 'name')).not.toBe('');
    expect(textOf(entry, 'updated') <= textOf(feed, 'updated'), file).toBe(true);
  }
}

test('the survey and every theme have a feed that obeys RFC 4287', async () => {
  const files = await siteFiles();
  const feeds = files.filter((file) => /\/feed\.xml$/.test(file));
  const themes = files.filter((file) => /^\/themes\/[^/]+\/index\.html$/.test(file));
  expect(feeds).toHaveLength(themes.length + 1);
  for (const file of feeds) {
    const xml = await read(file);
    expect(await schemaErrors('atom', xml), file).toEqual([]);
    expectAtom(file, xml);
  }
});

test('every JSON feed obeys the schema of JSON Feed 1.1', async () => {
  const uri = (text: string) => URL.canParse(text);
  const ajv = new Ajv({ allErrors: true, formats: { uri, 'date-time': DATE } });
  const validate = ajv.compile(jsonFeedSchema);
  const feeds = (await siteFiles()).filter((file) => file.endsWith('/feed.json'));
  expect(feeds).not.toEqual([]);
  for (const file of feeds) {
    validate(JSON.parse(await read(file)));
    expect(validate.errors, file).toBeNull();
  }
});

test('the sitemaps and their index obey their schemas and give the date of the edition', async () => {
  const index = await read('sitemap-index.xml');
  expect(await schemaErrors('siteindex', index)).toEqual([]);
  const maps = children(parseXml(index).root ?? fail('sitemap-index.xml'), 'sitemap');
  const names = maps.map((map) => textOf(map, 'loc').split('/').at(-1) ?? '');
  expect((await siteFiles()).filter((file) => /^\/sitemap-\d+\.xml$/.test(file))).toEqual(
    names.map((name) => `/${name}`),
  );
  for (const name of names) {
    const map = await read(name);
    expect(await schemaErrors('sitemap', map), name).toEqual([]);
    const urls = children(parseXml(map).root ?? fail(name), 'url');
    expect(urls.length).toBeGreaterThan(100);
    for (const url of urls) expect(textOf(url, 'lastmod')).toMatch(DATE);
  }
});

test.each([
  [
    'atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>t</title></feed>',
    'updated',
  ],
  ['sitemap', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>', 'loc'],
  [
    'siteindex',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://example.org/</loc><lastmod>May</lastmod></sitemap></sitemapindex>',
    'lastmod',
  ],
  [
    'resourcesync',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/"><url><loc>https://example.org/</loc><rs:md change="lost"/></url></urlset>',
    'change',
  ],
] as const)('the schema %s refuses %s', async (schema, xml, culprit) => {
  expect((await schemaErrors(schema, xml)).join('\n')).toContain(culprit);
});

function fail(file: string): never {
  throw new Error(`${file} is empty`);
}

test('llms.txt names the survey and links to its themes and data', async () => {
  const text = await read('llms.txt');
  expect(text).toMatch(/^# .+\n\n> .+\n/);
  expect(text).toContain('data/survey.json');
});

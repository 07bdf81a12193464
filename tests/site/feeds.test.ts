import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { site, siteFiles } from './pages.ts';

const read = (file: string) => readFile(join(site, file), 'utf8');

/** Child elements with a name. */
function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && 'name' in child && child.name === name,
  );
}

const textOf = (element: XmlElement, name: string) => children(element, name)[0]?.text ?? '';

// RFC 3339, as RFC 4287 asks: `2026-11-22T00:00:00.000Z`
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What RFC 4287 asks of a feed (4.1.1) and of its entries (4.1.2). */
function expectAtom(file: string, xml: string): void {
  const feed = parseXml(xml).root;
  if (!feed) throw new Error(`${file} is empty`);
  expect(feed.name, file).toBe('feed');
  expect(feed.attributes['xmlns'], file).toBe('http://www.w3.org/2005/Atom');
  const self = children(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self');
  expect(self.map(({ attributes }) => new URL(attributes['href'] ?? '').pathname)).toEqual([file]);
  const entries = children(feed, 'entry');
  for (const each of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) {
      expect(children(each, name), `${file}: ${name}`).toHaveLength(1);
    }
    expect(() => new URL(textOf(each, 'id'))).not.toThrow();
    expect(textOf(each, 'title')).not.toBe('');
    expect(textOf(each, 'updated')).toMatch(DATE);
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
  for (const file of feeds) expectAtom(file, await read(file));
});

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), as far as the survey fills it. */
const address = { type: 'string', pattern: '^https?://' };
const authors = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name'],
    additionalProperties: false,
    properties: { name: { type: 'string', minLength: 1 }, url: address },
  },
};
const jsonFeedSchema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: address,
    feed_url: address,
    description: { type: 'string' },
    language: { type: 'string' },
    authors,
    items: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'content_html'],
        additionalProperties: false,
        properties: {
          id: address,
          url: address,
          title: { type: 'string', minLength: 1 },
          content_html: { type: 'string', minLength: 1 },
          date_published: { type: 'string', pattern: DATE.source },
          authors,
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

test('the JSON feed obeys JSON Feed 1.1', async () => {
  const validate = new Ajv({ allErrors: true }).compile(jsonFeedSchema);
  validate(JSON.parse(await read('feed.json')));
  expect(validate.errors).toBeNull();
});

test('the sitemap lists pages of the site with the date of the edition', async () => {
  const index = parseXml(await read('sitemap-index.xml')).root;
  expect(index?.name).toBe('sitemapindex');
  const urls = children(parseXml(await read('sitemap-0.xml')).root ?? fail(), 'url');
  expect(urls.length).toBeGreaterThan(100);
  for (const url of urls) {
    expect(() => new URL(textOf(url, 'loc'))).not.toThrow();
    expect(textOf(url, 'lastmod')).toMatch(DATE);
  }
});

function fail(): never {
  throw new Error('the sitemap is empty');
}

test('llms.txt names the survey and links to its themes and data', async () => {
  const text = await read('llms.txt');
  expect(text).toMatch(/^# .+\n\n> .+\n/);
  expect(text).toContain('data/survey.json');
});

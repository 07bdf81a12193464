import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { decodeHTML } from 'entities';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseTex, toPlain, withoutHtml } from '../../src/text/index.ts';
import {
  attribute,
  type BuiltPage,
  elements,
  hasClass,
  type HtmlElement,
  site,
  sitePages,
  textOf,
} from './pages.ts';

const renderings = z.object({ plain: z.string(), html: z.string(), latex: z.string() });
const surveySchema = z.object({
  works: z.array(
    z.object({ permalink: z.string(), title: renderings, abstract: renderings.nullable() }),
  ),
});
const cslSchema = z.tuple([z.object({ title: z.string(), abstract: z.string().optional() })]);
const feedSchema = z.object({
  items: z.array(z.object({ url: z.string(), title: z.string(), content_html: z.string() })),
});

type Work = z.infer<typeof surveySchema>['works'][number];

let works: Work[];
/** Works with a formula in title or abstract. */
let formulaic: Work[];
let pages: Map<string, BuiltPage>;

const read = (path: string) => readFile(join(site, path), 'utf8');
const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim();
const isDrawn = (element: HtmlElement) =>
  hasClass(element, 'katex-html') || element.tagName === 'annotation';

beforeAll(async () => {
  works = surveySchema.parse(JSON.parse(await read('data/survey.json'))).works;
  formulaic = works.filter(({ title, abstract }) =>
    [title, abstract].some((text) => text?.html.includes('class="katex"')),
  );
  pages = new Map((await sitePages()).map((page) => [page.path, page]));
});

function pageOf({ permalink }: Work): BuiltPage {
  const page = pages.get(`/papers/${permalink}/`);
  if (!page) throw new Error(`${permalink} has no page`);
  return page;
}

/** Contents of the `meta` elements of a page by their name or property. */
function metaOf({ document }: BuiltPage): Map<string, string> {
  return new Map(
    [...elements(document)].flatMap((element) => {
      const name = attribute(element, 'name') ?? attribute(element, 'property');
      const content = attribute(element, 'content');
      return name === undefined || content === undefined ? [] : [[name, content] as const];
    }),
  );
}

test('there are works with formulas to look at', () => {
  expect(formulaic.length).toBeGreaterThan(20);
});

test('a page sets each formula once for the eye and once as MathML, and names itself in plain text', () => {
  for (const work of formulaic) {
    const page = pageOf(work);
    const meta = metaOf(page);
    const title = [...elements(page.document)].find(({ tagName }) => tagName === 'title');
    expect(title && textOf(title)).toContain(`${work.title.plain} · `);
    expect(meta.get('og:title')).toBe(work.title.plain);
    expect(meta.get('citation_title')).toBe(work.title.plain);
    const opening = (meta.get('description') ?? '').replace(/\s?…$/u, '');
    expect(`${work.title.plain}. ${work.abstract?.plain ?? ''}`).toContain(opening);

    const prose = [...elements(page.document)].find((element) => hasClass(element, 'prose'));
    const paragraph = prose && [...elements(prose)].find(({ tagName }) => tagName === 'p');
    if (!paragraph || work.abstract === null) continue;
    const all = [...elements(paragraph)];
    const count = (of: (element: HtmlElement) => boolean) => all.filter(of).length;
    const formulas = count((element) => hasClass(element, 'katex'));
    expect(count(({ tagName }) => tagName === 'math')).toBe(formulas);
    expect(count(({ tagName }) => tagName === 'annotation')).toBe(formulas);
  }
});

test('files for reference managers have Unicode and the marks of CSL, BibTeX has LaTeX', async () => {
  for (const { permalink, title, abstract } of formulaic) {
    const folder = `papers/${permalink}`;
    const [csl] = cslSchema.parse(JSON.parse(await read(`${folder}/cite.json`)));
    expect(toPlain(parseTex(withoutHtml(csl.title)).rich)).toBe(title.plain);
    expect(csl.abstract).toBe(abstract?.plain);
    const ris = await read(`${folder}/cite.ris`);
    expect(ris).toContain(`TI  - ${title.plain}`);
    if (abstract) expect(ris).toContain(`AB  - ${abstract.plain}`);
    for (const file of ['cite.bib', 'cite.biblatex.bib']) {
      const bib = await read(`${folder}/${file}`);
      for (const { latex } of [title, ...(abstract ? [abstract] : [])]) {
        for (const [formula] of latex.matchAll(/\$[^$]+\$/gu)) expect(bib).toContain(formula);
      }
    }
  }
});

test('feeds and structured data have the same plain text', async () => {
  const feed = feedSchema.parse(JSON.parse(await read('feed.json')));
  const atom = parseXml(await read('feed.xml')).root?.children ?? [];
  const titles = atom.flatMap((entry) =>
    entry instanceof XmlElement && entry.name === 'entry'
      ? entry.children.flatMap((each) =>
          each instanceof XmlElement && each.name === 'title' ? decodeHTML(each.text) : [],
        )
      : [],
  );
  expect(titles).toEqual(feed.items.map(({ title }) => title));
  let seen = 0;
  for (const work of formulaic) {
    const item = feed.items.find(({ url }) => url.endsWith(`/${work.permalink}/`));
    if (item) {
      seen += 1;
      expect(item.title).toBe(work.title.plain);
      expect(item.content_html).not.toMatch(/katex|\$|\\[a-z]/u);
    }
    const data = [...elements(pageOf(work).document)]
      .filter((element) => attribute(element, 'type') === 'application/ld+json')
      .map((element) => textOf(element))
      .join('\n');
    expect(data).toContain(JSON.stringify(work.title.plain).replaceAll('<', '\\u003c'));
  }
  expect(seen).toBeGreaterThan(0);
});

test('a list prints a title as its page does', () => {
  const headings = new Map(
    formulaic
      .filter(({ title }) => title.html.includes('class="katex"'))
      .map((work) => {
        const heading = [...elements(pageOf(work).document)].find(
          ({ tagName }) => tagName === 'h1',
        );
        return [work.permalink, heading ? squeeze(textOf(heading, isDrawn)) : ''];
      }),
  );
  expect(headings.size).toBeGreaterThan(0);
  for (const [path, { document }] of pages) {
    if (!/^\/(?:papers|themes)\//u.test(path)) continue;
    for (const element of elements(document)) {
      const [, permalink = ''] = /papers\/([^/]+)\/$/u.exec(attribute(element, 'href') ?? '') ?? [];
      const heading = headings.get(permalink);
      const isTitle =
        element.tagName === 'a' && [...elements(element)].some((e) => hasClass(e, 'katex'));
      if (heading !== undefined && isTitle) {
        expect(squeeze(textOf(element, isDrawn)), path).toBe(heading);
      }
    }
  }
});

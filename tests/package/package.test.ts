// What a stranger does with the packed program alone: begins surveys, builds them, releases, upgrades, adds pages.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getSurvey, surveyFolders } from '../../src/loaders/index.ts';
import { toPlain } from '../../src/text/index.ts';
import { root } from '../build-site.ts';
import {
  markdownList,
  otherFields,
  otherLanguages,
  scopus,
  webOfScience,
  zoteroLibrary,
} from './inputs.ts';
import { digestsBelow, type Installed, installed, pathsBelow } from './installed.ts';

/** Pages pasted from the sites that the shipped seeds come from. */
const PASTED = [
  'arxiver-author/blank-lines-and-created-dates',
  'arxiver-author/crlf-line-ends-and-no-final-newline',
  'hugging-face-papers/site-navigation-is-no-paper',
  'hugging-face-papers/organisation-and-comments-in-the-byline',
  'scholarfeed-author/badges-of-many-kinds',
];

let program: Installed;
beforeAll(async () => {
  program = await installed();
});
afterAll(() => program?.dispose());

const contentOf = (name: string, path: string) =>
  readFile(join(program.folder, name, path), 'utf8');

/** Begins a survey with listings. */
async function begin(name: string, seeds: Readonly<Record<string, string | Uint8Array>>) {
  await program.write(seeds, 'given');
  const files = Object.keys(seeds).map((seed) => join('given', seed));
  return program.florilegium('.', 'new', name, ...files);
}

/** Builds a survey; returns what its site says of it. */
async function build(name: string) {
  const { code, out } = await program.florilegium(name, 'build');
  expect(out).toContain('Published to');
  expect(code).toBe(0);
  return JSON.parse(await contentOf(name, 'dist/data/survey.json'));
}

/** What only the shipped survey says: its titles, permalinks, themes and words about itself. */
async function shippedWords(): Promise<string[]> {
  const { site, works, themes } = await getSurvey(surveyFolders(root));
  return [
    site.title,
    site.description,
    ...works.map(({ permalink }) => permalink),
    ...works.map(({ title }) => toPlain(title.value.rich)).filter((title) => title.length > 15),
    ...themes.flatMap(({ tagline, scopeNote }) => [tagline, scopeNote]),
  ];
}

/** Files of a survey, its site included, with words of the shipped survey in them. */
async function foreignWordsIn(name: string): Promise<Record<string, string[]>> {
  const words = await shippedWords();
  expect(words.length).toBeGreaterThan(100);
  const found: Record<string, string[]> = {};
  for (const path of await pathsBelow(join(program.folder, name))) {
    const text = await contentOf(name, path);
    const said = words.filter((word) => text.includes(word));
    if (said.length > 0) found[path] = said;
  }
  return found;
}

const textsOf = (name: string, ...paths: string[]) =>
  Promise.all(paths.map((path) => contentOf(name, `dist/${path}`)));

describe('a new survey', () => {
  it('is built from a library, released or not yet', async () => {
    expect(await begin('library', { 'library.bib': zoteroLibrary(14) })).toMatchObject({ code: 0 });
    const release = await program.florilegium('library', 'release', '--edition', '2026-01');
    expect(release).toMatchObject({ code: 0 });
    expect((await build('library')).works).toHaveLength(14);
  });

  it('is built from exports of databases that overlap, a list in Markdown and other fields and languages, in Arabic', async () => {
    const seeds = {
      'savedrecs.txt': webOfScience(0, 6),
      'scopus.csv': scopus(3, 9),
      'reading.md': markdownList(),
      ...otherFields,
      ...otherLanguages,
    };
    expect(await begin('several', seeds)).toMatchObject({ code: 0 });
    await program.write({ 'content/site.yaml': 'title: المشي\nlanguage: ar\n' }, 'several');
    const survey = await build('several');
    expect(survey.works).toHaveLength(9 + 6 + 10 + 3);
    expect(survey.seeds).toHaveLength(Object.keys(seeds).length);
    const [list = ''] = await textsOf('several', 'papers/index.html');
    expect(list).toContain('<html lang="ar" dir="rtl"');
    for (const title of [
      'Über das Messen der Moose',
      'قياس الطحالب على الحجارة',
      '冬季树篱的研究',
    ]) {
      expect(list).toContain(title);
    }
  });

  it('of one paper, installed from the package alone, says one of everything', async () => {
    await begin('one', { 'one.bib': zoteroLibrary(1) });
    await program.install('one');
    expect((await build('one')).works).toHaveLength(1);
    const pages = await textsOf('one', 'index.html', 'papers/index.html', 'report/index.html');
    expect(pages.join('\n')).not.toMatch(/\b1 (?:papers|authors|records|seeds|lines|duplicates)\b/);
    expect(await foreignWordsIn('one')).toEqual({});
  });

  it('of no paper says so, and counts nothing', async () => {
    await begin('none', {});
    expect((await build('none')).works).toEqual([]);
    const paths = ['', 'papers/', 'authors/', 'themes/', 'sources/', 'search/', 'about/'];
    const pages = await textsOf('none', ...paths.map((path) => `${path}index.html`));
    for (const [at, html] of pages.entries()) {
      const page = paths[at];
      expect({ page, counts: html.match(/\b0 [a-z]+s\b/g) }).toEqual({ page, counts: null });
      if (page !== 'about/') expect(html, page).toMatch(/have been added yet|name no authors/);
    }
  });

  it('is built from pasted pages and has no word of the shipped survey', async () => {
    const seeds = Object.fromEntries(
      await Promise.all(
        PASTED.map(async (path, at) => [
          `page-${at}.txt`,
          await readFile(join(root, 'tests/readers', path, 'seed.txt')),
        ]),
      ),
    );
    await begin('pasted', seeds);
    const survey = await build('pasted');
    expect(survey.seeds).toHaveLength(PASTED.length);
    expect(survey.works.length).toBeGreaterThan(PASTED.length);
    expect(await foreignWordsIn('pasted')).toEqual({});
  });

  it('has what it takes to be installed, upgraded and published, and no more', async () => {
    const { out } = await begin('empty', {});
    const [packed = ''] = await readdir(join(program.folder, 'files'));
    expect(out).toContain('cd empty && npm install');
    expect(await pathsBelow(join(program.folder, 'empty'))).toEqual([
      '.github/workflows/pages.yml',
      '.gitignore',
      '.gitlab-ci.yml',
      'content/site.yaml',
      packed,
      'package.json',
      'seeds/.gitkeep',
    ]);
    const { dependencies } = JSON.parse(await contentOf('empty', 'package.json'));
    expect(dependencies).toEqual({ florilegium: `file:${packed}` });
    expect(out).toContain('npx florilegium build');
  });

  it('has a package called like its folder, in Latin letters', async () => {
    await begin('Über Гдов', {});
    expect(JSON.parse(await contentOf('Über Гдов', 'package.json'))).toMatchObject({
      name: 'uber-gdov',
    });
  });

  it('takes no folder with something in it, and no file that cannot be a seed', async () => {
    await program.write({ 'a/list.bib': zoteroLibrary(1), 'b/list.bib': '' }, '.');
    expect(await program.florilegium('.', 'new', 'a')).toMatchObject({ code: 1 });
    await program.write({ 'fresh/.git/HEAD': '', 'fresh/README.md': 'Walks' }, '.');
    expect(await program.florilegium('.', 'new', 'fresh')).toMatchObject({ code: 0 });
    expect(await contentOf('fresh', 'README.md')).toBe('Walks');
    expect(await program.florilegium('.', 'new', 'c', 'nowhere.bib')).toMatchObject({ code: 2 });
    const same = await program.florilegium('.', 'new', 'c', 'a/list.bib', 'b/list.bib');
    expect(same).toMatchObject({ code: 2, out: expect.stringContaining('list.bib') });
    const nothing = await program.florilegium('.', 'build');
    expect(nothing).toMatchObject({ code: 1, out: expect.stringContaining('florilegium new') });
  });
});

describe('a survey that is served', () => {
  /** Texts of pages and of what they load, each of which has to be there. */
  async function read(url: string): Promise<string> {
    const answer = await fetch(url);
    expect({ url, status: answer.status }).toEqual({ url, status: 200 });
    return answer.text();
  }
  async function readWhole(url: string): Promise<string> {
    const html = await read(url);
    const loaded = Array.from(
      html.matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg|webmanifest))"/g),
      ([, path = '']) => new URL(path, url).href,
    );
    expect(loaded.length).toBeGreaterThan(3);
    for (const each of loaded) await read(each);
    return html;
  }
  const permalink = 'papers/doi-10.1000-hedge.1/';

  it('while it is written shows its pages, and what changes in a seed', async () => {
    const server = await program.serve('one', 'dev');
    try {
      expect(await readWhole(server.url)).toContain('part 1');
      expect(await readWhole(server.url + permalink)).toContain('<h1>');
      const seed = await contentOf('one', 'seeds/one.bib');
      await program.write({ 'seeds/one.bib': seed.replace('part 1', 'as it is now') }, 'one');
      await vi.waitFor(async () => expect(await read(server.url)).toContain('as it is now'), {
        timeout: 60_000,
        interval: 250,
      });
      await program.write({ 'seeds/one.bib': seed }, 'one');
    } finally {
      expect([0, 'SIGINT']).toContain(await server.stop());
    }
  });

  it('when it is finished shows the site', async () => {
    const server = await program.serve('one', 'preview');
    try {
      expect(await readWhole(server.url)).toContain('part 1');
      expect(await readWhole(server.url + permalink)).toContain('<h1>');
    } finally {
      expect([0, 'SIGINT']).toContain(await server.stop());
    }
  });
});

describe('the next version', { tags: 'permalinks-stay' }, () => {
  it('gives the same permalinks and touches no file of the user’s', async () => {
    const folder = join(program.folder, 'library');
    const before = await digestsBelow(folder);
    await program.upgrade('99.0.0');
    const version = await program.florilegium('library', '--version');
    expect(version.out).toContain('99.0.0');
    await build('library');
    expect(await digestsBelow(folder)).toEqual(before);
    expect(
      Object.keys(before).filter((path) => path.startsWith('dist/papers/')).length,
    ).toBeGreaterThan(14);
  });
});

describe('pages of a project’s own', () => {
  it('ask the collections, and stand beside those of the site', async () => {
    await begin('own', { 'library.bib': zoteroLibrary(14) });
    await program.write(
      {
        'astro.config.mjs': `import { defineConfig } from 'astro/config';
import florilegium from 'florilegium/astro';
export default defineConfig({ integrations: [florilegium()] });
`,
        'src/pages/shelf.astro': `---
import { getCollection, getEntries, getEntry } from 'astro:content';
import { getPaper } from 'florilegium/survey';
import Page from 'florilegium/layouts/Page.astro';
const papers = await getCollection('papers', ({ data }) => data.issued?.startsWith('2017'));
const [theme] = await getCollection('themes');
const members = await getEntries(theme?.data.papers ?? []);
const [seed] = await getCollection('seeds');
const one = await getEntry('papers', papers[0]?.id ?? '');
const whole = await getPaper(one?.id ?? '');
---
<Page path="/shelf/" title="Shelf" description="A shelf.">
  <ul>{papers.map(({ data }) => <li class="shelved" set:html={data.title} />)}</ul>
  <p id="members">{members.length}</p>
  <p id="seed">{seed?.id} {seed?.data.records}</p>
  <p id="one">{one?.data.plainTitle}: {whole?.publication.volume}</p>
</Page>
`,
        'src/pages/note.mdx': `import { getCollection } from 'astro:content';
export const papers = await getCollection('papers');

There are {papers.length} papers.
`,
      },
      'own',
    );
    const refused = await program.florilegium('own', 'build');
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('florilegium/content') });
    const line = "export { collections } from 'florilegium/content';\n";
    await program.write({ 'src/content.config.ts': line }, 'own');
    const { works } = await build('own');
    const shelf = await contentOf('own', 'dist/shelf/index.html');
    const of2017 = works.filter(({ issued }: { issued: string }) => issued.startsWith('2017'));
    expect(shelf.match(/class="shelved"/g)).toHaveLength(of2017.length);
    expect(shelf).toMatch(/<p id="members">[1-9]\d*<\/p>/);
    expect(shelf).toContain('<p id="seed">library.bib 14</p>');
    expect(shelf).toMatch(/<p id="one">How to [^<]+: \d+<\/p>/);
    expect(await contentOf('own', 'dist/note/index.html')).toContain('There are 14 papers.');
    expect(await contentOf('own', 'dist/papers/index.html')).toContain('How to');
  });
});

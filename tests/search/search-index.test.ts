import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close } from 'pagefind';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  type Engine,
  NOTHING_SELECTED,
  openEngine,
  type Order,
} from '../../src/search/browser/engine.ts';
import { loadMatches } from '../../src/search/browser/found.ts';
import type { Pagefind } from '../../src/search/browser/pagefind.ts';
import { queryWords } from '../../src/search/query.ts';
import { mathCoverage } from '../../src/pipeline/math-coverage.ts';
import { makeSearchIndex } from '../../src/search/build/search-index.ts';
import type { Inline, Provenance, RichText, Survey, Work } from '../../src/model/index.ts';

const from: Provenance = { kind: 'inferred', rule: 'made up for a test' };
const sourced = <T>(value: T) => ({ value, from });

/** `a $x^2$ b` with formulas between dollar signs. */
function rich(text: string): RichText {
  return text
    .split('$')
    .map((value, at): Inline =>
      at % 2 === 0
        ? { type: 'text', value }
        : { type: 'math', latex: value, source: `$${value}$`, display: false, origin: 'intact' },
    );
}

interface Paper {
  title: string;
  abstract?: string;
  authors?: string[];
  arxiv?: string;
  doi?: string;
  year?: string;
  venue?: string;
  theme?: string;
  code?: true;
}

function work(paper: Paper, at: number): Work {
  const { title, abstract = '', authors = [], arxiv, doi, year, venue, theme, code } = paper;
  return {
    citationKey: `key${at}`,
    permalink: arxiv ? `arxiv-${arxiv}` : `paper-${at}`,
    released: false,
    title: sourced({ rich: rich(title), source: title }),
    fields: {
      abstract: sourced({ rich: rich(abstract), source: abstract }),
      authors: sourced({ names: authors.map((literal) => ({ literal })), more: false }),
      ...(year && { issued: sourced({ iso: year, yearInferred: false }) }),
      ...(venue && { venue: sourced(venue) }),
      ...(code && { codeUrl: sourced('https://example.org/code') }),
    },
    identifiers: [
      ...(arxiv ? [sourced({ scheme: 'arxiv' as const, value: arxiv })] : []),
      ...(doi ? [sourced({ scheme: 'doi' as const, value: doi })] : []),
    ],
    records: [],
    observations: [],
    truncated: false,
    themes: theme ? [{ slug: theme, score: 1, evidence: [] }] : [],
    related: [],
    nearTwins: [],
    mentions: [],
  };
}

function survey(papers: readonly Paper[]): Survey {
  const works = papers.map(work);
  const rules = {
    terms: [],
    exclude: [],
    pins: [],
    unpins: [],
    threshold: 3,
    catchAll: false,
  };
  return {
    site: {
      title: 'Test',
      description: 'Test.',
      url: 'https://example.org/',
      language: 'en',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      service_worker: true,
    },
    works,
    themes: ['experts', 'time'].map((slug) => ({
      slug,
      file: `themes/${slug}.mdx`,
      label: slug === 'time' ? 'Time series' : 'Mixture of Experts: routing',
      tagline: `What belongs to ${slug}.`,
      scopeNote: 'A scope.',
      order: 1,
      rules,
      works: works.filter((each) => each.themes[0]?.slug === slug).map((each) => each.permalink),
      digest: '0000000000000000',
      neighbours: [],
      cites: [],
    })),
    people: [],
    seeds: [],
    records: new Map(),
    exclusions: [],
    departed: [],
    permalinkLedger: { version: 2, permalinks: [] },
    editions: [],
    flow: { records: 0, duplicates: 0, incomplete: 0, excluded: 0, included: works.length },
    math: mathCoverage(works).coverage,
    messages: [],
  };
}

/** Newest first, as a survey has them. */
const papers: Paper[] = [
  {
    title: 'Pruning maps of low rank',
    abstract: 'LLMs are pruned. We follow Mixture-of-Experts work in passing.',
    year: '2026-01',
  },
  {
    title: 'A survey of mixture of experts',
    abstract: 'Experts and their mixtures.',
    theme: 'experts',
    year: '2025-11',
    venue: 'ICLR 2026',
  },
  {
    title: '$R^{4}$ec: reasoning for recommendation',
    abstract: 'We propose $R^{4}$ec, a framework. It keeps a low-rank map of an LLM.',
    authors: ['Hao Gu', 'Łukasz Ørsted', 'Erwin Schrödinger', 'Ada Byron'],
    arxiv: '2507.17249',
    doi: '10.1145/3580305.3599256',
    year: '2025-07-23',
    venue: 'RecSys 2025',
    code: true,
  },
  {
    title: 'KAN-AD: anomalies in time',
    abstract:
      'A kan can. An ad is an ad. The $D^2$-MoE and Llama-3.1-8B are compared with a β-VAE.',
    theme: 'time',
    year: '2024-11',
  },
  {
    title: 'A herd',
    authors: ['Hao Guan', 'Jie Gu'],
    year: '2023',
  },
  {
    title: 'Sparse and sparser nets',
    abstract: 'Nets.',
    year: '2020-02',
  },
  {
    title: 'SPaR: play against yourself',
    abstract: 'A game of many moves and words.',
    year: '2020',
  },
  { title: 'Undated', abstract: 'A kan for an ad.', theme: 'time' },
];

let engine: Engine;
let folder: string;

async function write(made: Survey): Promise<void> {
  for (const { path, content } of await makeSearchIndex(made)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'florilegium-search-'));
  await write(survey(papers));
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(new URL(url))));
  engine = await openEngine(pathToFileURL(`${folder}/`), async (root) => {
    const module: Pagefind = await import(/* @vite-ignore */ new URL('pagefind.js', root).href);
    return module;
  });
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(query: string, selection = {}, order: Order = 'best') {
  const answer = await engine.find(query, { ...NOTHING_SELECTED, ...selection }, order);
  const found = await loadMatches(answer.papers, queryWords(query));
  return { ...answer, found, titles: found.map(({ title }) => title.map((p) => p.text).join('')) };
}

test.each([
  ['R4ec', 'R⁴ec: reasoning for recommendation'],
  ['R^4ec', 'R⁴ec: reasoning for recommendation'],
  ['R⁴ec', 'R⁴ec: reasoning for recommendation'],
  ['2507.17249', 'R⁴ec: reasoning for recommendation'],
  ['arXiv:2507.17249v2', 'R⁴ec: reasoning for recommendation'],
  ['https://doi.org/10.1145/3580305.3599256', 'R⁴ec: reasoning for recommendation'],
  ['Orsted', 'R⁴ec: reasoning for recommendation'],
  ['Schrodinger', 'R⁴ec: reasoning for recommendation'],
  ['byron', 'R⁴ec: reasoning for recommendation'],
  ['KAN-AD', 'KAN-AD: anomalies in time'],
  ['kan ad', 'KAN-AD: anomalies in time'],
  ['D2-MoE', 'KAN-AD: anomalies in time'],
  ['D^2-MoE', 'KAN-AD: anomalies in time'],
  ['Llama 3.1', 'KAN-AD: anomalies in time'],
  ['beta-VAE', 'KAN-AD: anomalies in time'],
  ['β-VAE', 'KAN-AD: anomalies in time'],
  ['mixture of experts', 'A survey of mixture of experts'],
  ['mixture-of-experts', 'A survey of mixture of experts'],
  ['"mixture of experts"', 'A survey of mixture of experts'],
])('%s finds its paper first', async (query, title) => {
  expect((await ask(query)).titles[0]).toBe(title);
});

test.each([
  ['low rank', 'low-rank'],
  ['LLM', 'LLMs'],
  ['mixture of experts', 'mixture-of-experts'],
])('%s and %s find the same papers', async (one, other) => {
  const [first, second] = [await ask(one), await ask(other)];
  expect(first.titles.length).toBe(2);
  expect([...second.titles].sort()).toEqual([...first.titles].sort());
});

test('a sentence of the abstract is shown, never an alias', async () => {
  const [first] = (await ask('R4ec')).found;
  expect(first?.sentence.map((piece) => piece.text).join('')).toBe('We propose R⁴ec, a framework.');
  expect(first?.title[0]).toEqual({ text: 'R⁴ec', marked: true });
  expect(first).toMatchObject({
    authors: [{ text: 'Hao Gu, Łukasz Ørsted, Erwin Schrödinger et al.', marked: false }],
    date: 'July 2025',
    venue: 'RecSys 2025',
    path: '/papers/arxiv-2507.17249/',
  });
});

test('the author who was looked for is named, however long the list', async () => {
  const [first] = (await ask('byron')).found;
  const line = first?.authors.map((p) => (p.marked ? `[${p.text}]` : p.text)).join('');
  expect(line).toBe('Hao Gu, Łukasz Ørsted, Erwin Schrödinger, Ada [Byron]');
});

test('a theme is found beside its papers', async () => {
  const { themes } = await ask('mixture of experts');
  const [theme] = await loadMatches(themes, []);
  expect(theme).toMatchObject({
    kind: 'theme',
    path: '/themes/experts/',
    papers: '1',
    years: '2025',
  });
});

test('a choice narrows the papers and leaves the counts of its own facet', async () => {
  const all = await ask('kan');
  expect(all.titles).toHaveLength(2);
  const narrowed = await ask('kan', { year: ['2024'] });
  expect(narrowed.titles).toEqual(['KAN-AD: anomalies in time']);
  expect(narrowed.counts.year).toEqual(all.counts.year);
  expect(narrowed.counts.theme).toEqual(new Map([['Time series', 1]]));
});

test('values of one facet widen, facets narrow each other', async () => {
  expect((await ask('', { year: ['2024', '2025'] })).titles).toHaveLength(3);
  expect((await ask('', { year: ['2024', '2025'], with: ['Code'] })).titles).toHaveLength(1);
  expect((await ask('', { venue: ['ICLR'] })).titles).toEqual(['A survey of mixture of experts']);
});

test('newest first is the order of the survey, papers without a date last', async () => {
  const order = papers.map(({ title }) => title.replace('$R^{4}$', 'R⁴'));
  expect((await ask('', {}, 'newest')).titles).toEqual(order);
  expect((await ask('kan', {}, 'newest')).titles).toEqual(['KAN-AD: anomalies in time', 'Undated']);
});

test('words that stand nowhere are named and left out', async () => {
  const { titles, unknown } = await ask('anomalies zzyzx-qqq');
  expect(titles).toEqual(['KAN-AD: anomalies in time']);
  expect(unknown).toEqual(['zzyzx', 'qqq']);
});

test('a query of unknown words finds nothing', async () => {
  const answer = await ask('zzyzx');
  expect(answer.papers).toEqual([]);
  expect(answer.themes).toEqual([]);
});

test('words side by side go before the same words apart', async () => {
  expect((await ask('hao gu')).titles).toEqual(['R⁴ec: reasoning for recommendation', 'A herd']);
});

test('a word goes before longer words that begin with it', async () => {
  expect((await ask('spar')).titles[0]).toBe('SPaR: play against yourself');
});

test('a compound nobody writes is looked up by its parts', async () => {
  const { titles, unknown } = await ask('anomalies-in-time');
  expect(titles).toEqual(['KAN-AD: anomalies in time']);
  expect(unknown).toEqual([]);
});

test(
  'the same survey gives the same files, and none of the interfaces the site does not use',
  { tags: 'same-output' },
  async () => {
    const [one, other] = [
      await makeSearchIndex(survey(papers)),
      await makeSearchIndex(survey(papers)),
    ];
    expect(other).toEqual(one);
    expect(one.map(({ path }) => path.replace(/^(\w+\/)?.*\./u, '$1'))).toEqual(
      expect.arrayContaining(['js', 'json', 'pagefind', 'pf_meta']),
    );
    expect(one.filter(({ path }) => /ui|highlight|worker/u.test(path))).toEqual([]);
  },
);

test('a survey without a paper has an index too', async () => {
  expect((await makeSearchIndex(survey([]))).map(({ path }) => path)).toContain('pagefind.js');
});

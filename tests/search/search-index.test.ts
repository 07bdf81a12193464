import { close } from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScreenedPaper } from '../../src/model/index.ts';
import { NOTHING_SELECTED } from '../../src/search/browser/question.ts';
import type { Engine } from '../../src/search/browser/engine.ts';
import type { Order } from '../../src/search/orders.ts';
import { foundPaper } from '../../src/search/browser/found.ts';
import { makeSearchIndex } from '../../src/search/build/search-index.ts';
import { engineOf, type Paper, survey } from './made-up-survey.ts';

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

beforeAll(async () => {
  engine = await engineOf(survey(papers));
});
afterAll(() => close());

async function ask(query: string, selection = {}, order: Order = 'best', typing = false) {
  const answer = await engine.find({
    query,
    selection: { ...NOTHING_SELECTED, ...selection },
    order,
    typing,
  });
  const texts = await engine.load(answer.papers);
  const near = await engine.load(answer.near.map(({ place }) => place));
  return {
    ...answer,
    found: texts.map((text) => foundPaper(text, answer)),
    titles: texts.map(({ title }) => title),
    nearTitles: near.map(({ title }) => title),
  };
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
  const [theme] = (await ask('mixture of experts')).themes;
  expect(theme).toMatchObject({ slug: 'experts', papers: 1, years: '2025' });
});

test('a page of the survey’s own is found by its title and by every word of its text', async () => {
  for (const query of ['how we read', 'listings', 'kite', '"read twice"']) {
    expect((await ask(query)).pages.map(({ slug }) => slug)).toEqual(['methods']);
  }
  for (const query of ['kites zzyzx', 'title:kites', '-kites', '"twice read"']) {
    expect((await ask(query)).pages).toEqual([]);
  }
  expect((await ask('kites', { year: ['2024'] })).pages).toEqual([]);
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

test('columns of decisions are a facet where the survey says so', async () => {
  const made = survey([{ title: 'Hedges' }, { title: 'Gates' }, { title: 'Moss' }]);
  const withRating = (permalink: string, Rating: string): ScreenedPaper => ({
    title: '',
    records: [],
    permalink,
    outcome: 'included',
    decisions: [
      { names: [], verdict: 'include', more: { Rating, Own: 'x' }, file: 'decisions.csv' },
    ],
  });
  const screening = {
    papers: [
      withRating('paper-0', 'high'),
      withRating('paper-1', 'low'),
      withRating('paper-2', 'high'),
    ],
    removed: [],
  };
  const own = async (facets: string[]) => {
    const site = { ...made.site, screening: { sources: [], publish: [], show: [], facets } };
    const rated = await engineOf({ ...made, site, screening });
    const selection = { ...NOTHING_SELECTED, own: facets.map((name) => `${name}: high`) };
    return rated.find({ query: '', selection, order: 'newest', typing: false });
  };
  expect((await own([])).counts.own.size).toBe(0);
  const narrowed = await own(['Rating']);
  expect([...narrowed.counts.own]).toEqual([
    ['Rating: high', 2],
    ['Rating: low', 1],
  ]);
  expect(narrowed.papers).toEqual([0, 2]);
});

test('newest first is the order of the survey, papers without a date last', async () => {
  const order = papers.map(({ title }) => title.replace('$R^{4}$', 'R⁴'));
  expect((await ask('', {}, 'newest')).titles).toEqual(order);
  expect((await ask('kan', {}, 'newest')).titles).toEqual(['KAN-AD: anomalies in time', 'Undated']);
});

test('words that stand nowhere are named, and what has the others is near', async () => {
  const { titles, missing, near, nearTitles } = await ask('anomalies zzyzx-qqq');
  expect(titles).toEqual([]);
  expect(missing).toEqual(['zzyzx-qqq']);
  expect(nearTitles).toEqual(['KAN-AD: anomalies in time']);
  expect(near[0]?.missing).toEqual(['zzyzx', 'qqq']);
});

test('a query of unknown words finds nothing', async () => {
  const answer = await ask('zzyzx');
  expect(answer.papers).toEqual([]);
  expect(answer.themes).toEqual([]);
  expect(answer.near).toEqual([]);
  expect(answer.suggestion).toBeUndefined();
});

test('no word stands for longer or shorter ones', async () => {
  for (const word of ['anomal', 'prun', 'experty', 'zz', 'kana']) {
    expect((await ask(word)).titles).toEqual([]);
  }
});

test('a last word may be a beginning while it is typed, and that is said', async () => {
  const typed = await ask('anomal', {}, 'best', true);
  expect(typed.titles).toEqual(['KAN-AD: anomalies in time']);
  expect(typed.beginning).toBe('anomal');
  expect((await ask('anomal ', {}, 'best', true)).titles).toEqual([]);
  expect((await ask('anomal kan', {}, 'best', true)).titles).toEqual([]);
  expect((await ask('kan', {}, 'best', true)).beginning).toBeUndefined();
});

test('a misspelled word is put right when asked for, never silently', async () => {
  const { titles, suggestion, nearTitles } = await ask('anomlies kan');
  expect(titles).toEqual([]);
  expect(suggestion).toEqual({ query: 'anomalies kan', changes: [['anomlies', 'anomalies']] });
  expect(nearTitles[0]).toBe('KAN-AD: anomalies in time');
  expect((await ask('schrodniger')).suggestion?.query).toBe('schrodinger');
});

test('other words that counted are named', async () => {
  expect((await ask('pruning')).forms).toEqual([['pruning', ['pruned']]]);
  expect((await ask('"pruning"')).forms).toEqual([]);
});

test('names have no other forms', async () => {
  expect((await ask('author:byrons')).titles).toEqual([]);
  expect((await ask('byrons')).titles).toEqual([]);
  expect((await ask('author:"Gu, Hao"')).titles).toEqual(['R⁴ec: reasoning for recommendation']);
  expect((await ask('author:"hao gu"')).titles).toEqual(['R⁴ec: reasoning for recommendation']);
});

test('orders', async () => {
  const titles = (await ask('', {}, 'title')).titles;
  expect(titles).toEqual([...titles].sort(new Intl.Collator('en').compare));
  expect((await ask('', {}, 'oldest')).titles.slice(0, 2)).toEqual([
    'SPaR: play against yourself',
    'Sparse and sparser nets',
  ]);
  expect((await ask('', {}, 'oldest')).titles.at(-1)).toBe('Undated');
});

test('words side by side go before the same words apart', async () => {
  expect((await ask('hao gu')).titles).toEqual(['R⁴ec: reasoning for recommendation', 'A herd']);
});

test('a word goes before longer words that begin with it', async () => {
  expect((await ask('spar')).titles[0]).toBe('SPaR: play against yourself');
});

test('a compound nobody writes is looked up by its parts', async () => {
  const { titles, missing } = await ask('anomalies-in-time');
  expect(titles).toEqual(['KAN-AD: anomalies in time']);
  expect(missing).toEqual([]);
});

test('the same survey gives the same files', { tags: 'same-output' }, async () => {
  const [one, other] = [
    await makeSearchIndex(survey(papers)),
    await makeSearchIndex(survey(papers)),
  ];
  expect(other).toEqual(one);
  expect(one.map(({ path }) => path)).toContain('start.bin');
});

test('a survey without a paper can be searched too', async () => {
  const empty = await engineOf(survey([]));
  const question = { selection: NOTHING_SELECTED, order: 'best', typing: false } as const;
  expect((await empty.find({ ...question, query: 'pruning' })).papers).toEqual([]);
});

test('a paper that is called as the query stands before those whose titles have more words', async () => {
  const titled = await engineOf(
    survey([
      { title: 'Deep learning: deep learning of deep learning', abstract: 'Deep learning.' },
      { title: 'A push for deep learning', abstract: 'Deep learning and a push.' },
      { title: 'Deep Learning' },
      { title: 'Push' },
    ]),
  );
  const first = async (query: string) => {
    const question = { query, selection: NOTHING_SELECTED, order: 'best', typing: false } as const;
    const { papers: found } = await titled.find(question);
    return [found[0], found.length];
  };
  expect(await first('deep learning')).toEqual([2, 3]);
  expect(await first('push')).toEqual([3, 2]);
  expect(await first('pushes deep')).toEqual([1, 1]);
  expect(await first('learning deep')).toEqual([0, 3]);
});

import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getSurvey } from '../../src/loaders/index.ts';
import { toPlain } from '../../src/text/index.ts';
import { NOTHING_SELECTED } from '../../src/search/browser/question.ts';
import type { Engine } from '../../src/search/browser/engine.ts';
import { engineOf } from './made-up-survey.ts';

/** A paper of the survey in plain text, in small letters. */
interface Plain {
  permalink: string;
  title: string;
  abstract: string;
  authors: string;
  venue: string;
  themes: string;
  year: number;
  code: boolean;
}

let engine: Engine;
let papers: Plain[];

beforeAll(async () => {
  const survey = await getSurvey();
  engine = await engineOf(survey);
  const labels = new Map(survey.themes.map(({ slug, label }) => [slug, label]));
  papers = survey.works.map(({ permalink, title, fields, publication, themes }) => ({
    permalink,
    title: toPlain(title.value.rich).toLowerCase(),
    abstract: toPlain(fields.abstract?.value.rich ?? []).toLowerCase(),
    authors: (fields.authors?.value.names ?? [])
      .map(({ literal }) => literal.toLowerCase())
      .join('; '),
    venue: `${publication.containerTitle ?? ''} ${fields.venue?.value ?? ''}`.toLowerCase(),
    themes: themes
      .map(({ slug }) => labels.get(slug) ?? '')
      .join('; ')
      .toLowerCase(),
    year: Number(publication.issued?.iso.slice(0, 4) ?? Number.NaN),
    code: fields.codeUrl !== undefined,
  }));
});
afterAll(() => close());

const ask = (query: string) =>
  engine.find({ query, selection: NOTHING_SELECTED, order: 'best', typing: false });
const permalinks = (places: readonly number[]) =>
  places.map((place) => papers[place]?.permalink ?? '');

describe('words that occur nowhere', () => {
  test.each(
    `climate blockchain photosynthesis tokamak dinosaur volcano basketball cryptocurrency epidemiology jazz
    antibody ukulele glacier monarchy tectonic sonnet parliament enzyme mitochondria ballet cathedral vaccine
    hurricane opera agriculture saxophone astronomy telescope porcelain archaeology submarine orchestra
    penicillin geology carnival algae chess bicycle lighthouse whale pottery calligraphy asteroid museum
    insulin violin earthquake feudal tapestry origami dolphin marathon vineyard tsunami papyrus zebra
    labyrinth gladiator sherbet quasar`.split(/\s+/u),
  )('%s has no hit', async (word) => {
    expect(papers.filter(any(new RegExp(`\\b${word}\\b`, 'u')))).toEqual([]);
    const answer = await ask(word);
    expect(answer.papers).toEqual([]);
    expect(answer.themes).toEqual([]);
    expect(answer.missing).toEqual([word]);
  });
});

test.each([
  ['attent', 'attention'],
  ['comput', 'compute'],
  ['decod', 'decode'],
  ['languag', 'language'],
  ['specul', 'speculative'],
])('%s is no word, and %s is offered for it', async (stem, word) => {
  const { papers: hits, themes, missing, suggestion } = await ask(stem);
  expect([hits, themes, missing]).toEqual([[], [], [stem]]);
  expect(suggestion?.query).toBe(word);
});

test.each(['∞', '%', '🙂', '"', 'title:'])('%s finds nothing, and says why', async (query) => {
  const answer = await ask(query);
  expect(answer.papers).toEqual([]);
  expect(answer.query.problems).not.toEqual([]);
});

test('an identifier that stands with other words is nearest', async () => {
  const { papers: hits, near } = await ask('arXiv:2507.17249v1 [cs.IR] 23 Jul 2025 zzyzx');
  expect(hits).toEqual([]);
  expect(permalinks(near.map(({ place }) => place))[0]).toBe('arxiv-2507.17249');
});

const text = ({ title, abstract }: Plain) => `${title} ; ${abstract}`;
const all = (paper: Plain) =>
  `${text(paper)} ; ${paper.authors} ; ${paper.venue} ; ${paper.themes}`;
const has = (where: (paper: Plain) => string, pattern: RegExp) => (paper: Plain) =>
  pattern.test(where(paper));
const title = (pattern: RegExp) => has(({ title: each }) => each, pattern);
const abstract = (pattern: RegExp) => has(({ abstract: each }) => each, pattern);
const author = (pattern: RegExp) => has(({ authors }) => authors, pattern);
const any = (pattern: RegExp) => has(all, pattern);
const within =
  (from: number, to: number) =>
  ({ year }: Plain) =>
    year >= from && year <= to;
const both =
  (...tests: ((paper: Plain) => boolean)[]) =>
  (paper: Plain) =>
    tests.every((each) => each(paper));
const either =
  (...tests: ((paper: Plain) => boolean)[]) =>
  (paper: Plain) =>
    tests.some((each) => each(paper));
const not = (each: (paper: Plain) => boolean) => (paper: Plain) => !each(paper);
const code = (paper: Plain) => paper.code;

describe('operators find what plain patterns find in the records', () => {
  test.each<[string, (paper: Plain) => boolean]>([
    ['title:pruning', title(/\bprun(?:e|ed|es|ing)\b/u)],
    ['title:unlearning', title(/\bunlearn(?:ing)?\b/u)],
    ['title:"speculative decoding"', title(/\bspeculative decoding\b/u)],
    ['title:survey', title(/\bsurveys?\b/u)],
    [
      '-title:survey title:llm',
      both(title(/\bllms?\b|\blarge language models?\b/u), not(title(/\bsurveys?\b/u))),
    ],
    ['abstract:router', abstract(/\brout(?:er|ers)\b/u)],
    ['abstract:"chain of thought"', abstract(/\bchain[- ]of[- ]thought\b/u)],
    [
      'abstract:benchmark -abstract:graph',
      both(
        abstract(/\bbenchmark(?:s|ed|ing)?\b/u),
        not(abstract(/\bgraphs?\b|\bgraph(?:ed|ing)\b/u)),
      ),
    ],
    ['author:gu', author(/\bgu\b/u)],
    ['author:"hao gu"', author(/\bhao gu\b/u)],
    ['author:"fei sun"', author(/\bfei sun\b/u)],
    ['author:"Sun, Fei"', author(/\bfei sun\b/u)],
    ['author:sun -author:"fei sun"', both(author(/\bsun\b/u), not(author(/\bfei sun\b/u)))],
    ['author:"wanli yang"', author(/\bwanli yang\b/u)],
    ['author:velickovic', author(/veličković/u)],
    ['author:yang author:sun', both(author(/\byang\b/u), author(/\bsun\b/u))],
    ['year:2024', within(2024, 2024)],
    ['year:2024..2025', within(2024, 2025)],
    ['year:..2020', within(0, 2020)],
    ['2022-2023', within(2022, 2023)],
    ['-year:2025', not(within(2025, 2025))],
    [
      'title:compression year:2022..2026',
      both(title(/\bcompress(?:ion|ing|ed|es)?\b/u), within(2022, 2026)),
    ],
    ['has:code', code],
    ['-has:code', not(code)],
    ['has:code year:2025', both(code, within(2025, 2025))],
    ['has:code title:pruning', both(code, title(/\bprun(?:e|ed|es|ing)\b/u))],
    ['"large language models"', any(/\blarge language models\b/u)],
    ['"mixture of experts"', any(/\bmixture[- ]of[- ]experts\b/u)],
    [
      '"model editing" -"lifelong editing"',
      both(any(/\bmodel editing\b/u), not(any(/\blifelong editing\b/u))),
    ],
    [
      '"graph neural networks" year:2023',
      both(any(/\bgraph neural networks\b/u), within(2023, 2023)),
    ],
    ['"poisoning" OR "backdoor"', either(any(/\bpoisoning\b/u), any(/\bbackdoor\b/u))],
    [
      'title:deepfake OR title:unlearning',
      either(title(/\bdeepfakes?\b/u), title(/\bunlearn(?:ing)?\b/u)),
    ],
    ['"deepfake" -title:survey', both(any(/\bdeepfake\b/u), not(title(/\bsurveys?\b/u)))],
    [
      'title:recommendation OR title:recommender year:2025',
      both(title(/\brecommend(?:ation|ations|er|ers|ed|ing)?\b/u), within(2025, 2025)),
    ],
    ['venue:ICML', has(({ venue }) => venue, /\bicml\b/u)],
    ['venue:"NeurIPS 2025"', has(({ venue }) => venue, /\bneurips 2025\b/u)],
    [
      'venue:ICLR year:2022..2023',
      both(
        has(({ venue }) => venue, /\biclr\b/u),
        within(2022, 2023),
      ),
    ],
    ['theme:unlearning', has(({ themes }) => themes, /\bunlearn(?:ing)?\b/u)],
    [
      'theme:compression -title:pruning',
      both(
        has(({ themes }) => themes, /\bcompression\b/u),
        not(title(/\bprun(?:e|ed|es|ing)\b/u)),
      ),
    ],
    ['arxiv:2507.17249', ({ permalink }) => permalink === 'arxiv-2507.17249'],
  ])('%s', async (query, satisfies) => {
    const wanted = papers.filter(satisfies).map(({ permalink }) => permalink);
    expect(wanted.length).toBeGreaterThan(0);
    const {
      papers: found,
      query: { problems },
    } = await ask(query);
    expect(permalinks(found).sort()).toEqual(wanted.sort());
    expect(problems).toEqual([]);
  });
});

/** Queries with a word too many, questions, misspellings and other spellings, and the paper that is meant. */
const FORGIVING: [query: string, meant: string][] = [
  ['machine unlearning graph', 'arxiv-2402.10695'],
  ['edge unlearning graph privacy deletion', 'arxiv-2402.10695'],
  ['how can a language model forget what it has learned?', 'arxiv-2510.25117'],
  ['what happens to a model after many edits?', 'arxiv-2402.09656'],
  ['why do reasoning models lose coverage', 'arxiv-2605.17026'],
  ['is flash attention numerically stable?', 'arxiv-2405.02803'],
  ['speculativ decoding llama', 'arxiv-2508.08192'],
  ['retreival augmented speculative decoding', 'arxiv-2503.03434'],
  ['mixture of expert prunning hessian', 'arxiv-2509.22299'],
  ['kolmogorov arnold anomally detection', 'arxiv-2411.00278'],
  ['timeseries anomaly kan', 'arxiv-2411.00278'],
  ['audio deepfake localisation survey', 'arxiv-2506.14396'],
  ['lenght generalisation transformers', 'arxiv-2310.16028'],
  ['channel prunning exploration cnn', 'arxiv-2203.15794'],
  ['graph neural networks recommender survey taxonomy zzz', 'arxiv-2011.02260'],
  ['re-ranking review recommender', 'arxiv-2202.06602'],
  ['when should we trust llms', 'arxiv-2404.17287'],
  ['do language models use depth', 'arxiv-2505.13898'],
  ['binary quantisation sub 1 bit codebook', 'arxiv-2506.12040'],
  ['delta decompression moe experts svd compression', 'arxiv-2502.17298'],
  ['sub-moe expert merging subspace', 'arxiv-2506.23266'],
  ['rectified flow straight', 'arxiv-2209.03003'],
  ['text to sql multi agents', 'arxiv-2312.11242'],
  ['polynomial equivariant gnn', 'arxiv-2302.11556'],
  ['low-rank matrix completion near linear time', 'arxiv-2302.11068'],
  ['data poisoning run-off election defence', 'arxiv-2302.02300'],
  ['concept activation factorisation explainability', 'arxiv-2211.10154'],
  ['personalised pagerank random walks', 'arxiv-1608.06054'],
  ['click through rate prediction feature set', 'arxiv-2301.10909'],
  ['self-play tree search instruction following', 'arxiv-2412.11605'],
  ['generative recomender onerec', 'arxiv-2502.18965'],
  ['syzygy chain of thought', 'arxiv-2504.09566'],
  ['negotiation games llm agents game theory', 'arxiv-2411.05990'],
  ['decompilation neural types', 'arxiv-2502.04536'],
  ['item ids indexing recommendation', 'arxiv-2305.06569'],
  ['membership inferrence recommender debiasing', 'arxiv-2206.12401'],
  ['N:M sparsity transformers training gradient', 'arxiv-2402.04744'],
  ['tucker decomposition bayesian continuous', 'arxiv-2311.04829'],
  ['factual consistency summarisation counterfactual', 'arxiv-2108.13134'],
  ['silent video audio description', 'arxiv-2505.13062'],
];

test('forgiving queries have the paper that is meant among the first three', async () => {
  const missed: string[] = [];
  for (const [query, meant] of FORGIVING) {
    const { papers: hits, near } = await ask(query);
    const shown = permalinks([...hits, ...near.map(({ place }) => place)]).slice(0, 3);
    if (!shown.includes(meant)) missed.push(`${query}: ${shown.join(', ')}`);
  }
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2);
});

test('a title, as printed or without its signs, has its paper first', async () => {
  const missed: string[] = [];
  for (const paper of papers) {
    for (const query of [paper.title, paper.title.replace(/[^\p{L}\p{N}]+/gu, ' ')]) {
      const [first] = permalinks((await ask(query)).papers);
      if (first !== paper.permalink) missed.push(`${query}: ${first}`);
    }
  }
  expect(missed).toEqual([]);
});

test('an identifier has its paper first and alone', async () => {
  const survey = await getSurvey();
  for (const { permalink, identifiers } of survey.works) {
    for (const {
      value: { scheme, value },
    } of identifiers) {
      if (scheme === 'url') continue;
      for (const query of [value, `${scheme}:${value}`]) {
        const [first] = permalinks((await ask(query)).papers);
        expect(`${query} ${first}`).toBe(`${query} ${permalink}`);
      }
    }
  }
});

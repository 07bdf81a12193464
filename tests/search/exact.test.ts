import fc from 'fast-check';
import { close } from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTHING_SELECTED } from '../../src/search/browser/question.ts';
import type { Engine } from '../../src/search/browser/engine.ts';
import { engineOf, type Paper, survey } from './made-up-survey.ts';
import { reference } from './reference.ts';

const COUNT = 2_000;
const STEMS =
  'prune route quantize compress generalise behave learn study analyse model token graph'.split(
    ' ',
  );
const ENDINGS = ['', 's', 'd', 'ing', 'ization', 'isation', 'ed', 'er'];
const SYLLABLES = 'ba ce di fo gu ka le mi no pu'.split(' ');
const SMALL = 'of the and in for'.split(' ');
const NAMES = 'Hao Rui Ada Erwin Gu Zhong Byron Schrödinger Ørsted Prunes'.split(' ');

/** Numbers below a limit, the same on every machine (a linear congruence). */
let state = 7;
function below(limit: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return state % limit;
}
const one = <Item>(from: readonly Item[]): Item => {
  const item = from[below(from.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};
const word = () =>
  below(3) === 0
    ? one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES)
    : below(4) === 0
      ? one(SMALL)
      : one(STEMS) + one(ENDINGS);
const words = (count: number) => Array.from({ length: count }, word);

const papers: Paper[] = Array.from({ length: COUNT }, (_, at) => ({
  title: `Paper${at} ${words(2 + below(6)).join(' ')}`,
  ...(below(10) > 0 && {
    abstract: `${words(10 + below(20)).join(' ')}. ${words(8).join(' ')}, ${words(5).join(' ')}.`,
  }),
  authors: Array.from({ length: 1 + below(3) }, () => `${one(NAMES)} ${one(NAMES)}`),
  ...(below(8) > 0 && { year: String(2026 - Math.floor((at * 10) / COUNT)) }),
  ...(below(3) === 0 && { venue: one(['ICLR 2026', 'NeurIPS 2025', 'Journal of Pruning']) }),
  ...(below(3) === 0 && { theme: one(['time', 'experts']) }),
  ...(below(4) === 0 && { code: true as const }),
  ...(below(5) === 0 && { arxiv: `2507.${10_000 + at}` }),
}));
let engine: Engine;
beforeAll(async () => {
  engine = await engineOf(survey(papers));
});
afterAll(() => close());

async function found(query: string): Promise<Paper[]> {
  const { papers: places } = await engine.find({
    query,
    selection: NOTHING_SELECTED,
    order: 'newest',
    typing: false,
  });
  // A made-up survey has its papers in the order in which they are given.
  return places.flatMap((place) => papers[place] ?? []);
}

const anyWord = fc.constantFrom(...new Set(Array.from({ length: 120 }, word)));
const phraseOf = fc
  .tuple(fc.constantFrom(...papers), fc.nat(), fc.integer({ min: 1, max: 3 }))
  .map(([{ abstract, title }, from, length]) => {
    const all = (abstract ?? title).split(' ');
    return all.slice(from % all.length, (from % all.length) + length).join(' ');
  });
const value = fc.oneof(
  anyWord,
  phraseOf.map((text) => `"${text}"`),
);
const term = fc.oneof(
  anyWord,
  value,
  fc.tuple(fc.constantFrom('title:', 'abstract:'), value).map((parts) => parts.join('')),
  fc.constantFrom(...NAMES).map((name) => `author:${name}`),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES))
    .map(([a, b]) => `author:"${a}, ${b}"`),
  fc.constantFrom(
    'year:2024',
    'year:2020..2023',
    'year:2025..',
    '2018-2020',
    '2024',
    'has:code',
    'has:abstract',
    'theme:series',
    'theme:"mixture of experts"',
    'venue:iclr',
    'venue:"NeurIPS 2025"',
    'type:review',
    'arxiv:2507.10005',
    'series',
  ),
);
const signed = fc.tuple(fc.constantFrom('', '', '', '-'), term).map((parts) => parts.join(''));
const anyQuery = fc
  .array(fc.tuple(fc.constantFrom(' ', ' ', ' ', ' OR '), signed), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([joint, each], at) => (at === 0 ? each : joint + each)).join(''));

test('what is found is what satisfies the query, in every record and in no other', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuery, async (query) => {
      const [got, wanted] = [await found(query), reference(papers, query)];
      expect(got.map(({ title }) => title)).toEqual(wanted.map(({ title }) => title));
    }),
    { numRuns: 400 },
  );
});

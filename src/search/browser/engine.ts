import { FACETS, type FacetName, KIND, type Kind, PLACE } from '../contract.ts';
import type {
  Pagefind,
  PagefindAnswer,
  PagefindFilters,
  PagefindRecord,
  Transport,
} from './pagefind.ts';
import { compoundParts, queryWords } from '../query.ts';

/** Values chosen in each facet: a paper needs one of them in every facet that has any. */
export type Selection = Readonly<Record<FacetName, readonly string[]>>;
export type Order = 'best' | 'newest';

/** A match whose text can be loaded when it is to be shown. */
export interface Match {
  id: string;
  load(): Promise<PagefindRecord>;
}

export interface Answer {
  papers: Match[];
  themes: Match[];
  /** Papers each value would leave, the facet's own choice set aside. */
  counts: Record<FacetName, ReadonlyMap<string, number>>;
  /** Words that no paper contains; the rest was looked up without them. */
  unknown: string[];
}

/** Search over one survey. */
export interface Engine {
  /** Matches of a query as typed; an empty query finds every paper the selection leaves. */
  find(query: string, selection: Selection, order: Order): Promise<Answer>;
  /** Places of matching papers in the survey's order, without loading their texts. */
  places(papers: readonly Match[]): Promise<number[]>;
}

export const NOTHING_SELECTED: Selection = {
  theme: [],
  year: [],
  source: [],
  venue: [],
  with: [],
};

/**
 * Opens the search of the site.
 *
 * @throws when the index cannot be loaded
 */
export async function openEngine(root: URL, transport: Transport): Promise<Engine> {
  const pagefind = await transport(root);
  // Workers are scripts of their own that a page opened from disk may not start; the index is small enough without.
  await pagefind.options({ noWorker: true, baseUrl: '/' });
  await pagefind.init();
  // Counts come only for filters that are loaded; a facet must show them before anything in it is chosen.
  await pagefind.filters();
  return {
    find: (query, selection, order) => find(pagefind, query, selection, order),
    places: (papers) => placesOf(pagefind, papers),
  };
}

async function placesOf(pagefind: Pagefind, papers: readonly Match[]): Promise<number[]> {
  const all = await pagefind.search(null, {
    filters: filtersOf(NOTHING_SELECTED, 'paper'),
    sort: { [PLACE]: 'asc' },
  });
  const places = new Map(all.results.map(({ id }, place) => [id, place]));
  return papers.map(({ id }) => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`The index holds no paper ${id}`);
    return place;
  });
}

async function find(
  pagefind: Pagefind,
  query: string,
  selection: Selection,
  order: Order,
): Promise<Answer> {
  const { words, unknown } = await knownWords(pagefind, query);
  const asked = queryWords(query).length > 0;
  if (asked && words.length === 0) return nothing(unknown);

  const text = asked ? words.join(' ') : null;
  const sort = order === 'newest' || text === null ? { [PLACE]: 'asc' as const } : undefined;
  const search = (chosen: Selection, kind: Kind) =>
    pagefind.search(text, { filters: filtersOf(chosen, kind), ...(sort && { sort }) });

  const papers = await search(selection, 'paper');
  const themes = text !== null && isEmpty(selection) ? await search(selection, 'theme') : undefined;
  const exact = sort ? undefined : await exactMatches(pagefind, words);
  const counts: Partial<Record<FacetName, ReadonlyMap<string, number>>> = {};
  for (const { name } of FACETS) {
    const without =
      selection[name].length === 0 ? papers : await search({ ...selection, [name]: [] }, 'paper');
    counts[name] = countsOf(without, name);
  }
  return {
    papers: lift(papers.results, exact).map(matchOf),
    themes: themes?.results.map(matchOf) ?? [],
    counts: { ...emptyCounts(), ...counts },
    unknown,
  };
}

/** How much more a paper counts that has the words of the query as they are and side by side, or as one compound. */
const EXACT = 2;

/**
 * Ids of the papers with `Hao Gu`, not `Hao Guan` and `Jie Gu`; with `SPaR`, not `sparse`; with `mixture of experts` or
 * `mixture-of-experts`.
 */
async function exactMatches(
  pagefind: Pagefind,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  if (words.some((word) => word.startsWith('"'))) return ids;
  for (const phrase of new Set([words.join(' '), words.join('')])) {
    const { results } = await pagefind.search(`"${phrase}"`, {
      filters: filtersOf(NOTHING_SELECTED, 'paper'),
    });
    for (const { id } of results) ids.add(id);
  }
  return ids;
}

/** Results by score, those with the given ids lifted; equal ones stay in their order. */
function lift(
  results: PagefindAnswer['results'],
  exact: ReadonlySet<string> | undefined,
): PagefindAnswer['results'] {
  if (!exact || exact.size === 0) return results;
  const scoreOf = ({ id, score }: PagefindAnswer['results'][number]) =>
    exact.has(id) ? score * EXACT : score;
  return [...results].sort((a, b) => scoreOf(b) - scoreOf(a));
}

/**
 * The words of a query that the index knows, compounds it does not know taken apart.
 *
 * The engine ignores words that stand nowhere, so a reader would not learn why a result is there. For a compound it
 * would settle for the longest beginning it knows, `large` for `large-language-models`; that is why only an exact match
 * counts there.
 */
async function knownWords(
  pagefind: Pagefind,
  query: string,
): Promise<{ words: string[]; unknown: string[] }> {
  const isKnown = async (text: string) => (await pagefind.search(text)).results.length > 0;
  const words: string[] = [];
  const unknown: string[] = [];
  for (const word of queryWords(query)) {
    const parts = compoundParts(word);
    if (parts.length > 1 && (await isKnown(`"${word}"`))) {
      words.push(word);
      continue;
    }
    for (const part of parts) ((await isKnown(part)) ? words : unknown).push(part);
  }
  return { words, unknown };
}

function filtersOf(selection: Selection, kind: Kind): PagefindFilters {
  const filters: PagefindFilters = { [KIND]: { any: [kind] } };
  for (const { name } of FACETS) {
    if (selection[name].length > 0) filters[name] = { any: selection[name] };
  }
  return filters;
}

/** Whether nothing is chosen in any facet. */
export function isEmpty(selection: Selection): boolean {
  return FACETS.every(({ name }) => selection[name].length === 0);
}

function countsOf(answer: PagefindAnswer, name: FacetName): ReadonlyMap<string, number> {
  return new Map(Object.entries(answer.filters[name] ?? {}).filter(([, count]) => count > 0));
}

function matchOf(result: PagefindAnswer['results'][number]): Match {
  return { id: result.id, load: () => result.data() };
}

function emptyCounts(): Answer['counts'] {
  return {
    theme: new Map(),
    year: new Map(),
    source: new Map(),
    venue: new Map(),
    with: new Map(),
  };
}

function nothing(unknown: string[]): Answer {
  return { papers: [], themes: [], counts: emptyCounts(), unknown };
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { inject } from 'vitest';
import { z } from 'zod';

/**
 * Extracts the offline bundle of a finished site.
 *
 * @param site its folder; that of the shipped survey if it is not given
 * @returns the folder that holds its first page
 */
export async function extractBundle(into: string, site = inject('site')): Promise<string> {
  const zip = await readFile(join(site, 'download/florilegium.zip'));
  let top = '';
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const file = join(into, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    top = path.split('/')[0] ?? '';
  }
  return join(into, top);
}

/** Address of a folder on disk, with a slash at the end. */
export const addressOf = (folder: string) => pathToFileURL(`${folder}/`).href;

/** Whether the search page has finished; runs inside the page. */
export function isSettled(): boolean {
  return (
    document.querySelector('#search [data-results]:not([aria-busy])') !== null &&
    document.querySelector('#search [data-orders]:not([hidden])') !== null
  );
}

/** Every so many searches the page is loaded for one; the others are asked of the page that is open. */
export const LOADED = 6;

/** Asks something else of the search page that is open, as a reader who goes back does; runs inside the page. */
export function ask(query: string): void {
  history.replaceState(null, '', `?${query}`);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** What the search page shows: counts, ordered results, and the counts of every facet; runs inside the page. */
export function shownResults() {
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((each) => each.textContent);
  return {
    status: texts('#search [role="status"]'),
    titles: texts('#search [data-results] h3'),
    sentences: texts('#search .say'),
    facets: texts('#search [data-facets] li'),
    paths: [...document.querySelectorAll<HTMLAnchorElement>('#search .entries h3 a')].map(
      ({ href }) => /papers\/[^/]+/u.exec(href)?.[0],
    ),
  };
}

const surveySchema = z.object({
  works: z.array(
    z.object({
      title: z.object({ plain: z.string() }),
      identifiers: z.array(z.object({ value: z.string() })),
      authors: z.array(z.unknown()),
    }),
  ),
  themes: z.array(z.object({ label: z.string() })),
});

/** Sixty searches as the address writes them: titles, identifiers, acronyms, phrases, filters and sorts. */
export async function searches(): Promise<string[]> {
  const survey = surveySchema.parse(
    JSON.parse(await readFile(join(inject('site'), 'data/survey.json'), 'utf8')),
  );
  const step = Math.max(1, Math.floor(survey.works.length / 16));
  const some = survey.works.filter((_work, at) => at % step === 0).slice(0, 16);
  const theme = survey.themes[0]?.label ?? '';
  const query = (q: string, more: Record<string, string> = {}) =>
    String(new URLSearchParams({ ...(q !== '' && { q }), ...more }));
  const titles = some.map(({ title }) => query(title.plain));
  const identifiers = some
    .slice(0, 10)
    .map(({ identifiers: [first] }) => query(first?.value ?? ''));
  const words = [
    'LLM',
    'LLMs',
    'MoE',
    'R4ec',
    'R^4ec',
    'KAN-AD',
    'D^2-MoE',
    'N:M sparsity',
    'GPT-4o',
    'beta-VAE',
    'mixture of experts',
    '"mixture of experts"',
    'low-rank',
    'sub-1-bit',
    'speculative decoding',
    'zzyzx',
    'recommendation zzyzx',
    'Schrodinger',
    '模型',
    'the',
    '±1',
    'm × n',
    '$\\mathbb{R}^{m \\times n}$',
    'ε',
    's_θ',
  ].map((words) => query(words));
  const narrowed = [
    query('language models', { year: '2025' }),
    query('language models', { order: 'newest' }),
    query('language models', { theme }),
    query('language models', { theme, year: '2025', order: 'newest' }),
    query('', { theme }),
    query('', { year: '2025', order: 'newest' }),
    query('', { with: 'Code' }),
    query('pruning', { with: 'Code' }),
    query('"large language models"', { year: '2025' }),
    query('"large language models"', { order: 'newest' }),
    query('experts', { year: '1900' }),
    query('reasoning', { order: 'newest', with: 'Code' }),
    query('anomaly', { order: 'newest' }),
    query('editing', { theme }),
  ];
  return [...titles, ...identifiers, ...words, ...narrowed];
}

import { execFile } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import { getSurvey } from '../src/loaders/index.ts';
import { launchChromium } from '../tests/browser/chromium.ts';
import { serve } from '../tests/browser/serve.ts';
import { writeMadeUpSeeds } from './made-up-seeds.ts';

const LARGE = 10_000;
const ORDINARY = ['mixture of experts', 'pruning', 'KAN-AD'];
const BROAD = ['large language models', 'learning'];
const ROUNDS = 5;

/** What a search reads from disk: its page, scripts, styles and index. */
const NEEDED = /^[^/]+\/(?:search\/|pagefind\/|assets\/[^/]+$)/u;

/** A search page of Pagefind's own: its engine, its index of the finished pages, its first ten results. */
const STOCK_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title></head><body>
<ol id="results"></ol><script type="module">
import * as pagefind from './pagefind/pagefind.js';
const found = await pagefind.search(new URLSearchParams(location.search).get('q'));
for (const { meta, url } of await Promise.all(found.results.slice(0, 10).map((each) => each.data()))) {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: meta.title });
  const item = document.createElement('li');
  item.append(link);
  document.querySelector('#results').append(item);
}
document.body.dataset.done = '';
</script></body></html>`;

/** A way to search a survey. */
interface Way {
  name: string;
  /** Address of the search page, up to the query. */
  page: string;
  /** Address of the folder the page belongs to, and where it is on disk. */
  home: string;
  folder: string;
  /** Selector of what stands there when the first results do. */
  done: string;
}

interface Measured {
  milliseconds: number;
  /** Of them those after the page itself was read, when its search begins. */
  beyond: number;
  bytes: number;
  /** Of them those of the search itself: its engine, where that is a file of its own, and its index. */
  searchBytes: number;
}

/** Where engines and indexes stand, ours and Pagefind's own. */
const SEARCH_FILE = /^pagefind\//u;

/** What a search may cost up to its first results, by papers: bytes, and time as a share of stock Pagefind's. */
const BUDGETS = [
  { papers: 160, bytes: 45_000, broadBytes: 45_000, time: 0.7 },
  { papers: 10_000, bytes: 260_000, broadBytes: 350_000, time: 1 },
  { papers: 100_000, bytes: 1_500_000, broadBytes: 1_500_000, time: 1 },
];
/** What a query may take on a page that has searched before, in milliseconds. */
const WARM = 50;

/**
 * Time from opening the search page to its first results, that of it after the page was read, and bytes of the files read
 * for them, cold: the site from disk
 * and from a server beside Pagefind's own index of the same pages from a server.
 *
 * @param args counts of papers, built for it, or folders of finished builds
 */
export async function search(args: string[]): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'florilegium-bench-'));
  const browser = await launchChromium();
  try {
    const { works } = await getSurvey();
    const wanted = args.length > 0 ? args : [String(works.length), String(LARGE)];
    for (const argument of wanted) {
      const folder = resolve(process.env['INIT_CWD'] ?? '.', argument);
      const site = existsSync(join(folder, 'index.html'))
        ? folder
        : await build(Number(argument), works.length, temporary);
      await compare(site, argument, temporary, browser);
    }
  } finally {
    await browser.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Builds a survey of `count` papers; that of the checkout when it has as many. */
async function build(count: number, own: number, temporary: string): Promise<string> {
  if (!Number.isInteger(count)) throw new Error('Give counts of papers or folders of builds.');
  const [seeds, out] = [join(temporary, `seeds-${count}`), join(temporary, `site-${count}`)];
  if (count !== own) await writeMadeUpSeeds(seeds, count);
  process.stderr.write(`building ${count} papers\n`);
  const astro = resolve(dirname(fileURLToPath(import.meta.resolve('astro'))), '../bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build', '--silent'], {
    maxBuffer: 2 ** 28,
    env: {
      ...process.env,
      ...(count === own ? {} : { FLORILEGIUM_SEEDS: seeds }),
      FLORILEGIUM_OUT: out,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  return out;
}

async function compare(
  site: string,
  name: string,
  temporary: string,
  browser: Browser,
): Promise<void> {
  const [disk, stock] = [join(temporary, 'disk'), join(temporary, 'stock')];
  await rm(disk, { recursive: true, force: true });
  await rm(stock, { recursive: true, force: true });
  const zip = await readFile(join(site, 'download/florilegium.zip'));
  const files = unzipSync(zip, { filter: ({ name: path }) => NEEDED.test(path) });
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(disk, path)), { recursive: true });
    await writeFile(join(disk, path), bytes);
  }
  await indexPages(site, stock);
  const [own, other] = await Promise.all([serve(site), serve(stock)]);
  try {
    const [inArchive = ''] = Object.keys(files)[0]?.split('/') ?? [];
    const folder = join(disk, inArchive);
    const home = pathToFileURL(`${folder}/`).href;
    const settled = '#search [data-results]:not([aria-busy]) h3';
    const ways: Way[] = [
      { name: 'from disk', page: `${home}search/index.html`, home, folder, done: settled },
      {
        name: 'from a server',
        page: `${own.url}search/`,
        home: own.url,
        folder: site,
        done: settled,
      },
      {
        name: 'stock Pagefind from a server',
        page: `${other.url}`,
        home: other.url,
        folder: stock,
        done: 'body[data-done]',
      },
    ];
    const count = await papersOf(site);
    const budget = BUDGETS.find(({ papers }) => papers === count);
    for (const [kind, queries, bytes] of [
      ['ordinary', ORDINARY, budget?.bytes],
      ['broad', BROAD, budget?.broadBytes],
    ] as const) {
      const results = new Map<Way, Measured[]>(ways.map((way) => [way, []]));
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const query of queries) {
          // In turns, so that whatever else the machine does meets all alike.
          for (const way of ways) results.get(way)?.push(await measure(way, query, browser));
        }
      }
      const medians = ways.map((way) => ({ name: way.name, ...median(results.get(way) ?? []) }));
      const stockMedian = medians.at(-1);
      process.stdout.write(
        `\n${name}: first results of ${kind} queries, median of ${ROUNDS * queries.length}\n`,
      );
      for (const each of medians) {
        const ratio = (key: keyof Measured) => (each[key] / (stockMedian?.[key] ?? 1)).toFixed(2);
        process.stdout.write(
          `  ${each.name.padEnd(30)}${each.milliseconds.toFixed(0).padStart(6)} ms (${ratio('milliseconds')})` +
            `${each.beyond.toFixed(0).padStart(6)} ms beyond the page (${ratio('beyond')})` +
            `${(each.bytes / 1000).toFixed(0).padStart(8)} kB (${ratio('bytes')})` +
            `${(each.searchBytes / 1000).toFixed(0).padStart(8)} kB of search (${ratio('searchBytes')})\n`,
        );
      }
      if (budget && bytes !== undefined) {
        process.stdout.write(
          `  budget beyond the page: ${bytes / 1000} kB, ${budget.time} of the time of stock Pagefind\n`,
        );
      }
    }
    const warm = await measureWarm(`${own.url}search/`, browser);
    process.stdout.write(
      `  warm queries: median ${warm.median.toFixed(0)} ms, slowest ${warm.slowest.toFixed(0)} ms; budget: ${WARM} ms\n`,
    );
  } finally {
    await Promise.all([own.close(), other.close()]);
  }
}

/** How many papers a finished site has: one for each line of its data. */
async function papersOf(site: string): Promise<number> {
  let count = 0;
  for await (const _ of createInterface(createReadStream(join(site, 'data/works.jsonl'))))
    count += 1;
  return count;
}

/** Pagefind's index of the pages as it makes one when nothing is said, and a page that searches it. */
async function indexPages(site: string, folder: string): Promise<void> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('; '));
  await index.addDirectory({ path: site });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  await writeFile(join(folder, 'index.html'), STOCK_PAGE);
}

/** Opens a search page in a browser without anything cached. */
async function measure(way: Way, query: string, browser: Browser): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const read: string[] = [];
  page.on('request', (request) => read.push(request.url()));
  await page.addInitScript(noteResults, way.done);
  await page.goto(`${way.page}?${new URLSearchParams({ q: query })}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('results').length > 0);
  const { milliseconds, read: shell } = await page.evaluate(() => {
    const [opened] = performance.getEntriesByType('navigation');
    const [results] = performance.getEntriesByName('results');
    return {
      milliseconds: results?.startTime ?? 0,
      read: opened instanceof PerformanceNavigationTiming ? opened.domInteractive : 0,
    };
  });
  await context.close();
  let bytes = 0;
  let searchBytes = 0;
  for (const url of read) {
    const size = await sizeOf(url, way);
    bytes += size;
    if (SEARCH_FILE.test(url.slice(way.home.length))) searchBytes += size;
  }
  return { milliseconds, beyond: milliseconds - shell, bytes, searchBytes };
}

/** Notes the moment at which what a selector names stands in the page. */
function noteResults(selector: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    performance.mark('results');
  });
  observer.observe(document, { attributes: true, childList: true, subtree: true });
}

/** Time of queries that the page has answered before, from the address to the results. */
async function measureWarm(
  url: string,
  browser: Browser,
): Promise<{ median: number; slowest: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-ready]').waitFor();
  const times: number[] = [];
  for (let round = 0; round < 1 + ROUNDS; round += 1) {
    for (const query of [...ORDINARY, ...BROAD]) {
      const time = await page.evaluate(
        (asked) =>
          new Promise<number>((done) => {
            const results = document.querySelector('[data-results]');
            if (!results) throw new Error('The page has no results.');
            const from = performance.now();
            new MutationObserver((_, observer) => {
              if (results.hasAttribute('aria-busy')) return;
              observer.disconnect();
              done(performance.now() - from);
            }).observe(results, { attributes: true });
            history.replaceState(null, '', `?${new URLSearchParams({ q: asked })}`);
            dispatchEvent(new PopStateEvent('popstate'));
          }),
        query,
      );
      // The first round loads what the others have.
      if (round > 0) times.push(time);
    }
  }
  await context.close();
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, slowest: times.at(-1) ?? 0 };
}

/** Bytes of the file a request is answered with; none for text inside a page. */
async function sizeOf(url: string, { home, folder }: Way): Promise<number> {
  if (!url.startsWith(home)) return 0;
  const path = decodeURIComponent(url.slice(home.length).replace(/[?#].*$/u, ''));
  const file = join(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  return (await stat(file).catch(() => null))?.size ?? 0;
}

function median(all: readonly Measured[]): Measured {
  const middle = (key: keyof Measured) =>
    all.map((each) => each[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    milliseconds: middle('milliseconds'),
    beyond: middle('beyond'),
    bytes: middle('bytes'),
    searchBytes: middle('searchBytes'),
  };
}

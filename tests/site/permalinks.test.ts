// @module-tag permalinks-stay
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { parse } from 'parse5';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { withdraw } from '../../src/cli/withdraw.ts';
import {
  permalinkLedgerSchema,
  type PublishedSurvey,
  publishedSurveySchema,
} from '../../src/model/index.ts';
import { serve } from '../browser/serve.ts';
import { difference, printed } from './changes.ts';
import { attribute, elements, sitePages, textOf } from './pages.ts';
import {
  type Command,
  entryOf,
  type Expected,
  Shelf,
  type Step,
  step,
} from './permalinks/shelf.ts';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';

/** Where the site stands before the last release. */
const formerAddress = 'https://former.example/~ann/survey/';
const address = 'https://example.org/survey/';
/** Histories that share one survey, so that one build shows the end of each. */
const shelvesOfSurvey = 40;
const releases = 5;

const siteAt = (url: string) => `title: Wonders\nurl: ${url}\n`;

let survey: SmallSurvey;
beforeEach(async () => {
  survey = await smallSurvey();
  await survey.write('content/site.yaml', siteAt(formerAddress));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await survey.dispose();
});

/** What is done between two releases: the steps on each shelf, and how the seeds are laid out anew. */
const round = fc.record({
  steps: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), {
    minLength: shelvesOfSurvey,
    maxLength: shelvesOfSurvey,
  }),
  turn: fc.nat(1000),
  files: fc.integer({ min: 1, max: 5 }),
});

/** Histories that chance seldom writes, for the first shelves: by shelf, what is done before each release. */
const told: Step[][][] = [
  // A merged permalink that only the ledger knows leads on to where its target was merged later.
  [
    [],
    [{ do: 'merge', paper: 1, into: 2 }],
    [{ do: 'remove', paper: 1 }],
    [
      { do: 'tidy', paper: 1 },
      { do: 'merge', paper: 0, into: 2 },
    ],
    [],
  ],
  // The paper that others were merged into leaves the listings, and is withdrawn when the others leave as well.
  [
    [],
    [{ do: 'merge', paper: 0, into: 2 }],
    [{ do: 'remove', paper: 0 }],
    [{ do: 'remove', paper: 2 }],
    [{ do: 'add', paper: 2 }],
  ],
];

/** What is not about papers: the themes, the survey's own pages, the sources, and what corrections say of those that left. */
class Grounds {
  /** The slug of each theme, by its term; those that were dropped are absent. */
  readonly themes = new Map([
    ['wonders', 'wonders'],
    ['lost', 'lost'],
    ['early', 'early'],
  ]);
  /** Slugs of the pages. */
  pages = ['methods', 'notes'];
  readonly #sources = new Set<string>();
  #told: object[] = [];

  /** Renames one theme and one page and drops another, now and then. */
  turn(number: number): void {
    this.themes.set('wonders', `wonders-${number}`);
    this.pages = [`methods-${number}`, ...this.pages.slice(1)];
    if (number === 3) {
      this.themes.delete('lost');
      this.pages.pop();
      for (const removed of ['themes/lost', 'pages/notes'])
        this.#told.push({ removed, reason: 'Nothing is lost.' });
    }
  }

  /** Notes the files of a round; of the former ones that are gone, some are said to have moved. */
  lay(names: readonly string[]): void {
    const [first] = names;
    this.#told = this.#told.filter(
      (each) => !names.some((name) => Object.values(each)[0] === `sources/${name}`),
    );
    for (const name of this.#sources) {
      if (names.includes(name) || first === undefined) continue;
      this.#sources.delete(name);
      const address = `sources/${name}`;
      this.#told.push(
        name.startsWith('0')
          ? { moved: address, to: `sources/${first}`, reason: 'Laid out anew.' }
          : { removed: address, reason: 'Laid out anew.' },
      );
    }
    for (const name of names) this.#sources.add(name);
  }

  corrections(): readonly object[] {
    return this.#told;
  }
}

/** Writes what the seeds and corrections say of all shelves, and the themes. */
async function writeSurvey(
  shelves: readonly Shelf[],
  grounds: Grounds,
  turn: number,
  files: number,
): Promise<void> {
  const shown = shelves.flatMap(({ papers }) => papers.filter(({ inSeeds }) => inSeeds));
  const turned = shown.map((_, index) => shown[(index * 7 + turn) % shown.length] ?? shown[index]);
  const inOrder = new Set(turned).size === shown.length ? turned : shown.toReversed();
  await survey.delete('seeds');
  const names = Array.from({ length: files }, (_, file) => `${(file * 3 + turn) % 10}-${file}.bib`);
  grounds.lay(names);
  for (let file = 0; file < files; file += 1) {
    const entries = inOrder.filter((_, index) => index % files === file);
    const text = entries.map((each) => (each ? entryOf(each) : '')).join('\n');
    await survey.write(`seeds/${names[file]}`, text);
  }
  await survey.delete('content/themes');
  for (const [term, slug] of grounds.themes) {
    await survey.write(
      `content/themes/${slug}.mdx`,
      `---\nlabel: Of ${term}\ntagline: Of ${term}.\nscopeNote: All.\nrules:\n  terms: [{ term: ${term}, weight: 3 }]\n---\n`,
    );
  }
  await survey.delete('content/pages');
  for (const [index, slug] of grounds.pages.entries())
    await survey.write(
      `content/pages/${slug}.mdx`,
      `---\ntitle: Page ${index}\n---\n\nAs it was.\n`,
    );
  const corrections = [
    ...shelves.flatMap((shelf) => shelf.corrections()),
    ...grounds.corrections(),
  ];
  // JSON is YAML.
  await survey.write('content/corrections/all.yaml', JSON.stringify(corrections, null, 1));
}

async function obey(shelf: Shelf, { permalink, reason }: Command): Promise<void> {
  await withdraw(permalink, reason === undefined ? { undo: true } : { reason, on: '2026-01-31' });
  shelf.obey({ permalink, ...(reason === undefined ? {} : { reason }) });
}

/** Releases; where permalinks would be lost that must be refused, and they are withdrawn first. */
async function release(shelves: readonly Shelf[], number: number): Promise<void> {
  const args = ['release', '--edition', `2026-0${number}`];
  const lost = shelves.flatMap((shelf) => shelf.lost().map((permalink) => ({ shelf, permalink })));
  if (lost.length > 0) {
    const { code, err } = await survey.florilegium(...args);
    expect(code).toBe(1);
    const named = err.matchAll(/^error permalinks\.json permalink-lost: .* permalink (\S+) \(/gm);
    expect([...named].map(([, permalink]) => permalink).sort()).toEqual(
      lost.map(({ permalink }) => permalink).sort(),
    );
  }
  for (const { shelf, permalink } of lost)
    await obey(shelf, { permalink, reason: `No listing has ${permalink} any more.` });
  expect(await survey.florilegium(...args)).toMatchObject({ code: 0, err: '' });
  for (const shelf of shelves) shelf.release(number);
}

/** A place where the site can be read: a host, or the unzipped bundle. */
interface Place {
  name: string;
  /** Text of the file at a path below the first page; a path ends in a slash only where hosts show folders. */
  read(path: string): Promise<string>;
}

/** What a page says of itself, for browsers and readers. */
async function look(place: Place, path: string) {
  const all = [...elements(parse(await place.read(path)))];
  const main = all.find(({ tagName }) => tagName === 'main');
  const heading = all.find(({ tagName }) => tagName === 'h1');
  if (!main || !heading) throw new Error(`${place.name}: ${path} has no text`);
  const content = (name: string, value: string) => {
    const found = all.find((each) => attribute(each, name) === value);
    return found && (attribute(found, 'content') ?? attribute(found, 'href'));
  };
  const target = (href: string) => new URL(href, address + path).href.slice(address.length);
  const refresh = content('http-equiv', 'refresh')?.replace(/^0; url=/, '');
  return {
    heading: textOf(heading).trim(),
    text: textOf(main).replace(/\s+/g, ' '),
    canonical: content('rel', 'canonical'),
    robots: content('name', 'robots'),
    refresh: refresh === undefined ? undefined : target(refresh),
    links: [...elements(main)].flatMap((each) =>
      each.tagName === 'a' ? target(attribute(each, 'href') ?? '') : [],
    ),
  };
}

/** Follows a page that leads elsewhere, as a browser and as a reader without one would. */
async function follow(place: Place, path: string, permalink: string) {
  const page = await look(place, path);
  expect(page.canonical).toBe(`${address}papers/${permalink}/`);
  expect(page.robots).toBe('noindex');
  expect(page.links).toContain(page.refresh);
  const end = await look(place, page.refresh ?? '');
  expect(end.refresh).toBeUndefined();
  expect(end.canonical).toBe(page.canonical);
  expect(page.text).toContain(end.heading);
  return { ...page, end };
}

async function expectPage(place: Place, permalink: string, expected: Expected): Promise<void> {
  const path = `papers/${permalink}/index.html`;
  const [bib, ris, json] = await Promise.all(
    ['bib', 'ris', 'json'].map((extension) => place.read(`papers/${permalink}/cite.${extension}`)),
  );
  for (const text of [bib, ris, json])
    expect(expected.titles.some((title) => text?.includes(title))).toBe(true);
  const [item] = z.tuple([z.looseObject({ title: z.string() })]).parse(JSON.parse(json ?? ''));
  expect(expected.titles).toContain(item.title);
  if (expected.kind === 'redirect') {
    const page = await follow(place, path, expected.into);
    expect(page.text).toContain('was merged into another one');
    expect(expected.reasons.some((reason) => page.text.includes(reason))).toBe(true);
    expect(expected.titles).toContain(page.end.heading);
    return;
  }
  const page = await look(place, path);
  expect(page.refresh).toBeUndefined();
  expect(page.canonical).toBe(`${address}papers/${permalink}/`);
  expect(expected.titles).toContain(page.heading);
  if (expected.kind === 'paper') return expect(page.robots).toBeUndefined();
  expect(page.robots).toBe('noindex');
  for (const text of [page.text, bib, ris, json]) {
    expect(text).toContain('withdrawn');
    expect(text).toContain(expected.reason);
  }
}

/** Runs a check, and tells the history of the shelf when it fails. */
async function telling(what: string, shelf: Shelf, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}: ${said}\nWhat was done: ${shelf.history.join('; ')}`, {
      cause: error,
    });
  }
}

async function expectAll(place: Place, shelves: readonly Shelf[]): Promise<void> {
  for (const shelf of shelves) {
    for (const [permalink, expected] of shelf.expected())
      await telling(`${place.name}, ${permalink}`, shelf, () =>
        expectPage(place, permalink, expected),
      );
    for (const { identifier, permalink } of shelf.resolvers()) {
      const path = `id/${identifier.scheme}/${identifier.value}/index.html`;
      await telling(`${place.name}, ${path}`, shelf, async () => {
        const { heading } = await follow(place, path, permalink);
        expect(heading).toContain(identifier.value);
      });
    }
  }
}

/** Every address of the ledger leads where it should, in the folder of a site and in its archive, and on another host. */
async function expectVerified(site: string): Promise<void> {
  for (const place of [site, join(site, 'download/florilegium.zip')])
    expect(await survey.florilegium('verify', place)).toMatchObject({ code: 0, err: '' });
}

async function dataOf(site: string): Promise<PublishedSurvey> {
  return publishedSurveySchema.parse(
    JSON.parse(await readFile(join(site, 'data/survey.json'), 'utf8')),
  );
}

/** Programs resolve a permalink by `works`, else by `departed`. */
function expectData(data: PublishedSurvey, expected: ReadonlyMap<string, Expected>): void {
  const papers = data.works.map(({ permalink }) => permalink);
  const departed = data.departed.map(({ permalink }) => permalink);
  expect([...papers, ...departed].sort()).toEqual([...expected.keys()].sort());
  for (const each of data.departed) {
    const fate = expected.get(each.permalink);
    expect(each.url).toBe(`${address}papers/${each.permalink}/`);
    if (each.status === 'merged') expect(fate).toMatchObject({ kind: 'redirect', into: each.into });
    else expect(fate).toMatchObject({ kind: 'tombstone', reason: each.reason });
  }
}

test('every permalink ever released leads to its paper, to the one it was merged into or to a tombstone, hosted and unzipped, and the changes are those of the data', async () => {
  vi.stubEnv('FLORILEGIUM_SEEDS', survey.folders.seeds);
  vi.stubEnv('FLORILEGIUM_CONTENT', survey.folders.content);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const rounds = fc.array(round, { minLength: releases, maxLength: releases });
  const property = fc.asyncProperty(rounds, async (history) => {
    const shelves = Array.from({ length: shelvesOfSurvey }, (_, index) => new Shelf(index));
    const grounds = new Grounds();
    let before: PublishedSurvey | undefined;
    for (const [number, { steps, turn, files }] of history.entries()) {
      if (number === releases - 1) {
        before = await dataOf(await survey.build());
        await survey.write('content/site.yaml', siteAt(address));
      }
      // The first release is of the shelves as they are.
      for (const [index, shelf] of number === 0 ? [] : shelves.entries()) {
        for (const each of told[index]?.[number] ?? steps[index] ?? []) {
          const command = shelf.take(each);
          if (command !== undefined) await obey(shelf, command);
        }
      }
      grounds.turn(number + 1);
      await writeSurvey(shelves, grounds, turn, files);
      await release(shelves, number + 1);
    }
    const expected = shelves.flatMap((shelf) => [...shelf.expected()]);
    const ledger = permalinkLedgerSchema.parse(
      JSON.parse(await survey.read('content/permalinks.json')),
    );
    expect(ledger.permalinks.map(({ permalink }) => permalink)).toEqual(
      expected.map(([permalink]) => permalink).sort(),
    );
    for (const kind of ['paper', 'redirect', 'tombstone'])
      expect(expected.filter(([, each]) => each.kind === kind).length).toBeGreaterThan(10);

    const site = await survey.build();
    const data = await dataOf(site);
    expectData(data, new Map(expected));
    if (before === undefined) throw new Error('there is no release before the last');
    expect(printed(await sitePages(site), `2026-0${releases}`)).toEqual(difference(before, data));
    const host = await serve(site, '/survey/');
    try {
      const get = async (path: string) => {
        const response = await fetch(host.url + path, { redirect: 'error' });
        if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
        return response.text();
      };
      await expectAll({ name: 'hosted', read: get }, shelves);
      for (const [permalink] of expected)
        expect(await get(`papers/${permalink}/`)).toBe(await get(`papers/${permalink}/index.html`));
    } finally {
      await host.close();
    }
    await expectVerified(site);
    const bundle = unzipSync(await readFile(join(site, 'download/florilegium.zip')));
    // All of it stands in one folder.
    const [folder] = Object.keys(bundle)[0]?.split('/') ?? [];
    const read = async (path: string) => {
      const file = bundle[`${folder}/${path}`];
      if (file === undefined) throw new Error(`${path} is not in the bundle`);
      return new TextDecoder().decode(file);
    };
    await expectAll({ name: 'unzipped', read }, shelves);
  });
  // One run is forty histories, and the history that fails is told: nothing is gained by shrinking or by printing all.
  await fc.assert(property, {
    numRuns: 1,
    // The same histories in every run, so that a build that fails is one that was changed.
    seed: 818430395,
    endOnFailure: true,
    asyncReporter: async ({ failed, seed, errorInstance }) => {
      if (failed) throw new Error(`With the seed ${seed}: ${errorInstance}`);
    },
  });
});

const walk = '@article{a, title = {One walk}, eprint = {2501.00001}, archiveprefix = {arXiv}}\n';

test('a build that would lose a released permalink, or give it to another paper, fails and names it', async () => {
  await survey.write('seeds/one.bib', walk);
  await survey.write('seeds/two.bib', '@article{b, title = {Two walks}, doi = {10.1000/two}}\n');
  expect(await survey.florilegium('release', '--edition', '2026-01')).toMatchObject({ code: 0 });

  await survey.delete('seeds/two.bib');
  await expect(survey.build()).rejects.toThrow(
    /permalink-lost.*doi-10\.1000-two.*withdraw doi-10\.1000-two --reason/,
  );

  await survey.write('seeds/one.bib', walk.replace('}\n', ', doi = {10.1000/two}}\n'));
  await expect(survey.build()).rejects.toThrow(
    /permalink-shared.*arxiv-2501\.00001.*doi-10\.1000-two/,
  );
});

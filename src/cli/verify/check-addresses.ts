import { z } from 'zod';
import {
  isByScreening,
  type PermalinkEntry,
  type PermalinkLedger,
  type ReleasedAddress,
  type SourceState,
} from '../../model/index.ts';
import { identifierKey, kindOf, mergedInto } from '../../pipeline/index.ts';
import { fold } from '../../text/index.ts';
import { addressPath, identifierPath, paperPath, statePath } from '../../view/index.ts';
import { pageAt, type PageSaid, type Place } from './place.ts';

/** What the check needs of the data of a site. */
const dataSchema = z.looseObject({
  works: z.array(
    z.looseObject({
      permalink: z.string(),
      title: z.looseObject({ plain: z.string() }),
      identifiers: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
      observations: z.array(z.looseObject({ field: z.string(), value: z.string() })),
    }),
  ),
});
type Data = z.infer<typeof dataSchema>;

/** A released address that does not lead where it should. */
export interface Failure {
  /** Root path. */
  path: string;
  /** What is wrong with it, without a subject: `has no page`. */
  why: string;
}

/**
 * Follows every address that a ledger released through a built site: papers and the records beside them, identifiers,
 * themes with their feeds and exports, sources, their states line by line, authors, venues, and editions with their
 * archives.
 *
 * @returns how many addresses there are, and those that lead nowhere or to something else
 */
export async function checkAddresses(
  place: Place,
  ledger: PermalinkLedger,
): Promise<{ checked: number; failures: Failure[] }> {
  const failures: Failure[] = [];
  let checked = 0;
  const check = async (path: string, work: () => Promise<string | undefined>) => {
    checked += 1;
    const why = await work();
    if (why !== undefined) failures.push({ path, why });
  };
  const file = (path: string) =>
    check(path, async () =>
      (await place.read(decodeURIComponent(path.slice(1)))) === undefined
        ? 'is not there'
        : undefined,
    );
  const data = await dataOf(place);
  const ends = endsOf(ledger);
  for (const entry of ledger.permalinks) {
    const path = paperPath(entry.permalink);
    // A paper may live on in what was merged into it.
    const stoodFor = ledger.permalinks.filter(
      ({ permalink }) => (ends.get(permalink) ?? permalink) === entry.permalink,
    );
    await check(path, () => checkPaper(place, path, entry, stoodFor, ends, data));
    for (const extension of ['bib', 'ris', 'json']) await file(`${path}cite.${extension}`);
  }
  const holders = Map.groupBy(
    ledger.permalinks.flatMap((entry) =>
      entry.identifiers.map((identifier) => ({ identifier, permalink: entry.permalink })),
    ),
    ({ identifier }) => identifierKey(identifier),
  );
  for (const [key, held] of holders) {
    const [first] = held;
    const path = first && identifierPath(first.identifier);
    if (path === undefined) continue;
    const targets = held.map(({ permalink }) => paperPath(ends.get(permalink) ?? permalink));
    await check(path, () => checkIdentifier(place, path, key, targets, data));
  }
  for (const entry of ledger.addresses ?? []) {
    const path = addressPath(entry.address);
    await check(path, () => checkAddress(place, path, entry));
    const isThere = entry.fate.status !== 'removed';
    if (kindOf(entry.address) === 'editions' && isThere && place.isHosted)
      await file(`${path}edition.zip`);
    if (kindOf(entry.address) !== 'themes') continue;
    for (const name of ['feed.xml', 'works.bib', 'works.ris', 'works.json'])
      await file(path + name);
  }
  const removed = new Set(
    (ledger.addresses ?? []).flatMap(({ address, fate }) =>
      fate.status === 'removed' ? [address] : [],
    ),
  );
  for (const state of ledger.states ?? []) {
    const path = statePath(state);
    await check(path, () => checkState(place, path, state, !removed.has(state.source)));
  }
  return { checked, failures };
}

async function dataOf(place: Place): Promise<Data | undefined> {
  const text = await place.read('data/survey.json');
  return text === undefined ? undefined : dataSchema.parse(JSON.parse(text));
}

/** Where the way of each released permalink ends. */
function endsOf({ permalinks }: PermalinkLedger): Map<string, string> {
  const into = mergedInto(permalinks);
  return new Map(
    permalinks.map(({ permalink }) => {
      const seen = new Set([permalink]);
      let end = permalink;
      for (let next = into.get(end); next !== undefined && !seen.has(next); next = into.get(end)) {
        seen.add(next);
        end = next;
      }
      return [permalink, end];
    }),
  );
}

async function checkIdentifier(
  place: Place,
  path: string,
  key: string,
  targets: readonly string[],
  data: Data | undefined,
): Promise<string | undefined> {
  const page = await pageAt(place, path.slice(1));
  if (page === undefined) return 'has no page';
  const end = page.refresh && (await pageAt(place, page.refresh));
  if (!end) return 'leads nowhere';
  const reached = end.refresh ?? page.refresh;
  // A paper that was taken for another may have its identifier back.
  const isOf = data?.works.some(
    ({ permalink, identifiers }) =>
      paperPath(permalink) === `/${reached}` &&
      identifiers.some(({ scheme, value }) => `${scheme}:${value}` === key),
  );
  return isOf || targets.includes(`/${reached}`)
    ? undefined
    : `leads to /${reached}, not to ${targets.join(' or ')}`;
}

/** @param isThere whether the source still has a page, and this state its lines */
async function checkState(
  place: Place,
  path: string,
  state: SourceState,
  isThere: boolean,
): Promise<string | undefined> {
  const page = await pageAt(place, path.slice(1));
  if (page === undefined) return 'has no page';
  if (!page.text.includes(state.digest)) return `is not of the state ${state.digest}`;
  if (!isThere) return undefined;
  const missing = Array.from({ length: state.lines }, (_, index) => `L${index + 1}`).find(
    (id) => !page.ids.has(id),
  );
  return missing && `has no line #${missing}`;
}

async function checkPaper(
  place: Place,
  path: string,
  entry: PermalinkEntry,
  stoodFor: readonly PermalinkEntry[],
  ends: ReadonlyMap<string, string>,
  data: Data | undefined,
): Promise<string | undefined> {
  const page = await pageAt(place, path.slice(1));
  if (page === undefined) return 'has no page';
  const { permalink, fate, title } = entry;
  // What screening left out may be back since.
  if (fate.status === 'withdrawn' && !isByScreening(fate)) return tellsOf(page, fate.reason);
  if (page.refresh !== undefined) {
    if ((await pageAt(place, page.refresh)) === undefined)
      return `leads to /${page.refresh}, where nothing is`;
    const end = paperPath(ends.get(permalink) ?? permalink);
    if (fate.status === 'merged' && `/${page.refresh}` !== end)
      return `leads to /${page.refresh}, not to ${end}`;
    return tellsOf(page, title);
  }
  if (fate.status === 'merged' && page.indexed) return undefined;
  if (!page.indexed) return tellsOf(page, title);
  if (page.canonical?.endsWith(path) !== true) return `calls itself ${page.canonical}`;
  const work = data?.works.find((each) => each.permalink === permalink);
  if (work === undefined)
    return data === undefined ? undefined : 'is of no paper in data/survey.json';
  const titles = stoodFor.flatMap((each) => [each.title, ...(each.other_titles ?? [])]).map(fold);
  const keys = new Set(stoodFor.flatMap(({ identifiers }) => identifiers.map(identifierKey)));
  const same =
    titles.includes(fold(work.title.plain)) ||
    work.observations.some(
      ({ field, value }) => field === 'title' && titles.includes(fold(value)),
    ) ||
    work.identifiers.some(({ scheme, value }) => keys.has(`${scheme}:${value}`));
  return same ? undefined : `is of “${work.title.plain}”, and stood for “${title}”`;
}

async function checkAddress(
  place: Place,
  path: string,
  { fate, title }: ReleasedAddress,
): Promise<string | undefined> {
  const page = await pageAt(place, path.slice(1));
  if (page === undefined) return 'has no page';
  if (fate.status === 'removed' && !page.indexed) return tellsOf(page, fate.reason);
  if (page.indexed)
    return page.canonical?.endsWith(path) ? undefined : `calls itself ${page.canonical}`;
  if (page.refresh !== undefined && (await pageAt(place, page.refresh)) === undefined)
    return `leads to /${page.refresh}, where nothing is`;
  if (fate.status === 'moved') {
    const to = addressPath(fate.to).slice(1);
    const leads = page.refresh === to || page.links.includes(to);
    return leads ? tellsOf(page, title) : `does not lead to /${to}`;
  }
  return tellsOf(page, title);
}

/** That a page says something. */
function tellsOf({ text }: PageSaid, words: string): string | undefined {
  const said = words.replace(/\s+/gu, ' ').trim();
  return fold(text).includes(fold(said)) ? undefined : `does not say “${said}”`;
}

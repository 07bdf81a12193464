import type { Outcome, ScreenedPaper, Screening, SourceKind } from '../model/index.ts';
import { fold } from '../text/index.ts';

/** Where records were found: a database, a register, a web site; several seeds may be of one. */
export interface FlowSource {
  name: string;
  kind: SourceKind;
  /** When it was searched, as the survey says it, in order. */
  searches: string[];
  /** Keys. */
  records: string[];
}

/** Papers that were left out for one reason, or for none that is stated. */
export interface FlowReason {
  reason: string | undefined;
  papers: ScreenedPaper[];
}

/** One record of a list, and what it is a record of. */
export interface ListedRecord {
  record: string;
  title: string;
  permalink?: string | undefined;
  reason?: string;
}

/** One way in which papers came into a review, from what was found to what is included. Every number is the length of a list. */
export interface FlowColumn {
  sources: FlowSource[];
  identified: string[];
  duplicates: ListedRecord[];
  /** For other reasons than that they are duplicates. */
  removed: ListedRecord[];
  unscreened: ScreenedPaper[];
  screened: ScreenedPaper[];
  excluded: FlowReason[];
  sought: ScreenedPaper[];
  notRetrieved: ScreenedPaper[];
  unassessed: ScreenedPaper[];
  assessed: ScreenedPaper[];
  excludedFullText: FlowReason[];
  included: ScreenedPaper[];
}

/** The flow of PRISMA 2020: what databases and registers gave, and what was found by other methods. */
export interface ReviewFlow {
  databases: FlowColumn;
  others: FlowColumn;
}

/** How a survey speaks of the source of a seed. */
export type SourceOfSeed = (
  seed: string,
) => Pick<FlowSource, 'name' | 'kind'> & { searched?: string | undefined };

const isDatabase = (kind: SourceKind) => kind === 'database' || kind === 'register';

/**
 * The flow of a review. A paper is counted once: among databases and registers where one of them has it, and every other
 * record of it is a duplicate in its own column.
 *
 * @param seedOf seed of a record
 */
export function flowOf(
  { papers, removed }: Screening,
  seedOf: (record: string) => string,
  sourceOf: SourceOfSeed,
): ReviewFlow {
  const inDatabase = (record: string) => isDatabase(sourceOf(seedOf(record)).kind);
  const first = (paper: ScreenedPaper) => paper.records.find(inDatabase) ?? paper.records[0];
  const duplicates = papers.flatMap((paper) =>
    paper.records
      .filter((record) => record !== first(paper))
      .map((record): ListedRecord => ({
        record,
        title: paper.title,
        permalink: paper.permalink,
      })),
  );
  const column = (databases: boolean): FlowColumn => {
    const isOwn = (record: string | undefined) =>
      record !== undefined && inDatabase(record) === databases;
    const own = papers.filter((paper) => isOwn(first(paper)));
    const isDuplicate = duplicates.filter(({ record }) => isOwn(record));
    const isRemoved = removed.filter(({ record }) => isOwn(record));
    const identified = [
      ...own.flatMap((paper) => first(paper) ?? []),
      ...[...isDuplicate, ...isRemoved].map(({ record }) => record),
    ].sort();
    const of = (...outcomes: Outcome[]) => own.filter(({ outcome }) => outcomes.includes(outcome));
    return {
      sources: sourcesOf(identified, seedOf, sourceOf),
      identified,
      duplicates: isDuplicate,
      removed: isRemoved,
      unscreened: of('unscreened'),
      screened: own.filter(({ outcome }) => outcome !== 'unscreened'),
      excluded: byReason(of('excluded')),
      sought: of('unassessed', 'not-retrieved', 'excluded-full-text', 'included'),
      notRetrieved: of('not-retrieved'),
      unassessed: of('unassessed'),
      assessed: of('excluded-full-text', 'included'),
      excludedFullText: byReason(of('excluded-full-text')),
      included: of('included'),
    };
  };
  return { databases: column(true), others: column(false) };
}

/** Those of one name and kind as one, in order of names within the order of records. */
function sourcesOf(
  records: readonly string[],
  seedOf: (record: string) => string,
  sourceOf: SourceOfSeed,
): FlowSource[] {
  const sources = new Map<string, FlowSource>();
  for (const record of records) {
    const { name, kind, searched } = sourceOf(seedOf(record));
    const key = `${kind} ${name}`;
    const source = sources.get(key) ?? { name, kind, searches: [], records: [] };
    sources.set(key, source);
    if (searched !== undefined && !source.searches.includes(searched)) {
      source.searches = [...source.searches, searched].sort();
    }
    source.records.push(record);
  }
  return [...sources.values()];
}

/** A source that was searched again, and what the last search found against those before it. */
export interface RepeatedSearch {
  name: string;
  searched: string;
  fresh: ScreenedPaper[];
  vanished: ScreenedPaper[];
}

/** The sources that were searched on several days, in order of names. */
export function repeatedSearches(
  { papers }: Screening,
  seedOf: (record: string) => string,
  sourceOf: SourceOfSeed,
): RepeatedSearch[] {
  const found = new Map<string, Map<string, Set<ScreenedPaper>>>();
  for (const paper of papers) {
    for (const record of paper.records) {
      const { name, searched } = sourceOf(seedOf(record));
      if (searched === undefined) continue;
      const searches = found.get(name) ?? new Map<string, Set<ScreenedPaper>>();
      found.set(name, searches);
      searches.set(searched, (searches.get(searched) ?? new Set()).add(paper));
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, searches]) => {
      const days = [...searches.keys()].sort();
      const searched = days.at(-1);
      if (searched === undefined || days.length < 2) return [];
      const last = searches.get(searched) ?? new Set();
      const before = new Set(days.slice(0, -1).flatMap((day) => [...(searches.get(day) ?? [])]));
      const [fresh, vanished] = [[...last.difference(before)], [...before.difference(last)]];
      return [{ name, searched, fresh, vanished }];
    });
}

/** Papers by reason, the most frequent first, else in the order of letters; reasons are the same whatever their case and stops. */
function byReason(papers: readonly ScreenedPaper[]): FlowReason[] {
  const groups = Map.groupBy(papers, ({ reason }) => fold(reason ?? ''));
  return [...groups]
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([, group]) => ({ reason: group[0]?.reason, papers: group }));
}

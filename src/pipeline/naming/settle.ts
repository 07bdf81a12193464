import {
  given,
  type Departed,
  isByScreening,
  type Message,
  type PermalinkEntry,
  type PermalinkLedger,
  type Target,
} from '../../model/index.ts';
import { addTo, compareText } from '../lists.ts';
import { recognise, speaksOf, type Rulings } from './recognise.ts';
import {
  keptOut,
  lost,
  merging,
  nameable,
  readmission,
  returning,
  shared,
  tornApart,
  withdrawal,
} from './ledger-messages.ts';
import { nameApart } from './lines-to-write.ts';
import type { Unnamed } from './unnamed.ts';

/** A released ledger laid over the works of now. */
export interface Settled {
  /** By index of a work: the entry whose permalink it has. */
  holders: ReadonlyMap<number, PermalinkEntry>;
  /** By index of a work: the withdrawn entry that keeps it out of the survey. */
  withdrawn: ReadonlyMap<number, PermalinkEntry>;
  /** In order of permalink. */
  departed: Departed[];
  messages: Message[];
}

/**
 * Finds the work of every released permalink, or what became of it. Of several entries for one work the one released
 * first keeps it, and the others are merged into it, which a correction or the ledger itself must have said: that they are
 * one paper, or which permalink the paper keeps. A permalink
 * without a work, and two for one work without such a word, are errors: a released permalink never disappears and never
 * changes hands by itself.
 */
export function settleLedger(
  works: readonly Unnamed[],
  ledger: PermalinkLedger,
  rulings: Rulings,
): Settled {
  const messages: Message[] = [];
  const entries = ledger.permalinks
    .map(withoutScreening)
    .sort((a, b) => compareText(a.permalink, b.permalink));
  /** What earlier releases wrote of those whose fate is found anew. */
  const screenedOut = new Map(
    ledger.permalinks.flatMap(({ permalink, fate }) =>
      isByScreening(fate) ? [[permalink, fate] as const] : [],
    ),
  );
  const byPermalink = new Map(entries.map((entry) => [entry.permalink, entry]));
  const { found, exclusionOf, torn, refused } = recognise(works, entries, rulings);

  const claims = new Map<number, PermalinkEntry[]>();
  for (const [entry, index] of found) addTo(claims, index, entry);
  const holders = new Map<number, PermalinkEntry>();
  const withdrawn = new Map<number, PermalinkEntry>();
  for (const [index, claimants] of claims) {
    const [first] = claimants
      .filter(({ fate }) => fate.status !== 'withdrawn')
      .sort(
        (a, b) =>
          Number(a.fate.status === 'merged') - Number(b.fate.status === 'merged') ||
          compareText(a.since, b.since) ||
          compareText(a.permalink, b.permalink),
      );
    const [gone] = claimants;
    if (first !== undefined && !leadsToWithdrawn(first, byPermalink)) holders.set(index, first);
    else if (gone !== undefined) withdrawn.set(index, endOf(gone, byPermalink) ?? gone);
  }

  const fates = new Map<string, Departed['fate']>();
  for (const entry of entries) {
    const index = found.get(entry);
    const holder = index === undefined ? undefined : holders.get(index);
    if (holder === entry) {
      if (entry.fate.status === 'merged') messages.push(returning(entry));
      if (screenedOut.has(entry.permalink)) messages.push(readmission(entry));
      continue;
    }
    if (entry.fate.status === 'withdrawn') {
      fates.set(entry.permalink, entry.fate);
      if (index !== undefined && holder === undefined) messages.push(keptOut(entry));
      continue;
    }
    if (holder !== undefined && index !== undefined) {
      const reason = reasonToMerge(entry, index, rulings);
      if (reason !== undefined) {
        fates.set(entry.permalink, mergedInto(entry, holder.permalink, reason));
        if (entry.fate.status === 'current') messages.push(merging(entry, holder));
      } else if (entry.fate.status === 'merged') {
        const target = byPermalink.get(entry.fate.into);
        if (target !== undefined && target !== holder && found.get(target) !== index)
          messages.push(shared(holder, entry, works[index]));
        fates.set(entry.permalink, entry.fate);
      } else messages.push(shared(holder, entry, works[index]));
      continue;
    }
    if (entry.fate.status === 'merged') {
      fates.set(entry.permalink, entry.fate);
      const gone = index === undefined ? undefined : withdrawn.get(index);
      if (gone !== undefined && found.get(gone) !== index) messages.push(keptOut(gone));
      continue;
    }
    const before = screenedOut.get(entry.permalink);
    const exclusion = exclusionOf.get(entry);
    if (exclusion !== undefined && 'reason' in exclusion.correction) {
      const { reason } = exclusion.correction;
      fates.set(entry.permalink, {
        status: 'withdrawn',
        reason,
        ...given({ on: before?.on, by: exclusion.by }),
      });
      if (before === undefined) messages.push(withdrawal(entry, exclusion.correction));
      continue;
    }
    const among = torn.get(entry);
    if (among !== undefined) {
      messages.push(
        tornApart(
          entry,
          among.flatMap((index) => works[index] ?? []),
        ),
      );
      continue;
    }
    if (before !== undefined) {
      // Neither a seed nor a decision speaks of it any more: what was said of it last still holds.
      fates.set(entry.permalink, before);
      continue;
    }
    const similar = refused(entry)
      .map((index) => targetOf(works, index, holders.get(index)))
      .filter((target) => target !== undefined);
    messages.push(lost(entry, similar));
  }
  return { holders, withdrawn, departed: departures(entries, fates), messages };
}

/** An entry that screening left out as one that it has not yet: decisions say at every build what becomes of it. */
const withoutScreening = (entry: PermalinkEntry): PermalinkEntry =>
  isByScreening(entry.fate) ? { ...entry, fate: { status: 'current' } } : entry;

/**
 * Why an entry stands for the same paper as the one that has its work, in the words of a correction: of one that merged
 * them, or that said which permalink the paper keeps.
 */
function reasonToMerge(
  entry: PermalinkEntry,
  index: number,
  { merges, splits }: Rulings,
): string | undefined {
  const ruling = merges[index]?.find(({ keys }) => speaksOf(keys, entry));
  if (ruling !== undefined && 'reason' in ruling.correction) return ruling.correction.reason;
  return splits.find(({ keeps }) => keeps.includes(index))?.reason;
}

/** What a correction names a work by: the permalink it has, or what no other work has. */
function targetOf(
  works: readonly Unnamed[],
  index: number,
  holder: PermalinkEntry | undefined,
): Target | undefined {
  if (holder !== undefined) return { permalink: holder.permalink };
  const [work, ...others] = [...works.slice(index), ...works.slice(0, index)].map(nameable);
  return work === undefined ? undefined : nameApart([work, ...others])[0];
}

/** Fate of an entry merged into a holder; what a release wrote down stays while it is still so. */
function mergedInto({ fate }: PermalinkEntry, into: string, reason: string): Departed['fate'] {
  return fate.status === 'merged' && fate.into === into ? fate : { status: 'merged', into, reason };
}

/** Entries without a work of their own, each merged one with the permalink where its way ends. */
function departures(
  entries: readonly PermalinkEntry[],
  fates: ReadonlyMap<string, Departed['fate']>,
): Departed[] {
  return entries.flatMap((entry): Departed[] => {
    const fate = fates.get(entry.permalink);
    if (fate === undefined) return [];
    const { permalink, title, identifiers, record, digest } = entry;
    const known = {
      permalink,
      title,
      identifiers,
      ...given({ record, digest }),
    };
    if (fate.status === 'withdrawn') return [{ ...known, fate }];
    const seen = new Set([permalink]);
    let into = fate.into;
    for (
      let next = fates.get(into);
      next?.status === 'merged' && !seen.has(into);
      next = fates.get(into)
    ) {
      seen.add(into);
      into = next.into;
    }
    return [{ ...known, fate: { ...fate, into } }];
  });
}

/** The entry where the way of a merged one ends in the ledger. */
function endOf(
  entry: PermalinkEntry,
  byPermalink: ReadonlyMap<string, PermalinkEntry>,
): PermalinkEntry | undefined {
  const seen = new Set<PermalinkEntry>();
  let at: PermalinkEntry | undefined = entry;
  while (at?.fate.status === 'merged' && !seen.has(at)) {
    seen.add(at);
    at = byPermalink.get(at.fate.into);
  }
  return at;
}

function leadsToWithdrawn(
  entry: PermalinkEntry,
  byPermalink: ReadonlyMap<string, PermalinkEntry>,
): boolean {
  return endOf(entry, byPermalink)?.fate.status === 'withdrawn';
}

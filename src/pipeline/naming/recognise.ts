import type { Correction, PermalinkEntry } from '../../model/index.ts';
import { identifierKey, type Likeness, likeness } from '../reading/index.ts';
import { addTo, unique } from '../lists.ts';
import {
  identifiersAgree,
  type PaperKeys,
  keysOfEntry,
  titleKeysOfEntry,
  titleKeysOfWork,
} from './paper-keys.ts';
import { abstractDigest, matchAbstract } from './abstract-digest.ts';
import type { Unnamed } from './unnamed.ts';

/** A correction that speaks of whole papers, and every key its targets and their records go by. */
export interface Ruling {
  correction: Correction;
  keys: PaperKeys;
}

/** What corrections say of the works that the ledger is laid over. */
export interface Rulings {
  /** By index of a work: the `merge` corrections that brought its records together. */
  merges: readonly (readonly Ruling[])[];
  /** By index of a work: the permalinks by which corrections of facts name it. */
  matches: readonly ReadonlySet<string>[];
  /** The `exclude` corrections. */
  exclusions: readonly Ruling[];
}

/** The work of each entry, as far as one can be told. */
interface Recognised {
  found: ReadonlyMap<PermalinkEntry, number>;
  /** Exclusions that speak of entries without a work. */
  exclusionOf: ReadonlyMap<PermalinkEntry, Ruling>;
  /** Number of works that answer to an entry, where they are several. */
  torn: ReadonlyMap<PermalinkEntry, number>;
}

/**
 * The work of each released permalink. An entry is recognised by its identifiers, then by the corrections that name it,
 * then by its titles, then by its abstract; last by what was merged into it.
 */
export function recognise(
  works: readonly Unnamed[],
  entries: readonly PermalinkEntry[],
  { merges, matches, exclusions }: Rulings,
): Recognised {
  const byIdentifier = new Map<string, number[]>();
  works.forEach((work, index) => {
    for (const { value } of work.identifiers) addTo(byIdentifier, identifierKey(value), index);
  });
  const found = new Map<PermalinkEntry, number>();
  const torn = new Map<PermalinkEntry, number>();
  const exclusionOf = new Map<PermalinkEntry, Ruling>();
  let open = claim(entries, found, torn, (entry) =>
    entry.identifiers.flatMap((identifier) => byIdentifier.get(identifierKey(identifier)) ?? []),
  );
  if (open.length === 0) return { found, exclusionOf, torn };

  const texts = new Map<number, Likeness | undefined>();
  const textOf = (index: number): Likeness | undefined => {
    if (!texts.has(index)) {
      const abstract = works[index]?.fields.abstract?.value.rich;
      texts.set(index, abstract === undefined ? undefined : likeness(abstract));
    }
    return texts.get(index);
  };
  const byTitle = new Map<string, number[]>();
  works.forEach((work, index) => {
    for (const title of titleKeysOfWork(work)) addTo(byTitle, title, index);
  });
  const titled = (entry: PermalinkEntry) =>
    titleKeysOfEntry(entry).flatMap((title) => byTitle.get(title) ?? []);
  const agrees = (index: number, entry: PermalinkEntry) => {
    const work = works[index];
    return work !== undefined && identifiersAgree(work, entry);
  };

  // Several works have its identifiers: the one of them with its title is meant.
  const divided = open.filter((entry) => torn.has(entry));
  const undivided = open.filter((entry) => !torn.has(entry));
  const uncorrected = claim(divided, found, torn, (entry) => {
    const named = new Set(titled(entry));
    return entry.identifiers
      .flatMap((identifier) => byIdentifier.get(identifierKey(identifier)) ?? [])
      .filter((index) => named.has(index));
  });

  open = claim(undivided, found, torn, ({ permalink }) =>
    matches.flatMap((permalinks, index) => (permalinks.has(permalink) ? [index] : [])),
  );
  open = claim(open, found, torn, (entry) =>
    merges.flatMap((rulings, index) =>
      rulings.some(({ keys }) => speaksOf(keys, entry)) ? [index] : [],
    ),
  );
  open = exclude(open, exclusions, exclusionOf, (entry) => entry.identifiers.map(identifierKey));
  open = claim(open, found, torn, (entry) =>
    titled(entry).filter(
      (index) => agrees(index, entry) && matchAbstract(entry.digest, textOf(index)) !== 'other',
    ),
  );
  open = claim(open, found, torn, (entry) =>
    titled(entry).filter(
      (index) => agrees(index, entry) && matchAbstract(entry.digest, textOf(index)) === 'same',
    ),
  );
  open = exclude(open, exclusions, exclusionOf, (entry) => [...keysOfEntry(entry)]);
  if (open.some(({ digest }) => digest !== undefined)) {
    const byHash = new Map<string, number[]>();
    works.forEach((work, index) => {
      for (const hash of abstractDigest(work)?.split(' ') ?? []) addTo(byHash, hash, index);
    });
    open = claim(open, found, torn, ({ digest, ...entry }) =>
      unique((digest?.split(' ') ?? []).flatMap((hash) => byHash.get(hash) ?? [])).filter(
        (index) => agrees(index, entry) && matchAbstract(digest, textOf(index)) === 'same',
      ),
    );
  }
  // A paper may live on in what was merged into it.
  const children = new Map<string, PermalinkEntry[]>();
  for (const entry of entries)
    if (entry.fate.status === 'merged') addTo(children, entry.fate.into, entry);
  claim([...open, ...uncorrected], found, torn, (entry) =>
    entry.fate.status === 'current' ? heirs(entry, children, found) : [],
  );
  return { found, exclusionOf, torn };
}

/** True when one of the keys is one that an entry goes by. */
export function speaksOf(keys: PaperKeys, entry: PermalinkEntry): boolean {
  return !keys.isDisjointFrom(keysOfEntry(entry));
}

/**
 * Gives each entry the one work it could be. An entry that could be several takes the one that no other entry has,
 * where that is one. Returns the entries still without a work; those with a choice are noted in `torn`.
 */
function claim(
  entries: readonly PermalinkEntry[],
  found: Map<PermalinkEntry, number>,
  torn: Map<PermalinkEntry, number>,
  candidatesOf: (entry: PermalinkEntry) => readonly number[],
): PermalinkEntry[] {
  const open: PermalinkEntry[] = [];
  let choices: { entry: PermalinkEntry; candidates: readonly number[] }[] = [];
  for (const entry of entries) {
    const candidates = unique(candidatesOf(entry));
    const [only] = candidates;
    if (only === undefined) open.push(entry);
    else if (candidates.length === 1) found.set(entry, only);
    else choices.push({ entry, candidates });
  }
  for (let before = -1; before !== choices.length;) {
    before = choices.length;
    const taken = new Set(found.values());
    choices = choices.filter(({ entry, candidates }) => {
      const [only, ...others] = candidates.filter((index) => !taken.has(index));
      if (only === undefined || others.length > 0) return true;
      found.set(entry, only);
      taken.add(only);
      torn.delete(entry);
      return false;
    });
  }
  for (const { entry, candidates } of choices) {
    torn.set(entry, candidates.length);
    open.push(entry);
  }
  for (const entry of entries) if (found.has(entry)) torn.delete(entry);
  return open;
}

/** Notes the exclusion that speaks of each entry, by one of its keys; returns the entries of which none does. */
function exclude(
  entries: readonly PermalinkEntry[],
  exclusions: readonly Ruling[],
  exclusionOf: Map<PermalinkEntry, Ruling>,
  keysOf: (entry: PermalinkEntry) => readonly string[],
): PermalinkEntry[] {
  return entries.filter((entry) => {
    const keys = keysOf(entry);
    const ruling = exclusions.find((each) => keys.some((key) => each.keys.has(key)));
    if (ruling !== undefined) exclusionOf.set(entry, ruling);
    return ruling === undefined;
  });
}

/** Works of the entries that were merged into an entry, and of those merged into them. */
function heirs(
  entry: PermalinkEntry,
  children: ReadonlyMap<string, readonly PermalinkEntry[]>,
  found: ReadonlyMap<PermalinkEntry, number>,
): number[] {
  const works: number[] = [];
  const queue = [...(children.get(entry.permalink) ?? [])];
  const seen = new Set(queue);
  for (let heir = queue.pop(); heir !== undefined; heir = queue.pop()) {
    const index = found.get(heir);
    if (index !== undefined) works.push(index);
    for (const next of children.get(heir.permalink) ?? []) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return works;
}

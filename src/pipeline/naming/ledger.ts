import type {
  Correction,
  Departed,
  PermalinkEntry,
  Message,
  PermalinkLedger,
} from '../../model/index.ts';
import { identifierKey, type Likeness, likeness } from '../reading/index.ts';
import {
  abstractDigest,
  identifiersAgree,
  matchAbstract,
  namesOfEntry,
  type Names,
  titlesOfEntry,
  titlesOfWork,
} from './identity.ts';
import { addTo, compareText, unique } from '../order.ts';
import type { Unnamed } from './unnamed.ts';

export const permalinkLedgerFile = 'permalinks.json';

/** A correction that speaks of whole papers, and every key its targets and their records go by. */
export interface Ruling {
  correction: Correction;
  names: Names;
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
 * Finds the work of every released permalink, or what became of it. An entry is recognised by its identifiers, then by
 * the corrections that name it, then by its titles, then by its abstract. Of several entries for one work the one
 * released first keeps it, and the others are merged into it, which a correction or the ledger itself must have said. A
 * permalink without a work, and two for one work without such a word, are errors: a released permalink never disappears
 * and never changes hands by itself.
 */
export function settleLedger(
  works: readonly Unnamed[],
  ledger: PermalinkLedger,
  rulings: Rulings,
): Settled {
  const messages: Message[] = [];
  const entries = ledger.permalinks.toSorted((a, b) => compareText(a.permalink, b.permalink));
  const byPermalink = new Map(entries.map((entry) => [entry.permalink, entry]));
  const { found, exclusionOf, torn } = recognise(works, entries, rulings);

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
      continue;
    }
    if (entry.fate.status === 'withdrawn') {
      fates.set(entry.permalink, entry.fate);
      if (index !== undefined && holder === undefined) messages.push(kept(entry));
      continue;
    }
    if (holder !== undefined && index !== undefined) {
      const ruling = rulings.merges[index]?.find(({ names }) => speaksOf(names, entry));
      if (ruling !== undefined && 'reason' in ruling.correction) {
        const { reason } = ruling.correction;
        fates.set(entry.permalink, mergedInto(entry, holder.permalink, reason));
        if (entry.fate.status === 'current') messages.push(merging(entry, holder));
      } else if (entry.fate.status === 'merged') {
        const target = byPermalink.get(entry.fate.into);
        if (target !== undefined && target !== holder && found.get(target) !== index)
          messages.push(shared(holder, entry));
        fates.set(entry.permalink, entry.fate);
      } else messages.push(shared(holder, entry));
      continue;
    }
    if (entry.fate.status === 'merged') {
      fates.set(entry.permalink, entry.fate);
      continue;
    }
    const exclusion = exclusionOf.get(entry);
    if (exclusion !== undefined && 'reason' in exclusion.correction) {
      fates.set(entry.permalink, { status: 'withdrawn', reason: exclusion.correction.reason });
      messages.push(withdrawal(entry));
    } else messages.push(lost(entry, torn.get(entry) ?? 0));
  }
  return { holders, withdrawn, departed: departures(entries, fates), messages };
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
    const { permalink, title, identifiers } = entry;
    if (fate.status === 'withdrawn') return [{ permalink, title, identifiers, fate }];
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
    return [{ permalink, title, identifiers, fate: { ...fate, into } }];
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

function speaksOf(names: Names, entry: PermalinkEntry): boolean {
  return !names.isDisjointFrom(namesOfEntry(entry));
}

/** The work of each entry, as far as one can be told. */
interface Recognised {
  found: ReadonlyMap<PermalinkEntry, number>;
  /** Exclusions that speak of entries without a work. */
  exclusionOf: ReadonlyMap<PermalinkEntry, Ruling>;
  /** Number of works that answer to an entry, where they are several. */
  torn: ReadonlyMap<PermalinkEntry, number>;
}

function recognise(
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
    for (const title of titlesOfWork(work)) addTo(byTitle, title, index);
  });
  const titled = (entry: PermalinkEntry) =>
    titlesOfEntry(entry).flatMap((title) => byTitle.get(title) ?? []);
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
      rulings.some(({ names }) => speaksOf(names, entry)) ? [index] : [],
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
  open = exclude(open, exclusions, exclusionOf, (entry) => [...namesOfEntry(entry)]);
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
    const ruling = exclusions.find(({ names }) => keys.some((key) => names.has(key)));
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

function saidOf(entry: PermalinkEntry, text: string, hint: string) {
  return {
    source: { file: permalinkLedgerFile },
    text: `The released permalink ${entry.permalink} (“${entry.title}”) ${text}`,
    hint,
  };
}

function merging(entry: PermalinkEntry, holder: PermalinkEntry): Message {
  return {
    code: 'permalink-merged',
    severity: 'note',
    ...saidOf(
      entry,
      `leads to ${holder.permalink}, as a correction says that the two are one paper.`,
      'The next release writes this into the ledger.',
    ),
  };
}

function returning(entry: PermalinkEntry): Message {
  return {
    code: 'permalink-returns',
    severity: 'note',
    ...saidOf(
      entry,
      'was merged into another and has a paper of its own again.',
      'If they are one paper, merge them in a correction; otherwise the next release writes it into the ledger.',
    ),
  };
}

function withdrawal(entry: PermalinkEntry): Message {
  return {
    code: 'permalink-withdrawn',
    severity: 'warning',
    ...saidOf(
      entry,
      'stands for a paper that a correction excludes; its page says so.',
      'Delete the correction if the paper is to stay.',
    ),
  };
}

function kept(entry: PermalinkEntry): Message {
  return {
    code: 'withdrawn-paper-in-seeds',
    severity: 'warning',
    ...saidOf(
      entry,
      'is withdrawn, and its paper is in the seeds; it is left out.',
      `To bring it back: npm run -s florilegium -- withdraw ${entry.permalink} --undo`,
    ),
  };
}

function lost(entry: PermalinkEntry, candidates: number): Message {
  const { permalink, title } = entry;
  const identifiers = entry.identifiers.map(identifierKey).join(', ');
  const torn = candidates > 1;
  return {
    code: torn ? 'permalink-torn' : 'permalink-lost',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: torn
      ? `${candidates} papers answer to the released permalink ${permalink} (“${title}”).`
      : `No paper answers to the released permalink ${permalink} (“${title}”${identifiers === '' ? '' : `, ${identifiers}`}).`,
    hint: torn
      ? 'Say in a correction which of them has this title and these identifiers, or merge them; or delete from content/permalinks.json what is not this paper’s.'
      : `Put the seed that describes it back; or, if it is another paper of the survey, merge the two in a correction with { permalink: ${permalink} }; or run \`npm run -s florilegium -- withdraw ${permalink} --reason "…"\`.`,
  };
}

function shared(holder: PermalinkEntry, entry: PermalinkEntry): Message {
  return {
    code: 'permalink-shared',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: `One paper answers to two released permalinks, ${holder.permalink} (“${holder.title}”) and ${entry.permalink} (“${entry.title}”).`,
    hint: `If they are one paper, say so in a correction: merge: [{ permalink: ${holder.permalink} }, { permalink: ${entry.permalink} }]; if they are two, keep their records apart in one.`,
  };
}

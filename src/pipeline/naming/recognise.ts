import type { Correction, PermalinkEntry } from '../../model/index.ts';
import { words } from '../../text/index.ts';
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
import { permalinkOfIdentifier } from './permalink.ts';
import { contentMark } from './provisional.ts';
import type { Unnamed } from './unnamed.ts';

/** A correction that speaks of whole papers, and every key its targets and their records go by. */
export interface Ruling {
  correction: Correction;
  keys: PaperKeys;
  /** Of an exclusion that decisions in screening come to. */
  by?: 'screening';
}

/** Which of several works keeps a released permalink, by index. */
export interface SplitRuling {
  permalink: string;
  /** Why, in the words of the correction. */
  reason: string;
  keeps: readonly number[];
  leaves: readonly number[];
}

/** What corrections say of the works that the ledger is laid over. */
export interface Rulings {
  /** By index of a work: the `merge` corrections that brought its records together. */
  merges: readonly (readonly Ruling[])[];
  /** By index of a work: the permalinks by which corrections of facts name it. */
  matches: readonly ReadonlySet<string>[];
  /** The `exclude` corrections. */
  exclusions: readonly Ruling[];
  splits: readonly SplitRuling[];
}

/** The work of each entry, as far as one can be told. */
interface Recognised {
  found: ReadonlyMap<PermalinkEntry, number>;
  /** Exclusions that speak of entries without a work. */
  exclusionOf: ReadonlyMap<PermalinkEntry, Ruling>;
  /** Works that answer to an entry, where it could be several, the likeliest first. */
  torn: ReadonlyMap<PermalinkEntry, readonly number[]>;
  /** Works that have a title or the abstract of an entry without a work, and yet something that speaks against it. */
  refused: (entry: PermalinkEntry) => number[];
}

const isNoInitial = (word: string) => word.length > 1;

/** What of an entry a work has: `name`, `arxiv:2501.00001`, `title:…`, `abstract`. */
type Evidence = ReadonlySet<string>;

/**
 * The work of each released permalink. What corrections say counts first; then the identifier in its name and those it
 * was released with; then titles and abstract. A work is taken for that of an entry only when it has all that any other
 * candidate has of the entry: where one has an identifier and another the title that the permalink was made from, either
 * could be the paper that was cited, and people must say which.
 */
export function recognise(
  works: readonly Unnamed[],
  entries: readonly PermalinkEntry[],
  { merges, matches, exclusions, splits }: Rulings,
): Recognised {
  const traces = new Traces(works);
  const found = new Map<PermalinkEntry, number>();
  const torn = new Map<PermalinkEntry, readonly number[]>();
  const exclusionOf = new Map<PermalinkEntry, Ruling>();
  const left = new Map<string, Set<number>>();
  const kept = new Map<string, number>();
  for (const { permalink, keeps, leaves } of splits) {
    left.set(permalink, new Set([...(left.get(permalink) ?? []), ...leaves]));
    const [only, ...others] = unique(keeps);
    if (only !== undefined && others.length === 0) kept.set(permalink, only);
  }
  const mayBe = (entry: PermalinkEntry) => (index: number) =>
    left.get(entry.permalink)?.has(index) !== true;

  let open: PermalinkEntry[] = [];
  for (const entry of entries) {
    const index = kept.get(entry.permalink);
    if (index === undefined) open.push(entry);
    else found.set(entry, index);
  }

  const identified = (entry: PermalinkEntry) => traces.identified(entry).filter(mayBe(entry));
  const entriesOf = new Map<number, Set<PermalinkEntry>>();
  for (const entry of entries) {
    for (const index of identified(entry)) {
      const known = entriesOf.get(index) ?? new Set();
      entriesOf.set(index, known.add(entry));
    }
  }
  const alike = (entry: PermalinkEntry) => traces.alike(entry).filter(mayBe(entry));
  open = claim(open, found, torn, (entry) => {
    const candidates = identified(entry);
    const named = candidates.filter((index) => traces.isNamesake(index, entry));
    if (candidates.length === 0) return nobody;
    // Nobody has the identifier in its name: the paper may be one that only its title and words are left of.
    const rivals =
      named.length > 0
        ? []
        : alike(entry).filter((index) =>
            [...(entriesOf.get(index) ?? [])].every((e) => e === entry),
          );
    const all = unique([...candidates, ...rivals]);
    return {
      candidates: all,
      firm: named,
      best: traces.best(entry, all, (index) => candidates.includes(index), named.length === 0),
    };
  });
  const undivided = () => open.filter((entry) => !torn.has(entry));
  const plainly = (indices: readonly number[]): Choice => ({
    candidates: indices,
    firm: [],
    best: indices.length === 1 ? indices[0] : undefined,
  });
  const next = (candidatesOf: (entry: PermalinkEntry) => Choice) => {
    const divided = open.filter((entry) => torn.has(entry));
    open = [...divided, ...claim(undivided(), found, torn, candidatesOf)];
  };
  next(({ permalink }) =>
    plainly(matches.flatMap((permalinks, index) => (permalinks.has(permalink) ? [index] : []))),
  );
  next((entry) =>
    plainly(
      merges.flatMap((rulings, index) =>
        rulings.some(({ keys }) => speaksOf(keys, entry)) && mayBe(entry)(index) ? [index] : [],
      ),
    ),
  );
  open = exclude(open, exclusions, exclusionOf, (entry) => entry.identifiers.map(identifierKey));
  next((entry) => {
    const candidates = alike(entry);
    const eligible = (index: number) => traces.mayBeMeant(index, entry);
    if (!candidates.some(eligible)) return nobody;
    return { candidates, firm: [], best: traces.best(entry, candidates, eligible, true) };
  });
  open = exclude(open, exclusions, exclusionOf, (entry) => [...keysOfEntry(entry)]);
  // A paper may live on in what was merged into it.
  const children = new Map<string, PermalinkEntry[]>();
  for (const entry of entries)
    if (entry.fate.status === 'merged') addTo(children, entry.fate.into, entry);
  next((entry) =>
    plainly(entry.fate.status === 'current' ? unique(heirs(entry, children, found)) : []),
  );
  return {
    found,
    exclusionOf,
    torn,
    refused: (entry) => traces.titledOrAlike(entry).filter(mayBe(entry)),
  };
}

/** True when one of the keys is one that an entry goes by. */
export function speaksOf(keys: PaperKeys, entry: PermalinkEntry): boolean {
  return !keys.isDisjointFrom(keysOfEntry(entry));
}

/** What works have of entries. */
class Traces {
  readonly #works: readonly Unnamed[];
  readonly #byIdentifier = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  readonly #titles = new Map<number, readonly string[]>();
  #byTitle: Map<string, number[]> | undefined;
  #byHash: Map<string, number[]> | undefined;
  readonly #texts = new Map<number, Likeness | undefined>();

  constructor(works: readonly Unnamed[]) {
    this.#works = works;
    works.forEach((work, index) => {
      for (const { value } of work.identifiers) {
        addTo(this.#byIdentifier, identifierKey(value), index);
        const permalink = permalinkOfIdentifier(value);
        if (permalink !== undefined) addTo(this.#byName, permalink, index);
      }
    });
  }

  /** Works with the identifier in the name of an entry, or one that it was released with. */
  identified({ permalink, identifiers }: PermalinkEntry): number[] {
    return unique([
      ...(this.#byName.get(permalink) ?? []),
      ...identifiers.flatMap((each) => this.#byIdentifier.get(identifierKey(each)) ?? []),
    ]);
  }

  /** True when a permalink was made from an identifier of the work. */
  isNamesake(index: number, { permalink }: PermalinkEntry): boolean {
    return this.#byName.get(permalink)?.includes(index) ?? false;
  }

  /** Works with a title of an entry or its abstract. */
  titledOrAlike(entry: PermalinkEntry): number[] {
    this.#byTitle ??= this.#indexTitles();
    const titled = titleKeysOfEntry(entry).flatMap((title) => this.#byTitle?.get(title) ?? []);
    if (entry.digest === undefined) return unique(titled);
    this.#byHash ??= this.#indexAbstracts();
    const hashes = entry.digest.split(' ').flatMap((hash) => this.#byHash?.get(hash) ?? []);
    const same = unique(hashes).filter((index) => this.#abstractOf(index, entry) === 'same');
    return unique([...titled, ...same]);
  }

  /** Works with a title of an entry or its abstract, and no identifier against it. */
  alike(entry: PermalinkEntry): number[] {
    return this.titledOrAlike(entry).filter((index) => {
      const work = this.#works[index];
      return work !== undefined && identifiersAgree(work, entry);
    });
  }

  /** False for a work that has a title of the entry, and an abstract that is another, or none and other authors. */
  mayBeMeant(index: number, entry: PermalinkEntry): boolean {
    const abstract = this.#abstractOf(index, entry);
    if (abstract !== 'unknown') return abstract !== 'other';
    const [before, now] = [
      entry.record?.authors ?? [],
      this.#works[index]?.fields.authors?.value.names.map(({ literal }) => literal) ?? [],
    ].map((names) => new Set(names.flatMap((name) => words(name)).filter(isNoInitial)));
    return !before?.size || !now?.size || !before.isDisjointFrom(now);
  }

  /**
   * The one of several candidates that has all that the others have of an entry; undefined when there is none.
   *
   * @param eligible the candidates that can be chosen at all
   * @param texts whether titles and abstract count from the start, or only where identifiers leave it open
   */
  best(
    entry: PermalinkEntry,
    candidates: readonly number[],
    eligible: (index: number) => boolean,
    texts: boolean,
  ): number | undefined {
    const had = new Map(candidates.map((index) => [index, this.#evidence(index, entry, texts)]));
    const leading = candidates.filter(
      (index) =>
        eligible(index) &&
        candidates.every((other) => had.get(index)?.isSupersetOf(had.get(other) ?? new Set())),
    );
    if (leading.length < 2) return leading[0];
    if (!texts) return this.best(entry, leading, eligible, true);
    const marked = leading.filter((index) => contentMark(this.#works[index], entry.permalink));
    if (marked.length === 1) return marked[0];
    // Editions and columns of one title and the same people differ in their years.
    const dated = leading.filter((index) => {
      const year = this.#works[index]?.publication.issued?.iso.slice(0, 4);
      return year !== undefined && year === entry.record?.issued?.slice(0, 4);
    });
    return dated.length === 1 ? dated[0] : undefined;
  }

  #evidence(index: number, entry: PermalinkEntry, texts: boolean): Evidence {
    const own = new Set(
      this.#works[index]?.identifiers.map(({ value }) => identifierKey(value)) ?? [],
    );
    const had = new Set(entry.identifiers.map(identifierKey).filter((key) => own.has(key)));
    if (this.isNamesake(index, entry)) had.add('name');
    if (!texts) return had;
    const titles = this.#titlesOf(index);
    for (const title of titleKeysOfEntry(entry)) if (titles.includes(title)) had.add(title);
    const abstract = this.#abstractOf(index, entry);
    if (abstract === 'same' || abstract === 'alike') had.add('like the abstract');
    if (abstract === 'same') had.add('abstract');
    return had;
  }

  #abstractOf(index: number, { digest }: PermalinkEntry) {
    if (!this.#texts.has(index)) {
      const abstract = this.#works[index]?.fields.abstract?.value.rich;
      this.#texts.set(index, abstract === undefined ? undefined : likeness(abstract));
    }
    return matchAbstract(digest, this.#texts.get(index));
  }

  #titlesOf(index: number): readonly string[] {
    const work = this.#works[index];
    const titles = this.#titles.get(index) ?? (work === undefined ? [] : titleKeysOfWork(work));
    this.#titles.set(index, titles);
    return titles;
  }

  #indexTitles(): Map<string, number[]> {
    const byTitle = new Map<string, number[]>();
    this.#works.forEach((_, index) => {
      for (const title of this.#titlesOf(index)) addTo(byTitle, title, index);
    });
    return byTitle;
  }

  #indexAbstracts(): Map<string, number[]> {
    const byHash = new Map<string, number[]>();
    this.#works.forEach((work, index) => {
      for (const hash of abstractDigest(work)?.split(' ') ?? []) addTo(byHash, hash, index);
    });
    return byHash;
  }
}

/** The works that an entry could be. */
interface Choice {
  candidates: readonly number[];
  /** Those that stay candidates even when another entry has them. */
  firm: readonly number[];
  /** The one that it is, where that can be told. */
  best: number | undefined;
}

const nobody: Choice = { candidates: [], firm: [], best: undefined };

/**
 * Gives each entry the work that it is. An entry that could be several takes the one that no other entry has, where that
 * is one. Returns the entries still without a work; those with a choice are noted in `torn`.
 */
function claim(
  entries: readonly PermalinkEntry[],
  found: Map<PermalinkEntry, number>,
  torn: Map<PermalinkEntry, readonly number[]>,
  choiceOf: (entry: PermalinkEntry) => Choice,
): PermalinkEntry[] {
  const open: PermalinkEntry[] = [];
  let choices: { entry: PermalinkEntry; choice: Choice }[] = [];
  for (const entry of entries) {
    const choice = choiceOf(entry);
    if (choice.best !== undefined) found.set(entry, choice.best);
    else if (choice.candidates.length === 0) open.push(entry);
    else choices.push({ entry, choice });
  }
  for (let before = -1; before !== choices.length;) {
    before = choices.length;
    const taken = new Set(found.values());
    choices = choices.filter(({ entry, choice: { candidates, firm } }) => {
      const [only, ...others] = candidates.filter(
        (index) => firm.includes(index) || !taken.has(index),
      );
      if (only === undefined || others.length > 0) return true;
      found.set(entry, only);
      taken.add(only);
      return false;
    });
  }
  for (const { entry, choice } of choices) {
    torn.set(entry, unique([...choice.firm, ...choice.candidates]));
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

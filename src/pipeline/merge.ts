import type { Correction, Message, PermalinkLedger, Target } from '../model/index.ts';
import {
  compareCorrections,
  correctionId,
  correctionSource,
  type DecidedRecord,
} from './correct.ts';
import { nearIdentical, overlap, sketch } from './likeness.ts';
import { addTo, compareText } from './order.ts';
import { agreeUnderOneTitle, haveOneAbstract, type Profile } from './profile.ts';
import { describeTarget, type FindTarget, indexTargets } from './target.ts';

/** Records that describe one paper, and the groups that look like it and are not it. */
export interface Group {
  /** Equal groups have equal members whatever the order of the input. */
  members: DecidedRecord[];
  /** Index of the other group, and why the two stay apart. */
  nearTwins: { group: number; reason: string }[];
}

/** A record a correction leaves out. */
export interface LeftOut {
  record: DecidedRecord;
  correction: Correction;
  reason: string;
}

export interface Merged {
  groups: Group[];
  leftOut: LeftOut[];
  messages: Message[];
}

/**
 * Groups records into papers: first by identifier, then by equal title with agreeing abstracts, then, where a title is
 * missing, by near-identical abstract. Two different values of one scheme never meet in a group unless a correction
 * says so. The groups depend on what the records say, not on their order or the names of their files; the work is near
 * linear in the size of the input, because only records that share a key are compared.
 */
export function merge(
  input: readonly DecidedRecord[],
  corrections: readonly Correction[],
  ledger: PermalinkLedger,
): Merged {
  const messages: Message[] = [];
  const records = input.toSorted((a, b) => compareText(a.profile.content, b.profile.content));
  const find = indexTargets(records, ledger);
  const sets = new Sets(records);
  const ordered = corrections.toSorted(compareCorrections);
  for (const correction of ordered) {
    if ('keep_apart' in correction) keepApart(correction, find, sets, messages);
  }
  for (const correction of ordered) {
    if ('merge' in correction) mergeNamed(correction, find, sets, messages);
  }
  mergeByIdentifier(records, sets);
  mergeByTitle(records, sets);
  mergeByAbstract(records, sets);
  const { kept, leftOut } = exclude(ordered, find, sets, messages);
  const groups = kept.map((members): Group => ({ members, nearTwins: [] }));
  findNearTwins(groups, sets);
  return { groups, leftOut, messages };
}

/** Disjoint sets of records, each with what no two of its members may differ in. */
class Sets {
  readonly #records: readonly DecidedRecord[];
  readonly #index: ReadonlyMap<DecidedRecord, number>;
  readonly #parent: number[];
  readonly #size: number[];
  /** By root: value by scheme (or by `keep_apart` correction). */
  readonly #marks: Map<string, string>[];
  readonly #titles: Set<string>[];

  constructor(records: readonly DecidedRecord[]) {
    this.#records = records;
    this.#index = new Map(records.map((record, index) => [record, index]));
    this.#parent = records.map((_, index) => index);
    this.#size = records.map(() => 1);
    this.#marks = records.map((record) => new Map(record.profile.identifiers));
    this.#titles = records.map((record) => new Set(record.profile.titles));
  }

  /** Number of the set a record is in. */
  root(record: DecidedRecord): number {
    let at = this.#index.get(record) ?? -1;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[up] ?? up;
      at = up;
    }
    return at;
  }

  marks(record: DecidedRecord): Map<string, string> {
    return this.#marks[this.root(record)] ?? new Map();
  }

  titles(record: DecidedRecord): ReadonlySet<string> {
    return this.#titles[this.root(record)] ?? new Set();
  }

  conflict(a: DecidedRecord, b: DecidedRecord): boolean {
    const left = this.marks(a);
    const right = this.marks(b);
    const [few, many] = left.size <= right.size ? [left, right] : [right, left];
    for (const [key, value] of few) {
      const other = many.get(key);
      if (other !== undefined && other !== value) return true;
    }
    return false;
  }

  /** Makes one set of two. Where their marks differ the mark of the larger set stays. */
  union(a: DecidedRecord, b: DecidedRecord): void {
    let [into, from] = [this.root(a), this.root(b)];
    if (into === from) return;
    if ((this.#size[into] ?? 0) < (this.#size[from] ?? 0)) [into, from] = [from, into];
    this.#parent[from] = into;
    this.#size[into] = (this.#size[into] ?? 0) + (this.#size[from] ?? 0);
    const marks = this.#marks[into];
    for (const [key, value] of this.#marks[from] ?? [])
      if (marks?.has(key) === false) marks.set(key, value);
    const titles = this.#titles[into];
    for (const title of this.#titles[from] ?? []) titles?.add(title);
  }

  /** Makes one set of two unless they differ in something they must not differ in. */
  tryUnion(a: DecidedRecord, b: DecidedRecord): boolean {
    if (this.root(a) === this.root(b)) return true;
    if (this.conflict(a, b)) return false;
    this.union(a, b);
    return true;
  }

  /** Members of each set, sets and members in the order of the records. */
  list(): DecidedRecord[][] {
    const lists = new Map<number, DecidedRecord[]>();
    for (const record of this.#records) addTo(lists, this.root(record), record);
    return [...lists.values()];
  }
}

/** The records each target names; an unknown target is reported. */
function resolve(
  targets: readonly Target[],
  correction: Correction,
  find: FindTarget<DecidedRecord>,
  messages: Message[],
): DecidedRecord[][] {
  return targets.map((target) => {
    const found = find(target);
    if (found.length === 0) {
      messages.push({
        code: 'correction-without-paper',
        severity: 'warning',
        source: correctionSource(correction),
        text: `No paper in the seeds answers to ${describeTarget(target)}.`,
        hint: 'Check the spelling against the seed, or delete the correction if its paper left the survey.',
      });
    }
    return found;
  });
}

function contradiction(correction: Correction, text: string): Message {
  return {
    code: 'corrections-contradict',
    severity: 'error',
    source: correctionSource(correction),
    text,
    hint: 'Say in one place what is one paper and what is two.',
  };
}

/** Begins the mark of a `keep_apart` correction, beside the marks that identifiers leave. */
const apartPrefix = 'keep apart ';

type KeepApart = Extract<Correction, { keep_apart: unknown }>;
type MergeNamed = Extract<Correction, { merge: unknown }>;

function keepApart(
  correction: KeepApart,
  find: FindTarget<DecidedRecord>,
  sets: Sets,
  messages: Message[],
): void {
  const mark = apartPrefix + correctionId(correction);
  resolve(correction.keep_apart, correction, find, messages).forEach((found, index) => {
    for (const record of found) {
      const marks = sets.marks(record);
      if (marks.has(mark)) {
        messages.push(
          contradiction(
            correction,
            `${record.source.key} answers to two of the papers to keep apart.`,
          ),
        );
      }
      marks.set(mark, String(index));
    }
  });
}

function mergeNamed(
  correction: MergeNamed,
  find: FindTarget<DecidedRecord>,
  sets: Sets,
  messages: Message[],
): void {
  const [first, ...rest] = resolve(correction.merge, correction, find, messages).flat();
  if (first === undefined) return;
  for (const record of rest) {
    const marks = sets.marks(record);
    const apart = [...sets.marks(first)].some(
      ([key, value]) => key.startsWith(apartPrefix) && (marks.get(key) ?? value) !== value,
    );
    if (apart) {
      messages.push(
        contradiction(
          correction,
          `${first.source.key} and ${record.source.key} are merged here and kept apart elsewhere.`,
        ),
      );
    } else sets.union(first, record);
  }
}

function mergeByIdentifier(records: readonly DecidedRecord[], sets: Sets): void {
  const holders = new Map<string, DecidedRecord[]>();
  for (const record of records) {
    for (const [scheme, value] of record.profile.identifiers)
      addTo(holders, `${scheme}:${value}`, record);
  }
  for (const [, [first, ...rest]] of sorted(holders)) {
    for (const record of rest) if (first !== undefined) sets.tryUnion(first, record);
  }
}

/** Entries by key, so that the order of the input does not show. */
function sorted<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

/** How many records of one block each record is compared with, at most. */
const comparisonsPerRecord = 32;

function mergeByTitle(records: readonly DecidedRecord[], sets: Sets): void {
  const blocks = new Map<string, DecidedRecord[]>();
  for (const record of records) {
    for (const title of record.profile.titles) addTo(blocks, title, record);
    for (const url of record.profile.urls) addTo(blocks, url, record);
  }
  for (const [, block] of sorted(blocks)) {
    if (block.length < 2) continue;
    const pairs = pairsOf(block).filter(
      ([a, b]) => sharesTitle(a.profile, b.profile) && agreeUnderOneTitle(a.profile, b.profile),
    );
    unionBestFirst(pairs, sets);
  }
}

/** True when two profiles have a title in common, or one has none (they then share an address). */
function sharesTitle(a: Profile, b: Profile): boolean {
  if (a.titles.length === 0 || b.titles.length === 0) return true;
  return a.titles.some((title) => b.titles.includes(title));
}

type Pair = readonly [DecidedRecord, DecidedRecord];

/** Pairs of a block: all of a small one; in a large one, each record with its neighbours in order of content. */
function pairsOf(block: readonly DecidedRecord[]): Pair[] {
  const pairs: Pair[] = [];
  block.forEach((a, index) => {
    for (const b of block.slice(index + 1, index + 1 + comparisonsPerRecord)) pairs.push([a, b]);
  });
  return pairs;
}

function resemblance([a, b]: Pair): number {
  const left = a.profile.abstract?.likeness;
  const right = b.profile.abstract?.likeness;
  return left === undefined || right === undefined ? 0 : overlap(left, right).resemblance;
}

/**
 * Unites pairs, the most alike first. A record that is equally like two papers that cannot be one stays apart from
 * both: which of them it is of cannot be told.
 */
function unionBestFirst(pairs: readonly Pair[], sets: Sets): void {
  const tiers = new Map<number, Pair[]>();
  for (const pair of pairs) addTo(tiers, resemblance(pair), pair);
  for (const [, tier] of [...tiers].sort(([a], [b]) => b - a)) {
    const open = tier.filter(([a, b]) => sets.root(a) !== sets.root(b) && mayUnite(a, b, sets));
    const partners = new Map<number, DecidedRecord[]>();
    for (const [a, b] of open) {
      addTo(partners, sets.root(a), b);
      addTo(partners, sets.root(b), a);
    }
    const torn = new Set<number>();
    for (const [root, others] of partners) {
      const marked = others.filter(
        (other) => sets.marks(other).size > 0 || sets.titles(other).size > 0,
      );
      const [first] = marked;
      if (
        first !== undefined &&
        marked.some(
          (other) => sets.root(other) !== sets.root(first) && !mayUnite(first, other, sets),
        )
      ) {
        torn.add(root);
      }
    }
    const roots = open.map(([a, b]): [Pair, number, number] => [
      [a, b],
      sets.root(a),
      sets.root(b),
    ]);
    for (const [[a, b], left, right] of roots) {
      if (!torn.has(left) && !torn.has(right) && mayUnite(a, b, sets)) sets.union(a, b);
    }
  }
}

/** True when nothing known of two sets says that they are two papers. */
function mayUnite(a: DecidedRecord, b: DecidedRecord, sets: Sets): boolean {
  if (sets.conflict(a, b)) return false;
  const left = sets.titles(a);
  const right = sets.titles(b);
  if (left.size === 0 || right.size === 0) return true;
  for (const title of left) if (right.has(title)) return true;
  return false;
}

function mergeByAbstract(records: readonly DecidedRecord[], sets: Sets): void {
  const pairs = lookAlikes(records).filter(
    ([a, b]) =>
      (a.profile.titles.length === 0 || b.profile.titles.length === 0) &&
      haveOneAbstract(a.profile, b.profile),
  );
  unionBestFirst(pairs, sets);
}

/** First words of an abstract under which a cut copy meets its whole. */
const openingLength = 60;
/** A run of words this many abstracts have is a set phrase and tells nothing. */
const setPhrase = 48;
/** So many hashes of their sketches must two abstracts share to be worth a comparison. */
const sharedHashes = 2;

/** Pairs of records whose abstracts share part of their sketch or their opening, each pair once. */
function lookAlikes(records: readonly DecidedRecord[]): Pair[] {
  const place = new Map(records.map((record, index) => [record, index]));
  const openings = new Map<string, DecidedRecord[]>();
  const hashes = new Map<number, DecidedRecord[]>();
  for (const record of records) {
    const text = record.profile.abstract?.likeness;
    if (text === undefined || text.words === 0) continue;
    addTo(openings, text.folded.slice(0, openingLength), record);
    for (const hash of sketch(text)) addTo(hashes, hash, record);
  }
  const hits = new Map<number, { pair: Pair; count: number }>();
  const hit = (pair: Pair, count: number) => {
    const key = (place.get(pair[0]) ?? 0) * records.length + (place.get(pair[1]) ?? 0);
    const known = hits.get(key);
    if (known === undefined) hits.set(key, { pair, count });
    else known.count += count;
  };
  for (const block of openings.values()) for (const pair of pairsOf(block)) hit(pair, sharedHashes);
  for (const block of hashes.values()) {
    if (block.length <= setPhrase) for (const pair of pairsOf(block)) hit(pair, 1);
  }
  return [...hits.values()].flatMap(({ pair, count }) => (count >= sharedHashes ? [pair] : []));
}

type Exclude = Extract<Correction, { exclude: unknown }>;

/** Takes the excluded papers out; a target with a seed takes out only the records of that seed. */
function exclude(
  corrections: readonly Correction[],
  find: FindTarget<DecidedRecord>,
  sets: Sets,
  messages: Message[],
): { kept: DecidedRecord[][]; leftOut: LeftOut[] } {
  const byRecord = new Map<DecidedRecord, Exclude>();
  const byRoot = new Map<number, Exclude>();
  for (const correction of corrections) {
    if (!('exclude' in correction)) continue;
    for (const record of resolve([correction.exclude], correction, find, messages).flat()) {
      if (correction.exclude.seed === undefined) byRoot.set(sets.root(record), correction);
      else byRecord.set(record, correction);
    }
  }
  const leftOut: LeftOut[] = [];
  const kept: DecidedRecord[][] = [];
  for (const members of sets.list()) {
    const staying = members.filter((record) => {
      const correction = byRecord.get(record) ?? byRoot.get(sets.root(record));
      if (correction !== undefined) leftOut.push({ record, correction, reason: correction.reason });
      return correction === undefined;
    });
    if (staying.length > 0) kept.push(staying);
  }
  return { kept, leftOut };
}

/** From here on two abstracts look so alike that a reader could take the papers for one. */
const twinResemblance = 0.5;

function findNearTwins(groups: readonly Group[], sets: Sets): void {
  const groupOf = new Map<DecidedRecord, number>();
  groups.forEach((group, index) => {
    for (const record of group.members) groupOf.set(record, index);
  });
  const records = groups
    .flatMap((group) => group.members)
    .sort((a, b) => compareText(a.profile.content, b.profile.content));
  const best = new Map<string, { a: number; b: number; share: number; title: boolean }>();
  const note = (pair: Pair, title: boolean) => {
    const [left = -1, right = -1] = pair.map((record) => groupOf.get(record) ?? -1);
    if (left === right) return;
    const [a, b] = left < right ? [left, right] : [right, left];
    const share = resemblance(pair);
    const known = best.get(`${a} ${b}`);
    best.set(`${a} ${b}`, {
      a,
      b,
      share: Math.max(share, known?.share ?? 0),
      title: title || (known?.title ?? false),
    });
  };
  for (const pair of lookAlikes(records))
    if (resemblance(pair) >= twinResemblance) note(pair, false);
  const byTitle = new Map<string, DecidedRecord[]>();
  for (const record of records)
    for (const title of record.profile.titles) addTo(byTitle, title, record);
  for (const block of byTitle.values())
    if (block.length > 1) for (const pair of pairsOf(block)) note(pair, true);
  for (const { a, b, share, title } of best.values()) {
    const [left, right] = [groups[a], groups[b]];
    if (left === undefined || right === undefined) continue;
    const reason = reasonFor(left, right, { share, title, sets });
    left.nearTwins.push({ group: b, reason });
    right.nearTwins.push({ group: a, reason });
  }
}

interface Alike {
  share: number;
  title: boolean;
  sets: Sets;
}

function reasonFor(a: Group, b: Group, alike: Alike): string {
  const { share, title } = alike;
  const common: string[] = [];
  if (title) common.push('the titles are the same');
  if (share >= nearIdentical)
    common.push(`the abstracts are almost the same (${percent(share)} of their wording)`);
  else if (share > 0) common.push(`the abstracts share ${percent(share)} of their wording`);
  return `${common.join(' and ')}, but ${differenceOf(a, b, alike)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function differenceOf(a: Group, b: Group, { title, sets }: Alike): string {
  const marks = (group: Group) =>
    new Map(group.members.flatMap((record) => [...sets.marks(record)]));
  const left = marks(a);
  const differing = [...marks(b)]
    .filter(([key, value]) => (left.get(key) ?? value) !== value)
    .map(([key]) => key);
  if (differing.some((key) => key.startsWith(apartPrefix))) return 'a correction keeps them apart';
  if (differing.length > 0) return 'the identifiers are different';
  return title ? 'nothing shows that they are one paper' : 'the titles are different';
}

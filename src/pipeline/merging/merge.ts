import type {
  Correction,
  Decision,
  Message,
  PermalinkLedger,
  Screened,
  Target,
} from '../../model/index.ts';
import { exclusionIn, isLeftOut, outcomeOf } from '../../screening/index.ts';
import {
  compareCorrections,
  correctionId,
  correctionSource,
  type CorrectedRecord,
  unanswered,
} from './correct.ts';
import { identifierKey } from '../reading/index.ts';
import {
  keysOfTarget,
  type Ruling,
  type SplitRuling,
  lineToWrite,
  nameApart,
  writing,
  agreeUnderOneTitle,
  haveOneAbstract,
  setsAgree,
  type Profile,
  type FindKey,
  type FindTarget,
  indexTargets,
  isReleased,
} from '../naming/index.ts';
import { toPlain } from '../../text/index.ts';
import { lookAlikes, type Pair, pairsOf, resemblance } from './look-alikes.ts';
import { nearTwins } from './near-twins.ts';
import { addTo, compareText, unique } from '../lists.ts';
import {
  contradiction as contested,
  decisionOf,
  keysOfName,
  layOnDecisions,
} from '../screening/index.ts';
import { apartPrefix, RecordSets } from './record-sets.ts';
import { type PageWords, wordsFor } from '../../words/index.ts';

/** Records that describe one paper, and the groups that look like it and are not it. */
export interface Group {
  /** Equal groups have equal members whatever the order of the input. */
  members: CorrectedRecord[];
  /** Index of the other group, and why the two stay apart. */
  nearTwins: { group: number; reason: string }[];
  /** The `merge` corrections that name a member. */
  merges: Ruling[];
  /** What the decisions on it come to. */
  screened: Screened;
}

/** A record that a correction leaves out of a paper that stays. */
export interface LeftOut {
  record: CorrectedRecord;
  correction: Exclude;
}

/** A paper that decisions leave out. */
export interface Excluded {
  members: CorrectedRecord[];
  screened: Screened;
}

export interface Merged {
  groups: Group[];
  excluded: Excluded[];
  leftOut: LeftOut[];
  /** What leaves papers out, whether it found a record or not. */
  exclusions: Ruling[];
  /** What the `split` corrections say, by place in the list of groups. */
  splits: SplitRuling[];
  messages: Message[];
}

/** What corrections that speak of whole papers are carried out with. */
interface Court {
  records: readonly CorrectedRecord[];
  find: FindTarget<CorrectedRecord>;
  findKey: FindKey<CorrectedRecord>;
  ledger: PermalinkLedger;
  sets: RecordSets;
  messages: Message[];
}

/**
 * Groups records into papers: first by identifier, then by equal title with agreeing abstracts, then, where a title is
 * missing, by near-identical abstract. Two different values of one scheme never meet in a group unless a correction
 * says so. The groups depend on what the records say, not on their order or the names of their files; the work is near
 * linear in the size of the input, because only records that share a key are compared.
 *
 * @param words in which near-twins are told apart
 * @param decisions those of a table; where there is one, papers wait for theirs
 */
export function merge(
  input: readonly CorrectedRecord[],
  corrections: readonly Correction[],
  ledger: PermalinkLedger,
  words = wordsFor('en'),
  decisions?: readonly Decision[],
): Merged {
  const messages: Message[] = [];
  const records = input.toSorted((a, b) => compareText(a.profile.content, b.profile.content));
  const { find, findKey } = indexTargets(records, ledger, corrections);
  const sets = new RecordSets(records);
  const court: Court = { records, find, findKey, ledger, sets, messages };
  const mergesOf = new Map<CorrectedRecord, Ruling[]>();
  const ordered = corrections.toSorted(compareCorrections);
  for (const correction of ordered) {
    if ('keep_apart' in correction) keepApart(correction, correction.keep_apart, court);
    if ('split' in correction)
      keepApart(correction, [correction.keeps, ...correction.leaves], court);
  }
  for (const correction of ordered) {
    if ('merge' in correction) mergeNamed(correction, court, mergesOf);
  }
  mergeByIdentifier(records, sets);
  const likenesses = [...mergeByTitle(records, sets), ...mergeByAbstract(records, sets)];
  const { staying, excluded, leftOut, exclusions } = exclude(ordered, decisions, court, words);
  const kept = staying.map(({ members }) => members);
  const groups = staying.map(({ members, screened }): Group => ({
    members,
    screened,
    nearTwins: [],
    merges: unique(members.flatMap((record) => mergesOf.get(record) ?? [])),
  }));
  for (const { a, b, reason, identifier } of nearTwins(kept, sets, words)) {
    groups[a]?.nearTwins.push({ group: b, reason });
    groups[b]?.nearTwins.push({ group: a, reason });
    if (identifier !== undefined) messages.push(sharedIdentifier(identifier, kept[a], kept[b]));
  }
  const groupOf = new Map(
    groups.flatMap(({ members }, index) => members.map((record) => [record, index] as const)),
  );
  const indicesOf = (targets: readonly Target[]) =>
    unique(targets.flatMap(find).flatMap((record) => groupOf.get(record) ?? []));
  const splits = ordered.flatMap((correction) =>
    'split' in correction
      ? [
          {
            permalink: correction.split,
            reason: correction.reason,
            keeps: indicesOf([correction.keeps]),
            leaves: indicesOf(correction.leaves),
          },
        ]
      : [],
  );
  messages.push(...likenesses.map((likeness) => mergedByLikeness(likeness)));
  return { groups, excluded, leftOut, exclusions, splits, messages };
}

function sharedIdentifier(
  identifier: string,
  ...papers: readonly (readonly CorrectedRecord[] | undefined)[]
): Message {
  const keys = papers.flatMap((members) => members?.[0]?.source.key ?? []).sort(compareText);
  return {
    code: 'identifier-of-two-papers',
    severity: 'warning',
    text: `Two papers have the identifier ${identifier} (${keys.join(', ')}) and differ in another one.`,
    hint: 'If they are one paper, merge them in a correction; if not, set the right identifiers.',
  };
}

/** The records each target names; a target is reported that names neither a record nor, where that is enough, a released paper. */
function resolve(
  targets: readonly Target[],
  correction: Correction,
  { find, ledger, messages }: Court,
): CorrectedRecord[][] {
  const mayBeGone = !('keep_apart' in correction);
  return targets.map((target) => {
    const found = find(target);
    if (found.length === 0 && !(mayBeGone && isReleased(target, ledger)))
      messages.push(unanswered(correction, target));
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

type MergeNamed = Extract<Correction, { merge: unknown }>;

/** A correction with every key that its targets and their records go by. */
function rulingOf(
  correction: Correction,
  targets: readonly Target[],
  records: readonly CorrectedRecord[],
): Ruling {
  const keys = new Set(targets.flatMap(keysOfTarget));
  for (const { identifiers, profile } of records) {
    for (const { value } of identifiers) keys.add(identifierKey(value));
    for (const title of profile.titles) keys.add(`title:${title}`);
  }
  return { correction, keys };
}

function keepApart(correction: Correction, targets: readonly Target[], court: Court): void {
  const { sets, messages } = court;
  const mark = apartPrefix + correctionId(correction);
  resolve(targets, correction, court).forEach((found, index) => {
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
  court: Court,
  mergesOf: Map<CorrectedRecord, Ruling[]>,
): void {
  const { sets, messages } = court;
  const records = resolve(correction.merge, correction, court).flat();
  const ruling = rulingOf(correction, correction.merge, records);
  for (const record of records) addTo(mergesOf, record, ruling);
  const [first, ...rest] = records;
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

function mergeByIdentifier(records: readonly CorrectedRecord[], sets: RecordSets): void {
  const holders = new Map<string, CorrectedRecord[]>();
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

/** Unites records under one title; returns the pairs it took for one paper. */
function mergeByTitle(records: readonly CorrectedRecord[], sets: RecordSets): Pair[] {
  const blocks = new Map<string, CorrectedRecord[]>();
  for (const record of records) {
    for (const title of record.profile.titles) addTo(blocks, title, record);
    for (const url of record.profile.urls) addTo(blocks, url, record);
  }
  return sorted(blocks).flatMap(([, block]) => {
    if (block.length < 2) return [];
    const pairs = pairsOf(block).filter(
      ([a, b]) => sharesTitle(a.profile, b.profile) && agreeUnderOneTitle(a.profile, b.profile),
    );
    return unionBestFirst(pairs, sets);
  });
}

/** True when two profiles have a title in common, or one has none (they then share an address). */
function sharesTitle(a: Profile, b: Profile): boolean {
  if (a.titles.length === 0 || b.titles.length === 0) return true;
  return a.titles.some((title) => b.titles.includes(title));
}

/**
 * Unites pairs, the most alike first. A record that is equally like two papers that cannot be one stays apart from
 * both: which of them it is of cannot be told. Returns the pairs that brought two sets together.
 */
function unionBestFirst(pairs: readonly Pair[], sets: RecordSets): Pair[] {
  const united: Pair[] = [];
  const tiers = new Map<number, Pair[]>();
  for (const pair of pairs) addTo(tiers, resemblance(pair), pair);
  for (const [, tier] of [...tiers].sort(([a], [b]) => b - a)) {
    const open = tier.filter(([a, b]) => sets.root(a) !== sets.root(b) && mayUnite(a, b, sets));
    const partners = new Map<number, CorrectedRecord[]>();
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
      if (torn.has(left) || torn.has(right) || sets.root(a) === sets.root(b)) continue;
      if (!mayUnite(a, b, sets)) continue;
      sets.union(a, b);
      united.push([a, b]);
    }
  }
  return united;
}

/** True when nothing known of two sets says that they are two papers. */
function mayUnite(a: CorrectedRecord, b: CorrectedRecord, sets: RecordSets): boolean {
  if (sets.conflict(a, b)) return false;
  const left = sets.titles(a);
  const right = sets.titles(b);
  const titled = left.size > 0 && right.size > 0;
  if (titled && left.isDisjointFrom(right)) return false;
  return setsAgree(sets.faces(a), sets.faces(b));
}

/** Unites an untitled record with the one that has its abstract; returns the pairs it took for one paper. */
function mergeByAbstract(records: readonly CorrectedRecord[], sets: RecordSets): Pair[] {
  const pairs = lookAlikes(records).filter(
    ([a, b]) =>
      (a.profile.titles.length === 0 || b.profile.titles.length === 0) &&
      haveOneAbstract(a.profile, b.profile),
  );
  return unionBestFirst(pairs, sets);
}

/** That two records were taken for one paper without an identifier in common. */
function mergedByLikeness(pair: Pair): Message {
  const [a, b] = pair.toSorted((left, right) => compareText(left.source.key, right.source.key));
  const title = pair.flatMap(({ source }) => source.fields.title?.value ?? [])[0];
  const share = Math.round(resemblance(pair) * 100);
  const common = [
    ...(pair.every(({ profile }) => profile.titles.length > 0) ? ['title'] : []),
    ...(share > 0 ? [`${share} % of the wording of their abstracts`] : []),
  ];
  const [first, second] = nameApart(pair.map(nameableRecord));
  return {
    code: 'merged-by-likeness',
    severity: 'note',
    text: `${a?.source.key} and ${b?.source.key}${title === undefined ? '' : ` (“${toPlain(title.rich)}”)`} were taken for one paper, as they share ${common.length === 0 ? 'an address' : common.join(' and ')}.`,
    ...(first === undefined || second === undefined
      ? {}
      : {
          hint: `If they are two, ${writing(lineToWrite({ keep_apart: [first, second], reason: 'Two papers.' }))}.`,
        }),
  };
}

function nameableRecord({ source, identifiers, profile }: CorrectedRecord) {
  const { title, abstract } = source.fields;
  return {
    identifiers,
    titles: title === undefined || profile.titles.length === 0 ? [] : [title.value.source],
    abstract: abstract === undefined ? undefined : toPlain(abstract.value.rich),
    seeds: [source.seed],
  };
}

type Exclude = Extract<Correction, { exclude: unknown }>;

/**
 * Takes the excluded papers out, by corrections and by the decisions on them; a target with a seed takes out only the
 * records of that seed.
 */
function exclude(
  corrections: readonly Correction[],
  decisions: readonly Decision[] | undefined,
  court: Court,
  words: PageWords,
): { staying: Excluded[]; excluded: Excluded[]; leftOut: LeftOut[]; exclusions: Ruling[] } {
  const { sets, messages } = court;
  const byRecord = new Map<CorrectedRecord, Exclude>();
  const byRoot = new Map<number, Exclude>();
  for (const correction of corrections) {
    if (!('exclude' in correction)) continue;
    for (const record of resolve([correction.exclude], correction, court).flat()) {
      if (correction.exclude.seed === undefined) byRoot.set(sets.root(record), correction);
      else byRecord.set(record, correction);
    }
  }
  const paperOf = (record: CorrectedRecord) => sets.root(record);
  const laidOn = layOnDecisions(decisions ?? [], { ...court, paperOf });
  messages.push(...laidOn.messages);
  const leftOut: LeftOut[] = [];
  const staying: Excluded[] = [];
  const excluded: Excluded[] = [];
  const rulings: Ruling[] = [];
  const gone = new Map<Exclude, CorrectedRecord[]>();
  for (const all of sets.list()) {
    const [first] = all;
    if (first === undefined) continue;
    const whole = byRoot.get(sets.root(first));
    const members = whole ? all : all.filter((record) => !byRecord.has(record));
    const own = laidOn.byPaper.get(sets.root(first)) ?? [];
    // Records of one seed alone were all that was of the paper.
    const correction = whole ?? (members.length === 0 ? byRecord.get(first) : undefined);
    const ruling = correction && decisionOf(correction);
    const screened = outcomeOf(own, ruling, decisions !== undefined);
    if (screened.contested !== undefined) messages.push(contested(nameOfRecord(first), screened));
    if (isLeftOut(screened.outcome)) {
      excluded.push({ members: all, screened });
      if (correction) gone.set(correction, [...(gone.get(correction) ?? []), ...all]);
      else {
        const correction = screeningExclusion(screened, words);
        rulings.push({ ...rulingOf(correction, [], all), by: 'screening' });
      }
      continue;
    }
    staying.push({ members, screened });
    for (const record of all) {
      const partly = byRecord.get(record);
      if (partly === undefined) continue;
      leftOut.push({ record, correction: partly });
      addTo(gone, partly, record);
    }
  }
  const exclusions = corrections.flatMap((correction) =>
    'exclude' in correction
      ? // With a paper goes all that was merged into it.
        [rulingOf(correction, [correction.exclude], gone.get(correction) ?? [])]
      : [],
  );
  for (const [permalink, absent] of laidOn.absent) {
    const screened = outcomeOf(absent, undefined, true);
    if (!isLeftOut(screened.outcome)) continue;
    const keys = new Set([
      `permalink:${permalink}`,
      ...absent.flatMap(({ names }) => names.flatMap(keysOfName)),
    ]);
    const correction = screeningExclusion(screened, words);
    rulings.push({ correction, keys, by: 'screening' });
  }
  return { staying, excluded, leftOut, exclusions: [...exclusions, ...rulings] };
}

/** What decisions leave out, as the correction that would. */
function screeningExclusion(screened: Screened, words: PageWords): Exclude & Correction {
  const { reason, file, line = 1 } = exclusionIn(screened, words);
  return { exclude: {}, reason, file, line };
}

function nameOfRecord({ source: { key, fields } }: CorrectedRecord): string {
  const title = fields.title?.value.rich;
  return title === undefined ? key : toPlain(title);
}

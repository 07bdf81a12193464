import type { CorrectedRecord } from './correct.ts';
import { nearIdentical } from '../reading/index.ts';
import { lookAlikes, type Pair, pairsOf, resemblance } from './look-alikes.ts';
import { addTo, compareText } from '../lists.ts';
import { apartPrefix, type RecordSets } from './record-sets.ts';
import type { PageWords } from '../../words/index.ts';

/** From here on two abstracts look so alike that a reader could take the papers for one. */
const twinResemblance = 0.5;

/** A title of more records than this is a heading, not a name: `Editorial`. */
const commonTitle = 8;

/** Two papers that look alike, by their places in the list of groups. */
export interface Twins {
  a: number;
  b: number;
  /** In words for the reader: what they have in common, and what keeps them apart. */
  reason: string;
  /** An identifier that both have, where they have one: `arxiv:2501.00001`. */
  identifier?: string;
}

interface Alike {
  /** Share of the wording of their abstracts. */
  share: number;
  title: boolean;
  identifier?: string;
}

type Members = readonly CorrectedRecord[];

/** The pairs of papers that share an identifier, a title or half of their abstract, and yet are two. */
export function nearTwins(groups: readonly Members[], sets: RecordSets, words: PageWords): Twins[] {
  const groupOf = new Map(
    groups.flatMap((members, index) => members.map((record) => [record, index])),
  );
  const records = groups.flat().sort((a, b) => compareText(a.profile.content, b.profile.content));
  const alikes = new Map<number, Alike>();
  const note = (pair: Pair, alike: Omit<Alike, 'share'>) => {
    const [left = -1, right = -1] = pair.map((record) => groupOf.get(record) ?? -1);
    if (left === right) return;
    const key = Math.min(left, right) * groups.length + Math.max(left, right);
    const known = alikes.get(key) ?? { share: 0, title: false };
    alikes.set(key, {
      ...known,
      ...alike,
      title: known.title || alike.title,
      share: Math.max(known.share, resemblance(pair)),
    });
  };
  for (const pair of lookAlikes(records)) {
    if (resemblance(pair) >= twinResemblance) note(pair, { title: false });
  }
  const byTitle = new Map<string, CorrectedRecord[]>();
  const byIdentifier = new Map<string, CorrectedRecord[]>();
  for (const record of records) {
    for (const title of record.profile.titles) addTo(byTitle, title, record);
    for (const [scheme, value] of record.profile.identifiers) {
      addTo(byIdentifier, `${scheme}:${value}`, record);
    }
  }
  for (const block of byTitle.values()) {
    if (block.length > commonTitle) continue;
    for (const pair of pairsOf(block)) note(pair, { title: true });
  }
  for (const [identifier, block] of byIdentifier) {
    for (const pair of pairsOf(block)) note(pair, { title: false, identifier });
  }
  return [...alikes].map(([key, alike]) => {
    const [a, b] = [Math.floor(key / groups.length), key % groups.length];
    const reason = reasonFor(alike, differing(groups[a] ?? [], groups[b] ?? [], sets), words);
    const { identifier } = alike;
    return { a, b, reason, ...(identifier === undefined ? {} : { identifier }) };
  });
}

function reasonFor(
  { share, title, identifier }: Alike,
  differences: readonly string[],
  { found: { alike: say }, percent }: PageWords,
): string {
  const shared = percent(Math.round(share * 100));
  const common = [
    ...(identifier === undefined ? [] : [say.identifier]),
    ...(title ? [say.title] : []),
    ...(share >= nearIdentical ? [say.almost(shared)] : share > 0 ? [say.share(shared)] : []),
  ];
  return say.but(common, say.apart[parted(title, identifier, differences)]);
}

function parted(
  title: boolean,
  identifier: string | undefined,
  differences: readonly string[],
): keyof PageWords['found']['alike']['apart'] {
  if (differences.some((key) => key.startsWith(apartPrefix))) return 'correction';
  if (differences.length > 0) return identifier === undefined ? 'identifiers' : 'others';
  return title ? 'unproven' : 'titles';
}

/** What two papers have different values for: schemes of identifiers, or the mark of a correction. */
function differing(a: Members, b: Members, sets: RecordSets): string[] {
  const marks = (members: Members) => new Map(members.flatMap((record) => [...sets.marks(record)]));
  const left = marks(a);
  return [...marks(b)]
    .filter(([key, value]) => (left.get(key) ?? value) !== value)
    .map(([key]) => key);
}

import type { CorrectedRecord } from './correct.ts';
import { overlap, sketch } from '../reading/index.ts';
import { addTo } from '../lists.ts';

/** Two records that may have to do with each other. */
export type Pair = readonly [CorrectedRecord, CorrectedRecord];

/** How many records of one block each record is compared with, at most. */
const comparisonsPerRecord = 32;

/** Pairs of a block: all of a small one; in a large one, each record with its neighbours in order of content. */
export function pairsOf(block: readonly CorrectedRecord[]): Pair[] {
  const pairs: Pair[] = [];
  block.forEach((a, index) => {
    for (const b of block.slice(index + 1, index + 1 + comparisonsPerRecord)) pairs.push([a, b]);
  });
  return pairs;
}

/** How much of their wording the abstracts of two records share, 0 to 1. */
export function resemblance([a, b]: Pair): number {
  const left = a.profile.abstract?.likeness;
  const right = b.profile.abstract?.likeness;
  return left === undefined || right === undefined ? 0 : overlap(left, right).resemblance;
}

/** First words of an abstract under which a cut copy meets its whole. */
const openingLength = 60;
/** A run of words this many abstracts have is a set phrase and tells nothing. */
const setPhrase = 48;
/** So many hashes of their sketches must two abstracts share to be worth a comparison. */
const sharedHashes = 2;

/** Pairs of records whose abstracts share part of their sketch or their opening, each pair once. */
export function lookAlikes(records: readonly CorrectedRecord[]): Pair[] {
  const place = new Map(records.map((record, index) => [record, index]));
  const openings = new Map<string, CorrectedRecord[]>();
  const hashes = new Map<number, CorrectedRecord[]>();
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

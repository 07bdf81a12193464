import type { RichText } from '../../model/index.ts';
import { fold, toPlain } from '../../text/index.ts';
import { hash32 } from '../hashes.ts';

/** Words per shingle: long enough that two papers on one subject share few, short enough to survive a changed word. */
const shingleLength = 3;
/** How many of a text's smallest shingle hashes stand for it when look-alikes are sought. */
const sketchSize = 24;

/** A text made ready for comparing. */
export interface Likeness {
  /** Letters and digits only, case, accents and TeX folded away. */
  folded: string;
  words: number;
  /** Hashes of its runs of three words, ascending, each once. */
  shingles: Uint32Array;
}

/** Case, accents, punctuation, TeX and spaces folded away: two titles are equal when their keys are. */
export function titleKey(title: RichText): string {
  return fold(toPlain(title)).replaceAll(' ', '');
}

/** A text of words made ready for comparing. */
export function likeness(text: RichText): Likeness {
  const folded = fold(toPlain(text));
  const words = folded.split(' ').filter((word) => word !== '');
  const ofWords = words.map(hash32);
  const hashes = new Set<number>();
  const last = Math.max(0, words.length - shingleLength);
  for (let start = 0; start <= last && words.length > 0; start += 1) {
    let hash = 0;
    for (let at = start; at < start + shingleLength; at += 1) {
      hash = Math.imul(hash ^ (ofWords[at] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hashes.add(hash >>> 0);
  }
  return { folded: words.join(''), words: words.length, shingles: Uint32Array.from(hashes).sort() };
}

/** The smallest hashes of a text: two texts that share much share some of these. */
export function sketch({ shingles }: Likeness): Uint32Array {
  return shingles.subarray(0, sketchSize);
}

/** How much two texts share. */
export interface Overlap {
  /** Shared runs of three words by all runs of either, 0 to 1. */
  resemblance: number;
  /** Shared runs by the runs of the shorter text, 0 to 1. */
  containment: number;
}

/** How much two texts share; nothing when one of them is empty. */
export function overlap(a: Likeness, b: Likeness): Overlap {
  if (a.shingles.length === 0 || b.shingles.length === 0) return { resemblance: 0, containment: 0 };
  if (a.folded === b.folded) return { resemblance: 1, containment: 1 };
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.shingles.length && j < b.shingles.length) {
    const left = a.shingles[i] ?? 0;
    const right = b.shingles[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const union = a.shingles.length + b.shingles.length - shared;
  return {
    resemblance: shared / union,
    containment: shared / Math.min(a.shingles.length, b.shingles.length),
  };
}

/** From here on two abstracts are one text with small changes. */
export const nearIdentical = 0.85;
/** From here on two abstracts under one title are versions of one text. */
const sameTitleVersion = 0.3;

/** A text and whether it stops before its end. */
export interface Excerpt {
  likeness: Likeness;
  truncated: boolean;
}

/** True when two abstracts are one text with small changes, or the cut one is the beginning of the other. */
export function isNearIdentical(a: Excerpt, b: Excerpt): boolean {
  const shared = overlap(a.likeness, b.likeness);
  if (shared.resemblance >= nearIdentical) return true;
  return shorterIsCut(a, b) && shared.containment >= nearIdentical;
}

/** True when two abstracts that stand under one title can be versions of one text. */
export function areVersions(a: Excerpt, b: Excerpt): boolean {
  const shared = overlap(a.likeness, b.likeness);
  if (shared.resemblance >= sameTitleVersion) return true;
  return shorterIsCut(a, b) && shared.containment >= nearIdentical;
}

function shorterIsCut(a: Excerpt, b: Excerpt): boolean {
  return a.likeness.words <= b.likeness.words ? a.truncated : b.truncated;
}

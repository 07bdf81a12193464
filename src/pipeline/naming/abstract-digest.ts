import { hex } from '../hashes.ts';
import { type Likeness, likeness, sketch } from '../reading/index.ts';
import type { Unnamed } from './unnamed.ts';

/** Hashes of an abstract that the ledger keeps. */
const kept = 8;
/** So many of them make an abstract the same one, title or not. */
const sameAbstract = 6;

/** What the ledger keeps of a work's abstract; undefined when it has none. */
export function abstractDigest(work: Unnamed): string | undefined {
  const abstract = work.fields.abstract?.value;
  if (abstract === undefined) return undefined;
  const hashes = [...sketch(likeness(abstract.rich)).subarray(0, kept)];
  return hashes.length === 0 ? undefined : hashes.map(hex).join(' ');
}

/** How the abstract of a work compares with the one an entry had. */
export type AbstractMatch = 'same' | 'alike' | 'other' | 'unknown';

/** Compares the abstract that an entry had at its release with one of now. */
export function matchAbstract(
  digest: string | undefined,
  abstract: Likeness | undefined,
): AbstractMatch {
  if (digest === undefined || abstract === undefined || abstract.shingles.length === 0)
    return 'unknown';
  const had = digest.split(' ');
  const has = new Set(Array.from(abstract.shingles, hex));
  const shared = had.filter((hash) => has.has(hash)).length;
  if (shared >= Math.min(sameAbstract, had.length)) return 'same';
  return shared > 0 ? 'alike' : 'other';
}

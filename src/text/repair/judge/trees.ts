/**
 * A sum of small decision trees over numbers. Each tree is complete: the split of node `k` (0 is the root) sends a row
 * whose number is at most the threshold to node 2k + 1, another to 2k + 2; the leaves follow the splits.
 */
export interface Trees {
  /** Splits of a path from root to leaf. */
  depth: number;
  /** For each split of each tree: which number it looks at. */
  features: Uint8Array;
  thresholds: Float64Array;
  /** What each leaf of each tree adds. */
  leaves: Float64Array;
}

/** The sum of the leaves a row falls into. Takes time linear in trees times depth. */
export function treeSum(
  { depth, features, thresholds, leaves }: Trees,
  row: readonly number[],
): number {
  const splits = (1 << depth) - 1;
  const count = features.length / splits;
  let sum = 0;
  for (let tree = 0; tree < count; tree++) {
    let node = 0;
    for (let level = 0; level < depth; level++) {
      const at = tree * splits + node;
      const value = row[features[at] ?? 0] ?? 0;
      node = 2 * node + (value <= (thresholds[at] ?? 0) ? 1 : 2);
    }
    sum += leaves[tree * (splits + 1) + node - splits] ?? 0;
  }
  return sum;
}

import { MOST } from '../../src/text/repair/judge/evidence.ts';
import type { Trees } from '../../src/text/repair/judge/trees.ts';

/** Rows of numbers no greater than {@link MOST}, whether each is positive, and what it counts. */
export interface BoostingData {
  rows: readonly (readonly number[])[];
  labels: readonly boolean[];
  weights: readonly number[];
}

export interface BoostingOptions {
  trees: number;
  depth: number;
  /** How much of a leaf's best value is taken. */
  rate: number;
  /** Shrinks leaves of little weight. */
  l2: number;
  /** Least sum of second derivatives in a leaf. */
  least: number;
}

/** Thresholds tried for each number. */
const BINS = 64;

/** Values that part a number's sorted values into bins of like size. */
function binEdges(rows: BoostingData['rows'], feature: number): number[] {
  const values = rows.map((row) => row[feature] ?? 0).sort((a, b) => a - b);
  const edges: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const value = values[Math.floor((bin * values.length) / BINS)] ?? 0;
    if (edges.length === 0 || value > (edges.at(-1) ?? 0)) edges.push(value);
  }
  // At most the last edge is split from the rest: the greatest value is no edge.
  if ((edges.at(-1) ?? 0) >= (values.at(-1) ?? 0)) edges.pop();
  return edges;
}

/**
 * Gradient boosting of complete trees for the logistic loss, by histograms (Chen and Guestrin, "XGBoost", 2016).
 * Deterministic.
 */
export function boost({ rows, labels, weights }: BoostingData, options: BoostingOptions): Trees {
  const { trees, depth, rate, l2, least } = options;
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, f) => binEdges(rows, f));
  const bins = edges.map((own, f) =>
    Uint8Array.from(rows, (row) => {
      const value = row[f] ?? 0;
      let [low, high] = [0, own.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (own[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      return low;
    }),
  );
  const splits = (1 << depth) - 1;
  const out: Trees = {
    depth,
    features: new Uint8Array(trees * splits),
    thresholds: new Float64Array(trees * splits),
    leaves: new Float64Array(trees * (splits + 1)),
  };
  const sums = new Float64Array(n);
  const gradients = new Float64Array(n);
  const curvatures = new Float64Array(n);
  const nodes = new Uint16Array(n);
  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(sums[i] ?? 0)));
      const weight = weights[i] ?? 1;
      gradients[i] = (p - (labels[i] === true ? 1 : 0)) * weight;
      curvatures[i] = Math.max(p * (1 - p), 1e-6) * weight;
    }
    nodes.fill(0);
    for (let level = 0; level < depth; level++) {
      const first = (1 << level) - 1;
      const count = 1 << level;
      const best = Array.from({ length: count }, () => ({ gain: 0, feature: 0, bin: BINS }));
      for (let f = 0; f < width; f++) {
        const own = edges[f] ?? [];
        if (own.length === 0) continue;
        const g = new Float64Array(count * BINS);
        const h = new Float64Array(count * BINS);
        const column = bins[f] ?? new Uint8Array();
        for (let i = 0; i < n; i++) {
          const at = ((nodes[i] ?? 0) - first) * BINS + (column[i] ?? 0);
          g[at] = (g[at] ?? 0) + (gradients[i] ?? 0);
          h[at] = (h[at] ?? 0) + (curvatures[i] ?? 0);
        }
        for (let node = 0; node < count; node++) {
          let [gAll, hAll] = [0, 0];
          for (let bin = 0; bin < BINS; bin++) {
            gAll += g[node * BINS + bin] ?? 0;
            hAll += h[node * BINS + bin] ?? 0;
          }
          const whole = (gAll * gAll) / (hAll + l2);
          let [gLeft, hLeft] = [0, 0];
          for (let bin = 0; bin < own.length; bin++) {
            gLeft += g[node * BINS + bin] ?? 0;
            hLeft += h[node * BINS + bin] ?? 0;
            const hRight = hAll - hLeft;
            if (hLeft < least || hRight < least) continue;
            const gRight = gAll - gLeft;
            const gain = (gLeft * gLeft) / (hLeft + l2) + (gRight * gRight) / (hRight + l2) - whole;
            const known = best[node];
            if (known && gain > known.gain + 1e-9) best[node] = { gain, feature: f, bin };
          }
        }
      }
      for (const [node, { feature, bin, gain }] of best.entries()) {
        const at = tree * splits + first + node;
        out.features[at] = feature;
        // Without a gain all rows go left.
        out.thresholds[at] = gain > 0 ? (edges[feature]?.[bin] ?? 0) : MOST;
      }
      for (let i = 0; i < n; i++) {
        const node = nodes[i] ?? 0;
        const { feature, bin, gain } = best[node - first] ?? { feature: 0, bin: BINS, gain: 0 };
        const left = gain === 0 || (bins[feature]?.[i] ?? 0) <= bin;
        nodes[i] = 2 * node + (left ? 1 : 2);
      }
    }
    const g = new Float64Array(splits + 1);
    const h = new Float64Array(splits + 1);
    for (let i = 0; i < n; i++) {
      const leaf = (nodes[i] ?? 0) - splits;
      g[leaf] = (g[leaf] ?? 0) + (gradients[i] ?? 0);
      h[leaf] = (h[leaf] ?? 0) + (curvatures[i] ?? 0);
    }
    for (let leaf = 0; leaf <= splits; leaf++) {
      out.leaves[tree * (splits + 1) + leaf] = (-rate * (g[leaf] ?? 0)) / ((h[leaf] ?? 0) + l2);
    }
    for (let i = 0; i < n; i++) {
      sums[i] = (sums[i] ?? 0) + (out.leaves[tree * (splits + 1) + (nodes[i] ?? 0) - splits] ?? 0);
    }
  }
  return out;
}

import { exp, sigmoid } from '../exact.ts';
import { type Inputs, TRAITS } from './inputs.ts';

/** A table of rows. */
export interface Matrix {
  columns: number;
  values: Float32Array;
}

/** A layer that goes through a text in one direction: gated recurrent units (Cho et al., 2014). */
export interface Gates {
  /** Three rows for each unit: all of the reset gates, then all of the update gates, then all candidates. */
  input: Matrix;
  inputBias: Float32Array;
  state: Matrix;
  stateBias: Float32Array;
}

/** What `bench/math-model` learnt of tokens in a row. */
export interface Network {
  words: ReadonlyMap<string, number>;
  wordRows: Matrix;
  partRows: Matrix;
  traitRows: Matrix;
  /** Two layers, each forwards and backwards. */
  layers: readonly (readonly [Gates, Gates])[];
  inner: Matrix;
  innerBias: Float32Array;
  last: Matrix;
  lastBias: Float32Array;
}

/** Numbers the network says of each token: four of the token's tag, four of the tag of the blank before it. */
export const OUTPUTS = 8;

/**
 * `matrix` times each of `count` rows, plus `bias`, into `out`. Sums go from the first column to the last, so that the
 * result is the same on every machine; four of them at once keep a processor busy.
 */
function dense(
  rows: Float64Array,
  count: number,
  { columns, values }: Matrix,
  bias: Float32Array,
  out: Float64Array,
): Float64Array {
  const height = bias.length;
  for (let j = 0; j < height; j += 4) {
    const w0 = j * columns;
    const w1 = w0 + columns;
    const w2 = w1 + columns;
    const w3 = w2 + columns;
    const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = bias.subarray(j, j + 4);
    for (let i = 0; i < count; i++) {
      let a = b0;
      let b = b1;
      let c = b2;
      let d = b3;
      const row = i * columns;
      for (let k = 0; k < columns; k++) {
        const x = rows[row + k] ?? 0;
        a += x * (values[w0 + k] ?? 0);
        b += x * (values[w1 + k] ?? 0);
        c += x * (values[w2 + k] ?? 0);
        d += x * (values[w3 + k] ?? 0);
      }
      const at = i * height + j;
      out[at] = a;
      out[at + 1] = b;
      out[at + 2] = c;
      out[at + 3] = d;
    }
  }
  return out;
}

/** The same into a table of its own. */
const denseOf = (rows: Float64Array, count: number, matrix: Matrix, bias: Float32Array) =>
  dense(rows, count, matrix, bias, new Float64Array(count * bias.length));

/** One direction of a layer; its states go to every second half row of `out`. */
function pass(
  rows: Float64Array,
  count: number,
  gates: Gates,
  backwards: boolean,
  out: Float64Array,
): void {
  const units = gates.state.columns;
  const input = denseOf(rows, count, gates.input, gates.inputBias);
  const state = new Float64Array(units);
  const own = new Float64Array(3 * units);
  for (let step = 0; step < count; step++) {
    const i = backwards ? count - 1 - step : step;
    dense(state, 1, gates.state, gates.stateBias, own);
    const from = 3 * units * i;
    for (let u = 0; u < units; u++) {
      const reset = sigmoid((input[from + u] ?? 0) + (own[u] ?? 0));
      const keep = sigmoid((input[from + units + u] ?? 0) + (own[units + u] ?? 0));
      const sum = (input[from + 2 * units + u] ?? 0) + reset * (own[2 * units + u] ?? 0);
      // The hyperbolic tangent.
      const fresh = 1 - 2 / (exp(2 * sum) + 1);
      state[u] = (1 - keep) * fresh + keep * (state[u] ?? 0);
    }
    out.set(state, 2 * units * i + (backwards ? units : 0));
  }
}

/** What a token looks like by itself: the sum of its rows of the three tables. */
function embedded({ words, parts, partsFrom, traits }: Inputs, network: Network): Float64Array {
  const { wordRows, partRows, traitRows } = network;
  const { columns } = wordRows;
  const out = new Float64Array(words.length * columns);
  for (let i = 0; i < words.length; i++) {
    const [first = 0, end = 0] = [partsFrom[i], partsFrom[i + 1]];
    for (let k = 0; k < columns; k++) {
      let sum = 0;
      for (let p = first; p < end; p++) sum += partRows.values[(parts[p] ?? 0) * columns + k] ?? 0;
      if (end > first) sum /= end - first;
      sum += wordRows.values[(words[i] ?? 0) * columns + k] ?? 0;
      for (let t = i * TRAITS; t < (i + 1) * TRAITS; t++) {
        sum += traitRows.values[(traits[t] ?? 0) * columns + k] ?? 0;
      }
      out[i * columns + k] = sum;
    }
  }
  return out;
}

/** {@link OUTPUTS} numbers for each token that is no blank. Takes time linear in their number. */
export function outputsOf(inputs: Inputs, network: Network): Float64Array {
  const count = inputs.words.length;
  let rows = embedded(inputs, network);
  for (const [forwards, backwards] of network.layers) {
    const out = new Float64Array(2 * forwards.state.columns * count);
    pass(rows, count, forwards, false, out);
    pass(rows, count, backwards, true, out);
    rows = out;
  }
  const inner = denseOf(rows, count, network.inner, network.innerBias).map((x) => Math.max(0, x));
  return denseOf(inner, count, network.last, network.lastBias);
}

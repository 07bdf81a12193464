import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log, log1p, sigmoid } from '../../../src/text/repair/exact.ts';
import { unpackNetwork } from '../../../src/text/repair/model/network.ts';
import { inputsOf } from '../../../src/text/repair/tagger/inputs.ts';
import { type Matrix, type Network, outputsOf } from '../../../src/text/repair/tagger/network.ts';
import { tokenise } from '../../../src/text/repair/tokens/tokens.ts';
import network from '../../../src/text/repair/model/network.json' with { type: 'json' };

describe('the functions that are the same on every machine', () => {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-13 * Math.max(1, Math.abs(b));
  test('agree with those of the platform', () => {
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
        expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 12);
        expect(near(sigmoid(x), 1 / (1 + Math.exp(-x)))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        expect(near(log(x), Math.log(x))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (y) => {
        expect(near(log1p(y), Math.log1p(y))).toBe(true);
      }),
    );
  });

  test('stay finite at the ends', () => {
    expect([exp(-1e6), sigmoid(-1e6), sigmoid(1e6)]).toEqual([0, expect.closeTo(0), 1]);
    expect(Number.isFinite(exp(1e6))).toBe(true);
  });
});

/** What the network says, by the formulas of Cho et al. (2014) written out one by one. */
function plainly(text: string, net: Network): number[][] {
  const inputs = inputsOf(tokenise(text), () => true, net.words);
  const row = ({ columns, values }: Matrix, i: number) => [
    ...values.subarray(i * columns, (i + 1) * columns),
  ];
  const add = (a: number[], b: number[]) => a.map((x, k) => x + (b[k] ?? 0));
  const times = (matrix: Matrix, bias: Float32Array, x: number[]) =>
    [...bias].map((b, i) => row(matrix, i).reduce((sum, w, k) => sum + w * (x[k] ?? 0), b));
  let rows = [...inputs.words].map((word, i) => {
    const parts = [...inputs.parts.subarray(inputs.partsFrom[i], inputs.partsFrom[i + 1])];
    const traits = [...inputs.traits.subarray(7 * i, 7 * i + 7)];
    const sum = parts
      .map((part) => row(net.partRows, part))
      .reduce(
        add,
        row(net.wordRows, 0).map(() => 0),
      );
    return traits
      .map((trait) => row(net.traitRows, trait))
      .reduce(
        add,
        add(
          row(net.wordRows, word),
          sum.map((x) => x / Math.max(1, parts.length)),
        ),
      );
  });
  for (const directions of net.layers) {
    const [forwards = [], backwards = []] = directions.map((gates, direction) => {
      let state: number[] = Array.from({ length: gates.state.columns }, () => 0);
      const ordered = direction === 0 ? rows : [...rows].reverse();
      const states = ordered.map((x) => {
        const [a, b] = [
          times(gates.input, gates.inputBias, x),
          times(gates.state, gates.stateBias, state),
        ];
        const n = state.length;
        state = state.map((h, u) => {
          const reset = sigmoid((a[u] ?? 0) + (b[u] ?? 0));
          const keep = sigmoid((a[n + u] ?? 0) + (b[n + u] ?? 0));
          const fresh = Math.tanh((a[2 * n + u] ?? 0) + reset * (b[2 * n + u] ?? 0));
          return (1 - keep) * fresh + keep * h;
        });
        return state;
      });
      return direction === 0 ? states : states.reverse();
    });
    rows = forwards.map((state, i) => [...state, ...(backwards[i] ?? [])]);
  }
  return rows.map((x) =>
    times(
      net.last,
      net.lastBias,
      times(net.inner, net.innerBias, x).map((y) => Math.max(0, y)),
    ),
  );
}

test('the network says what its formulas say', () => {
  const net = unpackNetwork(network);
  const text = 'Let x in R^{mtimes n} be a point, where alpha_i leq 2.';
  const said = outputsOf(
    inputsOf(tokenise(text), () => true, net.words),
    net,
  );
  const expected = plainly(text, net).flat();
  expect(said).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(said[i]).toBeCloseTo(value, 8);
});

test('a network without one of its tables is refused', () => {
  const { 'last.weight': _, ...tensors } = network.tensors;
  expect(() => unpackNetwork({ ...network, tensors })).toThrow('last.weight');
});

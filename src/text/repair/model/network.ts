import type { Gates, Matrix, Network } from '../tagger/index.ts';

/** The shipped form of a network: eight bits a weight and a scale for each row, numbers in base 64, little-endian. */
export interface PackedNetwork {
  /** Words of the table, from its second row on, one a line. */
  words: string;
  tensors: Readonly<Record<string, PackedTensor>>;
}

/** A table, or a row that is not rounded. */
export interface PackedTensor {
  columns?: number;
  q?: string;
  f: string;
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function floats(packed: string): Float32Array {
  const view = new DataView(bytesOf(packed).buffer);
  const values = new Float32Array(view.byteLength / 4);
  for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(4 * i, true);
  return values;
}

/** The network of a file of weights. @throws {Error} where a tensor is missing. */
export function unpackNetwork({ words, tensors }: PackedNetwork): Network {
  const tensor = (name: string) => {
    const found = tensors[name];
    if (!found) throw new Error(`No tensor ${name} in the network of the repair.`);
    return found;
  };
  const row = (name: string) => floats(tensor(name).f);
  const table = (name: string): Matrix => {
    const { columns = 1, q, f } = tensor(name);
    const scales = floats(f);
    const steps = new Int8Array(bytesOf(q ?? '').buffer);
    const values = new Float32Array(steps.length);
    for (let i = 0; i < values.length; i++) {
      values[i] = (steps[i] ?? 0) * (scales[Math.floor(i / columns)] ?? 0);
    }
    return { columns, values };
  };
  const gates = (layer: string, direction: string): Gates => ({
    input: table(`${layer}.weight_ih_l0${direction}`),
    inputBias: row(`${layer}.bias_ih_l0${direction}`),
    state: table(`${layer}.weight_hh_l0${direction}`),
    stateBias: row(`${layer}.bias_hh_l0${direction}`),
  });
  return {
    words: new Map(words.split('\n').map((word, i) => [word, i + 1])),
    wordRows: table('words.weight'),
    partRows: table('parts.weight'),
    traitRows: table('traits.weight'),
    layers: ['first', 'second'].map((layer) => [gates(layer, ''), gates(layer, '_reverse')]),
    inner: table('inner.weight'),
    innerBias: row('inner.bias'),
    last: table('last.weight'),
    lastBias: row('last.bias'),
  };
}

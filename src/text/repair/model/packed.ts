import { LEAST, STEPS, type Trees, type Weights } from '../judge/index.ts';
import { hashText, mix } from '../tagger/index.ts';
import type { Model } from './model.ts';
import { type PackedNetwork, unpackNetwork } from './network.ts';

/** The shipped form of a model: JSON, its tables one printable character per entry. */
export interface PackedModel {
  /** Weights of the first judge: {@link packWeights}. */
  verdict: string;
  /** The second judge: {@link packTrees}. */
  trees: PackedTrees;
  /** Words known from prose: {@link packWords}. */
  vocabulary: string;
  /** Costs of readings of runs of letters, in hundredths; `other` is a command not listed. */
  letter: number;
  commands: Readonly<Record<string, number>>;
  other: number;
  /** Readings of whole runs. */
  runs: Readonly<Record<string, string>>;
}

export interface PackedTrees {
  depth: number;
  /** A character for each split. */
  features: string;
  /** Two characters for each split, for each leaf. */
  thresholds: string;
  leaves: string;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LEVELS = 31;
/** Weights beyond this are cut. */
const LARGEST = 6;

/** One character per weight: 63 steps from -6 to 6, finer near zero. */
export function packWeights(weights: Weights): string {
  return Array.from(weights, (weight) => {
    const size = Math.sqrt(Math.min(Math.abs(weight), LARGEST) / LARGEST);
    return digits.charAt(LEVELS + 1 + Math.sign(weight) * Math.round(size * LEVELS));
  }).join('');
}

export function unpackWeights(packed: string): Weights {
  return Float32Array.from(packed, (digit) => {
    const level = (digits.indexOf(digit) - LEVELS - 1) / LEVELS;
    return Math.sign(level) * level * level * LARGEST;
  });
}

const VOCABULARY_BITS = 1 << 18;
const BITS_PER_DIGIT = 6;

/** A Bloom filter (Bloom, 1970) with three bits a word: one word in a hundred is known by mistake. */
const slots = (word: string) => {
  const hash = hashText(word);
  return [1, 2, 3].map((n) => mix(hash, n) & (VOCABULARY_BITS - 1));
};

export function packWords(words: Iterable<string>): string {
  const values = new Uint8Array(Math.ceil(VOCABULARY_BITS / BITS_PER_DIGIT));
  for (const word of words) {
    for (const slot of slots(word)) {
      const at = Math.floor(slot / BITS_PER_DIGIT);
      values[at] = (values[at] ?? 0) | (1 << (slot % BITS_PER_DIGIT));
    }
  }
  return Array.from(values, (value) => digits.charAt(value)).join('');
}

export function unpackWords(packed: string): (word: string) => boolean {
  const values = Uint8Array.from(packed, (digit) => digits.indexOf(digit));
  return (word) =>
    slots(word).every(
      (slot) => (values[Math.floor(slot / BITS_PER_DIGIT)] ?? 0) & (1 << (slot % BITS_PER_DIGIT)),
    );
}

/** Leaves go in steps of this; two characters reach from -8 to 8. */
const LEAF_STEPS = 256;
const LEAF_LEAST = -8;

const packPairs = (values: Float64Array, least: number, steps: number) =>
  Array.from(values, (value) => {
    const step = Math.min(Math.max(Math.round((value - least) * steps), 0), 4095);
    return digits.charAt(step >> 6) + digits.charAt(step & 63);
  }).join('');

const unpackPairs = (packed: string, least: number, steps: number) =>
  Float64Array.from(
    { length: packed.length / 2 },
    (_, i) =>
      (64 * digits.indexOf(packed.charAt(2 * i)) + digits.indexOf(packed.charAt(2 * i + 1))) /
        steps +
      least,
  );

/** Thresholds are exact, being numbers of {@link evidence}; leaves go in small steps. */
export function packTrees({ depth, features, thresholds, leaves }: Trees): PackedTrees {
  return {
    depth,
    features: Array.from(features, (feature) => digits.charAt(feature)).join(''),
    thresholds: packPairs(thresholds, LEAST, STEPS),
    leaves: packPairs(leaves, LEAF_LEAST, LEAF_STEPS),
  };
}

export function unpackTrees({ depth, features, thresholds, leaves }: PackedTrees): Trees {
  return {
    depth,
    features: Uint8Array.from(features, (digit) => digits.indexOf(digit)),
    thresholds: unpackPairs(thresholds, LEAST, STEPS),
    leaves: unpackPairs(leaves, LEAF_LEAST, LEAF_STEPS),
  };
}

/** The model that the files of weights hold. */
export function unpackModel(packed: PackedModel, network: PackedNetwork): Model {
  const commands = new Map(Object.entries(packed.commands));
  return {
    network: unpackNetwork(network),
    verdict: unpackWeights(packed.verdict),
    trees: unpackTrees(packed.trees),
    vocabulary: unpackWords(packed.vocabulary),
    costs: {
      letter: packed.letter / 100,
      command: (name) => (commands.get(name) ?? packed.other) / 100,
    },
    runs: new Map(Object.entries(packed.runs)),
  };
}

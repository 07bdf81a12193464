import type { Weights } from './crf.ts';
import { hashText, mix } from './hash.ts';

/** The shipped form of a model: JSON, its tables one printable character per entry. */
export interface PackedModel {
  /** Weights of the tagger and of the judge: {@link packWeights}. */
  tagger: string;
  verdict: string;
  /** Words known from prose: {@link packWords}. */
  vocabulary: string;
  /** Costs of readings of runs of letters, in hundredths; `other` is a command not listed. */
  letter: number;
  commands: Readonly<Record<string, number>>;
  other: number;
  /** Readings of whole runs. */
  runs: Readonly<Record<string, string>>;
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

const VOCABULARY_BITS = 1 << 17;
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

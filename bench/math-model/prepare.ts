/**
 * `node bench/math-model/prepare.ts FOLDER OUT`: the first step of training the network of the tagger. Reads the
 * abstracts of a folder (see `corpus.ts`) and writes what `network.py` learns from: `words.json`, the words of the
 * network's table; `vocabulary.txt`, the words known from prose; and for the parts `tagger` and `thresholds` arrays of
 * tokens, tags and traits, named in `meta.json`. Of the part `held`, which nothing learns from, it writes `held/pairs.jsonl`
 * and `held/negatives.jsonl` for `bench -- math`.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { barred } from '../../src/text/repair/candidates/candidates.ts';
import {
  inputsOf,
  PARTS,
  partsOf,
  TRAIT_ROWS,
  TRAITS,
  wordKey,
} from '../../src/text/repair/tagger/inputs.ts';
import { type Abstract, examplesOf, readParts } from './corpus.ts';
import { type Example, knownWords } from './training.ts';

/** Rows of the network's table of words; the first is for all others. */
export const WORDS = 5000;
/** What the network learns from, in few large arrays. */
export class Arrays {
  private readonly words: ReadonlyMap<string, number>;
  private readonly known: ReadonlySet<string>;
  private readonly types = new Map<string, number>();
  private readonly typeWords: number[] = [];
  private readonly typeParts: number[] = [];
  private readonly typePartsFrom: number[] = [0];

  constructor(words: ReadonlyMap<string, number>, known: ReadonlySet<string>) {
    this.words = words;
    this.known = known;
  }

  /** The arrays of one part. */
  of(
    examples: readonly { abstract: Abstract; example: Example }[],
  ): Record<string, Uint8Array | Int32Array> {
    const types: number[] = [];
    const traits: number[] = [];
    const flags: number[] = [];
    const from = [0];
    const areas: number[] = [];
    for (const { abstract, example } of examples) {
      const { tokens, tags } = example;
      const bars = barred(tokens);
      const inputs = inputsOf(tokens, (word) => this.known.has(word), this.words);
      for (const [k, i] of inputs.places.entries()) {
        const token = tokens[i];
        if (!token) continue;
        const key = token.kind === 'word' ? token.text : wordKey(token);
        let type = this.types.get(key);
        if (type === undefined) {
          type = this.types.size;
          this.types.set(key, type);
          this.typeWords.push(inputs.words[k] ?? 0);
          this.typeParts.push(...partsOf(token));
          this.typePartsFrom.push(this.typeParts.length);
        }
        types.push(type);
        for (let t = 0; t < TRAITS; t++) traits.push(inputs.traits[k * TRAITS + t] ?? 0);
        const blank = inputs.blanks[k] === 1;
        flags.push(
          (tags[i] ?? 0) |
            ((blank ? (tags[i - 1] ?? 0) : 0) << 1) |
            ((bars[i] ?? 0) << 2) |
            ((blank ? (bars[i - 1] ?? 0) : 0) << 4) |
            ((blank ? 1 : 0) << 6),
        );
      }
      from.push(types.length);
      areas.push(
        ['plain', 'cs', 'math', 'physics', 'stat'].indexOf(abstract.area) +
          (abstract.recent ? 8 : 0),
      );
    }
    return {
      types: Int32Array.from(types),
      traits: Uint8Array.from(traits),
      flags: Uint8Array.from(flags),
      from: Int32Array.from(from),
      areas: Uint8Array.from(areas),
    };
  }

  /** The arrays of all kinds of tokens. */
  kinds(): Record<string, Int32Array> {
    return {
      typeWords: Int32Array.from(this.typeWords),
      typeParts: Int32Array.from(this.typeParts),
      typePartsFrom: Int32Array.from(this.typePartsFrom),
    };
  }
}

/** The commonest words, by the number of abstracts they stand in; those of equal number in the order of letters. */
export function commonWords(examples: readonly Example[], size: number): string[] {
  const counts = new Map<string, number>();
  for (const { tokens } of examples) {
    const keys = new Set(
      tokens.flatMap((token) => (token.kind === 'space' ? [] : [wordKey(token)])),
    );
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, size)
    .map(([key]) => key);
}

const [script, folder, out] = process.argv.slice(1);
if (script === fileURLToPath(import.meta.url) && folder !== undefined && out !== undefined) {
  await mkdir(out, { recursive: true });
  const parts = await readParts(folder);
  const tagger = examplesOf(parts.get('tagger') ?? []);
  process.stderr.write(`${tagger.length} abstracts tagged\n`);
  const known = knownWords(tagger.map(({ example }) => example));
  const words = commonWords(
    tagger.map(({ example }) => example),
    WORDS - 1,
  );
  await writeFile(join(out, 'vocabulary.txt'), known.join('\n'));
  await writeFile(join(out, 'words.json'), JSON.stringify(words));
  process.stderr.write(`${known.length} words known\n`);
  const arrays = new Arrays(new Map(words.map((word, i) => [word, i + 1])), new Set(known));
  const sets = {
    tagger: arrays.of(tagger),
    thresholds: arrays.of(examplesOf(parts.get('thresholds') ?? [])),
  };
  const digest = createHash('sha256');
  for (const [part, own] of Object.entries({ ...sets, kinds: arrays.kinds() })) {
    for (const [name, array] of Object.entries(own)) {
      digest.update(array);
      await writeFile(
        join(out, `${part}.${name}.${array instanceof Uint8Array ? 'u8' : 'i32'}`),
        array,
      );
    }
  }
  await mkdir(join(out, 'held'), { recursive: true });
  const held = parts.get('held') ?? [];
  const lines = (own: readonly unknown[]) =>
    own.map((line) => `${JSON.stringify(line)}\n`).join('');
  const pairs = held.filter(({ area }) => area !== 'plain');
  const negatives = held.filter(({ area }) => area === 'plain');
  await writeFile(
    join(out, 'held/pairs.jsonl'),
    lines(
      pairs.map(({ id, stripped, gold, area, recent }) => ({
        id,
        stripped,
        gold,
        area: recent ? `${area}-recent` : area,
        real: false,
      })),
    ),
  );
  await writeFile(
    join(out, 'held/negatives.jsonl'),
    lines(negatives.map(({ id, stripped }) => ({ id, abstract: stripped }))),
  );
  const meta = {
    words: WORDS,
    parts: PARTS,
    traitRows: TRAIT_ROWS,
    traits: TRAITS,
    digest: digest.digest('hex'),
  };
  await writeFile(join(out, 'meta.json'), JSON.stringify(meta));
  process.stderr.write(`${JSON.stringify(meta)}\n`);
}

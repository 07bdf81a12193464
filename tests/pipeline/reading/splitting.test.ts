// @module-tag same-output
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSurveyInput } from '../../../src/loaders/input.ts';
import type { Seed, SurveyInput } from '../../../src/model/index.ts';
import { buildSurvey, sourceRecords } from '../../../src/pipeline/index.ts';

const root = join(import.meta.dirname, '../../..');

/** Fewer records than this may not show by themselves which listing they are from. */
const FEWEST = 6;

let input: SurveyInput;
let whole: string[];
/** For each seed the offsets at which its records begin. */
let starts: Map<string, number[]>;
beforeAll(async () => {
  input = await readSurveyInput({
    seeds: join(root, 'seeds'),
    content: join(root, 'content'),
  });
  whole = works(input.seeds);
  starts = new Map(
    input.seeds.map((seed) => [
      seed.path,
      sourceRecords(seed).records.map((record) => record.raw.span.start),
    ]),
  );
});

/** The papers a set of seeds gives, each by permalink and number of records. */
function works(seeds: Seed[]): string[] {
  return buildSurvey({ ...input, seeds })
    .works.map(({ permalink, records }) => `${permalink} ${records.length}`)
    .sort();
}

/** A seed in pieces of whole records, each in a file of its own. */
function pieces(seed: Seed, sizes: readonly number[]): Seed[] {
  const begins = starts.get(seed.path) ?? [];
  const cuts = [0];
  let record = 0;
  for (const size of sizes) {
    record += FEWEST + size;
    const cut = begins[record];
    if (cut === undefined || begins.length - record < FEWEST) break;
    cuts.push(cut);
  }
  return cuts.map((cut, index) => ({
    path: `${(index * 7) % 10}-${seed.path}`,
    bytes: seed.bytes.slice(cut, cuts[index + 1]),
  }));
}

describe('the same works come out', () => {
  it('however the seeds are split into files, named and ordered', () => {
    // A page that lost its bylines is known by its head alone, which only its first piece would keep.
    const splittable = input.seeds.filter(({ path }) => !path.startsWith('004'));
    const rest = input.seeds.filter(({ path }) => path.startsWith('004'));
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(12), { maxLength: 5 }), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        (sizes, reversed) => {
          const seeds = splittable.flatMap((seed, index) => pieces(seed, sizes[index] ?? []));
          seeds.push(...rest);
          expect(works(reversed ? seeds.reverse() : seeds)).toEqual(whole);
        },
      ),
      { numRuns: 12 },
    );
  });
});

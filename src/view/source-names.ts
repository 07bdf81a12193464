import type { SeedReading } from '../model/index.ts';

/**
 * What the folders of seeds below `sources/` are called: like the seeds.
 *
 * Windows and macOS take names for the same that differ in upper and lower case, or in how an accent is written. Where
 * two seeds would share a folder, capitals and signs beyond ASCII become `~`, their code in hexadecimal and `~`.
 *
 * @returns names by path of the seed, no two of them the same on any system
 */
export function sourceNames(seeds: readonly string[]): Map<string, string> {
  const groups = Map.groupBy(seeds, folded);
  const taken = new Set(groups.keys());
  return new Map(
    seeds.toSorted().map((seed) => {
      const shared = (groups.get(folded(seed)) ?? []).length > 1;
      if (!shared || seed === folded(seed)) return [seed, seed];
      let name = seed.replace(/[A-Z]|[^ -~]/gu, (sign) => `~${sign.codePointAt(0)?.toString(16)}~`);
      while (taken.has(folded(name))) name += '~';
      taken.add(folded(name));
      return [seed, name];
    }),
  );
}

/** What names have in common that a file system takes for one. */
const folded = (name: string) => name.normalize('NFC').toLowerCase().normalize('NFC');

/** `000_4fb9a782e577f400.txt` -> `000`: the folder, a content hash and the extension left out. */
const SEED_NAME = /^(?:.*\/)?(.+?)(?:[_-][0-9a-f]{8,})?(?:\.[^./]*)?$/;

/** What pages call the seeds, by path: `Seed 002`, or the whole path where two would read alike. */
export function seedNames(seeds: readonly SeedReading[]): (path: string) => string {
  const short = (path: string) => SEED_NAME.exec(path)?.[1] ?? path;
  const uses = new Map<string, number>();
  for (const { path } of seeds) uses.set(short(path), (uses.get(short(path)) ?? 0) + 1);
  return (path) => `Seed ${uses.get(short(path)) === 1 ? short(path) : path}`;
}

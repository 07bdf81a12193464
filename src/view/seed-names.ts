import type { SeedReading } from '../model/index.ts';

/** `000_4fb9a782e577f400.txt` -> `000`: the folder, a content hash and the extension left out. */
const SEED_NAME = /^(?:.*\/)?(.+?)(?:[_-][0-9a-f]{8,})?(?:\.[^./]*)?$/;

/**
 * What pages call the seeds, by path: `Seed 002`, or the whole path where two would read alike.
 *
 * @param say puts the word for a seed before its name
 */
export function seedNames(
  seeds: readonly SeedReading[],
  say: (name: string) => string,
): (path: string) => string {
  const short = (path: string) => SEED_NAME.exec(path)?.[1] ?? path;
  const uses = new Map<string, number>();
  for (const { path } of seeds) uses.set(short(path), (uses.get(short(path)) ?? 0) + 1);
  return (path) => say(uses.get(short(path)) === 1 ? short(path) : path);
}

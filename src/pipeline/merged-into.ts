import type { Departed, PermalinkEntry } from '../model/index.ts';

/** The paper that each merged permalink leads to. */
export function mergedInto(
  entries: readonly Pick<PermalinkEntry | Departed, 'permalink' | 'fate'>[],
): Map<string, string> {
  return new Map(
    entries.flatMap(({ permalink, fate }) =>
      fate.status === 'merged' ? [[permalink, fate.into] as const] : [],
    ),
  );
}

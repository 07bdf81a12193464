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

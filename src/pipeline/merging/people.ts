import type { Name, Person, Work } from '../../model/index.ts';
import { displayName } from '../../text/index.ts';
import { nameKey } from '../reading/index.ts';
import { hash32 } from '../hashes.ts';
import { addTo, compareText, GivenNames } from '../lists.ts';
import { safeSegment } from '../naming/index.ts';

/**
 * The people behind the names, each with every spelling and every paper, by family name. One folded name is one person:
 * `José Pérez` and `Jose Perez` are, `H. Gu` and `Hao Gu` are not. `works` in the order in which papers are to be listed.
 */
export function people(works: readonly Work[]): Person[] {
  const names = new Map<string, { name: Name; permalink: string }[]>();
  for (const { permalink, fields } of works) {
    for (const name of fields.authors?.value.names ?? [])
      addTo(names, nameKey(name), { name, permalink });
  }
  const keys = [...names.keys()].filter((key) => key !== '').sort(compareText);
  const taken = new GivenNames();
  const found = keys.map((key) => person(key, names.get(key) ?? [], taken));
  return found
    .flatMap((one) => (one === undefined ? [] : { one, key: sortKey(one) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.one.slug, b.one.slug))
    .map(({ one }) => one);
}

function person(
  key: string,
  printed: readonly { name: Name; permalink: string }[],
  taken: GivenNames,
): Person | undefined {
  const counts = new Map<string, { name: Name; count: number }>();
  for (const { name } of printed) {
    const known = counts.get(name.literal);
    if (known === undefined) counts.set(name.literal, { name, count: 1 });
    else known.count += 1;
  }
  const spellings = [...counts.values()].sort(
    (a, b) => b.count - a.count || compareText(a.name.literal, b.name.literal),
  );
  const [main] = spellings;
  if (main === undefined) return undefined;
  return {
    slug: taken.give(wishedSlug(key)),
    name: main.name,
    spellings: spellings.map(({ name }) => name.literal),
    works: [...new Set(printed.map(({ permalink }) => permalink))],
  };
}

/** `hao-gu`; a name without Latin letters gives a number made from it. */
function wishedSlug(key: string): string {
  const latin = safeSegment(key).replaceAll('.', '-');
  return latin === '' ? `name-${hash32(key).toString(16).padStart(8, '0')}` : latin;
}

/** Family name first, folded: `gu, hao`. */
function sortKey({ name }: Person): string {
  const family = nameKey({ literal: name.family ?? name.literal });
  return `${family}, ${nameKey({ literal: name.given ?? '' })} ${displayName(name)}`;
}

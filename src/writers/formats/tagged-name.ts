import type { Authors, Name } from '../../model/index.ts';

/**
 * A name as the tagged formats of reference managers write it: `van Beethoven, Ludwig`, `King, Martin, Jr.`.
 * A name without parts ends in a comma, which keeps it in one piece (EndNote's rule for organisations).
 */
export function taggedName(name: Name): string {
  if (!name.family) return `${name.literal},`;
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(', ');
}

/** Authors, a list that goes on ending in `others`, as elsewhere. */
export function taggedNames(authors: Authors | undefined): string[] {
  if (authors === undefined || authors.names.length === 0) return [];
  return [...authors.names.map(taggedName), ...(authors.more ? ['others'] : [])];
}

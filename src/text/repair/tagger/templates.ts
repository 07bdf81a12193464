import { mix } from './hash.ts';

/** What a feature is made of: atoms, numbers that each stand for a text or a count, four at most. */
export type Template<Atoms> = (atoms: Atoms) => readonly number[];

/** Templates that hold for all things, or for those of which `when` is true. */
export interface TemplateGroup<Atoms> {
  when?: (atoms: Atoms) => boolean;
  templates: readonly Template<Atoms>[];
}

/**
 * The numbers of a thing's features, below `size`, a power of two. The number of a feature is made of its template's
 * place in the table, counted on from `first`, and of its atoms: weights stand at these numbers, so that a table grows
 * at its end only.
 */
export function templateNumbers<Atoms>(
  groups: readonly TemplateGroup<Atoms>[],
  atoms: Atoms,
  size: number,
  first = 0,
): number[] {
  const numbers: number[] = [];
  let place = first;
  for (const { when, templates } of groups) {
    if (when?.(atoms) === false) {
      place += templates.length;
      continue;
    }
    for (const template of templates) {
      const values = template(atoms);
      let number = ++place;
      for (let k = 0; k < 4; k++) number = mix(number, values[k] ?? 0);
      numbers.push(number & (size - 1));
    }
  }
  return numbers;
}

/** A count in seven steps, finer where it is small. */
export const bucket = (n: number) => (n > 9 ? 6 : n > 5 ? 5 : n > 3 ? 4 : n);

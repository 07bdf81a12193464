import type { Name, Person } from '../model/index.ts';
import { compareText } from '../pipeline/index.ts';
import { plainLetters } from '../text/index.ts';

/** Persons whose family names begin with the same letter. */
export interface Letter {
  /** `A`; `#` for names that begin with no letter. */
  letter: string;
  /** For anchors: `a`, `other`. */
  slug: string;
  people: { person: Person; name: string }[];
}

/** More authors than this and each letter has a page of its own. */
const ONE_PAGE = 3000;

export const isLongIndex = (people: readonly Person[]) => people.length > ONE_PAGE;
export const letterPath = (slug: string) => `/authors/letter/${slug}/`;

const MARKS = /\p{M}/gu;
/** The letters a name is filed under: no case, no accents. */
function filed(text: string): string {
  return plainLetters(text.normalize('NFKD').replace(MARKS, '').toLowerCase());
}

/** `Grattafiori, Aaron`; `Beethoven, Ludwig van`; the printed form where there is no family name. */
export function nameFiled(name: Name): string {
  if (name.family === undefined) return name.literal;
  const given = [name.given, name.particle].filter(Boolean).join(' ');
  return [name.family, given, name.suffix].filter(Boolean).join(', ');
}

/** Everyone by the first letter of the family name, in alphabetical order. */
export function authorIndex(people: readonly Person[]): Letter[] {
  const rows = people
    .map((person) => {
      const name = nameFiled(person.name);
      return { person, name, key: filed(name) };
    })
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.person.slug, b.person.slug));
  const letters = new Map<string, Letter>();
  for (const { person, name, key } of rows) {
    const initial = /^\p{L}/u.exec(key)?.[0].toUpperCase() ?? '#';
    const letter = letters.get(initial) ?? {
      letter: initial,
      slug: initial === '#' ? 'other' : initial.toLowerCase(),
      people: [],
    };
    letter.people.push({ person, name });
    letters.set(initial, letter);
  }
  return [...letters.values()];
}

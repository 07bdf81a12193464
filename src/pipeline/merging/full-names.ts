import { given, type Name } from '../../model/index.ts';
import { displayName, fold } from '../../text/index.ts';
import { accentsIn } from './better-text.ts';

/**
 * A list of names, with the full names that other lists of the same paper have for those of which it has initials: a
 * whole list is often one of initials, and one of full names cut off at `and others`. Two of one family name and initial
 * stay as they are.
 *
 * @returns undefined where no name is fuller elsewhere
 */
export function withFullNames(
  names: readonly Name[],
  others: readonly (readonly Name[])[],
): Name[] | undefined {
  const completed = names.map((name) =>
    isAbbreviated(name) ? (fullName(name, names, others) ?? name) : name,
  );
  return completed.some((name, index) => name !== names[index]) ? completed : undefined;
}

function fullName(
  name: Name,
  names: readonly Name[],
  others: readonly (readonly Name[])[],
): Name | undefined {
  for (const other of others) {
    const [full, ...more] = other.filter((each) => maySame(name, each));
    if (full === undefined || more.length > 0 || isAbbreviated(full)) continue;
    if (names.filter((each) => maySame(each, full)).length === 1) return accented(name, full);
  }
  return undefined;
}

/** The full name, with the family name as the short one has it where only that has its accents. */
function accented(short: Name, full: Name): Name {
  if (accentsIn(short.family ?? '') <= accentsIn(full.family ?? '')) return full;
  const name = { ...full, ...given({ family: short.family }) };
  return { ...name, literal: displayName(name) };
}

/** Whether two names may be one person's: the same, or one with initials where the other has names. */
export function maySame(a: Name, b: Name): boolean {
  if (familyOf(a) !== familyOf(b) || !a.given || !b.given) return false;
  const isShort = isAbbreviated(a) || isAbbreviated(b);
  if (!isShort) return fold(a.given) === fold(b.given);
  const [x, y] = [initialsOf(a), initialsOf(b)];
  return x.startsWith(y) || y.startsWith(x);
}

const familyOf = ({ particle = '', family, suffix = '' }: Name) =>
  family && fold(`${particle} ${family} ${suffix}`);

/** `J.`, `J.-P.`, `Yu.A.`, `JP`: nothing but initials. */
const INITIALS = /^(?:(?:\p{Lu}\p{Ll}?\.|\p{Lu}(?![\p{L}\p{M}]{3}|\p{Ll}))[\s-]*)+$/u;

const isAbbreviated = (name: Name) => INITIALS.test(name.given ?? '');

/** `jp` of `Jean-Pierre`, `J. P.` and `JP`. */
function initialsOf(name: Name): string {
  const printed = name.given ?? '';
  const letters = isAbbreviated(name)
    ? printed.replaceAll(/\p{Ll}|\P{L}/gu, '')
    : (printed.match(/(?<!\p{L})\p{L}/gu) ?? []).join('');
  return fold(letters).replaceAll(' ', '');
}

import type { Name } from '../../model/index.ts';
import { displayName, fold } from '../../text/index.ts';

/** Words that belong to the family name and are written small: `van der`, `de`, `al`. */
const particles = new Set(
  [
    'af al av bin da das de degli dei del dela della delle den der des di do dos du e el het ibn la las le les lo los',
    'ten ter van vande vanden vander vom von y zu zum zur',
  ].flatMap((line) => line.split(' ')),
);
/** `Jr.`, `III`, `PhD` without their dots. */
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'esq']);
/** A word that says the name is not a person's: `LIGO Collaboration`, `Gemini Team`. */
const group =
  /\b(?:team|collaboration|consortium|group|project|initiative|community|authors|contributors|working group)\b/i;
/** `et al.`, `et al`, `and others`, `and 12 more authors`, `…` at the end of a list. */
const others =
  /(?:^|[\s,;])(?:et\.?\s+al\.?|and\s+others|and\s+\d+\s+(?:more|others?)(?:\s+authors?)?|…|\.\.\.)$/i;

/** Authors of one printed list. */
export interface AuthorList {
  names: Name[];
  /** True when the list says it is not complete. */
  more: boolean;
}

/**
 * The names in a printed list: `Ann Lee, Bo van Dyk and Cy Fox et al.`. Commas divide names, unless semicolons do or
 * every piece is one `Family, Given`.
 */
export function readAuthors(printed: string): AuthorList {
  let list = printed.trim();
  const cut = others.exec(list);
  const more = cut !== null;
  if (cut !== null) list = list.slice(0, cut.index);
  const names = divide(list)
    .map(readName)
    .filter((name) => name !== undefined);
  return { names, more };
}

/** `A.`, `J. K.`, `J.-P.`, `AB`: initials and nothing else. */
const initials = /^(?:[A-Z]\.?[\s-]?){1,4}$/;

function divide(list: string): string[] {
  if (list.includes(';')) return list.split(';');
  const joined = list.split(/\s+and\s+/);
  if (joined.length > 1 && joined.every(isFamilyFirst)) return joined;
  const pieces = rejoinSuffixes(list.split(/\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+/));
  return isAlternating(pieces) ? pairs(pieces) : pieces;
}

/** `van Dyk, Bo`: one comma, and one word before it besides particles. */
function isFamilyFirst(name: string): boolean {
  const [family = '', given, ...rest] = name.split(',');
  const words = family.trim().split(' ');
  return (
    given !== undefined &&
    rest.length === 0 &&
    words.filter((word) => !particles.has(word)).length === 1
  );
}

/** `Gu`, `Hao`: one word; in Han or Hangul, one word is a whole name. */
const partOfName = /^[^\s\p{Script=Han}\p{Script=Hangul}]+$/u;

/** `Lee, A., Fox, C. D.`: every second piece is initials. `Lee, Ann`: one name of two single words. */
function isAlternating(pieces: readonly string[]): boolean {
  if (pieces.length === 2 && pieces.every((piece) => partOfName.test(piece))) return true;
  return (
    pieces.length % 2 === 0 &&
    pieces.every((piece, index) => index % 2 === 0 || initials.test(piece))
  );
}

function pairs(pieces: readonly string[]): string[] {
  const names: string[] = [];
  for (let index = 0; index < pieces.length; index += 2)
    names.push(pieces.slice(index, index + 2).join(', '));
  return names;
}

/** Gives the `Jr.` of `John Doe, Jr.` back to its name. */
function rejoinSuffixes(pieces: readonly string[]): string[] {
  const names: string[] = [];
  for (const piece of pieces) {
    const previous = names.at(-1);
    if (previous !== undefined && isSuffix(piece))
      names[names.length - 1] = `${previous}, ${piece}`;
    else names.push(piece);
  }
  return names;
}

function isSuffix(word: string): boolean {
  return suffixes.has(word.replaceAll('.', '').toLowerCase());
}

/**
 * One name in CSL's parts (https://docs.citationstyles.org/en/stable/specification.html#names), `literal` as printed.
 * Names of groups and names of one word are `literal` only. Undefined for blank text.
 */
export function readName(printed: string): Name | undefined {
  const literal = printed.replace(/\s+/g, ' ').trim();
  if (literal === '') return undefined;
  if (group.test(literal)) return { literal };
  const [front = '', ...afterComma] = literal.split(', ');
  const suffixAt = afterComma.findIndex(isSuffix);
  const printedSuffix = suffixAt < 0 ? undefined : afterComma.splice(suffixAt, 1)[0];
  const [givenAfterComma] = afterComma;
  if (givenAfterComma !== undefined)
    return familyFirst(literal, front, givenAfterComma, printedSuffix);
  const words = front.split(' ');
  const last = words.at(-1);
  const suffix =
    printedSuffix ??
    (words.length > 2 && last !== undefined && isSuffix(last) ? words.pop() : undefined);
  if (words.length < 2) return { literal };
  let start = words.length - 1;
  const firstParticle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && particles.has(word),
  );
  if (firstParticle > 0) start = firstParticle;
  return build(literal, words.slice(0, start), words.slice(start), suffix);
}

function familyFirst(
  literal: string,
  family: string,
  given: string,
  suffix: string | undefined,
): Name {
  const givenWords = given.split(' ');
  const trailing: string[] = [];
  while (givenWords.length > 1 && particles.has(givenWords.at(-1) ?? ''))
    trailing.unshift(givenWords.pop() ?? '');
  return build(literal, givenWords, [...trailing, ...family.split(' ')], suffix);
}

function build(
  literal: string,
  given: readonly string[],
  familyWords: readonly string[],
  suffix: string | undefined,
): Name {
  const name: Name = { literal };
  let split = 0;
  while (split < familyWords.length - 1 && particles.has(familyWords[split] ?? '')) split += 1;
  if (given.length > 0) name.given = given.join(' ');
  if (split > 0) name.particle = familyWords.slice(0, split).join(' ');
  name.family = familyWords.slice(split).join(' ');
  if (suffix !== undefined) name.suffix = suffix;
  return name;
}

/** What two spellings of one name have in common: case, accents and the order of parts are folded away. */
export function nameKey(name: Name): string {
  return fold(displayName(name));
}

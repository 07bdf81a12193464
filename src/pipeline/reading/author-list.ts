import type { Name } from '../../model/index.ts';
import { habitsOf, isGroup, isInitials, isParticle, isSuffix, readName } from './names.ts';

/** `et al.`, `et al`, `et.al.`, `and others`, `and 12 more authors`, `+12 more`, `…` at the end of a list; `u. a.`, `и др.`, `等`. */
const others =
  /(?:^others|(?:^|[\s,;，、；&])\[?(?:et(?:\.?\s+|\.)(?:al(?:\.|ii|ia)?|coll\.?|autres)|(?:and|&)\s+others|y\s+otr[oa]s|und\s+andere|e\s+altri|e\s+outr[oa]s|i\s+in\.|(?:(?:and\s+|\(?\+\s?)?\d+\s+(?:more|others?)(?:\s+authors?)?|\(?\+\s?\d+\s+authors?|\(?\d+\s+(?:additional|other)\s+authors?\s+not\s+shown)\)?|u\.\s?a\.|и\s+др(?:\.|угие)?|等|ほか|他|(?<=\s)외)\]?|(?<=\p{Script=Han})等|\s*(?:…|\.\.\.))[\s,;.]*(?:\[[^\]]{0,40}\])?(?:\((?:19|20)\d\d\)\.?)?$/iu;
/** What stands for names left out of the middle of a list: `Lee, A., … Fox, B.`, `Ann Lee, +3 authors, Bo Fox`. */
const leftOut =
  /[\s,;]{0,5}(?:[([]?(?:…|\. ?\. ?\.)[)\]]?|\+\s?\d{1,4}\s(?:more\s)?(?:authors|others|more)\b)[\s,;]{0,5}(?:&\s|and\s)?(?=\p{L})/iu;
/** `1,2` of `Ann Lee 1,2, Bo Fox 2`, `¹·²` of `Ann Lee¹·²`: numbers of affiliations */
const affiliations =
  /(?<=\p{L}\.?)(?:\s?\d{1,2}(?:\s?,\s?\d{1,2})*|[¹²³⁰-⁹]+(?:[,·][¹²³⁰-⁹]+)*)(?=\s*(?:[,;]|and\s|&|$))/gu;
/** `[1,2]` of `Ann Lee [1,2], Bo Fox` */
const bracketedNumbers = /(?<=\p{L}\.?)\s?\[\d{1,2}(?:, ?\d{1,2})*\]/gu;
/** `1,2` of `Lee A.1,2`, a list of one name */
const gluedNumbers = /(?<= \S{0,40}(?:\p{Ll}|\.))\d{1,2}(?:, ?\d{1,2})*$/u;
/** `a,b` of `Ann Lee a,b, Bo Fox b`, where each name has them */
const letteredAffiliations = /(?<=\p{L}) [a-h](?:,\s?[a-h])*(?=\s*(?:[,;]|and\s|&|$))/gu;
/** `2.` of `1. Ann Lee 2. Bo Fox`, `(2)`, `[2]` */
const enumeration = /(?:^|[\s,;]{1,5})[[(]?(\d{1,3})[.)\]]\s?(?=\p{L})/gu;
/** `(eds.)`, `, editor` behind a list */
const editorsMark = /,?\s*(?:\((?:eds?\.?|editors?|hrsg\.?)\)|\b(?:eds?\.|editors?|hrsg\.))$/iu;

/** Authors of one printed list. */
export interface AuthorList {
  names: Name[];
  /** True when the list says it is not complete. */
  more: boolean;
}

/**
 * The names in a printed list: `Ann Lee, Bo van Dyk and Cy Fox et al.`. Commas divide names, unless semicolons do or
 * every piece is one `Family, Given`; the first name alone may be so, as in MLA and Chicago.
 */
export function readAuthors(printed: string): AuthorList {
  const { list, more } = withoutOthers(printed.trim());
  const parts = withoutMarks(list).split(leftOut);
  const names = parts.flatMap((part) => {
    const pieces = divide(part, more);
    const habits = habitsOf(pieces);
    return pieces.flatMap((piece) => readName(piece, habits) ?? []);
  });
  return { names, more: more || parts.length > 1 };
}

/** A list of names, or one name, without what says that there are more: `Ann Lee` of `Ann Lee et al.`. */
export function withoutOthers(printed: string): { list: string; more: boolean } {
  const cut = others.exec(printed);
  if (cut === null) return { list: printed, more: false };
  // A semicolon before it says what parts the names: `Moss, John Bo; et al.`
  const end = cut.index + (cut[0].startsWith(';') ? 1 : 0);
  return { list: printed.slice(0, end).replace(/[\s,&]+$/u, ''), more: true };
}

/** A list without the numbers, letters and words that stand between and behind its names. */
function withoutMarks(printed: string): string {
  let list = printed.replace(editorsMark, '').replace(bracketedNumbers, '');
  const numbers = Array.from(list.matchAll(enumeration));
  if (
    numbers.length > 1 &&
    numbers[0]?.index === 0 &&
    numbers.every(([, number], index) => Number(number) === index + 1)
  ) {
    const ends = [...numbers.slice(1).map(({ index }) => index), list.length];
    list = numbers
      .map(({ 0: mark, index }, at) => list.slice(index + mark.length, ends[at]))
      .join(';');
  }
  const isMarked = (list.match(affiliations) ?? []).length > 1 || gluedNumbers.test(list);
  if (isMarked) list = list.replace(affiliations, '');
  const lettered = list.match(letteredAffiliations) ?? [];
  const bare = list.replace(letteredAffiliations, '');
  return lettered.length > 1 && lettered.length === bare.split(/,|;|&|\sand\s/u).length
    ? bare
    : list;
}

/** `A.`, `J. K.`, `J.-P.`, `Ö.`, `Yu.`, `AB`, also with `, Jr.` behind them: initials and nothing else. */
const initials =
  /^(?:(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}|\p{Lu}{1,4}|\p{Lu}(?:[ -]\p{Lu}\.?){1,3})(?:, \S{1,4})?$/u;

/** What parts names and stands in none. */
const STRONG =
  /[;；、،]|，(?=\S)|\s[·•|]\s|(?<=\p{Script=Hangul})·(?=\p{Script=Hangul})|(?<=^\p{Script=Han}{2,4}) (?=\p{Script=Han}{2,4} \p{Script=Han})/u;

/** ` and ` between two names, in several languages; `y` and `e` stand in names as well */
const AND = /\s+(?:and|&|und|et|och|og|и)\s+/u;

function divide(list: string, more: boolean): string[] {
  const strong = STRONG.exec(list)?.[0];
  if (strong !== undefined)
    return list.split(strong).map((name) => name.replace(/^\s*(?:and|&)\s/u, ''));
  const slashed = list.split(/\s?\/\s?/);
  if (slashed.length > 1 && slashed.every((name) => / \p{Lu}/u.test(name))) return slashed;
  const joined = list.split(AND);
  if (joined.length > 1 && joined.every(isFamilyFirst)) return joined;
  const pieces = rejoinSuffixes(
    list.split(/\s*,\s*(?:and\s+|&\s*)?/).flatMap((piece) => piece.split(AND)),
  );
  // `Lee, Fox, Moss and Ray` are four people, `Lee, Ann, and Fox, Bo` are two.
  const endsInOne = /\s(?:and|&)\s+[^\s,]+$/u.test(list);
  if (isAlternating(pieces, endsInOne)) return pairs(pieces);
  const [family = '', given = '', ...rest] = pieces;
  return isFirstInverted(pieces) && (more || joined.length > 1)
    ? [`${family}, ${given}`, ...rest]
    : pieces;
}

/** `van Dyk, Bo`: one comma, and one word before it besides particles. */
function isFamilyFirst(name: string): boolean {
  const [family = '', given, ...rest] = name.split(',');
  return given !== undefined && rest.length === 0 && familyWords(family).length === 1;
}

/** The words of a family name besides particles, whether those are written small or large. */
const familyWords = (family: string) =>
  family
    .trim()
    .split(' ')
    .filter((word) => !isParticle(word));

/** `Gu`, `Hao`: one word; in Han or Hangul, and as `J.Doe`, one word is a whole name. */
const partOfName = /^(?!\p{Lu}\.\p{Lu}\p{Ll})[^\s\p{Script=Han}\p{Script=Hangul}]+$/u;

/** `Hidemi`, `McDonald`, `Jean-Luc`; `OpenAI` and `gpt` are no words of people's names. */
const wordOfName = /^(?:Ma?c|[OD]['’])?\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)*$/u;

/** `Lee`, `van der Berg`, `Le Guin`, `Ramón y Cajal`; a suffix may stand behind it. */
function isFamily(piece: string): boolean {
  const [family = '', ...suffixes] = piece.split(', ');
  const words = familyWords(family);
  const isDouble = words.length === 3 && /^[yei]$/.test(words[1] ?? '');
  return suffixes.every(isSuffix) && (isDouble || (words.length === 1 && isNameWord(words[0])));
}

const isNameWord = (word = '') => wordOfName.test(word) || isParticle(word);

/** `Ann`, `Ann M.`, `A. M.`, `Alexander von`; a suffix may stand behind it. Two whole words may be a name of their own. */
function isGiven(piece: string): boolean {
  const [given = '', ...suffixes] = piece.split(', ');
  const words = given.split(' ');
  const whole = words.filter((word) => !isInitials(word) && !isParticle(word));
  return (
    suffixes.every(isSuffix) && whole.length < 2 && whole.every((word) => wordOfName.test(word))
  );
}

/** `Lee, A., Fox, C. D.`: every second piece is initials. `Lee, Ann, Fox, Bo`: all are single words. */
function isAlternating(pieces: readonly string[], endsInOne: boolean): boolean {
  if (pieces.length % 2 !== 0) return false;
  const isPair = pieces.every((piece, index) =>
    index % 2 === 0 ? isFamily(piece) : isGiven(piece),
  );
  const isTwoWords = pieces.length === 2 && pieces.every((piece) => partOfName.test(piece));
  if (!endsInOne && (isPair || isTwoWords)) return true;
  return pieces.every((piece, index) => index % 2 === 0 || initials.test(piece));
}

/** `Lee, Ann M., Bo Fox, and Cy Moss`: as MLA and Chicago print names. */
function isFirstInverted([family = '', given = '', ...rest]: readonly string[]): boolean {
  return (
    rest.length > 0 &&
    isFamily(family) &&
    isGiven(given) &&
    rest.every((name) => name.includes(' ') && !initials.test(name) && !isGroup(name))
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

// `Ann Lee`, `Bo M. van Dyk`: what may be a given name and a family name, or two family names
const TWO_WORDS =
  /^\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*(?: \p{Lu}\.){0,2} \p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u;

/** `A. Lee`, `J.-P. van Dyk`: no family name begins with initials. */
const INITIALS_FIRST = /^(?:-?\p{Lu}\p{Ll}?\. ?)+(?:\p{L}[\p{L}'’-]* ?)+$/u;

/** `Lee A`, `van Dyk J.-P.`: no given name ends in the initials of another. */
const INITIALS_LAST =
  /^(?:\p{Ll}+ ){0,3}\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*(?: (?:-?\p{Lu}\.)+| \p{Lu}{1,2})+$/u;

/** `WANG Xiaoming`, `Xiaoming WANG` */
const CAPITALS_FIRST = /^\p{Lu}{2,}(?:-\p{Lu}+)?(?: \p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]*)+$/u;
const CAPITALS_LAST = /^(?:\p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]* )+\p{Lu}{2,}(?:-\p{Lu}+)?$/u;

/** The longest piece that is taken for a name: a hostile file has no end. */
const LONGEST_NAME = 200;

/** `1. Ann Lee 2. Bo Fox` */
const NUMBERED = /^[[(]?1[.)\]]\s?\p{L}.*\s[[(]?2[.)\]]\s?\p{L}/u;

/**
 * What the commas say in a value that should be one name: `list` where it is surely more than one (`A. Lee, B. Fox`;
 * `Lee A, Fox B`; `Lee, A. and Fox, B.`; `Ann Lee, Bo Fox, Cy Moss`), `unsure` where it may be two (`Ann Lee, Bo Fox`) or one with two family
 * and two given names.
 */
export function commasIn(printed: string): 'name' | 'list' | 'unsure' {
  if (isGroup(printed)) return 'name';
  const joined = printed.split(/\s(?:and|&)\s/u);
  const isJoined = joined.length > 1 && joined.every((name) => /[\s,]\S/u.test(name.trim()));
  if (isJoined || NUMBERED.test(printed)) return 'list';
  const pieces = printed.split(/\s*,\s*/);
  const [first = '', second] = pieces;
  if (second === undefined) return 'name';
  const isEach = (shape: RegExp) =>
    pieces.every((piece) => piece.length <= LONGEST_NAME && shape.test(piece));
  if ([INITIALS_FIRST, INITIALS_LAST, CAPITALS_FIRST, CAPITALS_LAST].some(isEach)) return 'list';
  const [word = ''] = first.toLowerCase().split(' ');
  if (isParticle(word) || !isEach(TWO_WORDS)) return 'name';
  return pieces.length > 2 ? 'list' : 'unsure';
}

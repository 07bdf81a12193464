import type { Name } from '../../model/index.ts';
import { displayName, fold, isFamilyFirstScript } from '../../text/index.ts';

/** Words that belong to the family name and are written small: `van der`, `de`, `al`. */
const particles = new Set(
  [
    'af al av bin da das de degli dei del dela della delle den der des di do dos du e el het ibn la las le les lo los',
    'ten ter van vande vanden vander vom von y zu zum zur',
  ].flatMap((line) => line.split(' ')),
);
/** `Jr.`, `III`, `PhD` without their dots. */
const suffixWords = new Set([
  'jr',
  'sr',
  '2nd',
  '3rd',
  '4th',
  'ii',
  'iii',
  'iv',
  'phd',
  'md',
  'esq',
]);
/** A word that says the name is not a person's: `LIGO Collaboration`, `Gemini Team`, `World Health Organization`. */
const group =
  /(?<!\p{L})(?:team|collaboration|consortium|group|project|initiative|community|authors|contributors|organi[sz]ation|ministry|committee|commission|council|institute|university|society|association|foundation|agency|network|cent(?:re|er)|department|laborator(?:y|ies)|corporation|federation|academy|hospital|bureau|task force|inc|ltd|gmbh|universit(?:ät|é|à|eit)|universidade?|institut[eo]?|ministerio|ministère|\p{L}*(?:gesellschaft|gemeinschaft|ministerium))(?!\p{L})/iu;
/** `et al.`, `et al`, `et.al.`, `and others`, `and 12 more authors`, `+12 more`, `…` at the end of a list; `u. a.`, `и др.`, `等`. */
const others =
  /(?:(?:^|[\s,;，、；&])\[?(?:et(?:\.?\s+|\.)al(?:\.|ii|ia)?|and\s+others|(?:(?:and\s+|\(?\+\s?)?\d+\s+(?:more|others?)(?:\s+authors?)?|\(?\+\s?\d+\s+authors?|\(?\d+\s+(?:additional|other)\s+authors?\s+not\s+shown)\)?|u\.\s?a\.|и\s+др\.?|等|ほか|他|(?<=\s)외)\]?|(?<=\p{Script=Han})等|\s*(?:…|\.\.\.))[\s,;.]*(?:\[[^\]]{0,40}\])?(?:\((?:19|20)\d\d\)\.?)?$/iu;
/** What stands for names left out of the middle of a list: `Lee, A., … Fox, B.`, `Ann Lee, +3 authors, Bo Fox`. */
const leftOut =
  /[\s,;]{0,5}(?:[([]?(?:…|\. ?\. ?\.)[)\]]?|\+\s?\d{1,4}\s(?:more\s)?(?:authors|others|more)\b)[\s,;]{0,5}(?:&\s|and\s)?(?=\p{L})/iu;
/** `1,2` of `Ann Lee 1,2, Bo Fox 2`: numbers of affiliations */
const affiliations = /(?<=\p{L}\.?)\s?\d{1,2}(?:\s?,\s?\d{1,2})*(?=\s*(?:[,;]|and\s|&|$))/gu;

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
  // A semicolon before it says what parts the names: `Moss, John Bo; et al.`
  if (cut !== null)
    list = list.slice(0, cut.index + (cut[0].startsWith(';') ? 1 : 0)).replace(/[\s,&]+$/u, '');
  if ((list.match(affiliations) ?? []).length > 1) list = list.replace(affiliations, '');
  const parts = list.split(leftOut);
  const names = parts.flatMap((part) => {
    const pieces = divide(part);
    const bare = bareInitials(pieces);
    return pieces.flatMap((piece) => readName(piece, bare) ?? []);
  });
  return { names, more: more || parts.length > 1 };
}

/** `A.`, `J. K.`, `J.-P.`, `Ö.`, `Yu.`, `AB`, also with `, Jr.` behind them: initials and nothing else. */
const initials = /^(?:\p{Lu}(?:\p{Ll}?\.)?[\s-]?){1,4}(?:, \S{1,4})?$/u;

/** What parts names and stands in none. */
const STRONG =
  /[;；、،]|，(?=\S)|\s[·•|]\s|(?<=\p{Script=Hangul})·(?=\p{Script=Hangul})|(?<=^\p{Script=Han}{2,4}) (?=\p{Script=Han}{2,4} \p{Script=Han})/u;

/** ` and ` between two names, in several languages; `y` and `e` stand in names as well */
const AND = /\s+(?:and|&|und|et|och|og|и)\s+/u;

function divide(list: string): string[] {
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
  return isAlternating(pieces, endsInOne) ? pairs(pieces) : pieces;
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

/** `Gu`, `Hao`: one word; in Han or Hangul, and as `J.Doe`, one word is a whole name. */
const partOfName = /^(?!\p{Lu}\.\p{Lu}\p{Ll})[^\s\p{Script=Han}\p{Script=Hangul}]+$/u;

/** `Hidemi`, `McDonald`, `Jean-Luc`; `OpenAI` and `gpt` are no words of people's names. */
const wordOfName = /^(?:Ma?c|[OD]['’])?\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)*$/u;

/** `Lee, A., Fox, C. D.`: every second piece is initials. `Lee, Ann, Fox, Bo`: all are single words. */
function isAlternating(pieces: readonly string[], endsInOne: boolean): boolean {
  const isEven = pieces.length % 2 === 0 && !endsInOne;
  const isPart = (piece: string) =>
    pieces.length === 2 ? partOfName.test(piece) : wordOfName.test(piece);
  if (isEven && pieces.every(isPart)) return true;
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
  return suffixWords.has(word.replaceAll('.', '').toLowerCase());
}

/** `E.M.`, `J.-P.`, `Yu.`: initials with their stops; `St.` of a family name is none. */
const stopped = /^(?!St\.$)(?:-?\p{Lu}\p{Ll}?\.)+$/u;
/** `A`, `JA`, `J-P`: capitals that may be initials. */
const bareCapitals = /^\p{Lu}(?:-?\p{Lu}){0,2}$/u;

/**
 * How many capitals without stops at the end of a name are initials, by the other names of its list: none where a
 * name ends in a word (`Ann Lee, Weinan E`), up to three where all of several end so (`Smith JA, Lee A`), one where
 * nothing stands beside it (`Lee A`, but `Mistral AI`).
 */
export function bareInitials(names: readonly string[]): number {
  const people = names
    .map((name) => name.trim())
    .filter((name) => name !== '' && !group.test(name));
  const all = people.every((name) => {
    const [, ...rest] = name.split(/\s+/);
    const last = rest.filter((word) => !isSuffix(word)).at(-1);
    return last !== undefined && (stopped.test(last) || bareCapitals.test(last));
  });
  if (!all) return 0;
  return people.length > 1 ? 3 : 1;
}

/** Where the initials at the end of a name begin, the number of its words where there are none. */
function initialsAt(words: readonly string[], bare: number): number {
  const isInitials = (word: string) =>
    stopped.test(word) || (bareCapitals.test(word) && word.replaceAll('-', '').length <= bare);
  const at = words.findLastIndex((word) => !isInitials(word)) + 1;
  // Initials in front as well: `J. Doe A.` has them on both sides.
  return words.slice(0, at).some((word) => stopped.test(word)) ? words.length : at;
}

/**
 * What lists add to a name: `0001`, by which dblp tells people of one name apart; `(1)`, `*`, `†` and `²` of a footnote;
 * `(ORCID: …)`, `(Eds.)`, `(University of Ghent)`.
 */
const ADDED =
  /(?:(?<=\p{L}\.?) 0\d{3}|\s?\((?:\d{1,12}|(?:\d{4}-){3}\d{3}[\dX]|ORCID[^()]*|eds?\.?|editors?)\)|(?<=[\p{L}.])\s?[*∗†‡§¶¹²³⁰-⁹]{1,5})+$/iu;

/** `(University of Ghent)` behind a name, which is no part of it where it names a house */
const HOUSE = /(?<=\p{L}\.?)\s?\([^()]*\)$/u;

/** `Prof. Dr.` of `Prof. Dr. Ann Lee` */
const TITLES = /^(?:(?:Prof|Dr|Mr|Mrs|Ms)\. )+(?=\p{Lu})/u;

/** What precedes the name of a group in a list of people. */
const ON_BEHALF = /^(?:and )?(?:on behalf of|for) the (?=\p{Lu})/iu;

/** `J.` of `J.Doe` */
const GLUED_INITIALS = /^(?:\p{Lu}\.-?)+(?=\p{Lu}\p{Ll})/u;

/** `[No author name available]`, as databases say that nobody is named. */
const NOBODY = /^\[(?:no authors?\b[^\]]*|anonymous)\]$/i;

/** `Петрович`, `Ивановна`: a name after one's father, which stands behind the given name */
const PATRONYMIC = /\p{Script=Cyrillic}(?:ович|евич|ьич|овна|евна|ична)$/u;

/**
 * One name in CSL's parts (https://docs.citationstyles.org/en/stable/specification.html#names), `literal` as printed.
 * Names of groups and names of one word are `literal` only. Initials at the end mean that the family name comes
 * first: `van der Berg C.`. Undefined for blank text.
 *
 * @param bare how many capitals without stops at its end are initials
 */
export function readName(printed: string, bare = bareInitials([printed])): Name | undefined {
  const literal = printed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(HOUSE, (added) => (group.test(added) ? '' : added))
    .replace(ADDED, '')
    .replace(TITLES, '')
    .replace(ON_BEHALF, '')
    .replace(GLUED_INITIALS, '$& ');
  if (literal === '' || NOBODY.test(literal)) return undefined;
  if (group.test(literal)) return { literal };
  const [front = '', ...afterComma] = literal.split(/[,،] /u);
  const suffixes = afterComma.filter(isSuffix);
  const printedSuffix = suffixes.length === 0 ? undefined : suffixes.join(', ');
  const givenAfterComma = afterComma.find((part) => !isSuffix(part));
  if (givenAfterComma !== undefined)
    return familyFirst(literal, front, givenAfterComma, printedSuffix);
  const words = front.split(' ');
  const last = words.at(-1);
  const suffix =
    printedSuffix ??
    (words.length > 2 && last !== undefined && isSuffix(last) ? words.pop() : undefined);
  if (words.length < 2) return { literal };
  const given = initialsAt(words, bare);
  if (given > 0 && given < words.length)
    return build(literal, words.slice(given), words.slice(0, given), suffix);
  const [first = '', second = ''] = words;
  const startsWithFamily =
    (words.length === 2 &&
      (isFamilyFirstScript(front) || (bareCapitals.test(first) && stopped.test(second)))) ||
    (words.length === 3 && PATRONYMIC.test(words[2] ?? '') && !PATRONYMIC.test(second));
  if (startsWithFamily) return build(literal, words.slice(1), [first], suffix);
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
  const familyWords = family.split(' ');
  const last = familyWords.at(-1);
  if (suffix === undefined && familyWords.length > 1 && last !== undefined && isSuffix(last))
    return familyFirst(literal, familyWords.slice(0, -1).join(' '), given, last);
  const givenWords = given.split(' ');
  if (suffix === undefined && givenWords.length > 1 && isSuffix(givenWords.at(-1) ?? ''))
    return familyFirst(literal, family, givenWords.slice(0, -1).join(' '), givenWords.at(-1));
  const trailing: string[] = [];
  while (givenWords.length > 1 && particles.has(givenWords.at(-1) ?? ''))
    trailing.unshift(givenWords.pop() ?? '');
  return build(literal, givenWords, [...trailing, ...familyWords], suffix);
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
  const family = familyWords.slice(split).join(' ');
  // `, Ann`: what stands before the comma is missing.
  if (family === '') return name;
  if (given.some((word) => word !== '')) name.given = given.join(' ');
  if (split > 0) name.particle = familyWords.slice(0, split).join(' ');
  name.family = family;
  if (suffix !== undefined) name.suffix = suffix;
  return name;
}

// `Ann Lee`, `Bo M. van Dyk`: what may be a given name and a family name, or two family names
const TWO_WORDS =
  /^\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*(?: \p{Lu}\.){0,2} \p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u;

/** `A. Lee`, `J.-P. van Dyk`: no family name begins with initials. */
const INITIALS_FIRST = /^(?:-?\p{Lu}\p{Ll}?\. ?)+(?:\p{L}[\p{L}'’-]* ?)+$/u;

/**
 * What the commas say in a value that should be one name: `list` where it is surely more than one (`A. Lee, B. Fox`;
 * `Ann Lee, Bo Fox, Cy Moss`), `unsure` where it may be two (`Ann Lee, Bo Fox`) or one with two family and two given names.
 */
export function commasIn(printed: string): 'name' | 'list' | 'unsure' {
  const pieces = printed.split(/\s*,\s*/);
  const [first = '', second] = pieces;
  if (second === undefined || group.test(printed)) return 'name';
  if (pieces.every((piece) => INITIALS_FIRST.test(piece))) return 'list';
  const [word = ''] = first.toLowerCase().split(' ');
  if (particles.has(word) || !pieces.every((piece) => TWO_WORDS.test(piece))) return 'name';
  return pieces.length > 2 ? 'list' : 'unsure';
}

/** What two spellings of one name have in common: case, accents and the order of parts are folded away. */
export function nameKey(name: Name): string {
  return fold(displayName(name));
}

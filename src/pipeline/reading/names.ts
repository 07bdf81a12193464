import { type Name, PARTICLES } from '../../model/index.ts';
import { displayName, fold, isFamilyFirstScript } from '../../text/index.ts';
import familyNames from './family-names.json' with { type: 'json' };

const particles: ReadonlySet<string> = new Set(PARTICLES);
/** Particles written large, which belong to the family name as well; `Da` and `Du` are given names, too. */
const capitalParticles: ReadonlySet<string> = new Set(
  'Al Bin De Del Della Den Der Di Dos El La Le St. Ten Ter Van Vande Vanden Vander Von'.split(' '),
);
/** What joins the two family names of one person: `Ramón y Cajal`, `Costa e Silva`, `Puig i Cadafalch`. */
const joints: ReadonlySet<string> = new Set(['y', 'e', 'i']);
/** Family names of China, Korea and Vietnam in Latin letters, which stand in front as well as behind. */
const eastAsian: ReadonlySet<string> = new Set(familyNames);
const isEastAsian = (word = '') => eastAsian.has(fold(word));
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
  /(?<!\p{L})(?:team|collaboration|consortium|group|project|initiative|community|authors|contributors|organi[sz]ation|ministry|committee|commission|council|institute|university|society|association|foundation|agency|network|cent(?:re|er)|department|laborator(?:y|ies)|corporation|federation|academy|hospital|bureau|research|task force|monetary fund|bank of|(?:world|central|development|investment|reserve) bank|deepmind|inc|ltd|gmbh|universit(?:ät|é|à|eit)|universidade?|institut[eo]?|ministerio|ministère|\p{L}*(?:gesellschaft|gemeinschaft|ministerium))(?!\p{L})/iu;
/** Whether a name says that it is not a person's. */
export const isGroup = (name: string) => group.test(name);

/** Whether a word belongs to the family name behind it, written small or large: `van`, `Le`, `St.`. */
export const isParticle = (word: string) => particles.has(word) || capitalParticles.has(word);

/** Whether a word is behind a name, and no part of it: `Jr.`. */
export function isSuffix(word: string): boolean {
  return suffixWords.has(word.replaceAll('.', '').toLowerCase());
}

/** `E.M.`, `J.-P.`, `Yu.`: initials with their stops; `St.` of a family name is none. */
const stopped = /^(?!St\.$)(?:-?\p{Lu}\p{Ll}?\.)+$/u;
/** `A`, `JA`, `J-P`: capitals that may be initials. */
const bareCapitals = /^\p{Lu}(?:-?\p{Lu}){0,2}$/u;

/** Whether a word is initials: `E.M.`, `JA`. */
export const isInitials = (word: string) => stopped.test(word) || bareCapitals.test(word);

/** `WANG`, `O'NEIL`, `LE-ROY`: a word in capitals. */
const inCapitals = /^(?:\p{Lu}['’])?\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u;

/** What the names of one list have in common. */
export interface Habits {
  /**
   * How many capitals without stops at the end of a name are initials: none where a name ends in a word (`Ann Lee,
   * Weinan E`), up to three where all of several end so (`Smith JA, Lee A`), one where nothing stands beside it (`Lee A`,
   * but `Mistral AI`).
   */
  bare: number;
  /** Whether words in capitals at the beginning are family names: `WANG Xiaoming, LI Hao`. */
  capitals: boolean;
}

/** The habits of a list by its names. */
export function habitsOf(names: readonly string[]): Habits {
  const people = names
    .map((name) => name.trim())
    .filter((name) => name !== '' && !group.test(name))
    .map((name) => name.split(/\s+/).filter((word, at) => at === 0 || !isSuffix(word)));
  const isSeveral = people.length > 1;
  const areInitials = people.every((words) => words.length > 1 && isInitials(words.at(-1) ?? ''));
  return {
    bare: !areInitials ? 0 : isSeveral ? 3 : 1,
    capitals:
      isSeveral &&
      people.every((words) => capitalsAt(words) > 0) &&
      people.some(([first = '']) => first.length > 3),
  };
}

/** How many words in capitals stand before others: 1 of `WANG Xiaoming`, none of `ANN LEE`. */
function capitalsAt(words: readonly string[]): number {
  const end = words.findIndex((word) => !inCapitals.test(word));
  const isMixed = end > 0 && words.slice(end).some((word) => /\p{Ll}/u.test(word));
  return isMixed ? end : 0;
}

/** Where the initials at the end of a name begin, the number of its words where there are none. */
function initialsAt(words: readonly string[], bare: number): number {
  const isInitial = (word: string) =>
    stopped.test(word) || (bareCapitals.test(word) && word.replaceAll('-', '').length <= bare);
  const at = words.findLastIndex((word) => !isInitial(word)) + 1;
  // Initials in front as well: `J. Doe A.` has them on both sides.
  return words.slice(0, at).some((word) => stopped.test(word)) ? words.length : at;
}

/**
 * What lists add to a name: `0001`, by which dblp tells people of one name apart; `(1)`, `[1]`, `1,2`, `*`, `†` and `²` of a
 * footnote; `(ORCID: …)`, `(Eds.)`.
 */
const ADDED =
  /(?:(?<=\p{L}\.?) 0\d{3}|\s?\((?:\d{1,12}|(?:\d{4}-){3}\d{3}[\dX]|ORCID[^()]*|eds?\.?|editors?)\)|\s?\[\d{1,2}(?:, ?\d{1,2})*\]|(?<=^[^,]{1,60} \S{0,40}(?:\p{L}{2}|\.))\d{1,2}(?:, ?\d{1,2})*|(?<=[\p{L}.])\s?[*∗†‡§¶¹²³⁰-⁹]{1,5}(?:[,·][*∗†‡§¶¹²³⁰-⁹]{1,5})*)+$/iu;

/** `(University of Ghent)`, `(MIT)` behind a name, which is no part of it where it names a house */
const HOUSE = /(?<=\p{L}\.?)\s?\(([^()]*)\)$/u;
const ACRONYM = /^\p{Lu}{2,6}$/u;

/** `Prof. Dr.` of `Prof. Dr. Ann Lee` */
const TITLES = /^(?:(?:Prof|Dr|Mr|Mrs|Ms)\. )+(?=\p{Lu})/u;

/** What precedes the name of a group in a list of people. */
const ON_BEHALF = /^(?:and )?(?:on behalf of|for) the (?=\p{Lu})/iu;

/** `J.` of `J.Doe` */
const GLUED_INITIALS = /^(?:\p{Lu}\.-?)+(?=\p{Lu}\p{Ll})/u;

/** `{World Bank}`: one name and no parts, as BibTeX writes it and other formats copy it */
const IN_BRACES = /^\{([^{}]+)\}$/u;

/** `[No author name available]`, as databases say that nobody is named. */
const NOBODY = /^\[(?:no authors?\b[^\]]*|anonymous)\]$/i;

/** `Петрович`, `Ивановна`: a name after one's father, which stands behind the given name */
const PATRONYMIC = /\p{Script=Cyrillic}(?:ович|евич|ьич|овна|евна|ична)$/u;

/**
 * One name in CSL's parts (https://docs.citationstyles.org/en/stable/specification.html#names), `literal` as printed.
 * Names of groups and names of one word are `literal` only. Initials at the end mean that the family name comes
 * first: `van der Berg C.`. Undefined for blank text.
 *
 * @param habits what the other names of its list tell
 */
export function readName(printed: string, habits = habitsOf([printed])): Name | undefined {
  const whole = IN_BRACES.exec(printed.trim())?.[1]?.trim();
  if (whole !== undefined && whole !== '') return { literal: whole };
  const literal = printed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(HOUSE, (added, house: string) =>
      group.test(added) || ACRONYM.test(house) ? '' : added,
    )
    .replace(ADDED, '')
    .replace(TITLES, '')
    .replace(ON_BEHALF, '')
    .replace(GLUED_INITIALS, '$& ');
  if (literal === '' || NOBODY.test(literal)) return undefined;
  if (group.test(literal)) return { literal };
  const [front = '', ...afterComma] = literal.split(/[,،] ?/u);
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
  const given = initialsAt(words, habits.bare);
  if (given > 0 && given < words.length)
    return build(literal, words.slice(given), words.slice(0, given), suffix);
  // `Doe Jr EM`
  const inner = words.findIndex((word, index) => index > 0 && isSuffix(word));
  if (inner > 0 && words.length > inner + 1 && words.slice(inner + 1).every(isInitials))
    return build(literal, words.slice(inner + 1), words.slice(0, inner), words[inner]);
  const family = familyWordsInFront(words, habits);
  if (family > 0) return build(literal, words.slice(family), words.slice(0, family), suffix);
  const start = familyAtEnd(words);
  return build(literal, words.slice(0, start), words.slice(start), suffix);
}

/** `Min-jun`, `Chien-ming`: given names of two syllables */
const TWO_SYLLABLES = /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{1,6}$/u;

/** How many words at the beginning of a name without a comma are its family name: by script, by capitals, by what follows. */
function familyWordsInFront(words: readonly string[], { capitals }: Habits): number {
  const [first = '', second = '', third = ''] = words;
  const isInFront =
    (words.length === 2 &&
      (isFamilyFirstScript(words.join(' ')) ||
        (bareCapitals.test(first) && stopped.test(second)) ||
        (isEastAsian(first) && TWO_SYLLABLES.test(second)))) ||
    (words.length === 3 && PATRONYMIC.test(third) && !PATRONYMIC.test(second));
  if (isInFront) return 1;
  const large = capitalsAt(words);
  const isKnown = large === 1 && first.length > 2 && isEastAsian(first);
  return capitals || isKnown ? large : 0;
}

/** Where the family name at the end of a name begins: its last word, with what belongs to that. */
function familyAtEnd(words: readonly string[]): number {
  const [first, last = ''] = [words[0], words.at(-1)];
  const before = (start: number) => words[start - 1] ?? '';
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && particles.has(word),
  );
  let start = particle > 0 ? particle : words.length - 1;
  if (start > 2 && joints.has(before(start))) start -= 2;
  // `Ann DE LA TOUR`
  const isLarge = (word: string) => inCapitals.test(word) && particles.has(word.toLowerCase());
  while (start > 1 && inCapitals.test(last) && isLarge(before(start))) start -= 1;
  const isVietnamese = isEastAsian(first) || isEastAsian(last);
  while (start > 1 && !isVietnamese && capitalParticles.has(before(start))) start -= 1;
  return start;
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

/**
 * The parts of a name as a program states them, each once; a particle that it keeps with the family name or behind the
 * given one is its own part, as CSL's processors take it.
 */
export function statedName(literal: string, stated: Omit<Name, 'literal'>): Name {
  const { given = '', particle = '', family = '', suffix = '' } = stated;
  const name =
    family === '' || particle !== ''
      ? {
          literal,
          ...(given && { given }),
          ...(particle && { particle }),
          ...(family && { family }),
        }
      : familyFirst(literal, family, given, undefined);
  return suffix === '' ? name : { ...name, suffix };
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

/** What two spellings of one name have in common: case, accents and the order of parts are folded away. */
export function nameKey(name: Name): string {
  return fold(displayName(name));
}

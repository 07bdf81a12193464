/**
 * Words as the index knows them. Texts are cut into them when the index is made and queries when they are asked, by the
 * same rules, so both sides always agree.
 */
import { stem } from 'porter2';
import { keyboardForm } from '../text/index.ts';
import { bigrams, singularAcronym, withoutTex } from './spelling.ts';
import spellings from './tables/spellings.json' with { type: 'json' };

/** Stands where punctuation sets words apart, and is looked up like a word: a phrase has it in the same places. */
export const GAP = ',';
/** Stands between words that are no text together. Pagefind counts it as a place and does not keep it. */
export const BREAK = '·';

/** One word or compound of a text: `mixture-of-experts` has three parts. */
export interface Unit {
  /** As it stands in the text, spelled with a keyboard, punctuation around it left out: `Mixture-of-Experts`. */
  source: string;
  /** Folded: `mixture`, `of`, `experts`. */
  parts: string[];
  /** False when punctuation stands between it and the unit before. */
  runsOn: boolean;
}

/** Em dashes, which part what they stand between; hyphens join. */
const WIDE_DASH = /[\u2014\u2015]/gu;
/** `’` in `model’s` */
const APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;
/** `,` in `10,000` */
const THOUSANDS = /(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu;
/** `±1` */
const PLUS_MINUS = /±\s?(?=[\p{L}\p{N}])/gu;
/** Accents on Latin, Greek and Cyrillic letters; marks of other scripts belong to their words. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
/** `mixture-of-experts`, `3.1`, `n:m`, `C#`: letters and digits, and the signs that join them. */
const UNIT =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-/.:'_&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:(?<![\p{L}\p{N}]\p{L})(?:\+\+|#)(?![\p{L}\p{N}]))?/gu;
/** `-` between `mixture` and `of` */
const JOINT = /[-/.:'_&]/u;
/** White space and opening quotes set nothing apart. */
const BLANK = /^[\s"]*$/u;
const SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u;

/** The words and compounds of a text, in order. */
export function units(text: string): Unit[] {
  let typed = withoutTex(keyboardForm(text.replace(WIDE_DASH, ' ; ')));
  // Most texts have none of these, and a browser spends more on such an expression than on all the rest of a query.
  if (typed.includes("'")) typed = typed.replace(APOSTROPHE, '');
  if (typed.includes(',')) typed = typed.replace(THOUSANDS, '');
  if (typed.includes('±')) typed = typed.replace(PLUS_MINUS, 'plusminus');
  const found: Unit[] = [];
  let end = 0;
  for (const match of typed.matchAll(UNIT)) {
    const [source] = match;
    const parts = source.split(JOINT).flatMap(partsOf);
    found.push({
      source,
      parts,
      runsOn: found.length > 0 && BLANK.test(typed.slice(end, match.index)),
    });
    end = match.index + source.length;
  }
  return found;
}

/** A word without case and accents; a run of a script without spaces as its pairs. */
function partsOf(part: string): string[] {
  const folded = part.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  return SPACELESS.test(folded) ? bigrams(folded) : [folded];
}

/** `(experts),`, `low-rank`: nearly every word of a text needs no rules to be read. */
const PLAIN_WORD = /^[("]*([a-z0-9]+(?:-[a-z0-9]+)*)[.,;:!?)"]*$/u;
/** Letters without accents, dashes, quotes and what nobody sees: of these the rules leave signs out and add nothing. */
const ONLY_SHORTENED = /^[^\\\u0080-\u200f\u2028-\u205f\u2065-\uffff]*$/u;
const SIGNS = /[^a-z0-9+#]+/gu;

/**
 * Whether a word of a text, cut at blanks, has one of some folded words among its {@link units}, as a part or as a whole.
 *
 * The rules are dear when they are first used, for a browser makes code of their expressions; this asks them only where
 * it may matter.
 */
export function hasOneOf(word: string, wanted: ReadonlySet<string>): boolean {
  const has = (parts: readonly string[]) =>
    parts.some((part) => wanted.has(part)) || wanted.has(parts.join(''));
  const lower = word.toLowerCase();
  const plain = PLAIN_WORD.exec(lower)?.[1];
  if (plain !== undefined) return has(plain.split('-'));
  const letters = ONLY_SHORTENED.test(lower) ? lower.replace(SIGNS, '') : undefined;
  if (letters !== undefined && ![...wanted].some((each) => letters.includes(each))) return false;
  return units(word).some(({ parts }) => has(parts));
}

/** The words of a text one after another, with {@link GAP} where punctuation stands. */
export function sequence(text: string): string[] {
  return units(text).flatMap(({ parts, runsOn }, at) =>
    runsOn || at === 0 ? parts : [GAP, ...parts],
  );
}

/** Most words of a title that is looked up as a whole: longer ones are told from others by their words. */
const SHORT_TITLE = 3;

/** What a short title is called as a whole, which no word of a text is: `deep=learning=`; undefined for a longer one. */
export function wholeTitle(words: readonly string[]): string | undefined {
  return words.length === 0 || words.length > SHORT_TITLE ? undefined : `${words.join('=')}=`;
}

/** Digits are written as these letters, because Pagefind cuts words between letters and digits. */
const FIRST_DIGIT = 0x561;
/** Sixteen more, five for each character that is neither `a` to `z` nor a digit. */
const FIRST_NIBBLE = 0x56b;
const PLAIN = /[a-z+#]/u;
/** The letter that {@link GAP} is written as. */
const GAP_KEY = '\u0586';

/** The key under which the index holds a word: one that Pagefind neither cuts nor changes. */
export function keyOf(word: string): string {
  if (word === GAP) return GAP_KEY;
  let key = '';
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    if (PLAIN.test(character)) key += character;
    else if (code >= 0x30 && code <= 0x39) key += String.fromCharCode(FIRST_DIGIT + code - 0x30);
    else
      for (let shift = 16; shift >= 0; shift -= 4) {
        key += String.fromCharCode(FIRST_NIBBLE + ((code >> shift) & 15));
      }
  }
  return key;
}

/** The word that {@link keyOf} gave a key. */
export function wordOf(key: string): string {
  if (key === GAP_KEY) return GAP;
  let word = '';
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (code < FIRST_DIGIT) word += key.charAt(at);
    else if (code < FIRST_NIBBLE) word += String.fromCharCode(0x30 + code - FIRST_DIGIT);
    else {
      let point = 0;
      for (const nibble of key.slice(at, at + 5)) {
        point = (point << 4) | (nibble.charCodeAt(0) - FIRST_NIBBLE);
      }
      word += String.fromCodePoint(point);
      at += 4;
    }
  }
  return word;
}

/** Words of which the spellings differ between Britain and America, by their beginnings: `behaviour`, `centre`. */
const OUR = new RegExp(`^(${spellings.our.join('|')})our`, 'u');
const OR = new RegExp(`^(${spellings.our.join('|')})or`, 'u');
const DOUBLED = new RegExp(`^(${spellings.doubled.join('|')})l(?=(?:ed|ing|er|ers|ings)$)`, 'u');
const RE = new RegExp(`^((?:[a-z]+)?(?:${spellings.re.join('|')}))re(d|s)?$`, 'u');
const OGUE = new RegExp(`^(${spellings.ogue.join('|')})ogue(?=s?$)`, 'u');
const ENCE = new RegExp(`^(${spellings.ence.join('|')})ence(?=s?$)`, 'u');
/** `generalisation`; in shorter words the s is not a z: `rise`. */
const ISE = /^([a-z]{4,})is(e|ed|es|er|ers|ing|ation|ations|ational|able|ability)$/u;
/** `analysed` */
const YSE = /^([a-z]{3,})ys(e|ed|er|ers|ing|able)$/u;
/** `tokenizer`, `organization`: a verb of its own, not a form of `token` or `organ`. */
const IZE = /iz(?:e|ed|es|er|ers|ing|ation|ations|ational|able|ability)$/u;
const irregular = new Map(Object.entries(spellings.irregular));
const ENGLISH_WORD = /^[a-z]{3,}$/u;

/** `generalisation` as Americans write it. */
function american(word: string): string {
  return word
    .replace(OUR, '$1or')
    .replace(DOUBLED, '$1')
    .replace(RE, (_, base: string, end = '') => `${base}er${end === 'd' ? 'ed' : end}`)
    .replace(OGUE, '$1og')
    .replace(ENCE, '$1ense')
    .replace(ISE, '$1iz$2')
    .replace(YSE, '$1yz$2');
}

/**
 * What a word has in common with its forms, which are those that count as the same word: plural and other inflections
 * by the Porter2 stemmer, British and American spelling, plurals of acronyms. Other languages than English are compared
 * as they are.
 */
export function familyOf(word: string, language: string): string {
  if (!language.startsWith('en')) return word;
  const family = englishFamily(word);
  return rootsOf(family, language).some((root) => word.startsWith(root)) ? family : word;
}

function englishFamily(word: string): string {
  const singular = singularAcronym(word);
  if (singular !== word || !ENGLISH_WORD.test(word)) return singular;
  const spelled = american(irregular.get(word) ?? word);
  const kept = spellings.apart.find((each) => spelled === each || spelled === `${each}s`);
  if (kept !== undefined) return kept;
  const stemmed = stem(spelled);
  return IZE.test(spelled) && !/[iy]z$/u.test(stemmed) ? `${stemmed}iz` : stemmed;
}

/** What the end of a family may have replaced: `studi` of `study`, `possibl` of `possibility`, `prun` of `prune`, `cent` of `centre`. */
const CHANGED_END = /(?:[eiy]|bl|z[a-z]{0,3}|er|ens|[xns]|ion|on|ex|ix)$/u;

/** Beginnings of which every form of a family has one, so that the forms stand together in the order of the index. */
export function rootsOf(family: string, language: string): string[] {
  if (!language.startsWith('en') || !ENGLISH_WORD.test(family)) return [family];
  const roots = [family.replace(CHANGED_END, (end) => (family.length - end.length < 3 ? end : ''))];
  if (OR.test(family)) roots.push(family.replace(OR, '$1our').replace(CHANGED_END, ''));
  return roots;
}

/** Whole words with what an inflection adds, and never stems: `expert|s`, `box|es`, `deep|ly`, `span|ning`. */
const INFLECTED =
  /^[a-z]*(?:[^aiu]\|s|(?:s|x|ch|sh)\|es|\|ly|([bdfgklmnprtvz])\|\1(?:ed|ing|er|ers))$/u;
/** Words that keep their end before `-ed` and `-ing`: of `encoded` and `merging` these are not `encod` and `merg`. */
const KEPT_BEFORE_ED =
  /(?:[^aeiou][dfhkmnptwx]|ss|ll|[ae]i[dln]|(?:ee|oa|oo|ou)[dklmnpt]|e[rn]|on|it|op|[aeo][wy])$/u;
const ED = /^(?:ed|ing|ings)$/u;
/** The rest of `decode` and `operates`, of which `decod` and `oper` are but stems. */
const REST_OF_WORD = /^(?:e|at(?:e|ed|es|ing))$/u;

/**
 * Whether a word is only what a stemmer leaves of some others, such as `attent` of `attention`: a beginning, and no form
 * of them. A word that stands among them is none.
 *
 * @param forms words of its family
 */
export function isOnlyStem(word: string, forms: readonly string[], language: string): boolean {
  if (forms.length === 0 || !ENGLISH_WORD.test(word) || familyOf(word, language) !== word) {
    return false;
  }
  const spelled = forms.map((form) => american(irregular.get(form) ?? form));
  if (spelled.includes(word) || forms.includes(word)) return false;
  const rests = spelled.flatMap((form) => (form.startsWith(word) ? [form.slice(word.length)] : []));
  if (rests.some((rest) => REST_OF_WORD.test(rest))) return true;
  return !rests.some(
    (rest) => INFLECTED.test(`${word}|${rest}`) || (ED.test(rest) && KEPT_BEFORE_ED.test(word)),
  );
}

/** Words so common that they say nothing; a query asks for them only when it has no other word, or in quotes. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(spellings.small);

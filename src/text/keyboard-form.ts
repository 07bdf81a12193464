import { plainLetters } from './plain-letters.ts';

const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** `β` and `Β`; final sigma stands at U+03C2, so both cases line up with the list of names. */
const greekLetter = /[\u0391-\u03a9\u03b1-\u03c9]/gu;
/** `αβ` of a formula, and `φωτός`, which is a word. */
const greek = /\p{Script=Greek}+/gu;
const LONGEST_SYMBOL = 3;
/** `–` in `Erdős–Rényi` */
const anyDash = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
/** `×` in `64×64`, which keyboards write `64x64`. */
const times = /×/gu;
/** `“` */
const doubleQuote = /[\u201c-\u201f\u00ab\u00bb\u2033]/gu;
/** `’` */
const singleQuote = /[\u2018-\u201b\u2032\u02b9-\u02bc]/gu;
/** Soft hyphen, zero-width space and joiners, word joiner, invisible operators, byte order mark. */
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

function greekName(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const place = code >= 0x3b1 ? code - 0x3b1 : code - 0x391;
  return greekNames[place] ?? letter;
}

/**
 * Text with compatibility forms, typographic punctuation, stroked letters and Greek replaced by what a keyboard has:
 * `R⁴ec` gives `R4ec`, `β‑VAE` gives `beta-VAE`, `64×64` gives `64x64`, `Łukasz` gives `Lukasz`. Words of Greek stay.
 *
 * Accents stay: the search engine knows them and prefers an exact match.
 */
export function keyboardForm(text: string): string {
  const typed = text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(anyDash, '-')
    .replace(times, 'x')
    .replace(doubleQuote, '"')
    .replace(singleQuote, "'");
  return plainLetters(typed).replace(greek, (run) =>
    run.length > LONGEST_SYMBOL ? run : run.replace(greekLetter, greekName),
  );
}

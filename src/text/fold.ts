import { plainLetters } from './plain-letters.ts';

/** Soft hyphens, joiners and marks of byte order: invisible, and inside words. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Accents that stand on Latin, Greek and Cyrillic letters and on math; marks of other scripts are part of the word. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Everything between words. */
const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * A text reduced to what matters when comparing: compatibility forms, case, accents and Greek variants unified, every
 * run of anything but letters and digits one blank. `Erdős’s ϵ-nets (R⁴)` is `erdos s ε nets r4`.
 */
export function fold(text: string): string {
  const small = text.replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
  const bare = small.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
  return plainLetters(bare).replaceAll('ς', 'σ').normalize('NFKC').replace(SEPARATORS, ' ').trim();
}

/** The folded words of a text, in order; none for a text without letters and digits. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

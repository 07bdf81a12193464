/** How far a single quotation may reach. */
const LONGEST_QUOTATION = 300;
/** A letter or digit: a quotation mark between two of them is an apostrophe. */
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** What stands before a tie: a letter, digit or mark that ends a word. */
const TIED_BEFORE = /[\p{L}\p{N}.,;:)\]}'"’”%$]/u;

/** Index of the `'` that closes the quotation `` `..' `` opened by the backtick at `at`; undefined if it opens none. */
export function closingQuote(text: string, at: number, end: number): number | undefined {
  const before = text[at - 1] ?? ' ';
  if (WORD_CHARACTER.test(before) || (text[at + 1] ?? ' ') === ' ') return undefined;
  const limit = Math.min(end, at + LONGEST_QUOTATION);
  for (let i = at + 1; i < limit; i++) {
    const after = text[i + 1] ?? ' ';
    if (text[i] === '`') return undefined;
    if (text[i] === "'" && !WORD_CHARACTER.test(after)) return after === "'" ? undefined : i;
  }
  return undefined;
}

/**
 * What `~` says between two characters. It ties two words; before a number with nothing in front of it, and between two
 * numbers, it is "about" or "to" and stays.
 *
 * @param before a blank at the start of the text.
 * @param after a blank at its end.
 */
export function tie(before: string, after: string): string {
  if (!TIED_BEFORE.test(before)) return after === '\\' ? '' : '~';
  if (after === ' ') return /\p{L}/u.test(before) ? '' : '~';
  return /[\d%]/.test(before) && /\d/.test(after) ? '~' : '\u00a0';
}

/** A run of hyphens as TeX sets it: `--` is an en dash, `---` an em dash. */
export function dashes(run: string): string {
  if (run === '--') return '–';
  return run === '---' ? '—' : run;
}

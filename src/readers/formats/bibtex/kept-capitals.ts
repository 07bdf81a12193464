/** The longest title that is looked through. */
const LONGEST = 2000;

/** `{\"o}`, `\"{o}`, `\'e`: a letter with an accent, whose braces keep no capital */
const ACCENTED = /\{\\[`'^"~=.A-Za-z]\s?\{?\\?[A-Za-z]\}?\}|\\[`'^"~=.]\{?\\?[A-Za-z]\}?/gu;

/** `$x^2$` */
const FORMULA = /\$[^$]*\$/gu;

/** `{Bayesian}`, `{M}arkov`, `{New York}`: letters in braces, with those of the word around them */
const PROTECTED = /([\p{L}\p{M}\p{N}'’-]*)\{([^{}\\]{1,80})\}([\p{L}\p{M}\p{N}'’-]*)/gu;

const CAPITAL = /\p{Lu}/u;

/**
 * The words of a BibTeX title whose capitals braces protect from styles that write titles small; none where all of the title
 * stands in braces, which says nothing of any of its words.
 *
 * @param decode what TeX makes of an accented letter
 */
export function keptCapitals(raw: string, decode: (tex: string) => string): string[] {
  if (!raw.includes('{') || raw.length > LONGEST) return [];
  const title = raw.replace(/\s+/gu, ' ').replace(FORMULA, ' ').replace(ACCENTED, decode);
  const kept = new Set<string>();
  for (const { 0: whole, 1: before = '', 2: inside = '', 3: after = '', index } of title.matchAll(
    PROTECTED,
  )) {
    const isArgument = title.charAt(index - 1) === '\\';
    if (isArgument || whole === title || !CAPITAL.test(inside)) continue;
    for (const word of `${before}${inside}${after}`.split(' ')) {
      if (CAPITAL.test(word)) kept.add(word);
    }
  }
  return [...kept];
}

import { collapse } from './collapse.ts';
import abbreviations from './tables/abbreviations.json' with { type: 'json' };

const always = new Set(abbreviations.always);
const beforeNumber = new Set(abbreviations.beforeNumber);

/**
 * What ends a sentence, with the quotes and brackets that close with it: `.`, `?!`, `.”)`, `。`. It begins where the marks
 * do, or a long row of them would cost its square.
 */
const STOP = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s)|[。！？]+[”’」』）]*/g;
/** `e.g`, `al`, `J`: the letters and inner stops before a full stop. */
const WORD_BEFORE = /[\p{L}.]+$/u;
/** Abbreviations are short; looking further back would make long words cost their square. */
const LONGEST_ABBREVIATION = 12;
/** The `E.` after the `D.` of `D. E. Knuth`. */
const ANOTHER_INITIAL = /^\s\p{Lu}\./u;
/** How a sentence begins: not with a small letter. */
const SMALL_LETTER = /^[\s"'“‘([]*\p{Ll}/u;

/** The sentences of a text, white space collapsed. "e.g.", "et al.", initials and decimals end none. */
export function sentences(text: string): string[] {
  const whole = collapse(text);
  const found: string[] = [];
  let start = 0;
  for (const end of [...sentenceEnds(whole), whole.length]) {
    const sentence = whole.slice(start, end).trim();
    if (sentence !== '') found.push(sentence);
    start = end;
  }
  return found;
}

/** The indices after each sentence but the last. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    const after = text.slice(end, end + LONGEST_ABBREVIATION);
    if (after.trim() === '' && end + after.length >= text.length) continue;
    if (!match[0].startsWith('.') || endsSentence(text, match.index, match[0], after))
      ends.push(end);
  }
  return ends;
}

function endsSentence(text: string, stop: number, mark: string, after: string): boolean {
  if (SMALL_LETTER.test(after)) return false;
  if (mark !== '.') return true;
  const before = text.slice(Math.max(0, stop - LONGEST_ABBREVIATION), stop);
  const word = WORD_BEFORE.exec(before)?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) && (ANOTHER_INITIAL.test(after) || !isVariable(text, stop))) {
    return false;
  }
  const lower = word.toLowerCase();
  if (always.has(lower)) return false;
  return !(beforeNumber.has(lower) && /^\s*\(?\d/.test(after));
}

/** Whether the single capital before the stop ends a phrase (`on dataset D.`) and does not begin a name (`J. Smith`, `Donald E. Knuth`). */
function isVariable(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - 2 - LONGEST_ABBREVIATION), stop - 1).trimEnd();
  return /\p{Ll}$/u.test(before) && !/\p{Lu}\p{Ll}*$/u.test(before);
}

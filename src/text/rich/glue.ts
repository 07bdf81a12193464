import type { Inline, RichText } from '../../model/index.ts';

/** Longest run of letters and signs that is kept on one line with a formula, in characters. */
const LONGEST = 12;
/** LaTeX of a formula that may fill a narrow line by itself. */
const LONG_FORMULA = 24;

/** What stands before a formula without a blank: `(`, `top-`; the part after the last hyphen of a longer run. */
const BEFORE = new RegExp(`(?:(?<=^|[\\s\\-–/])|(?<=\\s))[^\\s\\-–/]{1,${LONGEST}}-?$`, 'u');
/** What goes on behind one: `ec:`, `-MoE`, `)`; up to the first hyphen of a longer run. */
const AFTER = new RegExp(
  `^(?:[^\\s]{1,${LONGEST}}(?=\\s|$)|[^\\s\\-–/]{0,${LONGEST}}[\\-–/])`,
  'u',
);
/** Opening and closing signs. */
const SIGNS_BEFORE = /[^\p{L}\p{N}\s]{1,4}$/u;
const SIGNS_AFTER = /^[^\p{L}\p{N}\s]{1,6}/u;

/** The text of its neighbours that stays on one line with a formula. */
export interface Glue {
  before: string;
  after: string;
}

const isSet = (node: Inline | undefined) => node?.type === 'math' && !node.display;
const isLong = (node: Inline | undefined) =>
  node?.type === 'math' && node.latex.length > LONG_FORMULA;

function match(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}

/** The end of a text that must not part from a formula behind it. @param long of a long formula only signs */
export function gluedBefore(text: string, long = false): string {
  return (long ? '' : match(BEFORE, text)) || match(SIGNS_BEFORE, text);
}

/** The beginning of a text that must not part from a formula before it. @param long of a long formula only signs */
export function gluedAfter(text: string, long = false): string {
  return (long ? '' : match(AFTER, text)) || match(SIGNS_AFTER, text);
}

/**
 * What must not part at the end of a line from the inline formula at `at`: brackets, stops and the rest of a word, `(`
 * and `)-` of `(x)-rank`. CSS lets a line break on both sides of what KaTeX makes, whatever stands there. Text between
 * two formulas goes to the first. Nothing where no inline formula stands.
 */
export function glueOf(siblings: RichText, at: number): Glue {
  const taken = afterOf(siblings, at - 2).length;
  const left = siblings[at - 1];
  const long = isLong(siblings[at]);
  const before =
    isSet(siblings[at]) && left?.type === 'text' ? gluedBefore(left.value.slice(taken), long) : '';
  return { before, after: afterOf(siblings, at) };
}

function afterOf(siblings: RichText, at: number): string {
  const right = siblings[at + 1];
  return isSet(siblings[at]) && right?.type === 'text'
    ? gluedAfter(right.value, isLong(siblings[at]))
    : '';
}

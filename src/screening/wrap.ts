/** A letter of a script whose letters are as wide as they are high: `漢`, `あ`, `（` */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u;

/** How wide a text is, about. */
export const widthOf = (text: string, em: number): number =>
  [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? em : em * 0.56), 0);

/** Places at which a line may end: behind a blank that may be broken at, and around wide letters, but before no sign that closes. */
const BREAK =
  /(?<= )|(?<=[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60])(?![\p{Pe}\p{Pf}\p{Po}ー々])|(?=[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF])/u;
/** Letters of a word that surely fit on a line with a hyphen. */
const LONGEST = /.{1,18}/gsu;
const cut = (word: string): string[] =>
  (word.match(LONGEST) ?? []).map((part, index, all) =>
    index < all.length - 1 && /\p{L}$/u.test(part) ? `${part}-` : part,
  );

/**
 * The lines of a text that fit into a width; a word that is longer is cut.
 *
 * @param em the size of the letters, in the same unit
 */
export function wrap(text: string, width: number, em: number): string[] {
  const parts = text
    .split(BREAK)
    .flatMap((part) => (widthOf(part.trimEnd(), em) > width ? cut(part) : [part]));
  const lines: string[] = [];
  let current = '';
  for (const part of parts) {
    if (current !== '' && widthOf((current + part).trimEnd(), em) > width) {
      lines.push(current.trimEnd());
      current = part;
    } else current += part;
  }
  return [...lines, current.trimEnd()];
}

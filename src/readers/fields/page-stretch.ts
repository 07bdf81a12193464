/** `1-9`, `S1–S9`: a first and a last page in one; `A-I12_1` is one page. */
const BOTH = /^\D{0,3}\d+\s*[-–]/u;

/** The pages between a first and a last one; the first alone where it is the last, or holds both already. */
export function pageStretch(first: string, last: string): string {
  const isWhole = BOTH.test(first) && !BOTH.test(last);
  return first === last || isWhole || !/[\p{L}\d]/u.test(last) ? first : `${first}–${last}`;
}

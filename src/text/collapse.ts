/** White space of any kind and length, `"\n  "`, which HTML and TeX alike read as one blank. */
const BLANKS = /\s+/g;

/** The text with every run of white space (no-break and thin spaces included) as one blank, and none at the ends. */
export function collapse(text: string): string {
  return text.replace(BLANKS, ' ').trim();
}

/**
 * What a terminal obeys and does not print: control characters but for line feeds and tabs, the marks that turn the
 * direction of text around, and halves of letters. `\u001b`, `\u202e`
 */
const UNPRINTABLE =
  /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** A text that is safe to print: what a terminal would obey stands as its code, `\u{1b}` for an escape. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
}

/** JSON that is safe to print, with the same meaning: what a terminal would obey is escaped as JSON does. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    UNPRINTABLE,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

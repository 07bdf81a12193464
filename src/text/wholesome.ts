/**
 * What no page, XML or terminal can hold: control characters but for tab and line ends, halves of letters, and code
 * points that are no characters. `\0`, `\ud835`, `\ufffe`
 */
const UNFIT = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufdd0-\ufdef\ufffe\uffff]/gu;

/** The feeds that part pages and columns of old printers are white space: `\f` */
const FEED = /[\v\f]/;

/** A text all of whose characters can be published; each unfit one is U+FFFD, a feed a blank, so that its length stays. */
export function wholesome(text: string): string {
  return text.replace(UNFIT, (found) => (FEED.test(found) ? ' ' : '\ufffd'));
}

/** Where unfit characters stand in a text, feeds left out, by UTF-16 offset. */
export function unfitAt(text: string): number[] {
  return Array.from(text.matchAll(UNFIT))
    .filter(([found]) => !FEED.test(found))
    .map(({ index }) => index);
}

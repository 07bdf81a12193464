/** The characters of bytes 0x80 to 0x9F in windows-1252, in the order of the bytes (WHATWG Encoding). */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * What a letter of Latin-1, a Greek one or a mark such as a dash becomes: `Ã©`, `Î±`, `â€“`. Other letters are left: `ß²` and `É»` look
 * like one letter of UTF-8 too, and stand in real text.
 */
const RUN =
  /[ÂÃÎÏ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A text in which letters that were encoded as UTF-8 twice are what they were: `Ã©` is `é`. Undefined when there are
 * none. A run is taken for such a letter when its bytes are one in UTF-8.
 */
export function decodedTwice(text: string): string | undefined {
  const mended = text.replace(RUN, (run) => letterOf(run) ?? run);
  return mended === text ? undefined : mended;
}

function letterOf(run: string): string | undefined {
  const bytes = Array.from(run, byteOf);
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function byteOf(character: string): number {
  const place = WINDOWS_1252.indexOf(character);
  return place < 0 ? (character.codePointAt(0) ?? 0) : 0x80 + place;
}

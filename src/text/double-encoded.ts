/** The characters of bytes 0x80 to 0x9F in windows-1252, in the order of the bytes (WHATWG Encoding). */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A run of letters that bytes of UTF-8 look like in windows-1252: one that begins a letter, and one or more that go on: `Ã©`, `â€“` */
const RUN = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/gu;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A text in which letters that were encoded as UTF-8 twice are what they were: `Ã©` is `é`. Undefined when there are
 * none. A run is taken for such a letter when its bytes are one in UTF-8, which real text practically never has.
 */
export function decodedTwice(text: string): string | undefined {
  const mended = text.replace(RUN, (run) => letterOf(run) ?? run);
  return mended === text ? undefined : mended;
}

function letterOf(run: string): string | undefined {
  const bytes = Array.from(run, byteOf);
  const length = lengthOf(bytes[0] ?? 0);
  if (bytes.length < length) return undefined;
  try {
    return utf8.decode(Uint8Array.from(bytes.slice(0, length))) + run.slice(length);
  } catch {
    return undefined;
  }
}

const lengthOf = (first: number) => (first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);

function byteOf(character: string): number {
  const place = WINDOWS_1252.indexOf(character);
  return place < 0 ? (character.codePointAt(0) ?? 0) : 0x80 + place;
}

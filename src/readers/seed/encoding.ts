/** What the bytes of a seed are read as; windows-1252 is what UTF-8 falls back to, byte by byte. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** The marks, the longer ones first: that of UTF-32LE begins like that of UTF-16LE. */
const MARKS: readonly [encoding: Encoding, mark: readonly number[]][] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Where ASCII has zero bytes, of four in turn. */
const ZEROS: readonly [encoding: Encoding, zeros: readonly boolean[]][] = [
  ['utf-32le', [false, true, true, true]],
  ['utf-32be', [true, true, true, false]],
  ['utf-16le', [false, true, false, true]],
  ['utf-16be', [true, false, true, false]],
];

/** Bytes by which an encoding without a mark is judged. */
const SAMPLE = 4096;

/** The encoding of a text: that of its mark; without one, the one whose zero bytes it has, else UTF-8. */
export function encodingOf(bytes: Uint8Array): { encoding: Encoding; markLength: number } {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { encoding: marked[0], markLength: marked[1].length };
  const zeros = [0, 0, 0, 0];
  const letters = [0, 0, 0, 0];
  for (const [at, byte] of bytes.subarray(0, SAMPLE).entries()) {
    const counts = byte === 0 ? zeros : letters;
    counts[at % 4] = (counts[at % 4] ?? 0) + 1;
  }
  // Latin script has zeros nearly everywhere it can have them, and none elsewhere.
  const share = (place: number) =>
    (zeros[place] ?? 0) / Math.max(1, (zeros[place] ?? 0) + (letters[place] ?? 0));
  const found = ZEROS.find(([, pattern]) =>
    pattern.every((isZero, place) => (isZero ? share(place) > 0.7 : share(place) < 0.05)),
  );
  return { encoding: found?.[0] ?? 'utf-8', markLength: 0 };
}

/** Stands for a unit that is no character: none itself, so that it is reported with its place, and read as U+FFFD. */
export const NO_CHARACTER = '\uffff';

/** The text of the whole units of UTF-16 or UTF-32, without taking a mark away; what is no character is U+FFFF. */
export function readWide(bytes: Uint8Array, encoding: Exclude<Encoding, 'utf-8'>): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const whole = bytes.subarray(0, bytes.byteLength - (bytes.byteLength % 2));
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(whole);
    // The decoder has U+FFFD for half of a letter; the unit itself tells it from one that stands in the text.
    return text.replace(/\ufffd/g, (mark, at: number) => {
      const isWritten = view.getUint16(2 * at, encoding === 'utf-16le') === 0xfffd;
      return isWritten ? mark : NO_CHARACTER;
    });
  }
  const letters: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le');
    const isLetter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    letters.push(isLetter ? String.fromCodePoint(code) : NO_CHARACTER);
  }
  return letters.join('');
}

/**
 * Bytes as text, fifteen bits to a character.
 *
 * A script in UTF-16 then needs 1.07 bytes for each byte of data, where Base64 needs 1.33. The characters are U+3400 to
 * U+B3FF: none is a surrogate, a quote or a line end, so they stand in a string literal as they are.
 */
const FIRST = 0x3400;
const BITS = 15;
/** As many code units as a call may safely have arguments. */
const AT_ONCE = 8192;

/** Text of bytes; their count is not part of it. */
export function toWideText(bytes: Uint8Array): string {
  const units = new Uint16Array(Math.ceil((bytes.length * 8) / BITS));
  let at = 0;
  let held = 0;
  let width = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    width += 8;
    if (width < BITS) continue;
    width -= BITS;
    units[at] = FIRST + (held >> width);
    at += 1;
    held &= (1 << width) - 1;
  }
  if (width > 0) units[at] = FIRST + (held << (BITS - width));
  let text = '';
  for (let from = 0; from < units.length; from += AT_ONCE) {
    text += String.fromCharCode(...units.subarray(from, from + AT_ONCE));
  }
  return text;
}

/**
 * The bytes a text was made of.
 *
 * @param length count of the bytes
 */
export function fromWideText(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  let held = 0;
  let width = 0;
  for (let place = 0; place < text.length; place += 1) {
    held = (held << BITS) | (text.charCodeAt(place) - FIRST);
    width += BITS;
    while (width >= 8 && at < length) {
      width -= 8;
      bytes[at] = held >> width;
      at += 1;
      held &= (1 << width) - 1;
    }
  }
  return bytes;
}

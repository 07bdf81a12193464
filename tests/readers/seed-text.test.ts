// @module-tag traced
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSeed } from '../../src/readers/index.ts';
import { wholesome } from '../../src/text/index.ts';

const encoder = new TextEncoder();

function decode(bytes: Uint8Array | string) {
  return decodeSeed({
    path: 'seed.txt',
    bytes: typeof bytes === 'string' ? encoder.encode(bytes) : bytes,
  });
}

/** Strings of characters that can be published, long enough to pass several remembered offsets. */
const unicode = fc
  .array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 20 })
  .map((parts) => wholesome(parts.join('')));

/** Any bytes, and letters with halves of letters among them. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 700 }),
  fc
    .array(
      fc.constantFrom('41', 'c3a4', 'eda0b5', 'edb185', 'f09f9880', 'ff', '20', '0a', 'eda0', 'ed'),
      { maxLength: 600 },
    )
    .map((letters) => Uint8Array.from(Buffer.from(letters.join(''), 'hex'))),
);

describe('decodeSeed', () => {
  test('maps every character of a UTF-8 text to its bytes', () => {
    fc.assert(
      fc.property(unicode, (content) => {
        const { text, messages } = decode(content);
        expect(messages).toEqual([]);
        const expected = content.startsWith('\ufeff') ? content.slice(1) : content;
        expect(text.text).toBe(expected);
        let byte = text.byteLength - encoder.encode(expected).length;
        let at = 0;
        for (const character of expected) {
          const size = encoder.encode(character).length;
          const span = text.span(at, at + character.length);
          expect(span).toEqual({ start: byte, end: byte + size });
          byte += size;
          at += character.length;
        }
        expect(text.span(at, at)).toEqual({ start: text.byteLength, end: text.byteLength });
      }),
      { numRuns: 60 },
    );
  });

  test('slices any bytes back to the characters they were decoded to', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { text } = decode(bytes);
        let at = 0;
        for (const character of text.text) {
          const span = text.span(at, at + character.length);
          expect(text.slice(span)).toBe(character);
          at += character.length;
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['utf-16', [0xff, 0xfe, 0x41, 0x00, 0x42]],
    ['utf-32', [0xff, 0xfe, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00, 0x42]],
  ])('slices the whole of a file of %s that ends inside of a character', (_, bytes) => {
    const { text } = decode(Uint8Array.from(bytes));
    expect(text.slice({ start: 0, end: bytes.length })).toBe('\ufeffA');
  });

  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf, 0x47, 0xc3, 0xa4, 0x0a], 3, 4],
    ['utf-16le', [0xff, 0xfe, 0x47, 0x00, 0xe4, 0x00, 0x0a, 0x00], 2, 4],
    ['utf-16be', [0xfe, 0xff, 0x00, 0x47, 0x00, 0xe4, 0x00, 0x0a], 2, 4],
  ])('keeps a %s byte order mark out of the text', (_, bytes, start) => {
    const { text, messages } = decode(Uint8Array.from(bytes));
    expect(text.text).toBe('Gä\n');
    expect(text.span(0, 0)).toEqual({ start, end: start });
    expect(text.slice(text.span(1, 2))).toBe('ä');
    expect(text.lineCount).toBe(1);
    expect(messages).toEqual([]);
  });

  test('reads two halves of a letter as the letter, and one alone as no character, where the rest is UTF-8', () => {
    const [high, low] = [
      [0xed, 0xa0, 0xb5],
      [0xed, 0xb1, 0x85],
    ] as const;
    const bytes = [...encoder.encode('ä'), ...high, ...low, 0x41, ...low, ...high, 0x0a];
    const { text, messages } = decode(Uint8Array.from(bytes));
    expect(text.text).toBe('ä\u{1d445}A\ufffd\ufffd\n');
    expect(text.span(1, 3)).toEqual({ start: 2, end: 8 });
    expect(text.slice({ start: 2, end: 9 })).toBe('\u{1d445}A');
    expect(text.span(4, 5)).toEqual({ start: 9, end: 12 });
    expect(messages.map(({ code }) => code)).toEqual(['unfit-characters']);
    expect(messages[0]?.text).toContain('at bytes 9, 12)');
    // `«aquí»…` of windows-1252.
    const spanish = Uint8Array.from([0xab, 0x61, 0xed, 0xbb, 0x85]);
    expect(decode(spanish).text.text).toBe('«aí»…');
  });

  test('reads bytes outside UTF-8 as windows-1252, each by itself, and says where', () => {
    const bytes = Uint8Array.from([...encoder.encode('Gärten\n'), 0x93, 0x47, 0xe4, 0x94]);
    const { text, messages } = decode(bytes);
    expect(text.text).toBe('Gärten\n“Gä”');
    expect(text.slice(text.span(7, 11))).toBe('“Gä”');
    expect(messages).toMatchObject([{ code: 'not-utf-8', source: { lines: [2, 2] } }]);
    expect(messages[0]?.text).toMatch(/^3 bytes/);
  });

  test('leaves the beginning of a character at the end of the file out of the text', () => {
    const { text, messages } = decode(encoder.encode('Gärten 🌱').subarray(0, -1));
    expect(text.text).toBe('Gärten ');
    expect(text.span(7, 7).end).toBe(8);
    expect(messages).toMatchObject([{ code: 'cut-character' }]);
  });

  test.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['a\r\nb\rc\n\nd', 5],
    ['\r\n', 1],
  ])('counts the lines of %j', (content, lines) => {
    expect(decode(content).text.lineCount).toBe(lines);
  });

  test('gives the lines a span touches under any line end', () => {
    const { text } = decode('a\r\nbä\rc\n\nd');
    const lines = (value: string) => {
      const at = text.text.indexOf(value);
      return text.lines(text.span(at, at + value.length));
    };
    expect(lines('a')).toEqual([1, 1]);
    expect(lines('bä')).toEqual([2, 2]);
    expect(lines('c')).toEqual([3, 3]);
    expect(lines('c\n\nd')).toEqual([3, 5]);
    expect(text.lines({ start: text.byteLength, end: text.byteLength })).toEqual([5, 5]);
  });

  const umlauts = 'Gärten\r\nund 𝔸\n';
  const units = (text: string, width: 2 | 4, little: boolean) => {
    const codes =
      width === 4
        ? Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
        : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    const view = new DataView(new ArrayBuffer(codes.length * width));
    for (const [at, code] of codes.entries()) {
      if (width === 4) view.setUint32(at * width, code, little);
      else view.setUint16(at * width, code, little);
    }
    return new Uint8Array(view.buffer);
  };

  test.each([
    ['UTF-16LE', 2, true],
    ['UTF-16BE', 2, false],
    ['UTF-32LE', 4, true],
    ['UTF-32BE', 4, false],
  ] as const)('reads %s with a byte order mark and without', (_, width, little) => {
    for (const mark of ['', '\ufeff']) {
      const { text, messages } = decode(units(`${mark}${umlauts}`, width, little));
      expect(text.text).toBe(umlauts);
      expect(text.slice(text.span(8, 15))).toBe('und 𝔸\n');
      expect(text.lineStarts).toEqual([0, (8 + mark.length) * width]);
      expect(messages).toEqual([]);
    }
  });

  test('reads what no page can hold as U+FFFD, and names each byte of it', () => {
    const { text, messages } = decode('a\0b\u001b[31m\ufffec\u000cd');
    expect(text.text).toBe('a\ufffdb\ufffd[31m\ufffdc d');
    expect(text.slice({ start: 0, end: text.byteLength })).toBe(text.text);
    expect(messages).toMatchObject([{ code: 'unfit-characters' }]);
    expect(messages[0]?.text).toContain('at bytes 1, 3, 8)');
  });
});

import type { Lines, Message, Seed, Span } from '../../model/index.ts';
import type { Range } from './range.ts';
import { unfitAt, WINDOWS_1252, wholesome } from '../../text/index.ts';
import { type Encoding, encodingOf, NO_CHARACTER, readWide } from './encoding.ts';

/** A seed as characters, with exact ways back to its bytes. */
export interface SeedText {
  path: string;
  /** The decoded text without a byte order mark, line ends as they are. */
  text: string;
  byteLength: number;
  /** True when `text` is what a page shows, so that a span may hold tags and entities as well. */
  isRendered?: true;
  /** True when the file ends where the text does, so that a copy may be cut off there. */
  endsFile: boolean;
  /** Lines end with LF, CRLF or CR; an end at the end of the file starts no further line. */
  lineCount: number;
  /** Offset of the first byte of each line; none for an empty file. */
  lineStarts: readonly number[];
  /**
   * The bytes of the characters from `start` to `end`, both UTF-16 offsets into `text`.
   * `span(0, 0)` is where the text begins: after a byte order mark, if there is one.
   */
  span(start: number, end: number): Span;
  /** The lines a span touches; an empty span is on the line of its first byte. */
  lines(span: Span): Lines;
  /** The decoded bytes of a span. */
  slice(span: Span): string;
  /** A span without the white space at its ends; empty at its start when it holds nothing else. */
  trim(span: Span): Span;
}

/**
 * A range of a seed as a text of its own: offsets count from the range's start, while spans, lines and
 * slices stay those of the whole file. Costs nothing but the cut.
 */
export function textWithin(text: SeedText, range: Range): SeedText {
  const { from, to } = range;
  if (from === 0 && to === text.text.length) return text;
  const whole = text.span(from, to);
  const [first, last] = text.lines(whole);
  return {
    ...text,
    text: text.text.slice(from, to),
    byteLength: whole.end - whole.start,
    endsFile: text.endsFile && text.text.slice(to).trim() === '',
    lineCount: last - first + 1,
    span: (start, end) => text.span(from + start, from + end),
  };
}

/** Where a range of a seed stands, as messages name it: file and lines. */
export function placeOf(text: SeedText, { from, to }: Range): NonNullable<Message['source']> {
  return { file: text.path, lines: text.lines(text.span(from, to)) };
}

/** Finds byte offsets of characters. Offsets are counted from the start of the file. */
type ByteOffset = (character: number) => number;

/** Characters between two remembered offsets of a UTF-8 text: what one look-up may walk. */
const CHECKPOINT = 32;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Decodes a seed. A byte order mark decides, or the zero bytes of UTF-16 and UTF-32 without one; else the text is UTF-8,
 * and bytes that are not UTF-8 are read as windows-1252, each by itself, so that one bad byte does not spoil the rest. A half of
 * a letter that an old program wrote as UTF-8 is no character; two halves are their letter.
 * Characters that nothing can hold are replaced. Never fails; what could not be decoded as declared is reported.
 */
export function decodeSeed(seed: Seed): { text: SeedText; messages: Message[] } {
  const { bytes, path } = seed;
  const { encoding, markLength } = encodingOf(bytes);
  const content =
    encoding === 'utf-8' ? decodeUtf8(bytes, markLength) : decodeWide(bytes, markLength, encoding);
  const lineStarts = encoding === 'utf-8' ? lineStartsOfBytes(bytes) : lineStartsOfText(content);
  const lines = (span: Span): Lines => [
    lineAt(lineStarts, span.start),
    lineAt(lineStarts, Math.max(span.start, span.end - 1)),
  ];

  const text: SeedText = {
    path,
    text: wholesome(content.text),
    byteLength: bytes.length,
    endsFile: true,
    lineCount: lineStarts.length,
    lineStarts,
    span: (start, end) => ({ start: content.offset(start), end: content.offset(end) }),
    lines,
    slice: ({ start, end }) =>
      wholesome(decodeRange(bytes.subarray(start, end), encoding, content.halves)),
    trim: (span) => trimSpan(bytes, span, encoding, content.halves),
  };

  const messages: Message[] = [];
  if (content.foreign.length > 0) {
    const spread: Span = {
      start: content.foreign[0] ?? 0,
      end: (content.foreign.at(-1) ?? 0) + 1,
    };
    messages.push({
      code: 'not-utf-8',
      severity: 'warning',
      source: { file: path, lines: lines(spread) },
      text: `${count(content.foreign.length, 'byte')} outside UTF-8 found where UTF-8 was expected (${placesInWords(content.foreign)}); read as windows-1252.`,
      hint: 'Save the file as UTF-8 if letters with accents look wrong.',
    });
  }
  const unfit = unfitAt(content.text).map(content.offset);
  if (unfit.length > 0) {
    const spread: Span = { start: unfit[0] ?? 0, end: (unfit.at(-1) ?? 0) + 1 };
    messages.push({
      code: 'unfit-characters',
      severity: 'warning',
      source: { file: path, lines: lines(spread) },
      text: `${count(unfit.length, 'character')} found that no page can hold, such as NUL or an escape (${placesInWords(unfit)}); each is read as U+FFFD.`,
      hint: 'Copy the text again, or take them out in an editor that shows them.',
    });
  }
  if (content.end < bytes.length) {
    const tail: Span = { start: content.end, end: bytes.length };
    messages.push({
      code: 'cut-character',
      severity: 'warning',
      source: { file: path, lines: lines(tail) },
      text: `The last ${count(tail.end - tail.start, 'byte')} of the file are the beginning of a character that is not all there.`,
      hint: 'Paste the end of the page again if it was cut off.',
    });
  }
  return { text, messages };
}

interface Content {
  text: string;
  offset: ByteOffset;
  /** Where the text ends: before the bytes of a character that was cut off. */
  end: number;
  /** Offsets of bytes that are not UTF-8. */
  foreign: number[];
  /** True for UTF-8 in which halves of letters are written as letters. */
  halves?: true;
}

/** Offsets that a message names one by one; the ledger of a page of bytes would name no more. */
const NAMED_PLACES = 20;

/** `at byte 12`, `at bytes 12, 40 and 7 more` */
function placesInWords(offsets: readonly number[]): string {
  const named = offsets.slice(0, NAMED_PLACES).join(', ');
  const more = offsets.length - NAMED_PLACES;
  return `at ${offsets.length === 1 ? 'byte' : 'bytes'} ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

function decodeWide(
  bytes: Uint8Array,
  markLength: number,
  encoding: Exclude<Encoding, 'utf-8'>,
): Content {
  const unit = encoding.startsWith('utf-16') ? 2 : 4;
  const end = bytes.length - ((bytes.length - markLength) % unit);
  const text = readWide(bytes.subarray(markLength, end), encoding);
  if (unit === 2) return { text, offset: (at) => markLength + 2 * at, end, foreign: [] };
  // A letter beyond the first plane is two characters and one unit; an offset within it is that of the letter.
  const offsets = new Uint32Array(text.length + 1);
  let at = markLength;
  let index = 0;
  for (const letter of text) {
    offsets.fill(at, index, index + letter.length);
    index += letter.length;
    at += 4;
  }
  offsets[index] = at;
  return { text, offset: (character) => offsets[character] ?? at, end, foreign: [] };
}

function decodeUtf8(bytes: Uint8Array, markLength: number): Content {
  const whole = strictUtf8(bytes.subarray(markLength));
  if (whole !== null) {
    return {
      text: whole,
      offset: utf8Offsets(bytes, markLength, bytes.length, whole.length),
      end: bytes.length,
      foreign: [],
    };
  }
  const cut = cutCharacterStart(bytes);
  const beforeCut = cut === null ? null : strictUtf8(bytes.subarray(markLength, cut));
  // Without any other character outside ASCII the last byte may as well be the é of windows-1252.
  if (cut !== null && beforeCut !== null && beforeCut.length < cut - markLength) {
    return {
      text: beforeCut,
      offset: utf8Offsets(bytes, markLength, cut, beforeCut.length),
      end: cut,
      foreign: [],
    };
  }
  const halves = hasHalves(bytes) || undefined;
  const { text, foreign } = tolerantUtf8(bytes, markLength, halves);
  return {
    text,
    offset: utf8Offsets(bytes, markLength, bytes.length, text.length, halves),
    end: bytes.length,
    foreign,
    ...(halves && { halves }),
  };
}

/** Whether bytes look as halves of letters and what else is beyond ASCII is rather UTF-8: `í»…` is windows-1252, too. */
function hasHalves(bytes: Uint8Array): boolean {
  let halves = 0;
  let letters = 0;
  let foreign = 0;
  for (let at = 0; at < bytes.length;) {
    const length = unitLength(bytes, at, true);
    const isHalf = length === 3 && sequenceLength(bytes, at) === 0;
    if (isHalf) halves += 1;
    else if (length > 1) letters += 1;
    else if ((bytes[at] ?? 0) >= 0x80) foreign += 1;
    if (length === PAIR) halves += 1;
    at += length;
  }
  return halves > 0 && (foreign === 0 || letters > foreign);
}

/** The text of bytes that are all UTF-8, else null. A U+FEFF inside stays. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeRange(bytes: Uint8Array, encoding: Encoding, halves: true | undefined): string {
  if (encoding !== 'utf-8') return readWide(bytes, encoding);
  return strictUtf8(bytes) ?? tolerantUtf8(bytes, 0, halves).text;
}

function tolerantUtf8(
  bytes: Uint8Array,
  from: number,
  halves: true | undefined,
): { text: string; foreign: number[] } {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const pieces: string[] = [];
  const foreign: number[] = [];
  let runStart = from;
  let at = from;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (runStart < at) pieces.push(decoder.decode(bytes.subarray(runStart, at)));
    const half = halves ? unitLength(bytes, at, halves) : 1;
    if (half > 1) {
      const units = Array.from({ length: half / 3 }, (_, unit) => halfAt(bytes, at + 3 * unit));
      pieces.push(half === PAIR ? String.fromCharCode(...units) : NO_CHARACTER);
      at += half;
      runStart = at;
      continue;
    }
    const byte = bytes[at] ?? 0;
    pieces.push(byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte));
    foreign.push(at);
    at += 1;
    runStart = at;
  }
  if (runStart < at) pieces.push(decoder.decode(bytes.subarray(runStart, at)));
  return { text: pieces.join(''), foreign };
}

/** Bytes of a letter of which each half is written as a letter. */
const PAIR = 6;

/** Bytes of what is read as one letter: of a sequence of UTF-8, of half a letter or two where there may be such, else one. */
function unitLength(bytes: Uint8Array, at: number, halves: true | undefined): number {
  const length = sequenceLength(bytes, at);
  if (length > 0 || !halves || halfAt(bytes, at) === 0) return length || 1;
  return isLeading(halfAt(bytes, at)) && isTrailing(halfAt(bytes, at + 3)) ? PAIR : 3;
}

/** The code that three bytes stand for where they are half of a letter (U+D800 to U+DFFF), else 0. */
function halfAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xed || second < 0xa0 || !isContinuation(second) || !isContinuation(third))
    return 0;
  return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
}

const isLeading = (code: number) => code !== 0 && code < 0xdc00;
const isTrailing = (code: number) => code >= 0xdc00;

/** Bytes of the UTF-8 sequence at `at`, or 0 where there is none (Unicode 16, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = declaredLength(first);
  if (length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  if (!isContinuation(second)) return 0;
  // No longer form than needed, no surrogate, nothing above U+10FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (!isContinuation(bytes[next])) return 0;
  }
  return length;
}

function declaredLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  if (first >= 0xf0 && first <= 0xf4) return 4;
  return 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** Where the file's last character begins when bytes of it are missing, else null. */
function cutCharacterStart(bytes: Uint8Array): number | null {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const at = bytes.length - back;
    if (isContinuation(bytes[at])) continue;
    return declaredLength(bytes[at] ?? 0) > back ? at : null;
  }
  return null;
}

/**
 * Byte offsets in UTF-8 with stray single bytes. Remembers one offset per 32 characters, so the
 * table is small and a look-up walks a bounded stretch. An offset inside a surrogate pair gives the
 * start of its character.
 */
function utf8Offsets(
  bytes: Uint8Array,
  from: number,
  end: number,
  characters: number,
  halves?: true,
): ByteOffset {
  // One byte a character: plain ASCII, or ASCII with stray bytes.
  if (characters === end - from) return (wanted) => Math.min(from + wanted, end);
  const size = Math.floor(characters / CHECKPOINT) + 1;
  const checkpointCharacter = new Uint32Array(size);
  const checkpointByte = new Uint32Array(size);
  let next = 0;
  let character = 0;
  for (let at = from; at < end && next < size;) {
    if (character >= next * CHECKPOINT) {
      checkpointCharacter[next] = character;
      checkpointByte[next] = at;
      next += 1;
    }
    const length = unitLength(bytes, at, halves);
    at += length;
    character += length >= 4 ? 2 : 1;
  }
  // A text that ends exactly at a checkpoint has no character there to walk from.
  const used = next;

  return (wanted) => {
    let index = Math.min(Math.floor(wanted / CHECKPOINT), used - 1);
    if ((checkpointCharacter[index] ?? 0) > wanted) index -= 1;
    let at = checkpointByte[index] ?? from;
    let seen = checkpointCharacter[index] ?? 0;
    while (seen < wanted && at < end) {
      const length = unitLength(bytes, at, halves);
      seen += length >= 4 ? 2 : 1;
      if (seen > wanted) return at;
      at += length;
    }
    return at;
  };
}

function trimSpan(
  bytes: Uint8Array,
  span: Span,
  encoding: Encoding,
  halves: true | undefined,
): Span {
  const wide = encoding.startsWith('utf-32') ? 4 : 2;
  const isBlank = (from: number, to: number) =>
    decodeRange(bytes.subarray(from, to), encoding, halves).trim() === '';
  const lengthAt = (at: number) => (encoding === 'utf-8' ? unitLength(bytes, at, halves) : wide);
  const lengthBefore = (at: number) => {
    if (encoding !== 'utf-8') return wide;
    let length = 1;
    while (length < 4 && isContinuation(bytes[at - length])) length += 1;
    return length;
  };

  let { start, end } = span;
  while (start < end && isBlank(start, Math.min(start + lengthAt(start), end))) {
    start += lengthAt(start);
  }
  if (start >= end) return { start: span.start, end: span.start };
  while (end > start && isBlank(Math.max(end - lengthBefore(end), start), end)) {
    end -= lengthBefore(end);
  }
  return { start, end };
}

function lineStartsOfBytes(bytes: Uint8Array): number[] {
  const starts = bytes.length > 0 ? [0] : [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === CR && bytes[at + 1] === LF) continue;
    if ((byte === LF || byte === CR) && at + 1 < bytes.length) starts.push(at + 1);
  }
  return starts;
}

function lineStartsOfText({ text, offset }: Content): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === CR && text.charCodeAt(at + 1) === LF) continue;
    if ((unit === LF || unit === CR) && at + 1 < text.length) starts.push(offset(at + 1));
  }
  return starts;
}

/** 1-based number of the line that holds a byte; the last line for bytes after the end. */
function lineAt(starts: readonly number[], byte: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  return Math.max(low, 1);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

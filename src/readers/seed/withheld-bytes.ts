import type { Part } from '../../model/index.ts';
import { type Encoding, encodingOf } from './encoding.ts';

const ASTERISK = 0x2a;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Bytes of one unit, and which of them holds ASCII. */
const UNITS: Readonly<Record<Encoding, { size: number; low: number }>> = {
  'utf-8': { size: 1, low: 0 },
  'utf-16le': { size: 2, low: 0 },
  'utf-16be': { size: 2, low: 1 },
  'utf-32le': { size: 4, low: 0 },
  'utf-32be': { size: 4, low: 3 },
};

/**
 * A copy of a seed's bytes in which an asterisk stands for each unit of what is withheld, line ends excepted: every
 * place stays where it is, and the text can be read as it was.
 */
export function withoutWithheld(bytes: Uint8Array, parts: readonly Part[]): Uint8Array {
  // `slice()` of what Node reads from a file would be the same memory.
  const published = new Uint8Array(bytes);
  const { size, low } = UNITS[encodingOf(bytes).encoding];
  for (const { withheld, span } of parts) {
    if (!withheld) continue;
    for (let at = span.start; at < span.end; at += size) {
      const unit = published.subarray(at, Math.min(at + size, span.end));
      const isAscii = unit.every((byte, index) => index === low || byte === 0);
      const isLineEnd = isAscii && (unit[low] === LINE_FEED || unit[low] === CARRIAGE_RETURN);
      if (!isLineEnd) unit.fill(0).fill(ASTERISK, low, low + 1);
    }
  }
  return published;
}

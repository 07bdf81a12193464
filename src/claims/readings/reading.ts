import type { Claim } from '../claim.ts';
import type { Direction } from '../directions.ts';

/** How a number stands to its words. */
export interface Reading {
  kind: Claim['kind'];
  direction: Direction | null;
  measure: string | null;
}

/** A value that was reached, or nothing that is known of. */
export const level = (measure: string | null): Reading => ({
  kind: 'level',
  direction: null,
  measure,
});

/** A change by a factor is a ratio, by another number a gain or a reduction. */
export const changed = (
  unit: string | null,
  direction: Direction,
  measure: string | null,
): Reading => ({
  kind: unit === 'x' ? 'ratio' : direction === 'up' ? 'gain' : 'reduction',
  direction,
  measure,
});

/** What a word of change says of its measure by itself: `faster` is a speed. */
export function implied(word: string, measure: string | null): string | null {
  if (/^speed(?:s|ed)?[- ]?up/.test(word)) return 'speedup';
  if (/^(?:faster|quicker|slower|speed|accelerat)/.test(word)) {
    if (measure === null) return 'speed';
    return measure.endsWith('speed') ? measure : `${measure} speed`;
  }
  if (/^(?:shorter|longer)/.test(word)) return measure ?? 'length';
  return word === 'cheaper' ? (measure ?? 'cost') : measure;
}

/** Numbers of the same list: `23.7 % and 28.8 % MFU`. */
const FURTHER = /^(?:\s*(?:,|,?\s*and|,?\s*or)\s*[≈∼~]?\d[\d.,]*\s?%?)+/u;

/** What stands behind a list of numbers, for each of them. */
export const behindList = (after: string) => after.replace(FURTHER, '');

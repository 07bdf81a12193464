import type { Place } from '../place.ts';
import {
  changeBefore,
  changeBehind,
  changeBy,
  factor,
  isBy,
  moved,
  multiple,
  plus,
} from './change.ts';
import {
  count,
  gap,
  money,
  quantity,
  score,
  shareAttained,
  shareEquals,
  shareInBracket,
  shareOfGroup,
  shareOfMetric,
  stated,
} from './level.ts';
import type { Reading } from './reading.ts';

export type { Reading } from './reading.ts';

type Reader = (place: Place) => Reading | undefined;

/** Readers of a value that was reached, by its unit. */
function valueReaders({ amount }: Place): readonly Reader[] {
  const { counted, unit } = amount;
  if (counted) return [count];
  if (unit === 'x') return [factor];
  if (unit === '$') return [money];
  if (unit === '%' || unit === 'points') {
    return [
      plus,
      gap,
      stated,
      shareAttained,
      shareEquals,
      shareOfMetric,
      shareInBracket,
      shareOfGroup,
    ];
  }
  return unit === null ? [gap, stated, score] : [gap, stated, quantity];
}

/** How a number stands to its words, by the first reader that can tell; undefined where none can. */
export function readingOf(place: Place): Reading | undefined {
  const changes = [changeBehind, multiple, moved];
  const readers = isBy(place)
    ? [...changes, changeBy]
    : [...changes, changeBefore, ...valueReaders(place)];
  for (const read of readers) {
    const reading = read(place);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

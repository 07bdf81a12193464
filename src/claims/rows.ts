import type { Amount } from './amounts.ts';
import type { Claim } from './claim.ts';
import {
  beaten,
  comparedBehind,
  comparedLater,
  comparedWith,
  isCompared,
  isControl,
  measureIn,
  otherSide,
  sideBefore,
} from './comparisons.ts';
import { turnAfter } from './directions.ts';
import { phraseAt } from './phrases.ts';
import { type Place, placeOf } from './place.ts';
import { type Reading, readingOf } from './readings/index.ts';
import { otherRole } from './roles.ts';
import { settingOf } from './settings.ts';
import { REACHED } from './vocabulary.ts';

/** A claim without its sentence. */
export type Row = Omit<Claim, 'sentence'>;

/** A row, and how it was read. */
interface Read {
  row: Row;
  reading: Reading;
  amount: Amount;
}

/** Who does it: what stands before the first verb of result. */
function subjectOf(plain: string): string | null {
  const that = /\b(?:that|:)\s+/.exec(plain);
  const from = that && that.index < 80 ? that.index + that[0].length : 0;
  const text = plain
    .slice(from)
    .replace(
      /^(?:(?:On|In|Across|For|Under|At|Among|Within|When|Compared|By|Using|With)\b[^,]{0,80}|\p{Lu}\p{L}+ly), /u,
      '',
    );
  const verb =
    REACHED.exec(text) ??
    /(?<![\p{L}])(?:outperform|surpass|accelerat|enhanc|boost|can)\w*/iu.exec(text);
  return verb && verb.index > 0 ? phraseAt(text.slice(0, verb.index)) : null;
}

/** Words between two numbers of one statement: `16 % on GenEval and 25 %`. */
const AND_SO =
  /^(?:\s+(?:on|in|for|at|over|across|under|with)\s[^,;()]{1,70}?)?\s*(?:,|,?\s*and|,?\s*or)\s*(?:an? )?$|^[^,;()]{0,60}\(\s*$/iu;

/** Words of a sentence that derives or supposes. */
const SUPPOSED =
  /\b(?:must|should|would|suppose|assume|assuming|if and only if|impl(?:y|ies|ying) that|can be at most|holds?)\b|(?:^|[,;]\s)if\s/i;

/** Whether a number continues the statement of the one before. */
const continues = (last: Read | undefined, { amount, plain }: Place): last is Read =>
  last !== undefined &&
  amount.unit === last.amount.unit &&
  (amount.unit !== null || amount.value.includes('.')) &&
  AND_SO.test(plain.slice(last.amount.end, amount.from));

/** How a number is read: by its own words, or as the one before. */
function readIn(place: Place, own: string, last: Read | undefined): Reading | undefined {
  const read = readingOf(place);
  if (read?.kind === 'level' && SUPPOSED.test(place.before)) return undefined;
  if (!continues(last, place)) return read;
  const isOwnChange =
    read !== undefined &&
    read.kind !== 'level' &&
    read.measure !== null &&
    turnAfter(place.after) !== undefined;
  const isOwnLevel =
    read?.kind === 'level' && last.reading.kind === 'level' && phraseAt(own) !== null;
  return isOwnChange || isOwnLevel
    ? read
    : { ...last.reading, measure: measureIn(own) ?? last.reading.measure };
}

/** The row before with what it is compared with; of two arms the treated one is the finding. */
function compared(last: Read, { amount, before, after, plain }: Place): Row {
  const between = plain.slice(last.amount.end, amount.start);
  if (isControl(sideBefore(between)) && !isControl(after)) {
    const baseline = `${last.amount.value}${sideBefore(between)}`;
    return { ...last.row, ...writtenAs(amount), baseline };
  }
  return { ...last.row, baseline: otherSide(before, amount.value, after).trim() };
}

/** Whether a number is the untreated half of `in 24.6 % of treated and 16.9 % of untreated patients`. */
const isUntreated = ({ before, after }: Place) =>
  /\band\s*$/.test(before) &&
  /^\s*(?:of|in)\s(?:the )?[^,;.]*$/.test(after.slice(0, 40)) &&
  isControl(after);

const writtenAs = ({ value, low, high }: Amount) => ({
  value,
  value_norm: low,
  value_high: high,
});

/** What a number is compared with, by the words that are next to it. */
function baselineOf(place: Place, own: string, last: Read | undefined): string | null {
  const { amount, before, after, plain } = place;
  return (
    (amount.qualifier === 'within' ? phraseAt(/\bof\s(.*)/.exec(own)?.[1] ?? '') : null) ??
    comparedBehind(own) ??
    beaten(before) ??
    (continues(last, place) ? last.row.baseline : null) ??
    comparedWith(plain) ??
    comparedLater(after)
  );
}

/** The row of a number; undefined where it is not clear what the number says. */
function rowOf(place: Place, own: string, last: Read | undefined): Read | undefined {
  const { amount, plain, before } = place;
  const reading = readIn(place, own, last);
  if (reading === undefined || (reading.kind === 'level' && reading.measure === null)) {
    return undefined;
  }
  const baseline = baselineOf(place, own, last);
  const on = settingOf(plain, before, own, measureIn(own));
  const { kind, direction } = reading;
  const measure = reading.measure ?? (kind === 'ratio' ? (last?.row.measure ?? null) : null);
  const row = {
    ...writtenAs(amount),
    unit: amount.unit,
    kind,
    direction,
    subject: subjectOf(plain),
    measure,
    baseline: baseline === reading.measure ? null : baseline,
    on: on === reading.measure || on === baseline ? null : on,
    qualifier: amount.qualifier,
  };
  return { row, reading, amount };
}

/** The rows of a sentence in the order of its numbers. */
export function rowsOf(plain: string, all: readonly Amount[], finding: boolean): Row[] {
  const amounts = all.filter((amount) => otherRole(plain, amount) === undefined);
  const found: Read[] = [];
  for (const [i, amount] of amounts.entries()) {
    const place = placeOf(plain, amount, finding);
    const last = found.at(-1);
    if (last && (isCompared(place.before) || isUntreated(place))) {
      if (amount.unit === last.amount.unit) {
        found[found.length - 1] = { ...last, row: compared(last, place) };
      }
      continue;
    }
    // What belongs to a number ends where the next one begins.
    const next = amounts[i + 1];
    const own = next ? place.after.slice(0, Math.max(0, next.from - amount.end)) : place.after;
    const read = rowOf(place, own, last);
    if (read) found.push(read);
  }
  return found.map(({ row }) => row);
}

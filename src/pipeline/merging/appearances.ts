import type { ItemType } from '../../model/index.ts';
import { compareText } from '../lists.ts';
import type { CorrectedRecord } from './correct.ts';
import { placeInPrint, sayOtherwise, sayTheSame } from '../naming/index.ts';
import { isOfPublished } from './preprints.ts';

/** Types of what a journal or proceedings print in another form, or not at all. */
const APART: ReadonlySet<ItemType> = new Set([
  'thesis',
  'report',
  'dataset',
  'software',
  'patent',
  'speech',
]);

/** What tells one appearance of a paper from another. */
function appearanceOf({ source }: CorrectedRecord) {
  const { type, issued } = source.fields;
  return {
    ...placeInPrint(source),
    isApart: type !== undefined && APART.has(type.value),
    type: type?.value,
    year: issued?.value.iso.slice(0, 4) ?? '',
  };
}

type Appearance = ReturnType<typeof appearanceOf>;

/**
 * Whether two records describe a paper in two places: at a conference and in a journal, as a thesis and as an article.
 * What one calls `NeurIPS` and another `Advances in Neural …` is one place where volume or pages say so.
 */
function areTwo(a: Appearance, b: Appearance): boolean {
  if (a.isApart || b.isApart) return a.isApart !== b.isApart || a.type !== b.type;
  if (a.venue === '' || b.venue === '' || a.venue === b.venue) return false;
  // Where both begin, on the first page, says nothing.
  if (sayTheSame(a.volume, b.volume) || (a.first !== '1' && sayTheSame(a.first, b.first)))
    return false;
  const areOfOneYear = !sayOtherwise(a.year, b.year);
  const isPlacedTwice = sayOtherwise(a.first, b.first) || sayOtherwise(a.volume, b.volume);
  return a.type === b.type ? isPlacedTwice && !areOfOneYear : isPlacedTwice || !areOfOneYear;
}

/**
 * The records of a paper that describe another appearance of it than the one that is shown, of which a reference names
 * one: in a journal or proceedings before a thesis or report, then that of most records, the one told most of, and the
 * later one.
 */
export function recordsElsewhere(
  records: readonly CorrectedRecord[],
): ReadonlySet<CorrectedRecord> {
  const published = records
    .filter(isOfPublished)
    .map((record) => ({ record, appearance: appearanceOf(record), told: toldBy(record) }));
  // Each appearance once, however many records there are of it.
  const counted = [...Map.groupBy(published, ({ appearance }) => JSON.stringify(appearance))];
  const ranked = counted.flatMap(([key, same]) => {
    const [first] = same;
    if (first === undefined) return [];
    const alike = counted.flatMap(([, others]) =>
      others[0] !== undefined && !areTwo(first.appearance, others[0].appearance) ? others : [],
    );
    const told = Math.max(...same.map((record) => record.told));
    return { appearance: first.appearance, key, told, count: alike.length };
  });
  const [shown] = ranked.sort(
    (a, b) =>
      Number(a.appearance.isApart) - Number(b.appearance.isApart) ||
      b.count - a.count ||
      b.told - a.told ||
      compareText(b.appearance.year, a.appearance.year) ||
      compareText(a.key, b.key),
  );
  return new Set(
    published.flatMap(({ record, appearance }) =>
      shown !== undefined && areTwo(appearance, shown.appearance) ? record : [],
    ),
  );
}

/** How much a record says of where the paper stands. */
function toldBy({ source: { fields } }: CorrectedRecord): number {
  const { volume, issue, page, articleNumber, publisher } = fields;
  return [volume, issue, page, articleNumber, publisher].filter(Boolean).length;
}

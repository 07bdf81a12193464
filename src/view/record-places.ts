import type { SurveyView } from './survey-view.ts';

/** Where a source record stands. */
export interface RecordPlace {
  /** Key of the record. */
  key: string;
  /** `Seed 002, lines 4 to 9` */
  label: string;
  /** Root path of the page of its source, at its first line. */
  path: string;
}

/** Where source records stand, in their order; keys that the survey does not know are left out. */
export function recordPlaces(view: SurveyView, keys: readonly string[]): RecordPlace[] {
  const { survey, words } = view;
  return keys.flatMap((key) => {
    const record = survey.records.get(key);
    if (record === undefined) return [];
    const { lines } = record.raw;
    const label = `${view.seedName(record.seed)}${words.comma}${words.lines(lines)}`;
    return [{ key, label, path: view.sourceLinePath(record.seed, lines[0]) }];
  });
}

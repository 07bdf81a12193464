import type { FieldName, RawField } from '../../model/index.ts';
import type { Range } from './range.ts';

/** A field found in an entry, before its place is counted in bytes. */
export interface Found {
  name: FieldName;
  /** Where the value stands, without quotes, braces or label. */
  range: Range;
  /** The value the text at `range` stands for, where that is not the text itself. */
  value?: string;
  /** The format's own name of the field: `keywords`, `AN`. */
  label?: string;
  /** The words of a title whose capitals the format marks to be kept. */
  caseKept?: RawField['caseKept'];
  /** The name in parts, where the format gives them. */
  parts?: RawField['parts'];
}

/** The field that a group of a pattern takes: its name, or the format's own one of a field without. */
export type GroupField = FieldName | { other: string };

/**
 * What the groups of a match took, each as the field that stands for it in `fields`; a group that took no part gives none.
 *
 * @param match Of a pattern with the flag `d`, which tells where groups stand.
 * @param from Where the string that was matched begins in the text.
 */
export function groupFields(
  match: RegExpExecArray,
  from: number,
  fields: readonly GroupField[],
): Found[] {
  return fields.flatMap((field, index): Found[] => {
    const [start, end] = match.indices?.[index + 1] ?? [];
    if (start === undefined || end === undefined) return [];
    const range = { from: from + start, to: from + end };
    return [
      typeof field === 'string'
        ? { name: field, range }
        : { name: 'other', range, label: field.other },
    ];
  });
}

/** True when the fields have a title, an abstract or an identifier to know a paper by. */
export function namesPaper(fields: readonly Found[]): boolean {
  return fields.some(({ name, range }) => NAMING.has(name) && range.to > range.from);
}

const NAMING: ReadonlySet<FieldName> = new Set(['title', 'abstract', 'doi', 'arxiv']);

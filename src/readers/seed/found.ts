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
  /** The name in parts, where the format gives them. */
  parts?: RawField['parts'];
}

/** True when the fields have a title, an abstract or an identifier to know a paper by. */
export function namesPaper(fields: readonly Found[]): boolean {
  return fields.some(({ name, range }) => NAMING.has(name) && range.to > range.from);
}

const NAMING: ReadonlySet<FieldName> = new Set(['title', 'abstract', 'doi', 'arxiv']);

import type { SourceRecord, Work } from '../../model/index.ts';
import { unique } from '../lists.ts';

/** What formats call the field of keywords: `keywords`, `KW`, `Author Keywords`, `Manual Tags`. */
const KEYWORD_FIELD = /^(?:kw|de|id|mh|ot|.*\b(?:keywords?|tags?|collections?|mesh terms?))$/i;

/** What parts keywords in one field: `parsing; semantics`, `parsing, semantics`. */
const SEPARATOR = /\s*[;,\n]\s*/;

/** What the seeds file a paper under, as they print it, each once. */
export function filedUnder(work: Work, records: ReadonlyMap<string, SourceRecord>): string[] {
  const fields = work.records.flatMap((key) => records.get(key)?.raw.fields ?? []);
  return unique(
    fields
      .filter(({ name, label }) => name === 'other' && KEYWORD_FIELD.test(label ?? ''))
      .flatMap(({ value }) => value.split(value.includes(';') ? /\s*[;\n]\s*/ : SEPARATOR))
      .map((keyword) => keyword.replace(/\s+/g, ' ').trim())
      .filter((keyword) => keyword !== ''),
  );
}

import { endNoteFields } from './endnote-fields.ts';
import type { CitableWriter } from '../writer.ts';

/** EndNote's import format (ENW, after refer), which EndNote opens by a double click. */
export const enw: CitableWriter = {
  format: 'enw',
  label: 'EndNote',
  extension: 'enw',
  mediaType: 'application/x-endnote-refer',
  holds: 'For EndNote: opens by a double click.',
  write: (works) => works.map((work) => enwRecord(endNoteFields(work))).join('\n'),
};

/** A record of ENW: each value on a line of its own, empty ones left out. */
export function enwRecord(
  fields: readonly (readonly [tag: string, value: string | undefined])[],
): string {
  return fields
    .flatMap(([tag, value]) => (value ? [`${tag} ${value.replace(/\s+/g, ' ').trim()}\n`] : []))
    .join('');
}

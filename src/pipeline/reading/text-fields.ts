import { decodeHTMLStrict } from 'entities';
import type { FieldName, TextFieldKey } from '../../model/index.ts';

/** The raw fields that become plain text of a record, and what the record calls them. */
export const textFields: ReadonlyMap<FieldName, TextFieldKey> = new Map<FieldName, TextFieldKey>([
  ['venue', 'venue'],
  ['venue_short', 'containerTitleShort'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'page'],
  ['article_number', 'articleNumber'],
  ['publisher', 'publisher'],
  ['publisher_place', 'publisherPlace'],
  ['edition', 'edition'],
  ['series', 'collectionTitle'],
  ['series_number', 'collectionNumber'],
  ['isbn', 'isbn'],
  ['issn', 'issn'],
  ['institution', 'institution'],
  ['event', 'event'],
  ['event_place', 'eventPlace'],
  ['language', 'language'],
  ['version', 'version'],
  ['genre', 'genre'],
  ['status', 'status'],
  ['note', 'note'],
  ['journal_ref', 'journalRef'],
  ['code_url', 'codeUrl'],
  ['citation_key', 'citationKey'],
]);

/** `249--260`, `249 - 260`, `249‐260`: a stretch of pages; other hyphens, as in `12-1`, cannot be told from it. */
const STRETCH = /(?<=[\p{L}\d])\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*(?=[\p{L}\d])/gu;

/**
 * A printed value in the one form the survey keeps it in: pages with an en dash, references to characters such as `&amp;`,
 * which several exports leave in, as these characters.
 */
export function readText(key: TextFieldKey, printed: string): string {
  if (key === 'page') return printed.replace(STRETCH, '–');
  return printed.includes('&') ? decodeHTMLStrict(printed) : printed;
}

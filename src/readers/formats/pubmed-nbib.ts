import type { FieldName } from '../../model/index.ts';
import { type Tagged, breaksOff, linesOf, recordsAt, taggedFields } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  defineReader,
  untitled,
  SAMPLE,
} from '../seed/index.ts';

/**
 * PubMed's citation format, whatever the file is called: tags of up to four letters, `PMID- 27169098`,
 * values that go on behind six blanks (https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format).
 */
export const pubmedNbib = defineReader({
  format: 'pubmed-nbib',
  label: 'PubMed citations (.nbib)',
  source: 'PubMed',
  stripsMath: false,
  labelsFields: true,
  signs: 'lines such as `PMID- 27169098` and `FAU - Lee, Ann`',
  opening: /PMID-[ \t]{0,4}\d{1,9}[ \t]*$/my,
  detect,
  read: (text) => ({
    entries: recordsAt(text.text, recordStarts(text.text)).map((record) => entryOf(text, record)),
  }),
});

// `PMID- 27169098`, `AU  - Lee A`, `OABL- `; values go on behind six blanks, so the tag begins its line
const TAG = /^\ufeff?([A-Z][A-Z0-9]{1,3})[ \t]{0,2}-(?:[ \t]|$)/;

function detect(text: SeedText): number {
  const head = text.text.slice(0, SAMPLE);
  const hasNumber = /^\ufeff?PMID-[ \t]{0,4}\d{1,9}[ \t]*$/m.test(head);
  const own = head.match(/^(?:OWN |STAT|FAU |LID |AID |DCOM|EDAT|PHST|CRDT|PMC )-[ \t]/gm) ?? [];
  if (!hasNumber && (own.length < 2 || !/^TI {2}-[ \t]/m.test(head))) return 0;
  if (/^[ \t]{0,8}TY[ \t]{1,3}-/m.test(head)) return 0.2;
  return own.length > 0 || /^(?:TI|AU|DP) {2}-[ \t]/m.test(head) ? 0.97 : 0.3;
}

/** Where records begin: at `PMID-`, or at what else comes before it behind a blank line (`PMC - PMC123`). */
function recordStarts(text: string): number[] {
  const starts: number[] = [];
  let paragraph: number | null = null;
  for (const { from, value, afterBlank } of linesOf(text)) {
    const isIndented = /[ \t]/.test(text[from - 1] ?? '');
    const tag = isIndented ? undefined : TAG.exec(value)?.[1];
    if (tag === undefined) continue;
    if (afterBlank || (starts.length === 0 && paragraph === null)) paragraph = from;
    if (tag !== 'PMID') continue;
    starts.push(paragraph ?? from);
    paragraph = null;
  }
  return starts.length === 0 && paragraph !== null ? [paragraph] : starts;
}

function entryOf(text: SeedText, block: Range): Entry {
  const tagged = taggedFields(text.text, block, TAG);
  const fields = fieldsOf(text.text, tagged);
  if (fields.some(({ name }) => name === 'title' || name === 'abstract')) {
    return { ...block, fields, truncated: breaksOff(text.text, block, tagged, ['AB']) };
  }
  return untitled(
    text,
    block,
    'The PubMed record has no title (TI)',
    'Export the record again in the format “PubMed” if it is a paper.',
    fields,
  );
}

// `10.1016/j.x.2020.01.002` of `10.1016/j.x.2020.01.002 [doi]`
const LABELLED_DOI = /^(\S{1,300})\s{1,4}\[doi\]$/i;

/** Tags whose value is one field as it stands, where it is not the title or the journal. */
const FIELDS: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['PMID', 'pmid'],
  ['TA', 'venue_short'],
  ['VI', 'volume'],
  ['IP', 'issue'],
  ['PG', 'pages'],
  ['LA', 'language'],
  ['PT', 'type'],
  ['PL', 'publisher_place'],
  ['PB', 'publisher'],
  ['EN', 'edition'],
  ['CTI', 'series'],
  ['CP', 'chapter'],
]);

/** A word of a paper; a star, as in `*Neoplasms/*genetics`, only says that it is one of the main ones. */
function keywordField(source: string, range: Range, tag: 'MH' | 'OT'): Found {
  const printed = source.slice(range.from, range.to);
  return {
    name: 'keyword',
    range,
    ...(printed.includes('*') ? { value: printed.replaceAll('*', '') } : {}),
    ...(tag === 'MH' ? { label: 'mesh' } : {}),
  };
}

// `2277-9175` of `2277-9175 (Electronic)`
const ISSN = /^\d{4}-\d{3}[\dXx](?= \()/;

/** `978-3-86680-192-9` of `ISBN 978-3-86680-192-9`. */
function withoutLabel(source: string, { from, to }: Range): Range {
  const label = /^ISBN:?\s*(?=\d)/i.exec(source.slice(from, to))?.[0] ?? '';
  return { from: from + label.length, to };
}

function issnWithin(source: string, { from, to }: Range): Range {
  const number = ISSN.exec(source.slice(from, to))?.[0];
  return { from, to: number === undefined ? to : from + number.length };
}

function fieldsOf(source: string, tagged: readonly Tagged[]): Found[] {
  const filled = tagged.filter(({ range }) => range.to > range.from);
  const first = (...tags: string[]) =>
    tags
      .map((tag) => filled.find((field) => field.tag === tag))
      .find((field) => field !== undefined);
  const has = (tag: string) => filled.some((field) => field.tag === tag);
  const title = first('TI', 'BTI', 'TT');
  const abstract = first('AB', 'OAB');
  const hasJournal = has('JT') || has('TA');
  // The title of a book where the record is of a chapter
  const venue = hasJournal ? first('JT', 'TA') : title?.tag === 'BTI' ? undefined : first('BTI');
  // Full names where there are any.
  const authors = has('FAU') ? 'FAU' : 'AU';
  const editors = has('FED') ? 'FED' : 'ED';
  let doi: string | undefined;

  return filled.map((field): Found => {
    const { tag, range } = field;
    const as = (name: FieldName, place = range): Found => ({ name, range: place });
    if (field === title) return as('title');
    if (field === abstract) return as('abstract');
    if (field === venue) return as('venue');
    if (tag === authors) return as('author');
    if (tag === 'CN') return { ...as('author'), parts: {} };
    if (tag === editors) return as('editor');
    const plain = FIELDS.get(tag);
    if (plain !== undefined) return as(plain);
    if (tag === 'MH' || tag === 'OT') return keywordField(source, range, tag);
    if (tag === 'ISBN') return as('isbn', withoutLabel(source, range));
    if (tag === 'IS') return as('issn', issnWithin(source, range));
    if (field === first('DP')) return as('date');
    if (tag === 'LID' || tag === 'AID' || tag === 'SO') {
      const printed = LABELLED_DOI.exec(source.slice(range.from, range.to))?.[1];
      if (printed !== undefined && (doi === undefined || doi === printed)) {
        const isFirst = doi === undefined;
        doi = printed;
        const place = { from: range.from, to: range.from + printed.length };
        if (isFirst) return { name: 'doi', range: place };
      }
    }
    return { name: 'other', range, label: tag };
  });
}

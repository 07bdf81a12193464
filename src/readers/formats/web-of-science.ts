import type { FieldName } from '../../model/index.ts';
import { documentTypes, statedArxiv, statedFields } from '../fields/index.ts';
import {
  type Tagged,
  breaksOff,
  framedRecords,
  linesBetween,
  taggedFields,
} from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type Reading,
  type SeedText,
  byPlace,
  defineReader,
  namesPaper,
  untitled,
  SAMPLE,
} from '../seed/index.ts';

/**
 * Web of Science's plain text export: a head of `FN` and `VR`, records from `PT` to `ER` with tags of
 * two letters and values that go on behind three blanks, and `EF` at the end
 * (https://webofscience.help.clarivate.com/en-us/Content/wos-core-collection/woscc-full-record-details.htm).
 */
export const webOfScience = defineReader({
  format: 'web-of-science',
  label: 'Web of Science export',
  source: 'Web of Science',
  stripsMath: false,
  labelsFields: true,
  signs: 'records from `PT J` to `ER`, with tags such as `AU` and `SO`',
  opening:
    /(?:FN [^\r\n]{0,40}(?:Web of (?:Science|Knowledge)|ISI Export Format|Clarivate)|PT [A-Z][ \t]*\r?\n(?:AU|CA|BA|TI|BE|GP) )/my,
  detect,
  read,
});

// `TI Video object analysis`, `ER`; values go on behind three blanks
const TAG = /^\ufeff?([A-Z][A-Z0-9])(?: |$)/;

// The lines that begin and end a record
const FRAME = /^\ufeff?(?:(PT) [A-Z]|ER)[ \t]*$/gm;

// The head and the end of the file: `FN Clarivate Analytics Web of Science`, `VR 1.0`, `EF`
const FURNITURE = /^(?:FN .*|VR [\d.]+|EF)$/;

function detect(text: SeedText): number {
  const head = text.text.slice(0, SAMPLE);
  if (!/^\ufeff?PT [A-Z][ \t]*$/m.test(head)) return 0;
  const hasHead = /^\ufeff?FN .*(?:Web of (?:Science|Knowledge)|ISI|Clarivate|Thomson)/m.test(head);
  const tags = head.match(/^(?:AU|AF|TI|SO|LA|DT|UT|PY|AB) /gm)?.length ?? 0;
  if (tags < 2 || !/^TI /m.test(head)) return 0.2;
  return hasHead ? 0.99 : 0.95;
}

function read(text: SeedText): Reading {
  const { records, ends } = framedRecords(text.text, FRAME, (from) => withoutEnd(text.text, from));
  const head = linesBetween(text.text, [...records, ...ends].sort(byPlace));
  return {
    entries: records.map((block) => entryOf(text, block)),
    chrome: [...ends, ...head.filter(({ value }) => FURNITURE.test(value))],
  };
}

/** The end of a last record that lacks its `ER`: before an `EF`, else the end of the text. */
function withoutEnd(text: string, from: number): number {
  const rest = text.slice(from);
  const end = /^EF\s*$/m.exec(rest)?.index;
  return end === undefined ? text.length : from + end;
}

function entryOf(text: SeedText, block: Range): Entry {
  const tagged = taggedFields(text.text, block, TAG);
  const fields = fieldsOf(text.text, tagged);
  if (namesPaper(fields)) {
    return { ...block, fields, truncated: breaksOff(text.text, block, tagged, ['AB']) };
  }
  return untitled(
    text,
    block,
    'The Web of Science record has neither a title (TI) nor a DOI (DI)',
    'Export the record again as a full record if it is a paper.',
    fields,
  );
}

/** Tags whose value is one field as it stands. */
const FIELDS: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['PT', 'type'],
  ['TI', 'title'],
  ['AB', 'abstract'],
  ['SO', 'venue'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['BP', 'pages'],
  ['AR', 'article_number'],
  ['PU', 'publisher'],
  ['PI', 'publisher_place'],
  ['SE', 'series'],
  ['BN', 'isbn'],
  ['SN', 'issn'],
  ['EI', 'issn'],
  ['LA', 'language'],
  ['DE', 'keywords'],
  ['ID', 'keywords'],
  ['CT', 'event'],
  ['CL', 'event_place'],
  ['CY', 'event_date'],
  ['DI', 'doi'],
  ['PM', 'pmid'],
  ['PY', 'year'],
]);

/** First and last page as one field over both lines, where the last (`EP`) stands right below the first (`BP`). */
function stretchOfPages(
  source: string,
  fields: readonly Tagged[],
): { at: number; field: Found } | null {
  const at = fields.findIndex(({ tag }) => tag === 'BP');
  const [first, last] = [fields[at]?.range, fields[at + 1]];
  if (first === undefined || last?.tag !== 'EP') return null;
  const begin = source.slice(first.from, first.to);
  const end = source.slice(last.range.from, last.range.to);
  return {
    at,
    field: {
      name: 'pages',
      range: { from: first.from, to: last.range.to },
      value: begin === end ? begin : `${begin}–${end}`,
    },
  };
}

function fieldsOf(source: string, tagged: readonly Tagged[]): Found[] {
  const filled = tagged.filter(({ range }) => range.to > range.from);
  const has = (tag: string) => filled.some((field) => field.tag === tag);
  // Full names where there are any; of a book without authors its book authors, of a group the group.
  const authors = ['AF', 'AU', 'BF', 'BA', 'CA', 'GP'].find(has);
  const hasYear = filled.some(({ tag }) => tag === 'PY');
  // `Nat. Commun.` before `NAT COMMUN`.
  const shortVenue = ['JI', 'J9'].find(has);
  const pages = stretchOfPages(source, filled);

  return filled.flatMap((field, index): Found[] => {
    const { tag, range } = field;
    const as = (name: FieldName): Found[] => [{ name, range }];
    const stated = tag === 'AR' || tag === 'SO' ? statedArxiv(source, range) : null;
    if (stated !== null) {
      return statedFields(source, { range, stated, label: tag, isVenue: tag === 'SO' });
    }
    // A group stands beside the people who sign for themselves.
    if (tag === authors || (tag === 'CA' && authors !== undefined)) {
      return field.lines.map((line): Found => {
        if (/^(?:et(?:\.?\s+|\.)al\.?|others)$/i.test(source.slice(line.from, line.to))) {
          return { name: 'et_al', range: line };
        }
        return {
          name: 'author',
          range: line,
          ...(tag === 'CA' || tag === 'GP' ? { parts: {} } : {}),
        };
      });
    }
    if (pages !== null && (index === pages.at || index === pages.at + 1)) {
      return index === pages.at ? [pages.field] : [];
    }
    const plain = FIELDS.get(tag);
    if (plain !== undefined) return as(plain);
    switch (tag) {
      case 'BE':
      case 'ED':
        return field.lines.map((line): Found => ({ name: 'editor', range: line }));
      case 'DT':
        return documentTypes(source, range);
      case 'JI':
      case 'J9':
        return tag === shortVenue ? as('venue_short') : [{ name: 'other', range, label: tag }];
      // The day of early access, which is the paper's date only until it stands in an issue.
      case 'EA':
        return hasYear ? [{ name: 'other', range, label: tag }] : as('date');
      case 'WC':
      case 'SC':
        return [{ name: 'keywords', range, label: 'subject' }];
      case 'PD':
        return hasYear ? as('date') : [{ name: 'other', range, label: tag }];
      default:
        return [{ name: 'other', range, label: tag }];
    }
  });
}

import { DOI_PREFIX, type FieldName } from '../../model/index.ts';
import { type Found, type Range, trimmed } from '../seed/index.ts';
import { statedArxiv, statedFields } from './stated-arxiv.ts';

/** A note in which Zotero keeps a line each what a reference has no field for. */
export interface ExtraNote {
  range: Range;
  /** The format's own name of the field. */
  label: string;
  /** What a part of the note stands for, where the format encodes it. */
  decode?: (source: string) => string;
  /** Fields that the record states elsewhere, which count before the note. */
  isGiven: (name: FieldName) => boolean;
}

// `Publisher: Example Press`, `PMID: 123`, `Citation Key: doe17`, `Comment: 12 pages`
const KEYED_LINE = /^([A-Z][A-Za-z ]{1,30}):[ \t]{0,3}(?=\S)/;

// `12 pages, 3 figures`, `Accepted at ICML 2022`: what authors say on arXiv, and not what somebody thinks of the paper
const AUTHORS_COMMENT =
  /\b(?:\d+ (?:pages?|pp|figures?|tables?)|accepted|to appear|appear(?:ed|s)|published|presented|submitted|camera[- ]ready|workshop|proceedings|(?:project|code) page)\b/i;

/** Keys of such lines, and what a value of each looks like (https://www.zotero.org/support/kb/item_types_and_fields). */
const KEYS: ReadonlyMap<string, readonly [name: FieldName, value: RegExp]> = new Map([
  ['doi', ['doi', new RegExp(String.raw`^${DOI_PREFIX}\S+$`)]],
  ['pmid', ['pmid', /^\d{1,8}$/]],
  ['citation key', ['citation_key', /^[A-Za-z\d][\w:./+&-]{1,80}$/]],
  ['comment', ['comment', AUTHORS_COMMENT]],
  ['publisher', ['publisher', /\p{L}/u]],
  ['place', ['publisher_place', /\p{L}/u]],
  ['number', ['issue', /^\w{1,10}$/]],
  ['edition', ['edition', /^.{1,60}$/]],
  ['isbn', ['isbn', /\d{9}/]],
  ['issn', ['issn', /\d{3}/]],
  ['conference name', ['event', /\p{L}/u]],
  ['event title', ['event', /\p{L}/u]],
  ['event place', ['event_place', /\p{L}/u]],
] satisfies [string, [FieldName, RegExp]][]);

// A line of a text, or of one in a string of JSON, where lines end in `\n` spelt out
const LINE = /(?<=^|\\n|[\r\n])(?:(?!\\n)[^\r\n])+/g;

/**
 * The fields in the lines of a note, each at its own place, the rest under the note's label; null for a note that has no
 * such line in it.
 */
export function extraFields(text: string, note: ExtraNote): Found[] | null {
  const { range, label, decode, isGiven } = note;
  const found: Found[] = [];
  let at = range.from;
  const rest = (to: number) => {
    const left = trimmed(text, { from: at, to });
    if (!/\w/.test(text.slice(left.from, left.to).replaceAll('\\n', ''))) return;
    found.push({ name: 'other', range: left, label, ...decoded(text, left, decode) });
  };
  for (const match of text.slice(range.from, range.to).matchAll(LINE)) {
    const line = trimmed(text, {
      from: range.from + match.index,
      to: range.from + match.index + match[0].length,
    });
    const fields = lineFields(text, line, note);
    if (fields.length === 0) continue;
    rest(line.from);
    for (const field of fields) {
      const isSecond = field.name !== 'other' && isGiven(field.name);
      found.push(isSecond ? { ...field, name: 'other', label: field.name } : field);
    }
    at = line.to;
  }
  if (found.length === 0) return null;
  if (text.startsWith('\\n', at)) at += 2;
  rest(range.to);
  return found;
}

function lineFields(text: string, line: Range, { label, decode }: ExtraNote): Found[] {
  const stated = statedArxiv(text, line);
  if (stated !== null) return statedFields(text, { range: line, stated, label, isVenue: false });
  const printed = text.slice(line.from, Math.min(line.to, line.from + 2000));
  const [head = '', key = ''] = KEYED_LINE.exec(printed) ?? [];
  const [name, value] = KEYS.get(key.toLowerCase()) ?? [];
  if (name === undefined || value?.test(printed.slice(head.length)) !== true) return [];
  const range = { from: line.from + head.length, to: line.to };
  return [{ name, range, ...decoded(text, range, decode) }];
}

function decoded(
  text: string,
  { from, to }: Range,
  decode: ExtraNote['decode'],
): Pick<Found, 'value'> {
  return decode === undefined ? {} : { value: decode(text.slice(from, to)) };
}

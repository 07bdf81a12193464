import { decodeHTML, decodeXML } from 'entities';
import { expect } from 'vitest';
import type { RawField } from '../../src/model/index.ts';
import { readSeed } from '../../src/pipeline/reading/read.ts';
import { decodeSeed, pageText, type SeedText } from '../../src/readers/index.ts';
import { decodedTwice, decodeTex, parseTex, toPlain, WITHHELD } from '../../src/text/index.ts';

/** `\u00e9`, `\n`, `\"` of a string of JSON. */
function unescaped(printed: string): string {
  return printed.replace(/\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/g, (mark) =>
    String(JSON.parse(`"${mark}"`)),
  );
}

/** What text of a format stands for, by other means than the reader's where there are any. */
const decoders: Readonly<Record<string, (printed: string) => string>> = {
  // Where a formula is shown as letters, these.
  bibtex: (printed) => `${decodeHTML(decodeTex(printed))} ${toPlain(parseTex(printed).rich)}`,
  'csl-json': unescaped,
  'works-json': unescaped,
  objects: unescaped,
  table: decodeHTML,
  'arxiv-atom': decodeXML,
  'arxiv-oai': decodeXML,
  'zotero-rdf': decodeXML,
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Letters and digits without accents; months as numbers, numbers without commas and leading zeros. */
function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '');
  return (plain.match(/\p{L}+|\p{N}+/gu) ?? []).map((word) => {
    const month = word.length < 10 ? MONTHS.indexOf(word.slice(0, 3)) : -1;
    return month >= 0 ? String(month + 1) : word.replace(/^0+(?=\d)/, '');
  });
}

/** True when each word stands in the source, at line ends perhaps in pieces. A year may have lost its century there. */
function standIn(wanted: readonly string[], source: string): boolean {
  const there = words(source);
  const joined = there.join('');
  return wanted.every(
    (word) =>
      joined.includes(word) ||
      (/^(?:19|20)\d\d$/.test(word) && there.includes(word.slice(2).replace(/^0/, ''))),
  );
}

// The name of a macro, the key or address of another entry, a month: what stands for text elsewhere in the file
const REFERENCE = /^[\w:./#%+-]+(?:\s*#\s*["{]?.*)?$/s;

// Text joined to macros: `"Macros " # jm # " of " # yr`
const JOINED = /^"[^"]*"\s*#\s*\w/;

/** `<sub>` */
const TAG = /<[^>]*>/g;

/**
 * True when the bytes at a field's place give its value: as they are, or decoded; for a reference when the file
 * does.
 */
export function isFaithful(field: RawField, text: SeedText, format: string): boolean {
  const printed = text.slice(field.span);
  if (field.decoded !== true) return printed === field.value;
  const asFormat = pageText(text)
    ? (source: string) => decodeHTML(source.replaceAll(TAG, ''))
    : (decoders[format] ?? ((same: string) => same));
  // Letters that were encoded twice are mended too, and marked as decoded.
  const decode = (source: string) => `${asFormat(source)} ${decodedTwice(asFormat(source)) ?? ''}`;
  const wanted = words(field.value.replaceAll(WITHHELD, ''));
  return (
    // A number in an archive stands for its address there.
    (field.name === 'url' && field.value.endsWith(`/${printed}`)) ||
    standIn(wanted, `${decode(printed)} ${printed}`) ||
    standIn(wanted, decode(printed.replaceAll(TAG, ''))) ||
    ((REFERENCE.test(printed) || isJoinedTo(field.value, printed)) &&
      standIn(wanted, `${decode(text.text)} ${text.text}`))
  );
}

/** True for text joined to macros of which the value has every word that is no macro's. */
function isJoinedTo(value: string, printed: string): boolean {
  const pieces = printed.match(/"[^"]*"/g) ?? [];
  return JOINED.test(printed) && standIn(words(pieces.join(' ')), value);
}

/** The laws of reading, for any bytes: parts tile the file, and the file says what a field says. */
export function expectFaithful(bytes: Uint8Array): void {
  const seed = { path: 'seed.txt', bytes };
  const { reading, listings } = readSeed(seed);
  const { text } = decodeSeed(seed);
  let at = 0;
  for (const { span } of reading.account.parts) {
    if (span.start !== at || span.end <= span.start) {
      throw new Error(`a part from ${span.start} to ${span.end} stands behind ${at}`);
    }
    at = span.end;
  }
  expect(at).toBe(bytes.length);
  for (const { format, records } of listings) {
    for (const { fields } of records) {
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.filter((field) => !isFaithful(field, text, format))).toEqual([]);
    }
  }
}

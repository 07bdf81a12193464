import type {
  FieldName,
  Filing,
  Message,
  PageFacts,
  RawField,
  RawRecord,
} from '../../model/index.ts';
import type { Found } from './found.ts';
import { type Notation, notationOf } from './notation.ts';
import { byPlace, gaps, type Range, trimmed } from './range.ts';
import { placeOf, type SeedText } from './seed-text.ts';

/** How much of a text is looked at to tell a format that shows itself in every record. */
export const SAMPLE = 100_000;

/** One paper's block in a text: from the first to the last character that belongs to it. */
export interface Entry extends Range {
  /**
   * In any order, not overlapping; one outside of the entry is inherited from what it belongs to. None when there is no
   * paper in the block after all, which `messages` explain.
   */
  fields: readonly Found[];
  /** True when the copy ends inside the entry. */
  truncated?: boolean;
  /** Of a block without a paper: its fields all the same, for some may be private. */
  refused?: readonly Found[];
  /** What in the entry is not understood and so remains unparsed; all else beside the fields is furniture. */
  unknown?: readonly Range[];
  /** The furniture of the entry, where it is not simply all that is no field. */
  chrome?: readonly Range[];
  /** Headings and collections outside of the entry that it stands under, outermost first. */
  filings?: readonly FoundFiling[];
  messages?: readonly Message[];
}

/** A heading or collection, before its place is counted in bytes. */
export interface FoundFiling extends Pick<Filing, 'kind' | 'value'> {
  range: Range;
}

/** What one reading of a whole text gives. Ranges count in the text, in any order; what none of them claims stays unparsed. */
export interface Reading {
  entries: readonly Entry[];
  /** The furniture of the page around the entries. What of it overlaps an entry is left to the entry. */
  chrome?: readonly Range[];
  /** What names the fields of all entries at once: the header of a table. */
  labels?: readonly Notation[];
  /** What is never published, such as the settings of somebody's library. */
  private?: readonly Range[];
  /** What the page says about itself. */
  facts?: PageFacts;
  messages?: readonly Message[];
  /** What an inferring reader learned of how the records are laid out: `title from “Name”, authors from “By[]”`. */
  layout?: string;
}

/** A reading that also says how sure the reader is that the text is of its format: 0 to 1, from 0.5 on it wants the text. */
export interface SureReading extends Reading {
  confidence: number;
}

/** What a format is called and known by. */
export interface Format {
  /** Permanent name: `hugging-face-papers`. */
  format: string;
  /** What a person calls it: `Hugging Face papers page`. */
  label: string;
  /** Whom its observations quote: `Hugging Face`. */
  source: string;
  /** True when the site strips `$` and `\` from math. */
  stripsMath: boolean;
  /**
   * True for a format in which all of an entry is values and what labels and delimits them; what is no field there is the
   * notation of one. Absent for pages made for people, where it is furniture.
   */
  labelsFields?: true;
  /**
   * True for a reader that knows no format but learns from the text itself how its records are laid out. It is asked only
   * where no other reader wants the text, and its records say so.
   */
  infers?: true;
  /** True for a reader that reads the source of a saved page too, and not only what is seen of it. */
  readsSource?: true;
  /** One line on what the format is known by, for the message about an unknown text. */
  signs: string;
  /**
   * Where a listing of the format begins behind other text, as `@article{key,` does: tried at the
   * first character of each line (flag `y`), and so sharp that no other format has it. A format
   * without it is found only where the readers before it leave text over.
   */
  opening?: RegExp;
}

/** How a format is read: the whole text at once. Pure: the same text gives the same answer. */
export type Definition = Format &
  (
    | {
        /** Null for a text that is not of the format. */
        read: (text: SeedText) => SureReading | null;
        detect?: undefined;
      }
    | {
        read: (text: SeedText) => Reading;
        /** The confidence of a reading, where it can be told for less than the price of one. */
        detect: (text: SeedText) => number;
      }
  );

/** One paper's block as it was read; without a record when there is no paper in it after all. */
export interface RecordSegment extends Range {
  kind: 'record';
  record: RawRecord | null;
  /** The fields of a block without a paper. */
  refused: readonly RawField[];
  messages: readonly Message[];
}

/** A stretch of a seed that is no paper: the site's furniture, white space, not understood, or never published. */
export interface OtherSegment extends Range {
  kind: 'chrome' | 'separator' | 'unparsed' | 'private';
}

/** The name of a field of all entries. */
export interface LabelSegment extends Range {
  kind: 'label';
  field: FieldName;
}

export type Segment = RecordSegment | OtherSegment | LabelSegment;

/** A text in segments that tile it, in file order, and what is said of it as a whole. */
export interface Listing {
  segments: Segment[];
  facts: PageFacts;
  messages: readonly Message[];
  /** Of an inferring reader: what it learned. */
  layout?: string;
}

/** One seed format. */
export interface Reader extends Format {
  /** How sure the reader is that the text is of its format, 0 to 1; from 0.5 on it wants the text. */
  detect(text: SeedText): number;
  /** The whole text as the format has it; to be asked of the reader that wants the text. */
  read(text: SeedText): Listing;
}

/** The reader of a format: detection and segments follow from one reading, which is kept for as long as its text is. */
export function defineReader({ read, detect, ...format }: Definition): Reader {
  const readings = new WeakMap<SeedText, SureReading | null>();
  const sure = (text: SeedText): SureReading | null => {
    const known = readings.get(text);
    if (known !== undefined) return known;
    const reading = detect === undefined ? read(text) : { confidence: detect(text), ...read(text) };
    readings.set(text, reading);
    return reading;
  };
  return {
    ...format,
    detect: detect ?? ((text) => sure(text)?.confidence ?? 0),
    read: (text) => listingOf(text, sure(text) ?? { entries: [] }, format),
  };
}

/** An entry that turned out to name no paper, with the reason, and with what was taken for its fields. */
export function noPaper(
  { from, to }: Range,
  reason: Message,
  refused: readonly Found[] = [],
): Entry {
  return { from, to, fields: [], refused, messages: [reason] };
}

/**
 * An entry that has neither a title nor what else names a paper.
 *
 * @param lack what it lacks, as a sentence without its end: `The item has neither a title nor an identifier`.
 * @param hint what to do if it is a paper.
 */
export function untitled(
  text: SeedText,
  range: Range,
  lack: string,
  hint: string,
  refused?: readonly Found[],
): Entry {
  const reason: Message = {
    code: 'entry-without-title',
    severity: 'warning',
    source: placeOf(text, range),
    text: `${lack}, so it names no paper.`,
    hint,
  };
  return noPaper(range, reason, refused);
}

function listingOf(text: SeedText, reading: Reading, format: Format): Listing {
  const entries = [...reading.entries].sort(byPlace);
  const others = [
    ...(reading.chrome ?? []).map((range) => ({ kind: 'chrome' as const, ...place(range) })),
    ...(reading.private ?? []).map((range) => ({ kind: 'private' as const, ...place(range) })),
    ...(reading.labels ?? []).map(({ range, field }) => ({
      kind: 'label' as const,
      ...place(range),
      field,
    })),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const claimed: Segment[] = entries.map((entry) => ({
    kind: 'record',
    ...place(entry),
    record: recordOf(text, entry, format),
    refused: (entry.refused ?? []).map((field) => fieldOf(text, field)),
    messages: entry.messages ?? [],
  }));
  for (const other of outside(others, entries)) claimed.push(other);
  return {
    segments: tile(text.text, claimed.sort(byPlace)),
    facts: reading.facts ?? {},
    messages: reading.messages ?? [],
    ...(reading.layout === undefined ? {} : { layout: reading.layout }),
  };
}

function place({ from, to }: Range): Range {
  return { from, to };
}

/** The ranges that overlap no entry and none of the ranges before; both in file order. */
function outside<T extends Range>(ranges: readonly T[], entries: readonly Range[]): T[] {
  let next = 0;
  let end = 0;
  return ranges.filter(({ from, to }) => {
    while ((entries[next]?.to ?? from + 1) <= from && next < entries.length) next += 1;
    if (from < end || to > (entries[next]?.from ?? to)) return false;
    end = to;
    return true;
  });
}

/** Completes segments so that they tile the text: what none claims is a separator when it is white space, else unparsed. */
function tile(text: string, claimed: readonly Segment[]): Segment[] {
  const filled = claimed.filter(({ from, to }) => to > from);
  const unclaimed = gaps({ from: 0, to: text.length }, filled).flatMap((gap): Segment[] => {
    const content = trimmed(text, gap);
    if (content.to === content.from) return [{ kind: 'separator', ...gap }];
    const whole: Segment[] = [
      { kind: 'separator', from: gap.from, to: content.from },
      { kind: 'unparsed', ...content },
      { kind: 'separator', from: content.to, to: gap.to },
    ];
    return whole.filter(({ from, to }) => to > from);
  });
  return [...filled, ...unclaimed].sort(byPlace);
}

function recordOf(text: SeedText, entry: Entry, format: Format): RawRecord | null {
  const fields = entry.fields.filter(({ range }) => range.to > range.from);
  const isInherited = ({ range }: Found) => range.from < entry.from || range.to > entry.to;
  const own = fields
    .filter((field) => !isInherited(field))
    .sort((a, b) => byPlace(a.range, b.range));
  if (own.length === 0) return null;
  const rest = entry.chrome ?? furniture(text, entry, own);
  const notation = format.labelsFields ? notationOf(text.text, rest, own) : [];
  const chrome = format.labelsFields ? [] : rest;
  const inherited = fields.filter(isInherited);
  return {
    span: text.span(entry.from, entry.to),
    fields: [
      ...own.map((field) => fieldOf(text, field)),
      ...inherited.map((field): RawField => ({ ...fieldOf(text, field), inherited: true })),
    ],
    chrome: chrome.map(({ from, to }) => text.span(from, to)),
    notation: notation.map(({ range, field }) => ({
      span: text.span(range.from, range.to),
      field,
    })),
    filings: (entry.filings ?? []).map(({ kind, value, range }) => ({
      kind,
      value,
      span: text.span(range.from, range.to),
    })),
    truncated: entry.truncated ?? false,
  };
}

/** The raw field for what was found; `decoded` where the value is not the text at its place. */
function fieldOf(text: SeedText, found: Found): RawField {
  const { name, range, value, label, parts, caseKept } = found;
  const shown = text.text.slice(range.from, range.to);
  const span = text.span(range.from, range.to);
  const printed = text.isRendered ? text.slice(span) : shown;
  const field: RawField = { name, value: printed, span };
  if (label !== undefined) field.label = label;
  if (parts !== undefined) field.parts = parts;
  if (caseKept !== undefined) field.caseKept = caseKept;
  const meant = value ?? shown;
  return meant === printed ? field : { ...field, value: meant, decoded: true };
}

/** All of an entry that is neither a field nor white space nor unknown, such as labels, quotes and tags. */
function furniture({ text }: SeedText, entry: Entry, fields: readonly Found[]): Range[] {
  const taken = [...fields.map(({ range }) => range), ...(entry.unknown ?? [])].sort(byPlace);
  return gaps(entry, taken)
    .map((gap) => trimmed(text, gap))
    .filter(({ from, to }) => to > from);
}

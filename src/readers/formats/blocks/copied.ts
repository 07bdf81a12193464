import { SHORT_MONTH } from '../../../model/index.ts';
import {
  type People,
  accepts,
  isCodeAddress,
  isPaperAddress,
  isTitle,
  meaningOf,
  peopleFields,
  peopleIn,
  placeFields,
  statedValues,
} from '../../fields/index.ts';
import { type Line, hasSentenceBreak, linesOf } from '../../scan/index.ts';
import { type Entry, type Found, type Range, trimmed } from '../../seed/index.ts';

/** A record in a text that was copied off a page, and the order of what is in it. */
export interface Copied {
  entry: Entry;
  order: string;
}

/** What a line of a copied page is by its shape. */
type Kind =
  | 'people'
  | 'person'
  | 'where'
  | 'when'
  | 'link'
  | 'stated'
  | 'prose'
  | 'snippet'
  | 'workplace'
  | 'furniture'
  | 'text';

interface Part extends Line {
  kind: Kind;
  people?: People;
  /** Of a line of names with something behind them: `Ann Lee, Bo Fox - Journal, 2019`. */
  rest?: Range;
  stated?: Found[];
}

/** Records that must be there before their page is believed to be a listing. */
const FEWEST = 3;

/** How many lines may stand between a title and what it is known by. */
const FAR = 5;

/**
 * The records of a text copied off a page, whose lines are what the page shows: titles, names, places, dates, buttons. Which
 * line is a title is learned from where it stands to the names, or to the link where there are none; what repeats in the
 * same words is furniture. Empty where no three titles with names or links are there.
 */
export function copiedRecords(text: string): { records: Copied[]; furniture: Range[] } {
  const parts = partsOf(text);
  const furniture = parts.filter(({ kind }) => kind === 'furniture');
  const names = anchorsOf(text, parts, 'people');
  const isNamed = names.length >= FEWEST;
  // Where nobody is named, two words with capitals are no name either.
  const read = isNamed
    ? parts
    : parts.map((part) => (part.kind === 'person' ? { ...part, kind: 'text' as const } : part));
  const anchors = isNamed ? withSingles(text, parts, names) : anchorsOf(text, read, 'link');
  if (anchors.length < FEWEST) return { records: [], furniture };
  const starts = anchors.map((anchor) => startOf(read, anchor));
  const blocks = starts.map((from, index) => ({ from, to: starts[index + 1] ?? read.length }));
  const hasVenue =
    2 *
      anchors.filter(({ first, at }, index) =>
        read.slice(Math.max(first, at) + 1, blocks[index]?.to).some(isVenueLine),
      ).length >
    anchors.length;
  const records = anchors.map((anchor, index) =>
    recordOf(
      text,
      read,
      anchor,
      blocks[index] ?? { from: anchor.first, to: anchor.last },
      hasVenue,
    ),
  );
  return { records, furniture };
}

/** A title, and the line of names or the link that it is known by. */
interface Anchor {
  /** The first and the last line of the title. */
  first: number;
  last: number;
  at: number;
}

// Marks in front of what a line says: `12. `, `[3] `, `#4 `, `[PDF] `, `9:00 – 9:20 `, `Talk 3: `
const MARK =
  /^(?:\[\d{1,6}\]|\(\d{1,6}\)|\d{1,6}[.):](?=\s)|#\d{1,6}|\[(?:pdf|html|book|citation|doc|c|b)\]|\d{1,2}[:.]\d\d\s?(?:[ap]m)?(?:\s?[–—-]\s?\d{1,2}[:.]\d\d\s?(?:[ap]m)?)?|[-*+•▪◦‣] |\^)\s*/iu;

// Several blanks or a tab between what stands in columns
const COLUMNS = /\t+| {2,}/u;

// Lines of nothing but what parts the names or facts around them
const SEPARATOR = /^[·•|,;&/]$/u;

const YEAR = /(?<![\d./-])(?:19|20)\d\d(?![\d-])/u;
const ADDRESS =
  /^(?:\S{1,12}:?\s{0,2})?https?:\/\/\S+(?:\s\(?\p{L}[^()]{0,40}\)?)?$|^(?:doi|arxiv):\s?\S+$/iu;

const MONTH = String.raw`${SHORT_MONTH}[a-z]{0,6}\.?`;
const DAY = new RegExp(
  String.raw`\b(?:\d{1,2} ${MONTH},? (?:19|20)\d\d|${MONTH} \d{1,2},? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|${MONTH} (?:19|20)\d\d)\b`,
  'iu',
);

// What stands around a day in a line that says no more
const AROUND_DAY =
  /published|posted|submitted|uploaded|updated|last|modified|revised|available|online|accepted|received|first|date|added|created|on|reads?|citations?|views?|downloads?|recommendations?|by|number of pages|v\d|\d+|[^\p{L}\d]+/giu;

// `Volume: 12`, `Year: 2019`, `DOI 10.…`: what says itself what it is
const STATED = /^(\p{L}[\p{L} ]{1,30}?)(?::\s*|\s(?=https?:|10\.\d))(\S.*)$/dsu;

// Names of journals, which many papers of a list may share
const JOURNAL =
  /\b(?:journal|proceedings|transactions|annals|review|conference) (?:of|on)\b|\b(?:letters|reviews?|transactions|annals)$/iu;

// `12(3)`, `12:3–4`, `vol. 12`, `doi: 10.…`: what stands beside the name of a journal
const OF_JOURNAL =
  /\d\s?\(\d|\d:\s?\d|;\s?\d|\bvol(?:ume|\.)?\s?\d|\bpp?\.\s?\d|\bdoi\b|\bpages?\s?\d/iu;

// What a page cuts short: `We show that …`, `We show that … Expand`
const CUT = /(?:…|\.\.\.)$|\s(?:expand|(?:read|show|see) more)$/iu;

/** Words of places where people work. */
const WORKPLACE =
  /(?<!\p{L})(?:universit\p{L}+|institut\p{L}*|college|school of|departe?ment|faculty of|laborator\p{L}+|hospital)(?!\p{L})/iu;

/** The lines of a text with what they are; what stands in columns is a line each, and so is what was wrapped. */
function partsOf(text: string): Part[] {
  const lines = unwrapped(text, divided(text, linesOf(text)));
  const counts = new Map<string, number>();
  for (const { value } of lines) {
    const mask = maskOf(value);
    counts.set(mask, (counts.get(mask) ?? 0) + 1);
  }
  return lines.map((line) => {
    const mask = maskOf(line.value);
    const isRepeated = mask !== '' && (counts.get(mask) ?? 0) >= FEWEST;
    return partOf(text, line, isRepeated && !JOURNAL.test(mask));
  });
}

/** A line without its numbers: buttons and counts repeat. */
function maskOf(value: string): string {
  return value.length > 80 ? '' : value.replaceAll(/\d+/g, '0').toLowerCase();
}

function divided(text: string, lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  for (const line of lines) {
    let from = line.from;
    let afterBlank = line.afterBlank;
    const add = (to: number) => {
      const range = trimmed(text, { from, to });
      if (range.to > range.from) {
        found.push({ ...range, value: text.slice(range.from, range.to), afterBlank });
        afterBlank = false;
      }
      from = to;
    };
    const mark = MARK.exec(line.value)?.[0].length ?? 0;
    if (mark > 0) add(line.from + mark);
    for (const cut of text.slice(from, line.to).matchAll(new RegExp(COLUMNS, 'gu'))) {
      if (line.value.length < 600) add(line.from + mark + cut.index);
    }
    add(line.to);
  }
  return found;
}

/** Lines put together where the page broke them: at one width, or around what parts names. */
function unwrapped(text: string, lines: readonly Line[]): Line[] {
  const width = lines.reduce((most, { value }) => Math.max(most, value.length), 0);
  const fills = (line: Line, next: Line) =>
    width <= 130 &&
    line.value.length >= 50 &&
    line.value.length + 1 + (/^\S+/u.exec(next.value)?.[0].length ?? 0) > width;
  const joins = lines.filter((line, index) => {
    const next = lines[index + 1];
    return (
      next !== undefined && !next.afterBlank && fills(line, next) && !isStart(text, line, next)
    );
  });
  // One line that comes again and again is as long as it is.
  const kinds = new Set(joins.map(({ value }) => value.replaceAll(/\d+/g, '0')));
  const isWrapped = kinds.size >= FEWEST && 20 * joins.length >= lines.length;
  const found: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const before = found.at(-1);
    const isJoint =
      before !== undefined &&
      last !== undefined &&
      !line.afterBlank &&
      (SEPARATOR.test(line.value) ||
        SEPARATOR.test(last.value) ||
        (isWrapped && fills(last, line) && !isStart(text, before, line)));
    if (isJoint) {
      before.to = line.to;
      before.value = text.slice(before.from, line.to);
    } else found.push({ ...line });
    last = line;
  }
  return found;
}

/** True for names below what is none: they do not go on with it. */
function isStart(text: string, before: Line, line: Line): boolean {
  if (ADDRESS.test(line.value)) return true;
  return peopleIn(text, line)?.isSure === true && peopleIn(text, before) === null;
}

function partOf(text: string, line: Line, isRepeated: boolean): Part {
  const { value } = line;
  const as = (kind: Kind, more: Partial<Part> = {}): Part => ({ ...line, kind, ...more });
  if (ADDRESS.test(value)) return as('link');
  const named = value.length < 600 ? namesIn(text, line) : null;
  if (named?.people.isSure === true) return as('people', named);
  if (value.length < 300 && YEAR.test(value) && OF_JOURNAL.test(value) && named === null)
    return as('where');
  if (value.length >= 250 || (value.length >= 100 && hasSentenceBreak(value))) {
    return as(CUT.test(value) && value.length < 250 ? 'snippet' : 'prose');
  }
  const stated = statedIn(text, line);
  if (stated.length > 0) return as('stated', { stated });
  if (named !== null && !isRepeated) return as('person', named);
  const day = DAY.exec(value);
  if (day !== null && value.replace(day[0], ' ').replaceAll(AROUND_DAY, '') === '')
    return as('when');
  if (/^(?:©|\(c\)|copyright\b)/iu.test(value)) return as('furniture');
  if (YEAR.test(value)) return as('where');
  if (isRepeated || !/\p{L}{2}/u.test(value) || areLinkWords(value)) return as('furniture');
  if (CUT.test(value)) return as('snippet');
  if (WORKPLACE.test(value) && value.length < 200) return as('workplace');
  return as('text');
}

/** Words of links to what belongs to a paper: `[PDF] [Code]`, `arXiv | Slides`. */
const LINK_WORDS: ReadonlySet<string> = new Set(
  'abs abstract appendix arxiv bib bibtex blog cite code data dataset demo doi download github html journal link openreview page paper pdf post poster preprint project publisher slides supp supplement supplementary talk url video website'.split(
    ' ',
  ),
);

function areLinkWords(line: string): boolean {
  if (line.length > 100 || /\d/u.test(line)) return false;
  const words = line
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => LINK_WORDS.has(word));
}

// What may stand behind names in their line: ` - Journal`, `; Proceedings of`, ` in Journal`, `, University of`, ` (2019)`
const BEHIND_NAMES =
  /\s[-–—]\s|;\s(?=\p{Lu}\p{L}+ (?:of|on)\b)|\sin\s(?=\p{Lu})|,\s(?=[^,]{0,60}(?:Universit|Institut|College|School of|Laborator|Inc\b|Google|Microsoft))|\s\((?=(?:19|20)\d\d)/u;

/** The names that a line begins with, and what stands behind them. */
function namesIn(text: string, line: Line): (Pick<Part, 'rest'> & { people: People }) | null {
  if (line.value.length > 3000) return null;
  const people = peopleIn(text, line);
  if (people !== null) return { people };
  const cut = BEHIND_NAMES.exec(line.value);
  if (cut === null) return null;
  const end = line.from + cut.index;
  const before = peopleIn(text, { from: line.from, to: end });
  const isPlaced = /\b(?:proceedings|conference|journal)\b|\d{4}/iu.test(
    line.value.slice(cut.index),
  );
  if (before === null || !(before.isSure || isPlaced)) return null;
  return {
    people: before,
    rest: trimmed(text, { from: end + (cut[0].trim() === '(' ? 0 : cut[0].length), to: line.to }),
  };
}

/** What a line says with labels of its own: `Year: 2021 | Volume: 14`. */
function statedIn(text: string, line: Line): Found[] {
  const found: Found[] = [];
  if (line.value.length > 300) return found;
  let from = line.from;
  for (const piece of line.value.split(/\s[|·•]\s|,\s(?=\p{L}[\p{L} ]{1,20}:)/u)) {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    const match = STATED.exec(piece);
    const [field] = [...meaningOf(match?.[1] ?? '')].sort(([, a], [, b]) => a - b)[0] ?? [];
    const place = match?.indices?.[2];
    if (field === undefined || field === 'title' || place === undefined) continue;
    const range = trimmed(text, { from: at + place[0], to: at + place[1] });
    const day = DAY.exec(match?.[2] ?? '');
    if (/^(?:date|posted|updated)$/.test(field) && day !== null) {
      range.from += day.index;
      range.to = range.from + day[0].length;
    } else if (!accepts(field, text.slice(range.from, range.to))) continue;
    found.push(...statedValues(text, field, match?.[1] ?? '', range));
  }
  return found;
}

/** Titles with what they are known by: the nearest text above, or, where that is nearer all in all, below. */
function anchorsOf(text: string, parts: readonly Part[], kind: 'people' | 'link'): Anchor[] {
  const all = parts.flatMap((part, at) => {
    const isHard = part.kind === kind && (kind === 'people' || isPaper(part));
    return isHard && parts[at - 1]?.kind !== kind ? [at] : [];
  });
  const ways = ([-1, 1] as const).map((step) => {
    const found = all.map((at) => ({ at, title: nearestText(parts, at, step) }));
    const cost = found.reduce((sum, { title }) => sum + (title?.cost ?? 2 * FAR), 0);
    return { step, found, cost };
  });
  const [best] = ways.sort((a, b) => a.cost - b.cost);
  if (best === undefined) return [];
  let end = -1;
  return best.found.flatMap(({ at, title }): Anchor[] => {
    if (title === undefined) return [];
    const whole = wholeTitle(parts, title.at, end);
    if (whole.first <= end || !isTitle(titleText(text, parts, whole))) return [];
    end = Math.max(at, whole.last);
    return [{ ...whole, at }];
  });
}

function isPaper({ value }: Part): boolean {
  const address = /https?:\/\/\S+/u.exec(value)?.[0];
  return address === undefined || isPaperAddress(address);
}

/** The line that may be a title above or below another, and how far it is; blank lines and other texts count more. */
function nearestText(
  parts: readonly Part[],
  at: number,
  step: -1 | 1,
): { at: number; cost: number } | undefined {
  let cost = 0;
  let short: { at: number; cost: number } | undefined;
  for (let far = 1; far <= FAR; far += 1) {
    const index = at + step * far;
    const part = parts[index];
    if (part === undefined || part.kind === 'people') break;
    const isBlank = step > 0 ? part.afterBlank : parts[index + 1]?.afterBlank === true;
    cost += isBlank ? 2 : 0;
    const isText =
      part.kind === 'text' ||
      // What stands right above names is none, though it may look like one or have a year in it.
      (far === 1 &&
        !isBlank &&
        (part.kind === 'person' ||
          (part.kind === 'where' && isTitleLike(part)) ||
          (part.kind === 'furniture' && part.value.split(/\s+/u).length > 3)));
    if (isText && (short === undefined || !isBlank)) {
      // A word or two may be a label below the title.
      if (part.value.split(/\s+/u).length > 2) return { at: index, cost };
      short ??= { at: index, cost };
    }
    cost += 1;
  }
  return short;
}

/** True for a line that may be a title with a year in it, and is no place in a journal. */
function isTitleLike({ value }: Part): boolean {
  return !/\d[(:;–-]\d|\bvol\b|\bpp?\b|\d{4}\W*$/iu.test(value) && value.split(/\s+/u).length > 4;
}

/** A title with the lines that it was broken into, all of which stand in one paragraph. */
function wholeTitle(
  parts: readonly Part[],
  at: number,
  end: number,
): { first: number; last: number } {
  let first = at;
  while (first - 1 > end && goesOn(parts[first - 1], parts[first])) first -= 1;
  let last = at;
  while (goesOn(parts[last], parts[last + 1])) last += 1;
  return { first, last };
}

// Where a line cannot end: `… for`, `… and`, `… A`, `Forecasting:`, `Multi-`
const UNENDED = /(?:\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|using|via|with)|[:,-])$/iu;

function goesOn(line: Part | undefined, next: Part | undefined): boolean {
  if (line?.kind !== 'text' || next?.kind !== 'text' || next.afterBlank) return false;
  const isShouted = !/\p{Ll}/u.test(line.value + next.value);
  return UNENDED.test(line.value) || /^\p{Ll}/u.test(next.value) || isShouted;
}

function titleText(
  text: string,
  parts: readonly Part[],
  { first, last }: Pick<Anchor, 'first' | 'last'>,
): string {
  return text.slice(parts[first]?.from, parts[last]?.to);
}

/** Records of one author too, whose name stands where the names of the others do: as far from the title, and above the same. */
function withSingles(text: string, parts: readonly Part[], anchors: readonly Anchor[]): Anchor[] {
  const gap = mostOf(anchors.map(({ last, at }) => at - last));
  const follows = (at: number) =>
    parts[at + 1]?.afterBlank ? 'blank' : (parts[at + 1]?.kind ?? '');
  const usual = anchors.map(({ at }) => follows(at));
  const starts = new Map(anchors.map((anchor) => [anchor.at, anchor]));
  let end = -1;
  return parts.flatMap((part, at): Anchor[] => {
    const known = starts.get(at);
    if (known !== undefined) {
      end = Math.max(known.last, at);
      return [known];
    }
    if (part.kind !== 'person' || gap === undefined || gap < 1) return [];
    const like = usual.filter((kind) => kind === follows(at)).length;
    if (5 * like < usual.length) return [];
    const title = nearestText(parts, at, -1);
    if (title === undefined || title.cost > gap + 1) return [];
    const whole = wholeTitle(parts, title.at, end);
    const printed = titleText(text, parts, whole);
    const isFree = whole.first > end && !anchors.some(({ first }) => first === whole.first);
    if (!isFree || !isTitle(printed) || printed.split(/\s+/u).length < 3) return [];
    end = at;
    return [{ ...whole, at }];
  });
}

/** What comes most often. */
export function mostOf<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The line that a record begins on: its title, or what stands above it in the same paragraph and is no text. */
function startOf(parts: readonly Part[], anchor: Anchor): number {
  const top = Math.min(anchor.first, anchor.at);
  // A number begins a record, whatever of it stands above the title.
  for (let at = top - 1; at >= Math.max(0, top - FAR); at -= 1) {
    const { kind, value } = parts[at] ?? {};
    if (
      kind === 'furniture' &&
      /^[[(#]?\d{1,6}[.):\]]?$/u.test(value ?? '') &&
      /\D/u.test(value ?? '')
    )
      return at;
    if (kind !== 'furniture' && kind !== 'when' && kind !== 'where') break;
  }
  let start = top;
  while (start > 0 && parts[start]?.afterBlank === false && top - start < FAR) {
    const kind = parts[start - 1]?.kind;
    if (kind !== 'furniture' && kind !== 'when') break;
    start -= 1;
  }
  // Without a blank line only the mark in front of the title is surely of this record.
  if (parts[start]?.afterBlank === true) return start;
  return top > 0 && MARK.test(`${parts[top - 1]?.value ?? ''} `) ? top - 1 : top;
}

/** True for a text of a few words that begins as a name does. */
function isVenueLine({ kind, value }: Part): boolean {
  return (
    (kind === 'text' || kind === 'person') &&
    /^\p{Lu}/u.test(value) &&
    value.split(/\s+/u).length <= 12 &&
    !/[.…]$/u.test(value)
  );
}

function recordOf(
  text: string,
  parts: readonly Part[],
  anchor: Anchor,
  block: Range,
  hasVenue: boolean,
): Copied {
  const { first, last, at } = anchor;
  const title = { from: parts[first]?.from ?? 0, to: parts[last]?.to ?? 0 };
  const printed = text.slice(title.from, title.to);
  title.to -= (ICONS.exec(printed)?.[0].length ?? 0) || (/(?<=\p{L}{2})\.$/u.test(printed) ? 1 : 0);
  const fields: Found[] = [{ name: 'title', range: title }];
  const loose: Line[] = [];
  const order = ['title'];
  const has = (...names: string[]) => fields.some(({ name }) => names.includes(name));
  const add = (found: readonly Found[]) =>
    fields.push(
      ...found.filter(
        ({ name, range }) =>
          (name === 'author' || name === 'other' || !has(name)) &&
          fields.every((field) => field.range.from >= range.to || field.range.to <= range.from),
      ),
    );
  let to = title.to;
  const top = Math.max(last, at);
  /** Whether what stood before was of the record. */
  let isOpen = true;
  let truncated = false;
  let abstract: Range | null = null;
  for (let index = block.from; index < block.to; index += 1) {
    const part = parts[index];
    if (part === undefined || (index >= first && index <= last)) continue;
    let isOwn = true;
    switch (part.kind) {
      case 'people':
      case 'person':
        if (index === at && part.people !== undefined) {
          add(peopleFields(part.people));
          if (part.rest !== undefined) add(placeFields(text, part.rest));
          order.push('names');
        } else if (part.kind === 'person' && hasVenue && !has('venue') && index > at) {
          add([{ name: 'venue', range: part }]);
        } else add([{ name: 'other', label: 'affiliation', range: part }]);
        break;
      case 'link':
        add(linkFields(text, part));
        break;
      case 'stated':
        add(part.stated ?? []);
        break;
      case 'when':
        if (!has('date')) add(dayFields(text, part));
        break;
      case 'where':
        if (!has('year')) add(placeFields(text, part));
        else if (DAY.test(part.value) && !has('date')) add(dayFields(text, part));
        break;
      case 'prose':
      case 'snippet':
        if (index < at) isOwn = false;
        else if (abstract === null) abstract = { from: part.from, to: part.to };
        else abstract.to = part.to;
        truncated ||= CUT.test(part.value);
        break;
      case 'workplace':
        add([{ name: 'other', label: 'affiliation', range: part }]);
        break;
      case 'text':
        if (index > at && hasVenue && !has('venue') && isVenueLine(part)) {
          add([{ name: 'venue', range: part }]);
        } else {
          isOwn = index < top;
          loose.push(part);
        }
        break;
      default:
        isOwn = index < top || (isOpen && !part.afterBlank);
    }
    isOpen = isOwn;
    if (isOwn) to = Math.max(to, part.to);
  }
  if (abstract !== null && abstract.to - abstract.from >= 60) {
    const cut =
      /\s*(?:expand|(?:read|show|see) more)$/iu.exec(text.slice(abstract.from, abstract.to))?.[0]
        .length ?? 0;
    add([{ name: 'abstract', range: { from: abstract.from, to: abstract.to - cut } }]);
  }
  const from = parts[block.from]?.from ?? title.from;
  return {
    entry: {
      from,
      to,
      fields,
      unknown: loose.filter((line) => line.to <= to),
      ...(truncated && { truncated }),
    },
    order: [
      ...order,
      ...(has('venue', 'year', 'date') ? ['where and when'] : []),
      ...(has('abstract') ? ['abstract'] : []),
    ].join(', '),
  };
}

// ` pdf icon` behind a title
const ICONS = /(?:\s+(?:pdf|html|icon)){1,4}$/iu;

function dayFields(text: string, line: Line): Found[] {
  const day = DAY.exec(line.value);
  if (day === null) return [];
  const from = line.from + day.index;
  return statedValues(text, 'date', 'date', { from, to: from + day[0].length });
}

function linkFields(text: string, line: Line): Found[] {
  const address = /https?:\/\/\S+/u.exec(line.value);
  if (address === null) {
    const [label = '', value = ''] = line.value.split(/:\s?/u);
    const range = { from: line.to - value.length, to: line.to };
    return [{ name: label.toLowerCase() === 'doi' ? 'doi' : 'arxiv', range }];
  }
  const range = {
    from: line.from + address.index,
    to: line.from + address.index + address[0].length,
  };
  return isCodeAddress(address[0])
    ? [{ name: 'code_url', range }]
    : statedValues(text, 'url', 'link', range);
}

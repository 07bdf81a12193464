import type { FieldName, Filing, Part, RawField, Span, Withheld } from '../../model/index.ts';
import type { SeedText } from '../../readers/index.ts';
import {
  privateStretches,
  type Stretch,
  WITHHELD,
  withoutPrivate,
  withoutStretches,
} from '../../text/index.ts';
import { libraryTags, TAGGED } from './library-tags.ts';
import { folded, isKeptByOwner, isOfPublication, namedAs } from './private-names.ts';
import { privatePassages, remarksIn } from './private-passages.ts';

/** Fields as they may be published, and what of the seed may not. */
export interface Publishable {
  fields: RawField[];
  withheld: Withheld[];
  /** Places of fields that a survey publishes as they are, on purpose. */
  open: Span[];
}

/** Fields that are lists or names, in which what is withheld leaves no mark. */
const UNMARKED: ReadonlySet<FieldName> = new Set([
  'author',
  'authors',
  'editor',
  'editors',
  'keyword',
  'keywords',
]);

/** Fields that are no text: a part of one is worth nothing. */
const WHOLE: ReadonlySet<FieldName> = new Set([
  'url',
  'code_url',
  'doi',
  'arxiv',
  'openreview',
  'acl',
  'pmid',
  'citation_key',
]);

/**
 * The fields of a record without what is private in them: whole fields by their format and name, and parts of any field
 * by their shape.
 *
 * @param shapes what is private in the whole text by its shape
 * @param publish names of fields, the survey's or a format's own, that are published as they are
 */
export function withholdFields(
  text: SeedText,
  fields: readonly RawField[],
  format: string,
  { shapes, publish }: { shapes: readonly Stretch[]; publish: readonly string[] },
): Publishable {
  const isAllowed = namedAs(publish);
  const result: Publishable = { fields: [], withheld: [], open: [] };
  for (const field of fields) {
    const { name, span } = field;
    if (isAllowed(field)) {
      result.open.push(span);
      result.fields.push(name === 'private' ? { ...field, name: 'other' } : field);
    } else if (name === 'private' || isKeptByOwner(field, format)) {
      result.withheld.push(whole(text, field));
      result.fields.push(emptied(field));
    } else {
      const { published, withheld } = withoutShapes(text, field, shapes, WITH_REMARKS.has(format));
      result.withheld.push(...withheld);
      result.fields.push(published);
    }
  }
  return result;
}

/** What a page files records under, without what is private by its shape. */
export function publishableFilings(filings: readonly Filing[]): Filing[] {
  return filings.filter(({ value }) => withTags(value).length === 0);
}

/** What of a text outside of its open fields is private by its shape. */
export function withheldByShape(
  text: SeedText,
  shapes: readonly Stretch[],
  open: readonly Span[],
): Withheld[] {
  const places = joined(open);
  return shapes
    .map(({ from, to }) => ({
      span: text.span(from, to),
      values: [text.text.slice(from, to)],
      byShape: true,
    }))
    .filter(({ span }) => !overlaps(places, span));
}

/**
 * What of a text is its owner's in no field of a record; of a passage in which fields stand, what is around them.
 *
 * @param fields places of fields
 * @param kind whether a reader tells the fields of the text, and whether it is a saved page
 */
export function withheldPassages(
  text: SeedText,
  fields: readonly Span[],
  kind: { isKnown: boolean; isPage: boolean },
): Withheld[] {
  const places = joined(fields);
  return privatePassages(text.text, kind).flatMap(({ from, to }) => {
    const span = text.span(from, to);
    // What stands around fields is as likely found elsewhere as a long passage is.
    const isSought = to - from <= LONGEST_SOUGHT && !overlaps(places, span);
    const values = isSought ? [text.text.slice(from, to)] : [];
    return without(places, span).map((left) => ({ span: left, values, byShape: false }));
  });
}

/** Longer passages, such as scripts, are not looked for in what is published: they have much in common with any page. */
const LONGEST_SOUGHT = 20_000;

/** Whether a span overlaps one of some that are {@link joined}. */
function overlaps(spans: readonly Span[], { start, end }: Span): boolean {
  return (spans[firstBehind(spans, start, endOf)]?.start ?? end) < end;
}

/** What of a span lies in none of some that are {@link joined}. */
function without(spans: readonly Span[], { start, end }: Span): Span[] {
  const left: Span[] = [];
  let at = start;
  for (let index = firstBehind(spans, start, endOf); at < end; index += 1) {
    const next = spans[index] ?? { start: end, end };
    const to = Math.min(next.start, end);
    if (to > at) left.push({ start: at, end: to });
    at = next.end;
  }
  return left;
}

const endOf = ({ end }: Span) => end;

/** The number of the first of some in order whose end lies behind a place. */
function firstBehind<T>(some: readonly T[], place: number, endOf: (one: T) => number): number {
  let low = 0;
  let high = some.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = some[middle];
    if (one !== undefined && endOf(one) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Parts that tile the same bytes, in which what is withheld is a part of its own. */
export function withheldParts(parts: readonly Part[], withheld: readonly Withheld[]): Part[] {
  const spans = joined(withheld.map(({ span }) => span));
  let next = 0;
  return parts.flatMap((part): Part[] => {
    const { start, end } = part.span;
    while ((spans[next]?.end ?? end) <= start && next < spans.length) next += 1;
    const pieces: Part[] = [];
    let at = start;
    for (let index = next; (spans[index]?.start ?? end) < end; index += 1) {
      const span = spans[index];
      if (span === undefined) break;
      const from = Math.max(span.start, start);
      const to = Math.min(span.end, end);
      if (from > at) pieces.push({ ...part, span: { start: at, end: from } });
      pieces.push({ ...part, withheld: true, span: { start: from, end: to } });
      at = to;
    }
    return at === start && pieces.length === 0
      ? [part]
      : at < end
        ? [...pieces, { ...part, span: { start: at, end } }]
        : pieces;
  });
}

/** What a message quotes of a seed, without what is withheld of it. */
export function withholdFrom(message: string, withheld: readonly Withheld[]): string {
  let published = withoutPrivate(message);
  for (const { values } of withheld) {
    for (const value of values) {
      const quoted = value.replace(/\s+/gu, ' ').trim();
      if (quoted.length >= SHORTEST_QUOTED) published = published.replaceAll(quoted, WITHHELD);
    }
  }
  return published;
}

/** A shorter value is likelier a word of the message itself. */
const SHORTEST_QUOTED = 8;

/** The field as a place of which nothing is said. */
function emptied({ name, label, span }: RawField): RawField {
  // `comment-ada`: JabRef names whose comment it is.
  const own = label?.replace(/^comment-.+/i, 'comment') ?? (name === 'private' ? undefined : name);
  return {
    name: 'private',
    value: '',
    span,
    decoded: true,
    ...(own === undefined ? {} : { label: own }),
  };
}

function whole(text: SeedText, { span, value }: RawField): Withheld {
  const printed = text.slice(span);
  return { span, values: printed === value ? [value] : [value, printed], byShape: false };
}

function withoutShapes(
  text: SeedText,
  field: RawField,
  shapes: readonly Stretch[],
  hasRemarks: boolean,
): { published: RawField; withheld: Withheld[] } {
  const { name, label, value, span, parts, decoded } = field;
  const isLinewise = label !== undefined && LINEWISE.has(folded(label));
  const find = TAGGED.has(name) ? withTags : isLinewise ? privateLines : privateStretches;
  // Words such as `unread` stand in other texts for good reasons.
  const byShape = find === privateStretches;
  const place = characters(text, span);
  const printed = text.text.slice(place.from, place.to);
  const remarks = hasRemarks ? remarksIn(printed) : [];
  // A reader of XML leaves them out of the value.
  const isRead = ({ from, to }: Stretch) =>
    !decoded || lettersOf(value).includes(lettersOf(printed.slice(from, to)));
  const leftOut = remarks.filter((remark) => !isRead(remark));
  const unread = leftOut.map(({ from, to }) => ({
    span: text.span(place.from + from, place.from + to),
    values: [printed.slice(from, to)],
    byShape: false,
  }));
  const found = byShape ? shapesAt(place, printed, shapes) : find(printed);
  const inText = together(remarks, found).filter((one) => !leftOut.includes(one));
  const stretches = decoded ? withRestOf(value, find(value), valuesAt(printed, inText)) : inText;
  const ownParts = parts && withoutShapesInParts(parts);
  if (stretches.length === 0 && inText.length === 0 && ownParts === undefined) {
    return { published: field, withheld: unread };
  }
  const left = withoutStretches(value, stretches, UNMARKED.has(name) ? '' : WITHHELD);
  const isEmpty = !/[\p{L}\p{N}]/u.test(left.replaceAll(WITHHELD, ''));
  if (WHOLE.has(name) || isEmpty) {
    return { published: emptied(field), withheld: [whole(text, field)] };
  }
  const published: RawField = {
    ...field,
    value: UNMARKED.has(name) ? tidied(left) : left,
    decoded: true,
    ...(ownParts === undefined ? {} : { parts: ownParts }),
  };
  const values = valuesAt(value, stretches);
  const wanted = values.map(lettersOf).join(' ');
  if (wanted !== valuesAt(printed, inText).map(lettersOf).join(' ')) {
    // The format writes it in a way of its own, and where it begins and ends there is not known.
    return { published, withheld: [{ span, values, byShape }, ...unread] };
  }
  const { from } = place;
  const withheld = inText.map((stretch, index) => ({
    span: text.span(from + stretch.from, from + stretch.to),
    values: [printed.slice(stretch.from, stretch.to), values[index] ?? ''],
    byShape,
  }));
  return { published, withheld: [...withheld, ...unread] };
}

/** What is private by its shape in the text at a place of it, also where only what stands beside the place says so: `![[Lee.pdf` before `]]`. */
function shapesAt(place: Stretch, printed: string, shapes: readonly Stretch[]): Stretch[] {
  const within: Stretch[] = [];
  for (let at = firstBehind(shapes, place.from, ({ to }) => to); at < shapes.length; at += 1) {
    const { from, to } = shapes[at] ?? place;
    if (to > place.to) break;
    if (from >= place.from) within.push({ from: from - place.from, to: to - place.from });
  }
  return together(privateStretches(printed), within);
}

/** Some stretches, and of more those that overlap none of them; in order. */
function together(some: readonly Stretch[], more: readonly Stretch[]): Stretch[] {
  const apart = more.filter((one) =>
    some.every(({ from, to }) => to <= one.from || one.to <= from),
  );
  return [...some, ...apart].sort((a, b) => a.from - b.from);
}

/** What is private in keywords by its shape, and the tags that are of the library alone. */
function withTags(keywords: string): Stretch[] {
  return together(privateStretches(keywords), libraryTags(keywords));
}

function valuesAt(text: string, stretches: readonly Stretch[]): string[] {
  return stretches.map(({ from, to }) => text.slice(from, to));
}

/** `\u0040`, `&#64;`, `%40` */
const ESCAPE = /\\u[\da-f]{4}|&#?\w{1,6};|%[\da-f]{2}/gi;

function lettersOf(value: string): string {
  return value.replace(ESCAPE, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The stretches of a value, and where else it has what is private in the text: a path may have lost its backslashes. */
function withRestOf(
  value: string,
  found: readonly Stretch[],
  printed: readonly string[],
): Stretch[] {
  const stretches = [...found];
  const known = new Set(valuesAt(value, found).map(lettersOf));
  for (const secret of printed) {
    const words = secret.replace(/\\text\w+/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0 || known.has(lettersOf(secret))) continue;
    const pattern = new RegExp(words.join(String.raw`[^\p{L}\p{N}]{0,20}`), 'gu');
    for (const { 0: match, index } of value.matchAll(pattern)) {
      const stretch = { from: index, to: index + match.length };
      if (!stretches.some(({ from, to }) => from < stretch.to && stretch.from < to)) {
        stretches.push(stretch);
      }
    }
  }
  return stretches.sort((a, b) => a.from - b.from);
}

/** Formats in Markdown or XML, in which remarks may stand that are not seen. */
const WITH_REMARKS: ReadonlySet<string> = new Set([
  'awesome-list',
  'blocks',
  'endnote-xml',
  'zotero-rdf',
  'arxiv-atom',
  'arxiv-oai',
  'objects',
]);

/** Fields in which a line is one statement, of which a part would tell the rest: Zotero's Extra. */
const LINEWISE: ReadonlySet<string> = new Set(['extra', 'dc:description']);

/** The lines of such a field that are its owner's: something in them is private by its shape, or they say nothing of the publication. */
function privateLines(text: string): Stretch[] {
  return Array.from(text.matchAll(/(?:(?!\\n)[^\r\n])+/g), ({ 0: line, index }) => ({
    line,
    from: index,
    to: index + line.length,
  })).filter(
    ({ line }) =>
      /[\p{L}\p{N}]/u.test(line) && (privateStretches(line).length > 0 || !isOfPublication(line)),
  );
}

/** The parts of a name without what is private in them; undefined where nothing is. */
function withoutShapesInParts(parts: NonNullable<RawField['parts']>): RawField['parts'] {
  const published = Object.entries(parts).map(([key, part]) => [
    key,
    typeof part === 'string' ? tidied(withoutStretches(part, privateStretches(part), '')) : part,
  ]);
  const isSame = published.every(([key, part]) =>
    Object.entries(parts).some(([own, value]) => own === key && value === part),
  );
  return isSame ? undefined : Object.fromEntries(published);
}

/** `Ann Lee <>` and `Ann Lee, , Bo Li` without what held an address. */
function tidied(list: string): string {
  return list
    .replace(/[<({[][\s,;:]*[>)}\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s*([,;])(?:\s*[,;])*/gu, '$1')
    .replace(/^[\s,;:]+|[\s,;:]+$/gu, '');
}

/** The characters of a span. */
function characters(text: SeedText, { start, end }: Span): Stretch {
  return { from: characterAt(text, start), to: characterAt(text, end) };
}

/** The character whose bytes begin at a byte of the file. */
function characterAt({ text, span }: SeedText, byte: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (span(middle, middle).start < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  const filled = spans.filter(({ start, end }) => end > start);
  for (const { start, end } of filled.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

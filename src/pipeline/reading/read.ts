import {
  type ByteAccount,
  type ByteTotals,
  type Limits,
  type LocatedRecord,
  type Message,
  type PageFacts,
  type Part,
  type RawField,
  type RawRecord,
  type Seed,
  type SeedReading,
  type Span,
  type Withheld,
  usualLimits,
} from '../../model/index.ts';
import {
  CONFIDENT,
  decodeSeed,
  pageText,
  readers,
  withoutWithheld,
  type Detection,
  type PageText,
  type Reader,
  type SeedText,
} from '../../readers/index.ts';
import {
  beginning,
  balancedDirections,
  decodedTwice,
  parseTex,
  privateStretches,
  type Stretch,
  toPlain,
  withoutHtml,
  wholesome,
} from '../../text/index.ts';
import {
  publishableFilings,
  withholdFields,
  withholdFrom,
  withheldByShape,
  withheldPassages,
  withheldParts,
} from './withhold.ts';
import { addTo } from '../lists.ts';
import { withPageSource } from './page-records.ts';
import { sectionsOf, type Piece, type Section, type Sections } from './sections.ts';

/** The records of one listing in a seed, with what is known of the listing. */
export interface ListingRecords {
  /** `format` of the reader that read it. */
  format: string;
  facts: PageFacts;
  records: LocatedRecord[];
}

/** What a survey says of how its seeds are read. */
export interface ReadingRules {
  limits?: Limits | undefined;
  /** Names of fields that are published whatever is in them. */
  publish?: readonly string[];
  /** By the path of a seed: the reader without a format that is to read it, `none` for a seed that none may. */
  layouts?: Readonly<Record<string, string>> | undefined;
}

export interface SeedContent {
  reading: SeedReading;
  /** In file order. */
  records: LocatedRecord[];
  /** The same records by listing, for a seed may hold several. */
  listings: ListingRecords[];
}

/**
 * Reads one seed: who can read it, the records in it, and the fate of every byte. A seed made of
 * several listings is read listing by listing; `format` and `facts` are then those of the one with most
 * records. Text nobody knows gives no record, all of it unparsed. Never throws on bad input.
 *
 * @param progress told how many bytes are behind, as records are read
 */
export function readSeed(
  seed: Seed,
  progress?: (bytes: number) => void,
  { limits = usualLimits, publish = [], layouts = {} }: ReadingRules = {},
): SeedContent {
  const { text, messages } = decodeSeed(seed);
  // A seed may be called `__proto__`.
  const layout = Object.hasOwn(layouts, seed.path) ? layouts[seed.path] : undefined;
  const page = pageText(text);
  const among = readersFor(layout);
  const visible = sectionsOf(page?.text ?? text, among);
  const found = page === undefined ? visible : withPageSource(text, page, visible, among);
  const shapes = privateStretches(text.text);
  const blocks = readBlocks(text, found.pieces, { limits, publish, shapes }, progress);
  const { records } = blocks;
  const withheld = [
    ...blocks.withheld,
    ...withheldByShape(text, shapes, blocks.open),
    ...(page === undefined
      ? []
      : withheldByShape(page.text, privateStretches(page.text.text), blocks.open)),
    ...withheldPassages(text, fieldPlaces(blocks.claims), {
      isKnown: found.sections.length > 0,
      isPage: page !== undefined,
    }),
  ];
  const claims = page === undefined ? blocks.claims : withMarkup(text, page, apart(blocks.claims));
  const whole = accountOf(text, claims, records);
  const account = { ...whole, parts: withheldParts(whole.parts, withheld) };
  const listings = found.sections.map((section) => ({
    section,
    records: blocks.bySection.get(section) ?? [],
  }));
  // What messages quote may be cut off in the middle of what is private, where nobody knows it again.
  const published = publishedText(seed, text, account);
  const reported = [
    ...fileMessages(published, found, limits),
    ...unparsedText(published, whole, blocks),
    ...listings.flatMap((listing) => [
      ...listing.section.messages,
      ...layoutMessages(text, listing.section, listing.records),
      ...claimMessages(text, listing.section, listing.records),
    ]),
    ...blocks.messages,
    ...records.flatMap((record) => recordMessages(text, record)),
  ];
  const main = largest(listings);

  return {
    reading: {
      path: seed.path,
      format: main?.section.reader.format ?? null,
      label: labelOf(listings),
      bytes: seed.bytes.length,
      lineCount: text.lineCount,
      facts: main?.section.facts ?? {},
      account,
      withheld,
      records: records.map((record) => record.key),
      messages: [...messages, ...inFileOrder(reported)].map((message) => ({
        ...message,
        text: withholdFrom(message.text, withheld),
      })),
    },
    records,
    listings: listings.map(({ section, records }) => ({
      format: section.reader.format,
      facts: section.facts,
      records,
    })),
  };
}

/** Where fields of records stand, without their labels. */
function fieldPlaces(claims: readonly Part[]): Span[] {
  return claims.flatMap(({ kind, span, notation }) =>
    kind === 'field' && notation !== true ? [span] : [],
  );
}

/** The readers that may read a seed, given what the survey says of its layout. */
function readersFor(layout: string | undefined): readonly Reader[] {
  if (layout === undefined) return readers;
  return readers.filter(({ infers, format }) => (layout === 'none' ? !infers : format === layout));
}

interface Listing {
  section: Section;
  records: LocatedRecord[];
}

/** The listing whose format has most records in the file; the first such one. */
function largest(listings: readonly Listing[]): Listing | undefined {
  const perFormat = new Map<string, number>();
  for (const { section, records } of listings) {
    const { format } = section.reader;
    perFormat.set(format, (perFormat.get(format) ?? 0) + records.length);
  }
  const most = Math.max(...perFormat.values());
  const candidates = listings.filter(
    ({ section }) => perFormat.get(section.reader.format) === most,
  );
  return candidates.find(({ records }) => records.length > 0) ?? candidates[0];
}

function labelOf(listings: readonly Listing[]): string {
  const labels = new Set(listings.map(({ section }) => section.reader.label));
  return labels.size === 0 ? 'Unknown text' : [...labels].join(', ');
}

interface Blocks {
  records: LocatedRecord[];
  bySection: Map<Section, LocatedRecord[]>;
  /** Fields and chrome, in file order. */
  claims: Part[];
  /** Where text is unparsed for which a message is there already: the reader found no paper in it after all. */
  refused: Set<number>;
  /** Where sections begin, and who read them; in file order. */
  owners: { start: number; section: Section | null }[];
  messages: Message[];
  withheld: Withheld[];
  /** Places of fields that are published on purpose. */
  open: Span[];
}

function readBlocks(
  text: SeedText,
  pieces: readonly Piece[],
  { limits, ...rules }: { limits: Limits; publish: readonly string[]; shapes: readonly Stretch[] },
  progress?: (bytes: number) => void,
): Blocks {
  const blocks: Blocks = {
    records: [],
    bySection: new Map(),
    claims: [],
    refused: new Set(),
    owners: [],
    messages: [],
    withheld: [],
    open: [],
  };
  let isFull = false;
  let characters = 0;
  for (const { segment, text: view, section } of pieces) {
    const span = view.span(segment.from, segment.to);
    if (section !== blocks.owners.at(-1)?.section) {
      blocks.owners.push({ start: span.start, section });
    }
    if (segment.kind === 'chrome') blocks.claims.push({ kind: 'chrome', span });
    if (segment.kind === 'label') {
      blocks.claims.push({ kind: 'field', span, field: segment.field, notation: true });
    }
    if (segment.kind === 'private') {
      blocks.claims.push({ kind: 'field', span, field: 'private' });
      blocks.withheld.push({ span, values: [text.slice(span)], byShape: false });
    }
    if (segment.kind !== 'record' || section === null) continue;

    const printed = segment.record?.fields ?? segment.refused;
    const publishable = withholdFields(text, printed, section.reader.format, rules);
    blocks.withheld.push(...publishable.withheld);
    blocks.open.push(...publishable.open);

    progress?.(span.end);
    for (const message of segment.messages) blocks.messages.push(message);
    if (segment.record === null) {
      blocks.refused.add(text.trim(span).start);
      continue;
    }
    for (const { value } of publishable.fields) characters += value.length;
    if (isFull || blocks.records.length === limits.records || characters > limits.characters) {
      if (!isFull) blocks.messages.push(beyondLimits(text, span, limits, characters));
      isFull = true;
      blocks.refused.add(text.trim(span).start);
      continue;
    }
    const key = `${text.path}#${blocks.records.length + 1}`;
    const lines = text.lines(segment.record.span);
    const found = publishable.fields.map((field) => sound(text, field, blocks.messages));
    const fields = found.filter((field) => {
      const isLong = field.value.length > limits.field_length;
      if (!isLong && !isNestedDeeper(field.value, limits.nesting)) return true;
      blocks.messages.push((isLong ? tooLongField : tooDeepField)(text, field, limits));
      blocks.refused.add(text.trim(field.span).start);
      return false;
    });
    if (fields.length === 0) {
      blocks.refused.add(text.trim(span).start);
      continue;
    }
    const filings = publishableFilings(segment.record.filings);
    const layout = section.layout === undefined ? {} : { layout: section.layout };
    const record = { ...segment.record, fields, filings, key, seed: text.path, lines, ...layout };
    blocks.records.push(record);
    addTo(blocks.bySection, section, record);
    for (const part of partsOf(record, key)) blocks.claims.push(part);
  }
  return blocks;
}

/** A field all of whose characters can be published, with letters that were encoded twice mended. */
function sound(text: SeedText, field: RawField, messages: Message[]): RawField {
  const value = field.decoded ? wholesome(field.value) : field.value;
  const mended = decodedTwice(value);
  if (mended !== undefined) {
    messages.push({
      code: 'encoded-twice',
      severity: 'note',
      source: { file: text.path, lines: text.lines(field.span) },
      text: `Letters of “${excerpt(value)}” were encoded as UTF-8 twice; read is “${excerpt(mended)}”.`,
      hint: 'Nothing needs to be done if that is right; else give the value in a correction.',
    });
  }
  const parts = field.parts && soundParts(field.parts);
  const published = balancedDirections(mended ?? value);
  return {
    ...field,
    value: published,
    ...(published === field.value ? {} : { decoded: true as const }),
    ...(parts === undefined ? {} : { parts }),
  };
}

function soundParts(parts: NonNullable<RawField['parts']>): NonNullable<RawField['parts']> {
  const mend = (part: string) =>
    balancedDirections(decodedTwice(wholesome(part)) ?? wholesome(part));
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      typeof part === 'string' ? mend(part) : part,
    ]),
  );
}

function beyondLimits(text: SeedText, span: Span, limits: Limits, characters: number): Message {
  const source = { file: text.path, lines: text.lines(span) };
  if (characters > limits.characters) {
    return {
      code: 'too-many-characters',
      severity: 'warning',
      source,
      text: `Up to here the fields of the file have ${characters} characters, more than the ${limits.characters} those of one seed may have together; what follows was not read.`,
      hint: 'Divide it, or set limits.characters in content/site.yaml.',
    };
  }
  return {
    code: 'too-many-records',
    severity: 'warning',
    source,
    text: `The file has more than the ${limits.records} records one seed may have; what follows was not read.`,
    hint: 'Divide it, or set limits.records in content/site.yaml.',
  };
}

/** Whether brackets stand in each other deeper than so many; one that is never closed counts to the end. */
function isNestedDeeper(value: string, most: number): boolean {
  if (value.length <= most) return false;
  let depth = 0;
  for (const [bracket] of value.matchAll(/[{}()[\]]/g)) {
    depth = '{(['.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > most) return true;
  }
  return false;
}

function tooDeepField(text: SeedText, { name, span }: RawField, { nesting }: Limits): Message {
  return {
    code: 'nested-too-deep',
    severity: 'warning',
    source: { file: text.path, lines: text.lines(span) },
    text: `Brackets of the field ${name} stand more than ${nesting} deep in each other, and it was left out.`,
    hint: 'Check whether the copy is damaged there, or set limits.nesting in content/site.yaml.',
  };
}

/** How JSON begins, and YAML as a list: text in which brackets count. */
const IS_DATA = /^\s*(?:[[{]|- )/;

function tooDeepFile({ path }: SeedText, nesting: number): Message {
  return {
    code: 'nested-too-deep',
    severity: 'warning',
    source: { file: path },
    text: `Brackets of the file stand more than ${nesting} deep in each other, where no reader follows, and nothing was read from it.`,
    hint: 'Check whether the copy is damaged there, and take out what is nested so deep.',
  };
}

function tooLongField(text: SeedText, { name, value, span }: RawField, limits: Limits): Message {
  return {
    code: 'field-too-long',
    severity: 'warning',
    source: { file: text.path, lines: text.lines(span) },
    text: `The field ${name} has ${value.length} characters, more than the ${limits.field_length} a field may have, and was left out.`,
    hint: 'Check whether the copy is damaged there, or set limits.field_length in content/site.yaml.',
  };
}

function partsOf(record: RawRecord, key: string): Part[] {
  // The bytes of an inherited value are those of what it is inherited from.
  const fields = record.fields
    .filter(({ inherited }) => !inherited)
    .map((field): Part => ({ kind: 'field', span: field.span, field: field.name, record: key }));
  const chrome = record.chrome.map((span): Part => ({ kind: 'chrome', span, record: key }));
  const notation = record.notation.map(({ span, field }): Part => ({
    kind: 'field',
    span,
    field,
    notation: true,
    record: key,
  }));
  return [...fields, ...chrome, ...notation].sort((a, b) => a.span.start - b.span.start);
}

/** Claims of furniture without what a record in its source claims, in file order. */
function apart(claims: readonly Part[]): Part[] {
  const isFurniture = ({ kind, record }: Part) => kind === 'chrome' && record === undefined;
  const others = inOrder(claims.filter((part) => !isFurniture(part)));
  let next = 0;
  const furniture = inOrder(claims.filter(isFurniture)).flatMap((part): Part[] => {
    const { start, end } = part.span;
    while ((others[next]?.span.end ?? end) <= start && next < others.length) next += 1;
    const within: Part[] = [];
    for (let at = next; (others[at]?.span.start ?? end) < end; at += 1)
      within.push(...others.slice(at, at + 1));
    return [start, ...within.map(({ span }) => span.end)].map((from, index): Part => ({
      ...part,
      span: { start: from, end: within[index]?.span.start ?? end },
    }));
  });
  return inOrder([...others, ...furniture.filter(({ span }) => span.end > span.start)]);
}

function inOrder(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => a.span.start - b.span.start);
}

/** The claims on a saved page, and as its furniture what of its source is not seen and in none of them. */
function withMarkup(text: SeedText, { markup }: PageText, claims: readonly Part[]): Part[] {
  const all: Part[] = [];
  let next = 0;
  for (const { from, to } of markup) {
    const unseen = text.span(from, to);
    let at = unseen.start;
    for (let claim = claims[next]; claim !== undefined; claim = claims[next]) {
      if (claim.span.start >= unseen.end) break;
      if (claim.span.start > at)
        all.push({ kind: 'chrome', span: { start: at, end: claim.span.start } });
      at = Math.max(at, claim.span.end);
      if (claim.span.end > unseen.end) break;
      all.push(claim);
      next += 1;
    }
    if (at < unseen.end) all.push({ kind: 'chrome', span: { start: at, end: unseen.end } });
  }
  return [...all, ...claims.slice(next)];
}

/** Tiles the file: what nobody claims is a separator where it is white space, else unparsed. */
function accountOf(
  text: SeedText,
  claims: readonly Part[],
  records: readonly LocatedRecord[],
): ByteAccount {
  const parts: Part[] = [];
  const content: Span = text.span(0, text.text.length);
  if (content.start > 0) parts.push({ kind: 'chrome', span: { start: 0, end: content.start } });
  let at = content.start;
  let nextRecord = 0;

  const fill = (end: number) => {
    while ((records[nextRecord]?.span.end ?? end) <= at && nextRecord < records.length) {
      nextRecord += 1;
    }
    const record = records[nextRecord];
    // A gap is inside a record's block or outside of all: claims begin and end with the block.
    const owner =
      record !== undefined && record.span.start <= at && end <= record.span.end ? record.key : null;
    for (const part of gapParts(text, { start: at, end })) {
      parts.push(owner === null ? part : { ...part, record: owner });
    }
  };

  for (const claim of claims) {
    if (claim.span.end <= claim.span.start) continue;
    if (claim.span.start < at) {
      throw new Error(
        `A reader claimed bytes ${claim.span.start} to ${claim.span.end} of ${text.path} twice; the fields and chrome of its records must not overlap.`,
      );
    }
    if (claim.span.start > at) fill(claim.span.start);
    parts.push(claim);
    at = claim.span.end;
  }
  if (at < content.end) fill(content.end);
  if (content.end < text.byteLength) {
    parts.push({ kind: 'unparsed', span: { start: content.end, end: text.byteLength } });
  }
  return { parts, totals: totalsOf(parts) };
}

/** The text with asterisks for what is withheld. */
function publishedText({ path, bytes }: Seed, text: SeedText, { parts }: ByteAccount): SeedText {
  if (!parts.some(({ withheld }) => withheld)) return text;
  return decodeSeed({ path, bytes: withoutWithheld(bytes, parts) }).text;
}

/** White space around what is not white space: separator, unparsed, separator. */
function gapParts(text: SeedText, gap: Span): Part[] {
  const content = text.trim(gap);
  return [
    { kind: 'separator' as const, span: { start: gap.start, end: content.start } },
    { kind: 'unparsed' as const, span: content },
    { kind: 'separator' as const, span: { start: content.end, end: gap.end } },
  ].filter(({ span }) => span.end > span.start);
}

function totalsOf(parts: readonly Part[]): ByteTotals {
  const totals: ByteTotals = { field: 0, chrome: 0, separator: 0, unparsed: 0 };
  for (const { kind, span } of parts) totals[kind] += span.end - span.start;
  return totals;
}

function emptySeed(text: SeedText): Message {
  return {
    code: 'empty-seed',
    severity: 'warning',
    source: { file: text.path },
    text: 'The file has no text in it; a pasted listing of papers was expected.',
    hint: 'Paste the listing again or delete the file.',
  };
}

/** What is said of a text without a reader; `docs/messages.md` lists all that readers look for. */
function unknownFormat(text: SeedText, { tried }: Detection): Message {
  const kind = {
    code: 'unknown-format',
    severity: 'warning',
    source: { file: text.path },
  } as const;
  const labelled = tried.flatMap(({ format, confidence }) => {
    const reader = readers.find((each) => each.format === format);
    return reader === undefined || confidence === 0 ? [] : [{ ...reader, confidence }];
  });
  const sure = labelled.filter(({ confidence }) => confidence >= CONFIDENT);
  if (sure.length > 1) {
    return {
      ...kind,
      text: `The text could be more than one of these: ${sure.map(({ label }) => label).join(', ')}. Nothing was read from it.`,
      hint: 'Put each listing into a file of its own.',
    };
  }
  const [nearest] = labelled;
  const likeness =
    nearest === undefined
      ? ''
      : ` It is most like ${nearest.label}, where ${nearest.signs} would stand.`;
  return {
    ...kind,
    text: `None of ${readers.length} readers knows the text, which begins “${excerpt(text.text)}”, and nothing was read from it.${likeness}`,
    hint: 'Check that the whole page was pasted; an export of the same papers, such as BibTeX, RIS or CSV, is read too.',
  };
}

/** What is to be said about a file as a whole that has no text or that nobody knows. */
function fileMessages(
  text: SeedText,
  { sections, detection }: Sections,
  { nesting }: Limits,
): Message[] {
  if (text.text.trim() === '') return [emptySeed(text)];
  if (sections.length === 0 && IS_DATA.test(text.text) && isNestedDeeper(text.text, nesting)) {
    return [tooDeepFile(text, nesting)];
  }
  return sections.length === 0 ? [unknownFormat(text, detection)] : [];
}

/** A message for each unparsed part of a listing, but for what the reader or the decoder said itself. */
function unparsedText(
  text: SeedText,
  account: ByteAccount,
  { refused, owners }: Blocks,
): Message[] {
  const end = text.span(text.text.length, text.text.length).start;
  const messages: Message[] = [];
  let owner = 0;
  for (const { kind, span } of account.parts) {
    if (kind !== 'unparsed' || refused.has(span.start) || span.start === end) continue;
    while ((owners[owner + 1]?.start ?? Number.POSITIVE_INFINITY) <= span.start) owner += 1;
    const reader = owners[owner]?.section?.reader;
    if (reader === undefined) continue;
    messages.push({
      code: 'unparsed-text',
      severity: 'warning',
      source: { file: text.path, lines: text.lines(span) },
      text: `“${excerpt(text.slice(span))}” is neither part of a paper nor known furniture of a page of this kind (${reader.label}).`,
      hint: 'If it belongs to a paper, give the value in content/corrections/; else it may stay as it is.',
    });
  }
  return messages;
}

function claimMessages(
  text: SeedText,
  { facts }: Section,
  records: readonly LocatedRecord[],
): Message[] {
  const claimed = facts.claimedRecords;
  if (claimed === undefined || claimed === records.length) return [];
  const fewer = records.length < claimed;
  return [
    {
      ...(fewer
        ? { code: 'fewer-records-than-claimed', severity: 'warning' }
        : { code: 'more-records-than-claimed', severity: 'note' }),
      source: { file: text.path },
      text: `The page says it lists ${claimed} papers; ${records.length} were found.`,
      hint: fewer
        ? 'Copy the rest of the page into a further seed: it may load more papers on scrolling.'
        : 'Check whether two pages were pasted into one file.',
    },
  ];
}

/** What was learned of a text that is of no known format, with the first paper that came of it. */
function layoutMessages(
  text: SeedText,
  { layout, text: { span }, reader }: Section,
  records: readonly LocatedRecord[],
): Message[] {
  const [first] = records;
  if (layout === undefined || first === undefined) return [];
  const example = first.fields
    .filter(({ name }) => name !== 'other')
    .slice(0, EXAMPLE_FIELDS)
    .map(({ name, value }) => `${name} “${excerpt(value)}”`);
  return [
    {
      code: 'layout-inferred',
      severity: 'note',
      source: { file: text.path, lines: text.lines(span(0, 0)) },
      text: `No reader of a format knows this text; ${records.length} papers were read from a layout learned from it: ${layout}. The first: ${example.join(', ')}.`,
      hint: `Compare some papers with the text. “${text.path}: ${reader.format}” under layouts in content/site.yaml says that it is right, “${text.path}: none” that there are no papers in it.`,
    },
  ];
}

/** Fields of the first paper that a message about a layout shows. */
const EXAMPLE_FIELDS = 6;

/** `… under real-world …`: how a site ends an abstract of which it shows only the beginning. */
const SHORTENED = /(?:…|\.\.\.)\s*$/;

function recordMessages(text: SeedText, record: LocatedRecord): Message[] {
  const abstract = record.fields.find((field) => field.name === 'abstract');
  const source = { file: text.path, lines: record.lines };
  if (record.truncated && abstract !== undefined && SHORTENED.test(abstract.value)) {
    return [
      {
        code: 'shortened-abstract',
        severity: 'note',
        source: { file: text.path, lines: text.lines(abstract.span) },
        text: `The page shows only a part of the abstract of ${nameOf(record)}.`,
        hint: 'Copy the page with the whole abstract unfolded, or give it in content/corrections/.',
      },
    ];
  }
  if (record.truncated) {
    return [
      {
        code: abstract === undefined ? 'truncated-record' : 'truncated-abstract',
        severity: 'warning',
        source: {
          file: text.path,
          lines: abstract === undefined ? record.lines : text.lines(abstract.span),
        },
        text: `The copy ends inside ${nameOf(record)}: ${abstract === undefined ? 'no abstract was found' : `its abstract breaks off at “…${abstract.value.slice(-40).replaceAll(/\s+/g, ' ').trim()}”`}.`,
        hint: 'Copy the end of the page again, or give the abstract in content/corrections/.',
      },
    ];
  }
  if (abstract !== undefined) return [];
  return [
    {
      code: 'record-without-abstract',
      severity: 'note',
      source,
      text: `${nameOf(record)} has no abstract.`,
      hint: 'Give it in content/corrections/ if the paper has one.',
    },
  ];
}

function nameOf(record: LocatedRecord): string {
  const named = ['title', 'arxiv', 'doi', 'abstract'].flatMap((name) =>
    record.fields.filter((field) => field.name === name),
  )[0];
  if (named === undefined) return `the record ${record.key}`;
  // As pages print it: messages about papers stand on them.
  const { rich } = parseTex(wholesome(withoutHtml(named.value.slice(0, 400))));
  return `“${excerpt(toPlain(rich))}”`;
}

function excerpt(value: string): string {
  const line = value.slice(0, 400).replace(/\s+/gu, ' ').trim();
  return line.length <= 80 ? line : `${beginning(line, 79).trimEnd()}…`;
}

/** Messages about the file first, then by line. */
function inFileOrder(messages: readonly Message[]): Message[] {
  return [...messages].sort((a, b) => (a.source?.lines?.[0] ?? 0) - (b.source?.lines?.[0] ?? 0));
}

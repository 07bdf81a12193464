import type {
  Ledger,
  LedgerTotals,
  LocatedRecord,
  Message,
  Part,
  RawRecord,
  Seed,
  SeedReading,
  Span,
} from '../model/index.ts';
import {
  CONFIDENT,
  decodeSeed,
  detectReader,
  readers,
  type Detection,
  type Reader,
  type SeedText,
  type Splitting,
} from '../readers/index.ts';

/**
 * Reads one seed: who can read it, the records in it, and the fate of every byte.
 * Text nobody knows gives no record, all of it unparsed. Never throws on bad input.
 */
export function readSeed(seed: Seed): { reading: SeedReading; records: LocatedRecord[] } {
  const { text, messages } = decodeSeed(seed);
  const detection = detectReader(text);
  const { reader } = detection;
  const splitting = reader === null ? nothing(text) : reader.split(text);
  const blocks = readBlocks(text, reader, splitting);
  const { records } = blocks;
  const ledger = account(text, blocks.claims, records);
  const found = [
    ...formatMessages(text, detection, ledger, blocks.refused),
    ...splitting.messages,
    ...blocks.messages,
    ...claimMessages(text, splitting, records),
    ...records.flatMap((record) => recordMessages(text, record)),
  ];

  return {
    reading: {
      path: seed.path,
      format: reader?.format ?? null,
      label: reader?.label ?? 'Unknown text',
      bytes: seed.bytes.length,
      lineCount: text.lineCount,
      facts: splitting.facts,
      ledger,
      records: records.map((record) => record.key),
      messages: [...messages, ...inFileOrder(found)],
    },
    records,
  };
}

interface Blocks {
  records: LocatedRecord[];
  /** Fields and chrome, in file order. */
  claims: Part[];
  /** Blocks in which the reader found no paper after all. */
  refused: Span[];
  messages: Message[];
}

function readBlocks(text: SeedText, reader: Reader | null, { segments }: Splitting): Blocks {
  const blocks: Blocks = { records: [], claims: [], refused: [], messages: [] };
  for (const segment of segments) {
    const span = text.span(segment.from, segment.to);
    if (segment.kind === 'chrome') blocks.claims.push({ kind: 'chrome', span });
    if (segment.kind !== 'record' || reader === null) continue;

    const parsed = reader.parse(text, segment);
    for (const message of parsed.messages) blocks.messages.push(message);
    if (parsed.record === null) {
      blocks.refused.push(span);
      continue;
    }
    const key = `${text.path}#${blocks.records.length + 1}`;
    const lines = text.lines(parsed.record.span);
    blocks.records.push({ ...parsed.record, key, seed: text.path, lines });
    for (const part of partsOf(parsed.record, key)) blocks.claims.push(part);
  }
  return blocks;
}

function nothing(text: SeedText): Splitting {
  return {
    segments: [{ kind: 'unparsed', from: 0, to: text.text.length }],
    facts: {},
    messages: [],
  };
}

function partsOf(record: RawRecord, key: string): Part[] {
  const fields = record.fields.map((field): Part => ({
    kind: 'field',
    span: field.span,
    field: field.name,
    record: key,
  }));
  const chrome = record.chrome.map((span): Part => ({ kind: 'chrome', span, record: key }));
  return [...fields, ...chrome].sort((a, b) => a.span.start - b.span.start);
}

/** Tiles the file: what nobody claims is a separator where it is white space, else unparsed. */
function account(
  text: SeedText,
  claims: readonly Part[],
  records: readonly LocatedRecord[],
): Ledger {
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

/** White space around what is not white space: separator, unparsed, separator. */
function gapParts(text: SeedText, gap: Span): Part[] {
  const content = text.trim(gap);
  return [
    { kind: 'separator' as const, span: { start: gap.start, end: content.start } },
    { kind: 'unparsed' as const, span: content },
    { kind: 'separator' as const, span: { start: content.end, end: gap.end } },
  ].filter(({ span }) => span.end > span.start);
}

function totalsOf(parts: readonly Part[]): LedgerTotals {
  const totals: LedgerTotals = { field: 0, chrome: 0, separator: 0, unparsed: 0 };
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

function unknownFormat(text: SeedText, detection: Detection): Message {
  const wanted = readers.map((reader) => `${reader.signs} (${reader.label})`).join('; ');
  const sure = detection.tried.filter(({ confidence }) => confidence >= CONFIDENT);
  const labels = readers
    .filter((reader) => sure.some(({ format }) => format === reader.format))
    .map((reader) => reader.label);
  return {
    code: 'unknown-format',
    severity: 'warning',
    source: { file: text.path },
    text:
      labels.length > 1
        ? `The text could be more than one of these: ${labels.join(', ')}. Nothing was read from it.`
        : `No reader knows this text, and nothing was read from it. Looked for: ${wanted}.`,
    hint:
      labels.length > 1
        ? 'Put each listing into a file of its own.'
        : 'Check that the whole page was pasted, or add a reader in src/readers/.',
  };
}

/** What is to be said about the file as a whole, or about the parts of it that nobody understood. */
function formatMessages(
  text: SeedText,
  detection: Detection,
  ledger: Ledger,
  refused: readonly Span[],
): Message[] {
  if (text.text.trim() === '') return [emptySeed(text)];
  if (detection.reader === null) return [unknownFormat(text, detection)];
  return unparsedText(text, ledger, detection.reader, refused);
}

/** A message for each unparsed part, but for what the reader or the decoder said itself. */
function unparsedText(
  text: SeedText,
  ledger: Ledger,
  reader: Reader,
  refused: readonly Span[],
): Message[] {
  const explained = new Set(refused.map((span) => text.trim(span).start));
  explained.add(text.span(text.text.length, text.text.length).start);
  return ledger.parts
    .filter((part) => part.kind === 'unparsed' && !explained.has(part.span.start))
    .map((part) => ({
      code: 'unparsed-text',
      severity: 'warning',
      source: { file: text.path, lines: text.lines(part.span) },
      text: `“${excerpt(text.slice(part.span))}” is neither part of a paper nor known furniture of a page of this kind (${reader.label}).`,
      hint: 'If it belongs to a paper, give the value in content/corrections/; else it may stay as it is.',
    }));
}

function claimMessages(
  text: SeedText,
  { facts }: Splitting,
  records: readonly LocatedRecord[],
): Message[] {
  const claimed = facts.claimedRecords;
  if (claimed === undefined || claimed === records.length) return [];
  const fewer = records.length < claimed;
  return [
    {
      code: fewer ? 'fewer-records-than-claimed' : 'more-records-than-claimed',
      severity: fewer ? 'warning' : 'note',
      source: { file: text.path },
      text: `The page says it lists ${claimed} papers; ${records.length} were found.`,
      hint: fewer
        ? 'Copy the rest of the page into a further seed: it may load more papers on scrolling.'
        : 'Check whether two pages were pasted into one file.',
    },
  ];
}

function recordMessages(text: SeedText, record: LocatedRecord): Message[] {
  const abstract = record.fields.find((field) => field.name === 'abstract');
  const source = { file: text.path, lines: record.lines };
  if (record.truncated) {
    return [
      {
        code: abstract === undefined ? 'truncated-record' : 'truncated-abstract',
        severity: 'warning',
        source: {
          file: text.path,
          lines: abstract === undefined ? record.lines : text.lines(abstract.span),
        },
        text: `The copy ends inside ${nameOf(record)}: ${abstract === undefined ? 'no abstract was found' : `its abstract breaks off at “…${abstract.value.slice(-40).trimStart()}”`}.`,
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
  return named === undefined ? `the record ${record.key}` : `“${excerpt(named.value)}”`;
}

function excerpt(value: string): string {
  const line = value.slice(0, 400).replace(/\s+/gu, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}

/** Messages about the file first, then by line. */
function inFileOrder(messages: readonly Message[]): Message[] {
  return [...messages].sort((a, b) => (a.source?.lines?.[0] ?? 0) - (b.source?.lines?.[0] ?? 0));
}

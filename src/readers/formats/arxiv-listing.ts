import {
  ARXIV_CATEGORY,
  ARXIV_FORMATS,
  ARXIV_ID,
  arxivAuthors,
  arxivField,
  isArxivFurniture,
  isAuthorsLine,
} from '../fields/index.ts';
import {
  type LabelledPart,
  type Line,
  endsSentence,
  isProse,
  labelledParts,
  linesBetween,
  linesOf,
} from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  cover,
  defineReader,
  groupFields,
  isEndOfText,
  trimmed,
} from '../seed/index.ts';

/**
 * Listings of arXiv (arxiv.org/list/cs.CL/new, recent, 2507): `[1] arXiv:2401.01234 [pdf, html, other]`,
 * `Title:`, authors, `Comments:`, `Subjects:` and, on the page of new papers, the abstract. Also the
 * listings other sites make of arXiv's feeds: `1. A Title.`, `Authors:`, `Subjects:`, `Abstract`.
 */
export const arxivListing = defineReader({
  format: 'arxiv-listing',
  label: 'arXiv listing',
  source: 'arXiv',
  stripsMath: false,
  signs:
    '`[1] arXiv:2401.01234 [pdf, other]` with `Title:` and `Subjects:` below, or numbered titles with `Authors:` and `Subjects:`',
  opening: new RegExp(
    `(?:\\[\\d{1,6}\\][ \\t]{0,4})?arXiv:${ARXIV_ID}(?: \\([^()\\n]{1,40}\\))?[ \\t\\u00a0]{0,4}${ARXIV_FORMATS}\\s{1,40}Title:`,
    'y',
  ),
  read,
});

// `[1] arXiv:2401.01234 [pdf, html, other]`, `arXiv:2507.17250 (cross-list from cs.CV) [pdf]`, `[3] arXiv:2401.00001 (replaced) [pdf]`
const ANCHOR = new RegExp(
  `^(?:\\[\\d{1,6}\\]\\s*)?(?:\\[\\d{1,6}\\])?arXiv:(${ARXIV_ID})(?:\\s*\\(((?:cross-list from|replaced)[^()]{0,40})\\))?(?:\\s*${ARXIV_FORMATS})?$`,
  'd',
);

// `1. A Model of Owls.`
const NUMBERED = /^\d{1,6}\.\s+(?=\S)/;

// ` (arXiv:1201.1234v1 [cs.CL])` at the end of a title from arXiv's feed
const FEED_IDENTIFIER = new RegExp(
  `\\s*\\((?:arXiv:)?(${ARXIV_ID})(?: \\[[\\w.-]{2,20}\\])?(?: (?:UPDATED|CROSS LISTED))?\\)$`,
  'd',
);

// `Title:`, `Authors:`, `Subjects:` at the start of a line
const LABEL =
  /^(Title|Authors?|Comments?|Subjects?|Journal-ref|DOI|Report-no|(?:MSC|ACM)-class|Abstract)(?::\s*|$)/;

// Furniture of the listing pages
const LISTING_LINES: readonly RegExp[] = [
  /^(?:New submissions|Cross(?:-lists| submissions)|Replacements?(?: submissions)?)(?: for .{1,60})?(?:\s?\(showing .{1,60}\))?$/i,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}, \d{1,2} [A-Z][a-z]{2,8} \d{4}(?:\s?\((?:showing|continued).{0,60}\))?$/,
  /^Showing new listings for .{1,60}$/,
  /^Authors and titles for .{1,80}$/,
  /^Total of [\d,]+ entries\b.{0,400}$/,
  /^\[? ?total of [\d,]+ entries.{0,400}$/i,
  /^\[? ?showing (?:up to )?[\d,]+ entries per page:.{0,60}$/i,
  /^See (?:today's|recent|also).{0,60}$/i,
  /^(?:Additional|Statistics|Catchup|Search).{0,30}$/,
  /^links to:.{0,200}$/i,
  /^\(?Access key information\)?$/i,
];

function read(text: SeedText): SureReading | null {
  const lines = linesOf(text.text);
  const own = lines.flatMap((_, index) => (isAnchor(lines, index) ? [index] : []));
  const isOwn = own.length > 0;
  const anchors = isOwn
    ? own
    : lines.flatMap((_, index) => (isNumberedTitle(lines, index) ? [index] : []));
  const blocks = anchors.map((anchor, n) =>
    lines.slice(anchor, lastLine(text.text, lines, anchor, anchors[n + 1] ?? lines.length) + 1),
  );
  const hasSubjects = blocks.some((block) => block.some(({ value }) => /^Subjects:/.test(value)));
  const ranges = blocks.flatMap((block) => cover(block) ?? []);
  // The heading of a listing is the name of its subject.
  const headings = subjectsOf(lines);
  return {
    confidence: isOwn ? 0.95 : hasSubjects ? 0.9 : 0,
    entries: ranges.map((block) => entryOf(text, block)),
    chrome: linesBetween(text.text, ranges).filter(
      ({ value }) => isFurniture(value) || headings.has(value),
    ),
  };
}

function isAnchor(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  return (
    line !== undefined && ANCHOR.test(line.value) && /^Title:/.test(lines[index + 1]?.value ?? '')
  );
}

/** True for a numbered title with authors and then subjects or an abstract below. */
function isNumberedTitle(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !NUMBERED.test(line.value)) return false;
  const below = lines.slice(index + 1, index + 12).map(({ value }) => LABEL.exec(value)?.[1]);
  const authors = below.findIndex((label) => label !== undefined);
  if (authors < 0 || authors > 4 || !/^Authors?$/.test(below[authors] ?? '')) return false;
  return below.slice(authors).some((label) => label === 'Subjects' || label === 'Abstract');
}

function isFurniture(line: string): boolean {
  return isArxivFurniture(line) || LISTING_LINES.some((known) => known.test(line));
}

/** The end of a record: its last labelled line or, where one follows, its abstract. */
function lastLine(text: string, lines: readonly Line[], anchor: number, end: number): number {
  const own = lines.slice(anchor + 1, end);
  const foot = own.findIndex(({ value }) => isFurniture(value));
  const inside = foot < 0 ? own : own.slice(0, foot);
  const settled = labelledLength(text, inside);
  return anchor + settled + abstractLength(text, inside.slice(settled));
}

/** How many lines from the first belong to labels; after the subjects the abstract begins. */
function labelledLength(text: string, lines: readonly Line[]): number {
  let length = lines.length;
  const subjects = lines.findIndex(({ value }) =>
    /^(?:Subjects?:|Abstract:?$|Abstract:)/.test(value),
  );
  if (subjects >= 0) {
    const line = lines[subjects];
    length = subjects + 1;
    // `Subjects: Computation and Language (cs.CL); Artificial` goes on in the next line.
    while (
      line?.value.startsWith('Subject') &&
      length < lines.length &&
      !LABEL.test(lines[length]?.value ?? '') &&
      goesOn(text, line, lines[length - 1])
    ) {
      length += 1;
    }
    while (length < lines.length && LABEL.test(lines[length]?.value ?? '')) length += 1;
  } else {
    const lastLabel = lines.findLastIndex(({ value }) => LABEL.test(value));
    // Below the last label its value may go on in lines without a blank one between.
    length = lastLabel + 1;
    while (length < lines.length && lines[length]?.afterBlank === false) length += 1;
    // Authors without a label stand below the title.
    if (lastLabel === 0 && length === 1 && lines.length > 1) length = 2;
  }
  return length;
}

/** True for subjects that stop before the code in brackets or at a semicolon. */
function goesOn(text: string, first: Line, last: Line | undefined): boolean {
  const value = text.slice(first.from, last?.to ?? first.to);
  return value.length < 2000 && !value.endsWith(')');
}

function abstractLength(text: string, lines: readonly Line[]): number {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return 0;
  let length = 1;
  while (length < lines.length) {
    const line = lines[length];
    if (line === undefined) break;
    // A further paragraph of an abstract is prose set like the first; a page's foot is neither.
    if (line.afterBlank && (indent(text, line) !== indent(text, first) || !isProse(line.value)))
      break;
    length += 1;
  }
  const end = lines[length - 1]?.to ?? first.to;
  const value = text.slice(first.from, end);
  return isProse(value) || length > 1 || endsSentence(value) || end === last.to ? length : 0;
}

function indent(text: string, line: Line): number {
  let at = line.from;
  while (at > 0 && /[ \t\u00a0]/.test(text.charAt(at - 1))) at -= 1;
  return line.from - at;
}

/** The subjects of the papers as a heading prints them: `Computation and Language` for `Computation and Language (cs.CL)`. */
function subjectsOf(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { value } of lines) {
    const subject = /^Subjects:\s*(.{1,400})/.exec(value)?.[1];
    if (subject === undefined) continue;
    found.add(subject);
    found.add(subject.replace(/ \([^()]{1,20}\)(?:;.{0,400})?$/, ''));
  }
  return found;
}

function entryOf(text: SeedText, block: Range): Entry {
  const lines = linesOf(text.text, block);
  const [anchor, ...body] = lines;
  const fields: Found[] = [];
  const isOwn = anchor !== undefined && ANCHOR.test(anchor.value);
  if (anchor !== undefined && isOwn) for (const field of anchorFields(anchor)) fields.push(field);

  const settled = labelledLength(text.text, body);
  const abstract = body.slice(settled);
  const marked =
    isOwn || anchor === undefined ? body.slice(0, settled) : [anchor, ...body.slice(0, settled)];
  const parts = labelledParts(text.text, marked, LABEL);
  const bareNames = isOwn && !parts.some(({ label }) => label.startsWith('author'));
  for (const part of parts) fields.push(...labelled(text.text, part, bareNames));
  const range = cover(abstract);
  if (range !== null) fields.push({ name: 'abstract', range });
  const isWhole = range === null || endsSentence(text.text.slice(range.from, range.to));
  return { ...block, fields, truncated: isEndOfText(text.text, block.to) && !isWhole };
}

function anchorFields({ value, from }: Line): Found[] {
  const match = ANCHOR.exec(value);
  return match === null ? [] : groupFields(match, from, ['arxiv', { other: 'kind' }]);
}

function labelled(text: string, part: LabelledPart, bareNames: boolean): Found[] {
  const { label, value, lines } = part;
  if (value.to <= value.from) return [];
  switch (label) {
    case '':
      return numberedTitle(text, value);
    case 'title':
      return titleAndAuthors(text, value, bareNames ? lines : []);
    case 'subject':
    case 'subjects':
      return CODED.test(text.slice(value.from, value.to))
        ? [{ name: 'categories', range: value }]
        : [{ name: 'other', range: value, label: 'subjects' }];
    default:
      return arxivField(text, label, value);
  }
}

// A subject with its code, `Information Retrieval (cs.IR)`, or codes alone, `cs.IR cs.LG`
const CODED = new RegExp(
  `\\(${ARXIV_CATEGORY}\\)|^${ARXIV_CATEGORY}(?:[\\s,;]+${ARXIV_CATEGORY}){0,30}$`,
);

/** The title behind a number; the stop at its end is the feed's, as is the identifier in brackets. */
function numberedTitle(text: string, value: Range): Found[] {
  const found: Found[] = [];
  const from =
    value.from + (NUMBERED.exec(text.slice(value.from, value.from + 20))?.[0].length ?? 0);
  let { to } = value;
  const tail = Math.max(from, to - 100);
  const identifier = FEED_IDENTIFIER.exec(text.slice(tail, to));
  if (identifier !== null) {
    for (const field of groupFields(identifier, tail, ['arxiv'])) found.push(field);
    to = trimmed(text, { from, to: to - identifier[0].length }).to;
  }
  if (text.charAt(to - 1) === '.' && !text.slice(Math.max(from, to - 3), to).endsWith('..'))
    to -= 1;
  found.push({ name: 'title', range: { from, to } });
  return found;
}

/** Pages of today print the authors below the title without a label. */
function titleAndAuthors(text: string, value: Range, lines: readonly Line[]): Found[] {
  // `Title: Title: Owls`, where a copy doubles the label.
  const doubled = /^Title:\s*/.exec(text.slice(value.from, value.from + 20))?.[0].length ?? 0;
  const title = { from: value.from + doubled, to: value.to };
  const inside = lines.filter((line) => line.to > title.from);
  let start = inside.length - 1;
  while (start > 1 && inside[start - 1]?.value.endsWith(',')) start -= 1;
  const names = inside[start];
  if (start < 1 || names === undefined) return [{ name: 'title', range: title }];
  const printed = text.slice(names.from, value.to).replace(/\s+/gu, ' ');
  if (inside.length > 2 && !isAuthorsLine(printed) && !printed.includes(', '))
    return [{ name: 'title', range: title }];
  return [
    { name: 'title', range: trimmed(text, { from: title.from, to: names.from }) },
    ...arxivAuthors(text, { from: names.from, to: value.to }),
  ];
}

import type { Message } from '../../model/index.ts';
import {
  ARXIV_CATEGORY,
  ARXIV_FORMATS,
  ARXIV_ID,
  arxivAuthors,
  isArxivFurniture,
  doiStart,
} from '../fields/index.ts';
import {
  type LabelledPart,
  type Line,
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
  trimmed,
} from '../seed/index.ts';

/**
 * The results of a search on arXiv, copied from the page: identifier with formats, categories, title,
 * `Authors:`, `Abstract:` in its short form (`… ▽ More`), its full form (`△ Less`), both or neither,
 * and `Submitted 2 December, 2025; originally announced December 2025.`
 */
export const arxivSearch = defineReader({
  format: 'arxiv-search',
  label: 'arXiv search results',
  source: 'arXiv',
  stripsMath: false,
  signs:
    'lines `arXiv:2512.03003 [pdf, other]` with `Authors:` and `Submitted 2 December, 2025` below',
  opening: new RegExp(
    `arXiv:${ARXIV_ID}[ \\t\\u00a0]{1,4}${ARXIV_FORMATS}\\s{1,40}${ARXIV_CATEGORY}\\s`,
    'y',
  ),
  read,
});

// `arXiv:2512.03003  [pdf, ps, other]  hep-ph`, also with a number before it: `1. arXiv:…`
const ANCHOR = new RegExp(
  `^(?:\\d{1,6}\\.\\s+)?(?:\\[\\d{1,5}\\])?arXiv:(${ARXIV_ID})(?:\\s+${ARXIV_FORMATS})?(?=\\s|$)`,
  'd',
);

// `Authors:`, `Abstract:`, `Journal ref:` and the like at the start of a line
const LABEL =
  /^(Authors?|Abstract|Comments?|Journal ref|Report number|(?:MSC|ACM) Class(?:es)?)\s?:\s*/i;

// `Submitted 2 December, 2025; v1 submitted 5 May, 2024; originally announced May 2024.`
const SUBMITTED =
  /^Submitted\s+(\d{1,2} [A-Z][a-z]{2,8},? \d{4})(?:\s*;\s*v1\s+submitted\s+(\d{1,2} [A-Z][a-z]{2,8},? \d{4}))?(?:\s*;\s*originally announced\s+([A-Z][a-z]{2,8},? \d{4}))?\.?/d;

// `cs.LG cs.AI` with what may stand behind: `doi 10.1103/PhysRevD.1`
const CATEGORIES = `${ARXIV_CATEGORY}(?:[\\s,]+${ARXIV_CATEGORY}){0,30}(?=\\s|$)`;
const DOI = '[Dd][Oo][Ii]:?\\s*(10\\.\\d{4,9}/\\S+)';
const TAGS = new RegExp(`\\s*(${CATEGORIES})?\\s*(?:${DOI})?`, 'dy');

// Lines that hold nothing else: `cs.LG cs.AI`, `hep-th doi 10.1103/PhysRevD.1`, `doi`
const TAG_LINE = new RegExp(`^(?:${CATEGORIES}$|(?:${CATEGORIES}\\s*)?${DOI}|[Dd][Oo][Ii]$)`);

// The button behind a shortened abstract and the one behind a full one
const MORE = /(?:\[\d{1,5}\])?▽\s*More/;
const LESS = /(?:\[\d{1,5}\])?△\s*Less/;

// Furniture of the search page
const SEARCH_LINES: readonly RegExp[] = [
  /^(?:all fields|title|author|abstract|comments|journal reference|acm classification|msc classification|report number|arxiv identifier|doi|orcid|arxiv author id|help pages)$/i,
  /^Showing [\d,]+\s?[–-]\s?[\d,]+ of [\d,]+ results\b/,
  /^Search v\d[\d.]* released \d{4}-\d\d-\d\d/,
  /^(?:Search term or terms|Show abstracts|Hide abstracts|Show abstracts\s+Hide abstracts|results per page\.?|Sort results by|Search in all archives\.|Search arXiv by.{0,80}|Simple Search|Refine query|New search|Feedback\?|Query:? .{0,400}|Subject:?|\(\) ?)$/i,
  /^(?:Announcement date|Submission date|Relevance)(?: \((?:newest|oldest) first\))?$/i,
  /^(?:25|50|100|200)(?: (?:25|50|100|200))*(?: results per page\.?)?$/,
];

/** Lines after an identifier within which its authors must come. */
const NEAR = 12;

function read(text: SeedText): SureReading | null {
  const lines = linesOf(text.text);
  const anchors = lines.flatMap((_, index) => (isAnchor(lines, index) ? [index] : []));
  const isOfSearch = lines.some(
    ({ value }) => SUBMITTED.test(value) || MORE.test(value) || LESS.test(value),
  );
  const blocks = anchors.map((anchor, n) =>
    lines.slice(anchor, lastLine(lines, anchor, anchors[n + 1] ?? lines.length) + 1),
  );
  const ranges = blocks.flatMap((block) => cover(block) ?? []);
  return {
    confidence: anchors.length > 0 && isOfSearch ? 0.95 : 0,
    entries: ranges.map((block) => entryOf(text, block)),
    chrome: linesBetween(text.text, ranges).filter(({ value }) => isFurniture(value)),
    messages: shortMessage(text, blocks.filter(isShortened).length),
  };
}

function isShortened(block: readonly Line[]): boolean {
  return (
    block.some(({ value }) => MORE.test(value)) && !block.some(({ value }) => LESS.test(value))
  );
}

/** True for the line of an identifier that has a title and authors below it, before the next one. */
function isAnchor(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !ANCHOR.test(line.value)) return false;
  for (const next of lines.slice(index + 1, index + 1 + NEAR)) {
    if (/^Authors?:/.test(next.value)) return true;
    if (/^(?:Title|Date|Subjects):/.test(next.value) || ANCHOR.test(next.value)) return false;
  }
  // A copy may end right after the title.
  return lines.length - index <= 3 && /\[/.test(line.value);
}

function shortMessage(text: SeedText, shortened: number): Message[] {
  if (shortened === 0) return [];
  return [
    {
      code: 'abstracts-shortened',
      severity: 'warning',
      source: { file: text.path },
      text: `${shortened === 1 ? '1 abstract stands' : `${shortened} abstracts stand`} here in the short form of the search page (“… ▽ More”), where the whole text was expected.`,
      hint: 'Open them with “▽ More” before copying, or add a source that has whole abstracts: arXiv’s API, a BibTeX export, the listing pages.',
    },
  ];
}

function isFurniture(line: string): boolean {
  return isArxivFurniture(line) || SEARCH_LINES.some((known) => known.test(line));
}

/** The last line of a record: what follows the known parts of the last one is the page's foot. */
function lastLine(lines: readonly Line[], from: number, end: number): number {
  let last = from;
  let settled = false;
  for (let index = from + 1; index < end; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const isPart = LABEL.test(line.value) || SUBMITTED.test(line.value);
    if (SUBMITTED.test(line.value)) settled = true;
    if (settled && !isPart && (line.afterBlank || isFurniture(line.value))) break;
    last = index;
  }
  // Without the line of dates the foot is told by its words.
  while (!settled && last > from && isFurniture(lines[last]?.value ?? '')) last -= 1;
  return last;
}

function entryOf(text: SeedText, block: Range): Entry {
  const lines = linesOf(text.text, block);
  const fields: Found[] = [];
  const [first, ...rest] = lines;
  if (first !== undefined) for (const field of anchorFields(first)) fields.push(field);
  const dated = rest.findIndex(({ value }) => SUBMITTED.test(value));
  const before = dated < 0 ? rest : rest.slice(0, dated);
  const after = dated < 0 ? [] : rest.slice(dated);

  let hasFull = false;
  let hasShort = false;
  for (const part of labelledParts(text.text, before, LABEL)) {
    if (part.label === '') for (const field of head(text.text, part)) fields.push(field);
    else if (part.label === 'abstract') {
      const found = abstracts(text.text, part);
      hasFull ||= found.some(({ name, label }) => name === 'abstract' && label === undefined);
      hasShort ||=
        part.value.to > part.value.from &&
        MORE.test(text.text.slice(part.value.from, part.value.to));
      for (const field of found) fields.push(field);
    } else {
      for (const field of labelled(text.text, part)) fields.push(field);
    }
  }
  const [dates, ...others] = after;
  if (dates !== undefined) for (const field of submission(text.text, dates)) fields.push(field);
  for (const part of labelledParts(text.text, others, LABEL)) {
    for (const field of labelled(text.text, part)) fields.push(field);
  }

  return { ...block, fields, truncated: dates === undefined || (hasShort && !hasFull) };
}

/** The identifier, and the categories and DOI where they stand on its line. */
function anchorFields(line: Line): Found[] {
  const match = ANCHOR.exec(line.value);
  if (match === null) return [];
  return [...groupFields(match, line.from, ['arxiv']), ...tags(line, match[0].length)];
}

/** Categories and DOI from an offset of a line on. */
function tags({ value, from }: Line, offset: number): Found[] {
  TAGS.lastIndex = offset;
  const match = TAGS.exec(value);
  return match === null ? [] : groupFields(match, from, ['categories', 'doi']);
}

/** Categories, DOI and title, each on lines of its own. */
function head(text: string, part: LabelledPart): Found[] {
  const found: Found[] = [];
  const lines = [...part.lines];
  for (let line = lines[0]; line !== undefined; line = lines[0]) {
    const isDoi = doiStart(line.value) === 0;
    if (!isDoi && !TAG_LINE.test(line.value)) break;
    if (isDoi) found.push({ name: 'doi', range: { from: line.from, to: line.to } });
    else found.push(...tags(line, 0));
    lines.shift();
  }
  const title = cover(lines);
  if (title !== null) found.push({ name: 'title', range: trimmed(text, title) });
  return found;
}

/** The full abstract where it stands, else the short one; a short one beside the full one is the site's. */
function abstracts(text: string, part: LabelledPart): Found[] {
  const { from, to } = part.value;
  if (to <= from) return [];
  const value = text.slice(from, to);
  const more = MORE.exec(value);
  const afterMore = more === null ? 0 : more.index + more[0].length;
  const less = LESS.exec(value.slice(afterMore));
  const short = more === null ? null : trimmed(text, { from, to: from + more.index });
  const fullTo = less === null ? to : from + afterMore + less.index;
  const full = trimmed(text, { from: from + afterMore, to: Math.max(from + afterMore, fullTo) });
  const found: Found[] = [];
  const hasFull = full.to > full.from && (more === null || less !== null);
  if (short !== null && short.to > short.from) {
    found.push(
      hasFull
        ? { name: 'other', range: short, label: 'short abstract' }
        : { name: 'abstract', range: short, label: 'short abstract' },
    );
  }
  if (full.to > full.from) {
    found.push(
      hasFull
        ? { name: 'abstract', range: full }
        : { name: 'other', range: full, label: 'after the abstract' },
    );
  }
  if (less !== null) {
    const rest = trimmed(text, { from: from + afterMore + less.index + less[0].length, to });
    if (rest.to > rest.from)
      found.push({ name: 'other', range: rest, label: 'after the abstract' });
  }
  return found;
}

const FIELD_OF_LABEL = new Map<string, Found['name']>([
  ['comment', 'comment'],
  ['comments', 'comment'],
  ['journal ref', 'journal_ref'],
]);

function labelled(text: string, { label, value }: LabelledPart): Found[] {
  if (value.to <= value.from) return [];
  if (label === 'author' || label === 'authors') return arxivAuthors(text, value);
  const name = FIELD_OF_LABEL.get(label);
  return name === undefined
    ? [{ name: 'other', range: value, label: label === '' ? 'note' : label }]
    : [{ name, range: value }];
}

/** The first submission is the paper's date; a later one, where both are given, its update. */
function submission(text: string, line: Line): Found[] {
  const match = SUBMITTED.exec(line.value);
  if (match === null) return [];
  const [whole, , first] = match;
  const found = groupFields(match, line.from, [
    first === undefined ? 'date' : 'updated',
    'date',
    { other: 'originally announced' },
  ]);
  const rest = trimmed(text, { from: line.from + whole.length, to: line.to });
  if (rest.to > rest.from) found.push({ name: 'other', range: rest, label: 'note' });
  return found;
}

import type { Message, PageFacts, RawField, RawRecord, Span } from '../../model/index.ts';
import { SHORT_DATE, isAuthorsLine, nameStart } from '../fields/index.ts';
import { linesOf, type Line, endsSentence, isProse } from '../scan/index.ts';
import {
  isEndOfText,
  rawField,
  tile,
  type Range,
  type Reader,
  type Segment,
  type SeedText,
} from '../seed/index.ts';

// The first line of a page or of a paper: `Fei Sun` above `IR` and `h-index32`, or `82.7MAJun 1`
const OPENING = new RegExp(
  `(?:[^\\n]{1,60}\\n\\s{0,4}(?:[A-Za-z][A-Za-z.-]{1,19}\\s{1,4})?)?h-index\\d+\\r?\\n|(?:\\d{1,3}(?:\\.\\d{1,2})?)?[A-Z]{2}${SHORT_DATE}(?:Code)?\\r?\\n`,
  'y',
);

/**
 * An author page of scholarfeed: a head with counts, then for each paper a badge line
 * (`82.7MAJun 1`, `CLJun 8, 2023Code`), title, authors and abstract. One copy of the page keeps
 * blank lines between the parts; another has none and glues the authors to the title.
 */
export const scholarfeedAuthor: Reader = {
  format: 'scholarfeed-author',
  label: 'scholarfeed author page',
  source: 'scholarfeed',
  stripsMath: false,
  signs: 'badge lines such as `82.7MAJun 1` or `CLJun 8, 2023Code` before each title',
  opening: OPENING,
  detect,
  split,
  parse,
};

// `82.7` `MA` `Jun 1` ``, `` `CL` `Jun 8, 2023` `Code`, `` `quant-ph` `Aug 1` ``
const BADGE = new RegExp(
  `^(\\d{1,3}(?:\\.\\d{1,2})?)? ?([A-Za-z][A-Za-z.-]{1,19}?) ?(${SHORT_DATE}) ?(Code)? ?([A-Z][A-Za-z]{2,14})?$`,
);

// Lines of the page's head: `h-index32`, `91papers`, `29,142citations`, `Novelty52%`, `AI Score63`
const STATISTIC =
  /^(?:h-index\s*\d+|[\d,]+\s*(?:papers?|citations?)|(?:Novelty|AI Score)\s*[\d.]+%?)$/;

// The heading over the list: `91 Papers`
const CLAIM = /^([\d,]+) Papers?$/;

// The subject of the author: `IR`, `quant-ph`
const SUBJECT = /^[A-Za-z][A-Za-z.-]{1,19}$/;

interface Badge {
  parts: { name: 'score' | 'categories' | 'date' | 'has_code'; range: Range }[];
  chrome: Range[];
}

function readBadge(line: Line): Badge | null {
  const match = BADGE.exec(line.value);
  if (match === null) return null;
  const [, score, subject, date, code, other] = match;
  const parts: Badge['parts'] = [];
  const chrome: Range[] = [];
  let at = line.from;
  const take = (part: string | undefined): Range | null => {
    if (part === undefined) return null;
    const from = line.from + line.value.indexOf(part, at - line.from);
    at = from + part.length;
    return { from, to: at };
  };
  for (const [name, part] of [
    ['score', score],
    ['categories', subject],
    ['date', date],
    ['has_code', code],
  ] as const) {
    const range = take(part);
    if (range !== null) parts.push({ name, range });
  }
  const rest = take(other);
  if (rest !== null) chrome.push(rest);
  return { parts, chrome };
}

function detect(text: SeedText): number {
  const lines = linesOf(text.text);
  const badges = lines.filter((line) => readBadge(line) !== null).length;
  if (badges === 0) return 0;
  const head = lines.slice(0, 12).filter((line) => isHeadLine(line.value)).length;
  if (head >= 2 || badges >= 3) return 0.95;
  return head === 1 || badges === 2 ? 0.8 : 0.6;
}

function isHeadLine(value: string): boolean {
  return STATISTIC.test(value) || CLAIM.test(value);
}

function split(text: SeedText): { segments: Segment[]; facts: PageFacts; messages: Message[] } {
  const lines = linesOf(text.text);
  const badges = lines.flatMap((line, index) => (readBadge(line) === null ? [] : [index]));
  const head = readHead(lines.slice(0, badges[0] ?? lines.length));
  const records = badges.flatMap((index, n): Segment[] => {
    const from = lines[index]?.from;
    const to = lines[(badges[n + 1] ?? lines.length) - 1]?.to;
    return from === undefined || to === undefined ? [] : [{ kind: 'record', from, to }];
  });
  return {
    segments: tile(text.text, [...head.chrome, ...records]),
    facts: head.facts,
    messages: [],
  };
}

function readHead(lines: readonly Line[]): { chrome: Segment[]; facts: PageFacts } {
  const facts: PageFacts = {};
  const known = lines.map((line) => isHeadLine(line.value));
  const first = known.indexOf(true);
  const chrome: Segment[] = [];
  lines.forEach((line, index) => {
    const claim = CLAIM.exec(line.value)?.[1];
    if (claim !== undefined) facts.claimedRecords = Number(claim.replaceAll(',', ''));
    // The author's name and subject stand right above the counts.
    const subjectLine = index === first - 1 && SUBJECT.test(line.value);
    const nameLine = index === first - 2 || (index === first - 1 && !subjectLine);
    if (nameLine && isAuthorsLine(line.value)) facts.profile = line.value;
    if (known[index] === true || subjectLine || facts.profile === line.value) {
      chrome.push({ kind: 'chrome', from: line.from, to: line.to });
    }
  });
  return { chrome, facts };
}

function parse(text: SeedText, block: Segment): { record: RawRecord | null; messages: Message[] } {
  const [badgeLine, ...lines] = linesOf(text.text, block);
  const badge = badgeLine === undefined ? null : readBadge(badgeLine);
  if (badge === null || lines.length === 0) {
    return { record: null, messages: [emptyBlock(text, block)] };
  }
  const atEnd = isEndOfText(text.text, block.to);
  const { title, authors, abstract } = arrange(lines, atEnd);

  const fields: RawField[] = badge.parts.map(({ name, range }) => rawField(text, name, range));
  const chrome: Span[] = badge.chrome.map((range) => text.span(range.from, range.to));
  if (title !== null) fields.push(rawField(text, 'title', title));
  if (authors !== null) {
    const parts = authorParts(text.text, authors);
    fields.push(...parts.fields.map(({ name, range }) => rawField(text, name, range)));
    chrome.push(...parts.chrome.map((range) => text.span(range.from, range.to)));
  }
  if (abstract !== null) fields.push(rawField(text, 'abstract', abstract));
  const abstractText = abstract === null ? '' : text.text.slice(abstract.from, abstract.to);
  return {
    record: {
      span: text.span(block.from, block.to),
      fields,
      chrome,
      truncated: atEnd && !endsSentence(abstractText),
    },
    messages: [],
  };
}

function emptyBlock(text: SeedText, block: Segment): Message {
  return {
    code: 'badge-without-title',
    severity: 'warning',
    source: { file: text.path, lines: text.lines(text.span(block.from, block.to)) },
    text: 'A badge line was found without the title expected under it.',
    hint: 'Copy the page again with the titles; a badge alone names no paper.',
  };
}

interface Arrangement {
  title: Range | null;
  authors: Range | null;
  abstract: Range | null;
}

/** Tells title, authors and abstract apart: by the authors' line, or by the names glued to the title. */
function arrange(lines: readonly Line[], atEnd: boolean): Arrangement {
  const authorsAt = lines.findIndex(
    (line, index) => index > 0 && index <= 4 && isAuthorsLine(line.value) && !isProse(line.value),
  );
  if (authorsAt > 0) {
    return {
      title: cover(lines.slice(0, authorsAt)),
      authors: lines[authorsAt] ?? null,
      abstract: cover(lines.slice(authorsAt + 1)),
    };
  }
  const [first, ...rest] = lines;
  if (first === undefined) return { title: null, authors: null, abstract: null };
  const boundary = nameStart(first.value, atEnd && rest.length === 0);
  if (boundary !== null) {
    const from = first.from + boundary;
    return {
      title: { from: first.from, to: from },
      authors: { from, to: first.to },
      abstract: cover(rest),
    };
  }
  return { title: first, authors: null, abstract: cover(rest) };
}

function cover(lines: readonly Line[]): Range | null {
  const [first] = lines;
  const last = lines.at(-1);
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

// ` · meta-ai, pku` after the names
const ORGANISATIONS = /\s*·\s*(\S.*)$/u;

// ` et al.` after the names
const ET_AL = /,?\s+(et al\.?)$/u;

function authorParts(
  text: string,
  line: Range,
): { fields: { name: 'authors' | 'et_al' | 'org'; range: Range }[]; chrome: Range[] } {
  const value = text.slice(line.from, line.to);
  const org = ORGANISATIONS.exec(value);
  const beforeOrg = org === null ? value : value.slice(0, org.index);
  const etAl = ET_AL.exec(beforeOrg);
  const names = etAl === null ? beforeOrg : beforeOrg.slice(0, etAl.index);
  const fields: { name: 'authors' | 'et_al' | 'org'; range: Range }[] = [];
  const chrome: Range[] = [];
  if (names !== '') {
    fields.push({ name: 'authors', range: { from: line.from, to: line.from + names.length } });
  }
  if (etAl !== null) {
    const to = line.from + beforeOrg.length;
    const from = to - (etAl[1] ?? '').length;
    // A comma before `et al.` belongs to neither.
    if (etAl[0].startsWith(',')) {
      chrome.push({ from: line.from + names.length, to: line.from + names.length + 1 });
    }
    fields.push({ name: 'et_al', range: { from, to } });
  }
  if (org !== null) {
    const from = line.to - (org[1] ?? '').length;
    const dot = line.from + value.indexOf('·', org.index);
    chrome.push({ from: dot, to: dot + 1 });
    fields.push({ name: 'org', range: { from, to: line.to } });
  }
  return { fields, chrome };
}

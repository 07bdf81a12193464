import type { FieldName, Message, PageFacts } from '../../../model/index.ts';
import { beginning } from '../../../text/index.ts';
import { SHORT_DATE, pageDate } from '../../fields/index.ts';
import {
  type Line,
  type UnmarkedLine,
  endsSentence,
  isProse,
  linesOf,
  withoutLinkMarks,
} from '../../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type Reading,
  type SeedText,
  cover,
  defineReader,
  gaps,
  groupFields,
  isEndOfText,
  placeOf,
} from '../../seed/index.ts';
import { assignRoles, type Unit } from './structure.ts';

// The first line of a page, as much of it as was copied: `# Web source` above the site's address,
// `Hugging Face`, `new` above `Get trending papers in your email inbox!`, `Daily Papers` above `byAK`
const OPENING =
  /# Web source\s{1,9}- URL: https:\/\/huggingface\.co\/papers|\[{0,2}Hugging Face(?:'s logo|\r?\n)|(?:new\s{1,9})?Get trending papers in your email inbox|(?:# )?(?:Daily|Trending) Papers\s{1,9}(?:## )?by ?(?:AK|\[AK\])/y;

/**
 * A page of Hugging Face papers (search, daily): a head, then for each paper title, abstract and a
 * byline of author count or organisation, `·` and date. Copies of the page lose bylines, one or all.
 */
export const huggingFacePapers = defineReader({
  format: 'hugging-face-papers',
  label: 'Hugging Face papers page',
  source: 'Hugging Face',
  stripsMath: true,
  signs:
    'the head `Daily Papers … byAK and the research community` or bylines such as `• 6 authors · May 12, 2022`',
  opening: OPENING,
  detect,
  read,
});

// Lines only this site's pages have: `byAK and the research community`
const HEAD_SIGN =
  /^(?:Get trending papers in your email inbox(?: once a day)?!|by ?(?:AK|\[AK\]\S{0,80}) and the research community)$/;

// Other lines of the head, and of the foot: `Subscribe`
const FURNITURE =
  /^(?:new|Subscribe|Daily Papers|Trending Papers|Daily|Weekly|Monthly|Papers|Hugging Face|Models|Datasets|Spaces|Buckets|Community|Docs|Enterprise|Pricing|Log In|Sign Up|Previous|Next|System theme|Company|TOS|Privacy|About|Careers|Website|Solutions)$/;

// `  • 6 authors`, `1,024 authors`
const COUNT = /^(?:[•*·-]\s*)?(\d[\d,]*)\s+authors?$/u;

// The whole byline on one line: `6 authors · May 12, 2022`
const ONE_LINE = /^(\S[^·]{0,120}?)\s*·\s*(\S[^·]{0,30})$/u;

// `May 12, 2022`, `May 12 1`, `Nov 12, 2025 3`: the number after the date counts comments, in
// text browsers as a link: `Mar 8, 2024 [ 6][39]`; the trending page has `Published on May 12, 2022`
const DATE_LINE = new RegExp(
  `^(?:Published on )?(${SHORT_DATE})(?:\\s+(?:\\[\\s*)?(\\d{1,5})(?:\\]\\S{1,300})?)?$`,
);

// A handle and the name it stands for: `JerzakLabs Jerzak Labs`, in text browsers `[microsoft] Microsoft`
const ORGANISATION = /^(?:([\w.-]+|\[[\w. -]+\])\s+)?(\S.*)$/u;

// A count of votes above a title: `65`, or `-` for none
const VOTES = /^(?:\d{1,5}|-)$/;

/** Longest name of an organisation in a byline. */
const ORGANISATION_LENGTH = 100;

interface Byline {
  fields: Found[];
  chrome: Range[];
  from: number;
  to: number;
  /** How many lines it takes. */
  lines: number;
}

/** The page as a list of what its lines are; `other` is what stands in the head and is not known. */
type Item =
  | { kind: 'text' | 'votes' | 'chrome' | 'other'; line: UnmarkedLine }
  | { kind: 'byline'; byline: Byline };

/** One paper's lines. */
interface Paper {
  votes: UnmarkedLine | null;
  title: UnmarkedLine[];
  abstract: UnmarkedLine[];
  byline: Byline | null;
}

function detect(text: SeedText): number {
  const { lines } = withoutLinkMarks(text.text, linesOf(text.text));
  const head = lines.slice(0, HEAD_LINES).filter((line) => HEAD_SIGN.test(line.value)).length;
  if (head > 0) return 0.95;
  let bylines = 0;
  lines.forEach((_, index) => {
    const byline = readByline(lines, index);
    if (byline !== null && byline.lines > 1) bylines += 1;
  });
  if (bylines === 0) return 0;
  return bylines === 1 ? 0.7 : 0.9;
}

// What the trending page has under a byline: `Upvote`, `GitHub 49.6k`, `arXiv Page`
const BUTTON = /^(?:Upvote|Upvoted|GitHub|arXiv Page|Project Page|View arXiv page|View PDF)$/;
const STARS = /^(GitHub )?(\d[\d.,]{0,8}k?)$/;

/**
 * The byline that begins at a line, or null, with the buttons and numbers under it. Its lines may have
 * blank lines between them.
 */
function readByline(lines: readonly UnmarkedLine[], index: number): Byline | null {
  const byline = readBylineAlone(lines, index);
  if (byline === null) return null;
  let at = index + byline.lines;
  const take = (line: UnmarkedLine) => {
    byline.to = line.outer.to;
    byline.lines += 1;
    at += 1;
  };
  const isTaken = (name: FieldName) => byline.fields.some((field) => field.name === name);
  for (let button = ''; ;) {
    const line = lines[at];
    if (line === undefined) break;
    const stars = STARS.exec(line.value);
    if (BUTTON.test(line.value)) {
      button = line.value;
      byline.chrome.push(line);
      if (button === 'GitHub') addCode(byline, line);
    } else if (button.startsWith('Upvote') && VOTES.test(line.value)) {
      button = '';
      if (line.value === '-') byline.chrome.push(line);
      else byline.fields.push({ name: 'upvotes', range: { from: line.from, to: line.to } });
    } else if (stars !== null && (button === 'GitHub' || stars[1] !== undefined)) {
      button = '';
      const from = line.to - (stars[2] ?? '').length;
      if (from > line.from) byline.chrome.push({ from: line.from, to: from - 1 });
      byline.fields.push({ name: 'other', label: 'GitHub stars', range: { from, to: line.to } });
      addCode(byline, line);
    } else if (isComments(lines, at) && !isTaken('comments')) {
      byline.fields.push({ name: 'comments', range: { from: line.from, to: line.to } });
    } else break;
    take(line);
  }
  return byline;
}

/** The address behind a button is the code's. */
function addCode(byline: Byline, line: UnmarkedLine): void {
  if (line.target !== null && !byline.fields.some(({ name }) => name === 'code_url')) {
    byline.fields.push({ name: 'code_url', range: line.target });
  }
}

/** True for a number before the next card of a day's page, or with nothing after it: `3` above `Submitted by`. */
function isComments(lines: readonly UnmarkedLine[], index: number): boolean {
  const next = lines[index + 1]?.value;
  return (
    /^\d{1,4}$/.test(lines[index]?.value ?? '') && (next === undefined || SUBMITTED.test(next))
  );
}

function isSubmitted({ value }: Line): boolean {
  return SUBMITTED.test(value);
}

function readBylineAlone(lines: readonly UnmarkedLine[], index: number): Byline | null {
  const [first, second, third] = lines.slice(index, index + 3);
  if (first === undefined) return null;

  const count = COUNT.exec(first.value);
  const dotNext = second?.value === '·';
  const dated = third === undefined ? null : readDate(third);
  if (count !== null) {
    const byline = startByline(first);
    const number = count[1] ?? '';
    const from = first.from + first.value.indexOf(number);
    const label = { from: from + number.length, to: first.to };
    if (from > first.from) byline.chrome.push({ from: first.from, to: from });
    byline.chrome.push(label);
    byline.fields.push({ name: 'author_count', range: { from, to: from + number.length } });
    return dotNext && second !== undefined ? withDate(byline, second, dated) : byline;
  }
  if (first.value === '·' && second !== undefined) {
    const rest =
      readDate(second) ?? (COUNT.test(second.value) ? readBylineAlone(lines, index + 1) : null);
    if (rest === null) return null;
    const byline = startByline(first);
    byline.chrome.push(first);
    return join(byline, rest, 1 + rest.lines);
  }
  if (dotNext && second !== undefined && dated !== null && isOrganisation(first)) {
    const byline = startByline(first);
    addOrganisation(byline, first);
    return withDate(byline, second, dated);
  }
  return readOneLine(first);
}

function startByline(line: UnmarkedLine): Byline {
  return { fields: [], chrome: [], from: line.outer.from, to: line.outer.to, lines: 1 };
}

function withDate(byline: Byline, dot: UnmarkedLine, date: Byline | null): Byline {
  byline.chrome.push(dot);
  byline.to = dot.outer.to;
  byline.lines = 2;
  return date === null ? byline : join(byline, date, 3);
}

function join(byline: Byline, rest: Byline, lines: number): Byline {
  return {
    fields: [...byline.fields, ...rest.fields],
    chrome: [...byline.chrome, ...rest.chrome],
    from: byline.from,
    to: rest.to,
    lines,
  };
}

function isOrganisation(line: Line): boolean {
  return line.value.length <= ORGANISATION_LENGTH && !/[.?!]$/.test(line.value);
}

/** The handle is the text of the picture before the name, furniture of the site. */
function addOrganisation(byline: Byline, line: Range & { value: string }): void {
  const name = ORGANISATION.exec(line.value)?.[2] ?? line.value;
  const from = line.to - name.length;
  if (from > line.from) {
    const handle = line.value.slice(0, from - line.from).trimEnd();
    byline.chrome.push({ from: line.from, to: line.from + handle.length });
  }
  byline.fields.push({ name: 'org', range: { from, to: line.to } });
}

function readDate(line: UnmarkedLine): Byline | null {
  const match = DATE_LINE.exec(line.value);
  const date = match?.[1];
  if (date === undefined) return null;
  const byline = startByline(line);
  const start = line.value.indexOf(date);
  if (start > 0) byline.chrome.push({ from: line.from, to: line.from + start - 1 });
  const end = start + date.length;
  byline.fields.push({ name: 'date', range: { from: line.from + start, to: line.from + end } });
  const comments = match?.[2];
  if (comments !== undefined) {
    const after = end + line.value.slice(end).search(/\d/);
    const from = line.from + after;
    const to = from + comments.length;
    const bracket = line.value.indexOf('[', end);
    if (bracket >= 0 && bracket < after) {
      byline.chrome.push({ from: line.from + bracket, to: line.from + bracket + 1 });
    }
    if (to < line.to) byline.chrome.push({ from: to, to: line.to });
    byline.fields.push({ name: 'comments', range: { from, to } });
  }
  return byline;
}

function readOneLine(line: UnmarkedLine): Byline | null {
  if (line.value.length > 200) return null;
  const match = ONE_LINE.exec(line.value);
  const who = match?.[1];
  const when = match?.[2];
  if (who === undefined || when === undefined) return null;
  const dot = line.from + line.value.lastIndexOf('·');
  const part = (value: string, from: number): UnmarkedLine => {
    const range = { from, to: from + value.length };
    return { ...range, value, afterBlank: false, target: null, linked: false, outer: range };
  };
  const whenLine = part(when, line.to - when.length);
  if (readDate(whenLine) === null) return null;
  const byline = readBylineAlone([part(who, line.from), part('·', dot), whenLine], 0);
  return byline === null ? null : { ...byline, ...line.outer, lines: 1 };
}

/** How many lines from the top the page's head may take. */
const HEAD_LINES = 120;

// Above the name of who proposed a paper, on the page of one day: `Submitted by`
const SUBMITTED = /^(?:Subscribe)?Submitted by(?: \S.{0,60})?$/;

// Who proposed it: `wenhu`, `Ada Gardener`
const SUBMITTER = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,40}(?: [\p{L}\p{N}._-]{1,30}){0,2}$/u;

// What a program that saves pages wrote above the text: `Web source`, `- URL: https://…`, the fence of a code block
const PREAMBLE =
  /^(?:Web source|- (?:URL|Title|Captured(?: \(UTC\))?|Author|Published|Fetched|Source):.{0,400}|`{3}\w{0,10})$/;

// `2026-06-29` of `- Captured (UTC): 2026-06-29T16:31:22+00:00`
const CAPTURED = /^- (?:Captured|Fetched)[^:]{0,20}: (\d{4})-(\d\d)-(\d\d)/;

/** What each line is, page after page where several were copied. The facts are the first page's. */
function itemsOf(lines: readonly UnmarkedLine[]): {
  items: Item[];
  facts: PageFacts;
  /** Where pages begin. */
  pages: number[];
} {
  const items: Item[] = [];
  let facts: PageFacts | null = null;
  const starts = pageStarts(lines);
  starts.forEach((start, index) => {
    const page = itemsOfPage(lines.slice(start, starts[index + 1]));
    facts ??= page.facts;
    for (const item of page.items) items.push(item);
  });
  const pages = starts.map((start) => lines[start]?.from ?? 0);
  return { items, facts: facts ?? {}, pages };
}

/** Where pages begin: at the top, and at each further head that stands below papers. */
function pageStarts(lines: readonly UnmarkedLine[]): number[] {
  const starts = [0];
  let papers = false;
  lines.forEach((line, index) => {
    if (line.value === '·' || COUNT.test(line.value) || line.value.length >= 250) papers = true;
    if (!papers || !HEAD_SIGN.test(line.value)) return;
    let start = index;
    while (start > 0 && isHeadLine(lines[start - 1])) start -= 1;
    starts.push(start);
    papers = false;
  });
  return starts;
}

function isHeadLine(line: UnmarkedLine | undefined): boolean {
  return (
    line !== undefined && (FURNITURE.test(line.value) || PREAMBLE.test(line.value.slice(0, 450)))
  );
}

/** Page head, then what each line is. */
function itemsOfPage(lines: readonly UnmarkedLine[]): { items: Item[]; facts: PageFacts } {
  const facts: PageFacts = {};
  const items: Item[] = [];
  const lastSign = lines.slice(0, HEAD_LINES).findLastIndex((line) => HEAD_SIGN.test(line.value));
  let captured: PageFacts['date'];
  let index = 0;
  let inHead = true;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    const date =
      inHead && lastSign >= 0 && facts.date === undefined ? pageDate(line.value) : undefined;
    if (date !== undefined) facts.date = date;
    if (inHead) captured ??= capturedDate(line.value.slice(0, 80));
    const submitted = SUBMITTED.test(line.value);
    const furniture =
      PREAMBLE.test(line.value.slice(0, 450)) ||
      (inHead && (FURNITURE.test(line.value) || (line.linked && index < lastSign)));
    if (date !== undefined || submitted || furniture || HEAD_SIGN.test(line.value)) {
      items.push({ kind: 'chrome', line });
      const submitter = lines[index + 1];
      index += 1;
      if (submitted && submitter !== undefined && isSubmitter(submitter, lines[index + 1])) {
        items.push({ kind: 'chrome', line: submitter });
        index += 1;
      }
      continue;
    }
    inHead &&= index <= lastSign;
    if (inHead) {
      items.push({ kind: 'other', line });
      index += 1;
      continue;
    }
    const byline = readByline(lines, index);
    if (byline === null) items.push({ kind: VOTES.test(line.value) ? 'votes' : 'text', line });
    else items.push({ kind: 'byline', byline });
    index += byline?.lines ?? 1;
  }
  if (captured !== undefined) facts.date = { ...captured, ...facts.date };
  return { items: withFoot(items), facts };
}

/** True for the line of who proposed a paper; a title has more words, or its votes above it. */
function isSubmitter(line: UnmarkedLine, next: UnmarkedLine | undefined): boolean {
  if (SUBMITTED.test(line.value) || !SUBMITTER.test(line.value)) return false;
  return !line.value.includes(' ') || next === undefined || VOTES.test(next.value);
}

function capturedDate(value: string): PageFacts['date'] {
  const [, year, month, day] = CAPTURED.exec(value) ?? [];
  return year === undefined
    ? undefined
    : { month: Number(month), day: Number(day), year: Number(year) };
}

/** The site's furniture after the last byline, or where there is none at the very end, is the page's foot. */
function withFoot(items: readonly Item[]): Item[] {
  const isFurniture = (item: Item) => item.kind === 'text' && FURNITURE.test(item.line.value);
  const lastByline = items.findLastIndex((item) => item.kind === 'byline');
  const foot = lastByline >= 0 ? lastByline : items.findLastIndex((item) => !isFurniture(item));
  return items.map((item, index) =>
    index > foot && item.kind === 'text' && isFurniture(item)
      ? { kind: 'chrome', line: item.line }
      : item,
  );
}

/** The papers in a list of items, in order. `single` says that the items are one paper. */
function papersOf(items: readonly Item[], single: boolean): Paper[] {
  const units: Unit[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'text') return;
    const opens = units.length === 0 || items[index - 1]?.kind !== 'text';
    units.push({
      value: item.line.value,
      afterBlank: item.line.afterBlank,
      opens,
    });
  });
  const bylines = items.some((item) => item.kind === 'byline');
  const roles = assignRoles(units, { bylines, single, closed: items.at(-1)?.kind === 'byline' });

  const papers: Paper[] = [];
  let paper: Paper | null = null;
  let votes: UnmarkedLine | null = null;
  let unit = 0;
  for (const item of items) {
    if (item.kind === 'byline') {
      if (paper !== null) paper.byline = item.byline;
      paper = null;
    } else if (item.kind === 'text') {
      const role = roles[unit] ?? 'title';
      if (paper === null || role === 'title' || units[unit]?.opens === true) {
        paper = { votes, title: [], abstract: [], byline: null };
        papers.push(paper);
      }
      const inTitle = role === 'title' || role === 'title-goes-on';
      (inTitle ? paper.title : paper.abstract).push(item.line);
      unit += 1;
    }
    votes = item.kind === 'votes' ? item.line : null;
  }
  return papers;
}

/** True when enough of a paper is there; a stray line of the site is none. */
function isPaper(paper: Paper, isLast: boolean, dayPage: boolean): boolean {
  if (paper.byline !== null) return paper.title.length + paper.abstract.length > 0;
  const words = paper.title.flatMap((line) => line.value.split(/\s+/)).length;
  // A card of a day's page has no abstract.
  if (dayPage && paper.votes !== null && paper.abstract.length === 0 && words >= 3) return true;
  const [first] = paper.abstract;
  const last = paper.abstract.at(-1);
  if (first !== undefined && last !== undefined) {
    return (
      last.to - first.from >= 60 && (isLast || isProse(first.value) || endsSentence(last.value))
    );
  }
  // The copy may end inside a title.
  const title = paper.title[0]?.value ?? '';
  return isLast && title.length >= 25 && title.split(/\s+/).length >= 4;
}

function rangeOf(paper: Paper): Range {
  const ranges: Range[] = [...paper.title, ...paper.abstract].map((line) => line.outer);
  if (paper.votes !== null) ranges.unshift(paper.votes.outer);
  if (paper.byline !== null) ranges.push(paper.byline);
  return { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? 0 };
}

function read(text: SeedText): Reading {
  const { lines, marks } = withoutLinkMarks(text.text, linesOf(text.text));
  const { items, facts, pages } = itemsOf(lines);
  const found = papersOf(items, false);
  const dayPage = lines.some(isSubmitted);
  const real = found.filter((paper, index) =>
    isPaper(paper, text.endsFile && index === found.length - 1, dayPage),
  );
  const papers = withoutCopies(real, pages);
  const copies = real.filter((paper) => !papers.has(paper));
  return {
    entries: [...papers].map((paper) => entryOf(text, rangeOf(paper))),
    chrome: [
      ...copies.map(rangeOf),
      ...items.flatMap((item) => (item.kind === 'chrome' ? [item.line] : [])),
      ...marks,
    ],
    facts,
    messages: [
      ...bylineMessages(text, [...papers]),
      ...copyMessages(text, copies.length),
      ...titleMessages(text, real),
    ],
  };
}

/**
 * Papers without the second copy that the trending page has of each, once for wide and once for narrow
 * windows. The copy that says more is the record; the other is furniture of the page, for it is the
 * same statement of the same page and no second source. A paper that stands on two pages in one
 * file is two records, which merge into one work.
 */
function withoutCopies(papers: readonly Paper[], pages: readonly number[]): Set<Paper> {
  const kept = new Set<Paper>();
  const byTitle = new Map<string, Paper>();
  let page = 0;
  for (const paper of papers) {
    while ((pages[page + 1] ?? Number.POSITIVE_INFINITY) <= rangeOf(paper).from) {
      page += 1;
      byTitle.clear();
    }
    kept.add(paper);
    const title = paper.title.map((line) => line.value).join(' ');
    if (title === '') continue;
    const key = title.toLowerCase();
    const earlier = byTitle.get(key);
    const isPoorer = earlier !== undefined && richness(paper) <= richness(earlier);
    if (earlier !== undefined) kept.delete(isPoorer ? paper : earlier);
    if (!isPoorer) byTitle.set(key, paper);
  }
  return kept;
}

function richness(paper: Paper): number {
  return (
    Number(paper.votes !== null) +
    2 * Number(paper.abstract.length > 0) +
    2 * (paper.byline?.fields.length ?? 0)
  );
}

function bylineMessages(text: SeedText, papers: readonly Paper[]): Message[] {
  const without = papers.filter((paper) => paper.byline === null);
  if (without.length === 0) return [];
  if (without.length === papers.length) {
    return [
      {
        code: 'bylines-missing',
        severity: 'note',
        source: { file: text.path },
        text: `None of the ${papers.length} records has the line with authors and date that the site prints under an abstract.`,
        hint: 'Copy the page again with these lines, or give authors and dates in content/corrections/.',
      },
    ];
  }
  return without.flatMap((paper) => {
    const { from, to } = rangeOf(paper);
    if (isCut(text, paper, to)) return [];
    return {
      code: 'record-without-byline',
      severity: 'note' as const,
      source: placeOf(text, { from, to }),
      text: `“${nameOf(paper)}” has no line with authors and date, which other records of this page have.`,
      hint: 'Give its authors and date in content/corrections/.',
    };
  });
}

function copyMessages(text: SeedText, copies: number): Message[] {
  if (copies === 0) return [];
  return [
    {
      code: 'copies-on-one-page',
      severity: 'note',
      source: { file: text.path },
      text: `${copies === 1 ? 'One paper stands' : `${copies} papers stand`} twice on the page; the copy that says more was read, the other counts as furniture of the page.`,
      hint: 'Nothing needs to be done: the trending page prints each paper for wide and for narrow windows.',
    },
  ];
}

function titleMessages(text: SeedText, papers: readonly Paper[]): Message[] {
  if (papers.length > 0) return [];
  return [
    {
      code: 'titles-missing',
      severity: 'warning',
      source: { file: text.path },
      text: 'The page is one of Hugging Face papers, but no title with an abstract or a byline was found on it.',
      hint: 'Copy the page again so that titles and abstracts are in the text.',
    },
  ];
}

/** True when the copy ends inside a paper: its last one, without a byline, in the middle of a sentence. */
function isCut(text: SeedText, paper: Paper, to: number): boolean {
  const last = paper.abstract.at(-1);
  return (
    paper.byline === null &&
    (last === undefined || !endsSentence(last.value)) &&
    isEndOfText(text.text, to)
  );
}

function nameOf(paper: Paper): string {
  const value = (paper.title[0] ?? paper.abstract[0])?.value ?? '';
  return value.length <= 80 ? value : `${beginning(value, 79).trimEnd()}…`;
}

function entryOf(text: SeedText, block: Range): Entry {
  const { lines, marks } = withoutLinkMarks(text.text, linesOf(text.text, block));
  const items: Item[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    const byline = readByline(lines, index);
    if (byline !== null) items.push({ kind: 'byline', byline });
    else items.push({ kind: index === 0 && VOTES.test(line.value) ? 'votes' : 'text', line });
    index += byline?.lines ?? 1;
  }
  const [paper] = papersOf(items, true);
  if (paper === undefined) return { ...block, fields: [] };

  const fields: Found[] = [];
  const chrome: Range[] = [];
  const add = (name: FieldName, lines: readonly Line[]) => {
    const range = cover(lines);
    if (range !== null) fields.push({ name, range });
  };
  if (paper.votes !== null) {
    if (paper.votes.value === '-') chrome.push(paper.votes);
    else add('upvotes', [paper.votes]);
  }
  add('title', paper.title);
  add('abstract', paper.abstract);
  // A mark between two lines of a value is part of the value.
  const marksOutside = marks.filter(
    (mark) => !fields.some(({ range }) => mark.from < range.to && mark.to > range.from),
  );
  fields.push(...(paper.byline?.fields ?? []));
  chrome.push(...(paper.byline?.chrome ?? []));
  const target = paper.title.at(-1)?.target ?? null;
  const link = target === null ? undefined : linkField(text.text, target);
  if (link !== undefined) fields.push(link);
  const taken = link === undefined ? [] : [link.range];
  chrome.push(...marksOutside.flatMap((mark) => gaps(mark, taken)));
  return { ...block, fields, chrome, truncated: isCut(text, paper, block.to) };
}

// The arXiv number in the address of a paper on this site: `/papers/2401.00001`
const PAPER_ADDRESS = /\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?$/d;

/** What the link of a title says: the site's own pages are named by arXiv number. */
function linkField(text: string, target: Range): Found | undefined {
  const href = text.slice(target.from, target.to);
  const match = PAPER_ADDRESS.exec(href);
  if (match !== null) return groupFields(match, target.from, ['arxiv'])[0];
  return /^https?:\/\//.test(href) ? { name: 'url', range: target } : undefined;
}

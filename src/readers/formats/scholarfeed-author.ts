import type { PageFacts } from '../../model/index.ts';
import { SHORT_DATE, isAuthorsLine, nameStart } from '../fields/index.ts';
import { type Line, endsSentence, isProse, linesOf } from '../scan/index.ts';
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
  noPaper,
  placeOf,
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
export const scholarfeedAuthor = defineReader({
  format: 'scholarfeed-author',
  label: 'scholarfeed author page',
  source: 'scholarfeed',
  stripsMath: false,
  signs: 'badge lines such as `82.7MAJun 1` or `CLJun 8, 2023Code` before each title',
  opening: OPENING,
  read,
});

// `82.7` `MA` `Jun 1` ``, `` `CL` `Jun 8, 2023` `Code`, `` `quant-ph` `Aug 1` ``
const BADGE = new RegExp(
  `^(\\d{1,3}(?:\\.\\d{1,2})?)? ?([A-Za-z][A-Za-z.-]{1,19}?) ?(${SHORT_DATE}) ?(Code)? ?([A-Z][A-Za-z]{2,14})?$`,
  'd',
);

// Lines of the page's head: `h-index32`, `91papers`, `29,142citations`, `Novelty52%`, `AI Score63`
const STATISTIC =
  /^(?:h-index\s*\d+|[\d,]+\s*(?:papers?|citations?)|(?:Novelty|AI Score)\s*[\d.]+%?)$/;

// The heading over the list: `91 Papers`
const CLAIM = /^([\d,]+) Papers?$/;

// The subject of the author: `IR`, `quant-ph`
const SUBJECT = /^[A-Za-z][A-Za-z.-]{1,19}$/;

/** The fields of a badge line; null for another line. */
function readBadge({ value, from }: Line): Found[] | null {
  const match = BADGE.exec(value);
  return match && groupFields(match, from, ['score', 'categories', 'date', 'has_code']);
}

function read(text: SeedText): SureReading | null {
  const lines = linesOf(text.text);
  const badges = lines.flatMap((line, index) => (readBadge(line) === null ? [] : [index]));
  if (badges.length === 0) return null;
  const inHead = lines.slice(0, 12).filter((line) => isHeadLine(line.value)).length;
  const blocks = badges.flatMap((index, n) => cover(lines.slice(index, badges[n + 1])) ?? []);
  return {
    confidence:
      inHead >= 2 || badges.length >= 3 ? 0.95 : inHead === 1 || badges.length === 2 ? 0.8 : 0.6,
    entries: blocks.map((block) => entryOf(text, block)),
    ...readHead(lines.slice(0, badges[0])),
  };
}

function isHeadLine(value: string): boolean {
  return STATISTIC.test(value) || CLAIM.test(value);
}

function readHead(lines: readonly Line[]): { chrome: Line[]; facts: PageFacts } {
  const facts: PageFacts = {};
  const known = lines.map((line) => isHeadLine(line.value));
  const first = known.indexOf(true);
  const chrome: Line[] = [];
  lines.forEach((line, index) => {
    const claim = CLAIM.exec(line.value)?.[1];
    if (claim !== undefined) facts.claimedRecords = Number(claim.replaceAll(',', ''));
    // The author's name and subject stand right above the counts.
    const subjectLine = index === first - 1 && SUBJECT.test(line.value);
    const nameLine = index === first - 2 || (index === first - 1 && !subjectLine);
    if (nameLine && isAuthorsLine(line.value)) facts.profile = line.value;
    if (known[index] === true || subjectLine || facts.profile === line.value) {
      chrome.push(line);
    }
  });
  return { chrome, facts };
}

function entryOf(text: SeedText, block: Range): Entry {
  const [badgeLine, ...lines] = linesOf(text.text, block);
  const badge = badgeLine === undefined ? null : readBadge(badgeLine);
  if (badge === null || lines.length === 0) {
    return noPaper(block, {
      code: 'badge-without-title',
      severity: 'warning',
      source: placeOf(text, block),
      text: 'A badge line was found without the title expected under it.',
      hint: 'Copy the page again with the titles; a badge alone names no paper.',
    });
  }
  const atEnd = isEndOfText(text.text, block.to);
  const { title, authors, abstract } = arrange(lines, atEnd);
  const fields = badge;
  if (title !== null) fields.push({ name: 'title', range: title });
  if (authors !== null) fields.push(...authorFields(text.text, authors));
  if (abstract !== null) fields.push({ name: 'abstract', range: abstract });
  const isWhole = abstract !== null && endsSentence(text.text.slice(abstract.from, abstract.to));
  return { ...block, fields, truncated: atEnd && !isWhole };
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

// `Fei Sun, Na Huang` `et al.` `meta-ai, pku`: names, what is left out, and ` · ` before their organisations
const AUTHORS = /^(.*?)(?:,?\s+(et al\.?))?(?:\s*·\s*(\S.*))?$/dsu;

function authorFields(text: string, line: Range): Found[] {
  const match = AUTHORS.exec(text.slice(line.from, line.to));
  return match === null ? [] : groupFields(match, line.from, ['authors', 'et_al', 'org']);
}

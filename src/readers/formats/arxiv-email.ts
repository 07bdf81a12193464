import { ARXIV_ID, arxivField } from '../fields/index.ts';
import { type LabelledPart, type Line, labelledParts, linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  cover,
  defineReader,
  gaps,
  groupFields,
  isEndOfText,
  trimmed,
} from '../seed/index.ts';

/**
 * arXiv's mailings (https://info.arxiv.org/help/subscribe.html) and its monthly listings since 1991:
 * blocks between rulers, each `\\`, `arXiv:2303.08821` or `Paper: cond-mat/9701067`, labelled lines,
 * `\\`, the abstract, and `\\ ( https://arxiv.org/abs/2303.08821 ,  243kb)`. Replacements and
 * cross-lists have no abstract.
 */
export const arxivEmail = defineReader({
  format: 'arxiv-email',
  label: 'arXiv mailing',
  source: 'arXiv',
  stripsMath: false,
  labelsFields: true,
  signs:
    'blocks of `\\\\`, `arXiv:2303.08821`, `Date:`, `Title:`, `Authors:`, `\\\\` and an abstract',
  opening: new RegExp(`\\\\\\\\\\r?\\n(?:arXiv:${ARXIV_ID}|Paper[^\\n]{0,40}: ${ARXIV_ID})`, 'y'),
  read,
});

// `arXiv:2303.08821 (*cross-listing*)`, `Paper (*cross-listing*): cond-mat/9701067`, `Paper: hep-th/9901001`
const ANCHOR = new RegExp(
  `^(?:arXiv:|(?:arXiv )?Paper(?: \\(\\*(cross-listing)\\*\\))?: )(${ARXIV_ID})\\s*(?:\\(\\*(cross-listing)\\*\\))?$`,
  'd',
);

// `\\` alone, and `\\ ( https://arxiv.org/abs/2303.08867 ,  243kb)`
const FENCE = /^\\\\(?:\s*\(\s*(\S+)\s*,\s*([^)]{1,40}?)\s*\))?$/d;

// `------`, `%-%-%-%-`, `%%%---%%%---`, `%%--%%--`
const RULER = /^(?:-{10,}|=={9,}|[%-]{10,})$/;

// `Title:`, `Date (revised v2):`, `Report-no:`, `Journal-ref:` at the start of a line
const LABEL =
  /^(Title|Authors?|Categories|Comments?|Report-no|(?:MSC|ACM|Subj|PACS)-class|Journal-ref|DOI|License|From|Proxy|Notes?|Submitter|Date(?: \([^()]{1,40}\))?):(?:\s+|$)/i;

// `replaced with revised version Wed, 15 Mar 2023 18:05:58 GMT   (829kb,D)`
const REPLACED = /^(replaced with revised version)\s+(.+)$/i;

// `Wed, 15 Mar 2023`, `Tue, 3 Sep 91` at the start of `Wed, 15 Mar 2023 18:34:08 GMT   (243kb,D)`
const DAY = /^(?:[A-Z][a-z]{2},?\s+)?\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+(\d{4}|\d{2})(?!\d)/;

// Lines of the mail that say who sent and who receives it
const ADDRESSES =
  /^(?:From|To|Cc|Bcc|Reply-to|Sender|Received|Return-path|Delivered-to|Message-id|Errors-to|X-[\w-]{1,40}):/i;

// Lines of the mail around the blocks
const MAIL_LINES: readonly RegExp[] = [
  /^(?:From|To|Cc|Bcc|Reply-to|Sender|Subject|Date|Received|Return-path|Delivered-to|Message-id|MIME-version|Content-type|Content-transfer-encoding|Precedence|List-id|Errors-to|X-[\w-]{1,40}):/i,
  /^(?:Send any comments regarding submissions directly to submitter\.|Archives at https?:\/\/arxiv\.org\/?|To unsubscribe, e-mail To: .{1,100}|Submissions to:)$/i,
  /^(?:papers? )?received (?:as of|from)\b.{0,120}$/i,
  /^(?:\(To retrieve abstracts without full papers.{0,80}|get [\w .,-]{0,60}\.abs\b.{0,80}\)?|Replacements for .{0,80}|Cross-?listings? for .{0,80}|New submissions? .{0,80}|-{1,6}\s?.{1,60}\s?-{1,6})$/i,
];

function read(text: SeedText): SureReading | null {
  const lines = linesOf(text.text);
  const anchors = lines.flatMap((_, index) => (isAnchor(lines, index) ? [index] : []));
  const blocks = anchors.map((anchor, n) => {
    const first = FENCE.test(lines[anchor - 1]?.value ?? '') ? anchor - 1 : anchor;
    return lines.slice(first, lastLine(lines, anchor, anchors[n + 1] ?? lines.length) + 1);
  });
  const whole = blocks.filter(isWhole).length;
  const ranges = blocks.flatMap((block) => cover(block) ?? []);
  const around = gaps({ from: 0, to: text.text.length }, ranges).flatMap((gap) =>
    furnitureOf(linesOf(text.text, gap)),
  );
  return {
    confidence: whole > 0 && 2 * whole >= blocks.length ? 0.95 : 0,
    entries: ranges.map((block) => entryOf(text, block)),
    chrome: around.filter(({ value }) => !ADDRESSES.test(value)),
    private: around.filter(({ value }) => ADDRESSES.test(value)),
  };
}

function isWhole(block: readonly Line[]): boolean {
  return (
    block.some(({ value }) => /^Title:/i.test(value)) &&
    block.some(({ value }) => /^(?:Authors?:|Date|From:|replaced with)/i.test(value))
  );
}

/** True for an identifier's line with a date, a replacement or a title below it. */
function isAnchor(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !ANCHOR.test(line.value)) return false;
  const below = lines[index + 1]?.value;
  const isFenced = lines[index - 1]?.value === '\\\\';
  if (below === undefined) return isFenced;
  if (REPLACED.test(below) || /^(?:Date|From|Submitter)\b[^:]{0,30}:/i.test(below)) return true;
  return isFenced && /^(?:Title|Authors?):/i.test(below);
}

function lastLine(lines: readonly Line[], anchor: number, end: number): number {
  let last = anchor;
  for (let index = anchor + 1; index < end; index += 1) {
    const value = lines[index]?.value ?? '';
    if (RULER.test(value)) return last;
    // The fence that opens the next block belongs to that one.
    if (index === end - 1 && index + 1 < lines.length && value === '\\\\') return last;
    last = index;
    if (/^\\\\\s*\(/.test(value)) return last;
  }
  return last;
}

/** The lines of the mail between two blocks. Subjects stand below `Submissions to:`, each on its line, up to the ruler. */
function furnitureOf(lines: readonly Line[]): Line[] {
  let inSubjects = false;
  return lines.filter(({ value }) => {
    const isKnown = isFurniture(value);
    if (isKnown) inSubjects = /^Submissions to:/i.test(value);
    return isKnown || inSubjects;
  });
}

function isFurniture(line: string): boolean {
  return RULER.test(line) || FENCE.test(line) || MAIL_LINES.some((known) => known.test(line));
}

function entryOf(text: SeedText, block: Range): Entry {
  const lines = linesOf(text.text, block);
  const anchor = lines.findIndex(({ value }) => ANCHOR.test(value));
  const fields: Found[] = [];
  const anchorLine = lines[anchor];
  if (anchorLine !== undefined) for (const field of anchorFields(anchorLine)) fields.push(field);

  const body = lines.slice(anchor + 1);
  const fences = body.flatMap(({ value }, index) => (FENCE.test(value) ? [index] : []));
  const [middle = body.length] = fences;
  for (const part of labelledParts(text.text, body.slice(0, middle), LABEL)) {
    for (const field of labelled(text.text, part)) fields.push(field);
  }
  const end = fences.at(-1) ?? body.length;
  const isClosed = end > middle || /\(/.test(body[middle]?.value ?? '');
  const abstract = body.slice(middle + 1, isClosed ? end : body.length);
  const range = cover(abstract);
  if (range !== null) fields.push({ name: 'abstract', range });
  for (const index of fences) {
    const fence = body[index];
    if (fence !== undefined) for (const field of fenceFields(fence)) fields.push(field);
  }

  const isEmpty = fences.length > 0 && abstract.length === 0;
  return {
    ...block,
    fields,
    truncated: isEndOfText(text.text, block.to) && !isClosed && !isEmpty,
  };
}

function anchorFields({ value, from }: Line): Found[] {
  const match = ANCHOR.exec(value);
  const kind = { other: 'kind' };
  return match === null ? [] : groupFields(match, from, [kind, 'arxiv', kind]);
}

function labelled(text: string, { label, value }: LabelledPart): Found[] {
  if (value.to <= value.from) return [];
  switch (label) {
    case '':
      return replacement(text, value);
    case 'doi':
      return dois(text, value);
    case 'from':
    case 'proxy':
    case 'submitter':
      return [{ name: 'private', range: value, label }];
    case 'date':
    case 'date (v1)':
      return dated(text, value, 'date');
    default:
      return label.startsWith('date ')
        ? dated(text, value, 'updated')
        : arxivField(text, label, value);
  }
}

/** A paper published twice may have two DOIs on its line. */
function dois(text: string, value: { from: number; to: number }): Found[] {
  const found = Array.from(text.slice(value.from, value.to).matchAll(/[^\s;,]+/g), (match) => ({
    from: value.from + match.index,
    to: value.from + match.index + match[0].length,
  }));
  return found.map((range, index) =>
    index === 0 ? { name: 'doi', range } : { name: 'other', range, label: 'doi' },
  );
}

function replacement(text: string, value: { from: number; to: number }): Found[] {
  const match = REPLACED.exec(text.slice(value.from, value.to));
  const [, words = '', when = ''] = match ?? [];
  if (match === null) return [{ name: 'other', range: value, label: 'note' }];
  const from = value.to - when.length;
  return [
    { name: 'other', range: { from: value.from, to: value.from + words.length }, label: 'kind' },
    ...dated(text, { from, to: value.to }, 'updated'),
  ];
}

/** The day of `Wed, 15 Mar 2023 18:34:08 GMT   (243kb,D)`; the time and size are no field of a paper. */
function dated(text: string, value: { from: number; to: number }, name: 'date' | 'updated') {
  const printed = text.slice(value.from, value.to);
  const match = DAY.exec(printed);
  const year = match?.[1];
  if (match === null || year === undefined) {
    return [{ name: 'other' as const, range: value, label: name }];
  }
  const day: Found = { name, range: { from: value.from, to: value.from + match[0].length } };
  if (year.length === 2) {
    // arXiv began in August 1991.
    const century = Number(year) >= 91 ? '19' : '20';
    day.value = `${match[0].slice(0, -2)}${century}${year}`;
  }
  const rest = trimmed(text, { from: day.range.to, to: value.to });
  return rest.to > rest.from
    ? [day, { name: 'other' as const, range: rest, label: 'time and size' }]
    : [day];
}

function fenceFields({ value, from }: Line): Found[] {
  const match = FENCE.exec(value);
  return match === null ? [] : groupFields(match, from, ['url', { other: 'size' }]);
}

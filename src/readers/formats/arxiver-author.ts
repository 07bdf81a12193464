import { DOI_PREFIX } from '../../model/index.ts';
import { type Line, endsSentence, isProse, linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  cover,
  defineReader,
  trimmed,
} from '../seed/index.ts';

// An abstract's line with at most three short ones between it and the identifier: `We show … .⏎arXiv:2507.17249`
const OPENING =
  /[^\n]{200,8000}\n(?:[^\n]{0,600}\n){0,3}?arXiv:(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/y;

/**
 * An author page of arXiver: abstract, comment, `arXiv:ID - doi: DOI`, and no titles.
 * A copy of the page glues the next abstract to the identifier on the same line; another keeps
 * blank lines and a line `Created: 2025-09-26 Updated: 2025-09-29`.
 */
export const arxiverAuthor = defineReader({
  format: 'arxiver-author',
  label: 'arXiver author page',
  source: 'arXiver',
  stripsMath: false,
  signs: 'abstracts, each followed by a line `arXiv:2510.03282`',
  opening: OPENING,
  read,
});

// `arXiv:2507.17249`, `arXiv:0704.0001v2`, `arXiv:cond-mat/9701067`, `arXiv:math.GT/0309136` at the
// start of a line. From January 2015 a number has five digits, before that four; so the digits end
// where they must, whatever is glued to them.
const ANCHOR =
  /^arXiv:((?:(?:0[7-9]|1[0-4])\d\d\.\d{4}|(?:1[5-9]|[2-9]\d)\d\d\.\d{5}|[a-z][a-z-]*(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2}(?!\d))?)/;

// ` - doi: 10.1145/3711896.3737079` or `- doi: https://doi.org/10.1145/...` after the identifier
const DOI_LABEL = new RegExp(
  String.raw`^\s*-\s*doi:\s*(?:https?://(?:dx\.)?doi\.org/)?(?=${DOI_PREFIX})`,
  'i',
);

// `Created: 2025-09-26 Updated: 2025-09-29`, each part optional
const CREATED = /^Created:\s*(\d{4}-\d{2}-\d{2})/;
const UPDATED = /^\s*Updated:\s*(\d{4}-\d{2}-\d{2})/;

// The line after the identifier in an arXiv mailing, which looks alike: `Date: Wed, 15 Mar 2023`
const MAILING = /^(?:Date|Title|From|Authors|replaced with|\(\*cross-listing\*\))\b/;

/** The line that closes a record: its parts, and what of the next abstract is glued to its end. */
interface Anchor {
  /** Index of its line. */
  line: number;
  fields: { name: 'arxiv' | 'doi' | 'date' | 'updated'; range: Range }[];
  from: number;
  /** End of the last part; the next abstract begins here at the earliest. */
  to: number;
  /** Index of the last line it takes: the `Created:` line where there is one. */
  lastLine: number;
}

function read(text: SeedText): SureReading | null {
  const lines = linesOf(text.text);
  const anchors = anchorsOf(text.text, lines);
  const [first] = anchors;
  if (first === undefined) return null;
  let from = firstAbstract(lines, first);
  const blocks = anchors.map(({ to }) => {
    const block = trimmed(text.text, { from, to });
    from = to;
    return block;
  });
  const rest = trimmed(text.text, { from, to: text.text.length });
  const isGlued = rest.from === from;
  const restLines = linesOf(text.text, rest);
  if (rest.to > rest.from && (isGlued || restLines.some((line) => isProse(line.value)))) {
    blocks.push(rest);
  }
  const count = blocks.length;
  return {
    confidence: 0.95 * (withAbstract(lines, anchors) / anchors.length),
    entries: blocks.map((block) => entryOf(text, block)),
    messages: [
      {
        code: 'titles-missing',
        severity: 'note',
        source: { file: text.path },
        text: `${count === 1 ? '1 record has' : `${count} records have`} no title: an arXiver author page prints none.`,
        hint: 'Give the titles in content/corrections/, matched by arXiv id; until then a working title is inferred.',
      },
    ],
  };
}

/** How many anchors have running text before them. */
function withAbstract(lines: readonly Line[], anchors: readonly Anchor[]): number {
  return anchors.filter((anchor, n) => {
    const previous = anchors[n - 1];
    const glued = previous === undefined ? 0 : (lines[previous.lastLine]?.to ?? 0) - previous.to;
    const block = lines.slice(previous === undefined ? 0 : previous.lastLine + 1, anchor.line);
    return glued >= 100 || block.some((line) => isProse(line.value));
  }).length;
}

function anchorsOf(text: string, lines: readonly Line[]): Anchor[] {
  const anchors: Anchor[] = [];
  lines.forEach((line, index) => {
    const anchor = readAnchor(text, lines, line, index);
    if (anchor !== null) anchors.push(anchor);
  });
  return anchors;
}

function readAnchor(
  text: string,
  lines: readonly Line[],
  line: Line,
  index: number,
): Anchor | null {
  const match = ANCHOR.exec(line.value);
  const id = match?.[1];
  if (match === null || id === undefined) return null;
  const idEnd = line.from + match[0].length;
  const fields: Anchor['fields'] = [
    { name: 'arxiv', range: { from: idEnd - id.length, to: idEnd } },
  ];
  let to = idEnd;

  const label = DOI_LABEL.exec(text.slice(to, line.to));
  if (label !== null) {
    const from = to + label[0].length;
    to = from + doiLength(text.slice(from, line.to));
    fields.push({ name: 'doi', range: { from, to } });
  } else if (/^\s+\S/.test(text.slice(to, line.to))) {
    // `arXiv:2301.00001 and its successors`: prose that happens to start a line.
    return null;
  }

  let lastLine = index;
  const next = lines[index + 1];
  if (to === line.to && next !== undefined) {
    if (MAILING.test(next.value)) return null;
    const created = CREATED.exec(next.value);
    if (created !== null) {
      lastLine = index + 1;
      to = next.from + created[0].length;
      fields.push({ name: 'date', range: { from: to - 10, to } });
      const updated = UPDATED.exec(text.slice(to, next.to));
      if (updated !== null) {
        to += updated[0].length;
        fields.push({ name: 'updated', range: { from: to - 10, to } });
      }
    }
  }
  return { line: index, fields, from: line.from, to, lastLine };
}

// A place in a DOI's suffix after which its last part comes: the last `.`, `/`, `_` or `-` before
// digits, as in `3711896.|3737079With`, `asi.|70005Novelty`, `3DV57658.2022.|00012Neural`
const DOI_PART = /[./_)-](?=[a-z]{0,6}\d)/g;

// A digit and the capital glued to it: `9W` of `3737079With`
const DIGIT_THEN_CAPITAL = /\d(?=\p{Lu})/u;

// A small letter or bracket and the capital glued to it: `lW` of `tits.journalWe`
const LETTER_THEN_CAPITAL = /[a-z)](?=\p{Lu})/gu;

// The check letter of an old DOI and the word glued to it: `XT` of `S002211200999123XThe`
const CHECK_LETTER = /^X(?=\p{Lu}\p{Ll})/u;

// What no DOI holds, so an abstract must begin there: the `$` of `3737079$D^2$-MoE`
const NOT_IN_DOI = /["“”‘’$\\`{}|\u0080-\u{10ffff}]/u;

/**
 * Length of the DOI at the start of a line to which the next abstract may be glued without a blank:
 * 23 for `10.1145/3711896.3737079With the development`. A DOI that fills its line is taken whole;
 * else the abstract begins at the first capital after the digits of the DOI's last part.
 */
export function doiLength(line: string): number {
  const token = /^\S{1,256}/.exec(line)?.[0] ?? '';
  const foreign = NOT_IN_DOI.exec(token);
  if (foreign !== null) return foreign.index;
  if (token.length === line.length) return token.replace(/[.,;]+$/, '').length;

  const suffixAt = token.indexOf('/') + 1;
  const parts = [...token.matchAll(DOI_PART)]
    .map((match) => match.index + 1)
    .filter((at) => at > suffixAt);
  // From the last part back: `GPT-3.5` in the abstract also has a `.` before a digit.
  for (const part of [suffixAt, ...parts].reverse()) {
    const match = DIGIT_THEN_CAPITAL.exec(token.slice(part));
    if (match === null) continue;
    const end = part + match.index + 1;
    return end + (CHECK_LETTER.exec(token.slice(end))?.[0].length ?? 0);
  }
  const boundary = [...token.slice(suffixAt).matchAll(LETTER_THEN_CAPITAL)].at(-1);
  return boundary === undefined ? token.length : suffixAt + boundary.index + 1;
}

/** Where the first record begins: a page head of short lines before its abstract is none of its text. */
function firstAbstract(lines: readonly Line[], anchor: Anchor): number {
  const block = lines.slice(0, anchor.line);
  const prose = block.find((line) => isProse(line.value));
  return (prose ?? block[0])?.from ?? anchor.from;
}

function entryOf(text: SeedText, block: Range): Entry {
  const lines = linesOf(text.text, block);
  const anchor = anchorsOf(text.text, lines).at(-1);
  const body = lines.slice(0, anchor?.line ?? lines.length);
  const abstractLines = abstractLength(body);
  const abstract = cover(body.slice(0, abstractLines));
  const comments = body.slice(abstractLines);
  const fields: Found[] = comments.map((range) => ({ name: 'comment', range }));
  if (abstract !== null) fields.push({ name: 'abstract', range: abstract });
  if (anchor !== undefined) fields.push(...anchor.fields);
  const isWhole =
    anchor !== undefined ||
    comments.length > 0 ||
    (abstract !== null && endsSentence(text.text.slice(abstract.from, abstract.to)));
  return { ...block, fields, truncated: !isWhole };
}

// `Accepted by Recsys25`, `12 pages, 3 figures`, `Work in progress`, `Code: https://...`
const COMMENT =
  /\b(?:accepted|appear|published|submitted|presented|pages?|figures?|tables?|version|draft|preprint|in progress|under review|camera[- ]ready|code|extended|journal|conference|workshop|proceedings)\b/i;

/** How many lines from the first belong to the abstract; the others are comments and journal references. */
function abstractLength(lines: readonly Line[]): number {
  const [first] = lines;
  if (first === undefined) return 0;
  if (lines.length === 1 && !isProse(first.value) && COMMENT.test(first.value)) return 0;
  const paragraphs = lines.findLastIndex(
    ({ value }) => value.length >= 250 || (isProse(value) && !COMMENT.test(value)),
  );
  let end = Math.max(paragraphs, 0);
  // Hard-wrapped text: short lines that go on until a sentence ends.
  for (let next = lines[end + 1]; next !== undefined; next = lines[end + 1]) {
    const current = lines[end]?.value ?? '';
    if (current.length >= 250 || endsSentence(current) || COMMENT.test(next.value)) break;
    end += 1;
  }
  return end + 1;
}

import { DOI_PREFIX } from '../../model/index.ts';
import { ARXIV_CATEGORY, ARXIV_ID, arxivField, isArxivFurniture } from '../fields/index.ts';
import { type Line, endsSentence, linesBetween, linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type GroupField,
  type Range,
  type SeedText,
  type SureReading,
  cover,
  defineReader,
  groupFields,
  isEndOfText,
  trimmed,
} from '../seed/index.ts';
import pageLines from './arxiv-abstract-page.json' with { type: 'json' };

/**
 * Abstract pages of arXiv, one or several, copied from the browser: `[Submitted on 23 Jul 2025]`,
 * `Title:`, `Authors:`, `Abstract:`, `Comments:`, `Subjects:`, `Cite as: arXiv:2507.17249 [cs.IR]`.
 */
export const arxivAbstract = defineReader({
  format: 'arxiv-abstract',
  label: 'arXiv abstract page',
  source: 'arXiv',
  stripsMath: false,
  signs: '`[Submitted on 23 Jul 2025]`, `Title:`, `Authors:`, `Abstract:` and `Cite as: arXiv:…`',
  read,
});

// `arXiv:2507.17249 (cs)`, `arXiv:2507.17249v2 (cs)`
const IDENTIFIER = new RegExp(`^arXiv:(${ARXIV_ID})(?: \\([a-z-]{2,20}\\))?$`, 'd');

// `[Submitted on 23 Jul 2025 (v1), last revised 25 Jul 2025 (this version, v2)]`, in brackets or parentheses
const SUBMITTED =
  /^[[(]Submitted on (\d{1,2} [A-Z][a-z]{2} \d{4})(?: \([^()]{1,40}\))?(?:, last revised (\d{1,2} [A-Z][a-z]{2} \d{4}))?/d;

// `Computer Science > Information Retrieval`, and the archives that are not divided
const ARCHIVE =
  /^(?:[A-Z][A-Za-z ,-]{2,60} > [A-Z][A-Za-z ,&-]{2,80}|General Relativity and Quantum Cosmology|High Energy Physics - (?:Experiment|Lattice|Phenomenology|Theory)|Mathematical Physics|Nuclear (?:Experiment|Theory)|Quantum Physics)$/;

// `Title:R4ec: A Reasoning Framework`, `Cite as:	arXiv:2507.17249 [cs.IR]`
const LABEL =
  /^(Title|Authors?|Abstract|Comments?|Subjects?|Cite as|Journal(?:[- ]reference|[- ]ref)|Related DOI|DOI|Report(?: number|-no)|(?:MSC|ACM) class(?:es)?|From):\s*/i;

// `(or arXiv:2507.17249v1 [cs.IR] for this version)`
const THIS_VERSION = new RegExp(`^\\(or arXiv:${ARXIV_ID}.{0,30} for this version\\)$`);

// `[v1] Wed, 23 Jul 2025 06:38:24 UTC (2,345 KB)`
const VERSION = /^(\[v\d{1,3}\] .{10,80})$/d;

// `https://doi.org/10.48550/arXiv.2507.17249`
const DOI_ADDRESS = new RegExp(String.raw`^https?://(?:dx\.)?doi\.org/(${DOI_PREFIX}\S+)$`, 'd');

/** Lines without a label that say something of the paper, and what their groups are. */
const FIELD_LINES: readonly (readonly [RegExp, ...GroupField[]])[] = [
  [IDENTIFIER, 'arxiv'],
  [SUBMITTED, 'date', 'updated'],
  [VERSION, { other: 'version' }],
  [DOI_ADDRESS, 'doi'],
];

const knownLines: ReadonlySet<string> = new Set(pageLines);

// `View a PDF of the paper titled R4ec, by Hao Gu and 4 other authors`, `new | recent | 2025-07`
const PAGE_LINES: readonly RegExp[] = [
  /^View a PDF of the paper titled .{1,600}$/,
  /^new \| recent \|.{1,20}$/,
  /^< ?prev\s{0,5}\|\s{0,5}next ?>$/,
  new RegExp(`^(?:${ARXIV_CATEGORY}|cs)$`),
];

function isFurniture(line: string): boolean {
  return (
    isArxivFurniture(line) ||
    (line.length < 400 && knownLines.has(line.toLowerCase())) ||
    PAGE_LINES.some((known) => known.test(line)) ||
    THIS_VERSION.test(line)
  );
}

function read(text: SeedText): SureReading | null {
  const lines = linesOf(text.text);
  const isSure = lines.some(
    ({ value }) => SUBMITTED.test(value) || /^Cite as:\s*arXiv:/i.test(value),
  );
  const starts = isSure ? lines.flatMap((_, index) => startOf(lines, index)) : [];
  const blocks = starts.flatMap((first, n) => {
    const last = lastLine(lines, first, starts[n + 1] ?? lines.length);
    return cover(lines.slice(first, last + 1)) ?? [];
  });
  return {
    confidence: starts.length > 0 ? 0.95 : 0,
    entries: blocks.map((block) => entryOf(text, block)),
    chrome: linesBetween(text.text, blocks).filter(({ value }) => isFurniture(value)),
  };
}

/** Where the page of the title at `index` begins: up to three lines above it. None when no title is there. */
function startOf(lines: readonly Line[], index: number): number[] {
  if (!/^Title:/.test(lines[index]?.value ?? '')) return [];
  const below = lines.slice(index + 1, index + 8).map(({ value }) => value);
  if (!below.some((value) => /^Authors?:/.test(value))) return [];
  let first = index;
  for (let above = index - 1; above >= Math.max(0, index - 4); above -= 1) {
    const value = lines[above]?.value ?? '';
    if (IDENTIFIER.test(value) || SUBMITTED.test(value) || ARCHIVE.test(value)) first = above;
    else if (!isFurniture(value)) break;
  }
  return [first];
}

function isPart(line: string): boolean {
  return (
    LABEL.test(line) ||
    THIS_VERSION.test(line) ||
    FIELD_LINES.some(([pattern]) => pattern.test(line))
  );
}

/** The last line of a page that says something of the paper, with what goes on below its label. */
function lastLine(lines: readonly Line[], first: number, end: number): number {
  let last = first;
  for (let index = first; index < end; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isPart(line.value)) last = index;
    else if (last === index - 1 && !line.afterBlank && !isFurniture(line.value)) last = index;
    else if (last === index - 1 && /^Abstract:$/.test(lines[last]?.value ?? '')) last = index;
  }
  return last;
}

interface Part extends Range {
  label: string;
}

function entryOf(text: SeedText, block: Range): Entry {
  const fields: Found[] = [];
  const parts: Part[] = [];
  let open = false;
  for (const line of linesOf(text.text, block)) {
    const label = LABEL.exec(line.value);
    const special = label === null ? lineFields(line) : null;
    if (label !== null) {
      parts.push({
        label: (label[1] ?? '').toLowerCase(),
        ...trimmed(text.text, {
          from: line.from + label[0].length,
          to: Math.max(line.to, line.from + label[0].length),
        }),
      });
      open = true;
    } else if (special !== null) {
      for (const field of special) fields.push(field);
      open = false;
    } else if (isFurniture(line.value) || ARCHIVE.test(line.value)) {
      open = false;
    } else {
      const part = open ? parts.at(-1) : undefined;
      if (part === undefined) fields.push({ name: 'other', range: line, label: 'note' });
      else Object.assign(part, { from: part.to > part.from ? part.from : line.from, to: line.to });
    }
  }
  const hasIdentifier = fields.some(({ name }) => name === 'arxiv');
  for (const part of parts)
    for (const field of labelled(text.text, part, hasIdentifier)) fields.push(field);

  const abstract = parts.find(({ label }) => label === 'abstract');
  const isCut =
    abstract !== undefined &&
    parts.at(-1) === abstract &&
    !endsSentence(text.text.slice(Math.max(abstract.from, abstract.to - 200), abstract.to));
  const isLast = isEndOfText(text.text, block.to);
  return { ...block, fields, truncated: isLast && (isCut || abstract === undefined) };
}

/** What lines without a label say; null for lines that go on with a value or are furniture. */
function lineFields({ value, from }: Line): Found[] | null {
  for (const [pattern, ...fields] of FIELD_LINES) {
    const match = pattern.exec(value);
    if (match !== null) return groupFields(match, from, fields);
  }
  return null;
}

// `2507.17249` of `arXiv:2507.17249 [cs.IR]` behind `Cite as:`
const CITED = new RegExp(`^arXiv:(${ARXIV_ID})`, 'd');

function labelled(text: string, { label, from, to }: Part, hasIdentifier: boolean): Found[] {
  const range = { from, to };
  if (to <= from) return [];
  if (label === 'from') return [{ name: 'private', range, label: 'submitter' }];
  const cited = label === 'cite as' && !hasIdentifier ? CITED.exec(text.slice(from, to)) : null;
  return cited === null ? arxivField(text, label, range) : groupFields(cited, from, ['arxiv']);
}

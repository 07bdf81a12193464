import type { FieldName, Part, SeedReading } from '../model/index.ts';
import { escapeHtml } from '../text/index.ts';
import { type Link, paperPath, type SurveyView, fieldInWords } from '../view/index.ts';
import type { SeedText } from './seed-text.ts';

/** How a field is marked in the text of a seed. */
type Mark = 'id' | 'title' | 'names' | 'text' | 'data' | 'url' | 'private';

const MARK_OF: Partial<Record<FieldName, Mark>> = {
  title: 'title',
  authors: 'names',
  et_al: 'names',
  author_count: 'names',
  org: 'names',
  abstract: 'text',
  arxiv: 'id',
  doi: 'id',
  openreview: 'id',
  acl: 'id',
  pmid: 'id',
  url: 'url',
  code_url: 'url',
  author: 'names',
  private: 'private',
};

/** The marks in the order in which the key explains them. */
const MARK_WORDS: [mark: string, words: string][] = [
  ['title', 'title'],
  ['names', 'authors'],
  ['id', 'identifier'],
  ['data', 'date, comment and other fields'],
  ['url', 'link'],
  ['text', 'abstract: unmarked'],
  ['chrome', 'page furniture'],
  ['private', 'withheld: private'],
  ['unparsed', 'not read'],
];

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

export interface MarkedSeed {
  /** One element per line of the file, as HTML. */
  html: string;
  /** The marks in use, to explain them. */
  key: { mark: string; words: string }[];
}

/** The text of a seed line by line, every stretch marked by what it was read as and every record linked to its paper. */
export function markedSeed(
  seed: SeedReading,
  text: SeedText,
  view: SurveyView,
  link: Link,
): MarkedSeed {
  const { bytes, starts } = text;
  const { parts } = seed.account;
  const used = new Set<string>();
  const started = new Set<string>();
  const lines: string[] = [];
  let next = 0;
  for (const [index, start] of starts.entries()) {
    const end = lineEnd(bytes, start, starts[index + 1] ?? bytes.length);
    const pieces: string[] = [];
    const fields = new Map<string, Set<string>>();
    while ((parts[next]?.span.end ?? Infinity) <= start) next += 1;
    for (let at = next; at < parts.length; at += 1) {
      const part = parts[at];
      if (!part || part.span.start >= end) break;
      const from = Math.max(start, part.span.start);
      const to = Math.min(end, part.span.end);
      if (from >= to) continue;
      pieces.push(marked(decode(bytes.subarray(from, to)), part, used));
      if (part.record !== undefined && part.field !== undefined) {
        const known = fields.get(part.record) ?? new Set();
        fields.set(part.record, known.add(fieldInWords(part.field)));
      }
    }
    const notes = [...fields].map(([record, names]) => {
      const words = [...names].join(', ');
      if (started.has(record)) return fields.size > 1 ? `${words} of the record above` : words;
      started.add(record);
      return `${recordLink(record, view, link)}<span class="why">${escapeHtml(words)}</span>`;
    });
    const n = index + 1;
    const margin =
      notes.length > 0
        ? `<p class="rec">${notes.map((note) => `<span>${note}</span>`).join('')}</p>`
        : '';
    const blank = pieces.length === 0 ? ' blank' : '';
    lines.push(
      `<div class="ln${blank}" id="L${n}"><a href="#L${n}" aria-label="Line ${n}">${n}</a><p>${pieces.join('')}</p>${margin}</div>`,
    );
  }
  return {
    html: lines.join(''),
    key: MARK_WORDS.filter(([mark]) => used.has(mark)).map(([mark, words]) => ({ mark, words })),
  };
}

/** UTF-8, or what the reader takes bytes for that are none. */
function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

/** Where the text of a line ends: before its line feed and the carriage return in front of that. */
function lineEnd(bytes: Uint8Array, start: number, next: number): number {
  let end = next;
  if (end > start && bytes[end - 1] === LINE_FEED) end -= 1;
  if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end -= 1;
  return end;
}

function marked(text: string, part: Part, used: Set<string>): string {
  const html = escapeHtml(text);
  if (part.kind === 'separator' || text.trim() === '') return html;
  const mark = part.kind === 'field' ? ((part.field && MARK_OF[part.field]) ?? 'data') : part.kind;
  used.add(mark);
  if (mark === 'text') return html;
  return `<mark class="f-${mark}">${html}</mark>`;
}

function recordLink(record: string, view: SurveyView, link: Link): string {
  const work = view.workOfRecord.get(record);
  if (work) return `<a href="${link(paperPath(work.permalink))}">${view.title(work)}</a>`;
  const exclusion = view.exclusionOfRecord.get(record);
  return escapeHtml(
    exclusion ? `${exclusion.title}, left out: ${exclusion.reason}` : 'Record without a page',
  );
}

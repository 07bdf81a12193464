import type { FieldName, Part, SeedReading } from '../model/index.ts';
import type { SeedText } from '../readers/index.ts';
import { DIRECTION_SIGN, escapeHtml } from '../text/index.ts';
import { type Link, paperPath, type SurveyView } from '../view/index.ts';

/** How a field is marked in the text of a seed. */
type Mark = 'id' | 'title' | 'names' | 'text' | 'data' | 'url' | 'private' | 'notation';

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
  editor: 'names',
  editors: 'names',
  translator: 'names',
};

/** The marks in the order in which the key explains them. */
const MARKS = [
  'title',
  'names',
  'id',
  'data',
  'url',
  'text',
  'notation',
  'chrome',
  'private',
  'unparsed',
] as const;

/** The end of a line, which has one at most: `\r\n` */
const LINE_END = /[\r\n]+/g;

export interface MarkedSeed {
  /** One element per line of the file, as HTML. */
  html: string;
  /** The marks in use, to explain them. */
  key: { mark: string; words: string }[];
}

/** Whether a seed was read as text; an archive, an image or a file beyond the limits was not. */
export const isText = ({ bytes, lineCount }: SeedReading) => bytes === 0 || lineCount > 0;

/** The text of a seed line by line, every stretch marked by what it was read as and every record linked to its paper. */
export function markedSeed(
  seed: SeedReading,
  text: SeedText,
  view: SurveyView,
  link: Link,
): MarkedSeed {
  const { byteLength, lineStarts, slice } = text;
  const { words } = view;
  const say = words.sources;
  const { parts } = seed.account;
  const used = new Set<string>();
  const started = new Set<string>();
  const lines: string[] = [];
  let next = 0;
  for (const [index, start] of lineStarts.entries()) {
    const end = lineStarts[index + 1] ?? byteLength;
    const pieces: string[] = [];
    const fields = new Map<string, Set<string>>();
    while ((parts[next]?.span.end ?? Infinity) <= start) next += 1;
    for (let at = next; at < parts.length; at += 1) {
      const part = parts[at];
      if (!part || part.span.start >= end) break;
      const from = Math.max(start, part.span.start);
      const to = Math.min(end, part.span.end);
      if (from >= to) continue;
      if (part.withheld) {
        // Once, however many lines it has.
        if (from === part.span.start) {
          used.add('private');
          pieces.push(`<mark class="f-private">${say.withheldHere(bytesOf(part))}</mark>`);
        }
      } else {
        const printed = slice({ start: from, end: to }).replace(LINE_END, '');
        if (printed !== '') pieces.push(marked(printed, part, used));
      }
      if (part.record !== undefined && part.field !== undefined && !part.notation) {
        const known = fields.get(part.record) ?? new Set();
        fields.set(part.record, known.add(words.field(part.field)));
      }
    }
    const notes = [...fields].map(([record, names]) => {
      const listed = [...names].join(words.comma);
      if (started.has(record)) return fields.size > 1 ? say.recordAbove(listed) : listed;
      started.add(record);
      return `${recordLink(record, view, link)}<span class="why">${escapeHtml(listed)}</span>`;
    });
    const n = index + 1;
    const margin =
      notes.length > 0
        ? `<p class="rec">${notes.map((note) => `<span>${note}</span>`).join('')}</p>`
        : '';
    const blank = pieces.length === 0 ? ' blank' : '';
    lines.push(
      `<div class="ln${blank}" id="L${n}"><a href="#L${n}" aria-label="${say.lineNumber(n)}">${n}</a><p>${pieces.join('')}</p>${margin}</div>`,
    );
  }
  return {
    html: lines.join(''),
    key: MARKS.filter((mark) => used.has(mark)).map((mark) => ({ mark, words: say.marks[mark] })),
  };
}

function marked(text: string, part: Part, used: Set<string>): string {
  const html = escapeHtml(text).replace(DIRECTION_SIGN, shownSign);
  if (part.kind === 'separator' || text.trim() === '') return html;
  const mark = part.kind === 'field' ? markOf(part) : part.kind;
  used.add(mark);
  if (mark === 'text') return html;
  return `<mark class="f-${mark}">${html}</mark>`;
}

/** A sign that nobody sees and that turns the text around it, as what it is. */
function shownSign(sign: string): string {
  return `<b class="sign">U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}</b>`;
}

function markOf({ field, notation }: Part): Mark {
  return notation ? 'notation' : ((field && MARK_OF[field]) ?? 'data');
}

function bytesOf({ span }: Part): number {
  return span.end - span.start;
}

function recordLink(record: string, view: SurveyView, link: Link): string {
  const work = view.workOfRecord.get(record);
  if (work) return `<a href="${link(paperPath(work.permalink))}">${view.title(work)}</a>`;
  const say = view.words.sources;
  const exclusion = view.exclusionOfRecord.get(record);
  return escapeHtml(exclusion ? say.excluded(exclusion.title, exclusion.reason) : say.noPage);
}

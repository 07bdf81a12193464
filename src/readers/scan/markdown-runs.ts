import type { Range } from '../seed/index.ts';

/** A stretch of running text with one look. */
export interface Run extends Range {
  bold: boolean;
  italic: boolean;
  link: MarkdownLink | null;
  /** Number of the line of the paragraph it stands on; a `<br>` begins a line as a line end does. */
  line: number;
}

export interface MarkdownLink {
  label: Range;
  target: Range;
}

/** A mark of emphasis that has its counterpart: `**` before and after. */
interface Mark extends Range {
  kind: 'bold' | 'italic' | 'both';
}

// `<br>`, `</b>`, `<img src="a.png">`, `<!-- note -->`
const TAG = /<(?:!--[\s\S]{0,300}?-->|\/?([a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]{0,2000})?\/?>)/y;

/** The longest address of a link. */
const TARGET_LENGTH = 2000;

/** The links `[label](address)` of a range, outermost ones, and the images, which say nothing about a paper. */
function linksOf(text: string, range: Range): { links: MarkdownLink[]; images: Range[] } {
  const links: MarkdownLink[] = [];
  const images: Range[] = [];
  const open: number[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c) at += 1;
    else if (unit === 0x5b) open.push(at);
    else if (unit === 0x5d) {
      const start = open.pop();
      if (start === undefined || text.charCodeAt(at + 1) !== 0x28) continue;
      const end = targetEnd(text, at + 2, Math.min(range.to, at + 2 + TARGET_LENGTH));
      if (end < 0) continue;
      const outer = { from: start, to: end + 1 };
      const isImage = start > range.from && text[start - 1] === '!';
      if (isImage) {
        outer.from -= 1;
        images.push(outer);
      } else {
        while ((links.at(-1)?.label.from ?? -1) > start) links.pop();
        links.push({
          label: { from: start + 1, to: at },
          target: targetIn(text, { from: at + 2, to: end }),
        });
      }
      at = end;
    }
  }
  return { links, images };
}

/** Where the `)` of a link's address is, or -1. An address has no blank but before its title. */
function targetEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === '\n' || (character === ']' && text[at + 1] === '(')) return -1;
    else if (character === ')') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}

/** The address without blanks, `<>` and title: `https://a.example` of ` <https://a.example> "A"`. */
function targetIn(text: string, range: Range): Range {
  let { from, to } = range;
  while (from < to && ' \t<'.includes(text.charAt(from))) from += 1;
  let end = from;
  while (end < to && !' \t>'.includes(text.charAt(end))) end += 1;
  to = end;
  return { from, to };
}

/** The marks of emphasis that come in pairs. `hidden` are addresses and tags, in file order. */
function marksOf(text: string, range: Range, hidden: readonly Range[]): Mark[] {
  const marks: Mark[] = [];
  const open = new Map<string, Mark>();
  let next = 0;
  for (let at = range.from; at < range.to; at += 1) {
    while ((hidden[next]?.to ?? range.to) <= at && next < hidden.length) next += 1;
    const skip = hidden[next];
    if (skip !== undefined && skip.from <= at) {
      at = skip.to - 1;
      continue;
    }
    const character = text.charAt(at);
    if (character === '\\') {
      at += 1;
      continue;
    }
    if (character !== '*' && character !== '_') continue;
    let to = at + 1;
    while (to < range.to && text[to] === character) to += 1;
    const length = to - at;
    const before = at === range.from ? ' ' : text.charAt(at - 1);
    const after = to >= range.to ? ' ' : text.charAt(to);
    const inWord = character === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if (length <= 3 && !inWord) {
      const kind = length === 1 ? 'italic' : length === 2 ? 'bold' : 'both';
      const mark: Mark = { from: at, to, kind };
      const key = character + kind;
      const opened = open.get(key);
      if (opened !== undefined && /\S/.test(before)) {
        marks.push(opened, mark);
        open.delete(key);
      } else if (/\S/.test(after)) open.set(key, mark);
    }
    at = to - 1;
  }
  return marks.sort((a, b) => a.from - b.from);
}

/**
 * The running text of a range of Markdown, cut where its look changes: emphasis, links, lines. Marks,
 * addresses, images and tags are left out; a link with nothing but an image in it has no run. Linear in
 * the length of the range.
 */
export function runsOf(text: string, range: Range): { runs: Run[]; links: MarkdownLink[] } {
  const { links, images } = linksOf(text, range);
  const tags: { range: Range; name: string; closes: boolean }[] = [];
  for (let at = text.indexOf('<', range.from); at >= 0 && at < range.to;) {
    TAG.lastIndex = at;
    const match = TAG.exec(text);
    const to = at + (match?.[0].length ?? 1);
    if (match !== null && to <= range.to) {
      const name = match[1]?.toLowerCase() ?? '';
      tags.push({ range: { from: at, to }, name, closes: match[0].startsWith('</') });
    }
    at = text.indexOf('<', match === null ? at + 1 : to);
  }
  const addresses = links.map(({ label, target }) => ({
    from: label.to,
    to: linkEnd(text, target, range.to),
  }));
  const hidden = [...addresses, ...images, ...tags.map((tag) => tag.range)].sort(
    (a, b) => a.from - b.from,
  );

  // Everything at which a run ends, in file order.
  type Stop = Range & { act: (state: State) => void };
  interface State {
    bold: boolean;
    italic: boolean;
    link: MarkdownLink | null;
    line: number;
  }
  const stops: Stop[] = [];
  for (const mark of marksOf(text, range, hidden)) {
    stops.push({
      ...mark,
      act: (state) => {
        if (mark.kind !== 'italic') state.bold = !state.bold;
        if (mark.kind !== 'bold') state.italic = !state.italic;
      },
    });
  }
  for (const [index, link] of links.entries()) {
    const { from } = link.label;
    stops.push({
      from: from - 1,
      to: from,
      act: (state) => {
        state.link = link;
      },
    });
    const end = addresses[index];
    if (end !== undefined)
      stops.push({
        ...end,
        act: (state) => {
          state.link = null;
        },
      });
  }
  for (const image of images) stops.push({ ...image, act: () => {} });
  for (const { range: place, name, closes } of tags) {
    stops.push({
      ...place,
      act: (state) => {
        if (name === 'b' || name === 'strong') state.bold = !closes;
        else if (name === 'i' || name === 'em') state.italic = !closes;
        else if (['br', 'p', 'li', 'summary', 'details', 'div', 'sub'].includes(name))
          state.line += 1;
      },
    });
  }
  for (
    let at = text.indexOf('\n', range.from);
    at >= 0 && at < range.to;
    at = text.indexOf('\n', at + 1)
  ) {
    stops.push({
      from: at,
      to: at + 1,
      act: (state) => {
        state.line += 1;
      },
    });
  }
  stops.sort((a, b) => a.from - b.from || a.to - b.to);

  const runs: Run[] = [];
  const state: State = { bold: false, italic: false, link: null, line: 0 };
  let at = range.from;
  const close = (to: number) => {
    let end = to;
    while (at < end && isBlank(text.charCodeAt(at))) at += 1;
    while (end > at && isBlank(text.charCodeAt(end - 1))) end -= 1;
    if (end > at) runs.push({ from: at, to: end, ...state });
  };
  for (const stop of stops) {
    if (stop.from >= at) close(stop.from);
    stop.act(state);
    at = Math.max(at, stop.to);
  }
  close(range.to);
  return { runs, links };
}

function linkEnd(text: string, target: Range, limit: number): number {
  let at = target.to;
  while (at < limit && text[at] !== ')') at += 1;
  return Math.min(at + 1, limit);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x3000;
}

import { decodeHTML } from 'entities';
import { type HtmlTag, attributeValue, readHtml } from '../../text/index.ts';
import type { Range } from './range.ts';
import type { SeedText } from './seed-text.ts';

/** How a saved page of the web begins, after comments such as the one that names where it was saved from. */
const PAGE = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html)\b/iu;

/** A list or table that was cut out of a page's source, if it ends with its end tag too; Markdown may begin so. */
const PART = /^\s*<(dl|ol|ul|table|tbody|main)\b[^<>]{0,500}>/u;

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr legend li main menu nav ol pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Those with a blank line before and behind. */
const APART = new Set('h1 h2 h3 h4 h5 h6 p'.split(' '));
const ITEMS = new Set(['li', 'article']);
const CELLS = new Set(['td', 'th']);
/** What a page does not show, besides what has the attribute `hidden`. All of these need an end tag, or end where the body begins. */
const HIDDEN = new Set(
  'head script style template noscript svg select datalist iframe object audio video canvas title textarea'.split(
    ' ',
  ),
);
/** Elements that end with a tag and not by themselves. */
const CLOSED =
  /^(?:a|article|aside|b|button|details|dialog|div|footer|form|header|i|main|nav|ol|section|span|table|ul)$/u;

/** A character with its entities: what is one in the source of a page. */
const CHARACTER = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});|[\s\S]/giu;
const BLANK = /[ \t\n\r\f]/u;

/** A saved page as its reader sees it. */
export interface PageText {
  /** The visible text, a line a block; its spans, lines and slices are those of the page's source. */
  text: SeedText;
  /** Stretches of the source that are not seen, in file order. Offsets count in the source. */
  markup: Range[];
  /** Where links lead, and where their words are seen; in file order. Offsets count in the source. */
  links: { href: Range; shown: Range }[];
}

/**
 * The visible text of a saved page of the web, as a browser would copy it: blocks on lines of their own, blanks collapsed,
 * entities as their characters. Undefined for a text that is no such page, or more than one.
 */
export function pageText(source: SeedText): PageText | undefined {
  if (!isPage(source.text)) return undefined;
  const { seen, links } = visibleIn(source.text);
  const { text, starts, ends } = seen.done();
  const last = ends.at(-1) ?? 0;
  const at = (character: number) => starts[character] ?? last;
  return {
    text: {
      ...source,
      text,
      isRendered: true,
      span: (start, end) =>
        source.span(at(start), end > start ? (ends[end - 1] ?? last) : at(start)),
    },
    markup: gapsBetween(starts, ends, source.text.length),
    links,
  };
}

/** Whether a text is one page, with nothing but comments behind its end, or a whole list or table of one. */
export function isPage(text: string): boolean {
  const part = PART.exec(text)?.[1];
  if (part !== undefined) return text.trimEnd().endsWith(`</${part}>`);
  if (!PAGE.test(text)) return false;
  const [end] = text.matchAll(/<\/html\s*>/giu);
  const behind = end === undefined ? '' : text.slice(end.index + end[0].length);
  return behind.replaceAll(/<!--[\s\S]*?-->/gu, '').trim() === '';
}

function visibleIn(html: string): { seen: Visible; links: PageText['links'] } {
  const seen = new Visible();
  const links: PageText['links'] = [];
  /** The element that hides all in it, and how many of its name are open. */
  let hidden: { name: string; depth: number } | undefined;

  const around = (name: string, at: number) => {
    if (APART.has(name)) seen.break(2, at);
    else if (ITEMS.has(name)) seen.item(at);
    else if (BLOCKS.has(name) || name === 'br') seen.break(1, at);
    else if (CELLS.has(name)) seen.cell(at);
  };
  const onStart = ({ name, from, to, closesItself, attributes }: HtmlTag) => {
    if (name === 'body') hidden = undefined;
    const href = name === 'a' && hidden === undefined ? attributes.get('href') : undefined;
    if (href !== undefined)
      links.push({ href: attributeValue(html, href), shown: { from: to, to } });
    if (hidden !== undefined) {
      if (name === hidden.name && !closesItself) hidden.depth += 1;
      return;
    }
    const hides = HIDDEN.has(name) || (attributes.has('hidden') && CLOSED.test(name));
    if (hides && !closesItself) hidden = { name, depth: 1 };
    else around(name, from);
  };
  readHtml(html, {
    onStart,
    onEnd({ name, from }) {
      const link = name === 'a' ? links.at(-1) : undefined;
      if (link && link.shown.to === link.shown.from) link.shown.to = from;
      if (hidden === undefined) around(name, from);
      else if (name === hidden.name) {
        hidden.depth -= 1;
        if (hidden.depth === 0) hidden = undefined;
      }
    },
    onText(from, to) {
      if (hidden === undefined) seen.add(html.slice(from, to), from);
    },
  });
  return { seen, links };
}

/** Visible characters, each with the stretch of the source that it is. */
class Visible {
  readonly #text: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** Where the last item of a list begins or ends. */
  #item: number | undefined;

  add(raw: string, from: number): void {
    for (const { 0: token, index } of raw.matchAll(CHARACTER)) {
      const start = from + index;
      const isBlank = BLANK.test(token);
      if (isBlank && /^\s?$/u.test(this.#text.at(-1) ?? '')) continue;
      const said = isBlank ? ' ' : token.length > 1 ? decodeHTML(token) : token;
      for (const unit of said.split('')) this.#push(unit, start, start + token.length);
    }
  }

  /** Parts items of several lines by blank lines, as items of one line need none. */
  item(at: number): void {
    const before = this.#item;
    this.break(1, at);
    const lines = this.#text.slice(before).filter((each) => each === '\n').length;
    if (before !== undefined && lines > 1) this.break(2, at);
    this.#item = this.#text.length;
  }

  /** Ends a line, and leaves blank ones up to so many ends in a row. */
  break(breaks: number, at: number): void {
    while (/^[ \t]$/u.test(this.#text.at(-1) ?? '')) this.#pop();
    if (this.#text.length === 0) return;
    const there = this.#text.slice(-2).filter((each) => each === '\n').length;
    const known = this.#text.at(-1) === '\n' ? there : 0;
    for (let more = known; more < breaks; more += 1) this.#push('\n', at, at);
  }

  /** Parts cells of a row, as a copied table has them. */
  cell(at: number): void {
    const last = this.#text.at(-1) ?? '\n';
    if (last === ' ') this.#pop();
    if (last !== '\n' && last !== '\t') this.#push('\t', at, at);
  }

  done(): { text: string; starts: readonly number[]; ends: readonly number[] } {
    return { text: this.#text.join(''), starts: this.#starts, ends: this.#ends };
  }

  #push(character: string, start: number, end: number): void {
    this.#text.push(character);
    this.#starts.push(Math.max(start, this.#ends.at(-1) ?? 0));
    this.#ends.push(Math.max(end, this.#ends.at(-1) ?? 0));
  }

  #pop(): void {
    this.#text.pop();
    this.#starts.pop();
    this.#ends.pop();
  }
}

/** What lies between the stretches of characters, and around them. */
function gapsBetween(starts: readonly number[], ends: readonly number[], length: number): Range[] {
  const gaps: Range[] = [];
  let at = 0;
  starts.forEach((start, index) => {
    if (start > at) gaps.push({ from: at, to: start });
    at = Math.max(at, ends[index] ?? at);
  });
  if (length > at) gaps.push({ from: at, to: length });
  return gaps;
}

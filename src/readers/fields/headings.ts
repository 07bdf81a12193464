import { SHORT_MONTH } from '../../model/index.ts';
import { decodeHTML } from 'entities';
import type { Block } from '../scan/index.ts';
import type { FoundFiling, Range } from '../seed/index.ts';

// `<h2 align="center">Hedges</h2>`
const TAGGED = /^<h([1-6])\b[^<>]{0,200}>(.{1,200}?)<\/h\1>/i;

// `### ` before a heading, ` ##` behind it
const MARKS = /^(#{1,6})\s+|\s+#+\s*$/g;

// `[Survey papers](#content)`, `![badge](…)`, `<a id="x"></a>`, `[![badge](…)](…)`
const BADGE = /\[?!\[[^\]]{0,100}\]\([^()]{0,300}\)(?:\]\([^()]{0,300}\))?/g;
const LINK = /\[([^\][]{1,200})\]\([^()]{0,300}\)/g;
const TAG = /<[^<>]{1,200}>/g;

// `1. `, `2.3 `, `IV. `, `🔥 ` and other marks in front; ` (12)`, `:` and marks behind
const FRONT =
  /^(?:[^\p{L}\p{N}("“'‘]{1,10}|(?:\d{1,2}\.){1,4}\d{0,2}[)\s]\s*|\d{1,2}\)\s*|[IVX]{1,5}\.\s+)+/u;
const BACK = /(?:\s*[([]\d{1,5}(?: papers?)?[)\]]|[^\p{L}\p{N})\]"”'’+#!?%]+)$/iu;

// What a list calls all of itself, and days, which are no keywords: `Papers`, `Paper List`, `2024`, `June 2024`
const NO_KEYWORD = new RegExp(
  String.raw`^(?:(?:the |my |our )?(?:full |complete |awesome |selected |recent |all )?(?:papers?|journal (?:articles|papers)|conference papers|preprints?|paper[- ]?lists?|list(?: of papers)?|publications?|articles?|references?|resources?|(?:table of )?contents?|bibliography|reading[- ]list|others?|misc(?:ellaneous)?|overview|introduction|about|index|main|论文|论文列表)|.*\b(?:19|20)\d{2}\b.*|${SHORT_MONTH}[a-z]{0,6}\.?(?: \d{1,2})?|\d+)$`,
  'i',
);

/** Longest heading that can be a keyword, in characters. */
const LONGEST = 100;

interface Open {
  level: number;
  filing: FoundFiling | null;
}

/** The headings that are open while the blocks of a list are walked, from first to last. */
export class Headings {
  readonly #text: string;
  readonly #open: Open[] = [];
  /** Where one heading of the first level stands over the whole, it is the title of the list. */
  readonly #hasTitle: boolean;

  constructor(text: string, blocks: readonly Block[]) {
    this.#text = text;
    this.#hasTitle = blocks.filter((block) => this.#heading(block)?.level === 1).length < 2;
  }

  /** Notes a block; one that is no heading changes nothing. */
  enter(block: Block): void {
    const heading = this.#heading(block);
    if (heading === undefined) return;
    while ((this.#open.at(-1)?.level ?? 0) >= heading.level) this.#open.pop();
    const isTitle = heading.level === 1 && this.#hasTitle;
    const value = isTitle ? '' : headingName(heading.printed);
    const filing: FoundFiling | null =
      value === '' ? null : { kind: 'heading', value, range: heading.range };
    this.#open.push({ level: heading.level, filing });
  }

  /** The headings that what comes next stands under, outermost first. */
  filings(): FoundFiling[] {
    return this.#open.flatMap(({ filing }) => filing ?? []);
  }

  #heading(block: Block): { level: number; printed: string; range: Range } | undefined {
    const printed = this.#text.slice(block.from, Math.min(block.to, block.from + 600));
    const range = { from: block.from, to: block.to };
    if (block.kind === 'heading') {
      return { level: /^#{1,6}/.exec(printed)?.[0].length ?? 1, printed, range };
    }
    const tagged = block.kind === 'html' ? TAGGED.exec(printed) : null;
    return tagged === null
      ? undefined
      : { level: Number(tagged[1]), printed: tagged[2] ?? '', range };
  }
}

/** The words of a heading: `Survey papers` of `## 1. [Survey papers](#content) (12)`; empty for one that says nothing. */
export function headingName(heading: string): string {
  let name = decodeHTML(heading)
    .replace(MARKS, '')
    .replace(BADGE, '')
    .replace(LINK, '$1')
    .replace(TAG, '')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .trim();
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(FRONT, '').replace(BACK, '').trim();
  }
  return name.length > LONGEST || NO_KEYWORD.test(name) || !/\p{L}{2}/u.test(name) ? '' : name;
}

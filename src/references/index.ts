import CSL, { type Engine } from 'citeproc';
import { decodeHTML } from 'entities';
import type { Inline, RichText, Work } from '../model/index.ts';
import { beginning, CSL_MARKS, toPlain } from '../text/index.ts';
import { type CslItem, type CslName, toCslItem } from '../writers/index.ts';
import { type Style, styles, english } from './styles/index.ts';

/** A reference in one style, for the page and for the clipboard. */
export interface Reference {
  /** Permanent name of the style: `ieee`. */
  name: string;
  /** `IEEE` */
  label: string;
  html: string;
  plain: string;
}

/** A processor made once for a style: reading a style costs more than a hundred references. */
interface Processor {
  engine: Engine;
  /** What the engine asks for. */
  item: CslItem | undefined;
  /** How many works it has cited. The engine remembers works by id, so each gets its number for one. */
  count: number;
}
const processors = new Map<string, Processor>();

/** What people call the styles a work is cited in, in their order. */
export const referenceStyles: readonly string[] = styles.map(({ label }) => label);

/** A work as every style cites it, in the order of `styles`; one on which a style's processor fails is left out. */
export function references(work: Work): Reference[] {
  const cited = citedItem(work);
  const title = cited.title.length < LONGEST_TEXT ? titleOf(work) : protect(cited.title);
  const item = { ...cited, title };
  return styles.flatMap((style) => {
    const html = entryOf(style, item);
    return html === undefined
      ? []
      : [{ name: style.name, label: style.label, html, plain: plainOf(html) }];
  });
}

/** The title as the engine takes it: a style that writes titles large leaves formulas as they are, and what they are joined to. */
function titleOf({ title }: Work): string {
  return marked(title.value.rich).replace(
    WITH_FORMULA,
    (word) => `<span class="nocase">${word.replaceAll(FORMULA, '')}</span>`,
  );
}

/** A text with what the engine sets apart in its marks; a name of a species in italics keeps its small letters, too. */
const marked = (rich: RichText): string =>
  rich
    .map((node) => {
      if (node.type === 'math') return `${FORMULA}${protect(plainWithin(node))}${FORMULA}`;
      const [before, after] = marksOf(node);
      return (
        before + ('children' in node ? marked(node.children) : protect(plainWithin(node))) + after
      );
    })
    .join('');

const BARE = ['', ''] as const;

function marksOf(node: Inline): readonly [before: string, after: string] {
  if (node.type === 'strong' || node.type === 'smallcaps') return CSL_MARKS[node.type] ?? BARE;
  if (node.type !== 'emphasis') return BARE;
  const [before, after] = CSL_MARKS.emphasis ?? BARE;
  return BINOMIAL.test(toPlain([node]))
    ? [`<span class="nocase">${before}`, `${after}</span>`]
    : [before, after];
}

/** `Escherichia coli`, `E. coli`, `Canis lupus familiaris` */
const BINOMIAL = /^\p{Lu}\p{Ll}*\.?(?: \p{Ll}[\p{Ll}-]+){1,2}$/u;

/** Stands before and behind a formula: the last character but one of the plane for private use. */
const FORMULA = '\u{10fffc}';

/** `R⁴ec`, `O(n + m)`, `x-ray`: a word with a formula in it, in which there may be blanks. */
const WITH_FORMULA =
  /[^\s<>\u{10fffc}]*(?:\u{10fffc}[^\u{10fffc}]*\u{10fffc}[^\s<>\u{10fffc}]*)+/gu;

/** A part of a text with the blanks at its ends, which a text of its own has none of. */
function plainWithin(node: RichText[number]): string {
  const end = { type: 'text', value: '|' } as const;
  return toPlain([end, node, end]).slice(1, -1);
}

/** `JA`, as PubMed and Web of Science write initials: styles take it for one name, and print its first letter alone. */
const JOINED_INITIALS = /^\p{Lu}{2,3}$/u;

/** A name whose initials are apart, where its family name shows that not all of it is in capitals. */
function withInitialsApart(name: CslName): CslName {
  if (!('family' in name) || !JOINED_INITIALS.test(name.given ?? '')) return name;
  if (!/\p{Ll}/u.test(name.family)) return name;
  return { ...name, given: [...(name.given ?? '')].map((letter) => `${letter}.`).join(' ') };
}

/** The item to print. What no source gives an address has none: this survey's page is no place where it was published. */
export function citedItem(work: Work): CslItem {
  // No style prints the abstract, and the engine reads every field.
  const { abstract: _, ...item } = toCslItem(work);
  const more = work.fields.authors?.value.more === true;
  const authors = item.author?.map(withInitialsApart);
  const author = more ? authors?.with(-1, { literal: OTHERS }) : authors;
  return inShort({
    ...item,
    title: toPlain(work.title.value.rich),
    ...(author === undefined ? {} : { author }),
    ...(item.page === undefined ? {} : { page: item.page.replaceAll('-', ONE_PLACE) }),
  });
}

/** A hyphen that the engine takes for no stretch of pages: of `S-1`. */
const ONE_PLACE = String.raw`\-`;

/** Stands for the authors that nobody names, for whom styles have no word: the last character of the plane for private use. */
const OTHERS = '\u{10fffd}';

/** `, & …`, ` and ….`: the end of a list of names that goes on */
const AND_OTHERS = /,?(?: (?:&amp;|&#38;|&|and))? ?\u{10fffd}\.?/u;

/** A list of names that goes on ends in `et al.`, after a comma where the style has one before the last name. */
function withEtAl(entry: string, { author = [] }: CslItem, { csl }: Style): string {
  const [, habit = 'contextual'] = PRECEDES_LAST.exec(csl) ?? [];
  const comma = habit === 'always' || (habit === 'contextual' && author.length > 2) ? ',' : '';
  return entry.replace(AND_OTHERS, `${comma} et al.`);
}

/** How a style has it with a comma before the last name (https://docs.citationstyles.org/en/stable/specification.html#name). */
const PRECEDES_LAST = /delimiter-precedes-last="(\w+)"/;

/** Characters of one text in a reference; what the engine does with longer ones costs the square of their length. */
const LONGEST_TEXT = 1000;

/** The item with every text that no reference has room for cut: `A title without e…`. */
function inShort<T extends object>(item: T): T {
  const shorter = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.length > LONGEST_TEXT ? `${beginning(value, LONGEST_TEXT)}…` : value;
    }
    if (Array.isArray(value)) return value.map(shorter);
    return typeof value === 'object' && value !== null ? inShort(value) : value;
  };
  return Object.assign(
    { ...item },
    Object.fromEntries(Object.entries(item).map(([name, value]) => [name, shorter(value)])),
  );
}

function entryOf(style: Style, item: CslItem): string | undefined {
  const processor = processorOf(style);
  const id = String(processor.count++);
  processor.item = { ...item, id };
  try {
    processor.engine.updateItems([id]);
    const [entry = ''] = processor.engine.makeBibliography()[1];
    return restore(withClasses(withEtAl(entry.replace(DIVISION, '').trim(), item, style)));
  } catch {
    // What the engine remembers of the work it failed on would spoil those after it.
    processors.delete(style.name);
    return undefined;
  }
}

function processorOf({ name, csl }: Style): Processor {
  const known = processors.get(name);
  if (known) return known;
  const system = {
    retrieveLocale: () => english,
    retrieveItem: (id: string) => processor.item ?? { id, type: 'article' },
  };
  const engine = new CSL.Engine(system, csl, 'en-US', true);
  // It remembers names and citations to tell alike ones apart, which is for lists of many works, and does so as keys of
  // plain objects, all of which have some: an author or a title called `constructor` would stop it.
  engine.registry.namereg.addname = () => {};
  Object.setPrototypeOf(engine.registry.ambigcites, null);
  const processor: Processor = { engine, item: undefined, count: 0 };
  processors.set(name, processor);
  return processor;
}

/** Characters the engine takes for markup or spells otherwise: `<`, and `⁴`, which it writes `<sup>4</sup>`. */
const TOUCHY =
  /[<\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02ff\u1d2c-\u1d7f\u1d9b-\u1dbf\u2070-\u209f\u2120\u2122]/g;

/** Where the same characters stand while the engine works: the first private plane. */
const PROTECTED = /[\u{f0000}-\u{ffffd}]/gu;
const PLANE = 0xf0000;

const protect = (text: string) =>
  text.replace(TOUCHY, (c) => String.fromCodePoint(PLANE + c.charCodeAt(0)));

const restore = (html: string) =>
  html.replace(PROTECTED, (c) => {
    const character = String.fromCodePoint((c.codePointAt(0) ?? PLANE) - PLANE);
    return character === '<' ? '&lt;' : character;
  });

/** The classes of the site for styles that the engine writes into tags, where the policy of its pages ignores them. */
const withClasses = (html: string) =>
  html
    .replaceAll('style="font-variant:small-caps;"', 'class="small-caps"')
    .replaceAll('style="font-style:normal;"', 'class="upright"');

/** `<div class="csl-entry">`, `</div>` */
const DIVISION = /<\/?div[^>]*>/g;

/** `<i>`, `</span>` */
const TAG = /<[^>]+>/g;

function plainOf(html: string): string {
  return decodeHTML(html.replace(TAG, '')).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
}

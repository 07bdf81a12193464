import {
  ENOUGH_SIGNS,
  Headings,
  headingName,
  isAuthorsLine,
  isCodeAddress,
  isTitle,
  listedReference,
  paperSigns,
  referenceIn,
  statedValues,
} from '../fields/index.ts';
import { type Block, type Line, blocksOf, isProse, linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type Reading,
  type SeedText,
  type SureReading,
  cover,
  defineReader,
  trimmed,
} from '../seed/index.ts';

/**
 * Lists of papers in blocks that repeat, whoever wrote them: numbers or blank lines part them, and the lines of each are a
 * title, names, links, places and years in one order; or each is a reference as bibliographies print them. A text is one
 * only where at least three blocks have the same order, which are four fifths of all and most of the text, and each has a
 * title and a sign of a paper.
 */
export const blocks = defineReader({
  format: 'blocks',
  label: 'repeating blocks (layout inferred)',
  source: 'list',
  stripsMath: false,
  infers: true,
  signs:
    'three blocks or more that repeat: a title, names, a link, a place and a year, in one order',
  read,
});

const FEWEST = 3;
const AGREED = 0.8;

/** Share of the text that must lie in the blocks. */
const COVERED = 0.6;

/** A block that was read, and the order of what is in it. */
interface Read {
  entry: Entry;
  order: string;
  /** The order with what not every paper has. */
  layout: string;
}

function read({ text }: SeedText): SureReading | null {
  const lines = linesOf(text);
  if (lines.length < FEWEST) return null;
  const ways = [numbered(lines), paragraphs(lines), lines.map((line) => [line])];
  for (const blocks of ways) {
    if (blocks.length < FEWEST) continue;
    for (const readBlock of [readReference, readLines]) {
      const reading = readAs(text, blocks, readBlock);
      if (reading !== null) return reading;
    }
  }
  return listItems(text);
}

/**
 * The items of somebody's reading list, `- A Title, Ann Lee, 2019`, under headings or none: nearly all of them must be put
 * together as such items are, and half show by several names, a place or an identifier that they are papers.
 */
function listItems(text: string): SureReading | null {
  const blocks = blocksOf(text, { from: 0, to: text.length });
  const headings = new Headings(text, blocks);
  const entries: Entry[] = [];
  const styles = new Map<string, number>();
  const furniture: Block[] = [];
  let items = 0;
  for (const block of blocks) {
    headings.enter(block);
    if (block.kind === 'heading') furniture.push(block);
    if (block.kind !== 'item') continue;
    items += 1;
    const from = block.content + (BOX.exec(text.slice(block.content, block.to))?.[0].length ?? 0);
    const found = listedReference(text, { from, to: block.to });
    if (found !== null) {
      const { fields, style } = found;
      entries.push({ from: block.from, to: block.to, fields, filings: headings.filings() });
      styles.set(style, (styles.get(style) ?? 0) + 1);
    }
    if (items === SAMPLE && 2 * entries.length < items) return null;
  }
  const sound = entries.filter(({ fields }) => paperSigns(text, fields) >= ENOUGH_SIGNS).length;
  const covered = [...entries, ...furniture].reduce((sum, each) => sum + length(each), 0);
  const isEarned =
    entries.length >= FEWEST &&
    entries.length >= AGREED * items &&
    2 * sound >= entries.length &&
    covered >= COVERED * text.trim().length;
  if (!isEarned) return null;
  const [style = ''] = [...styles].sort(([, a], [, b]) => b - a)[0] ?? [];
  const filed = new Set(
    entries.flatMap(({ filings = [] }) => filings.map(({ range }) => range.from)),
  );
  return {
    confidence: 0.75,
    entries,
    chrome: furniture.filter(({ from }) => !filed.has(from)),
    labels: furniture
      .filter(({ from }) => filed.has(from))
      .map(({ from, to }) => ({ range: { from, to }, field: 'keyword' })),
    layout: `in each item ${style}`,
  };
}

// What is to be done and what was: `[ ] `, `[x] `
const BOX = /^\[[ xX]\]\s+/u;

/** One of these a block must have: people have places and years too. */
const HARD: ReadonlySet<string> = new Set(['author', 'authors', 'arxiv', 'doi', 'url', 'abstract']);

/** Blocks looked at before a text is given up; keeps long texts of another kind cheap. */
const SAMPLE = 30;

function readAs(
  text: string,
  all: readonly (readonly Line[])[],
  readBlock: (text: string, lines: readonly Line[]) => Read | null,
): SureReading | null {
  const isSound = (each: Read | null): each is Read =>
    each?.entry.fields.some(({ name }) => HARD.has(name)) === true &&
    paperSigns(text, each.entry.fields) >= ENOUGH_SIGNS;
  const alone = all.filter(isAlone);
  const isParted = 2 * alone.length <= all.length;
  const blocks = isParted ? all.filter((block) => !isAlone(block)) : all;
  const sample = blocks.slice(0, SAMPLE).map((block) => readBlock(text, block));
  if (2 * sample.filter(isSound).length < sample.length) return null;
  const each = [...sample, ...blocks.slice(SAMPLE).map((block) => readBlock(text, block))];
  const sound = each.filter(isSound);
  const counts = new Map<string, number>();
  for (const { order } of sound) counts.set(order, (counts.get(order) ?? 0) + 1);
  const [order = '', most = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  // One of few words is of the list where it is put together as the others are.
  const kept = each.filter((one) => one !== null && (one.order === order || isSound(one)));
  const covered = kept.reduce((sum, one) => sum + length(one?.entry), 0);
  const isEarned =
    most >= FEWEST && most >= AGREED * blocks.length && covered >= COVERED * text.trim().length;
  if (!isEarned) return null;
  return {
    confidence: 0.75,
    ...underHeadings(
      kept.flatMap((one) => one?.entry ?? []),
      isParted ? alone : [],
    ),
    layout: `in each block ${sound.find((one) => one.order === order)?.layout ?? order}`,
  };
}

/** True for a line by itself that may be a heading: a few words, or a year, and no sentence. */
function isAlone([line, ...others]: readonly Line[]): boolean {
  return (
    line !== undefined &&
    others.length === 0 &&
    line.value.length <= 60 &&
    line.value.split(/\s+/u).length <= 7 &&
    !/[.,;]|https?:/u.test(line.value)
  );
}

/** Entries with the heading that each stands under, and the headings as what they are. */
function underHeadings(
  entries: readonly Entry[],
  alone: readonly (readonly Line[])[],
): Pick<Reading, 'entries' | 'chrome' | 'labels'> {
  const lines = alone
    .flatMap(([line]) => line ?? [])
    .filter(({ from }) => entries.every((entry) => from < entry.from || from >= entry.to));
  const named = lines.map(({ from, to, value }) => ({
    range: { from, to },
    value: headingName(value),
  }));
  const headings = named.filter(({ value }) => value !== '');
  const filed = entries.map((entry): Entry => {
    const above = headings.findLast(({ range }) => range.from < entry.from);
    return above === undefined ? entry : { ...entry, filings: [{ kind: 'heading', ...above }] };
  });
  const used = new Set(filed.flatMap(({ filings = [] }) => filings.map(({ range }) => range.from)));
  return {
    entries: filed,
    chrome: named.flatMap(({ range }) => (used.has(range.from) ? [] : [range])),
    labels: headings.flatMap(({ range }) =>
      used.has(range.from) ? [{ range, field: 'keyword' as const }] : [],
    ),
  };
}

function length(range: Range | undefined): number {
  return range === undefined ? 0 : range.to - range.from;
}

// `12. `, `[3] `, `(4) `, `5) ` before the first words of a block
const NUMBER = /^(?:\[(\d{1,6})\]|\((\d{1,6})\)|(\d{1,6})[.):])\s+(?=\S)/u;

/** The lines from each number that counts up to the next; a number may come again. */
function numbered(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let last: number | undefined;
  for (const line of lines) {
    const number = Number(
      NUMBER.exec(line.value.slice(0, 10))?.slice(1).find(Boolean) ?? Number.NaN,
    );
    const isNext = last === undefined ? number <= 1 : number === last || number === last + 1;
    if (isNext) {
      last = number;
      blocks.push([line]);
    } else if (!(line.afterBlank && isHeading(line))) blocks.at(-1)?.push(line);
  }
  return blocks;
}

// `[Gardens]`, `## Gardens`, `Gardens:`
function isHeading({ value }: Line): boolean {
  return /^(?:\[[^\]]{1,60}\]|#{1,6} .{1,80}|.{1,60}:)$/u.test(value);
}

function paragraphs(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const before = found.at(-1);
    if (before === undefined || line.afterBlank) found.push([line]);
    else before.push(line);
  }
  // An abstract by itself is that of the paper above it.
  return found.reduce<Line[][]>((joined, [first, ...more]) => {
    const before = joined.at(-1);
    if (first === undefined) return joined;
    const isAbstract = more.length === 0 && isProse(first.value) && !/^[[(]?\d/u.test(first.value);
    if (isAbstract && before !== undefined && before.length > 1) before.push(first);
    else joined.push([first, ...more]);
    return joined;
  }, []);
}

// `[Lee et al., 2019] `, `[LFM+19a] ` before a reference
const KEY = /^\[(?:[^\]\n]{2,70}\b(?:19|20)\d\d|[A-Z][A-Za-z+]{1,12}\d{2})[a-z]?\]\s+/u;

/** Where the words of a block begin: behind its number or bullet. */
function contentOf(text: string, lines: readonly Line[]): Range {
  const range = cover(lines) ?? { from: 0, to: 0 };
  const head = text.slice(range.from, range.from + 12);
  const mark =
    NUMBER.exec(head)?.[0] ??
    /^[-*+•] +/u.exec(head)?.[0] ??
    KEY.exec(text.slice(range.from, range.from + 100))?.[0] ??
    '';
  return trimmed(text, { from: range.from + mark.length, to: range.to });
}

function readReference(text: string, lines: readonly Line[]): Read | null {
  const range = cover(lines);
  if (range === null) return null;
  const reference = referenceIn(text, contentOf(text, lines));
  return reference === null
    ? null
    : {
        entry: { ...range, fields: reference.fields },
        order: reference.style,
        layout: reference.style,
      };
}

type Kind = 'title' | 'authors' | 'link' | 'place and year' | 'date' | 'abstract' | 'label';

const ADDRESS = /https?:\/\/[^\s<>"()[\]]+/u;
const YEAR = /(?<![\d./-])(?:19|20)\d\d(?![\d./])/u;

/** Words of links to what belongs to a paper: `[PDF] [Code]`, `arXiv | Slides`. */
const LINK_WORDS: ReadonlySet<string> = new Set(
  'abs abstract appendix arxiv bib bibtex blog cite code data dataset demo doi download github html journal link openreview page paper pdf post poster preprint project publisher slides supplement supplementary talk url video website'.split(
    ' ',
  ),
);

function areLinkWords(line: string): boolean {
  if (line.length > 100 || /\d/u.test(line)) return false;
  const words = line
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => LINK_WORDS.has(word));
}

const AND = /,?\s(?:and|&|und|et|y|\|)\s/gu;

// `Published: 16 Jan 2024, Last Modified: …`
const DATED =
  /^(?:published|posted|submitted|date|online|added)(?: on)?:?\s+(\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)/diu;

// `Readers: Everyone`: what a site says in one word
const LABELLED = /^\p{Lu}[\p{L} ]{2,20}: \S{1,30}$/u;

// Marks of footnotes and numbers of affiliations behind names: `Ann Lee*`, `Bo Fox1,2`
const FOOTNOTE = /(?<=[\p{L}.])(?:[*∗†‡§¶#]|\d(?:,\d)*)+(?=[\s,;]|$)/gu;

/** What a line says by its shape; a title where it is none of the others. */
function kindOf({ value }: Line): Kind {
  const bare = value.replace(/^[-*+•] +/u, '');
  if (areLinkWords(bare)) return 'link';
  if (/^\S{0,12}:?\s{0,2}https?:\/\//u.test(bare) || /^(?:doi|arxiv):\s?\S+$/iu.test(bare))
    return 'link';
  if (isProse(bare)) return 'abstract';
  if (DATED.test(bare)) return 'date';
  if (LABELLED.test(bare)) return 'label';
  const names = bare
    .replaceAll(AND, ', ')
    .replaceAll(FOOTNOTE, '')
    .replace(/^by\s+|[.,;]$/giu, '');
  if (names.includes(',') && isAuthorsLine(names)) return 'authors';
  if (bare.length <= 80 && YEAR.test(bare) && bare.split(/\s+/u).length <= 10)
    return 'place and year';
  return 'title';
}

function readLines(text: string, lines: readonly Line[]): Read | null {
  const content = contentOf(text, lines);
  const [first] = lines;
  if (first === undefined || lines.length < 2) return null;
  // What leads to a paper may stand above its title.
  const start = lines.findIndex((line) => !areLinkWords(line.value));
  const own = lines
    .slice(Math.max(0, start))
    .map((line, index): Line =>
      index === 0 && start === 0
        ? { ...line, from: content.from, value: text.slice(content.from, line.to) }
        : line,
    );
  // A title goes on over lines; what comes first is one.
  const kinds = own.map((line, index) => (index === 0 ? 'title' : kindOf(line)));
  const end = kinds.findIndex((kind) => kind !== 'title');
  if (end < 1 || kinds.slice(end).includes('title')) return null;
  const from = own[0]?.from ?? content.from;
  const printed = { from, to: own[end - 1]?.to ?? content.to };
  const icons = ICONS.exec(text.slice(from, printed.to))?.[0].length ?? 0;
  const title = { from, to: printed.to - icons };
  if (!isTitle(text.slice(title.from, title.to))) return null;
  const fields: Found[] = [{ name: 'title', range: title }];
  const has = (name: string) => fields.some((field) => field.name === name);
  own.slice(end).forEach((line, index) => {
    switch (kinds[end + index]) {
      case 'link':
        fields.push(...linkIn(text, line).filter(({ name }) => !has(name)));
        break;
      case 'authors':
        if (!has('authors')) fields.push(...statedValues(text, 'authors', 'authors', line));
        break;
      case 'date':
        fields.push(...dateIn(text, line));
        break;
      case 'label':
        break;
      case 'abstract':
        if (!has('abstract'))
          fields.push({ name: 'abstract', range: { from: line.from, to: line.to } });
        break;
      default:
        if (!has('year')) fields.push(...placeAndYear(text, line));
    }
  });
  const layout = kinds.filter((kind, index) => kind !== 'label' && kind !== kinds[index - 1]);
  const order = layout.filter((kind) => kind !== 'link' && kind !== 'abstract').join(', ');
  const entry = { from: first.from, to: own.at(-1)?.to ?? first.to, fields };
  return { entry, order, layout: layout.join(', ') };
}

// ` pdf icon` behind a title
const ICONS = /(?:\s+(?:pdf|html|icon)){1,4}$/iu;

function linkIn(text: string, line: Line): Found[] {
  const match = ADDRESS.exec(line.value);
  if (match === null) {
    if (areLinkWords(line.value)) return [];
    const [label = '', value = ''] = line.value.split(/:\s?/u);
    const range = { from: line.to - value.length, to: line.to };
    return [{ name: label.toLowerCase() === 'doi' ? 'doi' : 'arxiv', range }];
  }
  const range = { from: line.from + match.index, to: line.from + match.index + match[0].length };
  return isCodeAddress(match[0])
    ? [{ name: 'code_url', range }]
    : statedValues(text, 'url', 'link', range);
}

function dateIn(text: string, line: Line): Found[] {
  const place = DATED.exec(line.value)?.indices?.[1];
  if (place === undefined) return [];
  return statedValues(text, 'date', 'date', {
    from: line.from + place[0],
    to: line.from + place[1],
  });
}

function placeAndYear(text: string, line: Line): Found[] {
  const year = YEAR.exec(line.value);
  if (year === null) return [];
  const from = line.from + year.index;
  const place = trimmed(text, { from: line.from, to: from });
  const to = place.to - (/[\s,(]+$/u.exec(text.slice(place.from, place.to))?.[0].length ?? 0);
  const found: Found[] = [{ name: 'year', range: { from, to: from + 4 } }];
  if (to > place.from) found.push({ name: 'venue', range: { from: place.from, to } });
  return found;
}

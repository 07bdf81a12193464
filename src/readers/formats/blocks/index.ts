import {
  ENOUGH_SIGNS,
  TELLING,
  Headings,
  type Reference,
  type ReferenceStyle,
  headingName,
  listedReference,
  paperSigns,
  referenceIn,
} from '../../fields/index.ts';
import { type Copied, copiedRecords, mostOf } from './copied.ts';
import { type LatexItem, biberEntries, latexItems } from './latex.ts';
import { type Block, type Line, blocksOf, isProse, linesOf } from '../../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type Reading,
  type SeedText,
  type SureReading,
  byPlace,
  cover,
  defineReader,
  gaps,
  trimmed,
} from '../../seed/index.ts';

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

function read({ text }: SeedText): SureReading | null {
  const lines = linesOf(text);
  if (lines.length < FEWEST) return null;
  const latex = readLatex(text);
  if (latex !== null) return latex;
  const ways = [numbered(lines), paragraphs(lines), lines.map((line) => [line])];
  for (const blocks of ways) {
    if (blocks.length < FEWEST) continue;
    const reading = readReferences(text, blocks);
    if (reading !== null) return reading;
  }
  return readCopied(text) ?? listItems(text);
}

/**
 * The items of somebody's reading list, `- A Title, Ann Lee, 2019`, under headings or none: nearly all of them must be put
 * together as such items are, and half show by several names, a place or an identifier that they are papers.
 */
function listItems(text: string): SureReading | null {
  const all = blocksOf(text, { from: 0, to: text.length });
  // Lines without bullets are items, too, where nearly all of them lead to a paper.
  const isBulleted = all.some(({ kind }) => kind === 'item');
  const blocks = isBulleted
    ? all
    : linesOf(text).map(({ from, to }): Block => ({
        from,
        to,
        kind: 'item',
        content: from,
        indent: 0,
      }));
  const headings = new Headings(text, blocks);
  const entries: Entry[] = [];
  const styles: ReferenceStyle[] = [];
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
      styles.push(style);
    }
    if (items === SAMPLE && 2 * entries.length < items) return null;
  }
  const sound = entries.filter(
    ({ fields }) =>
      paperSigns(text, fields) >= ENOUGH_SIGNS &&
      (isBulleted ||
        (fields.some(({ name }) => name === 'author') &&
          fields.some(({ name }) => name === 'arxiv' || name === 'doi' || name === 'url'))),
  ).length;
  const covered = [...entries, ...furniture].reduce((sum, each) => sum + length(each), 0);
  const isEarned =
    entries.length >= FEWEST &&
    entries.length >= AGREED * items &&
    sound >= (isBulleted ? 0.5 : AGREED) * entries.length &&
    covered >= COVERED * text.trim().length;
  if (!isEarned) return null;
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
    layout: `in each item ${mostOf(styles) ?? ''}`,
  };
}

// What is to be done and what was: `[ ] `, `[x] `
const BOX = /^\[[ xX]\]\s+/u;

/** Blocks looked at before a text is given up; keeps long texts of another kind cheap. */
const SAMPLE = 30;

/** Blocks that are references. */
function readReferences(text: string, all: readonly (readonly Line[])[]): SureReading | null {
  const alone = all.filter(isAlone);
  const isParted = 2 * alone.length <= all.length;
  const blocks = isParted ? all.filter((block) => !isAlone(block)) : all;
  return inOneStyle(
    text,
    blocks.flatMap((block) => {
      const whole = cover(block);
      const range = contentOf(text, block);
      return whole === null
        ? []
        : [{ ...whole, read: (style?: ReferenceStyle) => referenceIn(text, range, style) }];
    }),
    isParted ? alone : [],
  );
}

/** Blocks of which nearly all are references and most are in one style. */
function inOneStyle(
  text: string,
  blocks: readonly LatexItem[],
  alone: readonly (readonly Line[])[],
): SureReading | null {
  const isSound = (each: Reference | null) =>
    each?.fields.some(({ name }) => TELLING.has(name)) === true &&
    paperSigns(text, each.fields) >= ENOUGH_SIGNS;
  const sample = blocks.slice(0, SAMPLE).map((block) => block.read());
  const known = sample.filter(isSound);
  const style = mostOf(known.flatMap((reference) => reference?.style ?? []));
  if (style === undefined || 2 * known.length < sample.length) return null;
  const each = blocks.map((block, index) => {
    const reference = index < SAMPLE ? (sample[index] ?? null) : block.read();
    // What is doubtful by itself is of the list where it is put together as the others are.
    return { block, reference: isSound(reference) ? reference : (block.read(style) ?? reference) };
  });
  const sound = each.filter(({ reference }) => isSound(reference));
  const alike = each.filter(({ reference }) => reference?.style === style);
  const entries = each.flatMap(({ block: { from, to }, reference }): Entry[] => {
    const isKept = reference !== null && (reference.style === style || isSound(reference));
    return isKept ? [{ from, to, fields: reference.fields }] : [];
  });
  const covered = entries.reduce((sum, entry) => sum + length(entry), 0);
  const isEarned =
    alike.length >= FEWEST &&
    2 * alike.length >= blocks.length &&
    sound.length >= AGREED * blocks.length &&
    covered >= COVERED * text.trim().length;
  if (!isEarned) return null;
  return {
    confidence: 0.75,
    ...underHeadings(entries, alone),
    layout: `in each block ${style}`,
  };
}

/** References of a LaTeX document, whose commands around them are its furniture. */
function readLatex(text: string): SureReading | null {
  const entries = biberEntries(text);
  const reading =
    entries.length > 0
      ? { confidence: 0.75, entries, layout: 'in each entry what its commands say' }
      : inOneStyle(text, latexItems(text), []);
  if (reading === null) return null;
  const taken = [...reading.entries].sort(byPlace);
  const chrome = gaps({ from: 0, to: text.length }, taken).map((gap) => trimmed(text, gap));
  return { ...reading, chrome };
}

/** What was copied off a page: most of the text must be records, and nearly each must show that it is a paper. */
function readCopied(text: string): SureReading | null {
  const { records, furniture } = copiedRecords(text);
  if (records.length < FEWEST) return null;
  const sound = records.filter(({ entry }) => paperSigns(text, entry.fields) >= ENOUGH_SIGNS);
  const papers = sound.filter(({ entry }) => isPaper(text, entry.fields));
  const covered = records.reduce((sum, { entry }) => sum + length(entry), 0);
  const isEarned =
    ((sound.length >= AGREED * records.length && 2 * papers.length >= records.length) ||
      areTalks(text, records)) &&
    covered >= COVERED * text.trim().length;
  if (!isEarned) return null;
  const order = mostOf(records.map((record) => record.order)) ?? '';
  const filed = underHeadings(
    records.map(({ entry }) => entry),
    paragraphs(linesOf(text)).filter(isAlone),
  );
  return {
    confidence: 0.75,
    ...filed,
    chrome: [...(filed.chrome ?? []), ...furniture],
    layout: `in each block ${order}`,
  };
}

/** True for what shows that it is a paper by more than people and a day, which news and films have as well. */
function isPaper(text: string, fields: readonly Found[]): boolean {
  const others = fields.filter(({ name }) => name !== 'date' && name !== 'year');
  return (
    paperSigns(text, others) >
    paperSigns(
      text,
      others.filter(({ name }) => AUTHORS.has(name)),
    )
  );
}

const AUTHORS: ReadonlySet<string> = new Set(['title', 'author', 'authors', 'et_al']);

/** Words that pages of papers have, and others seldom. */
const OF_PAPERS =
  /\b(?:accepted|papers?|proceedings|publications?|posters?|orals?|talks?|session|workshop|conference|symposium|abstracts?|pdf|universit\p{L}+|institut\p{L}*)\b/iu;

/** Words of a title, on average, that lists of people have not, and records that are enough where no word says what they are. */
const TITLE_WORDS = 5;
const MANY = 5;

/** True for titles and names alone, as programmes print them: long titles, several people, and seldom one twice. */
function areTalks(text: string, records: readonly Copied[]): boolean {
  const fields = records.flatMap(({ entry }) => entry.fields);
  const valuesOf = (wanted: string) =>
    fields
      .filter(({ name }) => name === wanted)
      .map(({ range }) => text.slice(range.from, range.to));
  const titles = valuesOf('title');
  const people = valuesOf('author');
  const words = titles.reduce((sum, title) => sum + title.split(/\s+/u).length, 0);
  return (
    (records.length >= MANY || OF_PAPERS.test(text)) &&
    fields.every(({ name }) => name !== 'date' && name !== 'year') &&
    words >= TITLE_WORDS * titles.length &&
    people.length >= 1.5 * titles.length &&
    new Set(people).size >= AGREED * people.length &&
    people.every((name) => /\s/u.test(name))
  );
}

/** True for a line by itself that may be a heading: a few words, or a year, and no sentence. */
function isAlone([line, ...others]: readonly Line[]): boolean {
  return (
    line !== undefined &&
    others.length === 0 &&
    line.value.length <= 60 &&
    line.value.split(/\s+/u).length <= 7 &&
    !/[.,;[\]]|https?:/u.test(line.value)
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
const NUMBER = /^(?:\[(\d{1,6})\]\s*|(?:\((\d{1,6})\)|(\d{1,6})[.):])\s+)(?=\S)/u;

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
    /^[-*+•^] +/u.exec(head)?.[0] ??
    KEY.exec(text.slice(range.from, range.from + 100))?.[0] ??
    '';
  return trimmed(text, { from: range.from + mark.length, to: range.to });
}

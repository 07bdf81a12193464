import {
  ENOUGH_SIGNS,
  Headings,
  TELLING,
  isCodeAddress,
  listedReference,
  paperSigns,
} from '../../fields/index.ts';
import { type Block, blocksOf, cellsOf, runsOf } from '../../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  byPlace,
  defineReader,
  trimmed,
} from '../../seed/index.ts';
import { DATE, isGenericLabel, isPaperLink, isPerson, readPaperItem } from './paper-item.ts';

/**
 * A Markdown list of papers, as "awesome lists" on code hosts are: list items, numbered items, paragraphs or
 * headings with a bold, linked or plain title and a link to the paper, or tables with a column of
 * titles. Contents, badges, links to other lists and repositories are no papers. Items whose link leads to no known
 * place of papers, or that have none, are papers where nearly all items of the list say who wrote them, where or when.
 */
export const awesomeList = defineReader({
  format: 'awesome-list',
  label: 'Markdown list of papers',
  source: 'list',
  stripsMath: false,
  signs:
    'Markdown items or table rows with a title and a link such as `[paper](https://arxiv.org/abs/…)`',
  read,
});

// Headings under which links to papers are not the list: `News`, `Citation`
const NOT_THE_LIST =
  /^[^\p{L}]*(?:news|latest news|updates?|what'?s new|change ?log|citations?|cite|citing|bibtex|contribut\w*|licen[sc]e|acknowledge?ments?|star history|contact|disclaimer|todo|how to)\b/iu;

function read({ text }: SeedText): SureReading | null {
  if (!text.includes('](') && !text.includes('**')) return null;
  const blocks = blocksOf(text, { from: 0, to: text.length });
  const found: Listed[] = [];
  /** Items that lead nowhere else, papers or not. */
  let items = 0;
  const chrome: Range[] = [];
  /** How deep the heading is under which no papers are listed; 0 for none. */
  let unlisted = 0;
  let columns: Column[] | null = null;
  const headings = new Headings(text, blocks);
  const add = ({ entry, linked, sound }: Listed) =>
    found.push({ entry: { ...entry, filings: headings.filings() }, linked, sound });
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    switch (block.kind) {
      case 'heading': {
        const fields = headedPaper(text, blocks, index);
        if (fields !== null) {
          add({ entry: fields.entry, linked: true, sound: true });
          index = fields.last;
          break;
        }
        const level = block.content - block.from;
        headings.enter(block);
        if (level <= unlisted) unlisted = 0;
        if (unlisted === 0 && NOT_THE_LIST.test(text.slice(block.content, block.content + 60))) {
          unlisted = level;
        }
        chrome.push(block);
        break;
      }
      case 'code':
        chrome.push(block);
        break;
      case 'html':
        headings.enter(block);
        if (isFurniture(text, block)) chrome.push(block);
        break;
      case 'header-row':
        columns = columnsOf(text, block);
        chrome.push(block);
        break;
      case 'row': {
        const fields = columns === null ? null : readRow(text, block, columns);
        if (fields !== null) {
          add({ entry: { from: block.from, to: block.to, fields }, linked: true, sound: true });
        }
        break;
      }
      default: {
        const item = unlisted === 0 ? readItems(text, blocks, index) : null;
        if (item !== null) {
          items += 1;
          add(item);
          index = item.last;
        } else if (isFurniture(text, block)) chrome.push(block);
        else if (block.kind === 'item') items += 1;
      }
    }
  }
  const entries = (
    isListOfPapers(text, found, items) ? found : found.filter(({ linked }) => linked)
  ).map(({ entry }) => entry);
  const confidence = [0, 0.6, 0.85][entries.length] ?? 0.95;
  const whole = withPeople(text, entries).map((entry) => ({
    ...entry,
    fields: apart(entry.fields),
  }));
  // A heading with papers under it is what they are filed under.
  const used = new Set(
    entries.flatMap(({ filings = [] }) => filings.map(({ range }) => range.from)),
  );
  return {
    confidence,
    entries: whole,
    chrome: chrome.filter(({ from }) => !used.has(from)),
    labels: blocks
      .filter(({ from }) => used.has(from))
      .map(({ from, to }) => ({ range: { from, to }, field: 'keyword' })),
  };
}

/** What was taken for a paper. */
interface Listed {
  entry: Entry;
  /** Whether a link says that it is one. */
  linked: boolean;
  /** Whether a link or what stands beside the title says so for certain. */
  sound: boolean;
}

/** So many papers make a list, when this share of all items are papers, half of them certain, and of the text where no link says so. */
const FEWEST = 3;
const AGREED = 0.8;
const COVERED = 0.6;

/** True where what stands beside the items is enough to take them for papers without a link that says so. */
function isListOfPapers(text: string, found: readonly Listed[], items: number): boolean {
  const sure = found.filter(({ sound }) => sound).length;
  if (sure < FEWEST || sure * 2 < items || found.length < AGREED * items) return false;
  const covered = found.reduce((sum, { entry }) => sum + entry.to - entry.from, 0);
  return found.some(({ linked }) => linked) || covered >= COVERED * text.trim().length;
}

/**
 * The entries of a list that names authors behind most titles, with the one person that stands there in others: alone,
 * two words may as well be a journal.
 */
function withPeople(text: string, entries: readonly Entry[]): readonly Entry[] {
  const behindTitle = ({ fields = [] }: Entry) => {
    const title = fields.find(({ name }) => name === 'title');
    return fields.find(
      ({ name, range }) => title && range.from >= title.range.to && !/url$/.test(name),
    );
  };
  const listed = entries.filter((entry) => behindTitle(entry)?.name === 'authors').length;
  if (2 * listed < entries.length) return entries;
  const venues = new Map<string, number>();
  for (const { name, range } of entries.flatMap(({ fields = [] }) => fields)) {
    const value = text.slice(range.from, range.to);
    if (name === 'venue') venues.set(value, (venues.get(value) ?? 0) + 1);
  }
  return entries.map((entry) => {
    const found = behindTitle(entry);
    if (found === undefined || entry.fields?.some(({ name }) => name === 'authors')) return entry;
    const value = text.slice(found.range.from, found.range.to);
    const isAlone =
      (found.name === 'venue' && venues.get(value) === 1) ||
      (found.name === 'other' && found.label === 'note');
    if (!isAlone || !isPerson(value) || /[*_]/.test(text[found.range.from - 1] ?? '')) return entry;
    const authors: Found = { name: 'authors', range: found.range };
    return { ...entry, fields: entry.fields?.map((field) => (field === found ? authors : field)) };
  });
}

/** The paper in an item with the items below it, or in a paragraph; `last` is the last block it takes. */
function readItems(
  text: string,
  blocks: readonly Block[],
  index: number,
): (Listed & { last: number }) | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const strict = block.kind === 'paragraph';
  // An item without a link or marks may be a reference beside those that have them.
  const isBare =
    block.kind === 'item' && !/\]\(|[*_`]{2}|https?:/.test(text.slice(block.from, block.to));
  const reference = isBare ? listedReference(text, { from: block.content, to: block.to }) : null;
  if (reference !== null) {
    const { fields } = reference;
    return {
      entry: { from: block.from, to: block.to, fields },
      linked: false,
      sound:
        paperSigns(text, fields) >= ENOUGH_SIGNS && fields.some(({ name }) => TELLING.has(name)),
      last: index,
    };
  }
  const own = readPaperItem(text, { from: block.content, to: block.to }, strict);
  let last = index;
  while (block.kind === 'item' && last - index < MOST_BELOW) {
    const next = blocks[last + 1];
    if (next?.kind !== 'item' || next.indent <= block.indent) break;
    if (readPaperItem(text, { from: next.content, to: next.to }, false)?.linked === true) {
      // Papers of their own stand below a heading of a list.
      if (own === null) return null;
      break;
    }
    last += 1;
  }
  const to = blocks[last]?.to ?? block.to;
  const whole = last === index ? own : readPaperItem(text, { from: block.content, to }, strict);
  const found = whole ?? own;
  if (found === null || (strict && !found.linked)) return null;
  const end = whole === null ? block.to : to;
  return {
    entry: { from: block.from, to: end, fields: found.fields },
    linked: found.linked,
    sound:
      found.linked ||
      (found.signs >= ENOUGH_SIGNS &&
        found.fields.some(({ name }) => name !== 'url' && TELLING.has(name))),
    last: whole === null ? index : last,
  };
}

/** How many items below an item are looked at as notes on it. */
const MOST_BELOW = 8;

/** A paper whose title is a heading: `### [A Title](https://arxiv.org/abs/…)` and the paragraphs under it. */
function headedPaper(
  text: string,
  blocks: readonly Block[],
  index: number,
): { entry: Entry; last: number } | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const own = text.slice(block.content, block.to);
  // Pages of Hugging Face have such headings and a reader of their own.
  if (!own.includes('](') || own.includes('huggingface.co/papers/')) return null;
  if (readPaperItem(text, { from: block.content, to: block.to }, true)?.linked !== true)
    return null;
  let last = index;
  while (blocks[last + 1]?.kind === 'paragraph' && last - index < MOST_BELOW) last += 1;
  const to = blocks[last]?.to ?? block.to;
  const found = readPaperItem(text, { from: block.content, to }, true);
  return found === null ? null : { entry: { from: block.from, to, fields: found.fields }, last };
}

/** True for headings in tags, badges, and items that lead elsewhere: into the document, to a repository. */
function isFurniture(text: string, block: Block): boolean {
  if (
    /^<(?:h\d|img|p|div|center|a)\b/i.test(text.slice(block.from, block.from + 8)) &&
    block.kind === 'html'
  ) {
    return true;
  }
  const { runs, links } = runsOf(text, { from: block.content, to: block.to });
  const words = runs
    .filter((run) => run.link === null)
    .reduce((sum, run) => sum + text.slice(run.from, run.to).split(/\s+/).length, 0);
  const labelled = new Set(runs.map((run) => run.link));
  const elsewhere = links.every((link) => {
    const address = text.slice(link.target.from, link.target.to);
    return (
      !labelled.has(link) ||
      /^(?:#|\.?\/)|\.(?:md|svg|png)\b/i.test(address) ||
      isCodeAddress(address)
    );
  });
  if (links.length > 0) return elsewhere && (block.kind === 'item' || words <= FEW_WORDS);
  if (words <= 1) return true;
  return words <= FEW_WORDS && runs.every((run) => run.bold);
}

/** A line of so many words may be a heading or a label; a longer one is the list's own text. */
const FEW_WORDS = 12;

type ColumnKind =
  | 'title'
  | 'name'
  | 'authors'
  | 'abstract'
  | 'venue'
  | 'when'
  | 'code'
  | 'link'
  | 'keywords'
  | 'filed'
  | 'other';

interface Column {
  kind: ColumnKind;
  label: string;
}

const COLUMN_KINDS: readonly [ColumnKind, RegExp][] = [
  ['title', /^(?:(?:paper|article|full|work)(?:'s)? )?titles?\b|^(?:论文)?(?:标题|题目)$/i],
  ['name', /^(?:papers?|论文|works?|articles?|publications? title|references?|paper ?name)$/i],
  ['authors', /^(?:authors?|author\(s\)|作者)$/i],
  ['abstract', /^(?:abstract|摘要)$/i],
  [
    'venue',
    /^(?:venues?|publications?|conferences?|journals?|conf\.?|conference\/journal|published in|published|pub\.?|会议|venue\/year|venue & year|where)$/i,
  ],
  [
    'when',
    /^(?:year|dates?|time|month|published date|publish date|publication date|released?|年份|日期|时间)$/i,
  ],
  ['code', /^(?:codes?|github|repo(?:sitory)?|implementation|source code|代码)$/i],
  ['keywords', /^(?:key ?words?|tags?|关键词|标签)$/i],
  [
    'filed',
    /^(?:categor(?:y|ies)|topics?|tasks?|areas?|themes?|fields?|domains?|类别|分类|主题)$/i,
  ],
  ['link', /^(?:links?|urls?|pdf|arxiv|doi|paper links?|paper url|链接|resources?)$/i],
];

function columnsOf(text: string, header: Range): Column[] {
  const end = text.indexOf('\n', header.from);
  const cells = cellsOf(text, {
    from: header.from,
    to: end < 0 ? header.to : Math.min(end, header.to),
  });
  const columns = cells.map((cell): Column => {
    const label = text
      .slice(cell.from, cell.to)
      .replaceAll(/[*_`:]|<[^<>]{0,40}>/g, '')
      .trim();
    const kind = COLUMN_KINDS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'other';
    return { kind, label };
  });
  const named = columns.some(({ kind }) => kind === 'title');
  // A column called `Paper` holds titles where no other does.
  return columns.map((column) =>
    column.kind === 'name' ? { ...column, kind: named ? 'other' : 'title' } : column,
  );
}

// The number of a row in front of its title: `1) `, `12. `
const ROW_NUMBER = /^\d{1,4}[.)]\s+/;

// What parts a title from a summary in one cell: two blanks, or a dash or colon after a bold title
const CELL_SUMMARY = /\s{2,}(?=\S)/;

function readRow(text: string, row: Range, columns: readonly Column[]): Found[] | null {
  const cells = cellsOf(text, row);
  const fields: Found[] = [];
  let linked = false;
  let described = false;
  let titled = false;
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    if (column === undefined || cell.to <= cell.from) continue;
    const { runs, links } = runsOf(text, cell);
    for (const link of links) {
      if (link.target.to <= link.target.from) continue;
      const address = text.slice(link.target.from, link.target.to);
      if (
        isPaperLink(text, link) ||
        (column.kind === 'link' && /^https?:/.test(address) && !isCodeAddress(address))
      ) {
        const name = linked ? 'other' : 'url';
        fields.push(
          name === 'url'
            ? { name, range: link.target }
            : { name, range: link.target, label: 'link' },
        );
        linked = true;
      } else if (isCodeAddress(address) && !fields.some(({ name }) => name === 'code_url')) {
        fields.push({ name: 'code_url', range: link.target });
      } else fields.push({ name: 'other', range: link.target, label: 'link' });
    }
    const content = runs.filter((run) => !isLabelOf(text, run));
    const first = content[0];
    if (first === undefined) continue;
    switch (column.kind) {
      case 'title':
        titled ||= titleCell(text, content, fields);
        break;
      case 'authors':
      case 'abstract':
        fields.push(stretch(text, content, column.kind));
        described = true;
        break;
      case 'when':
      case 'venue':
        described = true;
        whenAndWhere(text, content, column.kind, fields);
        break;
      case 'keywords':
        fields.push(stretch(text, content, 'keywords'));
        break;
      case 'filed':
        fields.push({ ...stretch(text, content, 'keywords'), label: 'collection' });
        break;
      default:
        fields.push({ ...stretch(text, content, 'other'), label: column.label || 'note' });
    }
  }
  if (!titled || !(linked || described)) return null;
  return fields
    .filter(({ range }) => range.to > range.from)
    .sort((a, b) => byPlace(a.range, b.range));
}

/** True for the label of a link that names no paper: `Link`, `[PDF]`. */
function isLabelOf(text: string, run: Range & { link: unknown }): boolean {
  const value = text.slice(run.from, run.to);
  return !/[\p{L}\p{N}]/u.test(value) || (run.link !== null && isGenericLabel(value));
}

/** One field for all runs of a cell, with the marks between them left out of its value. */
function stretch(text: string, runs: readonly Range[], name: Found['name']): Found {
  const range = { from: runs[0]?.from ?? 0, to: runs.at(-1)?.to ?? 0 };
  if (runs.length < 2) return { name, range };
  const value = runs.map((run) => text.slice(run.from, run.to)).join(' ');
  return { name, range, value };
}

/** The title of a title cell, and the summary or authors behind it. False when the cell has no title. */
function titleCell(
  text: string,
  runs: readonly (Range & { bold: boolean; line: number; link: unknown })[],
  fields: Found[],
): boolean {
  const [first, ...others] = runs;
  if (first === undefined) return false;
  const value = text.slice(first.from, first.to);
  const number = ROW_NUMBER.exec(value)?.[0].length ?? 0;
  const numberOnly = /^\d{1,4}[.)]?$/.test(value);
  if (numberOnly && others.length > 0) return titleCell(text, others, fields);
  const gap = CELL_SUMMARY.exec(value.slice(number));
  const end = gap === null ? value.length : number + gap.index;
  const same = others.filter(
    (run) => run.line === first.line && run.bold === first.bold && run.link === first.link,
  );
  const titleRuns =
    gap === null
      ? [{ from: first.from + number, to: first.from + end }, ...same]
      : [{ from: first.from + number, to: first.from + end }];
  const title = stretch(text, titleRuns, 'title');
  const plainTitle = text.slice(title.range.from, title.range.to).replace(/[.,:;]$/, '');
  if (!/\p{L}{2}/u.test(plainTitle) || isGenericLabel(plainTitle)) return false;
  if (titleRuns.length === 1) title.range.to = title.range.from + plainTitle.length;
  fields.push(title);
  const rest: Range[] =
    gap === null ? [] : [{ from: first.from + end + gap[0].length, to: first.to }];
  rest.push(...others.filter((run) => !titleRuns.includes(run)));
  const [from] = rest;
  const to = rest.at(-1)?.to;
  if (from !== undefined && to !== undefined) {
    const range = trimmed(text, { from: from.from, to });
    const lead = /^[-–—:\s]+/.exec(text.slice(range.from, range.from + 10))?.[0].length ?? 0;
    range.from = Math.min(range.to, range.from + lead);
    // A summary may hold links, whose addresses are fields of their own.
    const cut = fields.filter(
      (field) => field.range.from < range.to && field.range.to > range.from && field !== title,
    );
    if (cut.length === 0) fields.push({ name: 'other', label: 'summary', range });
  }
  return true;
}

const LAST_YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)(?!.*(?<!\d)(?:19|20)\d\d(?!\d))/;

function whenAndWhere(
  text: string,
  runs: readonly Range[],
  kind: 'when' | 'venue',
  fields: Found[],
): void {
  const whole = stretch(text, runs, 'venue');
  const value = text.slice(whole.range.from, whole.range.to);
  const year = value.length > 300 ? null : LAST_YEAR.exec(value);
  const dated = fields.some(({ name }) => name === 'year' || name === 'date');
  if (DATE.test(value) && !dated) fields.push({ name: 'date', range: whole.range });
  else if (year !== null && !dated && runs.length === 1) {
    const from = whole.range.from + year.index;
    fields.push({ name: 'year', range: { from, to: from + 4 } });
    const venue = trimmed(text, { from: whole.range.from, to: from });
    while (venue.to > venue.from && /[\s,('’-]/.test(text.charAt(venue.to - 1))) venue.to -= 1;
    if (/\p{L}/u.test(text.slice(venue.from, venue.to)))
      fields.push({ name: 'venue', range: venue });
    const rest = trimmed(text, { from: from + 4, to: whole.range.to });
    if (/[\p{L}\p{N}]/u.test(text.slice(rest.from, rest.to)))
      fields.push({ name: 'other', label: 'note', range: rest });
  } else if (kind === 'venue' && !fields.some(({ name }) => name === 'venue')) fields.push(whole);
  else fields.push({ ...whole, name: 'other', label: kind });
}

/** Fields in file order without those that stand inside one before. */
function apart(fields: readonly Found[]): Found[] {
  let end = 0;
  return fields.filter(({ range }) => {
    if (range.from < end) return false;
    end = range.to;
    return true;
  });
}

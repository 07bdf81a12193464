import {
  type ColumnField,
  ENOUGH_SIGNS,
  accepts,
  isPaperAddress,
  meaningOf,
  paperSigns,
  statedValues,
} from '../fields/index.ts';
import { type Line, linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  cover,
  defineReader,
  trimmed,
} from '../seed/index.ts';
import tags from './label-tags.json' with { type: 'json' };

/**
 * Records of labelled values, whoever exports them: `Title: …` in any language that column names are known in, `TI  - …`,
 * `T1 …` (RefWorks), or a label on a line above its value (Ovid). Values go on over the lines below. A record begins where
 * the first label comes again, or at a number.
 */
export const labels = defineReader({
  format: 'labels',
  label: 'labelled records (layout inferred)',
  source: 'labelled records',
  stripsMath: false,
  infers: true,
  signs: 'blocks of lines such as `Title: …`, `Authors: …` or `TI  - …` that repeat',
  read,
});

/** One labelled value, or a line without a label. */
interface Part {
  label: string | null;
  field: ColumnField | 'other';
  isTag: boolean;
  /** The line that the part begins on. */
  line: Line;
  value: Range;
}

// `Authors: `, `- **Authors:** `, `作者：`; an address is no label
const LABEL =
  /^(?:[-*+•>] +|#{1,6} +)?(?:\*\*|__)?(\p{L}[\p{L}\p{N} ./()&_-]{0,38}?)(?:\*\*|__)?\s?(?:[:：](?:\*\*|__)?)(?=\s|$|[^\s/]|(?<=：))\s*/u;

// `TI  - `, `AU- `, `T1 `: two to four capitals in the first column
const TAG = /^([A-Z][A-Z0-9]{1,3})(?:\s{0,2}-(?:\s|$)\s*|\s+(?=\S))/;

// `Title`, `Publication Type` on a line of its own
const ALONE = /^\p{Lu}[\p{L}/ -]{1,40}$/u;

// `<12>`, `[3] A Title`, `4. A Title`, `Record 5 of 12`, `### 6. A Title`
const NUMBERED =
  /^(?:#{1,6} +)?(?:\*\*)?(?:<(\d{1,4})>|\[(\d{1,4})\]|(\d{1,4})[.)、]|(?:record|document|paper|citation|result|no\.?|#|论文)\s{0,2}#?(\d{1,4})(?:\s+of\s+\d{1,5})?(?:[.:：]|$))(?:\s+|$)/iu;

// `-----`, `=====`, `* * *`
const RULE = /^(?:[-=_*~#]{3,}|(?:[*-] ){2,}[*-])$/;

// Between two labelled values on one line: `2026-01-13 | Category: cs.LG`
const BETWEEN = / +[|·•] +(?=(?:\*\*)?\p{L}[\p{L} _-]{0,30}:)/gu;

const TAGS: ReadonlyMap<string, string> = new Map(Object.entries(tags));

/** Records that must agree before a layout is believed, and the share of them that must be sound. */
const FEWEST = 2;
const AGREED = 0.8;

/** Signs of a paper that each of two records must show; of more, fewer will do. */
const SIGNS_OF_TWO = 5;

/** Share of the text that must lie in the records. */
const COVERED = 0.6;

function read({ text }: SeedText): SureReading | null {
  const lines = linesOf(text);
  const named = labelledLines(text, lines);
  if (named.filter(({ field }) => field !== 'other').length < 2 * FEWEST) return null;
  const starts = startsOf(lines, named);
  const blocks = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const byLine = new Map<number, Part[]>();
  for (const part of named)
    byLine.set(part.line.from, [...(byLine.get(part.line.from) ?? []), part]);
  const entries = blocks.flatMap((block): Entry[] => {
    const entry = entryOf(text, block, byLine);
    return entry === null ? [] : [entry];
  });
  const isTagged = named.some(({ isTag }) => isTag);
  const sound = entries.filter(
    ({ fields }) =>
      fields.some(({ name, range }) => name === 'title' && !isCode(text, range)) &&
      paperSigns(text, fields) >= (entries.length > FEWEST ? ENOUGH_SIGNS : SIGNS_OF_TWO),
  );
  const covered = entries.reduce((sum, { from, to }) => sum + to - from, 0);
  const loose = entries
    .flatMap(({ unknown = [] }) => unknown)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  const isEarned =
    entries.length >= (isTagged ? 1 : FEWEST) &&
    sound.length >= AGREED * blocks.length &&
    // What stands under no label is at most a third of the records.
    3 * loose <= covered &&
    covered >= COVERED * text.trim().length;
  if (!isEarned) return null;
  const shown = new Map(
    named
      .flatMap(({ field, label }) => (field === 'other' ? [] : [[field, label] as const]))
      .reverse(),
  );
  return {
    confidence: 0.8,
    entries: sound,
    chrome: lines.filter(({ value }) => RULE.test(value)),
    layout: `in each block ${[...shown]
      .reverse()
      .map(([field, label]) => `${field} from “${label ?? ''}”`)
      .join(', ')}`,
  };
}

/** True for what stands behind `title:` in a program: `string;`, `row[0],`. */
function isCode(text: string, { from, to }: Range): boolean {
  return (
    /[;{},(]$/.test(text.slice(from, to)) ||
    /^(?:string|str|undefined|null)\b/.test(text.slice(from, from + 12))
  );
}

/** The labelled values of a text, each as far as its own line goes. */
function labelledLines(text: string, lines: readonly Line[]): Part[] {
  const counts = new Map<string, number>();
  const candidates = lines.flatMap((line, index) => partsOf(text, line, lines[index + 1]));
  for (const { label } of candidates) counts.set(label ?? '', (counts.get(label ?? '') ?? 0) + 1);
  // A label nobody knows is one where it comes again and again.
  const most = Math.max(
    0,
    ...candidates
      .filter(({ field }) => field === 'title')
      .map(({ label }) => counts.get(label ?? '') ?? 0),
    4,
  );
  return candidates.filter(
    ({ field, label }) => field !== 'other' || 2 * (counts.get(label ?? '') ?? 0) >= most,
  );
}

function partsOf(text: string, line: Line, next: Line | undefined): Part[] {
  const head = line.value.slice(0, 60);
  const isFirstColumn = line.from === 0 || /[\r\n]/.test(text.charAt(line.from - 1));
  const tag = isFirstColumn ? TAG.exec(head) : null;
  const known = tag === null ? undefined : TAGS.get(tag[1] ?? '');
  if (tag !== null && (known !== undefined || /-\s*$/.test(tag[0]))) {
    return [partOf(tag[1] ?? '', line, line.from + tag[0].length, line.to, true)];
  }
  const isAbove = next !== undefined && !next.afterBlank && isFirstColumn && isIndented(text, next);
  if (isAbove && ALONE.test(line.value)) return [partOf(line.value, line, line.to, line.to, false)];
  const match = LABEL.exec(head);
  if (match === null) return [];
  const cuts = Array.from(line.value.matchAll(BETWEEN), (cut) => ({
    from: line.from + cut.index,
    to: line.from + cut.index + cut[0].length,
  }));
  return [{ from: line.from, to: line.from }, ...cuts].flatMap(({ to: from }, index) => {
    const to = cuts[index]?.from ?? line.to;
    const label = index === 0 ? match : LABEL.exec(text.slice(from, Math.min(to, from + 60)));
    return label === null ? [] : [partOf(label[1] ?? '', line, from + label[0].length, to, false)];
  });
}

function isIndented(text: string, { from }: Range): boolean {
  return /[ \t]/.test(text.charAt(from - 1));
}

function partOf(label: string, line: Line, from: number, to: number, isTag: boolean): Part {
  const tagged = isTag ? TAGS.get(label) : undefined;
  const [meant] = [...meaningOf(tagged ?? label)].sort(([, a], [, b]) => a - b);
  const isKnown = meant !== undefined && (!isTag || tagged !== undefined);
  const value = { from: Math.min(from, to), to };
  return { label, field: isKnown ? meant[0] : 'other', isTag, line, value };
}

/** The lines on which records begin: numbers that count up, or the label that comes again first. */
function startsOf(lines: readonly Line[], named: readonly Part[]): number[] {
  const titles = named.filter(({ field }) => field === 'title');
  const numbered = countedLines(lines);
  if (numbered.length >= Math.max(titles.length * AGREED, FEWEST)) return numbered;
  const indexOf = new Map(lines.map(({ from }, index) => [from, index]));
  const counts = new Map<string, Part[]>();
  for (const part of named) {
    const label = part.label ?? '';
    const parts = counts.get(label);
    if (parts === undefined) counts.set(label, [part]);
    else parts.push(part);
  }
  const [first] = [...counts.values()].filter((parts) =>
    titles.length > 0 ? parts.length === titles.length : parts.length >= FEWEST,
  );
  const starts = (first ?? titles).flatMap(({ line }) => indexOf.get(line.from) ?? []);
  if (titles.length > 0) return starts;
  // Without a label for titles the line above the first label is one.
  return starts.flatMap((at) => (at > 0 ? [at - 1] : []));
}

/** Lines with numbers that count up from 1 or from the first. */
function countedLines(lines: readonly Line[]): number[] {
  const counted: number[] = [];
  let last: number | undefined;
  lines.forEach(({ value }, index) => {
    const match = NUMBERED.exec(value.slice(0, 60));
    const number = Number(match?.slice(1).find((group) => group !== undefined) ?? Number.NaN);
    if (Number.isNaN(number) || (last !== undefined && number !== last + 1)) return;
    last = number;
    counted.push(index);
  });
  return counted;
}

function entryOf(
  text: string,
  block: readonly Line[],
  byLine: ReadonlyMap<number, Part[]>,
): Entry | null {
  const parts: Part[] = [];
  const loose: Line[] = [];
  let open: Part | null = null;
  for (const [index, line] of block.entries()) {
    const own = byLine.get(line.from);
    if (own !== undefined) {
      for (const part of own) parts.push({ ...part, value: { ...part.value } });
      open = parts.at(-1) ?? null;
    } else if (RULE.test(line.value)) {
      // What stands below a rule under the value of a label is none of it.
      if (open !== null && open.value.to > open.value.from) open = null;
    } else if (index === 0) {
      loose.push(line);
    } else if (
      open !== null &&
      (!line.afterBlank || open.value.to <= open.value.from || open.field === 'abstract')
    ) {
      open.value = {
        from: open.value.to <= open.value.from ? line.from : open.value.from,
        to: line.to,
      };
    } else {
      open = null;
      loose.push(line);
    }
  }
  const [heading] = loose;
  const found = [
    ...(heading === undefined || heading.from !== block[0]?.from
      ? []
      : headingFields(text, heading)),
    ...fieldsIn(text, parts),
  ];
  const taken = new Set<string>();
  const fields = found.filter(({ name, range }) => {
    if (range.to <= range.from) return false;
    if (MANY.has(name)) return true;
    const isNew = !taken.has(name);
    taken.add(name);
    return isNew;
  });
  const place = cover(
    [
      ...fields.map(({ range }) => range),
      ...parts.map(({ line }) => line),
      ...loose.slice(0, 1),
    ].sort((a, b) => a.from - b.from),
  );
  if (fields.length === 0 || place === null) return null;
  const to = Math.max(place.to, ...fields.map(({ range }) => range.to));
  const from = block[0]?.from ?? place.from;
  return { from, to, fields, unknown: loose.slice(1).filter((line) => line.to <= to) };
}

const MANY: ReadonlySet<string> = new Set([
  'author',
  'editor',
  'keyword',
  'keywords',
  'other',
  'issn',
  'isbn',
  'type',
]);

// The marks around a title on the line of a number: `**A Title**`, `[A Title](https://…)`
const TITLE_MARKS =
  /^(?:#{1,6} +)?(?:\*\*)?(?:\[(?=[^\]]+\]\())?|(?:\]\((https?:[^\s()]+)\))?(?:\*\*)?[:：]?$/dgu;

/** The title, and the address it leads to, on the line that begins a record. */
function headingFields(text: string, line: Line): Found[] {
  const number = NUMBERED.exec(line.value.slice(0, 60))?.[0].length ?? 0;
  const bullet = /^[-*+•] +/.exec(line.value)?.[0].length ?? 0;
  let { from, to } = trimmed(text, { from: line.from + Math.max(number, bullet), to: line.to });
  const found: Found[] = [];
  for (const match of text.slice(from, to).matchAll(TITLE_MARKS)) {
    const address = match.indices?.[1];
    if (address !== undefined) {
      const range = { from: from + address[0], to: from + address[1] };
      found.push(...statedValues(text, 'url', 'url', range));
    }
    if (match.index > 0) to = from + match.index;
  }
  from += TITLE_MARKS_START.exec(text.slice(from, to))?.[0].length ?? 0;
  return [{ name: 'title', range: { from, to } }, ...found];
}

const TITLE_MARKS_START = /^(?:#{1,6} +)?(?:\*\*)?\[?(?=\S)/u;

function fieldsIn(text: string, parts: readonly Part[]): Found[] {
  // `FAU` and `AU` are the same people.
  const named = parts.filter(({ field }) => field === 'authors').map(({ label }) => label ?? '');
  const people = ['FAU', 'AF'].find((tag) => named.includes(tag)) ?? named[0];
  const isListed = named.filter((label) => label === people).length > 1;
  return parts.flatMap(({ field, label, value: place, isTag }): Found[] => {
    const name = label ?? '';
    const range = trimmed(text, place);
    const value = text.slice(range.from, range.to);
    if (value === '') return [];
    if (field === 'authors') {
      if (name !== people) return [{ name: 'other', range, label: name }];
      if ((isListed || isTag) && !value.includes(';')) return [{ name: 'author', range }];
    }
    if (field === 'venue') return venueFields(text, range);
    if (field === 'categories') return categoriesIn(text, range);
    if (field !== 'other' && accepts(field, value)) return statedValues(text, field, name, range);
    const link = LINKS.exec(value);
    if (link?.indices?.[0] !== undefined && isPaperAddress(link[0])) {
      const place = { from: range.from + link.indices[0][0], to: range.from + link.indices[0][1] };
      return statedValues(text, 'url', name, place);
    }
    return [{ name: 'other', range, label: name }];
  });
}

const LINKS = /https?:\/\/[^\s()<>[\]|]+/d;

// What stands behind the name of a journal: `Conference: HEMO 2024. Sao Paulo. 46(Supplement 4) (pp S1021-S1022), 2024.`
// of Embase, `12(3):14-22, 2021 May 01.` of MEDLINE; also `4(3) (no pagination), 2024. Article Number: 103511.`
const SOURCE =
  /^(?<venue>.{2,200}?)\.\s+(?:Conference: (?<event>.{2,300}?)\.\s.{0,1000}?)?(?:(?<volume>[A-Z]?\d{1,5}(?:-\d{1,5})?)?\s?(?:\((?<issue>[^()]{1,40})\))?\s?(?:\((?:pp (?<pp>[^()]{1,30})|[^()]{1,30})\)|:(?<pages>[^,:]{1,30}))?,\s)(?<year>(?:19|20)\d\d)(?: (?<month>[A-Z][a-z]{2}(?: \d{1,2})?))?(?=[.,;)]|\s*$)(?:.{0,80}?\bArticle Number: (?<article>\w{1,30}))?(?:.{0,80}?\bDate of Publication: (?<date>[^.]{4,30}))?/dsu;

// A source that is put together in another way, with a year in it
const SOME_SOURCE =
  /^(?<venue>.{2,200}?)\.\s+(?=\d|\(|Conference\b|Part\b).{0,1500}?(?<![\d-])(?<year>(?:19|20)\d\d)(?=[.,;)]|\s*$)/dsu;

const SOURCE_FIELDS = [
  ['venue', 'venue'],
  ['event', 'event'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pp', 'pages'],
  ['pages', 'pages'],
  ['year', 'year'],
  ['article', 'article_number'],
] as const;

/** Where a paper stands, as Ovid's databases say it in one value. */
function venueFields(text: string, range: Range): Found[] {
  const value = text.slice(range.from, range.to);
  const groups = (SOURCE.exec(value) ?? SOME_SOURCE.exec(value))?.indices?.groups;
  if (groups === undefined) return [{ name: 'venue', range }];
  const placed = (group: string): Range[] => {
    const [from, to] = groups[group] ?? [];
    return from === undefined || to === undefined
      ? []
      : [{ from: range.from + from, to: range.from + to }];
  };
  const [year] = placed('year');
  const printed = year && text.slice(year.from, year.to);
  // A day in the year of the volume says more than the year; `Nov 01` behind it goes with it.
  const dates = [...placed('date'), ...placed('month')].filter((place) => {
    const date = text.slice(place.from, place.to);
    return /[A-Za-z]/.test(date) && (!/\d{4}/.test(date) || date.endsWith(printed ?? ''));
  });
  return [
    ...SOURCE_FIELDS.flatMap(([group, name]) => placed(group).map((at) => ({ name, range: at }))),
    ...dates.slice(0, 1).map((at): Found => ({ name: 'date', range: at })),
  ];
}

// `cs.LG` of `` `cs.LG` `` and `['cs.LG', 'stat.ML']`
const CATEGORY =
  /(?<![\w.])(?:[a-z]{2,8}(?:-[a-z]{2,4})?\.[A-Za-z]{2}[a-z-]{0,10}|astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph)(?![\w.])/g;

function categoriesIn(text: string, range: Range): Found[] {
  const found = Array.from(text.slice(range.from, range.to).matchAll(CATEGORY), (match): Found => {
    const from = range.from + match.index;
    return { name: 'categories', range: { from, to: from + match[0].length } };
  });
  if (found.length === 0) return [{ name: 'other', range, label: 'category' }];
  return found.length === 1 ? found : [{ name: 'categories', range }];
}

import { monthOf } from '../../../model/index.ts';
import {
  type ColumnField,
  ENOUGH_SIGNS,
  accepts,
  columnFields,
  fieldOf,
  isMeant,
  isoOfParts,
  isPaperAddress,
  isAuthorsLine,
  manyColumned,
  meaningOf,
  paperSigns,
  statedValues,
} from '../../fields/index.ts';
import { type Data, type Value, dataOf } from '../../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  byPlace,
  defineReader,
  gaps,
  untitled,
  trimmed,
} from '../../seed/index.ts';
import { pageData } from './page-values.ts';
import { xmlData } from './xml-values.ts';

/**
 * Data of any service or script: JSON, JSON a line, an array of a script, a list of YAML, XML of any kind. The records are the largest
 * list of objects, or of lists, that agree in where they keep a title; which key holds what is told by its name and by
 * what stands there.
 */
export const objects = defineReader({
  format: 'objects',
  label: 'data of papers (layout inferred)',
  source: 'data file',
  stripsMath: false,
  labelsFields: true,
  infers: true,
  readsSource: true,
  signs:
    'JSON, YAML or XML with a list of objects that have a title and authors, an identifier or an abstract',
  read,
});

/** Items that are looked at to learn the keys. */
const SAMPLE = 100;

/** True for a field that holds a date. */
function isDate(field: ColumnField): field is 'date' | 'year' | 'posted' | 'updated' {
  return /^(?:date|year|posted|updated)$/.test(field);
}

/** Share of the items that must agree. */
const AGREED = 0.8;

/** How many levels of objects around a value are looked into: `content.title.value`. */
const LEVELS = 4;

function read(text: SeedText): SureReading | null {
  const data =
    pageData(text.text) ?? xmlData(text.text, isTitleName, isPersonName) ?? dataOf(text.text);
  return data === null ? null : readData(text, data);
}

/** Names of elements for titles; `<paper>` and `<name>` are around them or of anything. */
function isTitleName(name: string): boolean {
  return meaningOf(name).has('title') && !/^(?:papers?|articles?|name)$/i.test(name);
}

function isPersonName(name: string): boolean {
  const meaning = meaningOf(name);
  return meaning.has('authors') || meaning.has('editors');
}

function readData(text: SeedText, data: Data): SureReading | null {
  const lists = data.isEachARecord ? [data.roots] : listsIn(data);
  const best = lists
    .map((items) => ({ items, keys: keysOf(items) }))
    .filter(({ keys }) => keys.some(({ field }) => field === 'title'))
    .sort((a, b) => b.items.length - a.items.length)[0];
  if (best === undefined) return null;
  const { keys } = best;
  const [sample] = best.items;
  const further = lists.filter((list) => list !== best.items && !isAround(list, best.items)).flat();
  const blocks = outermost([
    ...best.items,
    ...further.filter((item) => item.kind === sample?.kind && isLike(item, keys)),
  ]);
  const holders = holdersOf(data, blocks);
  const around = new Map<string, Around>();
  const entries = blocks.map((item) => {
    const entry = entryOf(text, item, keys, data);
    const outer = aroundOf(text, entry.fields, holders.get(item) ?? []);
    for (const each of outer) around.set(`${each.found.range.from} ${each.found.name}`, each);
    return { ...entry, fields: [...entry.fields, ...outer.map(({ found }) => found)] };
  });
  const labels = [...around.values()].map(({ found: { range, name } }) => ({ range, field: name }));
  const read = entries.filter(({ fields }) => fields.length > 0);
  const enough = enoughSigns(data, keys);
  const sound = read.filter(({ fields }) => paperSigns(text.text, fields) >= enough);
  const signs = Math.max(0, ...read.map(({ fields }) => paperSigns(text.text, fields)));
  // Of one or two objects each must say more, for nothing repeats.
  const isEarned =
    sound.length >= AGREED * entries.length &&
    (read.length >= 3 ||
      (data.isStandard && read.length > 0) ||
      (read.length === 2 && signs >= 5) ||
      (read.length === 1 && signs >= 6 && isIdentified(read[0]?.fields ?? [])));
  if (!isEarned) return null;
  return {
    confidence: 0.9,
    entries,
    chrome: rootsOf(text, data).flatMap((root) =>
      gaps(
        root,
        [...entries, ...labels.map(({ range }) => range)]
          .filter((e) => e.from >= root.from && e.to <= root.to)
          .sort(byPlace),
      ).map((gap) => trimmed(text.text, gap)),
    ),
    labels,
    layout: [
      `in each ${data.isEachARecord ? 'element' : sample?.kind === 'list' ? 'list' : 'object'} ${layoutOf(keys)}`,
      ...(around.size === 0
        ? []
        : [`around them ${layoutOf(Array.from(around.values(), ({ key }) => key))}`]),
    ].join('; '),
  };
}

/** Signs of a paper that an object must show beside its title: more than other things of the kind show. */
function enoughSigns({ isStandard, isEachARecord }: Data, keys: readonly Key[]): number {
  if (isStandard) return 1;
  const isNamed = keys.find(({ field }) => field === 'title')?.path.at(-1) === 'name';
  // Whatever has a name may have an owner and a day; in a feed anything has somebody who made it.
  if (!isEachARecord) return ENOUGH_SIGNS + (isNamed ? 2 : 0);
  // A description in a feed is one of anything, and enough elsewhere.
  const isDescribed = keys.some(({ field }) => field === 'abstract');
  return ENOUGH_SIGNS + 1 + (isDescribed ? ENOUGH_SIGNS : 0);
}

/** What of a text is data; a file of XML is nothing else. */
function rootsOf({ text }: SeedText, { roots, isEachARecord }: Data): Range[] {
  return isEachARecord ? [{ from: 0, to: text.length }] : roots.map(({ whole }) => whole);
}

/** A value that an object around the papers states, and where it does. */
interface Around {
  found: Found;
  key: Pick<Key, 'field' | 'path'>;
}

/** What an object around papers may say of each of them; of a year, no more than that it is one. */
const OF_VOLUME: readonly ColumnField[] = [
  'venue',
  'year',
  'venue_short',
  'volume',
  'issue',
  'publisher',
  'publisher_place',
  'isbn',
  'issn',
  'event',
  'event_place',
  'series',
];

/** The objects that items stand in, the nearest first. */
function holdersOf({ roots }: Data, items: readonly Value[]): Map<Value, Value[]> {
  const wanted = new Set(items);
  const holders = new Map<Value, Value[]>();
  const walk = (value: Value, above: Value[]) => {
    if (wanted.has(value)) holders.set(value, above);
    const inner = value.kind === 'object' ? [value, ...above] : above;
    for (const item of value.items) walk(item, inner);
    for (const property of value.properties) walk(property.value, inner);
  };
  for (const root of roots) walk(root, []);
  return holders;
}

/** `{"Proceedings": "…", "Year": 2020, "Papers": [..]}`: what the objects around a paper say of it that it does not itself. */
function aroundOf(text: SeedText, own: readonly Found[], holders: readonly Value[]): Around[] {
  if (!own.some(({ name }) => name === 'title')) return [];
  const given = new Set<string>(own.map(({ name }) => (name === 'date' ? 'year' : name)));
  const found: Around[] = [];
  for (const { properties } of holders) {
    const names = properties.map(({ key }) => key);
    for (const field of OF_VOLUME) {
      // A name of a source, a number and a house may be those of the file, unless a volume is named.
      if (given.has(field) || (field !== 'venue' && field !== 'year' && !given.has('venue')))
        continue;
      const [best] = properties
        .flatMap(({ key, value }) => {
          const rank = meaningOf(key).get(field);
          const isText = value.kind === 'text' || value.kind === 'number';
          const isSaid = isText && isMeant(field, key, names) && isSound(field, value);
          return rank === undefined || !isSaid || /^(?:source|so)$/i.test(key)
            ? []
            : [{ key, value, rank }];
        })
        .sort((a, b) => a.rank - b.rank);
      if (best === undefined || found.some((each) => each.found.range === best.value.range))
        continue;
      given.add(field);
      for (const each of foundIn(text.text, field, best.key, best.value).slice(0, 1)) {
        found.push({ found: each, key: { field, path: [best.key] } });
      }
    }
  }
  return found;
}

function isIdentified(fields: readonly Found[]): boolean {
  return fields.some(({ name }) => ['doi', 'arxiv', 'pmid', 'openreview', 'acl'].includes(name));
}

function layoutOf(keys: readonly Pick<Key, 'field' | 'path'>[]): string {
  const shown = new Map<string, string>();
  for (const { field, path } of keys) {
    if (!shown.has(field)) shown.set(field, path.join('.'));
  }
  return [...shown].map(([field, path]) => `${field} from “${path}”`).join(', ');
}

/** Lists of objects or of lists, and objects that hold nothing but objects, each as the items it has. */
function listsIn({ roots }: Data): Value[][] {
  const lists: Value[][] = [];
  const walk = (value: Value) => {
    const children =
      value.kind === 'list' ? value.items : value.properties.map((each) => each.value);
    const members = children.filter((child) => child.kind === 'object');
    const rows = children.filter((child) => child.kind === 'list');
    if (members.length > 0 && members.length >= AGREED * children.length) lists.push(members);
    else if (value.kind === 'list' && rows.length >= 3 && rows.length === children.length) {
      lists.push(rows);
    }
    for (const child of children) walk(child);
  };
  if (roots.length > 1) lists.push(roots.filter(({ kind }) => kind === 'object'));
  else lists.push(...roots.map((root) => [root]));
  for (const root of roots) walk(root);
  return lists.filter(({ length }) => length > 0);
}

/** True for a list of which an item has the items of another list in it. */
function isAround(list: readonly Value[], items: readonly Value[]): boolean {
  const first = items[0]?.whole.from ?? 0;
  return list.some(({ whole }) => whole.from <= first && whole.to > first);
}

/** The items that stand in no other one, in file order. */
function outermost(items: readonly Value[]): Value[] {
  const sorted = [...new Set(items)].sort((a, b) => byPlace(a.whole, b.whole));
  let end = -1;
  return sorted.filter(({ whole }) => {
    if (whole.from < end) return false;
    end = whole.to;
    return true;
  });
}

/** Where one field stands in each item. */
interface Key {
  field: ColumnField;
  path: readonly string[];
  /** How well the name of the key says so; lower is better. */
  rank: number;
}

interface Leaf {
  path: readonly string[];
  value: Value;
}

/** Names of keys under which a value is wrapped: `{"title": {"value": "…"}}`. */
const WRAPPERS = [
  'value',
  'name',
  'display_name',
  'title',
  'full_name',
  '#text',
  '_',
  'text',
  'raw',
];

/** The inside of wrapping objects: what `{"value": …}` holds. */
function unwrapped(value: Value): Value {
  if (value.kind !== 'object') return value;
  for (const name of WRAPPERS) {
    const inner = value.properties.find(({ key }) => key === name)?.value;
    if (inner !== undefined && inner.kind !== 'nothing' && inner.kind !== 'object') return inner;
  }
  return value;
}

/** The values of an item by where they stand; of a list by their numbers. */
function leavesOf(item: Value): Leaf[] {
  if (item.kind === 'list') {
    return item.items.map((value, index) => ({ path: [String(index + 1)], value }));
  }
  const leaves: Leaf[] = [];
  let level: Leaf[] = [{ path: [], value: item }];
  for (let depth = 0; depth < LEVELS; depth += 1) {
    const next: Leaf[] = [];
    for (const { path, value } of level) {
      for (const { key, value: inner } of value.properties) {
        const leaf = { path: [...path, key], value: inner };
        leaves.push(leaf);
        if (inner.kind === 'object') next.push(leaf);
      }
    }
    level = next;
  }
  return leaves;
}

/** Which keys hold which field, best first, as most of the items have it. */
function keysOf(items: readonly Value[]): Key[] {
  const sample = items.slice(0, SAMPLE);
  const columns = new Map<string, { path: readonly string[]; values: Value[] }>();
  for (const item of sample) {
    for (const { path, value } of leavesOf(item)) {
      if (value.kind === 'nothing') continue;
      const name = path.join('\u0000');
      const column = columns.get(name) ?? { path, values: [] };
      column.values.push(unwrapped(value));
      columns.set(name, column);
    }
  }
  const names = Array.from(columns.values(), ({ path }) => path.at(-1) ?? '');
  const keys: Key[] = [];
  for (const { path, values } of columns.values()) {
    const name = path.at(-1) ?? '';
    for (const [field, rank] of meaningOf(name)) {
      if (!isMeant(field, name, names)) continue;
      const filled = values.filter((value) => contentsOf(value).length > 0);
      const sound = filled.filter((value) => isSound(field, value));
      if (2 * sound.length > filled.length || (filled.length === 0 && field === 'authors')) {
        keys.push({ field, path, rank: rank + FARTHER * (path.length - 1) });
      }
    }
    if (items[0]?.kind === 'list') keys.push(...shapedKeys(path, values));
  }
  const isTitled = (key: Key) =>
    sample.filter((item) => firstValue(item, [key]) !== undefined).length >= AGREED * sample.length;
  return keys
    .filter((key) => key.field !== 'title' || isTitled(key))
    .sort((a, b) => a.rank - b.rank || a.path.length - b.path.length);
}

/** What a level of objects around a key costs its rank. */
const FARTHER = 5;

/** Words of a title, at least and at most. */
const TITLE_WORDS = [3, 40] as const;

/** What a column without a name holds, by its values: titles, lists of names, addresses of papers. */
function shapedKeys(path: readonly string[], values: readonly Value[]): Key[] {
  const most = (test: (value: Value) => boolean) =>
    values.filter(test).length >= AGREED * values.length;
  const words = ({ text }: Value) => text.split(/\s+/).length;
  if (most((value) => contentsOf(value).some(({ text }) => isPaperAddress(text)))) {
    return [{ field: 'url', path, rank: 0 }];
  }
  if (
    most(({ kind, items }) => kind === 'list' && items.every(({ text }) => isAuthorsLine(text)))
  ) {
    return [{ field: 'authors', path, rank: 0 }];
  }
  const isTitle = most(
    (value) =>
      value.kind === 'text' && words(value) >= TITLE_WORDS[0] && words(value) <= TITLE_WORDS[1],
  );
  const isVaried = new Set(values.map(({ text }) => text)).size >= AGREED * values.length;
  return isTitle && isVaried ? [{ field: 'title', path, rank: 0 }] : [];
}

/** The texts and numbers that a value is or lists, empty ones left out. */
function contentsOf(value: Value): Value[] {
  // `{"person": [{…}, {…}]}` is a list with a name.
  const [only, ...others] = value.properties;
  if (only?.value.kind === 'list' && others.length === 0) return contentsOf(only.value);
  if (value.kind === 'list') return value.items.map(unwrapped).flatMap(contentsOf);
  return (value.kind === 'text' || value.kind === 'number') && value.text.trim() !== ''
    ? [value]
    : value.kind === 'object'
      ? [value]
      : [];
}

/** True when a value is of the kind its field asks for. */
function isSound(field: ColumnField, value: Value): boolean {
  const contents = contentsOf(value);
  const [first] = contents;
  if (first === undefined) return false;
  if (field === 'authors' || field === 'editors') return contents.every((each) => isPerson(each));
  if (field === 'abstract') return isInverted(value) || first.kind === 'text';
  if (isDate(field)) {
    return dateIn(value) !== undefined || accepts(field, first.text);
  }
  if (field === 'title' && (first.kind !== 'text' || contents.length > MOST_TITLES)) return false;
  return first.kind !== 'object' && accepts(field, first.text);
}

/** A title and perhaps a translation of it. */
const MOST_TITLES = 2;

function isPerson(value: Value): boolean {
  return value.kind === 'text' ? /\p{L}/u.test(value.text) : nameOf(value) !== undefined;
}

/** `{"We": [0, 3], "show": [1]}` */
function isInverted({ kind, properties }: Value): boolean {
  return (
    kind === 'object' &&
    properties.length > 5 &&
    properties.every(
      ({ value }) => value.kind === 'list' && value.items.every((item) => item.kind === 'number'),
    )
  );
}

/** True for a further item with a title where the others have theirs. */
function isLike(item: Value, keys: readonly Key[]): boolean {
  const fields = new Set(keys.map(({ field }) => field));
  const has = (field: ColumnField) =>
    firstValue(
      item,
      keys.filter((key) => key.field === field),
    ) !== undefined;
  return has('title') && [...fields].filter(has).length * 2 > fields.size;
}

/** The value at the first of several keys that holds a sound one. */
function firstValue(item: Value, keys: readonly Key[]): { value: Value; key: Key } | undefined {
  for (const key of keys) {
    const value = valueAt(item, key.path);
    if (value !== undefined && isSound(key.field, value)) return { value, key };
  }
  return undefined;
}

function valueAt(item: Value, path: readonly string[]): Value | undefined {
  let value: Value | undefined = item;
  for (const key of path) {
    value =
      value?.kind === 'list'
        ? value.items[Number(key) - 1]
        : value?.properties.find((each) => each.key === key)?.value;
  }
  return value === undefined ? undefined : unwrapped(value);
}

function entryOf(text: SeedText, item: Value, keys: readonly Key[], { roots, cut }: Data): Entry {
  const fields: Found[] = [];
  const isFree = ({ range }: Found) =>
    range.to > range.from &&
    fields.every((field) => field.range.to <= range.from || field.range.from >= range.to);
  for (const field of columnFields) {
    // What a service calls a comment is anybody's.
    if (field === 'comment') continue;
    const own = keys.filter((key) => key.field === field);
    const found = manyColumned.has(field)
      ? own.flatMap((key) => firstValue(item, [key]) ?? [])
      : [firstValue(item, own) ?? []].flat();
    for (const { value, key } of found) {
      const label = key.path.at(-1) ?? '';
      const free = foundIn(text.text, field, label, value).filter(isFree);
      const first = fields.find(({ name }) => name === 'pages');
      const [last] = free;
      if (field === 'end_page' && first !== undefined && last !== undefined)
        joinPages(text.text, first, last);
      else fields.push(...free);
    }
  }
  if (!fields.some(({ name }) => name === 'title')) {
    return untitled(
      text,
      item.whole,
      'One of the objects has no title where the others have theirs',
      'Add a title to it if it is a paper.',
    );
  }
  const isLast = cut && roots.at(-1)?.whole.to === item.whole.to;
  return { ...item.whole, fields: [...fields, ...others(item, fields)], truncated: isLast };
}

/** Makes the first page the first and the last, from one to the other. */
function joinPages(text: string, first: Found, { range, value }: Found): void {
  const said = ({ from, to }: Range, meant?: string) => meant ?? text.slice(from, to);
  if (range.from < first.range.to || said(first.range, first.value).includes('-')) return;
  first.value = `${said(first.range, first.value)}-${said(range, value)}`;
  first.range = { from: first.range.from, to: range.to };
}

/** The fields that a value is. */
function foundIn(text: string, field: ColumnField, label: string, value: Value): Found[] {
  if (field === 'abstract' && isInverted(value)) {
    return [{ name: 'abstract', range: value.range, value: wordsInOrder(value) }];
  }
  if (isDate(field)) {
    const date = dateIn(value);
    if (date !== undefined) return [{ name: field, range: value.range, value: date }];
  }
  const contents = contentsOf(value);
  if (field === 'authors' || field === 'editors') {
    const name = field === 'authors' ? 'author' : 'editor';
    const [only] = contents;
    if (value.kind !== 'list' && only?.kind === 'text') {
      return only.text === text.slice(only.range.from, only.range.to)
        ? statedValues(text, field, label, only.range)
        : [{ name: field, range: only.range, value: only.text }];
    }
    return contents.flatMap((each): Found[] => {
      if (each.kind !== 'object') return [{ name, range: each.range, value: each.text }];
      const person = nameOf(each);
      return person === undefined ? [] : [{ ...person, name }];
    });
  }
  const isList = manyColumned.has(field) || field === 'categories' || field === 'type';
  return contents.slice(0, isList ? contents.length : 1).flatMap((each): Found[] => {
    const isPrinted = each.text === text.slice(each.range.from, each.range.to);
    if (isPrinted) return statedValues(text, field, label, each.range);
    return [{ ...fieldOf(field, label), range: each.range, value: each.text }];
  });
}

function wordsInOrder({ properties }: Value): string {
  return properties
    .flatMap(({ key, value }) => value.items.map((at): [number, string] => [Number(at.text), key]))
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ');
}

/** `{"date-parts": [[2026, 6, 30]]}`, `{"year": 2026, "month": 6}`, `[2026, 6]`: what it stands for. */
function dateIn(value: Value): string | undefined {
  if (value.kind === 'text' || value.kind === 'number') return undefined;
  const part = (name: string) =>
    value.properties.find(({ key }) => key.toLowerCase() === name)?.value.text;
  const listed = numbersIn(value);
  const [year = part('year') ?? '', printed = part('month'), day = part('day')] = listed;
  const named = monthOf(printed ?? '');
  const month = named > 0 ? String(named) : printed;
  return /^(?:1[5-9]|20)\d\d$/.test(year) ? isoOfParts(year, month, day) : undefined;
}

/** The first list of numbers in a value: `[2026, 6, 30]` of `{"date-parts": [[2026, 6, 30]]}`. */
function numbersIn(value: Value): string[] {
  if (value.kind === 'list' && value.items.length > 0 && value.items.length <= 3) {
    const numbers = value.items.filter(({ text }) => /^\d{1,4}$/.test(text));
    if (numbers.length === value.items.length) return numbers.map(({ text }) => text);
  }
  const inner =
    value.kind === 'list'
      ? value.items[0]
      : value.properties.find(({ key }) => /date.?parts/i.test(key))?.value;
  return inner === undefined ? [] : numbersIn(inner);
}

const GIVEN = /^(?:given|first|fore)[ _-]?names?$|^given$|^first$/i;
const FAMILY = /^(?:family|last)[ _-]?names?$|^(?:family|last|surname)$/i;
const FULL =
  /^(?:(?:full|display|author|creator)?[ _-]?name|literal|author|preferred_name|fullname)$/i;

/** The name in an object about a person: `{"given": "Ann", "family": "Lee"}`, `{"author": {"display_name": "Ann Lee"}}`. */
function nameOf({ properties }: Value, depth = 0): Omit<Found, 'name'> | undefined {
  const named = (pattern: RegExp) =>
    properties.find(
      ({ key, value }) => pattern.test(key) && value.kind === 'text' && value.text.trim() !== '',
    )?.value;
  const [given, family] = [named(GIVEN), named(FAMILY)];
  if (family !== undefined) {
    const places = [given, family].flatMap((part) => part?.range ?? []).sort(byPlace);
    const range = { from: places[0]?.from ?? 0, to: places.at(-1)?.to ?? 0 };
    const parts = {
      ...(given === undefined ? {} : { given: given.text }),
      family: family.text,
    };
    return { range, value: Object.values(parts).join(' '), parts };
  }
  const full = named(FULL);
  if (full !== undefined) return { range: full.range, value: full.text };
  const inner = properties.find(({ key, value }) => FULL.test(key) && value.kind === 'object');
  return inner === undefined || depth > 1 ? undefined : nameOf(inner.value, depth + 1);
}

/** What no field was made of: values and whole objects by their keys. */
function others(item: Value, taken: readonly Found[]): Found[] {
  const places = taken.map(({ range }) => range).sort(byPlace);
  const walk = (value: Value, label: string): Found[] => {
    const { range, kind } = value;
    if (kind === 'nothing' || range.to <= range.from) return [];
    const touching = places.filter(({ from, to }) => from < range.to && to > range.from);
    if (touching.length === 0) return [{ name: 'other', range, label }];
    // A field that is a whole object, such as a date in parts, has nothing left over.
    if (touching.some(({ from, to }) => from <= range.from && to >= range.to)) return [];
    return kind === 'object'
      ? value.properties.flatMap(({ key, value: inner }) => walk(inner, key))
      : value.items.flatMap((inner) => walk(inner, label));
  };
  return walk(item, '');
}

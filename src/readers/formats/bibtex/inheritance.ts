import type { BibEntry, BibField } from './entries.ts';

/** Entries that others inherit from, by their keys in small letters. */
export type Parents = ReadonlyMap<string, BibEntry>;

/** Fields that name the entries an entry inherits from: its volume, and what an author writes once for many entries. */
const NAMING = ['crossref', 'xdata'] as const;

/**
 * What a volume says that holds for the papers in it too. biblatex hands down all fields that a paper has not itself
 * (manual, appendix B); of those, a DOI, an address, an abstract, pages and notes are the volume's alone.
 */
const OF_VOLUME: ReadonlySet<string> = new Set([
  'editor',
  'publisher',
  'address',
  'location',
  'year',
  'date',
  'month',
  'volume',
  'number',
  'series',
  'edition',
  'isbn',
  'issn',
  'eissn',
  'language',
  'langid',
  'organization',
  'eventtitle',
  'venue',
  'shortjournal',
]);

/** Fields that say one thing: of a paper with one of them, none of the others is the volume's to say. */
const GROUPS: readonly (readonly string[])[] = [
  ['year', 'date', 'month'],
  ['booktitle', 'booksubtitle', 'journal', 'journaltitle'],
  ['address', 'location'],
];

/** Volumes, whose own title is not that of what they stand in. */
const VOLUME = /^(?:mv)?(?:book|collection|proceedings|reference|periodical)$/;

/** Parts of a book by its own authors. */
const PART_OF_BOOK = /^(?:inbook|bookinbook|suppbook)$/;

/** How many volumes may stand in each other, how many entries one names, and how much it has from them: a hostile file has no end. */
const MOST = { levels: 4, keys: 8, fields: 60 };

/** The entries that others name as their volumes or data. */
export function parentsIn(text: string, entries: readonly BibEntry[]): Parents {
  const named = new Set(
    entries.flatMap((entry) => NAMING.flatMap((name) => keysIn(text, entry, name))),
  );
  const parents = new Map<string, BibEntry>();
  if (named.size === 0) return parents;
  for (const entry of entries) {
    const key = entry.key && text.slice(entry.key.from, entry.key.to).toLowerCase();
    if (key !== null && named.has(key) && !parents.has(key)) parents.set(key, entry);
  }
  return parents;
}

function keysIn(text: string, { fields }: BibEntry, name: string): string[] {
  const range = fields.find((field) => field.name === name)?.range;
  if (range === undefined) return [];
  return text
    .slice(range.from, range.to)
    .toLowerCase()
    .split(',', MOST.keys)
    .map((key) => key.trim());
}

/** The fields that an entry has from its volume (`crossref`) and its `xdata`, under the names they have in it. */
export function inheritedFields(
  text: string,
  entry: BibEntry,
  parents: Parents,
  children: readonly BibEntry[] = [],
): BibField[] {
  const line = [...children, entry];
  if (parents.size === 0 || line.length > MOST.levels) return [];
  const given = new Set(entry.fields.map(({ name }) => name));
  const inherited: BibField[] = [];
  for (const naming of NAMING) {
    for (const key of keysIn(text, entry, naming)) {
      const parent = parents.get(key);
      if (parent === undefined || line.includes(parent)) continue;
      const all = [...parent.fields, ...inheritedFields(text, parent, parents, line)];
      const handed = naming === 'xdata' ? all : handedDown(entry.type, all);
      const lacking = handed.filter(({ name }) => !isGiven(name, given));
      inherited.push(...lacking.slice(0, MOST.fields - inherited.length));
      for (const { name } of lacking) given.add(name);
    }
  }
  return inherited;
}

function isGiven(name: string, given: ReadonlySet<string>): boolean {
  const group = GROUPS.find((names) => names.includes(name)) ?? [name];
  return group.some((each) => given.has(each));
}

/** The fields of a volume as a paper in it has them; its title is the paper's `booktitle`. */
function handedDown(type: string, fields: readonly BibField[]): BibField[] {
  const isBook = VOLUME.test(type);
  const title =
    fields.find(({ name }) => name === 'booktitle') ?? fields.find(({ name }) => name === 'title');
  const subtitle =
    fields.find(({ name }) => name === 'booksubtitle') ??
    (title?.name === 'title' ? fields.find(({ name }) => name === 'subtitle') : undefined);
  return [
    ...(title === undefined || isBook ? [] : [{ ...title, name: 'booktitle' }]),
    ...(subtitle === undefined || isBook ? [] : [{ ...subtitle, name: 'booksubtitle' }]),
    ...fields.filter(
      ({ name }) => OF_VOLUME.has(name) || (name === 'author' && PART_OF_BOOK.test(type)),
    ),
  ];
}

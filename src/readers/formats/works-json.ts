import type { Node, ParseError } from 'jsonc-parser';
import type { FieldName } from '../../model/index.ts';
import { ARXIV_ID } from '../fields/index.ts';
import {
  inside,
  itemsOf,
  moved,
  propertiesOf,
  readItems,
  treeOf,
  valuesOf,
} from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  defineReader,
  isEndOfText,
  namesPaper,
  untitled,
} from '../seed/index.ts';

/**
 * Answers of the APIs of OpenAlex (https://docs.openalex.org/api-entities/works/work-object), Semantic Scholar
 * (https://api.semanticscholar.org/api-docs/graph), Lens (https://docs.api.lens.org/response-scholar.html) and DataCite
 * (https://datacite-metadata-schema.readthedocs.io/en/4.6/): a list of works under a key, an array of them, or one work.
 */
export const worksJson = defineReader({
  format: 'works-json',
  label: 'works of OpenAlex, Semantic Scholar, Lens or DataCite (JSON)',
  source: 'JSON file of works',
  stripsMath: false,
  labelsFields: true,
  signs:
    'works with `"authorships"` (OpenAlex), `"paperId"` (Semantic Scholar), `"lens_id"` (Lens) or `"creators"` and `"titles"` (DataCite)',
  detect,
  read: (text) => readItems(text, SHAPE, entryOf),
});

const SHAPE = {
  lists: new Set(['results', 'data', 'recommendedPapers', 'papers']),
  keys: new Set(['authorships', 'paperId', 'lens_id', 'attributes', 'creators']),
};

/** One service's way to say what a field is. */
interface Dialect {
  /** Keys that every work of it has. */
  keys: readonly string[];
  /** The key under which a work has them, where it may have one around them. */
  within?: string;
  /**
   * Where each field stands, `[]` for each item of a list, `[a=b]` for those whose `a` is `b`, `[!a]` for those without
   * one; of several places for one field the first that holds one.
   */
  paths: readonly (readonly [path: string, field: FieldName, label?: string])[];
  /** Where first and last page stand. */
  pages?: readonly [first: string, last: string];
  /** Where a word's places in the abstract stand. */
  invertedAbstract?: string;
}

const DIALECTS: readonly Dialect[] = [
  {
    keys: ['authorships', 'title'],
    paths: [
      ['doi', 'doi'],
      ['ids.doi', 'doi'],
      ['ids.pmid', 'pmid'],
      ['title', 'title'],
      ['display_name', 'title'],
      ['authorships[].author.display_name', 'author'],
      ['publication_date', 'date'],
      ['publication_year', 'year'],
      ['primary_location.raw_type', 'type'],
      ['type_crossref', 'type'],
      ['type', 'type'],
      ['primary_location.source.display_name', 'venue'],
      ['primary_location.source.issn_l', 'issn'],
      ['primary_location.source.host_organization_name', 'publisher'],
      ['locations[].source.display_name', 'venue'],
      ['locations[].source.issn_l', 'issn'],
      ['locations[].source.host_organization_name', 'publisher'],
      ['primary_location.landing_page_url', 'url'],
      ['biblio.volume', 'volume'],
      ['biblio.issue', 'issue'],
      ['language', 'language'],
      ['keywords[].display_name', 'keyword'],
      ['topics[].display_name', 'keyword', 'subject'],
      ['mesh[].descriptor_name', 'keyword', 'mesh'],
      ['locations[].landing_page_url', 'arxiv'],
    ],
    pages: ['biblio.first_page', 'biblio.last_page'],
    invertedAbstract: 'abstract_inverted_index',
  },
  {
    keys: ['paperId', 'title'],
    paths: [
      ['externalIds.DOI', 'doi'],
      ['externalIds.ArXiv', 'arxiv'],
      ['externalIds.PubMed', 'pmid'],
      ['externalIds.ACL', 'acl'],
      ['title', 'title'],
      ['authors[].name', 'author'],
      ['abstract', 'abstract'],
      ['journal.name', 'venue'],
      ['publicationVenue.name', 'venue'],
      ['venue', 'venue'],
      ['publicationVenue.issn', 'issn'],
      ['journal.volume', 'volume'],
      ['journal.pages', 'pages'],
      ['publicationDate', 'date'],
      ['year', 'year'],
      ['publicationTypes[]', 'type'],
      ['fieldsOfStudy[]', 'keyword', 'subject'],
      ['s2FieldsOfStudy[].category', 'keyword', 'subject'],
      ['url', 'url'],
    ],
  },
  {
    keys: ['lens_id', 'title'],
    paths: [
      ['title', 'title'],
      ['authors[]', 'author'],
      ['abstract', 'abstract'],
      ['publication_type', 'type'],
      ['date_published', 'date'],
      ['year_published', 'year'],
      ['source.title', 'venue'],
      ['source.publisher', 'publisher'],
      ['source.issn[].value', 'issn'],
      ['volume', 'volume'],
      ['issue', 'issue'],
      ['conference.name', 'event'],
      ['conference.location', 'event_place'],
      ['languages[]', 'language'],
      ['keywords[]', 'keyword'],
      ['fields_of_study[]', 'keyword', 'subject'],
      ['mesh_terms[].mesh_heading', 'keyword', 'mesh'],
      ['external_ids[]', 'doi'],
    ],
    pages: ['start_page', 'end_page'],
  },
  {
    keys: ['creators', 'titles'],
    within: 'attributes',
    paths: [
      ['doi', 'doi'],
      ['titles[!titleType].title', 'title'],
      ['titles[titleType=Subtitle].title', 'subtitle'],
      ['titles[].title', 'title'],
      ['creators[]', 'author'],
      ['contributors[contributorType=Editor]', 'editor'],
      ['descriptions[descriptionType=Abstract].description', 'abstract'],
      ['dates[dateType=Issued].date', 'date'],
      ['dates[dateType=Available].date', 'date'],
      ['dates[dateType=Submitted].date', 'posted'],
      ['dates[dateType=Updated].date', 'updated'],
      ['publicationYear', 'year'],
      ['types.resourceTypeGeneral', 'type'],
      ['types.resourceType', 'type'],
      ['types.bibtex', 'type'],
      ['container[type=Journal].title', 'venue'],
      ['container[type=Book].title', 'venue'],
      ['container[type=Proceedings].title', 'venue'],
      ['container[type=Series].title', 'venue'],
      ['container[type=Book Series].title', 'series'],
      ['container[identifierType=ISSN].identifier', 'issn'],
      ['container[identifierType=ISBN].identifier', 'isbn'],
      ['container.volume', 'volume'],
      ['container.issue', 'issue'],
      ['relatedIdentifiers[relatedIdentifierType=ISSN].relatedIdentifier', 'issn'],
      ['publisher.name', 'publisher'],
      ['publisher', 'publisher'],
      ['language', 'language'],
      ['version', 'version'],
      ['subjects[subjectScheme=arXiv].subject', 'categories'],
      ['subjects[!subjectScheme].subject', 'keyword'],
      ['subjects[].subject', 'keyword', 'subject'],
      ['url', 'url'],
    ],
    pages: ['container.firstPage', 'container.lastPage'],
  },
];

/** Fields that are taken from each path that holds some. */
const SUMMED: ReadonlySet<FieldName> = new Set(['keyword', 'type']);

/** Fields of which a path may hold many. */
const MANY: ReadonlySet<FieldName> = new Set([
  'author',
  'editor',
  'keyword',
  'categories',
  'type',
  'issn',
]);

/** How many items are looked at to tell what a text is. */
const SAMPLE = 5;

/** How much of a text is looked at to tell what it is; one work of OpenAlex may have thousands of references. */
const SAMPLE_LENGTH = 500_000;

function detect({ text }: SeedText): number {
  const head = text.slice(0, SAMPLE_LENGTH);
  if (
    !/^\s{0,1000}[[{]/.test(head) ||
    !/"(?:authorships|paperId|lens_id|creators)"\s{0,20}:/.test(head)
  ) {
    return 0;
  }
  const items = itemsOf(head, SHAPE).items.slice(0, SAMPLE);
  const known = items.filter(({ from, to }) => dialectOf(treeOf(head.slice(from, to))));
  return known.length > 0 && known.length * 2 >= items.length ? 0.97 : 0;
}

function dialectOf(item: Node | undefined): Dialect | undefined {
  return DIALECTS.find((dialect) => {
    const values = valuesOf(workIn(item, dialect));
    return dialect.keys.every((key) => values.has(key));
  });
}

/** What an item says of a work, which may stand under a key of its own. */
function workIn(item: Node | undefined, { within }: Dialect): Node | undefined {
  return (within === undefined ? undefined : valuesOf(item).get(within)) ?? item;
}

function entryOf(text: SeedText, block: Range): Entry {
  const source = text.text.slice(block.from, block.to);
  const errors: ParseError[] = [];
  const item = treeOf(source, errors);
  const dialect = dialectOf(item);
  const fields =
    item === undefined || dialect === undefined
      ? []
      : fieldsOf(source, item, dialect).map((field) => ({
          ...field,
          range: moved(field.range, block.from),
        }));
  if (!namesPaper(fields)) {
    return untitled(
      text,
      block,
      'The work has neither a title nor an identifier',
      'Add a `"title"` to it if it is a paper.',
    );
  }
  return { ...block, fields, truncated: errors.length > 0 && isEndOfText(text.text, block.to) };
}

function fieldsOf(source: string, item: Node, dialect: Dialect): Found[] {
  const taken = new Map<Node, Found>();
  const known = new Set<FieldName>();
  const work = workIn(item, dialect) ?? item;
  for (const [path, name, label] of dialect.paths) {
    if (known.has(name) && !SUMMED.has(name)) continue;
    const found = nodesAt(work, path).flatMap((node): [Node, Found][] => {
      const field = taken.has(node) ? undefined : valueField(source, node, name, label);
      return field === undefined ? [] : [[node, field]];
    });
    for (const [node, field] of MANY.has(name) ? found : found.slice(0, 1)) taken.set(node, field);
    if (found.length > 0) known.add(name);
  }
  const spread = [pagesIn(work, dialect), abstractIn(work, dialect)].flatMap(
    (found) => found ?? [],
  );
  for (const { nodes, field } of spread) for (const node of nodes) taken.set(node, field);
  return Array.from(new Set([...taken.values(), ...others(item, taken)]));
}

// `titles[!titleType]`, `authorships[]`, `container[type=Journal]`
const STEP = /^(\w+)(?:\[(!)?(\w*)(?:=([\w ]+))?\])?$/;

/** The values at a path such as `authorships[].author.display_name`. */
function nodesAt(item: Node, path: string): Node[] {
  return path.split('.').reduce<Node[]>(
    (nodes, step) => {
      const [, key = '', not, asked, wanted] = STEP.exec(step) ?? [];
      const found = nodes.flatMap((node) => valuesOf(node).get(key) ?? []);
      if (asked === undefined) return found;
      const items = found.flatMap((node) =>
        node.type === 'array' ? (node.children ?? []) : asked === '' ? [] : [node],
      );
      if (asked === '') return items;
      return items.filter((each) => {
        const value = valuesOf(each).get(asked)?.value;
        return not === undefined ? value === wanted : value === undefined || value === null;
      });
    },
    [item],
  );
}

/** Fields of what contains a paper; OpenAlex says them of archives that hold a copy, too. */
const IN_CONTAINER: ReadonlySet<FieldName> = new Set(['venue', 'issn', 'publisher']);

function isInRepository(node: Node): boolean {
  return valuesOf(node.parent?.parent).get('type')?.value === 'repository';
}

const BARE_ARXIV = new RegExp(`^${ARXIV_ID}$`, 'i');
const ARXIV_ADDRESS = new RegExp(`arxiv\\.org/(?:abs|pdf)/(${ARXIV_ID})`, 'i');

/** The field that a value is, undefined where it holds none. */
function valueField(
  source: string,
  node: Node,
  name: FieldName,
  label: string | undefined,
): Found | undefined {
  if (IN_CONTAINER.has(name) && isInRepository(node)) return undefined;
  const range = inside(node);
  const labelled = label === undefined ? {} : { label };
  if (node.type === 'object') return objectField(node, name);
  if (node.type === 'number') return { name, range, ...labelled };
  const value = node.type === 'string' ? String(node.value) : '';
  if (value.trim() === '') return undefined;
  if (name !== 'arxiv' || BARE_ARXIV.test(value)) return { name, range, value, ...labelled };
  const id = ARXIV_ADDRESS.exec(source.slice(range.from, range.to));
  if (id?.[1] === undefined) return undefined;
  const from = range.from + id.index + id[0].length - id[1].length;
  return { name, range: { from, to: from + id[1].length } };
}

/** `{"type": "doi", "value": "10.1000/1"}` and `{"first_name": "Ann", "last_name": "Lee"}` of Lens, `{"name": "Lee, Ann"}` of DataCite. */
function objectField(node: Node, name: FieldName): Found | undefined {
  const values = valuesOf(node);
  const text = (key: string) => {
    const value = values.get(key);
    return value?.type === 'string' && String(value.value).trim() !== ''
      ? String(value.value).trim()
      : undefined;
  };
  if (name === 'doi') {
    const value = values.get('value');
    return text('type') === 'doi' && value !== undefined
      ? { name, range: inside(value), value: String(value.value) }
      : undefined;
  }
  const [given, givenKey] = firstOf(['first_name', 'givenName']);
  const [family, familyKey] = firstOf(['last_name', 'familyName']);
  const [whole, wholeKey] = firstOf(['collective_name', 'display_name', 'name']);
  const isPerson = family !== undefined && text('nameType') !== 'Organizational';
  const keys = isPerson ? [givenKey, familyKey] : [wholeKey ?? givenKey ?? familyKey];
  const places = keys
    .flatMap((key) => (key === undefined ? [] : (values.get(key) ?? [])))
    .map(inside)
    .sort((a, b) => a.from - b.from);
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const range = { from: first.from, to: last.to };
  if (isPerson) {
    return {
      name,
      range,
      value: [given, family].filter((part) => part !== undefined).join(' '),
      parts: { ...(given === undefined ? {} : { given }), family },
    };
  }
  const value = whole ?? given ?? family ?? '';
  // `Lee, Ann` of a source that does not say whether it is a person.
  const isPlain = text('nameType') !== 'Organizational' && wholeKey === 'name';
  return { name, range, value, ...(isPlain ? {} : { parts: {} }) };

  function firstOf(names: readonly string[]): [value: string | undefined, key: string | undefined] {
    const key = names.find((each) => text(each) !== undefined);
    return [key === undefined ? undefined : text(key), key];
  }
}

interface Spread {
  nodes: Node[];
  field: Found;
}

/** First and last page as one stretch, from the one to the other. */
function pagesIn(item: Node, { pages }: Dialect): Spread | undefined {
  const nodes = (pages ?? []).flatMap((path) =>
    nodesAt(item, path).filter(({ type, value }) =>
      type === 'number' ? true : type === 'string' && String(value).trim() !== '',
    ),
  );
  const [first, last] = nodes;
  if (first === undefined) return undefined;
  const [a, b] = [String(first.value), String(last?.value ?? first.value)];
  const ranges = nodes.map(inside);
  const range = {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
  return { nodes, field: { name: 'pages', range, value: a === b ? a : `${a}–${b}` } };
}

/** The words of an abstract in order: `{"We": [0, 3], "show": [1]}`. */
function abstractIn(item: Node, { invertedAbstract }: Dialect): Spread | undefined {
  const [index] = invertedAbstract === undefined ? [] : nodesAt(item, invertedAbstract);
  const words = propertiesOf(index).flatMap(({ key, value }) =>
    (value.children ?? []).flatMap(({ value: at }): [number, string][] =>
      typeof at === 'number' ? [[at, key]] : [],
    ),
  );
  if (index === undefined || words.length === 0) return undefined;
  const value = words
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ');
  return { nodes: [index], field: { name: 'abstract', range: inside(index), value } };
}

/** What no field was made of: values and whole objects by their keys. */
function others(item: Node, taken: ReadonlyMap<Node, Found>): Found[] {
  const ranges = Array.from(taken.values(), ({ range }) => range);
  const walk = (node: Node, label: string): Found[] => {
    if (taken.has(node) || node.type === 'null') return [];
    const range = inside(node);
    const holds = ranges.some(({ from, to }) => from < range.to && to > range.from);
    if (holds) {
      return node.type === 'object'
        ? propertiesOf(node).flatMap(({ key, value }) => walk(value, key))
        : (node.children ?? []).flatMap((child) => walk(child, label));
    }
    return range.to <= range.from ? [] : [{ name: 'other', range, label }];
  };
  return walk(item, '');
}

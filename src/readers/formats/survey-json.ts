import type { Node, ParseError } from 'jsonc-parser';
import type { FieldName } from '../../model/index.ts';
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
 * What a survey publishes of its papers: `data/survey.json`, by the schema that stands beside it, and the lines of
 * `data/works.jsonl`. What is about that survey, such as its themes, is no field of a paper.
 */
export const surveyJson = defineReader({
  format: 'survey-json',
  label: 'survey file (JSON or JSON Lines)',
  source: 'survey file',
  stripsMath: false,
  labelsFields: true,
  signs: 'works with `"permalink"`, `"citation_key"` and `"publication"`, as surveys publish them',
  opening: /\{\s{0,20}"(?:\$schema"\s{0,4}:\s{0,4}"survey\.schema\.json"|permalink"\s{0,4}:)/y,
  detect,
  read: (text) => readItems(text, SHAPE, entryOf),
});

const SHAPE = { lists: new Set(['works']), keys: new Set(['citation_key']) };

/** How much of a text is looked at to tell what it is. */
const SAMPLE_LENGTH = 300_000;

function detect({ text }: SeedText): number {
  const head = text.slice(0, SAMPLE_LENGTH);
  if (!/^\s{0,1000}[[{]/.test(head) || !/"citation_key"\s{0,4}:/.test(head)) return 0;
  const [first] = itemsOf(head, SHAPE).items;
  if (first === undefined) return 0;
  const values = valuesOf(treeOf(head.slice(first.from, first.to)));
  const isWork =
    ['permalink', 'citation_key', 'publication'].every((key) => values.has(key)) &&
    valuesOf(values.get('title')).has('latex');
  return isWork ? 0.98 : 0;
}

function entryOf(text: SeedText, block: Range): Entry {
  const errors: ParseError[] = [];
  const work = treeOf(text.text.slice(block.from, block.to), errors);
  const fields = fieldsOf(work).map((field) => ({
    ...field,
    range: moved(field.range, block.from),
  }));
  const isCut = errors.length > 0 && isEndOfText(text.text, block.to);
  if (namesPaper(fields)) {
    const isTeaser = valuesOf(work).get('abstract_truncated')?.value === true;
    return { ...block, fields, truncated: isCut || isTeaser };
  }
  return untitled(
    text,
    block,
    'The work has neither a title nor an identifier',
    'Add a `"title"` to it if it is a paper.',
    fields,
  );
}

/** The texts of a work, by their keys; renderings stand in them as LaTeX. */
const TEXTS: readonly (readonly [key: string, name: FieldName])[] = [
  ['citation_key', 'citation_key'],
  ['title', 'title'],
  ['journal_ref', 'journal_ref'],
  ['comment', 'comment'],
  ['code_url', 'code_url'],
  ['note', 'note'],
  ['abstract', 'abstract'],
  ['author_count', 'author_count'],
];

/** The texts of a publication. */
const PRINTED: readonly (readonly [key: string, name: FieldName])[] = [
  ['posted', 'posted'],
  ['genre', 'genre'],
  ['container_title', 'venue'],
  ['container_title_short', 'venue_short'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['page', 'pages'],
  ['article_number', 'article_number'],
  ['chapter', 'chapter'],
  ['page_count', 'page_count'],
  ['publisher', 'publisher'],
  ['publisher_place', 'publisher_place'],
  ['edition', 'edition'],
  ['collection_title', 'series'],
  ['collection_number', 'series_number'],
  ['isbn', 'isbn'],
  ['issn', 'issn'],
  ['institution', 'institution'],
  ['event', 'event'],
  ['event_place', 'event_place'],
  ['event_date', 'event_date'],
  ['language', 'language'],
  ['version', 'version'],
  ['status', 'status'],
  ['remark', 'comment'],
];

/** What that survey says of a work beside what it is, each item of a list by itself. */
const ABOUT = ['permalink', 'url', 'themes', 'related', 'near_twins', 'sources', 'observations'];

/** Of what the date of a work is, and so which field it is; the month of an identifier is worked out again. */
const DATED: ReadonlyMap<unknown, FieldName> = new Map<unknown, FieldName>([
  ['publication', 'date'],
  ['posting', 'posted'],
]);

/** The fields that hold an identifier of a scheme. */
const SCHEMES: ReadonlyMap<unknown, FieldName> = new Map<unknown, FieldName>(
  (['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'url'] as const).map((name) => [name, name]),
);

function fieldsOf(work: Node | undefined): Found[] {
  const values = valuesOf(work);
  const publication = valuesOf(values.get('publication'));
  const archive = valuesOf(publication.get('archive'));
  const found = (node: Node | undefined, name: FieldName | undefined): Found[] =>
    name === undefined ? [] : textOf(node, name);
  const isEtAl = values.get('authors_incomplete')?.value === true;
  // A paper that nobody publishes stands on its server alone.
  const isOnServer = publication.get('container_title')?.type === 'null';
  return [
    ...TEXTS.flatMap(([key, name]) => found(values.get(key), name)),
    ...itemsIn(values.get('authors')).flatMap((node) => nameOf(node, 'author')),
    ...(isEtAl ? found(values.get('authors_incomplete'), 'et_al') : []),
    ...itemsIn(values.get('identifiers')).flatMap((node) => {
      const identifier = valuesOf(node);
      return found(identifier.get('value'), SCHEMES.get(identifier.get('scheme')?.value));
    }),
    ...found(values.get('issued'), DATED.get(publication.get('issued_of')?.value)),
    ...itemsIn(values.get('categories')).flatMap((node) => found(node, 'categories')),
    ...itemsIn(values.get('keywords')).flatMap((node) => {
      const keyword = valuesOf(node);
      const label = String(keyword.get('kind')?.value);
      return found(keyword.get('value'), 'keyword').map((field) => ({ ...field, label }));
    }),
    ...found(publication.get('kind') ?? publication.get('type'), 'type'),
    ...PRINTED.flatMap(([key, name]) => found(publication.get(key), name)),
    ...itemsIn(publication.get('editors')).flatMap((node) => nameOf(node, 'editor')),
    ...itemsIn(publication.get('translators')).flatMap((node) => nameOf(node, 'translator')),
    ...(isOnServer ? found(archive.get('name'), 'venue') : []),
    ...found(archive.get('doi'), 'doi'),
    ...ABOUT.flatMap((label) => {
      const value = values.get(label);
      const items = value?.type === 'array' ? itemsIn(value) : value === undefined ? [] : [value];
      return items.map((item): Found => ({ name: 'other', range: inside(item), label }));
    }),
  ];
}

function itemsIn(node: Node | undefined): Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** A text, a number, or the LaTeX of a rendering as a field; none of what is empty. */
function textOf(node: Node | undefined, name: FieldName): Found[] {
  const printed = node?.type === 'object' ? valuesOf(node).get('latex') : node;
  if (printed === undefined || printed.type === 'null') return [];
  if (printed.type !== 'string') return [{ name, range: inside(printed) }];
  const value = String(printed.value);
  return value.trim() === '' ? [] : [{ name, range: inside(printed), value }];
}

/** A name by its parts; the printed form alone of a name without a family. */
function nameOf(node: Node, name: 'author' | 'editor' | 'translator'): Found[] {
  const places = propertiesOf(node).flatMap(({ value }) =>
    value.type === 'string' ? [inside(value)] : [],
  );
  const [first] = places;
  const last = places.at(-1);
  const values = valuesOf(node);
  const text = (key: string) => {
    const value = values.get(key);
    return value?.type === 'string' ? String(value.value) : undefined;
  };
  const literal = text('literal');
  if (first === undefined || last === undefined || literal === undefined) return [];
  const parts = Object.fromEntries(
    ['given', 'particle', 'family', 'suffix'].flatMap((key) => {
      const part = text(key);
      return part === undefined ? [] : [[key, part]];
    }),
  );
  return [{ name, range: { from: first.from, to: last.to }, value: literal, parts }];
}

import type { FieldName } from '../../model/index.ts';
import { ARXIV_ID, arxivAuthors } from '../fields/index.ts';
import {
  type XmlElement,
  attribute,
  contentOf,
  localName,
  xmlElements,
  xmlFurniture,
  xmlRecords,
  xmlValue,
} from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  byPlace,
  cover,
  defineReader,
  noPaper,
  placeOf,
} from '../seed/index.ts';

/**
 * arXiv's metadata as its OAI-PMH interface gives it (https://info.arxiv.org/help/oa/index.html), in
 * the formats arXiv, arXivRaw, arXivOld and oai_dc, with or without the records around them.
 */
export const arxivOai = defineReader({
  format: 'arxiv-oai',
  label: 'arXiv metadata (OAI-PMH)',
  source: 'arXiv',
  stripsMath: false,
  labelsFields: true,
  signs: '`<record>` with `oai:arXiv.org:0704.0002` and `<arXiv>`, `<arXivRaw>` or `<oai_dc:dc>`',
  opening: /(?:<\?xml\b[^<>]{0,200}\?>\s{0,20})?<OAI-PMH\b/y,
  read,
});

// The namespace of arXiv's formats, and the identifier in the head of its records
const OF_ARXIV = /https?:\/\/arxiv\.org\/OAI\/|oai:arXiv\.org:/;

function read(text: SeedText): SureReading | null {
  const records = recordsOf(text.text);
  if (records.length === 0) return null;
  return {
    confidence: 0.95,
    entries: records.map((record) => entryOf(text, record)),
    chrome: xmlFurniture(text.text, records),
  };
}

function recordsOf(text: string): Range[] {
  const isOai = /<(?:[\w-]{1,30}:)?(?:record|arXiv(?:Raw|Old)?|dc)[\s>]/.test(text);
  if (!isOai || !OF_ARXIV.test(text)) return [];
  const records = xmlRecords(text, 'record');
  return records.length > 0 ? records : xmlRecords(text, 'arXiv|arXivRaw|arXivOld|dc');
}

function entryOf(text: SeedText, { from, to }: Range): Entry {
  const [root] = xmlElements(text.text, { from, to });
  const head = root?.children.find(({ name }) => localName(name) === 'header');
  const status = head === undefined ? undefined : attribute(head, 'status');
  const isDeleted = status !== undefined && text.text.slice(status.from, status.to) === 'deleted';
  const elements = root === undefined || isDeleted ? [] : leaves(root);
  const fields = elements.flatMap((element) => fieldsOf(text.text, element));
  if (!fields.some(({ name }) => name === 'title' || name === 'abstract')) {
    const found = isDeleted ? 'A record marked as deleted' : 'A record without title and abstract';
    return noPaper(
      { from, to },
      {
        code: 'entry-without-paper',
        severity: 'note',
        source: placeOf(text, { from, to }),
        text: `${found} was found where a paper was expected.`,
        hint: 'It may stay as it is, or be copied again if it was cut off.',
      },
    );
  }
  return { from, to, fields: withOneIdentifier(fields), truncated: root?.closed === false };
}

/** The elements that hold values: an author and a version are one each, all else has no further element in it. */
function leaves(element: XmlElement): XmlElement[] {
  const name = localName(element.name);
  const isUnit = (name === 'author' && element.children.length > 0) || name === 'version';
  if (isUnit || element.children.length === 0) return [element];
  return element.children.flatMap(leaves);
}

/** The head repeats the identifier of the metadata; where the metadata has none, the head's is the paper's. */
function withOneIdentifier(fields: readonly Found[]): Found[] {
  const hasOwn = fields.some(({ name, label }) => name === 'arxiv' && label === undefined);
  return fields.map((field) =>
    hasOwn && field.name === 'arxiv' && field.label !== undefined
      ? { ...field, name: 'other' as const }
      : field,
  );
}

// `0704.0002` of `oai:arXiv.org:0704.0002`, and of `http://arxiv.org/abs/0704.0002` in Dublin Core
const HEAD_IDENTIFIER = new RegExp(`^(?:oai:arXiv\\.org:|https?://arxiv\\.org/abs/)(${ARXIV_ID})$`);

/** Elements whose value is a field as it stands; what is neither these nor read below is kept under its name. */
const FIELDS = new Map<string, FieldName>([
  ['id', 'arxiv'],
  ['title', 'title'],
  ['abstract', 'abstract'],
  ['categories', 'categories'],
  ['doi', 'doi'],
  ['created', 'date'],
  ['date', 'date'],
  ['updated', 'updated'],
  ['comments', 'comment'],
  ['journal-ref', 'journal_ref'],
  ['authors', 'authors'],
  ['dc:title', 'title'],
  ['dc:creator', 'author'],
  ['dc:description', 'abstract'],
  ['dc:date', 'date'],
]);

// `Comment: 12 pages` among the descriptions of Dublin Core
const COMMENT = /^Comments?:\s*/;

function fieldsOf(text: string, element: XmlElement): Found[] {
  const local = localName(element.name);
  if (local === 'author' && element.children.length > 0) return [...person(text, element)];
  if (local === 'version') return version(text, element);
  const found = xmlValue(text, contentOf(text, element));
  const { range, value } = found;
  if (range.to <= range.from) return [];
  const name = element.name.startsWith('dc:') ? element.name : local;
  if (name === 'identifier') {
    const id = HEAD_IDENTIFIER.exec(value)?.[1];
    if (id === undefined) return [{ name: 'other', ...found, label: name }];
    return [{ name: 'arxiv', range: { from: range.to - id.length, to: range.to }, label: name }];
  }
  if (name === 'dc:identifier') {
    const isDoi = /^doi:/i.test(value);
    return [
      { name: HEAD_IDENTIFIER.test(value) ? 'url' : isDoi ? 'doi' : 'journal_ref', ...found },
    ];
  }
  if (name === 'authors' && value === text.slice(range.from, range.to)) {
    return arxivAuthors(text, range);
  }
  const mark = name === 'dc:description' ? COMMENT.exec(value)?.[0].length : undefined;
  if (mark !== undefined) {
    const comment = { from: range.from + mark, to: range.to };
    return [{ name: 'comment', range: comment, value: value.slice(mark) }];
  }
  if (name === 'proxy' || name === 'email') return [{ name: 'private', ...found, label: name }];
  const field = FIELDS.get(name);
  return [
    field === undefined ? { name: 'other', ...found, label: name } : { name: field, ...found },
  ];
}

/** `Ileana Streinu` for `<keyname>Streinu</keyname><forenames>Ileana</forenames>`. */
function person(text: string, element: XmlElement): Found[] {
  const found: Found[] = [];
  const parts = new Map<string, { range: Range; value: string }>();
  for (const child of element.children) {
    const part = xmlValue(text, contentOf(text, child));
    if (part.range.to <= part.range.from) continue;
    const name = localName(child.name);
    if (name === 'keyname' || name === 'forenames' || name === 'suffix') parts.set(name, part);
    else found.push({ name: 'other', ...part, label: name });
  }
  const family = parts.get('keyname');
  const given = parts.get('forenames');
  const suffix = parts.get('suffix');
  const present = [given, family, suffix].filter((part) => part !== undefined);
  const place = cover(present.map(({ range }) => range).sort(byPlace));
  if (place === null) return found;
  const name: Found = {
    name: 'author',
    range: place,
    value: present.map(({ value }) => value).join(' '),
  };
  if (family !== undefined && given !== undefined) {
    name.parts = { given: given.value, family: family.value };
    if (suffix !== undefined) name.parts.suffix = suffix.value;
  }
  // An affiliation between the parts of a name stays inside it.
  const outside = found.filter(({ range }) => range.from >= place.to || range.to <= place.from);
  return [...outside, name];
}

// `Mon, 2 Apr 2007` of `Mon, 2 Apr 2007 19:18:42 GMT`
const DAY = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4}/;

/** The date of the first version is the paper's; those of later ones are updates. */
function version(text: string, element: XmlElement): Found[] {
  const number = attribute(element, 'version');
  const isFirst = number === undefined || text.slice(number.from, number.to) === 'v1';
  return element.children.flatMap((child): Found[] => {
    const range = contentOf(text, child);
    if (range.to <= range.from) return [];
    if (localName(child.name) !== 'date') return [{ name: 'other', range, label: child.name }];
    const day = DAY.exec(text.slice(range.from, range.to))?.[0];
    const to = day === undefined ? range.to : range.from + day.length;
    return [{ name: isFirst ? 'date' : 'updated', range: { from: range.from, to } }];
  });
}

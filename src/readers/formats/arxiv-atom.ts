import type { FieldName } from '../../model/index.ts';
import { ARXIV_CATEGORY, ARXIV_ID, arxivAuthors } from '../fields/index.ts';
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
  defineReader,
  groupFields,
  noPaper,
  placeOf,
  trimmed,
} from '../seed/index.ts';

/**
 * Answers of arXiv's API (Atom, https://info.arxiv.org/help/api/user-manual.html) and its daily
 * feeds (RSS 2.0, https://info.arxiv.org/help/rss.html).
 */
export const arxivAtom = defineReader({
  format: 'arxiv-atom',
  label: 'arXiv API answer or feed',
  source: 'arXiv',
  stripsMath: false,
  labelsFields: true,
  signs: '`<entry>` with `<id>http://arxiv.org/abs/…</id>`, or `<item>` with `oai:arXiv.org:`',
  opening:
    /(?:<\?xml\b[^<>]{0,200}\?>\s{0,20})?<feed\b[^<>]{0,400}http:\/\/www\.w3\.org\/2005\/Atom/y,
  read,
});

function read(text: SeedText): SureReading | null {
  const records = isOfArxiv(text.text) ? xmlRecords(text.text, 'entry|item') : [];
  if (records.length === 0) return null;
  return {
    confidence: 0.95,
    entries: records.map((record) => entryOf(text, record)),
    chrome: xmlFurniture(text.text, records),
  };
}

// `<id>http://arxiv.org/abs/2510.14968v1</id>` of an entry
const ENTRY_ID = /<(?:[\w-]{1,30}:)?id>\s{0,20}https?:\/\/(?:\w{1,10}\.)?arxiv\.org\/abs\//;

// `<link>https://arxiv.org/abs/2507.19991</link>` or `oai:arXiv.org:2507.19991v1` of an item
const ITEM_LINK = /<link>\s{0,20}https?:\/\/(?:\w{1,10}\.)?arxiv\.org\/abs\/|oai:arXiv\.org:/;

function isOfArxiv(text: string): boolean {
  if (/<(?:[\w-]{1,30}:)?entry[\s>]/.test(text)) return ENTRY_ID.test(text);
  return /<item[\s>]/.test(text) && /<title>/.test(text) && ITEM_LINK.test(text);
}

function entryOf(text: SeedText, { from, to }: Range): Entry {
  const [root] = xmlElements(text.text, { from, to });
  const fields = root?.children.flatMap((element) => fieldsOf(text.text, element)) ?? [];
  if (!fields.some(({ name }) => name === 'title' || name === 'abstract')) {
    return noPaper(
      { from, to },
      {
        code: 'entry-without-paper',
        severity: 'warning',
        source: placeOf(text, { from, to }),
        text: 'An entry without title and abstract was found where a paper was expected.',
        hint: 'Copy the end of the file again if it was cut off, or look up what the API says in this entry.',
      },
    );
  }
  announce(text.text, fields);
  return { from, to, fields, truncated: root?.closed === false };
}

/** The day on which a feed tells of an older paper again is not that paper's date. */
function announce(text: string, fields: Found[]): void {
  const kind = fields.find(({ label }) => label === 'kind' || label === 'arxiv:announce_type');
  if (kind === undefined || text.slice(kind.range.from, kind.range.to) === 'new') return;
  for (const field of fields) {
    if (field.name === 'date') Object.assign(field, { name: 'other', label: 'announced' });
  }
}

/** Elements whose value is a field as it stands. */
const FIELDS = new Map<string, FieldName>([
  ['summary', 'abstract'],
  ['updated', 'updated'],
  ['comment', 'comment'],
  ['journal_ref', 'journal_ref'],
  ['doi', 'doi'],
  ['DOI', 'doi'],
]);

function fieldsOf(text: string, element: XmlElement): Found[] {
  const found = xmlValue(text, contentOf(text, element));
  const { range, value } = found;
  const isEmpty = range.to <= range.from;
  switch (element.name) {
    case 'author':
    case 'atom:author':
      return element.children.flatMap((child) => personPart(text, child));
    case 'link':
    case 'atom:link':
      return isEmpty ? linkFields(text, element) : [{ name: 'url', ...found }];
    case 'category':
    case 'atom:category':
    case 'arxiv:primary_category':
      return isEmpty ? categoryFields(text, element) : [{ name: 'categories', ...found }];
    default:
      break;
  }
  if (isEmpty) return [];
  if (element.name === 'dc:creator') {
    // Names in HTML links, as older feeds have them, are read as one text.
    return value === text.slice(range.from, range.to)
      ? arxivAuthors(text, range)
      : [{ name: 'authors', range, value: withoutTags(value) }];
  }
  if (element.name === 'description') return description(text, range, value);
  const local = localName(element.name);
  switch (local) {
    case 'id':
    case 'guid':
      return identifier(text, range, element.name);
    case 'title':
      return feedTitle(text, range, value);
    case 'published':
    case 'pubDate':
      return [day(text, range)];
    default:
      break;
  }
  const name = FIELDS.get(local);
  if (name !== undefined) return [{ name, ...found }];
  return element.children.length > 0
    ? element.children.flatMap((child) => fieldsOf(text, child))
    : [{ name: 'other', ...found, label: element.name }];
}

function personPart(text: string, element: XmlElement): Found[] {
  const found = xmlValue(text, contentOf(text, element));
  if (found.range.to <= found.range.from) return [];
  switch (localName(element.name)) {
    case 'name':
      return [{ name: 'author', ...found }];
    case 'email':
      return [{ name: 'private', ...found, label: element.name }];
    default:
      return [{ name: 'other', ...found, label: localName(element.name) }];
  }
}

// The identifier in `http://arxiv.org/abs/2510.14968v1` and `oai:arXiv.org:2507.19991v1`
const IDENTIFIER = new RegExp(`(?:arxiv\\.org/abs/|oai:arXiv\\.org:)(${ARXIV_ID})$`, 'di');

function identifier(text: string, range: Range, label: string): Found[] {
  const match = IDENTIFIER.exec(text.slice(range.from, Math.min(range.to, range.from + 200)));
  return match === null
    ? [{ name: 'other', range, label }]
    : groupFields(match, range.from, ['arxiv']);
}

// ` (arXiv:1201.1234v1 [cs.CL])` at the end of a title in older feeds, and the stop before it
const FEED_TITLE = new RegExp(
  `\\.?\\s*\\(arXiv:(${ARXIV_ID})(?: \\[[\\w.-]{2,20}\\])?[ A-Z]{0,14}\\)$`,
  'd',
);

function feedTitle(text: string, range: Range, value: string): Found[] {
  const tail = Math.max(range.from, range.to - 120);
  const mark = FEED_TITLE.exec(text.slice(tail, range.to));
  if (mark === null) return [{ name: 'title', range, value }];
  const title = { from: range.from, to: range.to - mark[0].length };
  return [{ name: 'title', ...xmlValue(text, title) }, ...groupFields(mark, tail, ['arxiv'])];
}

// What a feed puts before an abstract: `arXiv:2507.19991v1 Announce Type: new  Abstract: `
const ANNOUNCED = new RegExp(
  `^arXiv:${ARXIV_ID} Announce Type: ([\\w-]{1,20})\\s+(?:Abstract: )?`,
  'd',
);

function description(text: string, range: Range, value: string): Found[] {
  const mark = ANNOUNCED.exec(text.slice(range.from, range.to));
  if (mark === null) return [{ name: 'abstract', range, value: withoutTags(value) }];
  const abstract = trimmed(text, { from: range.from + mark[0].length, to: range.to });
  return [
    ...groupFields(mark, range.from, [{ other: 'kind' }]),
    { name: 'abstract', ...xmlValue(text, abstract) },
  ];
}

/** The text of HTML that holds nothing but links and paragraphs. */
function withoutTags(html: string): string {
  return html.replace(/<\/?(?:a|p|br)(?:\s[^<>]{0,400})?\/?>/gi, '').trim();
}

function linkFields(text: string, element: XmlElement): Found[] {
  const range = attribute(element, 'href');
  if (range === undefined || range.to <= range.from) return [];
  const found = xmlValue(text, range);
  const kind = attribute(element, 'title') ?? attribute(element, 'rel');
  const label = kind === undefined ? 'link' : text.slice(kind.from, kind.to);
  return label === 'alternate' || label === 'link'
    ? [{ name: 'url', ...found }]
    : [{ name: 'other', ...found, label: `link: ${label}` }];
}

const CATEGORY = new RegExp(`^${ARXIV_CATEGORY}$`);

/** A category by its term; ACM and MSC classes have the same element. */
function categoryFields(text: string, element: XmlElement): Found[] {
  const range = attribute(element, 'term');
  if (range === undefined || range.to <= range.from) return [];
  const found = xmlValue(text, range);
  return CATEGORY.test(found.value)
    ? [{ name: 'categories', ...found }]
    : [{ name: 'other', ...found, label: 'class' }];
}

// `Fri, 25 Jul 2025` of `Fri, 25 Jul 2025 00:00:00 -0400`
const MAIL_DAY = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4}(?= )/;

function day(text: string, range: Range): Found {
  const match = MAIL_DAY.exec(text.slice(range.from, range.to));
  return {
    name: 'date',
    range: match === null ? range : { from: range.from, to: range.from + match[0].length },
  };
}

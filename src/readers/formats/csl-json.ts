import type { Node, ParseError } from 'jsonc-parser';
import type { FieldName, Message, RawField } from '../../model/index.ts';
import { extraFields, isoOfParts, statedArxiv, statedFields } from '../fields/index.ts';
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
  placeOf,
} from '../seed/index.ts';

/**
 * CSL-JSON, as Zotero, Better BibTeX, pandoc and doi.org write it: an array of items, `{"items": [..]}`
 * or one item (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types).
 */
export const cslJson = defineReader({
  format: 'csl-json',
  label: 'CSL-JSON',
  source: 'CSL-JSON file',
  stripsMath: false,
  labelsFields: true,
  signs: 'items such as `{"type": "article-journal", "title": …}`',
  opening: /[ \t]*(?:\[\s{0,20})?\{\s{0,20}"(?:id|type|items|title|DOI|author)"\s{0,4}:/y,
  detect,
  read: (text) => readItems(text, SHAPE, entryOf),
});

/** Types of CSL 1.0.2, and those of Crossref's look-alike. */
const TYPES: ReadonlySet<string> = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
    'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
    'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
    'treaty webpage journal-article proceedings-article posted-content book-chapter monograph dissertation'
  ).split(' '),
);

const SHAPE = {
  lists: new Set(['items', 'references', 'message']),
  keys: new Set(['container-title', 'issued', 'DOI', 'author', 'type']),
};

/** How many items are looked at to tell what a text is. */
const SAMPLE = 20;

/** How much of a text is looked at to tell what it is. */
const SAMPLE_LENGTH = 300_000;

function detect(text: SeedText): number {
  const head = text.text.slice(0, SAMPLE_LENGTH);
  if (!/^\s{0,1000}[[{]/.test(head) || !/"type"\s{0,20}:/.test(head)) return 0;
  const items = itemsOf(head, SHAPE).items.slice(0, SAMPLE);
  const looks = items.map(({ from, to }) => looksLikeItem(treeOf(head.slice(from, to))));
  const likely = looks.filter((look) => look > 0).length;
  // Types such as `article` and `event` are common elsewhere: one item must have what only CSL has.
  return looks.includes(2) && likely * 2 >= items.length ? 0.97 : 0;
}

/** 2 for an item with fields that only CSL has, 1 for a type and a title, 0 for another object. */
function looksLikeItem(node: Node | undefined): 0 | 1 | 2 {
  const values = valuesOf(node);
  const type = values.get('type');
  if (type?.type !== 'string' || !TYPES.has(String(type.value))) return 0;
  const issued = valuesOf(values.get('issued'));
  const hasDate = ['date-parts', 'raw', 'literal'].some((key) => issued.has(key));
  const names = values.get('author')?.children ?? [];
  const hasNames = names.some(
    (name) => valuesOf(name).has('family') || valuesOf(name).has('literal'),
  );
  const isCitable = values.has('container-title') || values.has('citation-key');
  if (isCitable || hasDate || hasNames) return 2;
  return values.has('title') && values.has('id') ? 1 : 0;
}

function entryOf(text: SeedText, block: Range): Entry {
  const source = text.text.slice(block.from, block.to);
  const errors: ParseError[] = [];
  const item = treeOf(source, errors);
  const truncated = errors.length > 0 && isEndOfText(text.text, block.to);
  const fields = fieldsOf(source, item).map((field) => ({
    ...field,
    range: moved(field.range, block.from),
  }));
  const messages: Message[] = [];
  if (errors.length > 0 && !truncated) {
    messages.push({
      code: 'broken-json',
      severity: 'warning',
      source: placeOf(text, block),
      text: 'This item is no well-formed JSON; what could be read of it was taken.',
      hint: 'Compare the item with the file, or export it again.',
    });
  }
  if (namesPaper(fields)) return { ...block, fields, truncated, messages };
  const refused = untitled(
    text,
    block,
    'The item has neither a title nor an identifier',
    'Add a `"title"` to the item if it is a paper.',
    fields,
  );
  return { ...refused, messages: [...messages, ...(refused.messages ?? [])] };
}

/** CSL variables that are fields of a paper as they are. */
const TEXTS: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['title', 'title'],
  ['subtitle', 'subtitle'],
  ['abstract', 'abstract'],
  ['container-title', 'venue'],
  ['DOI', 'doi'],
  ['URL', 'url'],
  ['PMID', 'pmid'],
  ['type', 'type'],
  ['container-title-short', 'venue_short'],
  ['short-container-title', 'venue_short'],
  ['journalAbbreviation', 'venue_short'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['page', 'pages'],
  ['article-number', 'article_number'],
  ['number', 'article_number'],
  ['publisher', 'publisher'],
  ['publisher-place', 'publisher_place'],
  ['publisher-location', 'publisher_place'],
  ['edition', 'edition'],
  ['edition-number', 'edition'],
  ['collection-title', 'series'],
  ['collection-number', 'series_number'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['event-title', 'event'],
  ['event', 'event'],
  ['event-place', 'event_place'],
  ['chapter-number', 'chapter'],
  ['number-of-pages', 'page_count'],
  ['language', 'language'],
  ['keyword', 'keywords'],
  ['version', 'version'],
  ['genre', 'genre'],
  ['degree', 'genre'],
  ['status', 'status'],
  ['note', 'note'],
  ['citation-key', 'citation_key'],
]);

/** Variables in which Zotero and others put an arXiv identifier. */
const STATING: ReadonlySet<string> = new Set([
  'number',
  'note',
  'container-title',
  'archive_location',
  'page',
]);

// `doe17`, `10.1145/3544548.3580875`; a number alone is that of an item in somebody's library
const KEY = /^(?!https?:)(?=.*[A-Za-z/])[A-Za-z\d][\w:./+&-]*$/;

/** Types of what is in nothing else. */
const IS_WHOLE = /^(?:book|thesis|report|dataset|software|patent|standard)$/;

/** When a work appeared, the first that is given: CSL's own, and those that Crossref has besides. */
const DATES = ['issued', 'published', 'published-print', 'published-online'];

function fieldsOf(source: string, item: Node | undefined): Found[] {
  const properties = propertiesOf(item);
  const isWhole = IS_WHOLE.test(String(valuesOf(item).get('type')?.value));
  const hasVenue = properties.some(({ key }) => key === 'container-title');
  const given = new Set(properties.map(({ key }) => TEXTS.get(key)));
  const isGiven = (name: FieldName) => given.has(name);
  const isPatent = properties.some(({ key, value }) => key === 'type' && value.value === 'patent');
  const dated = DATES.find((name) => properties.some(({ key }) => key === name));
  return properties.flatMap(({ key, value }): Found[] => {
    const place = inside(value);
    const other: Found = { name: 'other', range: place, label: key };
    const single = value.type === 'array' && TEXTS.has(key) ? value.children?.[0] : value;
    const text = single?.type === 'string' ? String(single.value) : undefined;
    if (key === 'author' && text === undefined) return (value.children ?? []).flatMap(nameOf);
    if ((key === 'editor' || key === 'translator') && text === undefined) {
      return (value.children ?? []).flatMap(nameOf).map((each) => ({ ...each, name: key }));
    }
    if (key === 'event-date') {
      return dateOf(source, value).map((each) =>
        each.name === 'date' ? { ...each, name: 'event_date' } : each,
      );
    }
    if (key === dated) return dateOf(source, value);
    // A patent is filed and not posted.
    if (key === 'submitted' && !isPatent) return dateOf(source, value).map(asPosted);
    // Crossref's look-alike has lists and objects where CSL has texts. A chapter stands in a book, and that in a series.
    const titles = key === 'container-title' ? (value.children ?? []) : [];
    const [series, book] = titles;
    if (series?.type === 'string' && book?.type === 'string') {
      return [wordIn(series, { name: 'series' }), wordIn(book, { name: 'venue' })];
    }
    if (key === 'institution' && value.type === 'array') {
      const name = valuesOf(value.children?.[0]).get('name');
      return name?.type === 'string' ? [wordIn(name, { name: 'institution' })] : [other];
    }
    if (value.type === 'array' && (key === 'subject' || key === 'ISSN')) {
      return (value.children ?? []).flatMap((item): Found[] =>
        item.type === 'string' && item.value !== ''
          ? [
              wordIn(
                item,
                key === 'ISSN' ? { name: 'issn' } : { name: 'keyword', label: 'subject' },
              ),
            ]
          : [],
      );
    }
    if (value.type === 'object' && key === 'event') {
      const found = valuesOf(value);
      const named = (['name', 'location'] as const).flatMap((part): Found[] => {
        const item = found.get(part);
        return item?.type !== 'string' || item.value === ''
          ? []
          : [wordIn(item, { name: part === 'name' ? 'event' : 'event_place' })];
      });
      const days = daysOf(source, found.get('start'), found.get('end'));
      const isFree = ({ range }: Found) =>
        named.every((each) => each.range.to <= range.from || each.range.from >= range.to);
      // A name may stand between the two.
      return [...named, ...days.filter(isFree)];
    }
    const numeric = value.type === 'number' ? TEXTS.get(key) : undefined;
    if (numeric !== undefined) return [{ name: numeric, range: place }];
    if (text === undefined || single === undefined) return [other];
    const range = inside(single);
    const extra =
      key === 'note'
        ? extraFields(source, { range, label: key, decode: decodedString, isGiven })
        : null;
    if (extra !== null) return extra;
    if (STATING.has(key)) {
      const printed = source.slice(range.from, range.to);
      const stated = printed.includes('\\') ? null : statedArxiv(source, range);
      if (stated !== null) {
        return statedFields(source, {
          range,
          stated,
          label: key,
          isVenue: key === 'container-title',
        });
      }
    }
    // Without a container a conference is the best there is.
    if (!hasVenue && !isWhole && (key === 'event-title' || key === 'event'))
      return [{ name: 'venue', range, value: text }];
    if (key === 'author') return [{ name: 'authors', range, value: text }];
    if (key === 'id' && KEY.test(text)) return [{ name: 'citation_key', range }];
    const name = TEXTS.get(key);
    if (name === 'abstract') return [{ name, range, value: withoutJats(text) }];
    if (name === 'title' && text.includes('nocase')) {
      return [{ name, range, value: text, caseKept: keptCapitals(text) }];
    }
    return name === undefined ? [{ ...other, range, value: text }] : [{ name, range, value: text }];
  });
}

/** The first and the last day of an event, as Crossref has them, as one stretch. */
function daysOf(source: string, start: Node | undefined, end: Node | undefined): Found[] {
  const [first, last = first] = [start, end].flatMap((day) =>
    day === undefined ? [] : dateOf(source, day).filter(({ name }) => name === 'date'),
  );
  if (first === undefined || last === undefined) return [];
  const [from, to] = first.range.from < last.range.from ? [first, last] : [last, first];
  const days = [first, last].map(({ value, range }) => value ?? source.slice(range.from, range.to));
  return [
    {
      name: 'event_date',
      range: { from: from.range.from, to: to.range.to },
      value: [...new Set(days)].join('/'),
    },
  ];
}

/** A date of submission is that of a preprint. */
function asPosted(found: Found): Found {
  return found.name === 'date' ? { ...found, name: 'posted' } : found;
}

/** What a part of a string of JSON stands for. */
function decodedString(part: string): string {
  const value: unknown = treeOf(`"${part}"`)?.value;
  return typeof value === 'string' ? value : part;
}

function wordIn(item: Node, field: Pick<Found, 'name' | 'label'>): Found {
  return { ...field, range: inside(item), value: String(item.value) };
}

// `<span class="nocase">DNA</span>`: what keeps its capitals under any style
const NO_CASE = /<span class="nocase">([^<]{1,300})<\/span>/g;

/** The words of a title that CSL's own mark keeps from styles that write titles small or large. */
function keptCapitals(title: string): string[] {
  return Array.from(title.matchAll(NO_CASE), ([, inside = '']) => inside.split(/\s+/))
    .flat()
    .filter((word) => /\p{Lu}/u.test(word));
}

// `<jats:title>Abstract</jats:title>` before the text itself
const JATS_HEADING = /<jats:title>\s{0,20}(?:Abstract|Summary)\.?\s{0,20}<\/jats:title>/gi;

// `<jats:p>`, `</jats:italic>`, `<jats:xref ref-type="bibr">`
const JATS_TAG = /<\/?jats:([a-z-]{1,40})(?:\s[^<>]{0,300})?\/?>/gi;

/** An abstract as doi.org has it, without the tags of the journal's own format (https://jats.nlm.nih.gov). */
function withoutJats(text: string): string {
  if (!text.includes('<jats:')) return text;
  return text
    .replace(JATS_HEADING, '')
    .replace(JATS_TAG, (_, name: string) =>
      /^(?:p|sec|title|list|list-item)$/.test(name) ? ' ' : '',
    )
    .trim();
}

function nameOf(node: Node): Found[] {
  if (node.type === 'string')
    return [{ name: 'author', range: inside(node), value: String(node.value) }];
  const values = valuesOf(node);
  const text = (key: string) => {
    const value = values.get(key);
    const printed = value?.type === 'string' ? String(value.value).replace(/\s+/g, ' ').trim() : '';
    return printed === '' ? undefined : printed;
  };
  const literal = text('literal') ?? text('name');
  const particle = [text('dropping-particle'), text('non-dropping-particle')]
    .filter((part) => part !== undefined)
    .join(' ');
  const given = text('given');
  const family = text('family');
  const suffix = text('suffix');
  const range = nameRange(values);
  if (range === undefined) return [];
  if (literal !== undefined && ET_AL.test(literal)) return [{ name: 'et_al', range }];
  if (literal !== undefined) return [{ name: 'author', range, value: literal, parts: {} }];
  const value = [given, particle, family, suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const parts: NonNullable<RawField['parts']> = {};
  if (family !== undefined) {
    if (given !== undefined) parts.given = given;
    if (particle !== '') parts.particle = particle;
    parts.family = family;
    if (suffix !== undefined) parts.suffix = suffix;
  }
  return value === '' ? [] : [{ name: 'author', range, value, parts }];
}

// `others`: what programs make of the end of a list that goes on
const ET_AL = /^(?:others|et\.? ?al\.?)$/i;

const NAME_KEYS: ReadonlySet<string> = new Set([
  'literal',
  'name',
  'family',
  'given',
  'suffix',
  'dropping-particle',
  'non-dropping-particle',
]);

/** From the first to the last part of a name. */
function nameRange(values: ReadonlyMap<string, Node>): Range | undefined {
  const places = [...values].flatMap(([key, node]) =>
    NAME_KEYS.has(key) && node.type === 'string' && node.length > 2 ? [inside(node)] : [],
  );
  const first = places[0];
  const last = places.at(-1);
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}

/** `{"date-parts": [["2020", 8]]}`, `{"raw": "2020-08"}`, `{"literal": "in press"}`, `"2020"`, `2020` */
function dateOf(source: string, issued: Node): Found[] {
  if (issued.type !== 'object' && issued.type !== 'array') {
    const value =
      issued.type === 'string'
        ? String(issued.value)
        : source.slice(issued.offset, issued.offset + issued.length);
    return [{ name: 'date', range: inside(issued), value }];
  }
  const values = valuesOf(issued);
  const parts =
    values.get('date-parts')?.children ?? (issued.type === 'array' ? issued.children : undefined);
  const [first, second] = parts ?? [];
  const from = first === undefined ? '' : isoParts(first);
  const to = second === undefined ? '' : isoParts(second);
  if (first !== undefined && from !== '') {
    // The inside of the brackets, of both where the date is a stretch.
    const isStretch = to !== '' && to !== from;
    const last = isStretch && second !== undefined ? second : first;
    const range = { from: first.offset + 1, to: last.offset + last.length - 1 };
    return [{ name: 'date', range, value: isStretch ? `${from}/${to}` : from }];
  }
  const printed = values.get('raw') ?? values.get('literal') ?? values.get('year');
  if (printed === undefined) return [{ name: 'other', range: inside(issued), label: 'issued' }];
  const value = printed.type === 'string' ? String(printed.value) : String(printed.value ?? '');
  return value === '' ? [] : [{ name: 'date', range: inside(printed), value }];
}

/** `2020-08` of `["2020", 8]`; empty when there is no year. */
function isoParts({ children = [] }: Node): string {
  const digits = children.map(({ value }) => String(value ?? '').trim());
  const [year = '', month, day] = digits;
  return /^\d{4}$/.test(year) ? isoOfParts(year, month, day) : '';
}

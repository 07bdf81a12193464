import type { FieldName, RawField } from '../../model/index.ts';
import { doiStart, extraFields, statedArxiv, statedFields } from '../fields/index.ts';
import {
  type TopElement,
  type XmlElement,
  attribute,
  contentOf,
  outlineOf,
  xmlElements,
  xmlText,
} from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type FoundFiling,
  type Range,
  type Reading,
  type SeedText,
  defineReader,
  isEndOfText,
  namesPaper,
  untitled,
} from '../seed/index.ts';

/**
 * Zotero's RDF export. A paper is an element such as `bib:Article`; its journal, with the DOI, may be an
 * element of its own that the paper points at, and so are notes and attachments, which are no papers.
 */
export const zoteroRdf = defineReader({
  format: 'zotero-rdf',
  label: 'Zotero RDF',
  source: 'Zotero',
  stripsMath: false,
  labelsFields: true,
  signs: 'an `rdf:RDF` element with the namespace `http://www.zotero.org/namespaces/export#`',
  opening: /<rdf:RDF\s(?=[^>]{0,2000}(?:zotero\.org\/namespaces|purl\.org\/net\/biblio))/y,
  detect,
  read,
});

function detect(text: SeedText): number {
  const head = text.text.slice(0, 20_000);
  if (!/<rdf:RDF[\s>]/.test(head)) return 0;
  if (/zotero\.org\/namespaces\/export#/.test(head)) return 0.98;
  return /purl\.org\/net\/biblio#/.test(head) ? 0.9 : 0;
}

/** Elements that are no papers: notes, files, folders, and what papers appear in. */
const NO_PAPER: ReadonlySet<string> = new Set([
  'bib:Memo',
  'z:Attachment',
  'z:Collection',
  'bib:Journal',
  'bib:Series',
  'bib:Periodical',
  'foaf:Person',
]);

const NO_PAPER_TYPES: ReadonlySet<string> = new Set(['note', 'attachment', 'annotation']);

/** Elements that belong to whoever keeps the library. */
const KEPT: ReadonlySet<string> = new Set(['z:Attachment', 'bib:Memo']);

interface Outline {
  /** Each paper with the notes, files and journals that follow it. */
  papers: Range[];
  /** Collections by themselves, and the root's own tags. */
  furniture: Range[];
  /** Files and notes before the first paper. */
  kept: Range[];
  /** Elements by the address in `rdf:about`. */
  byAddress: ReadonlyMap<string, TopElement>;
  /** The user's collections, by the address of what is in them. */
  collections: ReadonlyMap<string, readonly FoundFiling[]>;
}

// `rdf:about="urn:issn:03772217"`
const ABOUT = /\srdf:about\s?=\s?(?:"([^"]*)"|'([^']*)')/;

/** Only children of the root have an address of their own. */
function startsElement(tag: string): boolean {
  return ABOUT.test(tag);
}

function outlineOfPapers(text: string): Outline {
  const { elements, furniture } = outlineOf(text, startsElement);
  const byAddress = new Map<string, TopElement>();
  const containers = new Set<string>();
  const reference = /<dcterms:isPartOf\s[^>]{0,20}rdf:resource\s?=\s?"([^"]*)"/g;
  for (const match of text.matchAll(reference)) containers.add(match[1] ?? '');
  const papers: Range[] = [];
  const kept: Range[] = [];
  let last: Range | null = null;
  for (const element of elements) {
    const head = text.slice(element.from, element.from + 2000);
    const about = ABOUT.exec(head.slice(0, head.indexOf('>') + 1));
    const address = about?.[1] ?? about?.[2];
    if (address !== undefined) byAddress.set(address, element);
    const type = /<z:itemType>\s{0,20}(\w+)/.exec(text.slice(element.from, element.to))?.[1];
    const isContainer = address !== undefined && containers.has(address);
    const isPaper =
      !NO_PAPER.has(element.name) && !isContainer && !NO_PAPER_TYPES.has(type?.toLowerCase() ?? '');
    const { from, to } = element;
    if (isPaper) {
      last = { from, to };
      papers.push(last);
    } else if (last !== null && element.name !== 'z:Collection') last.to = to;
    else {
      last = null;
      (KEPT.has(element.name) ? kept : furniture).push({ from, to });
    }
  }
  const collections = collectionsIn(
    text,
    elements.filter(({ name }) => name === 'z:Collection'),
  );
  return { papers, furniture, kept, byAddress, collections };
}

/** The collections of a library by the addresses of their papers; what is in a collection of a collection is in both. */
function collectionsIn(text: string, elements: readonly TopElement[]): Map<string, FoundFiling[]> {
  const collections = elements
    .flatMap((element) => partsOf(text, element))
    .map((part) => {
      const title = part.children.find(({ name }) => name === 'dc:title');
      const members = part.children.flatMap(({ name, resource }) =>
        name === 'dcterms:hasPart' && resource !== undefined
          ? [text.slice(resource.from, resource.to)]
          : [],
      );
      const address = part.about === undefined ? '' : text.slice(part.about.from, part.about.to);
      return { address, title, members };
    });
  const holders = new Map<string, typeof collections>();
  for (const collection of collections)
    for (const member of collection.members)
      holders.set(member, [...(holders.get(member) ?? []), collection]);
  const filed = new Map<string, FoundFiling[]>();
  for (const member of holders.keys()) {
    const around = new Set<(typeof collections)[number]>();
    const walk = (address: string) => {
      for (const holder of holders.get(address) ?? []) {
        if (around.has(holder)) continue;
        around.add(holder);
        walk(holder.address);
      }
    };
    walk(member);
    const filings = Array.from(around)
      .reverse()
      .flatMap(({ title }): FoundFiling[] =>
        title?.text === undefined || title.text === ''
          ? []
          : [{ kind: 'collection', value: title.text, range: title.content }],
      );
    filed.set(member, filings);
  }
  return filed;
}

function read(text: SeedText): Reading {
  const outline = outlineOfPapers(text.text);
  return {
    entries: outline.papers.map((block) => entryOf(text, outline, block)),
    chrome: outline.furniture,
    private: outline.kept,
  };
}

function entryOf(text: SeedText, outline: Outline, block: Range): Entry {
  const source = text.text;
  const { elements } = outlineOf(source, startsElement, block, 1);
  const [paper] = elements;
  const [root, ...following] = elements.flatMap((element) => partsOf(source, element));
  const fields = root === undefined ? [] : fieldsOf({ outline, source, following }, root);
  if (namesPaper(fields)) {
    const isCut = paper?.closed === false && isEndOfText(source, paper.to);
    const about = root?.about;
    const address = about === undefined ? '' : source.slice(about.from, about.to);
    const filings = outline.collections.get(address) ?? [];
    return { ...block, fields, filings, truncated: isCut };
  }
  return untitled(
    text,
    block,
    'The item has neither a title nor an identifier',
    'Give it a title in Zotero if it is a paper.',
    fields,
  );
}

/** One element with its text, where it has no other elements in it. */
interface Part {
  name: string;
  /** What stands between its tags, white space at the ends left out. */
  content: Range;
  text: string | undefined;
  resource: Range | undefined;
  about: Range | undefined;
  children: Part[];
}

function partsOf(source: string, range: Range): Part[] {
  return xmlElements(source, range)
    .slice(0, 1)
    .map((element) => partOf(source, element));
}

function partOf(source: string, element: XmlElement): Part {
  const content = contentOf(source, element);
  const isLeaf = element.children.length === 0;
  return {
    name: element.name,
    content,
    text: isLeaf ? xmlText(source.slice(content.from, content.to)) : undefined,
    resource: attribute(element, 'rdf:resource'),
    about: attribute(element, 'rdf:about'),
    children: element.children.map((child) => partOf(source, child)),
  };
}

interface Context {
  outline: Outline;
  source: string;
  /** Elements that follow the paper in its block. */
  following: readonly Part[];
}

function fieldsOf(context: Context, paper: Part): Found[] {
  return paperFields(context, paper).concat(
    context.following.flatMap((part) => followingFields(context, paper, part)),
  );
}

/** Elements of a paper that are its fields as they are. */
const TEXTS: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['dc:title', 'title'],
  ['dcterms:abstract', 'abstract'],
  ['dc:date', 'date'],
  ['z:itemType', 'type'],
]);

function paperFields(context: Context, paper: Part): Found[] {
  const hasContainer = paper.children.some((child) => containerTitle(context, child) !== undefined);
  const seen = new Set<FieldName>();
  const given = new Set(leaves(paper).flatMap(({ name }) => PUBLICATION.get(name) ?? []));
  const isGiven = (name: FieldName) => given.has(name);
  return paper.children.flatMap((child): Found[] => {
    const name = TEXTS.get(child.name);
    if (name !== undefined && child.text !== undefined && !seen.has(name)) {
      seen.add(name);
      return [{ name, range: child.content, value: child.text }];
    }
    switch (child.name) {
      case 'bib:authors':
        return people(child).map(nameOf);
      case 'bib:editors':
        return people(child).map((person) => ({ ...nameOf(person), name: 'editor' }));
      case 'dc:subject':
        return leaves(child).flatMap((leaf): Found[] =>
          leaf.text
            ? [{ name: 'keyword', range: leaf.content, value: leaf.text, label: 'tag' }]
            : [],
        );
      case 'dc:identifier':
        return identifier(child, true);
      case 'dcterms:isPartOf':
        return isPartOf(context, child);
      case 'bib:presentedAt':
        return leaves(child).map((leaf, index): Found =>
          index === 0 && leaf.name === 'dc:title' && leaf.text
            ? { name: hasContainer ? 'event' : 'venue', range: leaf.content, value: leaf.text }
            : other(leaf),
        );
      case 'dc:description':
        return (
          extraFields(context.source, {
            range: child.content,
            label: child.name,
            decode: xmlText,
            isGiven,
          }) ?? leaves(child).flatMap((leaf) => stating(context, leaf))
        );
      default:
        return leaves(child).flatMap((leaf) => stating(context, leaf));
    }
  });
}

const SERIES = 'bib:Series';

/** Title and identifiers of the journal that is given inside of the paper; a reference to one far away stands for its title. */
function isPartOf(context: Context, child: Part): Found[] {
  if (child.resource === undefined) {
    return child.children.flatMap((container) => containerFields(context, container));
  }
  const range = child.resource;
  const title = isNear(context, child) ? undefined : containerTitle(context, child);
  return [
    title === undefined
      ? { name: 'other', range, label: child.name }
      : { name: 'venue', range, value: title },
  ];
}

function addressOf({ source }: Context, range: Range | undefined): string | undefined {
  return range === undefined ? undefined : source.slice(range.from, range.to);
}

/** True when the element a paper refers to follows it in its own block. */
function isNear(context: Context, { resource }: Part): boolean {
  const address = addressOf(context, resource);
  return context.following.some(({ about }) => addressOf(context, about) === address);
}

/** The title of the journal or book that `dcterms:isPartOf` holds or refers to. */
function containerTitle(context: Context, child: Part): string | undefined {
  if (child.name !== 'dcterms:isPartOf') return undefined;
  const address = addressOf(context, child.resource);
  const element = address === undefined ? undefined : context.outline.byAddress.get(address);
  const containers = element === undefined ? child.children : partsOf(context.source, element);
  const titles = containers
    .filter(({ name }) => name !== SERIES)
    .flatMap(({ children }) => children.filter(({ name }) => name === 'dc:title'));
  return titles.map(({ text }) => text).find((text) => text !== undefined && text !== '');
}

function containerFields(context: Context, container: Part): Found[] {
  const isSeries = container.name === SERIES;
  let hasTitle = false;
  return container.children.flatMap((child): Found[] => {
    if (child.name === 'dc:title' && child.text && !hasTitle) {
      hasTitle = true;
      return [{ name: isSeries ? 'series' : 'venue', range: child.content, value: child.text }];
    }
    if (isSeries && child.name === 'dc:identifier' && child.text && /^\d{1,6}$/.test(child.text)) {
      return [{ name: 'series_number', range: child.content, value: child.text }];
    }
    if (child.name === 'dc:identifier') return identifier(child, false);
    return leaves(child).flatMap((leaf) => stating(context, leaf));
  });
}

/** What follows a paper: its journal, if it refers to it; notes and files otherwise. */
function followingFields(context: Context, paper: Part, part: Part): Found[] {
  const address = addressOf(context, part.about);
  const isContainer =
    address !== undefined &&
    paper.children.some(
      ({ name, resource }) =>
        name === 'dcterms:isPartOf' && addressOf(context, resource) === address,
    );
  if (isContainer) return containerFields(context, part);
  // Files and notes belong to whoever keeps the library.
  const isKept = KEPT.has(part.name);
  return leaves(part).map((leaf) => {
    const field = other(leaf);
    return isKept ? { ...field, name: 'private', label: part.name } : field;
  });
}

/** `DOI 10.1016/j.ejor.2020.08.036`, `ISSN 03772217`, or an address inside of `dcterms:URI`. */
function identifier(child: Part, isPapers: boolean): Found[] {
  return leaves(child).map((leaf): Found => {
    const value = leaf.text ?? '';
    const doi = /^https?:/i.test(value) ? undefined : doiStart(value);
    if (doi !== undefined) {
      const range = { from: leaf.content.from + doi, to: leaf.content.to };
      return { name: 'doi', range, value: value.slice(doi) };
    }
    const number = /^(ISSN|ISBN)\s{1,3}(?=\S)/i.exec(value);
    if (number !== null) {
      const range = { from: leaf.content.from + number[0].length, to: leaf.content.to };
      const name = number[1]?.toUpperCase() === 'ISSN' ? 'issn' : 'isbn';
      return { name, range, value: value.slice(number[0].length) };
    }
    if (isPapers && /^https?:/i.test(value)) return { name: 'url', range: leaf.content, value };
    return other(leaf);
  });
}

/** Elements in which Zotero puts an arXiv identifier. */
const STATING: ReadonlySet<string> = new Set([
  'dc:description',
  'prism:number',
  'z:archiveID',
  'z:archiveLocation',
  'dc:coverage',
]);

/** Elements of a publication, of the paper or of what contains it. */
const PUBLICATION: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['prism:volume', 'volume'],
  ['prism:number', 'issue'],
  ['bib:pages', 'pages'],
  ['prism:edition', 'edition'],
  ['z:language', 'language'],
  ['dcterms:alternative', 'venue_short'],
  ['foaf:name', 'publisher'],
  ['vcard:locality', 'publisher_place'],
  ['z:type', 'genre'],
  ['z:citationKey', 'citation_key'],
]);

function stating({ source }: Context, leaf: Part): Found[] {
  const stated = STATING.has(leaf.name) ? statedArxiv(source, leaf.content) : null;
  const name = PUBLICATION.get(leaf.name);
  const text = leaf.text ?? '';
  if (stated === null && name !== undefined && text !== '') {
    return [{ name, range: leaf.content, value: text }];
  }
  if (stated === null) return [other(leaf)];
  return statedFields(source, { range: leaf.content, stated, label: leaf.name, isVenue: false });
}

/** A field that the survey has no place for. */
function other(leaf: Part): Found {
  const isEmpty = leaf.content.to === leaf.content.from;
  const label = leaf.name;
  if (isEmpty && leaf.resource !== undefined) {
    return { name: 'other', range: leaf.resource, label };
  }
  return { name: 'other', range: leaf.content, value: leaf.text ?? '', label };
}

/** The elements with text or nothing in them. */
function leaves(part: Part): Part[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leaves);
}

function people(part: Part): Part[] {
  return part.name === 'foaf:Person' ? [part] : part.children.flatMap(people);
}

function nameOf(person: Part): Found {
  const text = (...names: string[]) => {
    const value = person.children.find(({ name }) => names.includes(name))?.text;
    return value === undefined || value.trim() === '' ? undefined : value.replace(/\s+/g, ' ');
  };
  const family = text('foaf:surname', 'foaf:name');
  const given = text('foaf:givenName', 'foaf:givenname', 'foaf:firstName');
  const value = [given, family].filter((part) => part !== undefined).join(' ');
  // A surname alone is how Zotero writes a name of one field: `OpenAI`.
  const parts: RawField['parts'] = given && family ? { given, family } : {};
  return { name: 'author', range: person.content, value, parts };
}

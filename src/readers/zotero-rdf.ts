import type { FieldName, Message, RawField, RawRecord } from '../model/index.ts';
import { byPlace, type Found, fieldOf, furniture, isLocalPath, oncePerText } from './fields.ts';
import {
  isEndOfText,
  type Range,
  type Reader,
  type Segment,
  type Splitting,
  tile,
} from './reader.ts';
import type { SeedText } from './seed-text.ts';
import { statedArxiv, statedFields } from './stated-arxiv.ts';
import { elementAt, outlineOf, type TopElement, type XmlPart } from './xml-outline.ts';

/**
 * Zotero's RDF export. A paper is an element such as `bib:Article`; its journal, with the DOI, may be an
 * element of its own that the paper points at, and so are notes and attachments, which are no papers.
 */
export const zoteroRdf: Reader = {
  format: 'zotero-rdf',
  label: 'Zotero RDF',
  source: 'Zotero',
  stripsMath: false,
  signs: 'an `rdf:RDF` element with the namespace `http://www.zotero.org/namespaces/export#`',
  opening: /<rdf:RDF\s(?=[^>]{0,2000}(?:zotero\.org\/namespaces|purl\.org\/net\/biblio))/y,
  detect,
  split,
  parse,
};

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

interface Outline {
  /** Each paper with the notes, files and journals that follow it; collections by themselves. */
  blocks: Segment[];
  furniture: Range[];
  /** Elements by the address in `rdf:about`. */
  byAddress: ReadonlyMap<string, TopElement>;
}

// `rdf:about="urn:issn:03772217"`
const ABOUT = /\srdf:about\s?=\s?(?:"([^"]*)"|'([^']*)')/;

/** Only children of the root have an address of their own. */
function startsElement(tag: string): boolean {
  return ABOUT.test(tag);
}

const outline = oncePerText((text: SeedText): Outline => {
  const { elements, furniture: tags } = outlineOf(text.text, startsElement);
  const byAddress = new Map<string, TopElement>();
  const containers = new Set<string>();
  const reference = /<dcterms:isPartOf\s[^>]{0,20}rdf:resource\s?=\s?"([^"]*)"/g;
  for (const match of text.text.matchAll(reference)) containers.add(match[1] ?? '');
  const blocks: Segment[] = [];
  for (const element of elements) {
    const head = text.text.slice(element.from, element.from + 2000);
    const about = ABOUT.exec(head.slice(0, head.indexOf('>') + 1));
    const address = about?.[1] ?? about?.[2];
    if (address !== undefined) byAddress.set(address, element);
    const type = /<z:itemType>\s{0,20}(\w+)/.exec(text.text.slice(element.from, element.to))?.[1];
    const isContainer = address !== undefined && containers.has(address);
    const isPaper =
      !NO_PAPER.has(element.name) && !isContainer && !NO_PAPER_TYPES.has(type?.toLowerCase() ?? '');
    const last = blocks.at(-1);
    if (isPaper) blocks.push({ kind: 'record', from: element.from, to: element.to });
    else if (last?.kind === 'record' && element.name !== 'z:Collection') last.to = element.to;
    else {
      const kind = element.name === 'z:Attachment' ? 'private' : 'chrome';
      blocks.push({ kind, from: element.from, to: element.to });
    }
  }
  return { blocks, furniture: tags, byAddress };
});

function split(text: SeedText): Splitting {
  const { blocks, furniture: tags } = outline(text);
  const claimed = [...blocks];
  // Comments between the elements of a block are the block's.
  let next = 0;
  for (const { from, to } of tags) {
    while ((blocks[next]?.to ?? from) <= from && next < blocks.length) next += 1;
    if ((blocks[next]?.from ?? to) >= to) claimed.push({ kind: 'chrome', from, to });
  }
  return { segments: tile(text.text, claimed.sort(byPlace)), facts: {}, messages: [] };
}

function parse(text: SeedText, block: Segment): { record: RawRecord | null; messages: Message[] } {
  const source = text.text;
  const place = { file: text.path, lines: text.lines(text.span(block.from, block.to)) };
  const parts = outlineOf(source, startsElement, block, 1).elements;
  const [paper, ...others] = parts;
  const root = paper === undefined ? null : elementAt(source, paper);
  if (paper === undefined || root === null) {
    return {
      record: null,
      messages: [
        {
          code: 'broken-xml',
          severity: 'warning',
          source: place,
          text: 'This element is no well-formed XML, so nothing was read from it.',
          hint: 'Export the library again.',
        },
      ],
    };
  }
  const unread = others.filter((element) => elementAt(source, element) === null);
  const linked = others.flatMap((element) => elementAt(source, element) ?? []);
  const context: Context = { source, text, linked };
  const found = [
    ...paperFields(context, root),
    ...linked.flatMap((part) => linkedFields(context, root, part)),
  ]
    .filter(({ range }) => range.to > range.from)
    .sort((a, b) => byPlace(a.range, b.range));
  if (!found.some(({ name }) => ['title', 'abstract', 'doi', 'arxiv'].includes(name))) {
    return {
      record: null,
      messages: [
        {
          code: 'entry-without-title',
          severity: 'warning',
          source: place,
          text: 'The item has neither a title nor an identifier, so it names no paper.',
          hint: 'Give it a title in Zotero if it is a paper.',
        },
      ],
    };
  }
  return {
    record: {
      span: text.span(block.from, block.to),
      fields: found.map((field) => fieldOf(text, field)),
      chrome: furniture(
        text,
        block,
        found.map(({ range }) => range),
        unread,
      ),
      truncated: !paper.closed && isEndOfText(source, paper.to),
    },
    messages: [],
  };
}

interface Context {
  source: string;
  text: SeedText;
  /** Elements that follow the paper in its block. */
  linked: readonly XmlPart[];
}

/** Elements of a paper that are its fields as they are. */
const TEXTS: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['dc:title', 'title'],
  ['dcterms:abstract', 'abstract'],
  ['dc:date', 'date'],
  ['z:itemType', 'type'],
]);

function paperFields(context: Context, paper: XmlPart): Found[] {
  const hasContainer = containerTitle(context, paper) !== undefined;
  const seen = new Set<FieldName>();
  return paper.children.flatMap((child): Found[] => {
    const name = TEXTS.get(child.name);
    if (name !== undefined && child.text !== undefined && !seen.has(name)) {
      seen.add(name);
      return [{ name, range: child.content, value: child.text }];
    }
    switch (child.name) {
      case 'bib:authors':
        return people(child).map(nameOf);
      case 'dc:identifier':
        return identifier(context, child, true);
      case 'dcterms:isPartOf':
        return isPartOf(context, child);
      case 'bib:presentedAt':
        return leaves(child).map((leaf, index): Found =>
          index === 0 && !hasContainer && leaf.name === 'dc:title'
            ? { name: 'venue', range: leaf.content, value: leaf.text ?? '' }
            : other(context, leaf),
        );
      default:
        return leaves(child).flatMap((leaf) => stating(context, leaf));
    }
  });
}

/** Title and identifiers of the journal that is given inside of the paper; the others are other fields. */
function isPartOf(context: Context, child: XmlPart): Found[] {
  const address = child.attributes['rdf:resource'];
  if (address !== undefined) return linkedVenue(context, child, address);
  return child.children.flatMap((container) => containerFields(context, container));
}

const SERIES = 'bib:Series';

function containerFields(context: Context, container: XmlPart): Found[] {
  const seen = { venue: container.name === SERIES };
  return container.children.flatMap((child): Found[] => {
    if (child.name === 'dc:title' && child.text !== undefined && !seen.venue) {
      seen.venue = true;
      return [{ name: 'venue', range: child.content, value: child.text }];
    }
    if (child.name === 'dc:identifier') return identifier(context, child, false);
    return leaves(child).flatMap((leaf) => stating(context, leaf));
  });
}

/** The journal's title at the place of the reference, where the journal itself stands far away. */
function linkedVenue({ source, text, linked }: Context, child: XmlPart, address: string): Found[] {
  const range = attributeRange(source, child, 'rdf:resource');
  if (range === undefined) return [];
  const reference: Found = { name: 'other', range, label: child.name };
  if (linked.some((part) => part.attributes['rdf:about'] === address)) return [reference];
  const element = outline(text).byAddress.get(address);
  const container = element === undefined ? null : elementAt(source, element);
  const title = container?.children.find(({ name }) => name === 'dc:title')?.text;
  return [title === undefined ? reference : { name: 'venue', range, value: title }];
}

function containerTitle({ text, source, linked }: Context, paper: XmlPart): string | undefined {
  const parts = paper.children.filter(({ name }) => name === 'dcterms:isPartOf');
  const containers = parts.flatMap((part): XmlPart[] => {
    const address = part.attributes['rdf:resource'];
    if (address === undefined) return part.children;
    const near = linked.filter(({ attributes }) => attributes['rdf:about'] === address);
    const far = outline(text).byAddress.get(address);
    if (near.length > 0 || far === undefined) return near;
    const element = elementAt(source, far);
    return element === null ? [] : [element];
  });
  return containers
    .filter(({ name }) => name !== SERIES)
    .flatMap(({ children }) => children)
    .find(({ name, text: title }) => name === 'dc:title' && title !== undefined && title !== '')
    ?.text;
}

/** What follows a paper: its journal, if it points at it; notes and files otherwise. */
function linkedFields(context: Context, paper: XmlPart, part: XmlPart): Found[] {
  const address = part.attributes['rdf:about'];
  const isContainer = paper.children.some(
    ({ name, attributes }) => name === 'dcterms:isPartOf' && attributes['rdf:resource'] === address,
  );
  if (address !== undefined && isContainer) return containerFields(context, part);
  return leaves(part).map((leaf) => other(context, leaf));
}

/** `DOI 10.1016/j.ejor.2020.08.036`, `ISSN 03772217`, or an address inside of `dcterms:URI`. */
function identifier(context: Context, child: XmlPart, isPapers: boolean): Found[] {
  return leaves(child).map((leaf): Found => {
    const value = leaf.text ?? '';
    const doi = /^(?:DOI[\s:]{0,3})?(?=10\.\d{4,9}\/)/i.exec(value);
    if (doi !== null) {
      const range = { from: leaf.content.from + doi[0].length, to: leaf.content.to };
      return { name: 'doi', range, value: value.slice(doi[0].length) };
    }
    if (isPapers && /^https?:/i.test(value)) return { name: 'url', range: leaf.content, value };
    return other(context, leaf);
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

function stating(context: Context, leaf: XmlPart): Found[] {
  const stated = STATING.has(leaf.name) ? statedArxiv(context.source, leaf.content) : null;
  if (stated === null) return [other(context, leaf)];
  const { source } = context;
  return statedFields(source, { range: leaf.content, stated, label: leaf.name, isVenue: false });
}

/** A field that the survey has no place for; a path or a file's place is private. */
function other({ source }: Context, leaf: XmlPart): Found {
  const value = leaf.text ?? '';
  const isEmpty = leaf.content.to === leaf.content.from;
  const place = isEmpty ? attributeRange(source, leaf, 'rdf:resource') : undefined;
  const range = place ?? leaf.content;
  const target = source.slice(range.from, range.to);
  // `<rdf:resource rdf:resource="files/3/p.pdf"/>`
  const isFile = place !== undefined && leaf.name === 'rdf:resource' && !/^https?:/.test(target);
  const isPrivate = isFile || leaf.name === 'z:path' || isLocalPath(value);
  if (isPrivate) return { name: 'private', range, label: leaf.name };
  return { name: 'other', range, label: leaf.name, ...(place === undefined ? { value } : {}) };
}

function attributeRange(source: string, { tag }: XmlPart, name: string): Range | undefined {
  const text = source.slice(tag.from, tag.to);
  const at = text.indexOf(`${name}=`);
  const open = at + name.length + 1;
  const quote = text.charAt(open);
  const close = at < 0 || !/["']/.test(quote) ? -1 : text.indexOf(quote, open + 1);
  return close < 0 ? undefined : { from: tag.from + open + 1, to: tag.from + close };
}

/** The elements with text or nothing in them. */
function leaves(part: XmlPart): XmlPart[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leaves);
}

function people(part: XmlPart): XmlPart[] {
  return part.name === 'foaf:Person' ? [part] : part.children.flatMap(people);
}

function nameOf(person: XmlPart): Found {
  const text = (...names: string[]) =>
    person.children
      .find(({ name }) => names.includes(name))
      ?.text?.replace(/\s+/g, ' ')
      .trim();
  const family = text('foaf:surname', 'foaf:name');
  const given = text('foaf:givenName', 'foaf:givenname', 'foaf:firstName');
  const parts: NonNullable<RawField['parts']> = {};
  if (given) parts.given = given;
  // A surname alone is how Zotero writes a name of one field: `OpenAI`.
  if (given && family) parts.family = family;
  const value = [given, family].filter((part) => part !== undefined && part !== '').join(' ');
  return { name: 'author', range: person.content, value, parts: given && family ? parts : {} };
}

import { type EndNoteValue, endNoteFields } from '../fields/index.ts';
import {
  type XmlElement,
  attribute,
  contentOf,
  xmlElements,
  xmlFurniture,
  xmlRecords,
  xmlText,
} from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type SeedText,
  type SureReading,
  defineReader,
  namesPaper,
  untitled,
} from '../seed/index.ts';

/** EndNote's XML export (RSXML), also as other programs write it: `<xml><records><record>…`. */
export const endNoteXml = defineReader({
  format: 'endnote-xml',
  label: 'EndNote XML',
  source: 'EndNote file',
  stripsMath: false,
  labelsFields: true,
  signs: '`<records>` with `<record>` and `<ref-type name="Journal Article">`',
  opening: /(?:<\?xml\b[^<>]{0,200}\?>\s{0,20})?<xml>\s{0,20}<records>/y,
  read,
});

function read(text: SeedText): SureReading | null {
  const { text: source } = text;
  if (!/<records[\s>]/.test(source) || !/<(?:ref-type|contributors|titles)[\s>]/.test(source)) {
    return null;
  }
  const records = xmlRecords(source, 'record');
  if (records.length === 0) return null;
  return {
    confidence: 0.96,
    entries: records.map(({ from, to, closed }) => entryOf(text, { from, to }, closed)),
    chrome: xmlFurniture(source, records),
  };
}

function entryOf(text: SeedText, range: { from: number; to: number }, closed: boolean): Entry {
  const [root] = xmlElements(text.text, range);
  const leaves = root === undefined ? [] : leavesOf(text.text, root, []);
  const values = leaves.flatMap(({ value }) => value ?? []);
  const fields = [
    ...endNoteFields(text.text, values),
    ...leaves.flatMap(({ other }) => other ?? []),
  ];
  if (namesPaper(fields)) return { ...range, fields, truncated: !closed };
  return untitled(
    text,
    range,
    'The record has neither a `<title>` nor an `<electronic-resource-num>`',
    'Give it a title in EndNote if it is a paper.',
    fields,
  );
}

/** Signs of the tagged format by the elements that hold the same, within what they stand in. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['authors/author', 'A'],
  ['secondary-authors/author', 'E'],
  ['subsidiary-authors/author', '?'],
  ['titles/title', 'T'],
  ['titles/secondary-title', 'B'],
  ['titles/tertiary-title', 'S'],
  ['titles/alt-title', 'O'],
  ['record/pages', 'P'],
  ['record/volume', 'V'],
  ['record/number', 'N'],
  ['record/section', '&'],
  ['record/edition', '7'],
  ['keywords/keyword', 'K'],
  ['dates/year', 'D'],
  ['pub-dates/date', '8'],
  ['record/pub-location', 'C'],
  ['record/publisher', 'I'],
  ['record/isbn', '@'],
  ['record/accession-num', 'M'],
  ['record/electronic-resource-num', 'R'],
  ['related-urls/url', 'U'],
  ['pdf-urls/url', '>'],
  ['image-urls/url', '>'],
  ['text-urls/url', '>'],
  ['record/label', 'F'],
  ['record/abstract', 'X'],
  ['record/notes', 'Z'],
  ['record/language', 'G'],
  ['record/work-type', '9'],
  ['record/custom1', '1'],
  ['record/custom7', ']'],
]);

/** The database and the keys of a record in it, and figures, with paths of files in attributes: of somebody's library. */
const OF_LIBRARY: ReadonlySet<string> = new Set(['database', 'foreign-keys', 'image']);

interface Leaf {
  value?: EndNoteValue;
  other?: Found;
}

/** The values of an element; text in `<style>` is that of the element around it. */
function leavesOf(source: string, element: XmlElement, path: readonly string[]): Leaf[] {
  const { name, children } = element;
  const here = [...path, name];
  if (OF_LIBRARY.has(name)) {
    return [{ other: { name: 'private', range: { from: element.from, to: element.to } } }];
  }
  const elements = children.filter((child) => child.name !== 'style');
  if (elements.length > 0) return elements.flatMap((child) => leavesOf(source, child, here));
  const range = rangeOf(source, element);
  if (range.to <= range.from) return [];
  if (name === 'ref-type') {
    const type = attribute(element, 'name');
    return [
      type === undefined
        ? { other: { name: 'other', range, label: name } }
        : { value: { tag: '0', range: type } },
    ];
  }
  const tag = TAGS.get(`${path.at(-1) ?? ''}/${name}`);
  const printed = textOf(source, range);
  const value = MARKED.has(name)
    ? marked(textOf(source, contentOf(source, element)))
    : xmlText(printed.replace(STYLE, ''));
  const decoded = value === printed ? {} : { value };
  return [
    tag === undefined
      ? { other: { name: 'other', range, label: name, ...decoded } }
      : { value: { tag, range, ...decoded } },
  ];
}

const textOf = (source: string, { from, to }: { from: number; to: number }) =>
  source.slice(from, to);

/** Elements whose text keeps its faces, as the tags that stand for them in text of every format. */
const MARKED: ReadonlySet<string> = new Set(['title', 'abstract']);

/** `<style face="bold italic" font="default" size="100%">Moss</style>` */
const STYLED = /<style(?:\s[^<>]{0,300}?\bface="([^"]{0,50})")?[^<>]{0,300}>([^<>]*)<\/style>/g;

/** The faces of EndNote that text has tags for. */
const FACES: ReadonlyMap<string, string> = new Map([
  ['italic', 'i'],
  ['bold', 'b'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
]);

/** The text of an element in which each face is a tag: `<i>Moss</i>`. */
function marked(printed: string): string {
  let at = 0;
  let value = '';
  for (const { 0: all, 1: face = '', 2: text = '', index } of printed.matchAll(STYLED)) {
    const tags = face.split(' ').flatMap((each) => FACES.get(each) ?? []);
    const before = tags.map((tag) => `<${tag}>`).join('');
    const after = tags
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join('');
    value += xmlText(printed.slice(at, index)) + before + xmlText(text) + after;
    at = index + all.length;
  }
  return value + xmlText(printed.slice(at).replace(STYLE, ''));
}

// `<style face="italic" font="default" size="100%">`, `</style>`
const STYLE = /<\/?style(?:\s[^<>]{0,300})?>/g;

/** The text of an element, from within the first of its `<style>` elements to the end of the last. */
function rangeOf(source: string, element: XmlElement): { from: number; to: number } {
  const styles = element.children;
  const [first] = styles;
  const last = styles.at(-1);
  const content = contentOf(source, element);
  if (first === undefined || last === undefined) return content;
  const isWhole = first.from === content.from && last.to === content.to;
  if (!isWhole) return content;
  return { from: contentOf(source, first).from, to: contentOf(source, last).to };
}

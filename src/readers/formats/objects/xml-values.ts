import { doiStart } from '../../fields/index.ts';
import {
  type Data,
  type Value,
  type XmlElement,
  attribute,
  contentOf,
  localName,
  valueAt,
  xmlElements,
  xmlText,
} from '../../scan/index.ts';
import { type Range, cover } from '../../seed/index.ts';
import names from './xml-names.json' with { type: 'json' };

/** What names of elements mean, as a table of columns would call them; with a type or within another element where that decides. */
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(names.names));
/** Elements that their attribute names: `<idno type="DOI">`. */
const TYPED = new Set(names.typed);
const TYPES: ReadonlyMap<string, string> = new Map(Object.entries(names.types));
/** What of a record is about other works, and is kept as it stands. */
const LEFT = new Set(names.left);
/** Elements that standards use for one paper, in the order in which they are looked for. */
const RECORDS: readonly string[] = names.records;

/** Of which a record has several, as of people. */
const MANY: ReadonlySet<string> = new Set(['keyword', 'mesh']);

/** Attributes that say of what kind an element is. */
const KINDS =
  'type unit name key identifierType descriptionType dateType contrib-type contributor_role pub-id-type IdType EIdType'.split(
    ' ',
  );

/** Markup within a value, prefixes aside. */
const INLINE =
  /^(?:a|b|bold|br|em|face|hi|i|inline-formula|italic|list|list-item|math|p|ref|sc|scp|sec|span|strong|sub|sup|title|tt|u|xref|AbstractText)$/u;

/** Where a standard's or a service's own fields end and text of the same begins. */
const WHOLE = /^(?:abstract|summary|AbstractText)$/iu;

/** How a file of XML begins that is no page. */
const XML =
  /^\s*(?:<\?xml\b|<!--|<!DOCTYPE\s+(?!html)|<(?!html\b)[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>])/u;

/**
 * The records of a file of XML of any kind, each as one object whose keys are the names of elements, however deep: the
 * elements that MODS, TEI, Crossref, DataCite, PubMed, JATS or Dublin Core use for a paper, else the largest family of
 * elements with a title in each. Null for other text.
 *
 * @param isTitle whether a name is one for titles
 * @param isPerson whether a name is one for authors or editors
 */
export function xmlData(
  text: string,
  isTitle: (name: string) => boolean,
  isPerson: (name: string) => boolean,
): Data | null {
  if (!XML.test(text.slice(0, 2000))) return null;
  const elements = xmlElements(text, { from: 0, to: text.length });
  const isKnown = RECORDS.find((name) => outermost(elements, name, text).length > 0);
  const records =
    isKnown === undefined ? familyIn(elements, isTitle) : outermost(elements, isKnown, text);
  if (records.length === 0) return null;
  const roots = records.map((record) => recordOf(text, record, isPerson));
  return {
    roots,
    cut: records.at(-1)?.closed === false,
    isEachARecord: true,
    isStandard: isKnown !== undefined,
  };
}

/** The elements with a name that stand in no other such one. */
function outermost(elements: readonly XmlElement[], name: string, text: string): XmlElement[] {
  return elements.flatMap((element) => {
    const isRecord = localName(element.name) === name && isOfStandard(element, name, text);
    return isRecord ? [element] : outermost(element.children, name, text);
  });
}

/** Names that others use too are those of a standard only with what it asks for. */
function isOfStandard(
  { children, name: printed, attributes }: XmlElement,
  name: string,
  text: string,
): boolean {
  if (name === 'dc')
    return printed.includes(':') || children.some((child) => child.name.includes(':'));
  if (name === 'article') return children.some((child) => child.name === 'front');
  if (name !== 'resource') return true;
  return attributes.some(({ value }) => text.slice(value.from, value.to).includes('datacite.org/'));
}

/** Levels of elements between a record and its title. */
const LEVELS = 3;

/** Of all elements with the same parent that have a title in them the most; the outer ones where as many. */
function familyIn(
  elements: readonly XmlElement[],
  isTitle: (name: string) => boolean,
): XmlElement[] {
  const hasTitle = ({ children }: XmlElement, depth = 0): boolean =>
    children.some(
      (child) =>
        (child.children.length === 0 && isTitle(localName(child.name))) ||
        (depth < LEVELS && hasTitle(child, depth + 1)),
    );
  let best = elements.filter(
    (element) => !AROUND.has(localName(element.name)) && hasTitle(element),
  );
  for (const { children } of elements) {
    const inner = familyIn(children, isTitle);
    if (inner.length > best.length || (inner.length === 1 && best.length === 1)) best = inner;
  }
  return best;
}

/** What feeds and answers say of themselves, with a title too. */
const AROUND: ReadonlySet<string> = new Set(['channel', 'header', 'head', 'info', 'image']);

function recordOf(text: string, record: XmlElement, isPerson: (name: string) => boolean): Value {
  const properties: Value['properties'] = [];
  const add = (key: string, value: Value, element: XmlElement) => {
    const place = nameIn(element);
    const known =
      isPerson(key) || MANY.has(key) ? properties.find((each) => each.key === key) : undefined;
    if (known === undefined) properties.push({ key, place, value });
    else
      known.value = listOf([
        ...(known.value.kind === 'list' ? known.value.items : [known.value]),
        value,
      ]);
  };
  const walk = (element: XmlElement, around: readonly string[]) => {
    const name = localName(element.name);
    const type = kindOf(text, element);
    const content = contentOf(text, element);
    const key = keyOf(
      name,
      type,
      around,
      text.slice(content.from, Math.min(content.to, content.from + 200)),
    );
    const isText = element.children.length === 0 || WHOLE.test(name) || isMixed(text, element);
    if (LEFT.has(name) || (key === 'other' && !isText)) {
      add('other', textOf(text, element), element);
    } else if (isPerson(key) && element.children.length > 0 && !isListOfPeople(element, isPerson)) {
      const role = ROLE.exec(text.slice(element.from, element.to))?.[1]?.trim();
      const isOther = role !== undefined && !/^(?:aut|author|cre|creator)$/iu.test(role);
      const isEditor = role !== undefined && /^(?:edt|ed|editor)$/iu.test(role);
      add(isEditor ? 'editor' : isOther ? 'other' : key, personOf(text, element), element);
    } else if (isDate(element)) add(key, dateOf(text, element), element);
    else if (isText) add(key, saidBy(text, element), element);
    else
      for (const child of element.children)
        walk(child, [...around, name, `${name}[${type ?? ''}]`]);
  };
  for (const child of record.children) walk(child, [localName(record.name)]);
  return objectAt(text, record, properties);
}

// `<roleTerm authority="marcrelator" type="code">aut</roleTerm>`
const ROLE = /<(?:\w+:)?roleTerm\b[^<>]{0,300}>([^<>]{1,40})</u;

/** `authors` that is around each `author`. */
function isListOfPeople({ children }: XmlElement, isPerson: (name: string) => boolean): boolean {
  return children.every(({ name }) => isPerson(NAMES.get(localName(name)) ?? localName(name)));
}

function kindOf(text: string, element: XmlElement): string | undefined {
  for (const name of KINDS) {
    const value = attribute(element, name);
    if (value !== undefined) return text.slice(value.from, value.to);
  }
  return undefined;
}

/** What a table would call an element: by its name and type, in the innermost of the elements around it that decides. */
function keyOf(
  name: string,
  type: string | undefined,
  around: readonly string[],
  value: string,
): string {
  if (TYPED.has(name)) {
    if (around.includes('relatedItem')) return 'other';
    if (doiStart(value) !== undefined) return 'doi';
    const own = type ?? name;
    return TYPES.get(own) ?? own;
  }
  const forms = type === undefined ? [name] : [`${name}[${type}]`, name];
  for (const outer of [...around.map((each) => `${each}/`).reverse(), '']) {
    for (const form of forms) {
      const key = NAMES.get(`${outer}${form}`);
      if (key !== undefined) return key;
    }
  }
  return TYPES.get(name) ?? name;
}

/** Where the name of an element stands in its start tag. */
const nameIn = ({ from, name }: XmlElement): Range => ({
  from: from + 1,
  to: from + 1 + name.length,
});

const wholeOf = ({ from, to }: XmlElement): Range => ({ from, to });

function objectAt(text: string, element: XmlElement, properties: Value['properties']): Value {
  return valueAt(contentOf(text, element), wholeOf(element), { kind: 'object', properties });
}

function listOf(items: Value[]): Value {
  const range = cover(items.map((item) => item.whole)) ?? { from: 0, to: 0 };
  return valueAt(range, range, { kind: 'list', items });
}

/** An element with all that is in it as text. */
function textOf(text: string, element: XmlElement): Value {
  const range = contentOf(text, element);
  return valueAt(range, wholeOf(element), { kind: 'text', text: text.slice(range.from, range.to) });
}

/** An element without further ones, or with nothing but markup in it: what its text says, or its address. */
function saidBy(text: string, element: XmlElement): Value {
  const content = contentOf(text, element);
  const isEmpty = content.to <= content.from;
  const range = (isEmpty ? addressOf(element) : undefined) ?? content;
  const printed = text.slice(range.from, range.to);
  const said = shown(xmlText(printed.replaceAll(NOT_SAID, '').replaceAll(BREAKING, ' ')))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return valueAt(range, wholeOf(element), {
    kind: 'text',
    text: said === printed.replaceAll(/\s+/gu, ' ') ? printed : said,
  });
}

// What an abstract says of itself
const NOT_SAID =
  /<CopyrightInformation>[^<]{0,500}<\/CopyrightInformation>|<(?:\w{1,20}:)?title>Abstract<\/(?:\w{1,20}:)?title>/gu;

/** Text without the markup that feeds have in it as text. */
function shown(value: string): string {
  return value
    .replaceAll(BREAKING, ' ')
    .replaceAll(/<\/?[a-z][a-z\d]{0,10}(?:\s[^<>]{0,500})?\/?>/gu, '');
}

// Markup that parts words
const BREAKING = /<\/?(?:\w{1,20}:)?(?:p|sec|title|br|list|list-item|AbstractText)\b[^<>]*>/giu;

function addressOf(element: XmlElement): Range | undefined {
  return ['href', 'when', 'term', 'content', 'value', 'target'].flatMap(
    (name) => attribute(element, name) ?? [],
  )[0];
}

/** True where text stands beside the elements within, or these are but markup. */
function isMixed(text: string, { content, children }: XmlElement): boolean {
  if (
    children.length > 0 &&
    children.every(({ name }) => INLINE.test(localName(name)) && !/^title$/u.test(name))
  )
    return true;
  let at = content.from;
  for (const child of [...children, { from: content.to, to: content.to }]) {
    if (/[\p{L}\p{N}]/u.test(text.slice(at, Math.min(child.from, at + 200)))) return true;
    at = child.to;
  }
  return false;
}

/** `<PubDate><Year>2024</Year><Month>Mar</Month></PubDate>` */
function isDate({ children }: XmlElement): boolean {
  return (
    children.some(({ name }) => /^year$/iu.test(localName(name))) &&
    children.every(({ name }) => DATE_PART.test(localName(name)))
  );
}

const DATE_PART = /^(?:year|month|day|hour|minute|second|season|string-date)$/iu;

function dateOf(text: string, element: XmlElement): Value {
  const properties = element.children.map((child) => ({
    key: localName(child.name),
    place: nameIn(child),
    value: saidBy(text, child),
  }));
  return objectAt(text, element, properties);
}

/** A person as an object of the parts of the name. */
function personOf(text: string, element: XmlElement): Value {
  const parts = (each: XmlElement): Value['properties'] => {
    if (each.children.length > 0 && !isMixed(text, each)) return each.children.flatMap(parts);
    const name = localName(each.name);
    const key = TYPED.has(name) || TYPES.has(name) ? keyOf(name, kindOf(text, each), [], '') : name;
    return [{ key, place: nameIn(each), value: saidBy(text, each) }];
  };
  return objectAt(text, element, element.children.flatMap(parts));
}

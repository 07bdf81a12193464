import { parseXml } from '@rgrove/parse-xml';
import { type Range, trimmed } from '../seed/index.ts';
import { nextTag } from './xml-tags.ts';

/** One element of an XML text with its place. */
export interface XmlElement extends Range {
  /** With its prefix: `dc:title`. */
  name: string;
  attributes: { name: string; value: Range }[];
  /** Between the tags; empty for `<a/>`. */
  content: Range;
  children: XmlElement[];
  /** False when the text ends, or an outer element does, before its end tag. */
  closed: boolean;
}

// `xmlns:dc="http://purl.org/dc/elements/1.1/"`
const ATTRIBUTE = /\s([^\s=<>"'/]{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g;

/** Deeper than any record is nested; what is deeper still counts as text. */
const DEEPEST = 100;

/**
 * The outermost elements in a range of XML, with all that is in them. Forgiving where a copy is cut
 * or joined: what is not closed ends with what it is in, and an end tag without a beginning is passed over.
 */
export function xmlElements(text: string, range: Range): XmlElement[] {
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];
  const close = (element: XmlElement, contentTo: number, to: number) => {
    element.content.to = Math.max(element.content.from, contentTo);
    element.to = Math.max(element.content.to, to);
  };
  for (
    let tag = nextTag(text, range.from, range.to);
    tag !== null;
    tag = nextTag(text, tag.to, range.to)
  ) {
    const { kind, name, from, to } = tag;
    if (kind === 'end') {
      const depth = open.findLastIndex((element) => element.name === name);
      if (depth < 0) continue;
      for (const element of open.splice(depth)) {
        element.closed = element.name === name;
        close(element, from, element.closed ? to : from);
      }
    }
    if (kind === 'end' || kind === 'other' || open.length >= DEEPEST) continue;
    const element: XmlElement = {
      name,
      from,
      to,
      attributes: attributesOf(text, from + 1 + name.length, to),
      content: { from: to, to },
      children: [],
      closed: kind === 'empty',
    };
    (open.at(-1)?.children ?? roots).push(element);
    if (kind === 'start') open.push(element);
  }
  for (const element of open) close(element, range.to, range.to);
  return roots;
}

function attributesOf(text: string, from: number, to: number): XmlElement['attributes'] {
  return Array.from(text.slice(from, to).matchAll(ATTRIBUTE), (match) => {
    const value = match[2] ?? match[3] ?? '';
    const end = from + match.index + match[0].length - 1;
    return { name: match[1] ?? '', value: { from: end - value.length, to: end } };
  });
}

/** The value of the attribute with a name, where the element has it. */
export function attribute(element: XmlElement, name: string): Range | undefined {
  return element.attributes.find((candidate) => candidate.name === name)?.value;
}

/** A name without its prefix: `title` of `dc:title`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The content without the white space at its ends, and without the marks of one CDATA section around it. */
export function contentOf(text: string, element: XmlElement): Range {
  const range = trimmed(text, element.content);
  const isCdata =
    text.startsWith('<![CDATA[', range.from) &&
    text.indexOf(']]>', range.from) === range.to - ']]>'.length;
  return isCdata ? trimmed(text, { from: range.from + 9, to: range.to - 3 }) : range;
}

/** What character data in XML stands for: `Erdős & Co` for `Erd&#x151;s &amp; Co`. */
export function xmlText(data: string): string {
  if (!/[&<]/.test(data)) return data;
  try {
    return parseXml(`<x>${data}</x>`, { ignoreUndefinedEntities: true }).text;
  } catch {
    return data;
  }
}

/** A place in XML and what the character data there stands for. */
export function xmlValue(text: string, range: Range): { range: Range; value: string } {
  return { range, value: xmlText(text.slice(range.from, range.to)) };
}

import { gaps, type Range, trimmed } from '../seed/index.ts';

/** One record of an XML file: `<entry>` to `</entry>`. */
export interface XmlRecord extends Range {
  /** False when the text ends before the end tag. */
  closed: boolean;
}

/**
 * The ranges of the elements with a name, prefixes aside. An element that begins inside another of
 * the same name, because the end tag is missing, ends that one.
 *
 * @param name Pattern of the names, without groups: `entry|item`.
 */
export function xmlRecords(text: string, name: string): XmlRecord[] {
  const tags = new RegExp(
    `<(/?)(?:[A-Za-z][\\w-]{0,30}:)?(?:${name})(?=[\\s>])[^<>]{0,2000}>`,
    'g',
  );
  const records: XmlRecord[] = [];
  let start: number | null = null;
  for (const match of text.matchAll(tags)) {
    const isEnd = match[1] === '/';
    if (start !== null) {
      const to = isEnd ? match.index + match[0].length : match.index;
      records.push({ ...trimmed(text, { from: start, to }), closed: isEnd });
    }
    start = isEnd ? null : match.index;
  }
  if (start !== null) {
    records.push({ ...trimmed(text, { from: start, to: text.length }), closed: false });
  }
  return records;
}

// What a browser says above an XML file it shows
const BROWSER_NOTE =
  /^This XML file does not appear to have any style information associated with it\. The document tree is shown below\.$/m;

/** The XML around the records of a file; text outside of all markup is none of it. */
export function xmlFurniture(text: string, records: readonly Range[]): Range[] {
  const note = BROWSER_NOTE.exec(text.slice(0, 500));
  const start = note === null ? 0 : note.index + note[0].length;
  const around = gaps({ from: start, to: text.length }, records).flatMap(({ from, to }) => {
    const gap = text.slice(from, to);
    const first = from === start ? (HEAD.exec(gap)?.index ?? -1) : gap.indexOf('<');
    const last = gap.lastIndexOf('>');
    return first >= 0 && last > first ? [{ from: from + first, to: from + last + 1 }] : [];
  });
  return note === null ? around : [{ from: note.index, to: start }, ...around];
}

// Where an XML file begins: its declaration or the element that holds the records
const HEAD =
  /<\?xml\b|<(?:[\w-]{1,30}:)?(?:feed|rss|RDF|OAI-PMH|ListRecords|GetRecord|records?|metadata|xml)\b/;

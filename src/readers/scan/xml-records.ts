import { type Range, type Segment, tile, trimmed } from '../seed/index.ts';

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

/** Segments for the records and the XML around them; text outside of all markup stays unparsed. */
export function xmlSegments(text: string, records: readonly XmlRecord[]): Segment[] {
  const claimed: Segment[] = [];
  const markup = (from: number, to: number, isHead: boolean) => {
    const gap = text.slice(from, to);
    const first = isHead ? headStart(gap) : gap.indexOf('<');
    const last = gap.lastIndexOf('>');
    if (first >= 0 && last > first) {
      claimed.push({ kind: 'chrome', from: from + first, to: from + last + 1 });
    }
  };
  let at = 0;
  const note = BROWSER_NOTE.exec(text.slice(0, 500));
  if (note !== null) {
    at = note.index + note[0].length;
    claimed.push({ kind: 'chrome', from: note.index, to: at });
  }
  records.forEach(({ from, to }, index) => {
    markup(at, from, index === 0);
    claimed.push({ kind: 'record', from, to });
    at = to;
  });
  markup(at, text.length, false);
  return tile(text, claimed);
}

// Where an XML file begins: its declaration or the element that holds the records
const HEAD =
  /<\?xml\b|<(?:[\w-]{1,30}:)?(?:feed|rss|RDF|OAI-PMH|ListRecords|GetRecord|records?|metadata)\b/;

function headStart(gap: string): number {
  return HEAD.exec(gap)?.index ?? -1;
}

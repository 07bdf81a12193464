import { DOI_PREFIX } from '../../model/index.ts';
import { isPaperAddress } from '../fields/index.ts';
import { linesOf } from '../scan/index.ts';
import {
  type Entry,
  type Found,
  type Range,
  type SeedText,
  type SureReading,
  defineReader,
  groupFields,
} from '../seed/index.ts';

/**
 * A bare list of arXiv identifiers, DOIs and addresses of papers, one or more a line, with or without
 * bullets and comments behind `#`. Each is a record with nothing but an identifier. Text in which
 * other lines are more than a few is not such a list.
 */
export const identifierList = defineReader({
  format: 'identifier-list',
  label: 'list of identifiers',
  source: 'list of identifiers',
  stripsMath: false,
  signs: 'lines with nothing but arXiv identifiers, DOIs or addresses of papers',
  opening: new RegExp(
    String.raw`(?:(?:[-*] )?(?:arXiv:\s?|https?://arxiv\.org/abs/)?(?:\d{4}\.\d{4,5}(?:v\d{1,2})?|(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?${DOI_PREFIX}[^\s,;]{1,200})(?:[,;]? {0,2}\r?\n|[,;]? {0,2}$)){3}`,
    'y',
  ),
  read,
});

interface List {
  entries: Entry[];
  chrome: Range[];
  /** Lines that hold text of another kind. */
  otherLines: number;
  listLines: number;
}

// `- `, `12. `, `[3] `, `> `
const BULLET = /^(?:[-*+•·>]|\(?\d{1,4}[.)]|\[\d{1,4}\])\s+/u;

// `# read later`, `// old ones`, `% theory`; also behind an identifier
const COMMENT = /^(?:#|\/\/|%|--\s)/;
const TRAILING_COMMENT = /\s(?:#|\/\/)\s?.*$/;

// A heading over a part of the list: `To read:`
const HEADING = /^[\p{L}\p{N}][^.!?]{0,60}:$/u;

// The digits of an arXiv identifier: five from January 2015 on, before that four
const ARXIV =
  /^(?:arxiv:\s?)?((?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|2\d)(?:0[1-9]|1[0-2])\.\d{5}|(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|physics|quant-ph|math|cs|q-bio|q-fin|stat|cmp-lg|alg-geom|adap-org|chao-dyn|comp-gas|dg-ga|funct-an|patt-sol|q-alg|solv-int|acc-phys|ao-sci|atom-ph|bayes-an|chem-ph|mtrl-th|plasm-ph|supr-con)(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?)$/di;

// `hep-th/1601.07616`: a new identifier behind the archive, as only old ones have it
const ARCHIVED =
  /^(?:arxiv:\s?)?[a-z-]{2,10}\/((?:0[7-9]|[12]\d)(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d{1,2})?)$/di;

const DOI = new RegExp(
  String.raw`^(?:doi:\s?|https?://(?:dx\.|www\.)?doi\.org/|(?:dx\.)?doi\.org/)?(${DOI_PREFIX}\S{1,300})$`,
  'di',
);

const PMID = /^pmid:\s?(\d{5,8})$/di;

const IDENTIFIERS = [
  ['arxiv', ARXIV],
  ['arxiv', ARCHIVED],
  ['doi', DOI],
  ['pmid', PMID],
] as const;

/** How many lines of identifiers a line of another kind must have beside it. */
const OTHERS = 5;

/** Longest line that is looked at. */
const LONGEST_LINE = 4000;

function read({ text }: SeedText): SureReading | null {
  const list: List = { entries: [], chrome: [], otherLines: 0, listLines: 0 };
  for (const line of linesOf(text)) {
    if (COMMENT.test(line.value) || HEADING.test(line.value.slice(0, 70))) {
      list.chrome.push(line);
      continue;
    }
    const found = line.value.length > LONGEST_LINE ? null : entriesOf(line.value, line.from);
    if (found === null) {
      list.otherLines += 1;
      // Prose is recognised early, so that a long text costs little.
      if (list.otherLines > 20 && list.otherLines > list.listLines) {
        return null;
      }
      continue;
    }
    list.listLines += 1;
    for (const entry of found.entries) list.entries.push(entry);
    for (const range of found.chrome) list.chrome.push(range);
  }
  const { entries, chrome } = list;
  const isList = list.otherLines * OTHERS <= list.listLines;
  return { confidence: isList ? ([0, 0.6, 0.65][entries.length] ?? 0.9) : 0, entries, chrome };
}

/** The identifiers of a line that holds nothing else, or null. */
function entriesOf(line: string, offset: number): { entries: Entry[]; chrome: Range[] } | null {
  const bullet = BULLET.exec(line)?.[0].length ?? 0;
  const comment = TRAILING_COMMENT.exec(line);
  const end = comment?.index ?? line.length;
  const chrome: Range[] = [];
  if (bullet > 0) chrome.push({ from: offset, to: offset + bullet - 1 });
  const content = line.slice(bullet, end);
  const entries =
    pieces(content, offset + bullet, /[^\s,;]+/g, chrome) ??
    pieces(content, offset + bullet, /\S+/g, chrome);
  if (entries === null || entries.length === 0) return null;
  if (comment !== null) {
    const from = offset + end + 1;
    chrome.push({ from, to: offset + line.length });
  }
  return { entries, chrome };
}

function pieces(content: string, offset: number, pattern: RegExp, chrome: Range[]): Entry[] | null {
  const entries: Entry[] = [];
  const between: Range[] = [];
  let at = 0;
  const joined = content.replaceAll(/(arxiv|doi|pmid):\s(?=\S)/gi, '$1:\u0001');
  for (const match of joined.matchAll(pattern)) {
    const gap = content.slice(at, match.index);
    if (/[^\s]/.test(gap)) between.push({ from: offset + at, to: offset + match.index });
    at = match.index + match[0].length;
    const field = identifierOf(match[0].replace('\u0001', ' '), offset + match.index);
    if (field === undefined) return null;
    entries.push({ from: offset + match.index, to: offset + at, fields: [field] });
  }
  if (/[^\s,;]/.test(content.slice(at))) return null;
  if (content.slice(at).trim() !== '')
    between.push({ from: offset + at, to: offset + content.length });
  for (const { from, to } of between) {
    const gap = content.slice(from - offset, to - offset);
    const start = from + (gap.length - gap.trimStart().length);
    chrome.push({ from: start, to: start + gap.trim().length });
  }
  return entries;
}

// What may stand around an identifier: `<https://…>`, `"10.1145/…"`, `(arXiv:…)`, `[2401.00001]`
const AROUND = /^([<("'`[{]{0,2})(.*?)([>)"'`\]}.,;]{0,2})$/;

function identifierOf(token: string, offset: number): Found | undefined {
  const [, lead = '', inner = '', tail = ''] = AROUND.exec(token) ?? [];
  // A bracket that was opened inside belongs to the identifier: `10.1016/0004-3702(84)90039-0`
  const closed = tail.startsWith(')') && inner.includes('(') ? `${inner})` : inner;
  const from = offset + lead.length;
  for (const [name, pattern] of IDENTIFIERS) {
    const match = pattern.exec(closed);
    if (match !== null) return groupFields(match, from, [name])[0];
  }
  const address = /^https?:/i.test(closed) ? closed : `https://${closed}`;
  const isAddress = /^(?:https?:\/\/|www\.|arxiv\.org\/)/i.test(closed) && isPaperAddress(address);
  return isAddress ? { name: 'url', range: { from, to: from + closed.length } } : undefined;
}

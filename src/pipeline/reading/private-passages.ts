import { createScanner } from 'jsonc-parser';
import type { Stretch } from '../../text/index.ts';
import { isLabelledPrivate } from './private-names.ts';

/** `Notes: weak`, `- my_rating = 3`, `> **Notes:** weak`, `% my note: weak`, `notes: |` on a line of its own; the value may stand below */
const LABELLED_LINE =
  /^([ \t>%]*(?:[-*•+][ \t]+)?)[*_]{0,2}(\p{L}[\p{L}\d ._-]{0,30}?)[*_]{0,2}[ \t]*(?:[:=：]| [-–—] )[*_]{0,2}[ \t]*(.*)$/u;

/** `NO weak`, `%Z weak`: tags of reference managers for what their owner notes */
const TAGGED_LINE = /^((?:NO|N1|RN|U[1-5]|L[1-4K]|FL|EM|%[<>Z])[ \t]+(?:-[ \t]+)?)(\S.*)$/;

/** What stands in a text in which such tags mean it: `T1 On walks` */
const IS_TAGGED = /^(?:T[1I]|%T)[ \t]/m;

/** `## My notes` */
const HEADING = /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/;

/** What a value begins with that stands on the lines below: `|`, `>-` */
const BELOW = /^(?:[|>][+-]?\d?)?$/;

/** The lines that a text labels as its owner's, with those that belong to the label by their indentation or as its list. */
function labelledLines(text: string, isOwn: (label: string, value: string) => boolean): Stretch[] {
  const found: Stretch[] = [];
  const isTagged = IS_TAGGED.test(text);
  /** Of the label that is open: how far it is indented, and whether all to the next blank line is its value. */
  let open: { indent: number; isParagraph: boolean } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const from = at;
    at += line.length + 1;
    const indent = line.length - line.trimStart().length;
    const isBlank = line.trim() === '';
    if (open !== undefined) {
      const isList = /^\s*[-*•] /.test(line) && indent >= open.indent;
      if (isBlank ? open.isParagraph : !(indent > open.indent || isList || open.isParagraph)) {
        open = undefined;
      }
    }
    if (isBlank) continue;
    if (open !== undefined) {
      found.push({ from: from + indent, to: from + line.length });
      continue;
    }
    const [, tag = '', tagged] = (isTagged && TAGGED_LINE.exec(line)) || [];
    const [, lead = '', label = '', value = ''] = LABELLED_LINE.exec(line) ?? [];
    if (tagged !== undefined) found.push({ from: from + tag.length, to: from + line.length });
    else if (label !== '' && isOwn(label, value)) {
      if (BELOW.test(value.trim())) open = { indent: lead.length, isParagraph: value === '' };
      else {
        found.push({ from: from + line.length - value.length, to: from + line.length });
        open = { indent: lead.length, isParagraph: false };
      }
    }
  }
  return found;
}

/** The lines below the headings of Markdown that say that what follows is their owner's. */
function ownSections(text: string, isOwn: (heading: string) => boolean): Stretch[] {
  const found: Stretch[] = [];
  /** The level of the heading whose section is private. */
  let section: number | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const from = at;
    at += line.length + 1;
    const [, marks = '', heading = ''] = HEADING.exec(line) ?? [];
    if (marks !== '' && (section === undefined || marks.length <= section))
      section = isOwn(heading) ? marks.length : undefined;
    else if (section !== undefined && line.trim() !== '')
      found.push({ from: from + line.length - line.trimStart().length, to: from + line.length });
  }
  return found;
}

/** `My notes`, and not a heading of more words that has such a word in it. */
function isOwnHeading(heading: string): boolean {
  return heading.trim().split(/\s+/).length <= 2 && isLabelledPrivate(heading, '');
}

/** `My notes` and not `Notes`, which a list may have for everybody */
const IS_MY = /^(?:my|private|personal|own)\b/i;

/** The same of a line of a text whose reader knows the labels of its fields. */
const isMyLabel = (label: string, value: string) =>
  IS_MY.test(label) && isLabelledPrivate(label, value);

/** `"notes":` */
const KEY = /"([\p{L}_][\p{L}\d ._-]{0,60})"\s{0,20}:\s{0,20}/gu;

/** The values of keys of JSON that are their owner's, with all that is in them. */
function keyedValues(text: string): Stretch[] {
  const found: Stretch[] = [];
  const endOf = endsOfValues(text);
  for (const { 0: sign, 1: key = '', index } of text.matchAll(KEY)) {
    const from = index + sign.length;
    if (from < (found.at(-1)?.to ?? 0)) continue;
    const to = endOf(from);
    const isText = text[from] === '"';
    const isClosed = isText && to > from + 1 && text[to - 1] === '"';
    const stretch = { from: from + Number(isText), to: to - Number(isClosed) };
    const value = text.slice(stretch.from, stretch.to);
    const read = isText ? value.replace(/\\[nr]/g, '\n') : value;
    if (stretch.to > stretch.from && isLabelledPrivate(key, read)) found.push(stretch);
  }
  return found;
}

/** SyntaxKind and ScanError of jsonc-parser, which are `const enum`s that type stripping cannot read. */
const OPENING: ReadonlySet<number> = new Set([1, 3]);
const CLOSING: ReadonlySet<number> = new Set([2, 4]);
const STRING = 10;
const END = 17;
const LEFT_OPEN = 2;

/** Tells where a value of JSON ends: of a text or bracket that is cut off, at the end of all. Each is looked at once. */
function endsOfValues(text: string): (from: number) => number {
  const scanner = createScanner(text, true);
  const ends = new Map<number, number>();
  return (from) => {
    const known = ends.get(from);
    if (known !== undefined) return known;
    scanner.setPosition(from);
    const open: number[] = [];
    let kind: number;
    do {
      kind = scanner.scan();
      if (OPENING.has(kind)) open.push(scanner.getTokenOffset());
      else if (CLOSING.has(kind)) ends.set(open.pop() ?? from, scanner.getPosition());
      else if (kind === STRING && Number(scanner.getTokenError()) === LEFT_OPEN) {
        // A line ends in it, as no line of JSON may.
        const quote = text.indexOf('"', scanner.getPosition());
        scanner.setPosition(quote < 0 ? text.length : quote + 1);
      }
    } while (open.length > 0 && kind !== END);
    for (const each of open) ends.set(each, text.length);
    return scanner.getPosition();
  };
}

/** `<notes type="x">` */
const TAG = /<([\p{L}_][\w:.-]{0,40})((?:\s[^<>]{0,2000})?)>/gu;

/** `<meta name="user" content="ada">`: all that names things in a page by words of its author's */
const META = /<(meta)((?:\s[^<>]{0,2000})?)>/giu;

/** `owner="ada"` */
const ATTRIBUTE = /([a-z][\w:-]{0,40})=(["'])([^"'<>]{1,2000})\2/giu;

/** An element that holds more is not one field. */
const LONGEST_ELEMENT = 20_000;

/** `calibre:user_metadata:#notes` */
const NAMESPACE = /^[\w-]+:(?:user_metadata:#?)?/;

/** What elements and attributes of XML hold whose names are private: `<notes>weak</notes>`, `<meta name="rating" content="8">` */
function markedUp(text: string, tags: RegExp, isElement = isLabelledPrivate): Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: tag, 1: name = '', 2: inside = '', index } of text.matchAll(tags)) {
    const from = index + tag.length;
    const attributes = Array.from(
      inside.matchAll(ATTRIBUTE),
      ({ 1: key = '', 3: value = '', ...match }) => {
        const end = from - 1 - inside.length + match.index + match[0].length - 1;
        return { key: key.toLowerCase(), value, from: end - value.length, to: end };
      },
    );
    const named = attributes.find(({ key }) => key === 'name' || key === 'property')?.value;
    const isPrivate = isElement(name.replace(NAMESPACE, ''), '');
    found.push(
      ...attributes.filter(({ key, value }) => {
        const label = key === 'content' || key === 'value' ? (named ?? key) : key;
        return isLabelledPrivate(isPrivate ? name : label.replace(NAMESPACE, ''), value);
      }),
    );
    if (!isPrivate) continue;
    const length = text.slice(from, from + LONGEST_ELEMENT).indexOf(`</${name}`);
    if (length > 0) found.push({ from, to: from + length });
  }
  return found;
}

/** What is written between the lines: `%% weak %%` of Obsidian; whose library it is: `%% Created for Ann Lee at 2024-…`, `comment-ann = {…}` */
const HIDDEN =
  /(?<=^%% Created for )[^\n]{1,100}?(?= at \d)|(?<=\bcomment-)[\w.-]{1,60}(?=\s{0,9}=\s{0,9}[{"])|(?<=%%)(?=[^%\n]*\p{L})[^%\n{}]{1,2000}(?=%%)/gmu;

/** What a saved page holds for its own scripts, and of whoever was signed in. */
const UNSEEN =
  /(?<=<script\b[^>]{0,500}>)(?:(?!<\/script)[\s\S]){1,500000}|(?<=<input\b[^>]{0,500}\bvalue=["'])[^"'<>]{1,2000}/giu;

/** What stands in a text, but not for its readers: `<!-- weak -->`, `%% weak %%`. In file order for each kind. */
export function remarksIn(text: string): Stretch[] {
  const found = matchesOf(HIDDEN, text);
  for (let at = 0; ;) {
    const from = text.indexOf('<!--', at) + '<!--'.length;
    const to = text.indexOf('-->', from);
    if (from < '<!--'.length || to < 0) return found;
    if (to > from) found.push({ from, to });
    at = to;
  }
}

function matchesOf(pattern: RegExp, text: string): Stretch[] {
  return Array.from(text.matchAll(pattern), ({ 0: part, index }) => ({
    from: index,
    to: index + part.length,
  }));
}

/** Who was signed in, as a saved page tells its scripts: `data-user="ada"` */
const SIGNED_IN =
  /(\sdata-(?:[a-z]{1,20}-){0,3}(?:user(?:name)?|account|owner|login|session|csrf|token)(?:-[a-z]{1,20}){0,2}=["'])([^"'<>]{1,300})/gi;

const signedIn = (text: string): Stretch[] =>
  Array.from(text.matchAll(SIGNED_IN), ({ 0: all, 1: key = '', index }) => ({
    from: index + key.length,
    to: index + all.length,
  }));

/** Whether a text is of XML: only there tags are tags. */
const IS_XML = /^\ufeff?\s{0,100}<[?!\w]/;

/** Only attributes: a reader tells the elements. */
const noElement = () => false;

/** `---` around lines of YAML at the beginning of Markdown */
const FRONT_MATTER = /^\ufeff?---\r?\n[\s\S]{0,20000}?\n---/;

/**
 * Passages of a text, outside of what a reader takes for fields, that are its owner's: by what labels, keys, elements and
 * headings call them, or because readers of the text do not see them.
 *
 * @param isKnown whether a reader tells the fields of the text; its labels are then looked at only above it
 */
export function privatePassages(
  text: string,
  { isKnown, isPage }: { isKnown: boolean; isPage: boolean },
): Stretch[] {
  if (isPage)
    return [
      ...keyedValues(text),
      ...markedUp(text, META),
      ...matchesOf(UNSEEN, text),
      ...signedIn(text),
    ];
  const head = FRONT_MATTER.exec(text)?.[0] ?? '';
  return [
    ...(isKnown
      ? [...labelledLines(head, isLabelledPrivate), ...labelledLines(text, isMyLabel)]
      : labelledLines(text, isLabelledPrivate)),
    ...ownSections(text, (it) => isOwnHeading(it) && (!isKnown || IS_MY.test(it))),
    ...keyedValues(text),
    ...(isKnown ? (IS_XML.test(text) ? markedUp(text, TAG, noElement) : []) : markedUp(text, TAG)),
    ...remarksIn(text),
  ];
}

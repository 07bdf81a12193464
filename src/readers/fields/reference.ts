import { type Found, type Range, trimmed } from '../seed/index.ts';
import { type People, peopleFields, peopleIn } from './people.ts';
import { placeFields } from './place.ts';
import { PARTICLE } from './printed-names.ts';

/** How the references of a list are put together. */
export type ReferenceStyle =
  | 'authors, “title”, where and when'
  | 'authors (year) title. where'
  | 'authors: title. where and when'
  | 'authors. title. where and when'
  | 'title, authors, where and when'
  | 'authors year: title'
  | 'authors, title, where and when'
  | 'title, identifier';

/** A reference as running text, taken apart. */
export interface Reference {
  style: ReferenceStyle;
  fields: Found[];
}

/** Longest text that is looked at, and longest list of names in it. */
const LONGEST = 3000;
const LONGEST_NAMES = 1500;

/** What must be said of names before they are taken for some: that they surely are, or that they may be. */
type Trust = 'sure' | 'perhaps';

/** True for a list of people and nothing else. */
function areNames(list: string, trust: Trust = 'sure'): boolean {
  if (list.length > LONGEST_NAMES) return false;
  const people = peopleIn(list, { from: 0, to: list.length });
  return people !== null && (people.isSure || trust === 'perhaps');
}

/** The people in a stretch of a reference, its editors with a mark behind them. */
function namesIn(text: string, range: Range, trust: Trust): Found[] | null {
  const list = text.slice(range.from, range.to);
  if (list.length > LONGEST_NAMES) return null;
  const mark = EDITORS.exec(list)?.[0].length ?? 0;
  const end = list
    .slice(0, list.length - mark)
    .replace(/(?:[,;:\s]|(?<=\p{L}{2})\.)+$/u, '').length;
  const people = peopleIn(text, { from: range.from, to: range.from + end });
  if (people === null || !(people.isSure || trust === 'perhaps')) return null;
  return mark > 0
    ? people.people.map((name): Found => ({ name: 'editor', range: name }))
    : peopleFields(people);
}

// ` (Eds.)`, `, editors`, ` (Hrsg.)` behind names
const EDITORS = /,?\s*(?:\((?:eds?|editors?|hrsg|hg)\.?\)|\beds?\.|\beditors?)[.,:]?$/iu;

/**
 * The parts of a reference by the style it is in; null for other text.
 *
 * @param style where the list it stands in is put together in one: names need not show by themselves then that they are.
 */
export function referenceIn(text: string, range: Range, style?: ReferenceStyle): Reference | null {
  if (range.to - range.from > LONGEST) return null;
  for (const [name, read] of STYLES) {
    if (style !== undefined && style !== name) continue;
    const fields = read(text, range, style === undefined ? 'sure' : 'perhaps');
    const found = fields && whole(text, name, fields, range);
    if (found) return found;
  }
  return null;
}

// The opening mark of a title in quotes, behind names and what closes them
const OPENING = /[\s(](["“”„«‘]|``)(?=\S)/du;

/** What closes each mark, where no letter follows. */
const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /"/u,
  '“': /[”“]/u,
  '”': /”/u,
  '„': /[“”"]/u,
  '«': /»/u,
  '‘': /’(?=[\s,.;]|$)/u,
  '``': /''|”/u,
};

// A year between names and a title: ` (2019)`, `. 2019.`, `, 2019a,`, ` (2019, May)`
const DATE =
  /[,.;:]?\s+(?:\(((?:1[5-9]|20)\d\d)[a-z]?(?:,[^)]{2,20})?\)|((?:1[5-9]|20)\d\d)[a-z]?)[.,:;]*$/du;

/** `A. Lee and B. Fox, “A Title,” J. Hedges 12 (2019)`, with the year in front of the title or not. */
function quoted(text: string, range: Range): Found[] | null {
  const value = text.slice(range.from, range.to);
  const open = OPENING.exec(value);
  const mark = open?.indices?.[1];
  if (open === null || mark === undefined) return null;
  const end = CLOSING[open[1] ?? '']?.exec(value.slice(mark[1]));
  if (end === null || end === undefined || end.index > 400) return null;
  const before = value.slice(0, open.index);
  const date = DATE.exec(before);
  const year = date?.indices?.slice(1).find(Boolean);
  const names = namesIn(
    text,
    { from: range.from, to: range.from + (date?.index ?? before.length) },
    'perhaps',
  );
  if (names === null) return null;
  return [
    ...names,
    ...(year === undefined ? [] : [found('year', range, year[0], year[1])]),
    found('title', range, mark[1], mark[1] + end.index),
  ];
}

function found(name: Found['name'], { from }: Range, start: number, end: number): Found {
  return { name, range: { from: from + start, to: from + end } };
}

// The first year behind names, in brackets or between stops
const DATED =
  /[,.]?\s+\(((?:1[5-9]|20)\d\d)[a-z]?(?:[,/][^)]{2,20})?\)[.,:]?\s+|[.,]\s+((?:1[5-9]|20)\d\d)[a-z]?[.:]\s+/du;

/** `Lee, A., & Fox, B. (2019). A Title. J. Hedges 12.` */
function dated(text: string, range: Range): Found[] | null {
  const value = text.slice(range.from, range.to);
  const date = DATED.exec(value.slice(0, LONGEST_NAMES));
  const year = date?.indices?.slice(1).find(Boolean);
  if (date === null || year === undefined) return null;
  const names = namesIn(text, { from: range.from, to: range.from + date.index }, 'perhaps');
  if (names === null) return null;
  const start = date.index + date[0].length;
  const length = titleLength(value.slice(start), /[,.]\s+(?=in:?\s)/iu);
  return [
    ...names,
    found('year', range, year[0], year[1]),
    found('title', range, start, start + length),
  ];
}

// The end of a sentence; `A.` in front of a name ends none
const SENTENCE =
  /(?<![\s.-]\p{Lu}|^\p{Lu}|\bal|\bvs|\bJr|\bSt|\bcf|\be\.g|\bi\.e)[.](?=\s|$)|[?!](?=\s|$)|[.?!](?=[”"]?\s?\[[A-Z]{1,2}(?:\/OL)?\])|(?=\s?\[[A-Z]{1,2}(?:\/OL)?\][.．])/gu;

/** How long a title is that ends with a sentence, or before what `other` finds; a question in it may go on. */
function titleLength(value: string, other?: RegExp): number {
  const ends = [...value.slice(0, 600).matchAll(SENTENCE)].map(({ 0: mark, index }) => ({
    from: index,
    to: index + mark.length,
  }));
  const cut = other?.exec(value.slice(0, 600))?.index ?? Number.POSITIVE_INFINITY;
  const [first, second] = ends;
  if (first === undefined) return Math.min(cut, value.length);
  const isQuestion = /[?!]/u.test(value.slice(first.from, first.to));
  // `Does it? A study of hedges. Journal of Hedges 12.`: a sentence of words, and the name of a journal behind it.
  const next = Math.min(second?.from ?? cut, cut);
  const isMore =
    isQuestion &&
    next > first.to + 10 &&
    next < value.length &&
    !/[\d;]|^\s*in:?\s/iu.test(value.slice(first.to, next)) &&
    (cut <= next || /^\s+[*_]*\p{Lu}(?!\w{0,20}:\/\/)/u.test(value.slice(second?.to)));
  if (isMore) return next;
  return Math.min(cut, isQuestion ? first.to : first.from);
}

/** `Lee, Ann; Fox, Bo: A Title. In: J. Hedges 12 (2019)` */
function colon(text: string, range: Range, trust: Trust): Found[] | null {
  const value = text.slice(range.from, range.to);
  const end = value.slice(0, LONGEST_NAMES).search(/:\s/u);
  if (end < 3) return null;
  const names = namesIn(text, { from: range.from, to: range.from + end }, trust);
  if (names === null) return null;
  const start = end + 2;
  const length = titleLength(
    value.slice(start),
    /[,.]\s+(?=in:?\s)|,\s+(?=[^,]{3,80}\s\d{1,4}\s+\()/iu,
  );
  return [...names, found('title', range, start, start + length)];
}

// A full stop that may end names: `Lee A, Fox B. `, `A. Lee, B. Fox. `, `王小明,李华.`
const NAMES_END = /\.(?=\s)|[.．](?=\p{Script=Han})/gu;

/** `Lee A, Fox B. A title. J Hedges. 2019;12:1-9.`: the last stop in front of which there are names and nothing else. */
function bySentences(text: string, range: Range, trust: Trust): Found[] | null {
  const value = text.slice(range.from, range.to);
  const ends = Array.from(
    value.slice(0, LONGEST_NAMES).matchAll(NAMES_END),
    ({ index }) => index,
  ).slice(0, 40);
  const last = ends.findLast((end) => areNames(value.slice(0, end + 1), trust));
  const names =
    last === undefined ? null : namesIn(text, { from: range.from, to: range.from + last }, trust);
  if (last === undefined || names === null) return null;
  const start = last + 1 + (/^\s*/u.exec(value.slice(last + 1))?.[0].length ?? 0);
  const length = titleLength(value.slice(start));
  if (start + length >= value.length) return null;
  return [...names, found('title', range, start, start + length)];
}

// `, ` between the parts of a reference that begins with its title
const COMMA = /,\s+(?:and\s+)?|\s+and\s+(?=\p{Lu}\.)/gu;

// Where and when behind a title: what has a number, or begins as a place does
const PLACE = /\d|^(?:in|preprint|arxiv|proc\.?|to appear|submitted|ph\.?\s?d|master|https?:)\b/iu;

/** `A. Lee and B. Fox, A title, with commas, J. Hedges 12 (2019)`: parts between commas. */
function namesFirst(text: string, range: Range): Found[] | null {
  const value = text.slice(range.from, range.to);
  const cuts = Array.from(value.matchAll(/,\s+/gu), ({ 0: mark, index }) => ({
    index,
    mark,
  })).slice(0, 40);
  const starts = [0, ...cuts.map(({ index, mark }) => index + mark.length)];
  const ends = [...cuts.map(({ index }) => index), value.length];
  const piece = (at: number) => value.slice(starts[at], ends[at]);
  let title = 0;
  while (title < 30 && starts[title + 1] !== undefined && isInitialled(piece(title))) title += 1;
  const from = starts[title];
  if (title === 0 || from === undefined) return null;
  let last = title;
  while (/^(?:and |\p{Ll})/u.test(piece(last + 1)) && !PLACE.test(piece(last + 1))) last += 1;
  const names = namesIn(
    text,
    { from: range.from, to: range.from + (ends[title - 1] ?? 0) },
    'sure',
  );
  if (names === null || !PLACE.test(piece(last + 1))) return null;
  return [...names, found('title', range, from, ends[last] ?? value.length)];
}

// `A. Lee`, `A.-B. van Dyk`
const INITIALS_FIRST = new RegExp(
  String.raw`^(?:\p{Lu}\.[\s-]?)+(?:${PARTICLE} ){0,2}\p{Lu}[\p{L}\p{M}'’-]+$`,
  'u',
);

/** `A. Lee`, `A. Lee and B. van Dyk` */
function isInitialled(piece: string): boolean {
  return piece
    .replace(/^and\s+/u, '')
    .split(/\s+and\s+/u)
    .every((name) => INITIALS_FIRST.test(name));
}

/** `A Title, with commas, A. Lee, B. Fox, and C. Moss, Annals 12, 3 (2019)`: names have initials. */
function titleFirst(text: string, range: Range): Found[] | null {
  const value = text.slice(range.from, range.to);
  const cuts = Array.from(value.matchAll(COMMA), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
  })).slice(0, 60);
  const piece = (index: number) =>
    value.slice(cuts[index]?.to ?? 0, cuts[index + 1]?.from ?? value.length).replace(/\s+/gu, ' ');
  const isName = (index: number) => INITIALS_FIRST.test(piece(index).replace(/\.$/u, ''));
  const first = cuts.findIndex((_, index) => isName(index));
  const start = cuts[first];
  if (start === undefined) return null;
  let last = first;
  while (last + 1 < cuts.length && isName(last + 1)) last += 1;
  const end = cuts[last + 1]?.from ?? value.length;
  const names = namesIn(text, { from: range.from + start.to, to: range.from + end }, 'sure');
  return names && [found('title', range, 0, start.from), ...names];
}

const STYLES: readonly (readonly [
  ReferenceStyle,
  (text: string, range: Range, trust: Trust) => Found[] | null,
])[] = [
  ['authors, “title”, where and when', quoted],
  ['authors (year) title. where', dated],
  ['authors: title. where and when', colon],
  ['authors. title. where and when', bySentences],
  ['title, authors, where and when', titleFirst],
  ['authors, title, where and when', namesFirst],
];

/**
 * The parts of an item of a reading list, which people write shorter than bibliographies are printed; null for other text.
 * Whether names are names only the list can say: one of two words may as well be a journal.
 */
export function listedReference(text: string, range: Range): Reference | null {
  const reference = referenceIn(text, range);
  if (reference !== null) return reference;
  const value = text.slice(range.from, range.to);
  if (value.length > LONGEST_ITEM) return null;
  const shortly = SHORTLY.exec(value);
  if (shortly !== null && areFamilies(shortly[1] ?? '')) {
    const [, [from = 0] = [], [yearFrom = 0, yearTo = 0] = [], [titleFrom = 0, titleTo = 0] = []] =
      shortly.indices ?? [];
    const fields: Found[] = [
      ...familiesIn(shortly[1] ?? '', range.from + from),
      found('year', range, yearFrom, yearTo),
      found('title', range, titleFrom, titleTo),
    ];
    return whole(text, 'authors year: title', fields, range);
  }
  return titleThenNames(text, range) ?? titleThenIdentifier(text, range);
}

const LONGEST_ITEM = 600;

// `Lee & Fox (2019): A Title`, `Lee et al. 2019. A Title`
const SHORTLY =
  /^([^()\d]{2,80}?),?\s+\(?((?:1[5-9]|20)\d\d)[a-z]?\)?[.,:]?\s+(\S.{7,400}?[?!.]?)(?=\.?\s*$|[.,;]?\s+\(?(?:https?:|doi:|arxiv:)|\.\s)/diu;

// `Lee`, `van Dyk`
const FAMILY = new RegExp(String.raw`^(?:${PARTICLE} ){0,3}\p{Lu}[\p{L}\p{M}'’-]+$`, 'u');

const FAMILIES_BETWEEN = /,?\s(?:and|&)\s|,\s+/gu;

const ET_AL = /,?\s*(?:\bet\.? al\.?|\band others)$/iu;

/** True for people as running text cites them: `Lee`, `Lee and Fox`, `Lee et al.` */
function areFamilies(list: string): boolean {
  const names = list.replace(/\.$/u, '').replace(ET_AL, '').split(FAMILIES_BETWEEN);
  return names.length <= 6 && names.every((name) => FAMILY.test(name));
}

/** Each of such people, and what stands for the others. */
function familiesIn(list: string, at: number): Found[] {
  const others = ET_AL.exec(list.replace(/\.$/u, ''));
  const people: Range[] = [];
  let from = 0;
  for (const name of list.slice(0, others?.index).split(FAMILIES_BETWEEN)) {
    const start = list.indexOf(name, from);
    from = start + name.length;
    people.push({ from: at + start, to: at + from });
  }
  const to = at + (others?.index ?? 0) + (others?.[0].length ?? 0);
  const mark = others?.[0].trimStart().replace(/^,\s*/u, '').length ?? 0;
  const found: People = {
    people,
    others: others === null ? null : { from: to - mark, to },
    isSure: true,
  };
  return peopleFields(found);
}

// What may part a title from the names behind it: `. `, `, `, ` — `, `: `, ` by `, ` (`
const BEHIND_TITLE = /(?<!\s\p{Lu}|\bvs)[.,:;]\s+|[?!]\s+|,?\s+[|–—-]\s+|,?\s+by\s+|\s+[([]/gu;

// Where names end: at a full stop, a bracket, a dash or a number
const BEHIND_NAMES =
  /(?<!(?:^|[\s.-])\p{Lu}|\bal)\.(?=\s|$)|\s*[()[\]|]|\s+[–—-]\s|,?\s*(?=\d)|:\s|$/u;

/** `A Title. Ann Lee, Bo Fox. Annals, 2019`, `A Title (Lee and Fox, 2019)`: people, and the year or more of where and when. */
function titleThenNames(text: string, range: Range): Reference | null {
  const value = text.slice(range.from, range.to);
  for (const cut of value.matchAll(BEHIND_TITLE)) {
    const start = cut.index + cut[0].length;
    const behind = value.slice(start);
    const names = behind.slice(0, BEHIND_NAMES.exec(behind)?.index).replace(/[,;\s]+$/u, '');
    const isCited = /[([]$/u.test(cut[0]) && areFamilies(names);
    const from = range.from + start;
    const people = isCited
      ? familiesIn(names, from)
      : namesIn(text, { from, to: from + names.length }, 'perhaps');
    if (people === null) continue;
    const kept = /[?!]/u.test(cut[0]) ? 1 : 0;
    const fields = [found('title', range, 0, cut.index + kept), ...people];
    const reference = whole(text, 'title, authors, where and when', fields, range);
    if (reference?.fields.some(({ name }) => IDENTIFIES.has(name) || name === 'year')) {
      return reference;
    }
  }
  return null;
}

const IDENTIFIES: ReadonlySet<string> = new Set(['doi', 'arxiv', 'url']);

// ` (https://…`, `, arXiv:2401.01234`, ` - doi:10.1000/182`
const BEFORE_IDENTIFIER =
  /[\s.,:;([–—-]*\s[([]?(?=https?:\/\/|arxiv:\s?[a-z\d]|doi:\s?10\.|10\.\d{4,9}\/)/iu;

/** `A Title, arXiv:2401.01234`, `A Title (https://doi.org/10.1000/182)` */
function titleThenIdentifier(text: string, range: Range): Reference | null {
  const cut = BEFORE_IDENTIFIER.exec(text.slice(range.from, range.to));
  if (cut === null) return null;
  const reference = whole(text, 'title, identifier', [found('title', range, 0, cut.index)], range);
  return reference?.fields.some(({ name }) => IDENTIFIES.has(name)) ? reference : null;
}

/** A reference with what stands behind its title and authors; null where the title is none. */
function whole(
  text: string,
  style: ReferenceStyle,
  fields: Found[],
  { to }: Range,
): Reference | null {
  const title = fields.find(({ name }) => name === 'title');
  if (title === undefined) return null;
  const from = Math.max(...fields.map(({ range }) => range.to));
  title.range = unmarked(text, title.range);
  if (!isTitle(text.slice(title.range.from, title.range.to))) return null;
  const mark = BEHIND_MARKS.exec(text.slice(from, to))?.[0].length ?? 0;
  const rest = trimmed(text, { from: from + mark, to });
  return { style, fields: [...fields, ...placeFields(text, rest, fields)] };
}

// What closes a title, and says of what kind it is or where it was looked up: `.”`, ` [J].`, `*. `
const BEHIND_MARKS = /^[\s.,;:?!”"“»’'*_]*(?:\[[A-Z]{1,2}(?:\/OL)?\][.．]?)?/u;

// A title as it is set: `*A Title*`, `"A Title"`, `A Title.`
const MARKED =
  /^(\s*(?:[*_]{1,3}|["“](?=[^"“”]+["”][*_.,\s]*$))?)(.*?)[*_"”]{0,3}[.,]?[*_"”]{0,3}\s*$/dsu;

/** A title without the marks and the stop around it. */
function unmarked(text: string, range: Range): Range {
  const [from = 0, to = 0] = MARKED.exec(text.slice(range.from, range.to))?.indices?.[2] ?? [];
  return { from: range.from + from, to: range.from + to };
}

/** True for words that may be a title: two to forty-five, not those of a person or an address. */
export function isTitle(value: string): boolean {
  const words = value.trim().split(/\s+/u);
  return (
    (words.length >= 2 || /\p{Script=Han}{4}/u.test(value)) &&
    words.length <= 45 &&
    (value.length >= 8 || /\p{Script=Han}{4}/u.test(value)) &&
    /^[\p{Lu}\p{N}“"'(\p{Lo}$]/u.test(value.trim()) &&
    /\p{L}{3}/u.test(value) &&
    !/https?:|www\./iu.test(value) &&
    !areNames(value)
  );
}

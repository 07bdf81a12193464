import { DOI_PREFIX } from '../../model/index.ts';
import type { Found, Range } from '../seed/index.ts';
import { isPaperAddress } from './paper-links.ts';
import { PARTICLE } from './printed-names.ts';
import { statedValues } from './stated-values.ts';

/** How the references of a list are put together. */
export type ReferenceStyle =
  | 'authors, “title”, where and when'
  | 'authors (year) title. where'
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

// `A. Lee`, `A.-B. van Dyk`, `Ann Lee`, `Lee A`, `Lee`, `A. B.`
const NAME = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}\p{M}'’.-]*|${PARTICLE}(?= ))(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|${PARTICLE})){0,4}$`,
  'u',
);

// The initials of a given name: `A.` of `A. Lee` and `Lee, A.`, `AB` of `Lee AB`
const INITIALS = /(?:^|[\s.-])\p{Lu}\.|(?:^|\s)\p{Lu}{1,3}$/u;

const ET_AL = /,?\s*(?:\bet\.? al\.?|\band others)$/iu;

/** True for a list of two or more people, or of one with initials. */
function areNames(list: string): boolean {
  if (list.length > 1500) return false;
  const bare = list
    .replace(/\s+/gu, ' ')
    .replace(/[,.;\s]+$/u, (end) => (end.startsWith('.') ? '.' : ''))
    .trim();
  const names = bare
    .replace(ET_AL, '')
    .replaceAll(/,?\s(?:and|&)\s/gu, ', ')
    .split(/[,;]\s*/u)
    .filter((name) => name !== '');
  if (names.length === 0 || !names.every((name) => NAME.test(name))) return false;
  if (names.some((name) => INITIALS.test(name))) return true;
  if (names.length > 1 && names.every((name) => name.includes(' '))) return true;
  return (
    names.length > 2 && INVERTED.test(bare) && names.slice(2).every((name) => name.includes(' '))
  );
}

// `Fox, Bo, ` of `Fox, Bo, and Di Reed`: only the first name is turned round
const INVERTED = /^([^\s,]+(?: [^\s,]+)?, [^\s,]+(?: \p{Lu}\.?)?), (?:and )?(?=[^,]+ [^,]+)/du;

/** A list of names as one field, or, where its first name alone is turned round, one by one. */
function namesAt(text: string, range: Range): Found[] {
  const list = text.slice(range.from, range.to);
  const first = INVERTED.exec(list)?.indices?.[1]?.[1];
  const isInitialled = list
    .replace(ET_AL, '')
    .split(/,\s*/u)
    .some((name) => INITIALS.test(name));
  if (first === undefined || isInitialled) return [{ name: 'authors', range }];
  const rest = {
    from: range.from + first + (/^, (?:and )?/u.exec(list.slice(first))?.[0].length ?? 0),
    to: range.to,
  };
  return [
    { name: 'author', range: { from: range.from, to: range.from + first } },
    ...statedValues(text, 'authors', 'authors', rest),
  ];
}

// `Lee, A. and Fox, B., “A Title,” …`; curly or straight quotes
const QUOTED = /^(.{3,1500}?)[,.:]?\s+["“”„«]\s?([^"“”»]{8,400}?)[,.]?\s?["”“»]/dsu;

// `Lee, A., & Fox, B. (2019). A Title. …`
const DATED =
  /^(.{3,1500}?)[,.]?\s+\(((?:1[5-9]|20)\d\d)[a-z]?(?:, [^)]{2,20})?\)[.,:]?\s+(.{8,400}?[?!.])(?=\s|$)/dsu;

// `Lee A, Fox B, et al. A title. `: initials without stops
const INITIALLED =
  /^((?:[\p{L}'’-]+(?: [\p{L}'’-]+){0,3} \p{Lu}{1,3}(?:,\s+|(?=\.)))+(?:et al)?)\.\s+(.{8,400}?[?!.])(?=\s)/dsu;

// The end of a sentence; `A.` in front of a name ends none
const SENTENCE = /(?<![\s.-]\p{Lu}|^\p{Lu}|\bal|\bvs|\bJr)\.(?=\s)|[?!](?=\s)/gu;

/** The parts of a reference by the style it is in; null for other text. */
export function referenceIn(text: string, range: Range): Reference | null {
  if (range.to - range.from > 3000) return null;
  const value = text.slice(range.from, range.to);
  return (
    matched(
      text,
      range,
      QUOTED.exec(value),
      ['authors', 'title'],
      'authors, “title”, where and when',
    ) ??
    matched(
      text,
      range,
      DATED.exec(value),
      ['authors', 'year', 'title'],
      'authors (year) title. where',
    ) ??
    matched(
      text,
      range,
      INITIALLED.exec(value),
      ['authors', 'title'],
      'authors. title. where and when',
    ) ??
    bySentences(text, range) ??
    titleFirst(text, range) ??
    namesFirst(text, range)
  );
}

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
      { name: 'year', range: { from: range.from + yearFrom, to: range.from + yearTo } },
      { name: 'title', range: { from: range.from + titleFrom, to: range.from + titleTo } },
    ];
    const rest = { from: range.from + titleTo, to: range.to };
    return whole(text, 'authors year: title', fields, rest);
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

/** True for people as running text cites them: `Lee`, `Lee and Fox`, `Lee et al.` */
function areFamilies(list: string): boolean {
  const names = list.replace(/\.$/u, '').replace(ET_AL, '').split(FAMILIES_BETWEEN);
  return names.length <= 6 && names.every((name) => FAMILY.test(name));
}

/** Each of such people, and what stands for the others. */
function familiesIn(list: string, at: number): Found[] {
  const others = ET_AL.exec(list.replace(/\.$/u, ''));
  const found: Found[] = [];
  let from = 0;
  for (const name of list.slice(0, others?.index).split(FAMILIES_BETWEEN)) {
    const start = list.indexOf(name, from);
    from = start + name.length;
    found.push({ name: 'author', range: { from: at + start, to: at + from } });
  }
  if (others === null) return found;
  const to = at + others.index + others[0].length;
  return [
    ...found,
    { name: 'et_al', range: { from: to - others[0].trimStart().replace(/^,\s*/u, '').length, to } },
  ];
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
    if (!isCited && !areListedNames(names)) continue;
    const kept = /[?!]/u.test(cut[0]) ? 1 : 0;
    const from = range.from + start;
    const fields: Found[] = [
      { name: 'title', range: { from: range.from, to: range.from + cut.index + kept } },
      ...(isCited
        ? familiesIn(names, from)
        : [{ name: 'authors' as const, range: { from, to: from + names.length } }]),
    ];
    const rest = { from: from + names.length, to: range.to };
    const found = whole(text, 'title, authors, where and when', fields, rest);
    if (found?.fields.some(({ name }) => IDENTIFIES.has(name) || name === 'year')) return found;
  }
  return null;
}

const IDENTIFIES: ReadonlySet<string> = new Set(['doi', 'arxiv', 'url']);

/** {@link areNames}, or one person by given name and family name. */
function areListedNames(list: string): boolean {
  return areNames(list) || (list.includes(' ') && NAME.test(list.replace(ET_AL, '')));
}

// ` (https://…`, `, arXiv:2401.01234`, ` - doi:10.1000/182`
const BEFORE_IDENTIFIER =
  /[\s.,:;([–—-]*\s[([]?(?=https?:\/\/|arxiv:\s?[a-z\d]|doi:\s?10\.|10\.\d{4,9}\/)/iu;

/** `A Title, arXiv:2401.01234`, `A Title (https://doi.org/10.1000/182)` */
function titleThenIdentifier(text: string, range: Range): Reference | null {
  const cut = BEFORE_IDENTIFIER.exec(text.slice(range.from, range.to));
  if (cut === null) return null;
  const title = { from: range.from, to: range.from + cut.index };
  const fields: Found[] = [{ name: 'title', range: title }];
  const found = whole(text, 'title, identifier', fields, {
    from: title.to + cut[0].length,
    to: range.to,
  });
  return found?.fields.some(({ name }) => IDENTIFIES.has(name)) ? found : null;
}

type Part = 'authors' | 'title' | 'year';

function matched(
  text: string,
  range: Range,
  match: RegExpExecArray | null,
  parts: readonly Part[],
  style: ReferenceStyle,
): Reference | null {
  if (match === null || !areNames(match[1] ?? '')) return null;
  const fields = parts.flatMap((part, index): Found[] => {
    const [from = 0, to = 0] = match.indices?.[index + 1] ?? [];
    const place = { from: range.from + from, to: range.from + to };
    return part === 'authors' ? namesAt(text, place) : [{ name: part, range: place }];
  });
  const rest = { from: range.from + match[0].length, to: range.to };
  return whole(text, style, fields, rest);
}

function bySentences(text: string, range: Range): Reference | null {
  const value = text.slice(range.from, range.to);
  const ends = Array.from(value.matchAll(SENTENCE), ({ index }) => index).slice(0, 8);
  const last = ends.findLastIndex((end) => areNames(value.slice(0, end + 1)));
  const namesEnd = ends[last];
  const titleEnd = ends[last + 1];
  if (namesEnd === undefined || titleEnd === undefined) return null;
  const start = namesEnd + 1 + (/^\s*/u.exec(value.slice(namesEnd + 1))?.[0].length ?? 0);
  const fields: Found[] = [
    { name: 'authors', range: { from: range.from, to: range.from + namesEnd } },
    { name: 'title', range: { from: range.from + start, to: range.from + titleEnd } },
  ];
  const rest = { from: range.from + titleEnd + 1, to: range.to };
  return whole(text, 'authors. title. where and when', fields, rest);
}

// `, ` between the parts of a reference that begins with its title
const COMMA = /,\s+(?:and\s+)?|\s+and\s+(?=\p{Lu}\.)/gu;

// Where and when behind a title: what has a number, or begins as a place does
const PLACE = /\d|^(?:in|preprint|arxiv|proc\.?|to appear|submitted|ph\.?\s?d|master|https?:)\b/iu;

/** `A. Lee and B. Fox, A title, with commas, J. Hedges 12 (2019)`: parts between commas. */
function namesFirst(text: string, range: Range): Reference | null {
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
  if (!PLACE.test(piece(last + 1)) || !areNames(value.slice(0, ends[title - 1]))) return null;
  const to = range.from + (ends[last] ?? value.length);
  const fields: Found[] = [
    { name: 'authors', range: { from: range.from, to: range.from + (ends[title - 1] ?? 0) } },
    { name: 'title', range: { from: range.from + from, to } },
  ];
  return whole(text, 'authors, title, where and when', fields, { from: to, to: range.to });
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
function titleFirst(text: string, range: Range): Reference | null {
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
  const fields: Found[] = [
    { name: 'title', range: { from: range.from, to: range.from + start.from } },
    { name: 'authors', range: { from: range.from + start.to, to: range.from + end } },
  ];
  return whole(text, 'title, authors, where and when', fields, {
    from: range.from + end,
    to: range.to,
  });
}

const YEAR = /(?<![\d./-])(?:1[5-9]|20)\d\d(?![\d/-])/gu;
const ADDRESS = /https?:\/\/[^\s<>"()]+[^\s<>"().,;]/u;
const DOI = new RegExp(String.raw`\b${DOI_PREFIX}[^\s<>"]+[^\s<>".,;)\]]`, 'u');
const PMID = /(?<=\bPMID:\s?)\d{5,8}\b/u;
const ARXIV = /(?<=arxiv:\s?)(?:\d{4}\.\d{4,5}|[a-z-]{2,10}\/\d{7})/iu;

// The name of a journal or of proceedings before volume and pages: `J. Chem. Phys.` of `, J. Chem. Phys. 12, 3–4 (2019)`
const WHERE =
  /^[\s,.;:]*(?:in:?\s+)?((?!submitted|preprint|arxiv preprint arxiv|unpublished|accepted|to appear|https?:|doi\b|arxiv:)\p{L}[^,;()\d]{1,150}?(?:\s\([A-Z][A-Za-z’' -]{1,20}\))?)(?=[\s,.;:]*(?:[,;()\d]|vol\b|pp?\.|https?:|$))/diu;

/** A reference with what stands behind its title and authors; null where the title is none. */
function whole(
  text: string,
  style: ReferenceStyle,
  fields: Found[],
  rest: Range,
): Reference | null {
  const title = fields.find(({ name }) => name === 'title');
  if (title === undefined) return null;
  title.range = unmarked(text, title.range);
  if (!isTitle(text.slice(title.range.from, title.range.to))) return null;
  return { style, fields: [...fields, ...placeFields(text, rest, fields)] };
}

/** Where and when a paper appeared, and by what it is known, in running text; nothing that `known` fields say. */
export function placeFields(text: string, rest: Range, known: readonly Found[] = []): Found[] {
  const value = text.slice(rest.from, rest.to);
  const found = [...known];
  const add = (name: 'doi' | 'arxiv' | 'pmid' | 'url', match: RegExpExecArray | null) => {
    if (match === null) return;
    const range = { from: rest.from + match.index, to: rest.from + match.index + match[0].length };
    if (found.some((field) => field.range.from < range.to && field.range.to > range.from)) return;
    found.push(...(name === 'url' ? statedValues(text, 'url', 'url', range) : [{ name, range }]));
  };
  const address = ADDRESS.exec(value);
  if (address !== null && isPaperAddress(address[0])) add('url', address);
  add('doi', DOI.exec(value));
  add('arxiv', ARXIV.exec(value));
  add('pmid', PMID.exec(value));
  const year = [...value.matchAll(YEAR)].findLast(({ index }) =>
    found.every(({ range }) => rest.from + index < range.from || rest.from + index >= range.to),
  );
  if (year !== undefined && !found.some(({ name }) => name === 'year')) {
    const from = rest.from + year.index;
    found.push({ name: 'year', range: { from, to: from + 4 } });
  }
  const where = WHERE.exec(value)?.indices?.[1];
  if (where !== undefined) {
    found.push({ name: 'venue', range: { from: rest.from + where[0], to: rest.from + where[1] } });
  }
  return found.slice(known.length);
}

// A title as it is set: `*A Title*`, `"A Title"`, `A Title.`
const MARKED =
  /^(\s*(?:[*_]{1,3}|["“](?=[^"“”]+["”][*_.,\s]*$))?)(.*?)[*_"”]{0,3}[.,]?[*_"”]{0,3}\s*$/dsu;

/** A title without the marks and the stop around it. */
function unmarked(text: string, range: Range): Range {
  const [from = 0, to = 0] = MARKED.exec(text.slice(range.from, range.to))?.indices?.[2] ?? [];
  return { from: range.from + from, to: range.from + to };
}

/** True for words that may be a title: three to forty, not those of a person or an address. */
export function isTitle(value: string): boolean {
  const words = value.trim().split(/\s+/u);
  return (
    words.length >= 2 &&
    words.length <= 45 &&
    value.length >= 8 &&
    /^[\p{Lu}\p{N}“"'(\p{Lo}$]/u.test(value.trim()) &&
    /\p{L}{3}/u.test(value) &&
    !/https?:|www\./iu.test(value) &&
    !areNames(value)
  );
}

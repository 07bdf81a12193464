import type { Range } from '../seed/index.ts';

/** The parts of a printed list of authors. */
export interface NameList {
  /** Each name by itself; empty when the list is better read as one text: `Ann Lee, Bo van Dyk`. */
  names: Range[];
  /** `et al.`, `and others`. */
  others: Range | null;
  /** The list without what says that it is longer. */
  list: Range;
}

// The end of a list that is not complete: `, et al.`, ` and others`, `; et al`, ` et.al.`, `, ...`
const OTHERS =
  /[\s,;]+(?:\[?et(?:\.? |\.)al\.?\]?|and others|and \d{1,4} (?:more|others?)(?: authors?)?|…|\.\.\.)$/iu;

// `;` between names and not the end of `&uuml;`; also `|` and `||`
const STRONG_SEPARATOR = /;|\|+/gu;

// `&uuml` before a semicolon
const ENTITY_END = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10})$/iu;

// ` and ` between two names
const AND = /\s+and\s+/gu;

// An item in a list of Python or JSON: `'Ann Lee'` of `['Ann Lee', "Bo O'Neil"]`, also with CSV's doubled quotes
const QUOTED_ITEM = /'([^'"]{1,400})'|"{1,2}([^"]{1,400})"{1,2}/gu;

// `Gu, Hao`, `van Dyk, Bo M.`, `Maheshwari, R. Uma`: a family name of one word, one comma, a given name
const ONE_FAMILY_FIRST = /^(?:\p{Ll}[\p{L}'’]{0,4}\.? ){0,3}[^\s,]+, ?[^,]+$/u;

/**
 * Divides a list of names where its own marks say how: `;` or `|`, quotes, or `and` between names
 * that are written family first.
 *
 * @param semicolons True when other lists of the same table use `;`, so that `Gu, Hao` is one name.
 */
export function divideNames(text: string, range: Range, semicolons = false): NameList {
  const { list, others } = othersIn(text, range);
  const body = text.slice(list.from, list.to);

  const items = quotedItems(text, list);
  if (items.length > 0) return { names: items, others, list };
  const strong = cuts(body, STRONG_SEPARATOR).filter(
    ({ from, to }) =>
      body.slice(from, to) !== ';' || !ENTITY_END.test(body.slice(Math.max(0, from - 12), from)),
  );
  if (strong.length > 0) {
    return { names: namesBetween(text, pieces(body, list.from, strong)), others, list };
  }
  const joined = pieces(body, list.from, cuts(body, AND));
  const isJoined = joined.length > 2 && !body.includes(',');
  if (
    isJoined ||
    (joined.length > 1 && joined.every(({ from, to }) => isFamilyFirst(text.slice(from, to))))
  ) {
    return { names: joined, others, list };
  }
  const single = semicolons ? body.split(',').length <= 2 : ONE_FAMILY_FIRST.test(body);
  return { names: single && body.trim() !== '' ? pieces(body, list.from, []) : [], others, list };
}

/** A list of names without what says at its end that it is longer, and that. */
export function othersIn(text: string, range: Range): Pick<NameList, 'list' | 'others'> {
  const printed = text.slice(range.from, range.to);
  const end = printed.slice(-80);
  const cut = OTHERS.exec(end);
  if (cut === null) return { list: { from: range.from, to: range.to }, others: null };
  const at = range.to - end.length + cut.index;
  const from = at + (/^[\s,;]+/u.exec(cut[0])?.[0].length ?? 0);
  return { list: { from: range.from, to: at }, others: { from, to: range.to } };
}

// Where a name ends and the next begins without a blank: `sS` of `Opara-MartinsSahandi`, `.F` of `Lee Jr.Feng`
const GLUE = /(?<=\p{Ll}\.?)(?=\p{Lu})/gu;

// `Mc` of `McDonald`, `Di` of `DiCaprio`: a capital behind it belongs to the same name
const INNER = /(?:^|[\s-])(?:Ma?c|D[aeiu]|L[aeo]|Van|Von|Fitz)$/u;

/** The names of a list without anything between them: `Ann LeeBo M. FoxCy McCall`; none for one with separators. */
export function gluedNames(text: string, range: Range): Range[] {
  const printed = text.slice(range.from, range.to);
  if (/[;,|]|\sand\s/u.test(printed)) return [];
  const starts = Array.from(printed.matchAll(GLUE), ({ index }) => index).filter(
    (at) => !INNER.test(printed.slice(Math.max(0, at - 6), at)),
  );
  return [0, ...starts].map((from, index) => ({
    from: range.from + from,
    to: range.from + (starts[index] ?? printed.length),
  }));
}

// `Harrow JQ`, `van der Berg C`, `Moss O Jr`: a name as PubMed prints it
const FAMILY_AND_INITIALS = /^[\p{L}'’ -]+ \p{Lu}{1,3}(?: (?:Jr|Sr|2nd|3rd|II|III|IV))?$/u;

// The stop that ends such a list behind the name of a group
const FINAL_STOP = /(?<=\p{Ll}{3})\.$/u;

/** The names in what semicolons part; that may be people from groups: `Lee A, Fox B; Moss Group.` */
function namesBetween(text: string, parted: readonly Range[]): Range[] {
  const lists = parted.map((piece) => commaList(text, piece));
  if (lists.every((list) => list === undefined)) return [...parted];
  return parted.flatMap((piece, index) => {
    const stop = FINAL_STOP.exec(text.slice(piece.from, piece.to))?.[0].length ?? 0;
    return lists[index] ?? [{ from: piece.from, to: piece.to - stop }];
  });
}

/** The names between commas, where all are as PubMed prints them. */
function commaList(text: string, piece: Range): Range[] | undefined {
  const printed = text.slice(piece.from, piece.to);
  const names = pieces(printed, piece.from, cuts(printed, /,/g));
  const isList =
    names.length > 1 &&
    names.every(({ from, to }) => FAMILY_AND_INITIALS.test(text.slice(from, to)));
  return isList ? names : undefined;
}

/** The items of a list as Python and JSON write it: `['cs.LG', 'stat.ML']`; none for any other text. */
export function quotedItems(text: string, range: Range): Range[] {
  if (text.charAt(range.from) !== '[' || text.charAt(range.to - 1) !== ']') return [];
  return Array.from(text.slice(range.from, range.to).matchAll(QUOTED_ITEM), (match) => {
    const item = match[1] ?? match[2] ?? '';
    const from = range.from + match.index + match[0].indexOf(item);
    return { from, to: from + item.length };
  });
}

function isFamilyFirst(name: string): boolean {
  return name.split(',').length === 2;
}

function cuts(body: string, separator: RegExp): Range[] {
  return Array.from(body.matchAll(separator), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function pieces(body: string, offset: number, separators: readonly Range[]): Range[] {
  const found: Range[] = [];
  let at = 0;
  for (const { from, to } of [...separators, { from: body.length, to: body.length }]) {
    const raw = body.slice(at, from);
    const start = at + (raw.length - raw.trimStart().length);
    const end = at + raw.trimEnd().length;
    if (end > start) found.push({ from: offset + start, to: offset + end });
    at = to;
  }
  return found;
}

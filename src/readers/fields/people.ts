import { type Found, type Range, trimmed } from '../seed/index.ts';
import { othersIn } from './name-list.ts';
import { PARTICLE } from './printed-names.ts';

/** The people in a printed list of names and of nothing else. */
export interface People {
  people: Range[];
  /** `et al.`, `+2 authors` */
  others: Range | null;
  /** False for one name that may as well be of something else: `Ann Lee`, `Physical Review`, `Paris, France`. */
  isSure: boolean;
}

// What stands in no name and parts them: `Ann Lee; Bo Fox`, `Ann Lee | Bo Fox`, `Lee, Ann / Fox, Bo`
const STRONG = /\s*[;；|•·]\s*(?:(?:and|&)\s)?|\s+\/\s+/gu;

// `, `, ` and `, `, and `, `、`
const WEAK = /\s*[,，、]\s*(?:(?:and|&|und|et|y)\s)?|\s(?:and|&|und|et|y|og|och|e)\s/gu;
const AND = /,?\s(?:and|&|und|et|y)\s/gu;

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’‘.\-–]*|${PARTICLE}(?=\s)|al-\p{L}+|d['’]\p{Lu}\p{L}+)`;

// `A. Lee`, `Ann M. van der Berg`, `Lee AB`, `Ann LEE`
const WHOLE = new RegExp(String.raw`^${WORD}(?:\s+${WORD}){1,5}$`, 'u');

// Names of two or three characters, or words with a dot between them
const HAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}・·]{2,12}$/u;

// `Lee`, `van der Berg`, `García López`
const FAMILY = new RegExp(
  String.raw`^(?:(?:${PARTICLE}|\p{Lu}[\p{L}\p{M}'’‘\-–]+)\s+){0,3}\p{Lu}[\p{L}\p{M}'’‘\-–]*$`,
  'u',
);

// `A.`, `M.-J.`, `AB`, `H. L.`
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[\s-]*){1,4}$|^\p{Lu}{1,3}$/u;

// `Ann`, `Hannah L.`, `Alexander von`
const GIVEN = new RegExp(String.raw`^${WORD}(?:\s+(?:${WORD}|${PARTICLE})){0,2}$`, 'u');

// Where a family name comes with its initials in any order: `A. Lee`, `Lee AB`, `AB Lee`
const INITIALLED = /(?:^|[\s-])\p{Lu}\.|\s\p{Lu}{1,3}$|^\p{Lu}{1,2}\s/u;

const SUFFIX = /^(?:Jr|Sr|I{2,3}|IV|Ph\.?\s?D|M\.?D)\.?$/u;

// `(ETH Zürich)`, `1,2`, `*`, `(1)`, `∗†` behind a name
const MARKS =
  /\([^()]{0,200}\)|(?<=[\p{L}.])(?:\s?[*∗†‡§¶#]|\s?\[\d{1,2}\]|\d{1,2}(?:,\s?\d{1,2})*|[¹²³⁰-⁹ᵃ-ᶻ]+(?:[,⁻]+[¹²³⁰-⁹]+)*)+(?=\s*(?:[,;|•·&.]|\sand\s|$))/gu;

// `+2 authors`, `…`
const LEFT_OUT = /^(?:\+\s?\d{1,4}(?: more)? authors?|\d{1,4} more|…|\.\.\.)$/iu;

/** Words that say that a thing is nobody: places where people work, and where papers appear. */
const NOBODY =
  /(?<!\p{L})(?:universit\p{L}+|institut\p{L}*|college|school|departe?ment|faculty|laborator\p{L}+|cent(?:er|re)|hospital|inc|ltd|llc|gmbh|corporation|research|journal|review|letters|proceedings|conference|transactions|annals|press|workshop|symposium|society|academy|science|sciences|engineering|systems|session|chair|room|study|survey|approach|analysis|overview|introduction|volume|issue|pages|vol|abstract|article|paper|papers|open access|pdf|html|code|video|slides|today|monday|tuesday|wednesday|thursday|friday|january|february|march|april|june|july|august|september|october|november|december|the|of|in|on|for|with|dr|prof)(?!\p{L})/iu;

/** The people of a list that is nothing but their names, as any listing prints them; null for other text. */
export function peopleIn(text: string, range: Range): People | null {
  if (range.to - range.from > 6000) return null;
  const lead =
    /^(?:by|authors?:)\s+/iu.exec(text.slice(range.from, range.from + 20))?.[0].length ?? 0;
  const { list, others } = othersIn(text, trimmed(text, { from: range.from + lead, to: range.to }));
  // What stands behind a name is not looked at, and keeps its place.
  const printed = text
    .slice(list.from, list.to)
    .replace(MARKS, (marks) => ' '.repeat(marks.length))
    .replace(/(?<=\p{L}{2}\s*|^[^.]*\p{L}\s*)[.,;]\s*$/u, (end) => ' '.repeat(end.length));
  const among = (people: Range[] | null, isSure: boolean): People | null => {
    if (people === null) return null;
    const names = people.filter(({ from, to }) => !LEFT_OUT.test(printed.slice(from, to)));
    const leftOut = people.find(({ from, to }) => LEFT_OUT.test(printed.slice(from, to)));
    if (names.length === 0) return null;
    const more = others ?? (leftOut === undefined ? null : placed(leftOut));
    return { people: names.map(placed), others: more, isSure: isSure || more !== null };
  };
  const placed = ({ from, to }: Range): Range => ({ from: from + list.from, to: to + list.from });
  const is = (shape: RegExp, { from, to }: Range) => shape.test(printed.slice(from, to));
  const isWhole = (piece: Range) =>
    (is(WHOLE, piece) || is(HAN, piece) || is(LEFT_OUT, piece)) &&
    piece.to - piece.from <= 60 &&
    is(/\p{L}[\p{L}'’-]|\+|…/u, piece) &&
    !is(NOBODY, piece);
  const isTurned = ({ from, to }: Range) => {
    const [family = '', given, ...rest] = printed.slice(from, to).split(/\s*,\s*/u);
    return (
      given !== undefined &&
      FAMILY.test(family) &&
      (GIVEN.test(given) || INITIALS.test(given)) &&
      rest.every((word) => SUFFIX.test(word)) &&
      !NOBODY.test(family)
    );
  };

  const strong = between(printed, STRONG);
  if (strong.length > 1) {
    const isList = strong.every((piece) => isWhole(piece) || isTurned(piece));
    return among(isList ? strong : null, true);
  }
  const joined = between(printed, AND);
  if (joined.length > 1 && joined.every(isTurned)) return among(joined, true);
  const pieces = withSuffixes(printed, between(printed, WEAK));
  if (pieces.length > 0 && pieces.every(isWhole)) {
    return among(pieces, pieces.length > 1 || pieces.some((piece) => is(INITIALLED, piece)));
  }
  const isPaired = pieces.every((piece, at) => is(at % 2 === 0 ? FAMILY : INITIALS, piece));
  if (pieces.length % 2 === 0 && isPaired) return among(inPairs(pieces), true);
  const [family, given, ...rest] = pieces;
  const isFirstTurned =
    family !== undefined &&
    given !== undefined &&
    isTurned({ from: family.from, to: given.to }) &&
    rest.every(isWhole);
  return isFirstTurned
    ? among(
        [{ from: family.from, to: given.to }, ...rest],
        rest.length > 0 || is(INITIALLED, given),
      )
    : null;
}

/** The fields of people. */
export function peopleFields({ people, others }: People): Found[] {
  return [
    ...people.map((range): Found => ({ name: 'author', range })),
    ...(others === null ? [] : [{ name: 'et_al' as const, range: others }]),
  ];
}

/** What stands between separators, empty pieces left out. */
function between(list: string, separator: RegExp): Range[] {
  const cuts = Array.from(list.matchAll(separator), ({ 0: mark, index }) => ({
    from: index,
    to: index + mark.length,
  }));
  return [{ from: 0, to: 0 }, ...cuts]
    .map(({ to }, at) => trimmed(list, { from: to, to: cuts[at]?.from ?? list.length }))
    .filter(({ from, to }) => to > from);
}

/** Gives `Jr.` back to its name. */
function withSuffixes(list: string, pieces: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const piece of pieces) {
    const before = found.at(-1);
    if (before !== undefined && SUFFIX.test(list.slice(piece.from, piece.to))) before.to = piece.to;
    else found.push({ ...piece });
  }
  return found;
}

function inPairs(pieces: readonly Range[]): Range[] {
  return pieces.flatMap((piece, at) =>
    at % 2 === 0 ? [{ from: piece.from, to: pieces[at + 1]?.to ?? piece.to }] : [],
  );
}

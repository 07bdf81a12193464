import type { Name } from '../../../model/index.ts';
import { type Found, type Range, trimmed } from '../../seed/index.ts';

// `and` between two names, wherever lines break
const AND = /\s(and)(?=\s)/gi;

/** `others`, `{et al.}`, `et.al.`: not a name, but that there are more */
const ET_AL = /^(?:others|et(?:\.?\s*|\.)al(?:\.|ii|ia)?)$/i;

// `$^{1,2}$`, `\textsuperscript{a}`, `\thanks{…}` behind a name
const MARKS =
  /\$\^\{?[^${}]{0,40}\}?\$|\\(?:textsuperscript|thanks|footnote(?:mark)?|orcid(?:link)?)(?:\[[^\]]{0,20}\])?\s?\{[^{}]{0,300}\}/g;

/**
 * The names of an `author` field, one by one (`A and B and others`), each at its own place.
 *
 * @param range where the list stands in `text`.
 * @param printed what TeX makes of a name.
 */
export function bibNames(text: string, range: Range, printed: (tex: string) => string): Found[] {
  const decode = (tex: string) => printed(tex.replace(MARKS, ''));
  const places = dividedByAnd(text, range).map((place) => {
    const tex = text.slice(place.from, place.to);
    return { place, tex, written: decode(tex).trim() };
  });
  const [first] = places;
  // `Lee, Ann, Bo Fox, and Cy Moss`, as MLA and Chicago print names.
  if (first !== undefined && places.length > 1 && isFirstInverted(first)) {
    const whole = { from: first.place.from, to: places.at(-1)?.place.to ?? range.to };
    return [{ name: 'authors', range: whole, value: decode(text.slice(whole.from, whole.to)) }];
  }
  // Beside `Cy Moss`, `Ann Lee, Bo Fox` are two.
  const isInOrder = places.some(
    ({ tex, written }) => !/[{,=]/.test(tex) && written.includes(' ') && !ET_AL.test(written),
  );
  return places.map(({ place, tex, written }): Found => {
    if (ET_AL.test(written)) return { name: 'et_al', range: place };
    const extended = extendedName(tex, decode);
    if (extended !== undefined) {
      return { name: 'author', range: place, value: extended.literal, parts: extended.parts };
    }
    if (!tex.startsWith('{') && isList(written, isInOrder)) {
      return { name: 'authors', range: place, value: written };
    }
    const parts = partsInBraces(tex, decode);
    return {
      name: 'author',
      range: place,
      value: written,
      ...(parts === undefined ? {} : { parts }),
    };
  });
}

// `Jr.`, `III`
const SUFFIX = /^(?:[js]r\.?|I{2,3}|IV|[234](?:nd|rd|th))$/i;

/** True for `Lee, Ann, Bo Fox`: three pieces, of which the last ones alone are whole names. */
function isFirstInverted({ tex, written }: { tex: string; written: string }): boolean {
  const [family = '', given = '', ...rest] = written.split(/\s*,\s*/);
  return (
    !tex.includes('{') &&
    rest.length > 0 &&
    !family.includes(' ') &&
    !SUFFIX.test(given) &&
    rest.every((piece) => piece.includes(' '))
  );
}

/**
 * True for a list in one piece: a name has two commas at most, `Doe, Jr., John`, and its suffix is one word.
 *
 * @param isInOrder whether the names beside it have their given name first
 */
function isList(written: string, isInOrder: boolean): boolean {
  const pieces = written.split(/\s*,\s*/);
  const isAllNames = pieces.every((piece) => piece.includes(' '));
  const around = written.split(' & ');
  const isTwo = pieces.length === 2 && isInOrder && /^\p{Lu}/u.test(written);
  return (
    written.includes(';') ||
    pieces.length > 3 ||
    ((pieces.length === 3 || isTwo) && isAllNames) ||
    (around.length > 1 && around.every((side) => /[\s,]/.test(side.trim())))
  );
}

/** The stretches between ` and ` outside of braces, without white space. */
function dividedByAnd(text: string, range: Range): Range[] {
  const value = text.slice(range.from, range.to);
  const places: Range[] = [];
  let depth = 0;
  let counted = 0;
  let from = range.from;
  for (const match of value.matchAll(AND)) {
    for (; counted < match.index; counted += 1) {
      const c = value[counted];
      if (c === '{') depth += 1;
      else if (c === '}') depth -= 1;
    }
    if (depth > 0) continue;
    places.push(trimmed(text, { from, to: range.from + match.index }));
    from = range.from + match.index + match[0].length;
  }
  places.push(trimmed(text, { from, to: range.to }));
  // `and and`, and the list that ends in `and`; `Lee, Ann, and Fox, Bo` with a comma too many.
  return places
    .filter(({ from: a, to: b }) => b > a && !/^and$/i.test(text.slice(a, b)))
    .map((place) => (text[place.to - 1] === ',' ? { ...place, to: place.to - 1 } : place));
}

// `family=Beethoven` of biblatex's extended name format
const NAME_PART = /^\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*(.*)$/is;

/** `family=Beethoven, given=Ludwig, prefix=van, useprefix=true`, as Better BibTeX writes it. */
function extendedName(
  tex: string,
  decode: (tex: string) => string,
): { literal: string; parts: Omit<Name, 'literal'> } | undefined {
  if (!/^\s*(?:family|given|prefix)\s*=/i.test(tex)) return undefined;
  const parts: Omit<Name, 'literal'> = {};
  for (const piece of outsideBraces(tex, ',')) {
    const match = NAME_PART.exec(piece);
    const value = decode(match?.[2] ?? '').trim();
    if (value === '') continue;
    const part = match?.[1]?.toLowerCase();
    if (part === 'family' || part === 'given' || part === 'suffix') parts[part] = value;
    else if (part === 'prefix') parts.particle = value;
  }
  if (parts.family === undefined) return undefined;
  const family = [parts.particle, parts.family].filter((part) => part !== undefined).join(' ');
  const literal = [family, parts.suffix, parts.given].filter((part) => part !== undefined);
  return { literal: literal.join(', '), parts };
}

// `de {Harman and Sons}` of `de {Harman and Sons}, Hans`: one family name
const JOINED_FAMILY = /^((?:\p{Ll}\S*\s+){0,3})\{([^{}]*\sand\s[^{}]*)\}$/u;

/**
 * What braces say about a name: `{Open AI}` has no parts, `Gabriel {Garc{\'i}a M{\'a}rquez}` has a family name of two words.
 * `{Lee, Ann}` is a person all the same.
 */
function partsInBraces(
  tex: string,
  decode: (tex: string) => string,
): Omit<Name, 'literal'> | undefined {
  if (!tex.includes('{')) return undefined;
  const words = outsideBraces(tex, ' ').filter((word) => word !== '');
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0) {
    const isWhole = only.startsWith('{') && only.endsWith('}') && !only.startsWith('{\\');
    return isWhole && !/^\{[^\s,{}]+, [^,{}]+\}$/.test(only) ? {} : undefined;
  }
  const [before = '', given = '', ...more] = outsideBraces(tex, ',');
  const [, particles = '', joined] = JOINED_FAMILY.exec(before.trim()) ?? [];
  if (joined !== undefined && given !== '' && more.length === 0) {
    return {
      given: decode(given).trim(),
      ...(particles === '' ? {} : { particle: decode(particles).trim() }),
      family: decode(joined).trim(),
    };
  }
  if (given !== '') return undefined;
  const last = words.at(-1) ?? '';
  // Of `Charles {de Gaulle}` the particle is one all the same.
  if (!/^\{[^\\\p{Ll}].*\s.*\}$/su.test(last)) return undefined;
  const front = words.slice(0, -1);
  const particle = front.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const end = particle < 0 ? front.length : particle;
  const name = { given: decode(front.slice(0, end).join(' ')).trim(), family: decode(last).trim() };
  return particle < 0 ? name : { ...name, particle: decode(front.slice(end).join(' ')).trim() };
}

/** The pieces of a text between separators outside of braces. A blank stands for all white space. */
function outsideBraces(tex: string, separator: ',' | ' '): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < tex.length; i += 1) {
    const c = tex.charAt(i);
    if (c === '{') depth += 1;
    else if (c === '}') depth -= 1;
    else if (depth <= 0 && (separator === ' ' ? /\s/.test(c) : c === separator)) {
      pieces.push(tex.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(tex.slice(from));
  return pieces;
}

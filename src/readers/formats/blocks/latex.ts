import { collapse, decodeTex } from '../../../text/index.ts';
import {
  type Reference,
  type ReferenceStyle,
  accepts,
  meaningOf,
  referenceIn,
  statedValues,
} from '../../fields/index.ts';
import { type Entry, type Found, type Range, trimmed } from '../../seed/index.ts';

/** A reference of a LaTeX document. */
export interface LatexItem extends Range {
  /** The reference, in this style if one is given. */
  read: (style?: ReferenceStyle) => Reference | null;
}

// `{…}` and `[…]` with braces in them
const BRACED = String.raw`\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\}`;
const BRACKETED = String.raw`\[(?:[^[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\]`;

// Where a reference begins: `\bibitem[Lee(2019)]{lee19}`, `\bibitem {lee19}%`, `\item`
const START = new RegExp(
  String.raw`\\(?:bibitem\s*(?:${BRACKETED})?\s*(?:%\s*)?\{[^{}]{0,200}\}%?|item\b(?:${BRACKETED})?)\s*`,
  'gu',
);
const END = /\\end\s?\{(?:thebibliography|enumerate|itemize|etaremune|description)\}/gu;

/** The items of bibliographies and lists in a text of LaTeX; none for another text. */
export function latexItems(text: string): LatexItem[] {
  if (!/\\(?:bib)?item\b/u.test(text)) return [];
  const starts = Array.from(text.matchAll(START), ({ 0: mark, index }) => ({
    from: index,
    content: index + mark.length,
  }));
  const ends = Array.from(text.matchAll(END), ({ index }) => index);
  return starts.map(({ from, content }, index) => {
    const next = starts[index + 1]?.from ?? text.length;
    const end = ends.find((each) => each > from && each < next) ?? next;
    const { to } = trimmed(text, { from, to: end });
    const range = { from: content, to: Math.max(content, to) };
    return {
      from,
      to: range.to,
      read: (style) => labelled(text, range) ?? unlabelled(text, range, style),
    };
  });
}

// REVTeX says what each part is: `\bibinfo {author} {\bibfnamefont {A.}~\bibnamefont {Lee}}`
const INFO = new RegExp(String.raw`\\bibinfo\s*\{(\w+)\}\s*${BRACED}`, 'dgu');

function labelled(text: string, range: Range): Reference | null {
  const value = text.slice(range.from, range.to);
  const fields = Array.from(value.matchAll(INFO)).flatMap((match): Found[] => {
    const [from = 0, to = 0] = match.indices?.[2] ?? [];
    const place = { from: range.from + from, to: range.from + to };
    const [field] = [...meaningOf(match[1] ?? '')].sort(([, a], [, b]) => a - b)[0] ?? [];
    const said = plainValue(match[2] ?? '');
    if (field === 'authors') return [{ name: 'author', range: place, value: said }];
    if (field === undefined || !accepts(field, said)) return [];
    return statedValues(text, field, match[1] ?? '', place).map((found) => ({
      ...found,
      value: said,
    }));
  });
  if (!fields.some(({ name }) => name === 'title')) return null;
  return { style: 'authors, title, where and when', fields: [...fields, ...linked(text, range)] };
}

const DOI_ADDRESS = /(?<=\{https?:\/\/(?:dx\.)?doi\.org\/)10\.\d{4,9}\/[^\s{}]+/u;

/** The DOI that an address in a command leads to. */
function linked(text: string, range: Range): Found[] {
  const doi = DOI_ADDRESS.exec(text.slice(range.from, range.to));
  if (doi === null) return [];
  const from = range.from + doi.index;
  return [{ name: 'doi', range: { from, to: from + doi[0].length } }];
}

function unlabelled(text: string, range: Range, style?: ReferenceStyle): Reference | null {
  const plain = plainOf(text.slice(range.from, range.to));
  const reference = referenceIn(plain, { from: 0, to: plain.length }, style);
  if (reference === null) return null;
  const fields = reference.fields.map(({ name, range: { from, to } }): Found => ({
    name,
    range: { from: range.from + from, to: range.from + to },
    value: collapse(plain.slice(from, to).replaceAll(PADDING, '')),
  }));
  const address = linked(text, range);
  const known = fields.some(({ name }) => name === 'doi') ? [] : address;
  return { style: reference.style, fields: [...fields, ...known] };
}

/** Stands in words where TeX had more characters than the letter that it sets; a mark that no reader sees. */
const PADDING = '\u034F';

function plainValue(value: string): string {
  return collapse(plainOf(value).replaceAll(PADDING, ''));
}

// `\"u`, `{\'e}`, `\v{S}`, `\c c`, `{\o}`, `\ss`
const ACCENT =
  /\{\\(?:["'`^~=.]\s?|[uvHtcdbkr]\s)?\{?\\?[A-Za-z]{1,2}\}?\}|\\["'`^~=.]\s?(?:\{\\?[A-Za-z]\}|[A-Za-z])|\\[uvHtcdbkr](?:\{\\?[A-Za-z]\}|\s[A-Za-z])|\\(?:ss|aa|AA|ae|AE|oe|OE|o|O|l|L|i|j)(?![A-Za-z])\s?/gu;

/** TeX as the text that it sets, each character where it stands in the source. */
function plainOf(source: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  const parts = source.split(/(\$[^$]*\$)/u).map((part, index) => {
    if (index % 2 === 1) return part;
    return part
      .replace(/(?<!\\)%[^\n]*/gu, blank)
      .replace(ACCENT, (accent) => {
        const letter = decodeTex(accent).trim();
        return letter.length > 0 && letter.length <= accent.length
          ? letter + PADDING.repeat(accent.length - letter.length)
          : blank(accent);
      })
      .replace(
        /\\href(?:@noop)?\s*\{[^{}]*\}|\\(?:bibfield|bibinfo|BibitemShut)\s*\{\w+\}|\\penalty\d+/gu,
        blank,
      )
      .replaceAll('\\doi{', 'doi: ')
      .replace(/\\&/gu, ' &')
      .replace(/\\[A-Za-z@]+\*?|\\./gu, blank)
      .replaceAll('``', ' “')
      .replaceAll("''", '” ')
      .replaceAll('~', ' ')
      .replace(/(?<=\p{L})[{}]+(?=\p{L})|[}](?=\p{L})/gu, (braces) => PADDING.repeat(braces.length))
      .replace(/[{}]/gu, ' ');
  });
  return parts.join('');
}

// An entry that biblatex wrote: `\entry{lee19}{article}{}` … `\endentry`
const BIBER_ENTRY = /\\entry\{[^{}]{1,200}\}\{(\w+)\}[\s\S]{0,60000}?\\endentry/dgu;
const BIBER_FIELD = new RegExp(
  String.raw`\\(?:field|strng)\{(\w+)\}${BRACED}|\\verb\{(doi|url|eprint)\}\s*\\verb ([^\n]+)`,
  'dgu',
);
const BIBER_NAMES = /\\name\{(author|editor)\}[\s\S]*?\n\s*\}\s*\n/dgu;
const BIBER_NAME = /family=\{([^{}]*)\}[\s\S]*?(?:given=\{([^{}]*)\}|\}\}%)/dgu;

/** The entries of a file that biblatex wrote for LaTeX. */
export function biberEntries(text: string): Entry[] {
  if (!text.includes('\\endentry')) return [];
  return Array.from(text.matchAll(BIBER_ENTRY), (entry): Entry => {
    const [from = 0, to = 0] = entry.indices?.[0] ?? [];
    const [typeFrom = 0, typeTo = 0] = entry.indices?.[1] ?? [];
    const value = entry[0];
    const at = ([start, end]: readonly [number, number]): Range => ({
      from: from + start,
      to: from + end,
    });
    const named = Array.from(value.matchAll(BIBER_NAMES)).flatMap((list): Found[] =>
      Array.from(list[0].matchAll(BIBER_NAME), (match): Found => {
        const range = {
          from: from + list.index + match.index,
          to: from + list.index + match.index + match[0].length,
        };
        const said = [match[1], match[2]].filter(Boolean).map((part) => plainValue(part ?? ''));
        return { name: list[1] === 'editor' ? 'editor' : 'author', range, value: said.join(', ') };
      }),
    );
    const stated = Array.from(value.matchAll(BIBER_FIELD)).flatMap((match): Found[] => {
      const place = match.indices?.[2] ?? match.indices?.[4];
      const label = match[1] ?? match[3] ?? '';
      const [field] = [...meaningOf(label)].sort(([, a], [, b]) => a - b)[0] ?? [];
      if (place === undefined || field === undefined || field === 'authors') return [];
      const said = plainValue((match[2] ?? match[4] ?? '').replaceAll('\\bibrangedash ', '--'));
      return accepts(field, said)
        ? statedValues(text, field, label, at(place)).map((found) => ({ ...found, value: said }))
        : [];
    });
    const seen = new Set<string>();
    const type: Found = { name: 'type', range: { from: typeFrom, to: typeTo } };
    const fields: Found[] = [type];
    for (const found of [...named, ...stated]) {
      const isNew = found.name === 'author' || found.name === 'editor' || !seen.has(found.name);
      seen.add(found.name);
      // In a broken entry a list of names may run on over what follows it.
      const isApart = fields.every(
        ({ range }) => found.range.to <= range.from || range.to <= found.range.from,
      );
      if (isNew && isApart) fields.push(found);
    }
    return {
      from,
      to,
      fields,
    };
  });
}

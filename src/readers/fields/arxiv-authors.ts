import { type Found, type Range, trimmed } from '../seed/index.ts';

// `et al.`, with what arXiv's pages put behind it: `, et al. (12 additional authors not shown)`
const ET_AL =
  /(?:^|[\s,])((?:et al\.?\s*)?\(\d{1,5} additional authors? not shown\)|et al\.?|and others)[\s.]*$/i;

/** How far from the end of a list its `et al.` is looked for. */
const TAIL = 120;

// `Jr.` or `III` after a comma belongs to the name before it
const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV|Ph\. ?D\.?)$/;

// What parts names: `,`, `;`, `:` after a collaboration, `and`
const SEPARATOR = /[,;]|:(?=\s)|\s(?:and|&)\s/y;

// What may follow an affiliation; after anything else the bracket is part of a name: `Hao (Ann) Lee`
const AFTER_AFFILIATION = /\s*(?:$|[,;:()]|(?:and|&)\s)/y;

/**
 * The names in arXiv's form of an author list (https://info.arxiv.org/help/prep.html#author):
 * `Ann Lee (MIT), Bo van Dyk and Cy Fox`. Parts in brackets are affiliations; a colon ends the name
 * of a collaboration. In file order.
 */
export function arxivAuthors(text: string, range: Range): Found[] {
  const printed = text.slice(range.from, range.to);
  const tail = printed.slice(-TAIL);
  const cut = ET_AL.exec(tail);
  const more = cut?.[1];
  const end = cut === null ? printed.length : printed.length - tail.length + cut.index;
  const found: Found[] = [];
  for (const piece of pieces(printed.slice(0, end))) {
    const place = { from: range.from + piece.from, to: range.from + piece.to };
    const last = found.at(-1);
    if (piece.isAffiliation) {
      found.push({ name: 'other', range: place, label: 'affiliation' });
    } else if (last?.name === 'author' && SUFFIX.test(text.slice(place.from, place.to))) {
      last.range = { from: last.range.from, to: place.to };
    } else {
      found.push({ name: 'author', range: place });
    }
  }
  if (cut !== null && more !== undefined) {
    const from = range.from + end + cut[0].indexOf(more);
    found.push({ name: 'et_al', range: { from, to: from + more.length } });
  }
  return found;
}

interface Piece extends Range {
  isAffiliation: boolean;
}

function pieces(list: string): Piece[] {
  const found: Piece[] = [];
  const add = (from: number, to: number, isAffiliation: boolean) => {
    const range = trimmed(list, { from, to });
    if (range.to > range.from) found.push({ ...range, isAffiliation });
  };
  let start = 0;
  let at = 0;
  while (at < list.length) {
    if (list.charAt(at) === '(') {
      const close = closing(list, at);
      AFTER_AFFILIATION.lastIndex = close;
      if (AFTER_AFFILIATION.test(list)) {
        add(start, at, false);
        add(at, close, true);
        start = close;
      }
      at = close;
      continue;
    }
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(list);
    if (separator === null) {
      at += 1;
      continue;
    }
    add(start, at, false);
    // The blank that ends one `and` may begin the next.
    at += separator[0].length > 1 ? separator[0].length - 1 : 1;
    start = at;
  }
  add(start, list.length, false);
  return found;
}

/** The offset after the bracket that closes the one at `open`; the end when none does. */
function closing(list: string, open: number): number {
  let depth = 0;
  for (let at = open; at < list.length; at += 1) {
    const character = list.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return list.length;
}

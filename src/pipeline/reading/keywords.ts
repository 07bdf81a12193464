import {
  type Keyword,
  type KeywordKind,
  keywordKinds,
  type Provenance,
  type RawField,
  type Sourced,
} from '../../model/index.ts';
import { collapse } from '../../text/index.ts';

const isKind = (label: string): label is KeywordKind => keywordKinds.some((kind) => kind === label);

/** Longest keyword, in characters; what is longer is prose. */
const LONGEST = 120;

/**
 * The words in one field of keywords. A list is divided at semicolons, else at line ends, bullets and bars, else at
 * commas; commas of `Learning, Machine` stay where semicolons divide.
 */
export function readKeywords(
  { name, label, value }: RawField,
  from: Provenance,
): Sourced<Keyword>[] {
  const kind: KeywordKind = label !== undefined && isKind(label) ? label : 'keyword';
  const words = name === 'keyword' ? [value] : value.split(separatorOf(value));
  return words
    .map((word) => collapse(word))
    .filter((word) => word !== '' && word.length <= LONGEST)
    .map((word) => ({ value: { value: word, kind }, from }));
}

function separatorOf(list: string): RegExp {
  if (list.includes(';')) return /;/;
  if (/[\n|•·]/.test(list.trim())) return /[\n|•·]/;
  return /,/;
}

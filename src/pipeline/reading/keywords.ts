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
 * commas; commas of `Learning, Machine` stay where semicolons divide, and of headings and subjects, which are full of
 * them (`Neoplasms, Experimental`).
 */
export function readKeywords(
  { name, label, value }: RawField,
  from: Provenance,
): Sourced<Keyword>[] {
  const kind: KeywordKind = label !== undefined && isKind(label) ? label : 'keyword';
  const words = name === 'keyword' ? [value] : divided(value, kind);
  return words
    .map((word) => collapse(word))
    .filter((word) => word !== '' && word.length <= LONGEST)
    .map((word) => ({ value: { value: word, kind }, from }));
}

function divided(list: string, kind: KeywordKind): string[] {
  if (list.includes(';')) return list.split(';');
  if (/[\n|•·]/.test(list.trim())) return list.split(/[\n|•·]/);
  return kind === 'mesh' || kind === 'subject' ? [list] : list.split(',');
}

import { decodeHTML } from 'entities';
import type { FieldName, RawField } from '../../model/index.ts';
import { type Found, type Range, type SeedText, trimmed } from '../seed/index.ts';
import { ARXIV_ID } from './arxiv-page.ts';
import { type ColumnField, isoOf } from './columns.ts';
import { divideNames } from './name-list.ts';
import { isCodeAddress, isPaperAddress } from './paper-links.ts';

const ARXIV_ADDRESS = new RegExp(`arxiv\\.org/(?:abs|pdf|html)/(${ARXIV_ID})`, 'di');

/** The fields of a paper that one value is, whose label or key says that it is `field`. */
export function statedValues(
  text: string,
  field: ColumnField | 'other',
  label: string,
  range: Range,
): Found[] {
  switch (field) {
    case 'authors':
      return authorsIn(text, range);
    case 'editors':
      return authorsIn(text, range).flatMap((found): Found[] =>
        found.name === 'author' ? [{ ...found, name: 'editor' }] : [{ ...found, name: 'editors' }],
      );
    case 'url':
      return [arxivIn(text, range) ?? { name: 'url', range }];
    case 'date':
    case 'posted':
    case 'updated': {
      const value = isoOf(text.slice(range.from, range.to));
      return [{ name: field, range, ...(value === undefined ? {} : { value }) }];
    }
    default:
      return [{ ...fieldOf(field, label), range }];
  }
}

/** The field of a column, with the label that says of what kind its keywords are. */
export function fieldOf(
  field: ColumnField | 'other',
  label: string,
): { name: FieldName; label?: string } {
  switch (field) {
    case 'mesh':
    case 'tag':
    case 'subject':
    case 'collection':
      return { name: 'keywords', label: field };
    case 'end_page':
    case 'other':
      return { name: 'other', label };
    default:
      return { name: field };
  }
}

/** The identifier in an address of arXiv, at its own place. */
function arxivIn(text: string, range: Range): Found | undefined {
  const place = ARXIV_ADDRESS.exec(text.slice(range.from, range.to))?.indices?.[1];
  return place === undefined
    ? undefined
    : { name: 'arxiv', range: { from: range.from + place[0], to: range.from + place[1] } };
}

const DOI_ADDRESS = /^https?:\/\/(?:dx\.)?doi\.org\/(?=10\.)/i;

/** What the address of a link says of the paper that its words stand in; undefined for one that leads to no paper. */
export function addressField(text: SeedText, place: Range): RawField | undefined {
  const printed = text.text.slice(place.from, place.to);
  const address = decodeHTML(printed);
  const isCode = isCodeAddress(address);
  if (!isCode && !isPaperAddress(address)) return undefined;
  const prefix = DOI_ADDRESS.exec(printed)?.[0].length ?? 0;
  const { name, range } =
    arxivIn(text.text, place) ??
    ({
      name: isCode ? 'code_url' : prefix > 0 ? 'doi' : 'url',
      range: { from: place.from + prefix, to: place.to },
    } satisfies Found);
  const value = text.text.slice(range.from, range.to);
  const said = decodeHTML(value);
  return {
    name,
    value: said,
    span: text.span(range.from, range.to),
    ...(said === value ? {} : { decoded: true as const }),
  };
}

/** Names in a list one by one, where its own marks say how; else the whole list. */
function authorsIn(text: string, range: Range): Found[] {
  const { names, others, list } = divideNames(text, range);
  const found: Found[] =
    names.length > 0
      ? names.map((name) => ({ name: 'author', range: name }))
      : [{ name: 'authors', range: trimmed(text, list) }];
  if (others !== null) found.push({ name: 'et_al', range: others });
  return found.filter((each) => each.range.to > each.range.from);
}

import { doiStart } from './doi.ts';
import type { FieldName } from '../../model/index.ts';
import type { Found, Range } from '../seed/index.ts';
import { statedArxiv, statedFields } from './stated-arxiv.ts';
import {
  ARXIV_CLASS,
  CITATION_KEY,
  pmidWithin,
  serialNumber,
  taggedAuthor,
} from './tagged-values.ts';

/** One value of a record of EndNote, under the sign that its tagged format has for the field: `A` of `%A`. */
export interface EndNoteValue {
  tag: string;
  range: Range;
  /** What the text at `range` stands for, where that is not the text itself. */
  value?: string;
}

/** Fields as they are, whatever the reference is of. */
const PLAIN: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['0', 'type'],
  ['T', 'title'],
  ['X', 'abstract'],
  ['S', 'series'],
  ['V', 'volume'],
  ['9', 'genre'],
  ['I', 'publisher'],
  ['G', 'language'],
  ['R', 'doi'],
  ['O', 'venue_short'],
  [']', 'article_number'],
]);

/** Types that come in versions, and in no editions. */
const HAS_VERSION = /^(?:computer program|dataset|online database|aggregated database)$/i;

/** Types whose number is their own, and none of an issue. */
const HAS_NUMBER = /^(?:patent|report|standard)$/i;

/** Where an arXiv identifier is put for want of a better place. */
const STATING: ReadonlySet<string> = new Set(['J', 'B', 'M', 'N', 'P', 'V', 'Z', 'F']);

/** References to papers of a conference, whose place is that of the conference. */
const OF_CONFERENCE = /^conference (?:paper|proceedings)$/i;

/** References to parts of books. */
const IN_BOOK = /^(?:electronic )?book section$/i;

/** References to works that are in no other, which have the number of their pages. */
const IS_WHOLE = /^(?:(?:edited |electronic )?book|thesis)$/i;

/** References whose number is that of the volume in a series. */
const IN_SERIES = /^(?:(?:edited |electronic )?book(?: section)?|dictionary|encyclopedia)$/i;

/** `Article 141`, `Article e1002` among the pages. */
const ARTICLE = /^(?:article|art\.?)(?: no\.?)? (?=\S{1,20}$)/i;

/**
 * The fields of one record of EndNote (Reference Types, https://support.clarivate.com/Endnote), each value under the
 * sign of its field, whatever the format spells it as.
 */
export function endNoteFields(source: string, values: readonly EndNoteValue[]): Found[] {
  const textOf = ({ range, value }: EndNoteValue) => value ?? source.slice(range.from, range.to);
  const first = (tag: string) => values.find((each) => each.tag === tag);
  const type = first('0');
  const kind = type === undefined ? '' : textOf(type).trim();
  // The ACL Anthology has proceedings where others have their series, and editors where they have those of the series.
  const isOfConference = OF_CONFERENCE.test(kind);
  const venue = first('J') ?? first('B') ?? (isOfConference ? first('S') : undefined);
  const words = values.filter(({ tag }) => tag === 'K');

  return values.flatMap((each): Found | Found[] => {
    const { tag, range } = each;
    const text = textOf(each);
    const decoded = each.value === undefined ? {} : { value: each.value };
    const as = (name: FieldName): Found => ({ name, range, ...decoded });
    const other: Found = { name: 'other', range, label: tag, ...decoded };
    const stated =
      STATING.has(tag) && each.value === undefined
        ? statedArxiv(source, range, tag === 'V' || tag === 'N')
        : null;
    if (stated !== null) {
      return statedFields(source, { range, stated, label: tag, isVenue: each === venue });
    }
    if (each === venue) return as('venue');
    if (tag === '9' && /^preprint$/i.test(text)) return as('type');
    const plain = first(tag) === each ? PLAIN.get(tag) : undefined;
    if (plain !== undefined) return as(plain);
    switch (tag) {
      case 'A':
        return { ...taggedAuthor(range, text), ...nameIn(each, text) };
      case 'Y':
        if (!isOfConference || first('E') !== undefined) return other;
        return asEditor(each, text, other);
      case 'E':
        return asEditor(each, text, other);
      // Of an article it is the first page.
      case '&':
        return IN_BOOK.test(kind) ? as('chapter') : other;
      case '?':
        return { ...taggedAuthor(range, text), ...nameIn(each, text), name: 'translator' };
      case 'N':
        if (HAS_NUMBER.test(kind)) return as('article_number');
        // Proceedings come in issues where they stand in no series.
        return as(
          IN_SERIES.test(kind) || (isOfConference && first('S')) ? 'series_number' : 'issue',
        );
      case 'P': {
        const label = each.value === undefined ? ARTICLE.exec(text)?.[0].length : undefined;
        if (label !== undefined) {
          return { name: 'article_number', range: { from: range.from + label, to: range.to } };
        }
        if (IS_WHOLE.test(kind) && /^\d+$/.test(text)) return as('page_count');
        return each.value === undefined && text.endsWith('.')
          ? { name: 'pages', range: { from: range.from, to: range.to - 1 } }
          : as('pages');
      }
      case '7':
        return as(HAS_VERSION.test(kind) ? 'version' : 'edition');
      case 'C':
        return as(isOfConference ? 'event_place' : 'publisher_place');
      case '1':
        return isOfConference ? as('publisher_place') : other;
      case 'D':
        return as(/^\d{4}$/.test(text) ? 'year' : 'date');
      case '8':
        return as('date');
      case '@':
        return as(serialNumber(text));
      case 'U':
        return doiStart(text) !== undefined && first('R') === undefined
          ? as('doi')
          : as(/^(?:https?:|www\.)/i.test(text) ? 'url' : 'other');
      case 'F':
        return CITATION_KEY.test(text) ? as('citation_key') : other;
      case 'M':
        if (doiStart(text) !== undefined && first('R') === undefined) return as('doi');
        return pmidWithin(source, range) ?? other;
      case 'K':
        if (ARXIV_CLASS.test(text)) return as('categories');
        // Programs that give one field of keywords list them in it.
        return as(words.length > 1 ? 'keyword' : 'keywords');
      case 'Z':
        return as('note');
      // The address of a file on somebody's computer.
      case '>':
        return as('private');
      default:
        return other;
    }
  });
}

function asEditor(each: EndNoteValue, text: string, other: Found): Found {
  const name = { ...taggedAuthor(each.range, text), ...nameIn(each, text) };
  return name.name === 'author' ? { ...name, name: 'editor' } : other;
}

/** The value of a name that is spelt otherwise where it stands; its last comma is no part of it. */
function nameIn({ value }: EndNoteValue, text: string): Partial<Found> {
  if (value === undefined) return {};
  return { value: /^[^,]+,$/.test(text) ? text.slice(0, -1) : value };
}

import type { Citable, ItemType, Publication } from '../model/index.ts';

/** Types that have a number themselves; that of others is the number of an article among pages. */
const NUMBERED: ReadonlySet<ItemType> = new Set(['report', 'patent', 'standard']);

/** Number of an issue, of the volume in a series, or of a report, patent or standard: formats have one field for them. */
export const numberOf = ({ publication }: Pick<Citable, 'publication'>): string | undefined =>
  publication.issue ?? publication.collectionNumber ?? ownNumberOf({ publication });

/** Number of a report, patent or standard. */
export const ownNumberOf = ({ publication }: Pick<Citable, 'publication'>): string | undefined =>
  NUMBERED.has(publication.type) ? publication.articleNumber : undefined;

/** Number of an article. */
export const articleNumberOf = ({
  publication,
}: Pick<Citable, 'publication'>): string | undefined =>
  NUMBERED.has(publication.type) ? undefined : publication.articleNumber;

/** `716–26`, `S12–5`, `xi–xx`: one stretch; what stands before the digits of its first page, these, and the last page. */
const STRETCH = /^(?<first>(?<series>[^\s,–]*?)(?<digits>\d*))–(?<last>[^\s,–]+)$/u;

/**
 * First and last page for formats that have them apart, the last one in full: `716–26` ends on 726. Pages that are no
 * stretch, or more than one (`1–10, 20–30`), stand as they are in the place of the first.
 */
export function endsOf(page: Publication['page']): [first?: string, last?: string] {
  if (page === undefined) return [];
  const { first, series = '', digits = '', last } = STRETCH.exec(page)?.groups ?? {};
  if (first === undefined || last === undefined) return [page];
  const whole = digits.slice(0, Math.max(0, digits.length - last.length)) + last;
  const isCut = /^\d+$/.test(last) && last.length < digits.length && Number(whole) > Number(digits);
  return [first, isCut ? series + whole : last];
}

/** Types of works that stand in no other: of them programs have the number of pages where others have the first. */
export const IS_WHOLE: ReadonlySet<ItemType> = new Set(['book', 'thesis']);

/** Number of the chapter, in formats that have a section of works of other types in its place. */
export const chapterOf = ({ publication }: Pick<Citable, 'publication'>): string | undefined =>
  publication.type === 'chapter' ? publication.chapterNumber : undefined;

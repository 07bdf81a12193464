import type { Work } from '../../model/index.ts';
import { fitting } from './source-names.ts';

/** Papers that share a year or a venue. */
export interface Group {
  slug: string;
  label: string;
  works: Work[];
}

/** `ICLR 2024`, `Findings of ACL 2025`: a series of a few words and its year. */
const SERIES = /^(\S+(?: \S+){0,3}) (?:19|20)\d{2}$/;

/** The series a venue belongs to: `ICLR` for `ICLR 2024`. */
export function seriesOf(venue: string): string {
  return SERIES.exec(venue)?.[1] ?? venue;
}

/** Letters and digits joined by hyphens, for the last part of a path. */
export function slugOf(text: string): string {
  return fitting(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  );
}

/** Series with two papers or more, largest first. */
export function venuesOf(works: readonly Work[]): Group[] {
  const series = ({ publication }: Work) =>
    publication.containerTitle && seriesOf(publication.containerTitle);
  return [...Map.groupBy(works, (work) => slugOf(series(work) ?? ''))]
    .flatMap(([slug, group]) => {
      const [first] = group;
      const label = first && series(first);
      return slug !== '' && label !== undefined && group.length > 1
        ? { slug, label, works: group }
        : [];
    })
    .sort((a, b) => b.works.length - a.works.length || (a.slug < b.slug ? -1 : 1));
}

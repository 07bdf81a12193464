import type { SourceRecord } from '../../model/index.ts';
import { fold } from '../../text/index.ts';
import { isPlaceOfPreprints } from '../reading/index.ts';

/** Where a record says that its text stands in print; empty where it does not say, or says it in words. */
export interface Place {
  /** Folded: `journal of hedges`. */
  venue: string;
  /** Numbers as digits: `2` of `2nd ed.`. */
  edition: string;
  volume: string;
  issue: string;
  /** `101` of `101–119` */
  first: string;
  year: string;
  /** What of works is told apart whatever else they share; a preprint is of no kind. */
  kind: 'thesis' | 'chapter' | 'printed' | undefined;
}

/** Where a record says that its text stands. */
export function placeInPrint({ fields }: SourceRecord): Place {
  const { venue, edition, volume, issue, page, issued } = fields;
  return {
    venue: fold(venue?.value ?? ''),
    edition: /\d+/u.exec(edition?.value ?? '')?.[0] ?? '',
    volume: /^\d+$/u.exec(volume?.value ?? '')?.[0] ?? '',
    issue: /^\d+$/u.exec(issue?.value ?? '')?.[0] ?? '',
    first: /^[^–-]*/u.exec(page?.value ?? '')?.[0] ?? '',
    year: issued?.value.iso.slice(0, 4) ?? '',
    kind: kindOf(fields),
  };
}

function kindOf({ type, venue }: SourceRecord['fields']): Place['kind'] {
  if (type?.value === 'thesis' || type?.value === 'chapter') return type.value;
  const isPlaced = venue !== undefined && !isPlaceOfPreprints(venue.value);
  return isPlaced || type?.value === 'book' ? 'printed' : undefined;
}

/** Whether two records say the same of where their text stands. */
export const sayTheSame = (a: string, b: string) => a !== '' && a === b;
/** Whether both say something, and not the same. */
export const sayOtherwise = (a: string, b: string) => a !== '' && b !== '' && a !== b;

/**
 * Whether two texts of one title and the same people stand in two places of one kind, and so are two: editions and
 * volumes of a book, columns and yearly reports in issues of one journal, a chapter and its reprint in another book. So
 * are a thesis and what was printed of it. A paper in a journal and at a conference is one; where volumes differ and
 * pages do not, one of them is mistaken.
 */
export function areInTwoPlaces(a: Place, b: Place): boolean {
  const kinds = [a.kind, b.kind];
  if (a.kind !== b.kind && kinds.includes('thesis')) return !kinds.includes(undefined);
  if (a.venue !== b.venue) {
    // One book may be called in two ways; its pages and its year are the same.
    const areChapters = kinds.every((kind) => kind === 'chapter');
    return (
      areChapters &&
      [a, b].every(({ venue }) => venue !== '') &&
      sayOtherwise(a.first, b.first) &&
      sayOtherwise(a.year, b.year)
    );
  }
  if (a.venue === '') return sayOtherwise(a.edition, b.edition) || sayOtherwise(a.volume, b.volume);
  const areInTwoIssues =
    sayOtherwise(a.volume, b.volume) ||
    (sayTheSame(a.volume, b.volume) && sayOtherwise(a.issue, b.issue));
  return areInTwoIssues && sayOtherwise(a.first, b.first);
}

import type { ItemType } from '../../model/index.ts';
import { isPlaceOfPreprints, serverOf } from '../reading/index.ts';
import type { CorrectedRecord } from './correct.ts';

/** Types that programs give to preprints, and that say of no other place where a paper stands. */
const VAGUE: ReadonlySet<ItemType> = new Set(['article', 'document', 'manuscript', 'webpage']);

/**
 * Whether a record describes a preprint: its container is a preprint server, or it has none and is one by its arXiv
 * identifier, its house or its type. `@article` and `JOUR` without a journal are how programs export what stands on a
 * preprint server.
 */
export function isOfPreprint({ source, identifiers }: CorrectedRecord): boolean {
  const { venue, type, publisher, institution, volume, page } = source.fields;
  if (venue !== undefined) return isPlaceOfPreprints(venue.value);
  if (type?.value === 'article') return true;
  const isArticle = type?.value === 'article-journal' && !volume && !page;
  if (type !== undefined && !isArticle && !VAGUE.has(type.value)) return false;
  return (
    identifiers.some(({ value }) => value.scheme === 'arxiv') ||
    [publisher, institution].some((house) => serverOf(house?.value ?? '') !== undefined)
  );
}

/** Whether a record describes what was published: it says what contains the paper, or that it is whole by itself. */
export function isOfPublished(record: CorrectedRecord): boolean {
  const { venue, type } = record.source.fields;
  if (isOfPreprint(record)) return false;
  return (
    venue !== undefined ||
    (type !== undefined && type.value !== 'article-journal' && !VAGUE.has(type.value))
  );
}

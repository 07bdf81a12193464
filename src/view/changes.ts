import type { Changes, Survey } from '../model/index.ts';
import type { PageWords } from '../words/index.ts';

/** What one state of the survey brought, for the page of changes. */
export interface ChangesOf {
  /** Fragment of the page: `2026-11-22`, or `unreleased`. */
  id: string;
  /** `Edition of 22 November 2026` */
  label: string;
  papers: number;
  /** True for the first edition, in which everything is new. */
  first: boolean;
  changes: Changes;
}

/**
 * The changes of every edition against the one before it, latest first; before them what the survey now has that its
 * last edition had not, when there is something or no edition at all.
 */
export function changesOf({ editions, unreleased, works }: Survey, words: PageWords): ChangesOf[] {
  const released = editions.map((edition, index): ChangesOf => ({
    id: edition.edition,
    label: words.editionOf(edition.edition, false),
    papers: edition.works.length,
    first: index === 0,
    changes: edition.changes,
  }));
  const first = editions.length === 0;
  const pending = unreleased && {
    id: 'unreleased',
    label: first ? words.changes.unreleased : words.changes.since,
    papers: works.length,
    first,
    changes: unreleased,
  };
  return [...(pending ? [pending] : []), ...released.reverse()];
}

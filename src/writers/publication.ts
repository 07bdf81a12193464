import type { Citable } from '../model/index.ts';
import { identifierOf } from './addresses.ts';
import venues from './venues.json' with { type: 'json' };

/** Where a work was published, as far as its venue says beyond doubt; a venue no table knows makes no kind. */
export type Publication =
  | { kind: 'proceedings'; title: string; year?: number }
  | {
      kind: 'journal';
      title: string;
      year?: number;
      volume?: string;
      issue?: string;
      pages?: string;
    }
  | { kind: 'preprint' };

const conferences = new Set(venues.conferences.map((name) => name.toLowerCase()));
const journals = new Set(venues.journals.map((name) => name.toLowerCase()));

/** `ICLR 2024`, `Findings of ACL 2025`: name and year of a conference. Workshops are not the conference. */
const PROCEEDINGS =
  /^(?:(?:Findings|Proceedings) of (?:the )?)?([\p{L} -]{2,40}?)(?: (?:19|20)\d{2})?$/u;

/** `JMLR 23(131):1-74, 2022`, `Information Sciences 649 (2023)`: what follows the name of a journal. */
const JOURNAL_DETAILS =
  /^(\D{3,120}?),?(?: (\d{1,4})(?:\((\d{1,4})\))?)?(?:[,:] ?(\d{1,6}[-–]\d{1,6}))?(?:,? \(?(?:19|20)\d{2}\)?)?$/u;

/** `ICLR 2024`, `JMLR 23(131):1-74, 2022`, `Information Sciences 649 (2023)`: the year at the end. */
const YEAR = /(?:^|[ (])((?:19|20)\d{2})\)?$/;

/** How a work is to be cited by type: in proceedings, in a journal, or as a preprint. */
export function publicationOf(work: Citable): Publication {
  const venue = work.fields.venue?.value;
  if (venue === undefined) return { kind: 'preprint' };
  const printed = YEAR.exec(venue)?.[1];
  const year = printed === undefined ? {} : { year: Number(printed) };
  if (conferences.has(PROCEEDINGS.exec(venue)?.[1]?.toLowerCase() ?? '')) {
    return { kind: 'proceedings', title: venue, ...year };
  }
  const [, title, volume, issue, pages] = JOURNAL_DETAILS.exec(venue) ?? [];
  if (title === undefined || !journals.has(title.toLowerCase())) return { kind: 'preprint' };
  return {
    kind: 'journal',
    title,
    ...year,
    ...(volume ? { volume } : {}),
    ...(issue ? { issue } : {}),
    ...(pages ? { pages } : {}),
  };
}

/** Who holds the copy that the survey knows: arXiv, where the work has a number there. */
export function repositoryOf(work: Citable): string | undefined {
  return identifierOf(work, 'arxiv') === undefined ? undefined : 'arXiv';
}

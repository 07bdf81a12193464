import type { Changes, Survey, Theme } from '../model/index.ts';
import { addTo, compareEditions, editionOf } from '../pipeline/index.ts';
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

/** Differences are shown between so many of the latest editions: pages grow with the square of it. */
export const latestCompared = 12;

/** Two states of the survey that do not follow each other, and what differs. */
export interface Comparison {
  /** Name of the earlier edition. */
  from: string;
  /** Name of the later one; absent for the survey as it is now. */
  to?: string;
  papers: number;
  changes: Changes;
}

/** What differs between any two of the latest editions, and between each and now. Of neighbours {@link changesOf} tells. */
export function comparisonsOf(survey: Survey): Comparison[] {
  const editions = survey.editions.slice(-latestCompared);
  const isChanged = survey.unreleased !== undefined;
  const states = [
    ...editions.map((edition) => ({ edition, to: edition.edition })),
    ...(isChanged && editions.length > 0
      ? [{ edition: editionOf(survey, ''), to: undefined }]
      : []),
  ];
  return states.flatMap(({ edition, to }, index) =>
    editions.slice(0, Math.max(0, index - 1)).map((earlier): Comparison => ({
      from: earlier.edition,
      ...(to === undefined ? {} : { to }),
      papers: edition.works.length,
      changes: compareEditions(earlier, edition),
    })),
  );
}

/** What one edition changed of one paper or theme. */
export interface Past<What> {
  /** Name of the edition; absent for what changed since the last one. */
  edition?: string;
  /** Whether a copy of the survey as it was then is kept. */
  copied: boolean;
  /** Absent in the edition that it stands in first. */
  changed?: What;
}

const histories = new WeakMap<Survey, ReadonlyMap<string, Past<string[]>[]>>();

/** The fields of a paper that editions changed, oldest first; empty for one that was never released. */
export function paperHistory(survey: Survey, permalink: string): Past<string[]>[] {
  const known = histories.get(survey) ?? paperHistories(survey);
  histories.set(survey, known);
  return known.get(permalink) ?? [];
}

function paperHistories({ editions, unreleased }: Survey): Map<string, Past<string[]>[]> {
  const past = new Map<string, Past<string[]>[]>();
  for (const { changes, edition, copied } of editions) {
    for (const { permalink } of changes.added) addTo(past, permalink, { edition, copied });
    for (const { permalink, fields } of changes.changed)
      addTo(past, permalink, { edition, copied, changed: fields });
  }
  for (const { permalink, fields } of unreleased?.changed ?? [])
    addTo(past, permalink, { copied: false, changed: fields });
  return past;
}

/** How many papers a theme gained and lost, and whether its text was revised. */
interface ThemeChange {
  added: number;
  removed: number;
  revised: boolean;
}

/** What editions changed of a theme, oldest first; empty for one that was never released. */
export function themeHistory({ editions }: Survey, theme: Theme): Past<ThemeChange>[] {
  const states = [
    ...editions.flatMap(({ edition, copied, works, themes }) => {
      const digest = themes.find(({ slug }) => slug === theme.slug)?.digest;
      const papers = works.flatMap(({ permalink, themes: slugs }) =>
        slugs.includes(theme.slug) ? [permalink] : [],
      );
      return digest === undefined ? [] : [{ edition, copied, digest, papers: new Set(papers) }];
    }),
    { copied: false, digest: theme.digest, papers: new Set(theme.works) },
  ];
  return states.flatMap(({ digest, papers, ...name }, index): Past<ThemeChange>[] => {
    const before = states[index - 1];
    if (before === undefined) return 'edition' in name ? [name] : [];
    const added = papers.difference(before.papers).size;
    const removed = before.papers.difference(papers).size;
    const revised = digest !== before.digest;
    return added + removed === 0 && !revised
      ? []
      : [{ ...name, changed: { added, removed, revised } }];
  });
}

import type { SurveyView } from './survey-view.ts';

/** Papers on one page of a list. */
const PER_PAGE = 100;

/** One page of a list: works `from` (included) to `to` (excluded). */
export interface Slice {
  /** Counted from 1. */
  page: number;
  from: number;
  to: number;
}

/** Numbers of the pages that a list of so many papers needs; an empty list has one. */
export function pagesOf(length: number): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(length / PER_PAGE)) }, (_, i) => i + 1);
}

export function sliceOf(length: number, page: number): Slice {
  const from = (page - 1) * PER_PAGE;
  return { page, from, to: Math.min(length, from + PER_PAGE) };
}

/** `/papers/`, `/papers/page/2/`. */
export function pagePath(base: string, page: number): string {
  return page === 1 ? base : `${base}page/${page}/`;
}

/** The rest of a list's path, for Astro's `[...page]`: undefined for the first page, else `page/2`. */
export function pageParam(page: number): string | undefined {
  return page === 1 ? undefined : `page/${page}`;
}

/** Where the papers of a year begin in the list of all papers. */
export function pageOfYear(view: SurveyView, slug: string): string {
  let before = 0;
  for (const year of view.years) {
    if (year.slug === slug) break;
    before += year.works.length;
  }
  return `${pagePath('/papers/', Math.floor(before / PER_PAGE) + 1)}#y${slug}`;
}

import { expect } from 'vitest';
import type { PublishedSurvey, PublishedWork } from '../../src/model/index.ts';
import { attribute, type BuiltPage, elements, type HtmlElement, textOf } from './pages.ts';

/** What the page of changes calls the fields of a paper, and where the data has them. */
const fields: Record<string, (work: PublishedWork) => unknown> = {
  title: (work) => work.title,
  authors: (work) => [work.authors, work.authors_incomplete, work.author_count],
  abstract: (work) => work.abstract,
  date: (work) => [work.issued, work.issued_year_inferred],
  venue: (work) => work.venue,
  'journal reference': (work) => work.journal_ref,
  'subject classes': (work) => work.categories,
  comment: (work) => work.comment,
  code: (work) => work.code_url,
  identifiers: (work) => work.identifiers,
  themes: (work) => work.themes.map(({ slug }) => slug).sort(),
};

/** One line of a list of changes: what it speaks of, and what it says. */
export interface Line {
  title: string;
  path: string;
  /** In the order of the alphabet. */
  note: string[];
}

export type Lists = Record<string, Line[]>;

const inOrder = (lines: Line[]) =>
  lines
    .map((line) => ({ ...line, note: line.note.toSorted() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The difference of two data files, in the lists in which the page of changes has it. */
export function difference(from: PublishedSurvey, to: PublishedSurvey): Lists {
  const had = new Map(from.works.map((work) => [work.permalink, work]));
  const left = new Map(from.departed.map((each) => [each.permalink, each]));
  const wayOf = (each: PublishedSurvey['departed'][number] | undefined) =>
    each?.status === 'merged' ? each.into : each?.status;
  const gone = to.departed.filter((each) => wayOf(left.get(each.permalink)) !== wayOf(each));
  const themed = new Map(from.themes.map((each) => [each.slug, each]));
  const paper = (permalink: string, { plain }: { plain: string }, note: string[] = []) => ({
    title: plain,
    path: `/papers/${permalink}/`,
    note,
  });
  const topic = ({ slug, label }: { slug: string; label: string }) => ({
    title: label,
    path: `/themes/${slug}/`,
    note: [],
  });
  const lists: Lists = {
    Added: to.works
      .filter(({ permalink }) => !had.has(permalink) && !left.has(permalink))
      .map(({ permalink, title }) => paper(permalink, title)),
    Changed: to.works.flatMap((work) => {
      const old = had.get(work.permalink);
      if (old === undefined) return [];
      const changed = Object.entries(fields)
        .filter(([, value]) => JSON.stringify(value(old)) !== JSON.stringify(value(work)))
        .map(([name]) => name);
      if (changed.length === 0) return [];
      const earlier = old.title.plain === work.title.plain ? [] : [old.title.plain];
      return [paper(work.permalink, work.title, [...changed, ...earlier])];
    }),
    Merged: gone.flatMap((each) =>
      each.status === 'merged'
        ? [paper(each.permalink, { plain: each.title }, [each.into, each.reason])]
        : [],
    ),
    Withdrawn: gone.flatMap((each) =>
      each.status === 'withdrawn'
        ? [paper(each.permalink, { plain: each.title }, [each.reason])]
        : [],
    ),
    'Back again': to.works
      .filter(({ permalink }) => left.has(permalink))
      .map(({ permalink, title }) => paper(permalink, title)),
    'Themes added': to.themes.filter(({ slug }) => !themed.has(slug)).map(topic),
    'Themes revised': to.themes
      .filter(({ slug, digest }) => themed.has(slug) && themed.get(slug)?.digest !== digest)
      .map(topic),
    'Themes removed': from.themes
      .filter(({ slug }) => !to.themes.some((each) => each.slug === slug))
      .map((each) => ({ ...topic(each), path: '' })),
  };
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => [name, inOrder(lines)]),
  );
}

const words = (element: HtmlElement | undefined) =>
  element === undefined ? '' : textOf(element).replace(/\s+/g, ' ').trim();

/** The parts of a note on the page of changes. */
function partsOf(list: string, note: string): string[] {
  if (note === '') return [];
  if (list === 'Merged') return /^Into (\S+)\. (.+)$/.exec(note)?.slice(1) ?? [note];
  if (list !== 'Changed') return [note];
  const [changed = '', ...earlier] = note.split('; before: ');
  return [...changed.toLowerCase().split(/, | and /), ...earlier];
}

/** The lists under a heading of the page of changes: `2026-02`. */
export function printed(pages: readonly BuiltPage[], id: string): Lists {
  const page = pages.find(({ path }) => path === '/changes/');
  if (page === undefined) throw new Error('there is no page of changes');
  const section = [...elements(page.document)].find(
    (each) => each.tagName === 'section' && attribute(each, 'aria-labelledby') === id,
  );
  if (section === undefined) throw new Error(`the page of changes says nothing of ${id}`);
  const lists: Lists = {};
  for (const fold of elements(section)) {
    if (fold.tagName !== 'details') continue;
    const inside = [...elements(fold)];
    const summary = inside.find(({ tagName }) => tagName === 'summary');
    const lines = inside.filter(({ tagName }) => tagName === 'li');
    const [, label = '', count] = /^(.+?)(\d+) (?:paper|theme)s?$/.exec(words(summary)) ?? [];
    expect(Number(count)).toBe(lines.length);
    const name = label.trim();
    lists[name] = lines.map((line) => {
      const parts = [...elements(line)];
      const link = parts.find(({ tagName }) => tagName === 'a');
      const href = link && attribute(link, 'href');
      const note = words(parts.find(({ tagName }) => tagName === 'small'));
      return {
        title: words(link ?? line),
        path: href === undefined ? '' : new URL(href, 'https://site.test/changes/').pathname,
        note: partsOf(name, note).sort(),
      };
    });
  }
  return lists;
}

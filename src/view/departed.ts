import type { Departed, Identifier, Survey } from '../model/index.ts';
import { identifierKey } from '../pipeline/index.ts';
import { toPlain } from '../text/index.ts';
import { noticeWriters, writers } from '../writers/index.ts';
import { identifierPath } from './paths.ts';
import { type PageWords, wordsFor } from '../words/index.ts';

/** A released permalink whose paper is another one now. */
export interface Moved {
  permalink: string;
  title: string;
  reason: string;
  /** Where the way ends: a paper, or a permalink that is withdrawn. */
  into: string;
  /** Title of what stands there. */
  target: string;
}

/** A released permalink whose paper left the survey. */
export interface Gone {
  permalink: string;
  title: string;
  identifiers: readonly Identifier[];
  reason: string;
  /** What was known of it at the last release. */
  record: Departed['record'];
  /** Hashes of its abstract. */
  digest: string | undefined;
  /** Absent until a release writes it down. */
  on?: string;
  /** Whether decisions in screening left it out, and nobody withdrew it. */
  isScreened: boolean;
}

/** The pages that stand where a paper no longer does. */
export interface DepartedPages {
  moved: Moved[];
  gone: Gone[];
}

/** The pages of all permalinks without a paper of their own. */
export function departedPages(survey: Pick<Survey, 'works' | 'departed'>): DepartedPages {
  const titles = titlesByPermalink(survey);
  const pages: DepartedPages = { moved: [], gone: [] };
  for (const { permalink, title, identifiers, record, digest, fate } of survey.departed) {
    const { reason } = fate;
    if (fate.status === 'merged') {
      const { into } = fate;
      pages.moved.push({ permalink, title, reason, into, target: titles.get(into) ?? into });
    } else {
      const on = fate.on === undefined ? {} : { on: fate.on };
      const isScreened = fate.by === 'screening';
      pages.gone.push({ permalink, title, identifiers, reason, record, digest, isScreened, ...on });
    }
  }
  return pages;
}

function titlesByPermalink({
  works,
  departed,
}: Pick<Survey, 'works' | 'departed'>): ReadonlyMap<string, string> {
  return new Map([
    ...departed.map(({ permalink, title }) => [permalink, title] as const),
    ...works.map((work) => [work.permalink, toPlain(work.title.value.rich)] as const),
  ]);
}

/** A page that leads from an identifier to the paper it names. */
export interface Resolver {
  identifier: Identifier;
  path: string;
  permalink: string;
  /** Title of what stands there. */
  target: string;
}

/**
 * A resolver for every identifier of a paper, and for those that released permalinks were known by. Where two papers
 * have one, it leads to the first by permalink. In order of path.
 */
export function resolversOf(
  survey: Pick<Survey, 'works' | 'departed' | 'permalinkLedger'>,
): Resolver[] {
  const titles = titlesByPermalink(survey);
  const resolvers = new Map<string, Resolver>();
  const add = (identifier: Identifier, permalink: string) => {
    const path = identifierPath(identifier);
    const target = titles.get(permalink);
    const key = identifierKey(identifier);
    if (path === undefined || target === undefined || resolvers.has(key)) return;
    resolvers.set(key, { identifier, path, permalink, target });
  };
  const byPermalink = (a: { permalink: string }, b: { permalink: string }) =>
    a.permalink < b.permalink ? -1 : 1;
  for (const work of survey.works.toSorted(byPermalink)) {
    for (const { value } of work.identifiers) add(value, work.permalink);
  }
  const ends = new Map(survey.departed.map((each) => [each.permalink, endOf(each)]));
  for (const { permalink, identifiers } of survey.permalinkLedger.permalinks.toSorted(
    byPermalink,
  )) {
    for (const identifier of identifiers) add(identifier, ends.get(permalink) ?? permalink);
  }
  const byPath = new Map([...resolvers.values()].map((resolver) => [resolver.path, resolver]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function endOf({ permalink, fate }: Departed): string {
  return fate.status === 'merged' ? fate.into : permalink;
}

/** Why a permalink leads elsewhere, in a sentence or two. */
export function movedInWords({ title, reason }: Moved, words: PageWords): string {
  return words.gone.moved(title, asSentence(reason));
}

/** What became of a paper that left, in a sentence or two. */
export function goneInWords({ reason, on, isScreened }: Gone, { gone }: PageWords): string {
  return (isScreened ? gone.screened : gone.text)(asSentence(reason), on);
}

function asSentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** A file beside the page of a departed permalink. */
export interface CiteFile {
  permalink: string;
  extension: string;
  text: string;
}

/**
 * The records beside the pages of departed permalinks: of a merged one, those of the paper it leads to; of a withdrawn
 * one, its last title and identifiers with a note.
 */
export function citeFiles(
  survey: Pick<Survey, 'works' | 'departed' | 'site' | 'records'>,
): CiteFile[] {
  const { moved, gone } = departedPages(survey);
  const works = new Map(survey.works.map((work) => [work.permalink, work]));
  const words = wordsFor(survey.site.language);
  const notices = new Map(gone.map((each) => [each.permalink, each]));
  const noticeFiles = (permalink: string, each: Gone): CiteFile[] =>
    Object.entries(noticeWriters).map(([extension, write]) => ({
      permalink,
      extension,
      text: write({ ...each, note: goneInWords(each, words) }, survey.site),
    }));
  return [
    ...gone.flatMap((each) => noticeFiles(each.permalink, each)),
    ...moved.flatMap(({ permalink, into }): CiteFile[] => {
      const work = works.get(into);
      if (work !== undefined)
        return writers.map((writer) => ({
          permalink,
          extension: writer.extension,
          text: writer.write([work], survey),
        }));
      const notice = notices.get(into);
      return notice === undefined ? [] : noticeFiles(permalink, notice);
    }),
  ];
}

import type { Survey, Work } from '../model/index.ts';
import {
  absoluteUrl,
  identifierOf,
  permalinkBase,
  permalinkUrl,
  referenceWriters,
} from '../writers/index.ts';
import { authorPath, paperPath, type SurveyView } from '../view/index.ts';
import { dataFiles } from './data-files.ts';

/** Links of one resource to others, by relation, as RFC 9264 (section 4.2) writes them in JSON. */
type LinkContext = { anchor: string } & Record<string, string | readonly Target[]>;

interface Target {
  href: string;
  type?: string;
  title?: string;
}

/** Media type of a set of links. */
export const linkSetType = 'application/linkset+json';

/** Papers whose links stand in one file: few files, and none that is large. */
const PAPERS_A_SET = 200;

/** Root path of the links of the survey itself. */
export const surveyLinkSetPath = '/data/linksets/survey.json';

/** Place of each paper among those of the survey. */
const places = new WeakMap<Survey, ReadonlyMap<string, number>>();

/** Root path of the file with the links of a paper. */
export function linkSetPath({ permalink }: Pick<Work, 'permalink'>, survey: Survey): string {
  const known =
    places.get(survey) ??
    new Map(survey.works.map((work, index) => [work.permalink, index] as const));
  places.set(survey, known);
  return `/data/linksets/${setOf(known.get(permalink) ?? 0)}.json`;
}

const setOf = (index: number) => Math.floor(index / PAPERS_A_SET) + 1;

/**
 * Every file of links by name, without its ending: those of the survey, and of its papers. Together they say what the
 * heads of pages do, for programs that read no HTML (Signposting, level 2).
 */
export function linkSets(view: SurveyView): ReadonlyMap<string, string> {
  const sets = Map.groupBy(view.survey.works.entries(), ([index]) => `${setOf(index)}`);
  return new Map([
    ['survey', json([surveyLinks(view.survey)])],
    ...Array.from(
      sets,
      ([name, works]) => [name, json(works.flatMap(([, work]) => paperLinks(work, view)))] as const,
    ),
  ]);
}

/** The survey as a collection: its papers, its data files and its licence. */
function surveyLinks({ site, works }: Survey): LinkContext {
  const { curator } = site;
  return {
    anchor: absoluteUrl(site, '/'),
    'cite-as': [
      { href: site.doi === undefined ? permalinkBase(site) : `https://doi.org/${site.doi}` },
    ],
    ...(curator?.url?.startsWith('http') ? { author: [{ href: curator.url }] } : {}),
    license: [{ href: site.licence.url }],
    type: [{ href: 'https://schema.org/Dataset' }],
    describedby: dataFiles.map(({ path, mediaType: type, label: title }) => ({
      href: absoluteUrl(site, path),
      type,
      title,
    })),
    item: works.map(({ permalink }) => ({ href: absoluteUrl(site, paperPath(permalink)) })),
  };
}

/** What the page of a paper leads to, and what its records describe. */
function paperLinks(work: Work, view: SurveyView): LinkContext[] {
  const { site } = view.survey;
  const anchor = absoluteUrl(site, paperPath(work.permalink));
  const records = referenceWriters.map(({ extension, mediaType: type, label: title }) => ({
    href: `${anchor}cite.${extension}`,
    type,
    title,
  }));
  const authors = authorPages(work, view).map((slug) => ({
    href: absoluteUrl(site, authorPath(slug)),
  }));
  const items = contentOf(work);
  return [
    {
      anchor,
      'cite-as': [{ href: permalinkUrl(work, site) }],
      collection: [{ href: absoluteUrl(site, '/') }],
      ...(authors.length === 0 ? {} : { author: authors }),
      ...(items.length === 0 ? {} : { item: items }),
      type: paperTypes.map((href) => ({ href })),
      describedby: records,
    },
    ...records.map(({ href }) => ({ anchor: href, describes: [{ href: anchor }] })),
  ];
}

/** What the page of a paper is, in the words of schema.org. */
export const paperTypes = ['https://schema.org/AboutPage', 'https://schema.org/ScholarlyArticle'];

/** Slugs of the pages of a paper's authors, each once. */
export function authorPages(work: Work, view: SurveyView): string[] {
  const names = work.fields.authors?.value.names ?? [];
  return [...new Set(names.flatMap((name) => view.personOf(work, name)?.slug ?? []))];
}

/** The text of a paper, where the address of its file is known. */
export function contentOf(work: Work): Target[] {
  const arxiv = identifierOf(work, 'arxiv');
  return arxiv === undefined
    ? []
    : [{ href: `https://arxiv.org/pdf/${arxiv}`, type: 'application/pdf' }];
}

const json = (linkset: readonly LinkContext[]) => `${JSON.stringify({ linkset })}\n`;

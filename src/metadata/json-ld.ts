import type {
  DescribedSite,
  ItemType,
  Name,
  Publication,
  Site,
  Theme,
  Work,
} from '../model/index.ts';
import { displayName, toPlain } from '../text/index.ts';
import { absoluteUrl, addressOf, permalinkUrl } from '../writers/index.ts';
import { themePath } from '../view/index.ts';
import { PERIODICAL } from './embedded.ts';

/** A description in terms of schema.org; a property without a value is left out where it is written. */
export type Thing = Record<string, unknown>;

/**
 * The text of a `<script type="application/ld+json">`, safe inside HTML: no character in it can close the element or open
 * a comment.
 */
export function jsonLd(...graph: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Types of schema.org by those of CSL; what it has no narrower type for is a ScholarlyArticle. */
const schemaTypes: Partial<Record<ItemType, string>> = {
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'Dataset',
  document: 'CreativeWork',
  report: 'Report',
  software: 'SoftwareSourceCode',
  thesis: 'Thesis',
  webpage: 'WebPage',
  'post-weblog': 'BlogPosting',
};

/** A paper in the terms of schema.org. */
export function scholarlyArticle(work: Work, site: Site): Thing {
  const { authors, abstract, codeUrl } = work.fields;
  const { publication } = work;
  const { issued, posted, editors, containerTitle: container } = publication;
  const words = work.keywords.map(({ value }) => value.value);
  const house = publication.publisher ?? publication.institution;
  const names = authors?.value.names ?? [];
  return {
    '@type': schemaTypes[publication.type] ?? 'ScholarlyArticle',
    '@id': `${permalinkUrl(work, site)}#paper`,
    headline: toPlain(work.title.value.rich),
    name: toPlain(work.title.value.rich),
    author: unlessEmpty(names.map(author)),
    editor: unlessEmpty(editors.map(author)),
    datePublished: issued?.iso,
    dateCreated: posted,
    pagination: publication.page,
    publisher: house && { '@type': 'Organization', name: house },
    inLanguage: publication.language,
    keywords: unlessEmpty([...new Set(words)]),
    abstract: abstract && toPlain(abstract.value.rich),
    identifier: unlessEmpty(
      work.identifiers.map(({ value }) => ({
        '@type': 'PropertyValue',
        propertyID: value.scheme,
        value: value.value,
        url: addressOf(value),
      })),
    ),
    sameAs: unlessEmpty(work.identifiers.map(({ value }) => addressOf(value))),
    isPartOf: container && partOf(publication, container),
    workExample: codeUrl && { '@type': 'SoftwareSourceCode', codeRepository: codeUrl.value },
    about: unlessEmpty(
      work.themes.map(({ slug }) => ({ '@id': `${absoluteUrl(site, themePath(slug))}#theme` })),
    ),
    mainEntityOfPage: permalinkUrl(work, site),
    url: permalinkUrl(work, site),
  };
}

/** The list; undefined where nothing is in it, for a property that is then left out. */
const unlessEmpty = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);

/** The journal with its volume and issue, or the book or proceedings. */
function partOf(publication: Publication, name: string): Thing {
  const { volume, issue, issn, isbn, type } = publication;
  if (!PERIODICAL.has(type)) return { '@type': 'Book', name, isbn };
  const journal = { '@type': 'Periodical', name, issn };
  const inVolume = volume
    ? { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: journal }
    : journal;
  return issue ? { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume } : inVolume;
}

/** `World Health Organization`, `UNESCO`, `OpenPonds`; not `Plato` nor `王小明`: a name without parts that is no person's. */
const CORPORATE = /\s|\p{Lu}{2}|\p{Ll}\p{Lu}/u;

function author(name: Name): Thing {
  if (!name.family) {
    return {
      '@type': CORPORATE.test(name.literal) ? 'Organization' : 'Person',
      name: name.literal,
    };
  }
  return {
    '@type': 'Person',
    name: displayName(name),
    givenName: name.given || undefined,
    familyName: [name.particle, name.family].filter(Boolean).join(' '),
    honorificSuffix: name.suffix,
  };
}

/** The way from the first page to this one. */
export function breadcrumbs(
  site: Site,
  steps: readonly (readonly [name: string, path: string])[],
): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [[site.title, '/'] as const, ...steps].map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(site, path),
    })),
  };
}

/** A theme as a term of the survey's vocabulary. */
export function definedTerm(theme: Theme, site: Site): Thing {
  return {
    '@type': 'DefinedTerm',
    '@id': `${absoluteUrl(site, themePath(theme.slug))}#theme`,
    name: theme.label,
    description: theme.scopeNote,
    termCode: theme.slug,
    url: absoluteUrl(site, themePath(theme.slug)),
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      name: `Themes of ${site.title}`,
      url: absoluteUrl(site, '/themes/'),
    },
  };
}

/** A file to download, as a distribution of the data set. */
export interface Distribution {
  path: string;
  label: string;
  mediaType: string;
}

/** The survey as a data set in a catalogue of one. */
export function dataset(site: DescribedSite, distributions: readonly Distribution[]): Thing {
  const curator = site.curator && {
    '@type': 'Person',
    name: site.curator.name,
    url: site.curator.url,
  };
  return {
    '@type': 'DataCatalog',
    '@id': `${absoluteUrl(site, '/data/')}#catalog`,
    name: site.title,
    description: site.description,
    url: absoluteUrl(site, '/data/'),
    dataset: {
      '@type': 'Dataset',
      '@id': `${absoluteUrl(site, '/data/')}#dataset`,
      name: site.title,
      description: site.description,
      url: absoluteUrl(site, '/'),
      inLanguage: site.language,
      license: site.licence.url,
      isAccessibleForFree: true,
      version: site.edition,
      dateModified: site.edition,
      creator: curator,
      distribution: distributions.map(({ path, label, mediaType }) => ({
        '@type': 'DataDownload',
        name: label,
        encodingFormat: mediaType,
        contentUrl: absoluteUrl(site, path),
      })),
    },
  };
}

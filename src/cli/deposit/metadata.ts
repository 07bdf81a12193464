import { stringify } from 'yaml';
import type { Site, Survey, Work } from '../../model/index.ts';
import { escapeHtml } from '../../text/index.ts';
import { identifierOf, permalinkBase } from '../../writers/index.ts';

/** A file of a deposit. */
export interface DepositedFile {
  /** Path below the payload: `editions/2026-11.zip`. */
  path: string;
  bytes: Uint8Array;
  mediaType: string;
  /** What it is, in a few words. */
  description: string;
}

type Deposited = Pick<Survey, 'site' | 'works'>;

/** `CITATION.cff` of a survey in one edition: Citation File Format 1.2.0. */
export function citationFile({ site }: Deposited, edition: string): string {
  const spdx = spdxOf(site);
  // After YAML 1.1, which has dates, as older readers do: the name of an edition is to stay a text.
  return stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use this survey, please cite it as below.',
      type: 'dataset',
      title: site.title,
      abstract: site.description,
      authors: [
        {
          name: creatorOf(site),
          ...(pageOf(site) === undefined ? {} : { website: pageOf(site) }),
        },
      ],
      version: edition,
      ...(isDay(edition) ? { 'date-released': edition } : {}),
      ...(spdx === undefined ? { 'license-url': site.licence.url } : { license: spdx }),
      ...(site.doi === undefined ? {} : { doi: site.doi }),
      url: permalinkBase(site),
    },
    { version: '1.1' },
  );
}

/** `.zenodo.json`: the metadata of a deposition as Zenodo's interface takes them. */
export function zenodoJson({ site, works }: Deposited, edition: string): string {
  const spdx = spdxOf(site);
  return json({
    title: site.title,
    upload_type: 'dataset',
    description: `<p>${escapeHtml(site.description)}</p>`,
    creators: [{ name: creatorOf(site) }],
    version: edition,
    ...(isDay(edition) ? { publication_date: edition } : {}),
    access_right: 'open',
    ...(spdx === undefined ? { notes: site.licence.url } : { license: spdx.toLowerCase() }),
    related_identifiers: [
      {
        identifier: permalinkBase(site),
        relation: 'isAlternateIdentifier',
        resource_type: 'dataset',
      },
      ...works.flatMap((work) =>
        referencesTo(work).map(({ identifier }) => ({ identifier, relation: 'references' })),
      ),
    ],
  });
}

/** The metadata of the survey for DataCite, kernel 4.5; without a DOI it is named by its address. */
export function dataciteXml({ site, works }: Deposited, edition: string): string {
  const identifier =
    site.doi === undefined
      ? element('identifier', permalinkBase(site), { identifierType: 'URL' })
      : element('identifier', site.doi, { identifierType: 'DOI' });
  const related = works.flatMap((work) =>
    referencesTo(work).map(({ identifier: to, type }) =>
      element('relatedIdentifier', to, { relatedIdentifierType: type, relationType: 'References' }),
    ),
  );
  const parts = [
    identifier,
    group('creators', [group('creator', [element('creatorName', creatorOf(site))])]),
    group('titles', [element('title', site.title)]),
    element('publisher', creatorOf(site)),
    element('publicationYear', edition.slice(0, 4)),
    element('resourceType', 'Literature survey', { resourceTypeGeneral: 'Collection' }),
    group('dates', [element('date', edition, { dateType: 'Issued' })]),
    element('language', site.language),
    ...(site.doi === undefined
      ? []
      : [
          group('alternateIdentifiers', [
            element('alternateIdentifier', permalinkBase(site), { alternateIdentifierType: 'URL' }),
          ]),
        ]),
    ...(related.length === 0 ? [] : [group('relatedIdentifiers', related)]),
    element('version', edition),
    group('rightsList', [element('rights', site.licence.name, { rightsURI: site.licence.url })]),
    group('descriptions', [
      element('description', site.description, { descriptionType: 'Abstract' }),
    ]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<resource xmlns="http://datacite.org/schema/kernel-4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://datacite.org/schema/kernel-4 http://schema.datacite.org/meta/kernel-4.5/metadata.xsd">
${parts.join('\n')}
</resource>
`;
}

/** `ro-crate-metadata.json` after RO-Crate 1.2: the survey, who answers for it, its licence, and every file beside it. */
export function roCrate(
  { site }: Deposited,
  edition: string,
  files: readonly DepositedFile[],
): string {
  const curator = pageOf(site) ?? '#curator';
  return json({
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: site.title,
        description: site.description,
        datePublished: edition,
        version: edition,
        inLanguage: site.language,
        license: { '@id': site.licence.url },
        author: { '@id': curator },
        publisher: { '@id': curator },
        url: permalinkBase(site),
        ...(site.doi === undefined
          ? {}
          : {
              identifier: `https://doi.org/${site.doi}`,
              'cite-as': `https://doi.org/${site.doi}`,
            }),
        hasPart: files.map(({ path }) => ({ '@id': encodeURI(path) })),
      },
      // A curator is a person or a group, and the survey does not say which: both are agents.
      { '@id': curator, '@type': 'Organization', name: creatorOf(site) },
      { '@id': site.licence.url, '@type': 'CreativeWork', name: site.licence.name },
      ...files.map(({ path, bytes, mediaType, description }) => ({
        '@id': encodeURI(path),
        '@type': 'File',
        name: description,
        encodingFormat: mediaType,
        contentSize: String(bytes.length),
      })),
    ],
  });
}

const creatorOf = ({ curator, title }: Site) => curator?.name ?? title;

/** The curator's page; a mail address is none. */
const pageOf = ({ curator }: Site) =>
  curator?.url?.startsWith('mailto:') === false ? curator.url : undefined;

/** Whether an edition names a day, as some fields want it. */
const isDay = (edition: string) => edition.length === '2026-11-22'.length;

/** The SPDX name of a licence of Creative Commons, from its address. */
function spdxOf({ licence }: Site): string | undefined {
  const [, kind, version] =
    /^https?:\/\/creativecommons\.org\/(?:licenses\/([a-z-]+)|publicdomain\/zero)\/(\d\.\d)/u.exec(
      licence.url,
    ) ?? [];
  if (version === undefined) return undefined;
  return kind === undefined ? `CC0-${version}` : `CC-${kind.toUpperCase()}-${version}`;
}

/** What names a paper for others: its DOI, or its number at arXiv. */
function referencesTo(work: Work): { identifier: string; type: 'DOI' | 'arXiv' }[] {
  const doi = identifierOf(work, 'doi');
  if (doi !== undefined) return [{ identifier: doi, type: 'DOI' }];
  const arxiv = identifierOf(work, 'arxiv');
  return arxiv === undefined ? [] : [{ identifier: `arXiv:${arxiv}`, type: 'arXiv' }];
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<${name}${said.join('')}>${escapeHtml(text)}</${name}>`;
}

const group = (name: string, parts: readonly string[]) => `<${name}>${parts.join('')}</${name}>`;

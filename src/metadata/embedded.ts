import type { Site, Work } from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import {
  addressOf,
  identifierOf,
  permalinkUrl,
  publicationOf,
  repositoryOf,
} from '../writers/index.ts';

/** One `<meta name content>`. */
export type Meta = readonly [name: string, content: string];

/** What Zotero calls a work (its item types): a preprint wherever arXiv has it. */
export function itemType(work: Work): 'preprint' | 'journalArticle' | 'conferencePaper' {
  const { kind } = publicationOf(work);
  if (repositoryOf(work) !== undefined || kind === 'preprint') return 'preprint';
  return kind === 'journal' ? 'journalArticle' : 'conferencePaper';
}

/**
 * A paper in the tags that Google Scholar, Zotero and others read from a page's head.
 *
 * `z:itemType` decides the type in Zotero, whatever the other tags suggest
 * (https://www.zotero.org/support/dev/exposing_metadata). Institution and number of a technical
 * report are what Google Scholar asks of a preprint and Zotero takes for repository and archive
 * identifier (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing). Tags that would
 * make it a journal article or a conference paper are left to works without a preprint.
 */
export function embeddedMetadata(work: Work, site: Site): Meta[] {
  const { authors, issued, abstract, venue, categories } = work.fields;
  const title = toPlain(work.title.value.rich);
  const text = abstract && toPlain(abstract.value.rich);
  const names = authors?.value.names ?? [];
  const arxiv = identifierOf(work, 'arxiv');
  const doi = identifierOf(work, 'doi');
  const pmid = identifierOf(work, 'pmid');
  const url = permalinkUrl(work, site);
  const type = itemType(work);
  const date = issued?.value.iso;
  const publication = publicationOf(work);
  const tags: [name: string, content: string | undefined][] = [
    ['z:itemType', type],
    ['citation_title', title],
    ...names.map(({ literal, family, given, particle, suffix }): [string, string] => [
      'citation_author',
      family && given
        ? [
            [particle, family].filter(Boolean).join(' '),
            [given, suffix].filter(Boolean).join(' '),
          ].join(', ')
        : literal,
    ]),
    // Google Scholar reads slashes; the online date is the day of the first version.
    ['citation_publication_date', date?.replaceAll('-', '/')],
    ['citation_online_date', date?.replaceAll('-', '/')],
    ['citation_doi', doi],
    ['citation_arxiv_id', arxiv],
    ['citation_pmid', pmid],
    ['citation_technical_report_institution', type === 'preprint' ? repositoryOf(work) : undefined],
    [
      'citation_technical_report_number',
      type === 'preprint' && arxiv ? `arXiv:${arxiv}` : undefined,
    ],
    [
      'citation_journal_title',
      type === 'journalArticle' && publication.kind === 'journal' ? publication.title : undefined,
    ],
    ['citation_conference_title', type === 'conferencePaper' ? venue?.value : undefined],
    ['citation_abstract', text],
    ['citation_abstract_html_url', url],
    ['citation_pdf_url', arxiv && `https://arxiv.org/pdf/${arxiv}`],
    ['citation_public_url', url],
    ...(categories?.value ?? []).map((code): [string, string] => ['citation_keywords', code]),
    ['DC.title', title],
    ...names.map(({ literal }): [string, string] => ['DC.creator', literal]),
    ['DC.date', date],
    ...work.identifiers.map(({ value }): [string, string] => ['DC.identifier', addressOf(value)]),
    ['DC.identifier', url],
    ...(categories?.value ?? []).map((code): [string, string] => ['DC.subject', code]),
    ['DC.type', 'Text'],
    ['DC.publisher', repositoryOf(work)],
  ];
  return tags.flatMap(([name, content]) => (content ? [[name, content] as const] : []));
}

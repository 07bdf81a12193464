import type { Identifier, Site } from '../../model/index.ts';
import { addressOf, permalinkUrl } from '../addresses.ts';
import { bibEntry, type BibField, braced, bracedText } from './bib-entry.ts';
import { csvTable } from './csv.ts';
import { enwRecord } from './enw.ts';
import { markdownItem } from './markdown.ts';
import { risRecord } from './ris.ts';

/** A paper that left the survey, as far as it is still known. */
export interface Notice {
  permalink: string;
  /** Plain text. */
  title: string;
  identifiers: readonly Identifier[];
  /** What else was known of it at the last release. */
  record?:
    | {
        authors?: readonly string[] | undefined;
        issued?: string | undefined;
        venue?: string | undefined;
      }
    | undefined;
  /** What became of it, in a sentence. */
  note: string;
}

/** Records of a paper that left the survey, by file extension: its last title, its identifiers and what became of it. */
export const noticeWriters: Readonly<Record<string, (notice: Notice, site: Site) => string>> = {
  bib: (notice, site) =>
    bibEntryOf(notice, site, (arxiv) => [['archivePrefix', arxiv && '{arXiv}']]),
  'biblatex.bib': (notice, site) =>
    bibEntryOf(notice, site, (arxiv) => [['eprinttype', arxiv && '{arxiv}']]),
  ris: (notice, site) =>
    risRecord([
      ['TY', 'MANSCPT'],
      ['TI', notice.title],
      ...authorsOf(notice).map((name) => ['AU', name] as const),
      ['PY', notice.record?.issued?.slice(0, 4)],
      ['T2', notice.record?.venue],
      ['AN', numberOf(notice)],
      ['DO', identifierIn(notice, 'doi')],
      ['UR', urlOf(notice, site)],
      ['N1', notice.note],
    ]),
  enw: (notice, site) =>
    enwRecord([
      ['%0', 'Unpublished Work'],
      ['%T', notice.title],
      ...authorsOf(notice).map((name) => ['%A', name] as const),
      ['%D', notice.record?.issued?.slice(0, 4)],
      ['%M', numberOf(notice)],
      ['%R', identifierIn(notice, 'doi')],
      ['%U', urlOf(notice, site)],
      ['%Z', notice.note],
    ]),
  json: (notice, site) => `${JSON.stringify([cslOf(notice, site)], null, 2)}\n`,
  csv: (notice, site) =>
    csvTable(NOTICE_COLUMNS, [
      [
        notice.permalink,
        notice.title,
        identifierIn(notice, 'arxiv') ?? '',
        identifierIn(notice, 'doi') ?? '',
        identifierIn(notice, 'pmid') ?? '',
        urlOf(notice, site),
        permalinkUrl(notice, site),
        notice.note,
      ],
    ]),
  md: (notice, site) =>
    markdownItem({
      title: notice.title,
      url: permalinkUrl(notice, site),
      names: [...authorsOf(notice)],
      facts: [notice.record?.issued, notice.record?.venue].filter((fact) => fact !== undefined),
      identifiers: notice.identifiers,
      text: notice.note,
    }),
  jsonl: ({ permalink, title, identifiers, record, note }, site) =>
    `${JSON.stringify({
      permalink,
      url: permalinkUrl({ permalink }, site),
      title: { plain: title },
      identifiers,
      record,
      note,
    })}\n`,
};

/** What a table still has of a paper that left, and what became of it. */
const NOTICE_COLUMNS = [
  'Citation key',
  'Title',
  'arXiv ID',
  'DOI',
  'PMID',
  'URL',
  'Permalink',
  'Note',
];

function bibEntryOf(
  notice: Notice,
  site: Site,
  archive: (arxiv: string | undefined) => BibField[],
): string {
  const arxiv = identifierIn(notice, 'arxiv');
  return bibEntry('misc', notice.permalink, [
    ['title', bracedText(notice.title)],
    [
      'author',
      braced(
        authorsOf(notice)
          .map((name) => bracedText(name) ?? '')
          .join(' and '),
      ),
    ],
    ['year', braced(notice.record?.issued?.slice(0, 4))],
    ['eprint', braced(arxiv)],
    ...archive(arxiv),
    ['doi', braced(identifierIn(notice, 'doi'))],
    ['url', braced(urlOf(notice, site))],
    ['note', bracedText(notice.note)],
  ]);
}

const authorsOf = ({ record }: Notice) => record?.authors ?? [];

/** `arXiv:2507.17249` */
function numberOf(notice: Notice): string | undefined {
  const arxiv = identifierIn(notice, 'arxiv');
  return arxiv && `arXiv:${arxiv}`;
}

function cslOf(notice: Notice, site: Site) {
  const { permalink, title, note } = notice;
  const arxiv = identifierIn(notice, 'arxiv');
  const doi = identifierIn(notice, 'doi');
  return {
    id: permalink,
    'citation-key': permalink,
    type: arxiv === undefined ? ('document' as const) : ('article' as const),
    title,
    ...(authorsOf(notice).length === 0
      ? {}
      : { author: authorsOf(notice).map((literal) => ({ literal })) }),
    ...(notice.record?.issued === undefined
      ? {}
      : { issued: { 'date-parts': [notice.record.issued.split('-').map(Number)] } }),
    ...(doi === undefined ? {} : { DOI: doi }),
    URL: urlOf(notice, site),
    ...(arxiv === undefined ? {} : { number: `arXiv:${arxiv}` }),
    note,
    source: permalinkUrl(notice, site),
  };
}

function identifierIn({ identifiers }: Notice, scheme: Identifier['scheme']): string | undefined {
  return identifiers.find((identifier) => identifier.scheme === scheme)?.value;
}

/** Where the paper itself can be found; else the page that says what became of it. */
function urlOf(notice: Notice, site: Site): string {
  const [first] = notice.identifiers;
  return first === undefined ? permalinkUrl(notice, site) : addressOf(first);
}

import type { Identifier, Site } from '../model/index.ts';
import { toLatex } from '../text/index.ts';
import { addressOf, permalinkUrl } from './addresses.ts';

/** A paper that left the survey, as far as it is still known. */
export interface Notice {
  permalink: string;
  /** Plain text. */
  title: string;
  identifiers: readonly Identifier[];
  /** What became of it, in a sentence. */
  note: string;
}

/** Records of a paper that left the survey, by file extension: its last title, its identifiers and what became of it. */
export const noticeWriters: Readonly<Record<string, (notice: Notice, site: Site) => string>> = {
  bib: (notice, site) => {
    const plain = (value: string) => toLatex([{ type: 'text', value }]);
    const fields = [
      ['title', plain(notice.title)],
      ['eprint', identifierIn(notice, 'arxiv')],
      ['archivePrefix', identifierIn(notice, 'arxiv') && 'arXiv'],
      ['doi', identifierIn(notice, 'doi')],
      ['url', urlOf(notice, site)],
      ['note', plain(notice.note)],
    ].flatMap(([name = '', value]) =>
      value === undefined ? [] : [`  ${name.padEnd(13)} = {${value}},\n`],
    );
    return `@misc{${notice.permalink},\n${fields.join('')}}\n`;
  },
  ris: (notice, site) =>
    [
      ['TY', 'UNPB'],
      ['ID', notice.permalink],
      ['TI', notice.title],
      ['AN', identifierIn(notice, 'arxiv') && `arXiv:${identifierIn(notice, 'arxiv')}`],
      ['DO', identifierIn(notice, 'doi')],
      ['UR', urlOf(notice, site)],
      ['N1', notice.note],
      ['ER', ''],
    ]
      .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\n`]))
      .join(''),
  json: (notice, site) => `${JSON.stringify([cslOf(notice, site)], null, 2)}\n`,
};

function cslOf(notice: Notice, site: Site) {
  const { permalink, title, note } = notice;
  const arxiv = identifierIn(notice, 'arxiv');
  const doi = identifierIn(notice, 'doi');
  return {
    id: permalink,
    'citation-key': permalink,
    type: 'article' as const,
    title,
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

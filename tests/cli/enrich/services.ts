import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A paper as the services know it. */
export interface KnownPaper {
  title: string;
  subtitle?: string;
  /** `Given Family`, or one word for an organisation. */
  authors: string[];
  arxiv?: { id: string; published: string; version?: number };
  /** As registered at Crossref. */
  doi?: string;
  /** A DOI that arXiv's record names. */
  doiAtArxiv?: string;
  /** As the authors told arXiv. */
  journalRef?: string;
  type?: string;
  issued?: (number | null)[];
  venue?: string;
  abstract?: string;
  /** What else Crossref's record says, in its own form. */
  details?: Record<string, unknown>;
  /** DOI of an agency that registers with DataCite. */
  doiAtDatacite?: string;
  /** Number of the work at OpenAlex: `W1`. */
  openalex?: string;
}

/** What one reply is to be instead of the right one. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

/** arXiv, Crossref, DataCite and OpenAlex in one local server. */
export interface Services {
  /** `http://127.0.0.1:40123` */
  url: string;
  papers: KnownPaper[];
  /** Faults for the next requests, in order. */
  faults: (Fault | undefined)[];
  /** Paths with their queries, decoded, in order. */
  asked: string[];
  agents: (string | undefined)[];
  close(): Promise<void>;
}

/** A fault with a status, headers and a body. */
export function says(status: number, body = '', headers: Record<string, string> = {}): Fault {
  return (_, response) => response.writeHead(status, headers).end(body);
}

/** A connection that is closed before anything was said. */
export const hangUp: Fault = (request) => request.socket.destroy();

export const errorPage =
  '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';

/**
 * Starts a server that speaks the formats of arXiv's API at `/api/query`, of Crossref's at `/works`, of DataCite's at
 * `/dois` and of OpenAlex's at `/openalex`.
 */
export async function startServices(papers: KnownPaper[] = []): Promise<Services> {
  const services: Services = {
    url: '',
    papers,
    faults: [],
    asked: [],
    agents: [],
    close: async () => {},
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    services.asked.push(decodeURIComponent((request.url ?? '').replaceAll('+', ' ')));
    services.agents.push(request.headers['user-agent']);
    const fault = services.faults.shift();
    if (fault !== undefined) fault(request, response);
    else if (url.pathname === '/api/query') answerArxiv(url, services.papers, response);
    else if (url.pathname.startsWith('/dois/')) answerDatacite(url, services.papers, response);
    else if (url.pathname === '/openalex') answerOpenAlex(url, services.papers, response);
    else answerCrossref(url, services.papers, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  services.url = `http://127.0.0.1:${address.port}`;
  services.close = () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return services;
}

const atom = { 'content-type': 'application/atom+xml; charset=utf-8' };

function answerArxiv({ searchParams }: URL, papers: KnownPaper[], response: ServerResponse): void {
  const ids = searchParams.get('id_list')?.split(',') ?? [];
  // As arXiv does, one bad identifier spoils the request.
  const bad = ids.find(
    (id) => !/^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(id) || id === '2501.99999',
  );
  if (bad !== undefined) {
    response.writeHead(400, atom).end(feed([errorEntry(`incorrect id format for ${bad}`)]));
    return;
  }
  const query = searchParams.get('search_query') ?? '';
  const phrases = Array.from(query.matchAll(/ti:"([^"]*)"/g), ([, phrase = '']) => phrase);
  const found = papers.filter(
    ({ arxiv, title }) =>
      arxiv !== undefined &&
      (ids.includes(arxiv.id) ||
        (phrases.length > 0 && phrases.every((phrase) => plain(title).includes(phrase)))),
  );
  const limit = Number(searchParams.get('max_results') ?? 10);
  response.writeHead(200, atom).end(feed(found.slice(0, limit).map(entryOf), found.length));
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export function feed(entries: string[], total = entries.length): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <title>arXiv Query: search_query=&amp;id_list=&amp;start=0&amp;max_results=10</title>
  <updated>2026-11-25T00:00:00Z</updated>
  <link href="https://arxiv.org/api/query?search_query=&amp;start=0&amp;max_results=10&amp;id_list=" type="application/atom+xml"/>
  <opensearch:itemsPerPage>10</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${entries.join('\n')}</feed>
`;
}

export function errorEntry(words: string): string {
  return `  <entry>
    <id>https://arxiv.org/api/errors#${words.replaceAll(' ', '_')}</id>
    <title>Error</title>
    <updated>2026-11-25T00:00:00+00:00</updated>
    <link href="https://arxiv.org/api/errors#${words.replaceAll(' ', '_')}" rel="alternate" type="text/html"/>
    <summary>${words}</summary>
    <author>
      <name>arXiv api core</name>
    </author>
  </entry>
`;
}

function entryOf({ title, authors, arxiv, doiAtArxiv, journalRef, abstract }: KnownPaper): string {
  const id = `${arxiv?.id}v${arxiv?.version ?? 1}`;
  return `  <entry>
    <id>http://arxiv.org/abs/${id}</id>
    <title>${escaped(title).replace(/(.{40}\S*) /, '$1\n  ')}</title>
    <updated>2026-02-03T17:59:59Z</updated>
    <link href="https://arxiv.org/abs/${id}" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${id}" rel="related" type="application/pdf" title="pdf"/>
    <summary>${escaped(abstract ?? 'An abstract.')}</summary>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <published>${arxiv?.published}T17:59:59Z</published>
    <arxiv:comment>12 pages</arxiv:comment>
    <arxiv:primary_category term="cs.LG"/>
${journalRef === undefined ? '' : `    <arxiv:journal_ref>${escaped(journalRef)}</arxiv:journal_ref>\n`}${doiAtArxiv === undefined ? '' : `    <arxiv:doi>${doiAtArxiv}</arxiv:doi>\n`}${authors.map((name) => `    <author>\n      <name>${escaped(name)}</name>\n    </author>\n`).join('')}  </entry>
`;
}

const json = {
  'content-type': 'application/json',
  'x-rate-limit-limit': '50',
  'x-rate-limit-interval': '1s',
  'x-api-pool': 'public',
};

function answerCrossref(
  { pathname, searchParams }: URL,
  papers: KnownPaper[],
  response: ServerResponse,
): void {
  const registered = papers.filter(({ doi }) => doi !== undefined);
  if (pathname !== '/works') {
    const doi = decodeURIComponent(pathname.slice('/works/'.length));
    const paper = registered.find((each) => each.doi?.toLowerCase() === doi.toLowerCase());
    if (paper === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Resource not found.');
      return;
    }
    response.writeHead(200, json).end(envelope('work', workOf(paper)));
    return;
  }
  // Crossref ranks by words in common and always finds something.
  const words = new Set(plain(searchParams.get('query.bibliographic') ?? '').split(' '));
  const items = registered
    .map((paper) => ({
      paper,
      score: plain(paper.title)
        .split(' ')
        .filter((word) => words.has(word)).length,
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ paper }) => workOf(paper));
  response.writeHead(200, json).end(
    envelope('work-list', {
      facets: {},
      'total-results': items.length,
      items,
      'items-per-page': 10,
      query: { 'start-index': 0, 'search-terms': null },
    }),
  );
}

export function envelope(type: 'work' | 'work-list', message: unknown): string {
  return JSON.stringify({
    status: 'ok',
    'message-type': type,
    'message-version': '1.0.0',
    message,
  });
}

function workOf({
  title,
  subtitle,
  authors,
  arxiv,
  doi,
  type,
  issued,
  venue,
  abstract,
  details,
}: KnownPaper): unknown {
  return {
    ...details,
    DOI: doi,
    type: type ?? 'proceedings-article',
    title: [title],
    ...(subtitle === undefined ? {} : { subtitle: [subtitle] }),
    author: authors.map((name, index) => {
      const sequence = index === 0 ? 'first' : 'additional';
      const at = name.indexOf(' ');
      return at < 0
        ? { name, sequence, affiliation: [] }
        : { given: name.slice(0, at), family: name.slice(at + 1), sequence, affiliation: [] };
    }),
    issued: { 'date-parts': [issued ?? [null]] },
    ...(venue === undefined ? {} : { 'container-title': [venue] }),
    ...(abstract === undefined
      ? {}
      : { abstract: `<jats:title>Abstract</jats:title>\n<jats:p>${abstract}</jats:p>` }),
    ...(arxiv === undefined
      ? {}
      : {
          relation: {
            'has-preprint': [
              { 'id-type': 'doi', id: `10.48550/arXiv.${arxiv.id}`, 'asserted-by': 'subject' },
            ],
          },
        }),
    score: 40.1,
  };
}

function answerDatacite({ pathname }: URL, papers: KnownPaper[], response: ServerResponse): void {
  const type = { 'content-type': 'application/vnd.api+json; charset=utf-8' };
  const doi = decodeURIComponent(pathname.slice('/dois/'.length)).toLowerCase();
  const paper = papers.find(({ doiAtDatacite }) => doiAtDatacite?.toLowerCase() === doi);
  if (paper === undefined) {
    const errors = [{ status: '404', title: "The resource you are looking for doesn't exist." }];
    response.writeHead(404, type).end(JSON.stringify({ errors }));
    return;
  }
  response
    .writeHead(200, type)
    .end(JSON.stringify({ data: { id: doi, type: 'dois', attributes: doiOf(paper, doi) } }));
}

function doiOf(
  { title, authors, issued, venue, abstract, type }: KnownPaper,
  doi: string,
): unknown {
  return {
    doi,
    prefix: doi.slice(0, doi.indexOf('/')),
    identifiers: [],
    creators: authors.map((name) => {
      const at = name.indexOf(' ');
      const [given, family] = [name.slice(0, at), name.slice(at + 1)];
      return at < 0
        ? { name, nameType: 'Organizational', affiliation: [], nameIdentifiers: [] }
        : {
            name: `${family}, ${given}`,
            nameType: 'Personal',
            givenName: given,
            familyName: family,
            affiliation: [],
            nameIdentifiers: [],
          };
    }),
    titles: [{ title }],
    publisher: 'Lake Data Archive',
    container:
      venue === undefined
        ? {}
        : {
            type: 'Journal',
            title: venue,
            volume: '7',
            firstPage: '1',
            lastPage: '9',
            identifier: '1234-5678',
            identifierType: 'ISSN',
          },
    publicationYear: issued?.[0] ?? 2024,
    dates: [
      { date: '2020', dateType: 'Created' },
      { date: issued?.map((part) => String(part).padStart(2, '0')).join('-'), dateType: 'Issued' },
    ],
    language: 'en',
    types: {
      ris: 'RPRT',
      bibtex: 'article',
      citeproc: type ?? 'dataset',
      schemaOrg: 'Dataset',
      resourceTypeGeneral: 'Dataset',
    },
    relatedIdentifiers: [],
    descriptions:
      abstract === undefined ? [] : [{ description: abstract, descriptionType: 'Abstract' }],
    version: null,
    state: 'findable',
  };
}

function answerOpenAlex(
  { searchParams }: URL,
  papers: KnownPaper[],
  response: ServerResponse,
): void {
  const filter = searchParams.get('filter') ?? '';
  const dois = /^doi:(.*)$/.exec(filter)?.[1]?.split('|') ?? [];
  const words = /^title\.search:(.*)$/.exec(filter)?.[1];
  const results = papers.filter(
    ({ openalex, doi, title }) =>
      openalex !== undefined &&
      (dois.includes(doi?.toLowerCase() ?? '-') ||
        (words !== undefined && plain(title).includes(plain(words)))),
  );
  const meta = { count: results.length, db_response_time_ms: 9, page: 1, per_page: 25 };
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ meta, results: results.map(openAlexWork), group_by: [] }));
}

function openAlexWork({
  title,
  authors,
  arxiv,
  doi,
  issued,
  venue,
  abstract,
  openalex,
}: KnownPaper): unknown {
  const index: Record<string, number[]> = {};
  abstract?.split(' ').forEach((word, at) => {
    index[word] = [...(index[word] ?? []), at];
  });
  const place = (address: string, name: string, type: string) => ({
    is_oa: true,
    landing_page_url: address,
    pdf_url: null,
    source: {
      id: 'https://openalex.org/S1',
      display_name: name,
      issn_l: type === 'journal' ? '1234-5678' : null,
      issn: null,
      host_organization_name: 'Lake Press',
      type,
    },
    license: null,
    version: 'publishedVersion',
  });
  const places = [
    ...(venue === undefined ? [] : [place(`https://doi.org/${doi}`, venue, 'journal')]),
    ...(arxiv === undefined
      ? []
      : [place(`https://arxiv.org/abs/${arxiv.id}`, 'arXiv (Cornell University)', 'repository')]),
  ];
  return {
    id: `https://openalex.org/${openalex}`,
    doi: doi === undefined ? null : `https://doi.org/${doi}`,
    title,
    publication_date: issued?.map((part) => String(part).padStart(2, '0')).join('-'),
    language: 'en',
    type: 'article',
    type_crossref: 'journal-article',
    authorships: authors.map((name) => ({
      author_position: 'first',
      author: { id: 'https://openalex.org/A1', display_name: name, orcid: null },
      raw_author_name: name,
    })),
    primary_location: places[0] ?? null,
    locations: places,
    biblio: { volume: '5', issue: null, first_page: '11', last_page: '19' },
    abstract_inverted_index: abstract === undefined ? null : index,
  };
}

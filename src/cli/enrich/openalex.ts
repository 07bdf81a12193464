import { z } from 'zod';
import {
  type Details,
  type FoundRecord,
  itemTypeOf,
  readIdentifier,
} from '../../pipeline/index.ts';
import { given, type Identifier } from '../../model/index.ts';
import { words } from '../../text/index.ts';
import { jsonOf } from '../json.ts';
import { textOf } from './found-values.ts';
import type { Reply } from './polite.ts';
import { batchesOf, type ServiceFormat } from './service.ts';

/** DOIs in one request: OpenAlex takes up to 100 (https://docs.openalex.org/how-to-use-the-api/api-overview). */
const batch = 25;
/** Papers looked at under one title. */
const candidates = 10;

/** What is asked for: records are long. */
const selected =
  'id,doi,title,publication_date,language,type,type_crossref,authorships,primary_location,locations,biblio,abstract_inverted_index';

const text = z.string().nullish();
const location = z
  .object({
    landing_page_url: text,
    source: z
      .object({
        display_name: text,
        issn_l: text,
        host_organization_name: text,
        type: text,
      })
      .nullish(),
  })
  .nullish();

/** One work (https://docs.openalex.org/api-entities/works/work-object). */
const workSchema = z.object({
  /** `https://openalex.org/W2741809807` */
  id: z.string(),
  /** `https://doi.org/10.7717/peerj.4375` */
  doi: text,
  title: text,
  publication_date: text,
  language: text,
  type: text,
  type_crossref: text,
  authorships: z.array(z.object({ author: z.object({ display_name: text }) })).nullish(),
  primary_location: location,
  locations: z.array(location).nullish(),
  biblio: z.object({ volume: text, issue: text, first_page: text, last_page: text }).nullish(),
  abstract_inverted_index: z.record(z.string(), z.array(z.int().nonnegative())).nullish(),
});
type OpenAlexWork = z.infer<typeof workSchema>;

const replySchema = z.object({
  meta: z.object({ count: z.int() }),
  results: z.array(z.unknown()),
});

/**
 * OpenAlex's API. A mail address lets in to the polite pool.
 *
 * @param base `https://api.openalex.org/works`
 */
export function openalexFormat(base: string, email: string | undefined): ServiceFormat {
  const contact: Record<string, string> = email === undefined ? {} : { mailto: email };
  const address = (filter: string, limit: number) =>
    `${base}?${new URLSearchParams({ filter, 'per-page': String(limit), select: selected, ...contact })}`;
  return {
    interval: 1_000,
    requests(lookups) {
      // A comma or a bar divides what is filtered by.
      const named = lookups.filter(({ by, value }) => by === 'identifier' && !/[,|]/.test(value));
      const titled = lookups.filter(({ by }) => by === 'title');
      return [
        ...batchesOf(named, batch).map((some) => ({
          service: 'openalex' as const,
          url: address(`doi:${some.map(({ value }) => value).join('|')}`, batch),
          lookups: some,
        })),
        ...titled.map((lookup) => ({
          service: 'openalex' as const,
          url: address(`title.search:${words(lookup.value).join(' ')}`, candidates),
          lookups: [lookup],
        })),
      ];
    },
    isUsable: (reply) => worksIn(reply) !== undefined,
    isRefusedForOne: () => false,
    records: (reply) => worksIn(reply)?.map(recordOf) ?? [],
  };
}

/** The works in a reply, those of an unexpected shape left out; undefined when it is no reply of OpenAlex. */
function worksIn({ status, text: body }: Reply): OpenAlexWork[] | undefined {
  if (status !== 200) return undefined;
  const reply = replySchema.safeParse(jsonOf(body));
  if (!reply.success) return undefined;
  return reply.data.results.flatMap((work) => workSchema.safeParse(work).data ?? []);
}

function recordOf(work: OpenAlexWork): FoundRecord {
  const source = work.primary_location?.source;
  const isRepository = source?.type === 'repository';
  const title = textOf(work.title);
  return {
    service: 'openalex',
    url: work.id,
    identifiers: identifiersOf(work),
    authors: work.authorships?.flatMap(({ author }) => textOf(author.display_name) ?? []) ?? [],
    ...given({
      title,
      date: textOf(work.publication_date),
      venue: isRepository ? undefined : textOf(source?.display_name),
      abstract: abstractOf(work),
    }),
    details: isRepository ? {} : detailsOf(work),
    preprint: isRepository || work.type === 'preprint',
  };
}

/** Its DOI, and the arXiv identifier of a place where it lies. */
function identifiersOf({ doi, locations }: OpenAlexWork): Identifier[] {
  const own = doi ? readIdentifier('doi', doi) : undefined;
  const addresses = (locations ?? []).flatMap((place) => place?.landing_page_url ?? []);
  const arxiv = [own, ...addresses.map((address) => readIdentifier('url', address))].find(
    (each) => each?.scheme === 'arxiv',
  );
  return [...(arxiv === undefined ? [] : [arxiv]), ...(own?.scheme === 'doi' ? [own] : [])];
}

function detailsOf({
  type,
  type_crossref,
  biblio,
  primary_location,
  language,
}: OpenAlexWork): Details {
  const first = textOf(biblio?.first_page);
  const last = textOf(biblio?.last_page);
  const source = primary_location?.source;
  return given({
    type: itemTypeOf(type_crossref ?? type ?? '', 'openalex'),
    volume: textOf(biblio?.volume),
    issue: textOf(biblio?.issue),
    pages: first === undefined || last === undefined || first === last ? first : `${first}-${last}`,
    publisher: textOf(source?.host_organization_name),
    issn: textOf(source?.issn_l),
    language: textOf(language),
  });
}

/** The words of an abstract put back in order; OpenAlex gives the places of each word. */
function abstractOf({ abstract_inverted_index: index }: OpenAlexWork): string | undefined {
  const placed: [at: number, word: string][] = Object.entries(index ?? {}).flatMap(
    ([word, places]) => places.map((at): [number, string] => [at, word]),
  );
  return textOf(
    placed
      .sort(([a], [b]) => a - b)
      .map(([, word]) => word)
      .join(' '),
  );
}

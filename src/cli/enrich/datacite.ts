import { z } from 'zod';
import { given } from '../../model/index.ts';
import {
  type Details,
  type FoundRecord,
  itemTypeOf,
  readDate,
  isoDate,
  readIdentifier,
} from '../../pipeline/index.ts';
import { addressOf } from '../../writers/index.ts';
import { jsonOf } from '../json.ts';
import { nameInParts, textOf } from './found-values.ts';
import type { Reply } from './polite.ts';
import type { ServiceFormat } from './service.ts';

const text = z.string().nullish();

/** One DOI (https://support.datacite.org/docs/api-get-doi, https://schema.datacite.org). */
const attributesSchema = z.object({
  doi: z.string(),
  titles: z.array(z.object({ title: text, titleType: text })).nullish(),
  creators: z
    .array(z.object({ name: text, nameType: text, givenName: text, familyName: text }))
    .nullish(),
  /** A text, or an object where the publisher's identifier is asked for. */
  publisher: z.union([z.string(), z.object({ name: text })]).nullish(),
  container: z
    .object({
      title: text,
      volume: text,
      issue: text,
      firstPage: text,
      lastPage: text,
      identifier: text,
      identifierType: text,
    })
    .nullish(),
  publicationYear: z.union([z.number(), z.string()]).nullish(),
  dates: z.array(z.object({ date: text, dateType: text })).nullish(),
  language: text,
  types: z.object({ resourceTypeGeneral: text, citeproc: text }).nullish(),
  descriptions: z.array(z.object({ description: text, descriptionType: text })).nullish(),
  relatedIdentifiers: z
    .array(z.object({ relationType: text, relatedIdentifier: text, relatedIdentifierType: text }))
    .nullish(),
});
type Attributes = z.infer<typeof attributesSchema>;

const replySchema = z.object({
  data: z.object({ type: z.literal('dois'), attributes: z.unknown() }),
});

/**
 * DataCite's REST API, for DOIs of data, software, theses and preprints that Crossref does not have.
 *
 * @param base `https://api.datacite.org/dois`
 */
export function dataciteFormat(base: string): ServiceFormat {
  return {
    interval: 1_000,
    requests: (lookups) =>
      lookups.map((lookup) => ({
        service: 'datacite',
        url: `${base}/${encodeURIComponent(lookup.value)}`,
        lookups: [lookup],
      })),
    isUsable: (reply) => reply.status === 404 || attributesIn(reply) !== undefined,
    isRefusedForOne: () => false,
    records(reply) {
      const attributes = attributesIn(reply);
      return attributes === undefined ? [] : [recordOf(attributes)];
    },
  };
}

function attributesIn({ status, text: body }: Reply): Attributes | undefined {
  if (status !== 200) return undefined;
  const reply = replySchema.safeParse(jsonOf(body));
  return reply.success ? attributesSchema.safeParse(reply.data.data.attributes).data : undefined;
}

function recordOf(found: Attributes): FoundRecord {
  const doi = readIdentifier('doi', found.doi);
  const value = doi?.scheme === 'doi' ? doi.value : found.doi.toLowerCase();
  // The first title without a type is the title itself; others are translations and subtitles.
  const titles = found.titles ?? [];
  const title = textOf((titles.find(({ titleType }) => !titleType) ?? titles[0])?.title);
  const abstract = textOf(
    found.descriptions?.find(({ descriptionType }) => descriptionType === 'Abstract')?.description,
  );
  const arxiv = preprintOf(found);
  return {
    service: 'datacite',
    url: addressOf({ scheme: 'doi', value }),
    identifiers: [...(arxiv === undefined ? [] : [arxiv]), { scheme: 'doi', value }],
    authors: found.creators?.flatMap((creator) => nameOf(creator) ?? []) ?? [],
    ...given({ title, date: dateOf(found), venue: textOf(found.container?.title), abstract }),
    details: detailsOf(found),
    preprint: found.types?.resourceTypeGeneral === 'Preprint',
  };
}

function nameOf({
  name,
  nameType,
  givenName,
  familyName,
}: NonNullable<Attributes['creators']>[number]): string | undefined {
  if (nameType === 'Organizational') return textOf(name);
  return nameInParts({
    family: textOf(familyName),
    given: textOf(givenName),
    name: textOf(name),
  });
}

/** The day of issue where there is one, as precise as it is given; else the year of publication. */
function dateOf({ dates, publicationYear }: Attributes): string | undefined {
  const issued = dates?.find(({ dateType }) => dateType === 'Issued')?.date;
  const read = readDate(issued ?? '') ?? readDate(String(publicationYear ?? ''));
  return read?.year === undefined ? undefined : isoDate({ ...read, year: read.year });
}

function detailsOf({ types, container, publisher, language }: Attributes): Details {
  const first = textOf(container?.firstPage);
  const last = textOf(container?.lastPage);
  const pages = first === undefined || last === undefined ? first : `${first}-${last}`;
  return given({
    type: itemTypeOf(types?.citeproc ?? '', 'csl-json'),
    volume: textOf(container?.volume),
    issue: textOf(container?.issue),
    pages,
    publisher: textOf(typeof publisher === 'string' ? publisher : publisher?.name),
    issn: container?.identifierType === 'ISSN' ? textOf(container.identifier) : undefined,
    language: textOf(language),
  });
}

/** The arXiv identifier of another version that the record names. */
function preprintOf({ relatedIdentifiers }: Attributes) {
  return (relatedIdentifiers ?? [])
    .filter(({ relationType }) =>
      ['IsVersionOf', 'IsIdenticalTo', 'IsVariantFormOf', 'HasVersion'].includes(
        relationType ?? '',
      ),
    )
    .flatMap(
      ({ relatedIdentifier: id, relatedIdentifierType: type }) =>
        (id && readIdentifier(type === 'arXiv' ? 'arxiv' : 'doi', id)) || [],
    )
    .find(({ scheme }) => scheme === 'arxiv');
}

import { z } from 'zod';
import { given } from '../../model/index.ts';
import {
  type Details,
  type FoundRecord,
  isoDate,
  itemTypeOf,
  type Lookup,
  readIdentifier,
} from '../../pipeline/index.ts';
import { addressOf } from '../../writers/index.ts';
import { jsonOf } from '../json.ts';
import { nameInParts, textOf } from './found-values.ts';
import type { Reply } from './polite.ts';
import type { ServiceFormat } from './service.ts';

/** Papers looked at under one title. */
const candidates = 10;

/** What a search asks for: fewer bytes for both sides. */
const selected =
  'DOI,type,title,subtitle,author,editor,issued,container-title,short-container-title,volume,issue,page,article-number,publisher,publisher-location,ISSN,ISBN,event,relation,abstract';

const text = z.string().nullish();
const texts = z.array(z.string()).nullish();

/** People have `family`, organisations `name`. */
const names = z.array(z.object({ given: text, family: text, suffix: text, name: text })).nullish();

/** One work (https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md#work). */
const workSchema = z.object({
  DOI: z.string(),
  type: text,
  title: texts,
  subtitle: texts,
  author: names,
  editor: names,
  /** `[[2025, 8, 3]]`, `[[2025]]`, and `[[null]]` where nothing is known. */
  issued: z.object({ 'date-parts': z.array(z.array(z.number().nullable())) }).nullish(),
  'container-title': texts,
  'short-container-title': texts,
  volume: text,
  issue: text,
  page: text,
  'article-number': text,
  publisher: text,
  'publisher-location': text,
  ISSN: texts,
  ISBN: texts,
  event: z.object({ name: text, location: text }).nullish(),
  language: text,
  /** JATS. */
  abstract: text,
  relation: z.record(z.string(), z.array(z.object({ id: text, 'id-type': text }))).nullish(),
});
type CrossrefWork = z.infer<typeof workSchema>;

const replySchema = z.discriminatedUnion('message-type', [
  z.object({ 'message-type': z.literal('work'), message: z.looseObject({ DOI: z.string() }) }),
  z.object({
    'message-type': z.literal('work-list'),
    message: z.object({ items: z.array(z.unknown()) }),
  }),
]);

/**
 * Crossref's REST API (https://api.crossref.org). A mail address lets in to the polite pool, where Crossref can tell
 * somebody before it shuts somebody out.
 *
 * @param base `https://api.crossref.org/works`
 */
export function crossrefFormat(base: string, email: string | undefined): ServiceFormat {
  const contact: Record<string, string> = email === undefined ? {} : { mailto: email };
  return {
    interval: 1_000,
    requests: (lookups) =>
      lookups.map((lookup) => ({
        service: 'crossref',
        url: requestUrl(lookup, base, contact),
        lookups: [lookup],
      })),
    // A DOI of another agency is answered with 404 and a line of text.
    isUsable: (reply) => reply.status === 404 || parsed(reply) !== undefined,
    isRefusedForOne: () => false,
    records: (reply) => parsed(reply)?.map(recordOf) ?? [],
  };
}

function requestUrl({ by, value }: Lookup, base: string, contact: Record<string, string>): string {
  if (by === 'identifier') {
    const query = new URLSearchParams(contact).toString();
    return `${base}/${encodeURIComponent(value)}${query === '' ? '' : `?${query}`}`;
  }
  const parameters = { 'query.bibliographic': value, rows: String(candidates), select: selected };
  return `${base}?${new URLSearchParams({ ...parameters, ...contact })}`;
}

/** The works in a reply, those of an unexpected shape left out; undefined when it is no reply of Crossref. */
function parsed({ status, text: body }: Reply): CrossrefWork[] | undefined {
  if (status !== 200) return undefined;
  const reply = replySchema.safeParse(jsonOf(body));
  if (!reply.success) return undefined;
  const { data } = reply;
  const works = data['message-type'] === 'work' ? [data.message] : data.message.items;
  return works.flatMap((work) => workSchema.safeParse(work).data ?? []);
}

function recordOf(work: CrossrefWork): FoundRecord {
  const doi = readIdentifier('doi', work.DOI);
  const value = doi?.scheme === 'doi' ? doi.value : work.DOI.toLowerCase();
  const short = readable(work.title?.[0]);
  const subtitle = readable(work.subtitle?.[0]);
  const title = short !== undefined && subtitle !== undefined ? `${short}: ${subtitle}` : short;
  const date = dateOf(work);
  const venue = readable(work['container-title']?.[0]);
  const abstract = readable(work.abstract);
  const preprint = arxivPreprintOf(work);
  return {
    service: 'crossref',
    url: addressOf({ scheme: 'doi', value }),
    identifiers: [...(preprint === undefined ? [] : [preprint]), { scheme: 'doi', value }],
    ...given({ title, shortTitle: short === title ? undefined : short, date, venue, abstract }),
    authors: work.author?.flatMap((author) => printedName(author) ?? []) ?? [],
    details: detailsOf(work),
    preprint: work.type === 'posted-content',
  };
}

function detailsOf(work: CrossrefWork): Details {
  const editors = work.editor?.flatMap((editor) => printedName(editor) ?? []) ?? [];
  return given({
    type: itemTypeOf(work.type ?? '', 'crossref'),
    venue_short: readable(work['short-container-title']?.[0]),
    volume: readable(work.volume),
    issue: readable(work.issue),
    pages: readable(work.page),
    article_number: readable(work['article-number']),
    publisher: readable(work.publisher),
    publisher_place: readable(work['publisher-location']),
    editors: editors.length === 0 ? undefined : editors,
    isbn: readable(work.ISBN?.[0]),
    issn: readable(work.ISSN?.[0]),
    event: readable(work.event?.name),
    event_place: readable(work.event?.location),
    language: readable(work.language),
  });
}

/** `<mml:math>`, `</mml:mi>`: formulas as publishers deposit them. */
const MATHML_TAG = /<\/?mml:[^<>]{0,300}>/g;

/** The text of a value without formulas' tags, whitespace collapsed; undefined when nothing is left. */
function readable(value: string | null | undefined): string | undefined {
  return textOf(value?.replace(MATHML_TAG, ''));
}

function printedName({
  given: first,
  family,
  suffix,
  name,
}: NonNullable<CrossrefWork['author']>[number]): string | undefined {
  return nameInParts({
    family: readable(family),
    given: readable(first),
    suffix: readable(suffix),
    name: readable(name),
  });
}

function dateOf({ issued }: CrossrefWork): string | undefined {
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  if (typeof year !== 'number') return undefined;
  return isoDate({
    year,
    ...(typeof month === 'number' ? { month } : {}),
    ...(typeof month === 'number' && typeof day === 'number' ? { day } : {}),
  });
}

/** The arXiv identifier that a publication names as its preprint. */
function arxivPreprintOf({ relation }: CrossrefWork) {
  const related = [...(relation?.['has-preprint'] ?? []), ...(relation?.['is-version-of'] ?? [])];
  return related
    .flatMap(({ id, 'id-type': type }) =>
      id ? (readIdentifier(type === 'arxiv' ? 'arxiv' : 'doi', id) ?? []) : [],
    )
    .find(({ scheme }) => scheme === 'arxiv');
}

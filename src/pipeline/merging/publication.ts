import {
  given,
  itemKinds,
  type ItemKind,
  type Identifier,
  type IsoDate,
  type ItemType,
  type Publication,
  type PublicationDate,
  type Sourced,
  type WorkDate,
} from '../../model/index.ts';
import { collapse } from '../../text/index.ts';
import type { Unnamed } from '../naming/index.ts';
import { arxivMonth, isPlaceOfPreprints, readPlace, serverOf } from '../reading/index.ts';
import { citationProper, citedPlace } from './cited-place.ts';
import venues from './venues.json' with { type: 'json' };

type StatedFields = Unnamed['fields'];

/** What the sources of a published work say of its preprint. */
export interface StatedPreprint {
  /** The server that holds it, where its record says so. */
  server?: string;
  /** The DOI by which arXiv has it, where a source states that. */
  doi?: string;
  /** True where the date that is shown is that of the record of the preprint. */
  isDated?: boolean;
  /** True where it is that of a record which says in which volume or on which pages the work was published. */
  isOfIssue?: boolean;
}

/**
 * How a work appeared, decided from all that its sources state.
 *
 * - A stated type wins; else the container decides; a preprint is one only on evidence: a preprint server holds it, or
 *   its source says so, and no container does.
 * - A published work has the date of its publication, a year alone where only the container prints one; the day on
 *   which its preprint was posted stands beside it. Only where nothing says when it was published, its date is that of
 *   the preprint, and where no date is stated at all, the month in its arXiv identifier.
 */
export function publicationOf(
  fields: StatedFields,
  identifiers: readonly Sourced<Identifier>[],
  preprint: StatedPreprint = {},
  stated?: ItemKind,
): Publication {
  const identifierOf = (scheme: Identifier['scheme']) =>
    identifiers.find(({ value }) => value.scheme === scheme)?.value.value;
  const arxiv = identifierOf('arxiv');
  const container = containerOf(fields);
  const isPlaced = container !== undefined && !isPlaceOfPreprints(container.title);
  const published = isPlaced ? container : undefined;
  const server = isPlaced ? undefined : serverOf(container?.title ?? '');
  // `publisher = {arXiv}` is how programs export what stands on a preprint server.
  // Crossref has the server as the institution that posted it.
  const isWhole = fields.type !== undefined && WHOLE.has(fields.type.value);
  const house =
    isPlaced || isWhole
      ? undefined
      : (serverOf(fields.institution?.value ?? '') ?? serverOf(fields.publisher?.value ?? ''));
  const archive = arxiv === undefined ? (server ?? house ?? preprint.server) : 'arXiv';
  const isArchived = archive !== undefined || (container !== undefined && !isPlaced);
  const type =
    stated !== undefined && itemKinds[stated].type === 'document'
      ? 'document'
      : typeOf(fields, published, isArchived);
  const kind = stated !== undefined && itemKinds[stated].type === type ? stated : undefined;
  const isPreprint = type === 'article';
  const dates = datesOf(fields, {
    arxiv,
    containerYear: isPreprint ? undefined : published?.year,
    isPreprint,
    isOfPreprint: preprint.isDated === true,
    isOfIssue: preprint.isOfIssue === true,
  });
  const category = fields.categories?.value[0];
  const id = arxiv ?? (server === undefined ? undefined : container?.articleNumber);
  return {
    type,
    ...given({ kind }),
    isPreprint,
    ...given({
      volume: published?.volume,
      issue: published?.issue,
      page: published?.page,
      articleNumber: published?.articleNumber,
      containerTitle: published?.title,
      collectionTitle: published?.series,
      event: published?.event,
      remark: container?.remark,
    }),
    ...texts(fields, type, isPreprint && archive !== undefined),
    ...dates,
    editors: fields.editors?.value.names ?? [],
    ...given({ translators: fields.translators?.value.names }),
    ...(archive === undefined
      ? {}
      : {
          archive: {
            name: archive,
            ...given({
              id,
              category: arxiv === undefined ? undefined : category,
              doi: isPreprint ? preprint.doi : undefined,
            }),
          },
        }),
  };
}

/** The fields that are printed as one source states them. */
function texts(fields: StatedFields, type: ItemType, isArchived: boolean): Partial<Publication> {
  const made: Partial<Publication> = {};
  for (const key of printedAsStated) {
    const text = fields[key]?.value;
    if (text !== undefined) made[key] = text;
  }
  // The server has the place of a publisher, and is none.
  if (isArchived || (!WHOLE.has(type) && serverOf(made.publisher ?? '') !== undefined)) {
    delete made.publisher;
  }
  if (isArchived && serverOf(made.institution ?? '') !== undefined) delete made.institution;
  // Formats without a place for a school have it as the publisher.
  if (HAS_INSTITUTION.has(type) && made.institution === undefined && made.publisher !== undefined) {
    made.institution = made.publisher;
    delete made.publisher;
  }
  // Formats without a place for the number of an article have it among the pages.
  if (made.page === made.articleNumber) delete made.page;
  return made;
}

/** Types whose house is a school, an institution or a body. */
const HAS_INSTITUTION: ReadonlySet<ItemType> = new Set(['thesis', 'report', 'standard']);

/** The fields that a publication has as one source states them. */
export const printedAsStated = [
  'genre',
  'containerTitleShort',
  'volume',
  'issue',
  'page',
  'articleNumber',
  'publisher',
  'publisherPlace',
  'edition',
  'collectionTitle',
  'collectionNumber',
  'isbn',
  'issn',
  'institution',
  'event',
  'eventPlace',
  'eventDate',
  'chapterNumber',
  'numberOfPages',
  'language',
  'version',
  'status',
] as const;

/** What the printed name of a container holds. */
interface Container {
  title: string;
  year?: number;
  volume?: string;
  issue?: string;
  page?: string;
  articleNumber?: string;
  series?: string;
  event?: string;
  /** `Oral` of `ICLR 2024 (Oral)`. */
  remark?: string;
}

/** `ICLR 2024 (Oral)`, `CVPR 2025 [Best Paper Award]`, `NeurIPS 2023, Spotlight`: what a listing adds to a container. */
const REMARK =
  /^(.{3,}?)(?:\s*[([]([^()[\]]*\b(?:oral|spotlight|poster|highlight|best|award|honou?rable mention|outstanding|notable|top \d+ ?%|accepted|to appear|short paper|long paper|demo)\b[^()[\]]*)[)\]]|[,;:]?\s+(oral|spotlight|poster|highlight)|[,;]\s+(to appear|in press|forthcoming|accepted))$/i;

/** `ICLR 2024`, `JMLR 23(131):1-74, 2022`, `Information Sciences 649 (2023)`, `CVPR'24`: the year at the end. */
const YEAR_AT_END = /(?:^|[ (,])((?:19|20)\d{2})\)?$/;

/** `Proceedings of the 2019 CHI Conference on Human Factors`: the year of a conference anywhere in its name. */
const YEAR_WITHIN = /\b((?:19|20)\d{2})\b/;

function containerOf(fields: StatedFields): Container | undefined {
  const { container: printed = '' } = readPlace(
    fields.venue?.value ?? citationProper(fields.journalRef?.value ?? ''),
  );
  if (printed === '') return undefined;
  const [, name = printed, inBrackets, behind, unprinted] = REMARK.exec(printed) ?? [];
  const remark = inBrackets ?? behind ?? unprinted;
  const isBook = fields.type !== undefined && IN_BOOK.has(fields.type.value);
  const cited = fields.volume === undefined && !isBook ? citedPlace(name, isConference) : undefined;
  const { title, year = yearIn(cited?.title ?? name), page, ...others } = cited ?? { title: name };
  return {
    title,
    ...given({ year: year === undefined ? undefined : Number(year) }),
    ...(cited === undefined && fields.volume === undefined ? citedIn(fields, name) : {}),
    ...others,
    ...(page === undefined ? {} : placeIn(page)),
    ...(remark === undefined ? {} : { remark: collapse(remark) }),
  };
}

function yearIn(name: string): string | undefined {
  return (
    YEAR_AT_END.exec(name)?.[1] ?? (isConference(name) ? YEAR_WITHIN.exec(name)?.[1] : undefined)
  );
}

/** `Nat Commun. 2021 Mar 4;12(1):1234. doi: 10.1000/1.`: a citation as PubMed prints it, behind the name of the journal */
const PUBMED_CITATION =
  /^\.? (?:19|20)\d{2}\b[^;:]{0,30};(\d{1,5})(?: ?\(([^()]{1,20})\))?(?::(e?\d{1,12}(?:-\d{1,12})?))?\./;

/** Volume, issue and pages in the reference to a journal that a source states beside its name. */
function citedIn(
  { journalRef, page, articleNumber }: StatedFields,
  journal: string,
): Pick<Container, 'volume' | 'issue' | 'page' | 'articleNumber'> {
  const printed = collapse(journalRef?.value ?? '');
  if (!printed.startsWith(journal)) return {};
  const [, volume, issue, place] = PUBMED_CITATION.exec(printed.slice(journal.length)) ?? [];
  const isPlaced = page !== undefined || articleNumber !== undefined || place === undefined;
  return {
    ...given({ volume, issue }),
    ...(isPlaced ? {} : placeIn(place)),
  };
}

/** Types that stand in a book: the number at the end of `Handbook of Moss, Part 3` is no volume of a journal. */
const IN_BOOK: ReadonlySet<ItemType> = new Set([
  'chapter',
  'paper-conference',
  'entry-dictionary',
  'entry-encyclopedia',
]);

/** Pages, or the number of an article: `e202511705`. */
function placeIn(printed: string): Pick<Container, 'page' | 'articleNumber'> {
  return printed.startsWith('e')
    ? { articleNumber: printed }
    : { page: printed.replace(/--?/u, '–') };
}

const conferences = new Set(venues.conferences.map((name) => name.toLowerCase()));
const journals = new Set(venues.journals.map((name) => name.toLowerCase()));

/** `ICLR 2024`, `Findings of ACL 2025`, `NeurIPS'23`: the name of a conference before its year. */
const SERIES =
  /^(?:(?:Findings|Proceedings) of (?:the )?)?([\p{L} /&-]{2,40}?)(?: ?['’]?\d{2}| (?:19|20)\d{2})?$/u;

/** Words of the names of conferences; `Proceedings of the National Academy` and `… of the ACM` are journals. */
const CONFERENCE =
  /\b(?:conference|conf\.|workshops?|symposium|symp\.|congress|meeting|colloquium|(?:in )?proc(?:eedings|\.)(?! (?:of the )?(?:national|natl?\.|royal|r\.|london|lond\.|am(?:er)?\.|ieee|acm (?:on|program|hum|interact|meas|manag|softw|netw|comput)|vldb)|s? (?:national|royal)))(?!\p{L})/iu;

/** `ICML 2024`, `DSN'21`: an acronym with a year behind it. */
const ACRONYM_AND_YEAR =
  /^[\p{L}/&-]*\p{Lu}[\p{L}/&-]*\p{Lu}[\p{L}/&-]*(?: ?['’]\d{2}| (?:19|20)\d{2})$/u;

function isConference(name: string): boolean {
  const series = SERIES.exec(name)?.[1]?.toLowerCase() ?? '';
  if (journals.has(series) || journals.has(name.toLowerCase())) return false;
  if (conferences.has(series) || conferences.has(name.toLowerCase())) return true;
  return CONFERENCE.test(name) || ACRONYM_AND_YEAR.test(name);
}

/** Types whose works do not stand in a container, whatever it is called. */
const WHOLE: ReadonlySet<ItemType> = new Set([
  'book',
  'thesis',
  'report',
  'dataset',
  'software',
  'patent',
  'standard',
]);

function typeOf(
  fields: StatedFields,
  container: Container | undefined,
  isArchived: boolean,
): ItemType {
  const stated = fields.type?.value;
  if (stated !== undefined && WHOLE.has(stated)) return stated;
  if (container === undefined) {
    // What is stated for a container is then a server.
    const isOnServer = fields.venue !== undefined;
    if ((stated === 'paper-conference' || stated === 'chapter') && !isOnServer) return stated;
    // `@article` and `JOUR` without a journal are how programs export what stands on a preprint server.
    if (isArchived) return 'article';
    if (stated !== undefined) return stated;
    if (fields.institution !== undefined) return 'report';
    return fields.publisher !== undefined && fields.isbn !== undefined ? 'book' : 'document';
  }
  if (stated !== undefined && !VAGUE.has(stated)) return stated;
  return container.series !== undefined ||
    isConference(fields.venue?.value ?? container.title) ||
    isConference(container.title)
    ? 'paper-conference'
    : 'article-journal';
}

/** Types that say nothing against a container. */
const VAGUE: ReadonlySet<ItemType> = new Set(['article', 'document', 'manuscript']);

/** What tells whether a date is that of the publication or of its preprint. */
interface Dating {
  arxiv: string | undefined;
  containerYear: number | undefined;
  isPreprint: boolean;
  /** True where the date stands in a record of the preprint. */
  isOfPreprint: boolean;
  /** True where it stands beside a volume or pages. */
  isOfIssue: boolean;
}

/** The date to print and that of the preprint beside it. */
function datesOf(
  fields: StatedFields,
  { arxiv, containerYear, isPreprint, isOfPreprint, isOfIssue }: Dating,
): Pick<Publication, 'issued' | 'posted'> {
  const stated = fields.issued?.value;
  const given = arxiv === undefined ? undefined : monthOf(arxiv);
  const isPosting =
    stated !== undefined &&
    (isOfPreprint ||
      (!isOfIssue &&
        given !== undefined &&
        (isInMonth(stated.iso, given) || isBefore(stated.iso, given, containerYear))));
  // What a correction says counts before what a listing of preprints prints.
  const isDecided = fields.issued?.from.kind === 'correction';
  const posting = isPosting ? stated : undefined;
  const posted = isDecided ? (posting ?? fields.posted?.value) : (fields.posted?.value ?? posting);
  const published = isPosting ? undefined : stated;
  if (isPreprint) {
    const date = isDecided ? (published ?? posted) : (posted ?? published);
    return { ...(issued(date, 'posting') ?? byIdentifier(given)) };
  }
  // A year alone that is not that of the arXiv identifier is the year of a later version.
  const isOfVersion =
    posted?.iso.length === 4 && given !== undefined && !given.startsWith(posted.iso);
  const beside = posted === undefined || isOfVersion ? {} : { posted: posted.iso };
  if (published !== undefined) return { ...issued(published, 'publication'), ...beside };
  if (containerYear !== undefined) {
    return {
      issued: { iso: String(containerYear), of: 'publication', yearInferred: false },
      ...beside,
    };
  }
  return { ...(issued(posted, 'posting') ?? byIdentifier(given)) };
}

/**
 * True for a day that is that of the posting of a preprint: in the month of its arXiv identifier, or in the week before,
 * as identifiers are given a few days later.
 */
function isInMonth(iso: IsoDate, month: IsoDate): boolean {
  if (iso.length === 4) return false;
  if (iso.startsWith(month) || iso.length < 10) return iso.startsWith(month);
  const days = (Date.parse(`${month}-01`) - Date.parse(iso)) / 86_400_000;
  return days > 0 && days <= 7;
}

/** True for a date in a year before that of the container; for a year alone where its arXiv identifier is of that year. */
function isBefore(iso: IsoDate, given: IsoDate, year: number | undefined): boolean {
  if (iso.length === 4 && !given.startsWith(iso)) return false;
  return year !== undefined && Number(iso.slice(0, 4)) < year;
}

function issued(
  date: WorkDate | undefined,
  of: PublicationDate['of'],
): { issued: PublicationDate } | undefined {
  return date === undefined ? undefined : { issued: { ...date, of } };
}

function byIdentifier(month: IsoDate | undefined): { issued?: PublicationDate } {
  return month === undefined
    ? {}
    : { issued: { iso: month, of: 'identifier', yearInferred: true } };
}

function monthOf(arxiv: string): IsoDate {
  const { year, month } = arxivMonth(arxiv);
  return `${year}-${String(month).padStart(2, '0')}`;
}

import { decodeHTMLStrict } from 'entities';
import type { FieldName, TextFieldKey } from '../../model/index.ts';
import { parseTex, toPlain, withoutHtml } from '../../text/index.ts';
import { eventDays } from './event-days.ts';
import macros from './journal-macros.json' with { type: 'json' };

/** The raw fields that become plain text of a record, and what the record calls them. */
export const textFields: ReadonlyMap<FieldName, TextFieldKey> = new Map<FieldName, TextFieldKey>([
  ['venue', 'venue'],
  ['venue_short', 'containerTitleShort'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'page'],
  ['article_number', 'articleNumber'],
  ['publisher', 'publisher'],
  ['publisher_place', 'publisherPlace'],
  ['edition', 'edition'],
  ['series', 'collectionTitle'],
  ['series_number', 'collectionNumber'],
  ['isbn', 'isbn'],
  ['issn', 'issn'],
  ['institution', 'institution'],
  ['event', 'event'],
  ['event_place', 'eventPlace'],
  ['event_date', 'eventDate'],
  ['chapter', 'chapterNumber'],
  ['page_count', 'numberOfPages'],
  ['language', 'language'],
  ['version', 'version'],
  ['genre', 'genre'],
  ['status', 'status'],
  ['note', 'note'],
  ['journal_ref', 'journalRef'],
  ['code_url', 'codeUrl'],
  ['citation_key', 'citationKey'],
]);

/** `249--260`, `249 – 260`, `S-1 - S-9`: a dash, which only stretches have */
const DASH =
  /(?<=[\p{L}\d])(?:\s*(?:-{2,3}|[\u2012-\u2015\u2212])\s*|\s+[-\u2010\u2011]\s+)(?=[\p{L}\d])/gu;

/** `249-260`, `S7-S15`, `A-I12_1-9`: what stands before and behind the last hyphen of a place or stretch */
const HYPHENATED = /(?<![^\s,;])([^\s,;–]+)[-\u2010\u2011]([^\s,;–\u2010\u2011-]+)(?![^\s,;])/gu;

/** `S15`, `e1002`, `12a`, `A-I12_1` */
const NUMBERED_PAGE = /^(.*[^\d-])?(\d+)\p{L}?$/u;

/** `xv`; not `C` of `C-12` */
const ROMAN = /^(?:[ivxlc]{1,8}|[IVXLC]{2,8})$/;

/**
 * Whether places with a hyphen between them are the ends of a stretch: pages of one count, the last behind the first, where
 * `95` is `695` behind `686`. Neither `A-I12` nor `S-1` nor `12-1` is, each of which is one place.
 */
function areEnds(first: string, last: string): boolean {
  if (ROMAN.test(first) && (ROMAN.test(last) || /^\d+$/.test(last))) return true;
  const [, series = '', from] = NUMBERED_PAGE.exec(first) ?? [];
  const [, itsSeries = '', to] = NUMBERED_PAGE.exec(last) ?? [];
  if (from === undefined || to === undefined) return false;
  if (itsSeries !== '') return itsSeries === series && Number(to) >= Number(from);
  return Number(from.slice(0, Math.max(0, from.length - to.length)) + to) >= Number(from);
}

/** `123--`, `1–n/a`, `5+`: a first page behind which no last one stands. */
const WITHOUT_END = /(?<=\d)\s*(?:[-\u2010-\u2015\u2212]+\s*(?:n\.?\/?a\.?|\?)?|\+)$/iu;

/** `1–1`, `S5–S5` */
const ONE_PAGE = /^(\w+)–\1$/u;

/** Pages with an en dash in every stretch and hyphens in all else, and one page once. */
const readStretch = (pages: string) =>
  pages
    .replace(WITHOUT_END, '')
    .replace(/,\s*/gu, ', ')
    .replace(DASH, '–')
    .replace(HYPHENATED, (printed, first: string, last: string) =>
      areEnds(first, last) ? `${first}–${last}` : printed,
    )
    .replace(ONE_PAGE, '$1');

/** `pp. 1–10`, `S. 5`: pages, and the word for them, which styles have themselves. */
const WORD_FOR_PAGES = /^(?:pp?\.?|pages?|S\.|Seiten?)\s*(?=[a-z]?\d)/i;

/** `--`, `n/a`, `0-0`, `N.PAG`: no pages at all. */
const NO_PAGES =
  /^(?:[^\p{L}\p{N}]*|0+(?:\s*[-–]+\s*0+)?|(?:n\.?\/?a\.?|n\.?\s?pag\.?)(?:\s*[-–]+\s*n\.?(?:\/?a\.?|\s?pag\.?))?|none|nil|no pages?|tba|to appear)$/iu;

/** `Article 12`, `Art. no. e1002`: the number of an article in the place of pages. */
const ARTICLE = /^(?:article|art\.?|paper)(?:\s+(?:no\.?|number|id))?[\s:]+(?=\w{1,20}$)/i;

/** `24 pages`, `300 p.`: how many, and not which. */
const COUNT_OF_PAGES = /^\d{1,5}\s*(?:pages?|pp?\.?|Seiten|S\.)$/i;

/**
 * What a value in the place of pages is: pages, the number of an article, or neither (`24 pages`, `n/a`).
 *
 * @returns the key and the value without its label; undefined for neither
 */
export function readPages(
  printed: string,
): { key: 'page' | 'articleNumber'; text: string } | undefined {
  if (NO_PAGES.test(printed) || COUNT_OF_PAGES.test(printed)) return undefined;
  const label = ARTICLE.exec(printed)?.[0].length;
  return label === undefined
    ? { key: 'page', text: printed.replace(WORD_FOR_PAGES, '') }
    : { key: 'articleNumber', text: printed.slice(label) };
}

/** What biblatex's keys for states and kinds stand for (manual, 4.9.2.10, 4.9.2.13). */
const LOCALISED: ReadonlyMap<string, string> = new Map([
  ['inpress', 'in press'],
  ['inpreparation', 'in preparation'],
  ['phdthesis', 'PhD thesis'],
  ['mathesis', 'Master’s thesis'],
  ['techreport', 'technical report'],
  ['resreport', 'research report'],
  ['bathesis', 'Bachelor’s thesis'],
  ['candthesis', 'Candidate thesis'],
  ['patentus', 'U.S. patent'],
  ['patenteu', 'European patent'],
  ['patentde', 'German patent'],
  ['patentfr', 'French patent'],
  ['patentuk', 'British patent'],
  ['datacd', 'CD-ROM'],
]);

/** `ed.` of `2nd ed.`, `ed. 2018` of `2nd ed. 2018`: styles have the word themselves. */
const WORD_FOR_EDITION = /(?<=\S)\s+(?:ed\.?|edn\.?|edition)(?:,?\s+(?:19|20)\d{2})?$/i;

/** `20411723 (ISSN)`, `9781450379984 (ISBN)`, `2277-9175 (Electronic)`: what a number is, behind it. */
const KIND_OF_NUMBER = / \((?:ISSN|ISBN|E-?ISSN|E-?ISBN|print|electronic|online|linking)\)/gi;

/** `12345679`: a number of a serial without its hyphen */
const BARE_ISSN = /\b(\d{4})(\d{3}[\dX])\b/gi;

/** `1234 LNCS`: the volume of a series, and what Scopus calls that */
const SERIES_BEHIND_VOLUME = /(?<=^\d{1,5}) (?:LN[A-Z]{2,4}|CCIS|AISC|AICT)$/;

/** `\apj`: a journal as NASA ADS exports it, for the macros of AASTeX (https://ui.adsabs.harvard.edu/help/actions/journal-macros). */
const JOURNAL_MACRO = /^\\([A-Za-z]{2,8})$/;
const journals: ReadonlyMap<string, string> = new Map(Object.entries(macros));

/** Names of what a work stands in, which some exports mark as they do titles, and which the survey keeps as plain text. */
const NAMES_CONTAINER: ReadonlySet<TextFieldKey> = new Set([
  'venue',
  'containerTitleShort',
  'collectionTitle',
  'event',
]);

/** `</i>` */
const END_TAG = /<\/[a-z]+>/i;

/**
 * A printed value in the one form the survey keeps it in: pages with an en dash, numbers of books and serials and editions
 * alone, days of conferences, biblatex's keys as words, references to characters such as `&amp;`, which several exports leave in, as these characters.
 */
export function readText(key: TextFieldKey, printed: string): string {
  if (key === 'status' || key === 'genre') return LOCALISED.get(printed.toLowerCase()) ?? printed;
  if (key === 'edition') return printed.replace(WORD_FOR_EDITION, '');
  if (key === 'isbn') return printed.replace(KIND_OF_NUMBER, '');
  if (key === 'issn') return printed.replace(KIND_OF_NUMBER, '').replace(BARE_ISSN, '$1-$2');
  if (key === 'eventDate') return eventDays(printed);
  if (key === 'volume') return printed.replace(SERIES_BEHIND_VOLUME, '');
  if (key === 'page') return readStretch(printed);
  if (key === 'venue') {
    const journal = journals.get(JOURNAL_MACRO.exec(printed)?.[1] ?? '');
    if (journal !== undefined) return journal;
  }
  if (NAMES_CONTAINER.has(key) && END_TAG.test(printed))
    return toPlain(parseTex(withoutHtml(printed)).rich);
  return printed.includes('&') ? decodeHTMLStrict(printed) : printed;
}

import { given } from '../../model/index.ts';
import { collapse } from '../../text/index.ts';

/** Where in a journal or in proceedings a paper stands, as its authors cite it. */
export interface CitedPlace {
  title: string;
  /** Series of the proceedings: `PMLR`. */
  series?: string;
  /** `NeurIPS 2022` */
  event?: string;
  year?: string;
  volume?: string;
  issue?: string;
  page?: string;
  articleNumber?: string;
}

type Part = Exclude<keyof CitedPlace, 'title' | 'series'>;
type Details = Partial<Record<Part, string>>;

const YEAR = String.raw`(?:19|20)\d{2}`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const PLACE = String.raw`[A-Za-z]{0,2}\d{1,12}[A-Za-z]?`;
const STRETCH = `${PLACE}(?:[-–—]{1,3}${PLACE})?`;
const END = String.raw`(?![\p{L}\d])`;

/** A piece of what stands behind a title, the part that it tells, and the part that has to be known before it. */
interface Piece {
  form: RegExp;
  tells?: Part;
  after?: Part;
}

/** All pieces, those with a label before bare numbers, which are read by their order. */
const PIECES: readonly Piece[] = [
  // `25 pages`; `(January 10,`, `1 Feb. `, `08/` before a year; `arXiv:1912.00001`, `lmcs:1234`
  { form: /^\d{1,4} pages?\b/i },
  {
    form: new RegExp(
      String.raw`^\(?(?:published |online )?(?:\d{1,2} )?${MONTH}(?: \d{1,2})?(?=[ ,;)]|$)`,
      'i',
    ),
  },
  { form: new RegExp(String.raw`^\(?\d{1,2}/(?=${YEAR})`) },
  { form: /^(?:https?:\/\/|(?:doi|arxiv|[a-z]{3,6}):)\S{3,}/i },
  // `(NeurIPS 2022)`
  {
    tells: 'event',
    form: new RegExp(String.raw`^\((\p{Lu}[\p{L}&/’'-]{1,14} ?(?:['’]?\d{2}|${YEAR}))\)`, 'u'),
  },
  {
    tells: 'volume',
    form: new RegExp(String.raw`^vol(?:ume|\.)? ?([A-Z]?\d{1,5}(?:[-–/]\d{1,5})?)${END}`, 'iu'),
  },
  {
    tells: 'issue',
    form: new RegExp(
      String.raw`^(?:no\.?|nr\.|issue|iss\.|number) ?([\p{L}\d]{1,10}(?:[-–/]\d{1,4})?)${END}`,
      'iu',
    ),
  },
  {
    tells: 'page',
    form: new RegExp(String.raw`^(?:pp?\.|pp|pages?:?|pgs?\.) ?(${STRETCH})${END}`, 'iu'),
  },
  {
    tells: 'articleNumber',
    form: new RegExp(
      String.raw`^art(?:icle|\.):? ?(?:no\.?:? ?|number:? ?)?([a-z]?\d{1,12})${END}`,
      'iu',
    ),
  },
  { tells: 'articleNumber', form: new RegExp(String.raw`^(e\d{3,12})${END}`, 'u') },
  // `12(3)`, `5, CSCW2,`
  {
    tells: 'issue',
    after: 'volume',
    form: new RegExp(String.raw`^\((?!${YEAR}\))(\d{1,4}(?:[-–/]\d{1,4})?|\p{Lu}{2,10}\d?)\)`, 'u'),
  },
  { tells: 'issue', after: 'volume', form: /^(\p{Lu}{3,10}\d?)(?=,)/u },
  { tells: 'issue', after: 'volume', form: /^(\d{1,3})(?=, ?art)/i },
  { tells: 'year', form: new RegExp(String.raw`^\(?(${YEAR})(?:\)|(?![\p{L}\d:–-]))`, 'u') },
  { tells: 'volume', form: /^(\d{1,5}(?:\/\d{1,4})?)(?![\p{L}\d–-])/u },
  { tells: 'page', after: 'volume', form: new RegExp(`^(${STRETCH})${END}`, 'u') },
  // Pages alone, behind proceedings
  { tells: 'page', form: new RegExp(String.raw`^(\d{1,6}[-–—]{1,3}\d{1,6})${END}`, 'u') },
  { tells: 'issue', after: 'volume', form: /^(\d{1,3})(?=, ?[a-z]?\d)/u },
];

/** What parts pieces. */
const BETWEEN = /^[\s,;:.)–]*/u;

/** The parts that a text consists of, whatever their order; undefined where anything else stands in it. */
function detailsOf(text: string, known: Details): Details | undefined {
  const rest = text.replace(BETWEEN, '');
  if (rest === '') return known;
  for (const { form, tells, after } of PIECES) {
    const [piece, value] = form.exec(rest) ?? [];
    if (piece === undefined || (after !== undefined && known[after] === undefined)) continue;
    if (tells !== undefined && known[tells] !== undefined && known[tells] !== value) continue;
    const read = detailsOf(
      rest.slice(piece.length),
      tells === undefined || value === undefined ? known : { ...known, [tells]: value },
    );
    if (read !== undefined) return read;
  }
  return undefined;
}

/** Where what stands behind a title may begin: before a number, bracket or label, `B` being one of `Phys. Lett. B716`. */
const BEFORE_DETAILS =
  /(?:[\s,;:]+|(?<=[\p{L}.]))(?=[\d(]|(?:vol(?:ume)?|no|nr|pp?|pages?|issue|number|art|article|e\d+|[A-Z]\d+)\b)/giu;

/** The series of proceedings in which what authors cite often stands, behind the name of the conference or alone. */
const SERIES =
  /(?:^|[,.;]?\s+(?:in |volume \d+ of )?)(PMLR|JMLR (?:W&CP|Workshop and Conference Proceedings)|Proceedings of Machine Learning Research|(?:Springer )?LN(?:CS|AI|EE)|LNBIP|CCIS|Lecture Notes in [\p{L} ]{5,40}|EPTCS|LIPIcs|OASIcs|CEUR(?: Workshop Proceedings)?)$/u;

/** `EPTCS 310, 2020, pp. 1-15. In Proceedings F-IDE 2019`: the series before its proceedings. */
const SERIES_FIRST = /^(.{4,100})\. In (Proceedings .{3,150})$/u;

/** What stands before the name of proceedings, and a number behind them that is not that of the paper's place. */
const AROUND =
  /^(?:in:? (?=the |proc|\d|\p{L}* ?conf)|published (?:as a (?:conference|workshop) paper )?(?:at|in) )|,? arxiv:\S+$|\.$/giu;

/**
 * A citation without what stands before and behind it: `Proceedings TARK 2019` of
 * `In Proceedings TARK 2019, arXiv:1907.08335`.
 */
export function citationProper(citation: string): string {
  return collapse(citation).replace(AROUND, '').replace(AROUND, '');
}

/**
 * The place of a paper in what authors cite to arXiv, undefined where that is no more than a name with a year, or where
 * anything in it is not understood: `Annals of Hedges 12 (2021) 436-444`, `Hedge.Rev.D98:030001,2018`,
 * `Proceedings of the 3rd Conference on Hedges, PMLR 162:12-24, 2022`.
 *
 * @param isProceedings true for the name of a conference, of which a year behind it is a part: `CVPR 2016, pp. 770-778`
 */
export function citedPlace(
  citation: string,
  isProceedings: (title: string) => boolean,
): CitedPlace | undefined {
  const printed = citation.slice(0, 300);
  const [, series, proceedings] = SERIES_FIRST.exec(printed) ?? [];
  if (series !== undefined && proceedings !== undefined) {
    const place = citedPlace(series, isProceedings);
    return place && { ...place, title: proceedings, series: place.title };
  }
  for (const { index, 0: between } of printed.matchAll(BEFORE_DETAILS)) {
    const title = printed.slice(0, index);
    const rest = printed.slice(index + between.length);
    if (!/\p{L}.*\p{L}/u.test(title) || isOpen(title)) continue;
    const isYear = LONE_YEAR.test(between + rest) && !isProceedings(title);
    if (OF_NAME.test(rest) && !isYear) continue;
    if (YEAR_FIRST.test(rest) && !between.includes(',') && isProceedings(title)) continue;
    const details = detailsOf(rest, {});
    if (details !== undefined) {
      const name = SERIES.exec(title);
      const before = name === null ? '' : title.slice(0, name.index);
      const { year = /\d{4}/.exec(details.event ?? '')?.[0] } = details;
      const place = { ...details, ...given({ year }) };
      return name?.[1] === undefined || before === ''
        ? { title, ...place }
        : { title: before, series: name[1], ...place };
    }
  }
  return undefined;
}

const YEAR_FIRST = new RegExp(`^${YEAR}\\b`);

/** What may be of the name itself: `ICLR 2024`, `Handbook of Moss, Part 3`, `35th Conference on Moss (MOSS 2024)`. */
const OF_NAME = /^(?:[\s(]*\d+[\s).]*|\(\p{Lu}[\p{L}&/’'-]* ?['’]?\d+\))$/u;

/** `(2023)`, `, 2023`: behind the name of a journal. */
const LONE_YEAR = new RegExp(String.raw`^(?:\s*\(|,\s*\(?)${YEAR}\)?\.?$`);

/** True for what ends amid brackets, or behind a volume: no title, but a part of what is not understood. */
const isOpen = (title: string) =>
  title.lastIndexOf('(') > title.lastIndexOf(')') || /[,.] ?vol(?:ume|\.)? ?\d/i.test(title);

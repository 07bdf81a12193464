import type {
  Exclusion,
  Name,
  Person,
  RichText,
  SeedReading,
  Survey,
  Theme,
  Work,
} from '../model/index.ts';
import { compareEditions, editionOf, isEmpty } from '../pipeline/index.ts';
import { firstSentences, parseTex, toHtml, toPlain, withoutLinks } from '../text/index.ts';
import { sourcePath } from './paths.ts';
import { sourceNames } from './source-names.ts';
import { dateInWords } from './words.ts';

/** A theme that cites a paper, and the sentences that do. */
export interface Mention {
  theme: Theme;
  sentences: readonly RichText[];
}

/** Papers that share a year or a venue. */
export interface Group {
  slug: string;
  label: string;
  works: Work[];
}

/** One column of the pictures by year; the first takes everything older. */
export interface YearBin {
  label: string;
  from: number;
  to: number;
}

/** A survey with every question a page asks of it answered once. */
export interface SurveyView {
  survey: Survey;
  works: ReadonlyMap<string, Work>;
  /** The permalink under which a paper stands now, for one that was merged into it; any other as it is. */
  current(permalink: string): string;
  themes: ReadonlyMap<string, Theme>;
  seeds: ReadonlyMap<string, SeedReading>;
  /** The edition a citation names: `Edition of 22 November 2026`, and whether the survey has changed since. */
  edition: { name: string; label: string; changed: boolean } | undefined;
  /** By key of a source record. */
  workOfRecord: ReadonlyMap<string, Work>;
  exclusionOfRecord: ReadonlyMap<string, Exclusion>;
  /** By permalink. */
  mentions: ReadonlyMap<string, Mention[]>;
  /** Newest first; papers without a date last, under `undated`. */
  years: Group[];
  /** Series with two papers or more, largest first. */
  venues: Group[];
  withCode: Work[];
  /** At most ten columns. */
  yearBins: YearBin[];
  /** Papers per year bin, by theme slug. */
  themeYears: ReadonlyMap<string, number[]>;
  /** Tallest stalk of all sparklines. */
  mostPerBin: number;
  /** The person a name on a paper stands for. */
  personOf(work: Work, name: Name): Person | undefined;
  /** Title as HTML; the same string for every page that prints it. */
  title(work: Work): string;
  titlePlain(work: Work): string;
  /** What a list prints of the abstract: its first sentence or two. */
  opening(work: Work): RichText;
  /** Name of a seed in addresses: its path, unless another seed's is the same but for upper and lower case. */
  sourceName(seed: string): string;
  /** Root path of the page of a seed. */
  sourcePath(seed: string): string;
  /** `/sources/a.txt/#L3` */
  sourceLinePath(seed: string, line: number): string;
  /** `Seed 002`, or the whole file name where two would read alike. */
  seedName(path: string): string;
}

/** Longest opening of an abstract in a list, in characters. */
const OPENING = 170;

/** Most columns in a picture by year. */
const YEAR_BINS = 10;

/** `000_4fb9a782e577f400.txt` -> `000`: the folder, a content hash and the extension left out. */
const SEED_NAME = /^(?:.*\/)?(.+?)(?:[_-][0-9a-f]{8,})?(?:\.[^./]*)?$/;

/** `ICLR 2024`, `Findings of ACL 2025`: a series of a few words and its year. */
const SERIES = /^(\S+(?: \S+){0,3}) (?:19|20)\d{2}$/;

const views = new WeakMap<Survey, SurveyView>();

/** Everything pages look up, worked out once for a survey. */
export function viewOf(survey: Survey): SurveyView {
  let view = views.get(survey);
  if (!view) {
    view = makeView(survey);
    views.set(survey, view);
  }
  return view;
}

/** Year of a paper, where it has a date. */
export function yearOf(work: Work): number | undefined {
  const issued = work.fields.issued?.value.iso;
  return issued === undefined ? undefined : Number(issued.slice(0, 4));
}

/** The series a venue belongs to: `ICLR` for `ICLR 2024`. */
export function seriesOf(venue: string): string {
  return SERIES.exec(venue)?.[1] ?? venue;
}

/** Letters and digits joined by hyphens, for the last part of a path. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function makeView(survey: Survey): SurveyView {
  const works = new Map(survey.works.map((work) => [work.permalink, work]));
  const themes = new Map(survey.themes.map((theme) => [theme.slug, theme]));
  const seeds = new Map(survey.seeds.map((seed) => [seed.path, seed]));
  const yearBins = binsOf(survey.works);
  const themeYears = new Map(
    survey.themes.map((theme) => [theme.slug, tally(theme.works, works, yearBins)]),
  );
  const merged = new Map(
    survey.departed.flatMap(({ permalink, fate }) =>
      fate.status === 'merged' ? [[permalink, fate.into] as const] : [],
    ),
  );
  const html = new Map<string, string>();
  const plain = new Map<string, string>();
  const openings = new Map<string, RichText>();
  const persons = personsByName(survey.people);
  const folders = sourceNames(survey.seeds.map(({ path }) => path));
  const sourceName = (seed: string) => folders.get(seed) ?? seed;

  return {
    survey,
    works,
    current: (permalink) => merged.get(permalink) ?? permalink,
    themes,
    seeds,
    edition: citedEdition(survey),
    workOfRecord: new Map(survey.works.flatMap((w) => w.records.map((key) => [key, w] as const))),
    exclusionOfRecord: new Map(survey.exclusions.map((e) => [e.record, e])),
    mentions: mentionsOf(survey.themes),
    years: yearsOf(survey.works),
    venues: venuesOf(survey.works),
    withCode: survey.works.filter((work) => work.fields.codeUrl),
    yearBins,
    themeYears,
    mostPerBin: Math.max(1, ...[...themeYears.values()].flat()),
    personOf(work, name) {
      const found = persons.get(name.literal);
      if (!found || found.length < 2) return found?.[0];
      return found.find((person) => person.works.includes(work.permalink));
    },
    title: (work) => memo(html, work.permalink, () => toHtml(withoutLinks(work.title.value.rich))),
    titlePlain: (work) => memo(plain, work.permalink, () => toPlain(work.title.value.rich)),
    opening: (work) =>
      memo(openings, work.permalink, () => {
        const abstract = work.fields.abstract?.value.rich;
        return abstract ? withoutLinks(firstSentences(abstract, OPENING)) : [];
      }),
    sourceName,
    sourcePath: (seed) => sourcePath(sourceName(seed)),
    sourceLinePath: (seed, line) => `${sourcePath(sourceName(seed))}#L${line}`,
    seedName: seedNames(survey.seeds),
  };
}

function citedEdition(survey: Survey): SurveyView['edition'] {
  const name = survey.site.edition;
  if (name === undefined) return undefined;
  const last = survey.editions.at(-1);
  const changed = last !== undefined && !isEmpty(compareEditions(last, editionOf(survey, name)));
  const label = `Edition of ${dateInWords(name)}${changed ? ', with later changes' : ''}`;
  return { name, label, changed };
}

function memo<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

function personsByName(people: readonly Person[]): Map<string, Person[]> {
  const persons = new Map<string, Person[]>();
  for (const person of people) {
    for (const spelling of person.spellings) {
      const same = persons.get(spelling);
      if (same) same.push(person);
      else persons.set(spelling, [person]);
    }
  }
  return persons;
}

function mentionsOf(themes: readonly Theme[]): Map<string, Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const theme of themes) {
    for (const { permalink, sentences: texts } of theme.citations) {
      const sentences = texts.map((text) => parseTex(text).rich);
      const known = mentions.get(permalink);
      if (known) known.push({ theme, sentences });
      else mentions.set(permalink, [{ theme, sentences }]);
    }
  }
  return mentions;
}

/** Works by a label, each group in the order of `works`. */
function groupBy(
  works: readonly Work[],
  labelOf: (work: Work) => string | undefined,
): Map<string, Work[]> {
  const groups = new Map<string, Work[]>();
  for (const work of works) {
    const label = labelOf(work);
    if (label === undefined) continue;
    const group = groups.get(label);
    if (group) group.push(work);
    else groups.set(label, [work]);
  }
  return groups;
}

/** Groups the given works by year, newest first, undated ones last. */
export function yearsOf(works: readonly Work[]): Group[] {
  return [...groupBy(works, (work) => String(yearOf(work) ?? 'undated'))]
    .sort(([a], [b]) => Number(b === 'undated' ? 0 : b) - Number(a === 'undated' ? 0 : a))
    .map(([slug, group]) => ({
      slug,
      label: slug === 'undated' ? 'Without a date' : slug,
      works: group,
    }));
}

function venuesOf(works: readonly Work[]): Group[] {
  const series = (work: Work) => work.fields.venue && seriesOf(work.fields.venue.value);
  return [...groupBy(works, (work) => slugOf(series(work) ?? '') || undefined)]
    .flatMap(([slug, group]) => {
      const [first] = group;
      const label = first && series(first);
      return label !== undefined && group.length > 1 ? { slug, label, works: group } : [];
    })
    .sort((a, b) => b.works.length - a.works.length || (a.slug < b.slug ? -1 : 1));
}

function binsOf(works: readonly Work[]): YearBin[] {
  const years = works.map(yearOf).filter((year) => year !== undefined);
  if (years.length === 0) return [];
  let first = Infinity;
  let last = -Infinity;
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  const start = Math.max(first, last - YEAR_BINS + 1);
  return Array.from({ length: last - start + 1 }, (_, index) => {
    const year = start + index;
    const older = index === 0 && first < start;
    return { label: older ? `to ${year}` : String(year), from: older ? first : year, to: year };
  });
}

function tally(
  permalinks: readonly string[],
  works: ReadonlyMap<string, Work>,
  bins: readonly YearBin[],
): number[] {
  const counts = bins.map(() => 0);
  for (const permalink of permalinks) {
    const work = works.get(permalink);
    const year = work && yearOf(work);
    if (year === undefined) continue;
    const index = bins.findIndex((bin) => year <= bin.to);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function seedNames(seeds: readonly SeedReading[]): (path: string) => string {
  const short = (path: string) => SEED_NAME.exec(path)?.[1] ?? path;
  const uses = new Map<string, number>();
  for (const { path } of seeds) uses.set(short(path), (uses.get(short(path)) ?? 0) + 1);
  return (path) => `Seed ${uses.get(short(path)) === 1 ? short(path) : path}`;
}

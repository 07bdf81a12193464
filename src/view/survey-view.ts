import type {
  Exclusion,
  Name,
  Person,
  RichText,
  ScreenedPaper,
  SeedReading,
  Survey,
  Theme,
  Work,
} from '../model/index.ts';
import { firstSentences, toHtml, toPlain, withoutLinks } from '../text/index.ts';
import { addTo, type Group, mergedInto, sourceNames, venuesOf } from '../pipeline/index.ts';
import { yearsOf } from './groups.ts';
import { sourcePath } from './paths.ts';
import { seedNames } from './seed-names.ts';
import { type PageWords, wordsFor } from '../words/index.ts';
import { type YearBin, binsOf, tally } from './year-bins.ts';

/** A survey with every question a page asks of it answered once. */
export interface SurveyView {
  survey: Survey;
  /** What pages say, in the language of the survey. */
  words: PageWords;
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
  /** What people who screen decided, by permalink. */
  screened: ReadonlyMap<string, ScreenedPaper>;
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

function makeView(survey: Survey): SurveyView {
  const words = wordsFor(survey.site.language);
  const works = new Map(survey.works.map((work) => [work.permalink, work]));
  const themes = new Map(survey.themes.map((theme) => [theme.slug, theme]));
  const seeds = new Map(survey.seeds.map((seed) => [seed.path, seed]));
  const yearBins = binsOf(survey.works, words.upTo);
  const themeYears = new Map(
    survey.themes.map((theme) => [theme.slug, tally(theme.works, works, yearBins)]),
  );
  const merged = mergedInto(survey.departed);
  const html = new Map<string, string>();
  const plain = new Map<string, string>();
  const openings = new Map<string, RichText>();
  const persons = personsByName(survey.people);
  const folders = sourceNames(survey.seeds.map(({ path }) => path));
  const sourceName = (seed: string) => folders.get(seed) ?? seed;

  return {
    survey,
    words,
    works,
    current: (permalink) => merged.get(permalink) ?? permalink,
    themes,
    seeds,
    edition: citedEdition(survey, words),
    workOfRecord: new Map(survey.works.flatMap((w) => w.records.map((key) => [key, w] as const))),
    exclusionOfRecord: new Map(
      survey.exclusions.flatMap((e) => e.records.map((key) => [key, e] as const)),
    ),
    screened: new Map(
      (survey.screening?.papers ?? []).flatMap((paper) =>
        paper.permalink === undefined ? [] : [[paper.permalink, paper] as const],
      ),
    ),
    years: yearsOf(survey.works, words.undated),
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
    seedName: seedNames(survey.seeds, words.sources.seed),
  };
}

function citedEdition(survey: Survey, words: PageWords): SurveyView['edition'] {
  const name = survey.site.edition;
  if (name === undefined) return undefined;
  const changed = survey.editions.length > 0 && survey.unreleased !== undefined;
  return { name, label: words.editionOf(name, changed), changed };
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
      addTo(persons, spelling, person);
    }
  }
  return persons;
}

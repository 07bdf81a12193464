import type { Identifier, Sourced, SourceRecord, TextValue } from '../../model/index.ts';
import { fold } from '../../text/index.ts';
import { unique } from '../lists.ts';
import headings from './headings.json' with { type: 'json' };
import {
  areVersions,
  type Excerpt,
  isNearIdentical,
  likeness,
  overlap,
  titleKey,
  identifierKey,
  nameKey,
} from '../reading/index.ts';
import type { Amendment } from './amendment.ts';
import { areInTwoPlaces, type Place, placeInPrint } from './place.ts';

/** Share of the runs of words of the shorter of two abstracts from which one may be made of the other. */
const partly = 0.6;

/** What a record is recognised by when it is compared with others. */
export interface Profile {
  /** Value by scheme, for schemes of which a paper has one. */
  identifiers: ReadonlyMap<string, string>;
  /** Addresses of its pages; a paper may have several. */
  urls: readonly string[];
  /** Keys of its titles: the seed's own and those its corrections give. */
  titles: readonly string[];
  abstract: Excerpt | undefined;
  /** Keys of the names the seed prints; `more` when there are others. */
  authors: readonly string[];
  more: boolean;
  place: Place;
  /** The record's own words and numbers as one string: equal for equal records, whatever file they stand in. */
  content: string;
}

/** What a record is recognised by before any correction. */
export function profileOf(source: SourceRecord): Profile {
  const { fields } = source;
  return {
    ...named(source.identifiers),
    titles: titleKeys([fields.title?.value]),
    abstract:
      fields.abstract === undefined
        ? undefined
        : { likeness: likeness(fields.abstract.value.rich), truncated: source.truncated },
    authors: fields.authors?.value.names.map(nameKey) ?? [],
    more: fields.authors?.value.more ?? false,
    place: placeInPrint(source),
    content: JSON.stringify(source.raw.fields.map(({ name, value }) => [name, value])),
  };
}

/** The profile with what corrections add: their identifiers in place of its own, their titles beside its own. */
export function withAmendments(
  profile: Profile,
  identifiers: readonly Sourced<Identifier>[],
  amendments: readonly Amendment[],
): Profile {
  const titles = amendments.flatMap(({ fields, otherTitles }) => [fields.title, ...otherTitles]);
  return {
    ...profile,
    ...named(identifiers),
    titles: unique([...profile.titles, ...titleKeys(titles)]),
  };
}

function named(identifiers: readonly Sourced<Identifier>[]): Pick<Profile, 'identifiers' | 'urls'> {
  const single = identifiers.filter(({ value }) => value.scheme !== 'url');
  const urls = identifiers.filter(({ value }) => value.scheme === 'url');
  return {
    identifiers: new Map(single.map(({ value }) => [value.scheme, value.value])),
    urls: urls.map(({ value }) => identifierKey(value)),
  };
}

function titleKeys(titles: readonly (TextValue | undefined)[]): string[] {
  const keys = titles.flatMap((title) => (title === undefined ? [] : titleKey(title.rich)));
  return keys.filter((key) => key !== '');
}

/** True when two profiles give different values for one scheme of identifiers. */
function identifiersConflict(a: Profile, b: Profile): boolean {
  for (const [scheme, value] of a.identifiers) {
    const other = b.identifiers.get(scheme);
    if (other !== undefined && other !== value) return true;
  }
  return false;
}

/** True when two profiles share an identifier. */
function shareIdentifier(a: Profile, b: Profile): boolean {
  for (const [scheme, value] of a.identifiers) if (b.identifiers.get(scheme) === value) return true;
  return false;
}

/** True when two records can be of one paper: an identifier in common, or a title with nothing else against it. */
export function agree(a: Profile, b: Profile): boolean {
  if (identifiersConflict(a, b)) return false;
  if (shareIdentifier(a, b)) return true;
  if (a.titles.length === 0 || b.titles.length === 0) return haveOneAbstract(a, b);
  return a.titles.some((title) => b.titles.includes(title)) && agreeUnderOneTitle(a, b);
}

/** True when the abstracts of two records are one text with small changes. */
export function haveOneAbstract(a: Profile, b: Profile): boolean {
  return (
    a.abstract !== undefined && b.abstract !== undefined && isNearIdentical(a.abstract, b.abstract)
  );
}

/** What two records that share a title say of being one paper. */
type Verdict = 'same' | 'open' | 'different';

/** Titles that stand above many texts, folded: they say nothing of which one is meant. */
const isHeading: ReadonlySet<string> = new Set(
  headings.map((title) => fold(title).replaceAll(' ', '')),
);

/**
 * Whether two records with one title are of one paper. Abstracts or authors that disagree say no, whatever the title, and
 * so do two volumes; but an abstract that is almost the same says yes whoever is named. Under a heading such as _Editorial_ nothing else says
 * yes: its year and its author are those of its neighbours in the next issue, too.
 */
function judgeUnderOneTitle(a: Profile, b: Profile): Verdict {
  if (haveOneAbstract(a, b)) return 'same';
  const texts = compareAbstracts(a, b);
  const names = compareAuthors(a, b);
  if (texts === 'different' || names === 'different') return 'different';
  if (areInTwoPlaces(a.place, b.place)) return 'different';
  if (texts === 'same') return 'same';
  if (
    [a, b].some(({ titles }) => titles.length > 0 && titles.every((title) => isHeading.has(title)))
  )
    return 'different';
  return names;
}

/** True when two records with one title can be of one paper. */
export function agreeUnderOneTitle(a: Profile, b: Profile): boolean {
  return judgeUnderOneTitle(a, b) !== 'different';
}

/**
 * True when nothing says that two sets of records are of two papers: no record of one disagrees with one of the other,
 * unless others of them have versions of one abstract.
 */
export function setsAgree(left: readonly Profile[], right: readonly Profile[]): boolean {
  const pairs = left.flatMap((a) => right.map((b) => [a, b] as const));
  return (
    pairs.every(([a, b]) => judgeUnderOneTitle(a, b) !== 'different') ||
    pairs.some(([a, b]) => compareAbstracts(a, b) === 'same')
  );
}

function compareAbstracts(a: Profile, b: Profile): Verdict {
  if (a.abstract === undefined || b.abstract === undefined) return 'open';
  if (areVersions(a.abstract, b.abstract)) return 'same';
  // A summary may be made of sentences of the whole.
  return overlap(a.abstract.likeness, b.abstract.likeness).containment >= partly
    ? 'open'
    : 'different';
}

/** Whether two records name the same people, as far as both name any; `H. Gu` may be `Hao Gu`. */
function compareAuthors(a: Profile, b: Profile): Verdict {
  const length = Math.min(a.authors.length, b.authors.length);
  if (length === 0) return 'open';
  const shared = a.authors.filter((name) => b.authors.includes(name)).length;
  if (shared === length) return 'same';
  if (shared > 0 || a.more || b.more) return 'open';
  const words = new Set(a.authors.flatMap(wordsOfName));
  return b.authors.flatMap(wordsOfName).some((word) => words.has(word)) ? 'open' : 'different';
}

/** Words of a name that are no initials; of a name that has none, all. */
function wordsOfName(name: string): string[] {
  const words = name.split(' ');
  const long = words.filter((word) => word.length > 1);
  return long.length === 0 ? words : long;
}

import type { Identifier, Sourced, SourceRecord, TextValue } from '../../model/index.ts';
import { unique } from '../lists.ts';
import {
  areVersions,
  type Excerpt,
  isNearIdentical,
  likeness,
  titleKey,
  identifierKey,
  nameKey,
} from '../reading/index.ts';
import type { Amendment } from './amendment.ts';

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

/**
 * True when two records with one title are of one paper. Abstracts decide where both have one; a rewritten abstract
 * still agrees when the authors are the same. Without an abstract, the names must not speak against it.
 */
export function agreeUnderOneTitle(a: Profile, b: Profile): boolean {
  if (a.abstract !== undefined && b.abstract !== undefined && areVersions(a.abstract, b.abstract))
    return true;
  const names = compareAuthors(a, b);
  if (a.abstract !== undefined && b.abstract !== undefined) return names === 'same';
  return names !== 'different';
}

/** Whether two records name the same people, as far as both name any. */
function compareAuthors(a: Profile, b: Profile): 'same' | 'different' | 'unknown' {
  const length = Math.min(a.authors.length, b.authors.length);
  if (length === 0) return 'unknown';
  const shared = a.authors.filter((name) => b.authors.includes(name)).length;
  if (shared === length) return 'same';
  return shared === 0 && !(a.more || b.more) ? 'different' : 'unknown';
}

import type { Edition, PublishedSource, ReleasedAddress, Survey } from '../../model/index.ts';
import { displayName, fold } from '../../text/index.ts';
import { digestOf } from '../hashes.ts';
import { compareText } from '../lists.ts';
import { venuesOf } from './venues.ts';

/** A public address that has a page now. */
export interface CurrentAddress extends Omit<ReleasedAddress, 'since' | 'fate'> {
  papers: string[];
}

/** Every public address of themes, sources, authors, venues and editions, in order of address. */
export function currentAddresses(
  survey: Pick<Survey, 'themes' | 'people' | 'works'>,
  sources: readonly PublishedSource[],
  copies: readonly string[],
): CurrentAddress[] {
  return [
    ...survey.themes.map(({ slug, label, digest, rules, works, suggested }): CurrentAddress => ({
      address: `themes/${slug}`,
      title: label,
      digest,
      rules: digestOf(JSON.stringify(rules)),
      papers: [...works].sort(compareText),
      ...(suggested ? { suggested } : {}),
    })),
    ...sources.map(({ address, path, digest }) => ({ address, title: path, digest, papers: [] })),
    ...survey.people.map(({ slug, name, works }) => ({
      address: `authors/${slug}`,
      title: displayName(name),
      papers: [...works].sort(compareText),
    })),
    ...venuesOf(survey.works).map(({ slug, label, works }) => ({
      address: `papers/venue/${slug}`,
      title: label,
      papers: works.map(({ permalink }) => permalink).sort(compareText),
    })),
    ...copies.map((edition) => ({ address: `editions/${edition}`, title: edition, papers: [] })),
  ].sort((a, b) => compareText(a.address, b.address));
}

/** What stands at addresses, as their beginnings say it. */
const kinds = ['themes', 'sources', 'authors', 'editions', 'papers/venue'] as const;

/** The part of an address that says what stands there. */
export function kindOf(address: string): (typeof kinds)[number] {
  return kinds.find((kind) => address.startsWith(`${kind}/`)) ?? 'papers/venue';
}

/** Themes that editions tell of, for a ledger from before it held them. */
export function addressesOfEditions(editions: readonly Edition[]): ReleasedAddress[] {
  const known = new Map<string, ReleasedAddress>();
  for (const { edition, works, themes } of editions.toSorted((a, b) =>
    compareText(a.edition, b.edition),
  )) {
    for (const { slug, label, digest } of themes) {
      const address = `themes/${slug}`;
      const papers = works
        .filter((work) => work.themes.includes(slug))
        .map(({ permalink }) => permalink);
      const since = known.get(address)?.since ?? edition;
      known.set(address, {
        address,
        since,
        title: label,
        digest,
        papers,
        fate: { status: 'current' },
      });
    }
  }
  return [...known.values()].sort((a, b) => compareText(a.address, b.address));
}

/** A name with case, accents and punctuation folded away. */
export const nameKeyOf = (name: string) => fold(name);

import type {
  Edition,
  PermalinkLedger,
  PublishedSource,
  ReleasedAddress,
  Survey,
} from '../../model/index.ts';
import { displayName, fold } from '../../text/index.ts';
import { digestOf } from '../hashes.ts';
import { compareText } from '../lists.ts';
import { venuesOf } from './venues.ts';

/** A public address that has a page now. */
export interface CurrentAddress extends Omit<ReleasedAddress, 'since' | 'fate'> {
  papers: string[];
}

/** Every public address of themes, own pages, sources, authors, venues and editions, in order of address. */
export function currentAddresses(
  survey: Pick<Survey, 'themes' | 'pages' | 'people' | 'works'>,
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
    ...survey.pages.map(({ slug, title, digest }) => ({
      address: `pages/${slug}`,
      title,
      digest,
      papers: [],
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
const kinds = ['themes', 'pages', 'sources', 'authors', 'editions', 'papers/venue'] as const;

/** The part of an address that says what stands there. */
export function kindOf(address: string): (typeof kinds)[number] {
  return kinds.find((kind) => address.startsWith(`${kind}/`)) ?? 'papers/venue';
}

/**
 * The suggested themes that have a page in the last released state, with the permalinks of their papers as they are now.
 *
 * @param moved where merged permalinks lead
 */
export function releasedSuggestions(
  { addresses = [] }: PermalinkLedger,
  moved: ReadonlyMap<string, string>,
): { slug: string; label: string; papers: string[] }[] {
  return addresses.flatMap(({ address, title, papers = [], suggested, fate }) =>
    suggested && fate.status === 'current'
      ? [
          {
            slug: address.slice('themes/'.length),
            label: title,
            papers: papers.map((permalink) => moved.get(permalink) ?? permalink),
          },
        ]
      : [],
  );
}

/**
 * Themes that editions tell of, for a ledger from before it held them. One that the next edition has under another slug,
 * with a file that says the same, moved there.
 */
export function addressesOfEditions(editions: readonly Edition[]): ReleasedAddress[] {
  const known = new Map<string, ReleasedAddress>();
  let before: Edition['themes'] = [];
  for (const { edition, works, themes } of editions.toSorted((a, b) =>
    compareText(a.edition, b.edition),
  )) {
    for (const { slug, to } of renamedThemes(before, themes)) {
      const entry = known.get(`themes/${slug}`);
      if (entry === undefined) continue;
      const reason = `Its file said the same in the edition ${edition}.`;
      const fate = { status: 'moved' as const, to: `themes/${to}`, reason, on: edition };
      known.set(entry.address, { ...entry, fate });
    }
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
    before = themes;
  }
  return [...known.values()].sort((a, b) => compareText(a.address, b.address));
}

/** Themes of one edition that have another slug in the next, where nothing else can be meant. */
function renamedThemes(
  before: Edition['themes'],
  after: Edition['themes'],
): { slug: string; to: string }[] {
  const missingIn =
    (others: Edition['themes'], digest: string) => (own: Edition['themes'][number]) =>
      own.digest === digest && !others.some(({ slug }) => slug === own.slug);
  return before.flatMap(({ slug, digest }) => {
    const left = before.filter(missingIn(after, digest));
    const [came, ...more] = after.filter(missingIn(before, digest));
    const isOne = left.length === 1 && left[0]?.slug === slug && more.length === 0;
    return isOne && came !== undefined ? [{ slug, to: came.slug }] : [];
  });
}

/** A name with case, accents and punctuation folded away. */
export const nameKeyOf = (name: string) => fold(name);

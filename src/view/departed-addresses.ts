import type { CitableState, DepartedAddress } from '../model/index.ts';
import { kindOf } from '../pipeline/index.ts';
import type { PageWords } from '../words/index.ts';
import type { SurveyView } from './survey-view.ts';

/** Digits of a digest in an address: enough that no two sources share them. */
const addressDigits = 16;

/** `/sources/sha256-0123456789abcdef/`: the address of a state of a source, which never stands for another. */
export const statePath = ({ digest }: Pick<CitableState, 'digest'>) =>
  `/sources/sha256-${digest.slice(0, addressDigits)}/`;

/** Root path of the page at an address: `/sources/a%20b.txt/` for `sources/a b.txt`. */
export function addressPath(address: string): string {
  const parts = address.split('/');
  return `/${(kindOf(address) === 'sources' ? parts.map(encodeURIComponent) : parts).join('/')}/`;
}

/** What the page of a released address says when what stood there does not any more. */
export interface DepartedPage extends DepartedAddress {
  path: string;
  /** Where it leads, when there is something. */
  target: { path: string; title: string } | undefined;
  /** Word for what stood there: `theme`. */
  what: string;
}

/** The pages of all released addresses of themes, own pages, sources, authors and venues that have none of their own. */
export function addressPages(view: SurveyView): DepartedPage[] {
  const { survey } = view;
  const titles = new Map([
    ...survey.departedAddresses.map(({ address, title }) => [address, title] as const),
    ...survey.themes.map(({ slug, label }) => [`themes/${slug}`, label] as const),
    ...survey.pages.map(({ slug, title }) => [`pages/${slug}`, title] as const),
    ...survey.sources.map(({ address, path }) => [address, view.seedName(path)] as const),
    ...survey.people.map(({ slug, name }) => [`authors/${slug}`, name.literal] as const),
    ...survey.editions.map(({ edition }) => [`editions/${edition}`, edition] as const),
    ...view.venues.map(({ slug, label }) => [`papers/venue/${slug}`, label] as const),
  ]);
  return survey.departedAddresses.map((each) => {
    const to = each.fate.status === 'moved' ? each.fate.to : undefined;
    return {
      ...each,
      path: addressPath(each.address),
      what: view.words.left.what[kindOf(each.address)],
      target: to === undefined ? undefined : { path: addressPath(to), title: titles.get(to) ?? to },
    };
  });
}

/** What became of a page, in a sentence or two. */
export function departedInWords({ what, title, fate }: DepartedPage, { left }: PageWords): string {
  const reason = /[.!?]$/.test(fate.reason) ? fate.reason : `${fate.reason}.`;
  return fate.status === 'moved'
    ? left.movedText(what, title, reason)
    : left.removedText(what, title, fate.on, reason);
}

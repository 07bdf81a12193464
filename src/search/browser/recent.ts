import { keep, recall } from '../../client/index.ts';

const NAME = 'searches';
const MOST = 8;

/** Searches made in this browser, the last first; none where it keeps nothing. */
export function recentSearches(): string[] {
  return (recall(NAME) ?? '').split('\n').filter(Boolean);
}

/** Puts a search first among those that are kept. */
export function rememberSearch(query: string): void {
  const asked = query.trim().replace(/\s+/gu, ' ');
  if (asked !== '') keepSearches([asked, ...recentSearches().filter((each) => each !== asked)]);
}

/** Removes a search from those that are kept. */
export function forgetSearch(query: string): void {
  keepSearches(recentSearches().filter((each) => each !== query));
}

function keepSearches(searches: readonly string[]): void {
  keep(NAME, searches.slice(0, MOST).join('\n'));
}

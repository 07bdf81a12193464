const KEY = 'florilegium-searches';
const MOST = 8;

/** Searches made in this browser, the last first; none where it keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Puts a search first among those that are kept. */
export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked !== '') keep([asked, ...recentSearches().filter((each) => each !== asked)]);
}

/** Removes a search from those that are kept. */
export function forgetSearch(query: string): void {
  keep(recentSearches().filter((each) => each !== query));
}

function keep(searches: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches.slice(0, MOST)));
  } catch {
    // Storage can be forbidden or full.
  }
}

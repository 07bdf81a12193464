/** A choice between light and dark. */
export type Scheme = 'light' | 'dark';

const KEY = 'scheme';
const A_YEAR = 365 * 24 * 60 * 60;

/**
 * Firefox gives every file on disk a storage of its own, and all of them one jar of cookies. A site on a host sets no
 * cookies.
 */
const isOnDisk = location.protocol === 'file:';
const cookie = new RegExp(`(?:^|; )florilegium-${KEY}=([a-z]+)`, 'u');

/** What the reader chose on an earlier page, or null. */
export function rememberedScheme(): Scheme | null {
  const known = stored() ?? (isOnDisk ? cookie.exec(document.cookie)?.[1] : null);
  return known === 'light' || known === 'dark' ? known : null;
}

/** Remembers a choice for other pages; where the browser keeps nothing it holds for this one only. */
export function rememberScheme(scheme: Scheme): void {
  if (isOnDisk) {
    // biome-ignore lint/suspicious/noDocumentCookie: a page that waits has not remembered when the reader leaves it
    document.cookie = `florilegium-${KEY}=${scheme}; path=/; max-age=${A_YEAR}`;
  }
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // Storage can be forbidden or full.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

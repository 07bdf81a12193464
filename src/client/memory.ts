const A_YEAR = 365 * 24 * 60 * 60;
const PREFIX = 'florilegium-';

/**
 * Firefox gives every file on disk a storage of its own, and all of them one jar of cookies. A site on a host sets no
 * cookies.
 */
const isOnDisk = () => location.protocol === 'file:';

/** What this browser has kept under a name, on an earlier page or another; null for nothing. */
export function recall(name: string): string | null {
  return (isOnDisk() ? fromCookies(name) : null) ?? fromStorage(name);
}

/**
 * Keeps a text for other pages.
 *
 * @returns false where the browser keeps nothing, or not so much
 */
export function keep(name: string, text: string): boolean {
  if (isOnDisk()) {
    const value = encodeURIComponent(text);
    // biome-ignore lint/suspicious/noDocumentCookie: a page that waits has not remembered when the reader leaves it
    document.cookie = `${PREFIX}${name}=${value}; path=/; max-age=${A_YEAR}`;
  }
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // Storage can be forbidden or full.
  }
  return recall(name) === text;
}

function fromStorage(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

function fromCookies(name: string): string | null {
  const start = `${PREFIX}${name}=`;
  const own = document.cookie.split('; ').find((each) => each.startsWith(start));
  return own === undefined ? null : decodeURIComponent(own.slice(start.length));
}

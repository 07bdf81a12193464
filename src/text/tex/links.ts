/** `https://github.com/a/b_c%20d`: the characters a bare address may have; ASCII only, so that it ends at CJK text glued to it. */
const ADDRESS = /https?:\/\/(?:\\[_%#&~]|[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%[\]])+/y;
/** Punctuation that ends the sentence, not the address. */
const TRAILING = new Set([...'.,;:!?\'"*']);

/** A bare web address found in running text. */
export interface BareAddress {
  href: string;
  /** Index after its last character in the text. */
  end: number;
}

/**
 * The http(s) address that starts at `at`, without the punctuation of the sentence around it; a closing bracket belongs
 * to it only if the address opened it. TeX escapes (`\_`) are undone.
 */
export function bareAddressAt(text: string, at: number, limit: number): BareAddress | undefined {
  ADDRESS.lastIndex = at;
  const match = ADDRESS.exec(text)?.[0];
  if (match === undefined) return undefined;
  let raw = match.slice(0, Math.max(0, limit - at));
  // A formula or a pair of dashes glued to the address is not part of it.
  const stop = raw.search(/\$|---/);
  if (stop !== -1) raw = raw.slice(0, stop);
  raw = raw.slice(0, contentLength(raw));
  const href = webAddress(raw);
  return href === undefined ? undefined : { href, end: at + raw.length };
}

function contentLength(raw: string): number {
  const balance = { round: 0, square: 0 };
  for (const c of raw) {
    if (c === '(') balance.round++;
    else if (c === ')') balance.round--;
    else if (c === '[') balance.square++;
    else if (c === ']') balance.square--;
  }
  let length = raw.length;
  for (; length > 0; length--) {
    const c = raw.charAt(length - 1);
    if (c === ')' && balance.round < 0) balance.round++;
    else if (c === ']' && balance.square < 0) balance.square++;
    else if (!TRAILING.has(c)) break;
  }
  return length;
}

/** `https://host`, `mailto:a@b`: what a link in rich text may point at. */
const LINKABLE = /^(?:https?:\/\/[^\s/]+\.?[^\s]*|mailto:[^\s@]+@[^\s@]+)$/i;
/** `\_`, `\%`, `\~{}`: escapes authors write in addresses. */
const ADDRESS_ESCAPE = /\\([_%#&~^$])(?:\{\})?/g;

/** Characters that no address may hold as they are (RFC 3986, section 2). */
const NOT_IN_ADDRESSES = /[{}\\<>"^`|]/g;

/** The address a `\url` or `\href` names, TeX escapes undone; undefined unless http, https or mailto. */
export function linkAddress(raw: string): string | undefined {
  const address = raw
    .replace(ADDRESS_ESCAPE, '$1')
    .trim()
    .replace(NOT_IN_ADDRESSES, encodeURIComponent);
  return LINKABLE.test(address) ? address : undefined;
}

function webAddress(raw: string): string | undefined {
  const address = linkAddress(raw);
  return address !== undefined && /^https?:\/\/[A-Za-z0-9[]/.test(address) ? address : undefined;
}

/** What an address of the site names: a file, or a folder that was asked for without its final slash. */
export type Named = { file: string } | { folder: string };

/**
 * Finds the file an address names, as a static host does.
 *
 * @param path of the address below the site's first page, decoded: `papers/`, `papers`, `papers/index.html`
 * @param has whether there is such a file
 * @returns undefined when nothing is named
 */
export function findFile(path: string, has: (file: string) => boolean): Named | undefined {
  if (path !== '' && !path.endsWith('/')) {
    if (has(path)) return { file: path };
    return has(`${path}/index.html`) ? { folder: path } : undefined;
  }
  const file = `${path}index.html`;
  return has(file) ? { file } : undefined;
}

/**
 * The part of an address below the site's first page, decoded and without query and fragment.
 *
 * @param root address of the first page, ending in a slash
 * @returns undefined for an address outside the site, or one that cannot be decoded
 */
export function pathBelow(root: string, address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const { origin: ownOrigin, pathname: ownPath } = new URL(root);
  if (origin !== ownOrigin || !pathname.startsWith(ownPath)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(ownPath.length));
  } catch {
    return undefined;
  }
}

/** Address a file is asked for by: that of its folder for an `index.html`, which some hosts redirect otherwise. */
export function addressOf(root: string, file: string): string {
  const path = file.replace(/(?<=^|\/)index\.html$/u, '');
  return root + path.split('/').map(encodeURIComponent).join('/');
}

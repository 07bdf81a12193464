/** Root paths of the site's pages. Every link between pages is made from one of these. */
export const paperPath = (permalink: string) => `/papers/${permalink}/`;
export const themePath = (slug: string) => `/themes/${slug}/`;
export const authorPath = (slug: string) => `/authors/${slug}/`;
export const venuePath = (slug: string) => `/papers/venue/${slug}/`;

/** `/sources/lists/a%20b.txt/` for the seed `lists/a b.txt`. */
export const sourcePath = (seed: string) =>
  `/sources/${seed.split('/').map(encodeURIComponent).join('/')}/`;

/** `/sources/a.txt/#L3` */
export const sourceLinePath = (seed: string, line: number) => `${sourcePath(seed)}#L${line}`;

/** Turns a root path, with or without query and fragment, into the address a page prints. */
export type Link = (target: string) => string;

/**
 * Links of one page, relative to it, so that they hold under any base path and from `file://`.
 *
 * @param page root path of the page, ending in `/`: `/papers/arxiv-2507.17249/`
 */
export function linkFrom(page: string): Link {
  const from = page.split('/').slice(1, -1);
  return (target) => {
    const end = target.search(/[?#]/);
    const path = end < 0 ? target : target.slice(0, end);
    const rest = end < 0 ? '' : target.slice(end);
    const to = path.slice(1).split('/');
    let shared = 0;
    while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
    const relative = '../'.repeat(from.length - shared) + to.slice(shared).join('/');
    if (relative !== '') return relative + rest;
    return rest.startsWith('#') ? rest : `./${rest}`;
  };
}

/**
 * Links for the one page that is served at any depth, the 404 page: absolute, below the base path of the site.
 *
 * @param site public address of the survey
 */
export function linkFromAnywhere(site: string): Link {
  const base = new URL(site).pathname.replace(/\/$/, '');
  return (target) => base + target;
}

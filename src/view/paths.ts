import type { Identifier } from '../model/index.ts';

/** Root paths of the site's pages. Every link between pages is made from one of these. */
export const paperPath = (permalink: string) => `/papers/${permalink}/`;
/** `/pages/methods/`: below a folder of their own, where no page of the program and no permalink stands. */
export const ownPagePath = (slug: string) => `/pages/${slug}/`;
export const themePath = (slug: string) => `/themes/${slug}/`;
export const themePapersPath = (slug: string) => `/themes/${slug}/papers/`;
export const authorPath = (slug: string) => `/authors/${slug}/`;
/** The survey as it was in an edition. */
export const editionPath = (edition: string) => `/editions/${edition}/`;
/** What differs between two editions; without the later one, between an edition and now. */
export const comparisonPath = (from: string, to: string | undefined) =>
  `/changes/${from}/${to ?? 'now'}/`;
export const venuePath = (slug: string) => `/papers/venue/${slug}/`;

/** `<` and other characters that some file system or host refuses in a name, and `~`, which begins their codes. */
const UNSAFE = /[^A-Za-z0-9._()-]/gu;
/** Longest name of a folder that every file system takes, in characters. */
const LONGEST_NAME = 200;
/** Longest path of a resolver page, in characters. */
const LONGEST_PATH = 400;

/**
 * Path of the page that leads from an identifier to its paper: `/id/doi/10.1145/3711896.3737079/`. A character that is
 * not safe in a file name is `~` and the two hexadecimal digits of each of its UTF-8 bytes: `~3c` for `<`. Undefined for
 * a value too long for a path.
 */
export function identifierPath({ scheme, value }: Identifier): string | undefined {
  const names = value.split('/').map(safeName);
  const path = `/id/${scheme}/${names.join('/')}/`;
  const fits = names.every((name) => name.length <= LONGEST_NAME) && path.length <= LONGEST_PATH;
  return fits ? path : undefined;
}

function safeName(text: string): string {
  if (text === '') return '~';
  const name = text
    .replace(UNSAFE, (c) =>
      Array.from(new TextEncoder().encode(c), (b) => `~${b.toString(16).padStart(2, '0')}`).join(
        '',
      ),
    )
    // Some systems drop a dot at the end, and `.` and `..` are other folders.
    .replace(/\.$/, '~2e');
  return name.toLowerCase() === 'index.html' ? `~69${name.slice(1)}` : name;
}

/** `/sources/lists/a%20b.txt/` for the seed called `lists/a b.txt`. */
export const sourcePath = (name: string) =>
  `/sources/${name.split('/').map(encodeURIComponent).join('/')}/`;

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

import { privateStretches, withoutStretches } from '../text/index.ts';

/** What stands in a name where something private stood: a word that every file system takes. */
const MARK = 'withheld';
/** `.bib`: no part of an address. */
const EXTENSION = /\.[A-Za-z][A-Za-z\d]{0,7}$/u;

/**
 * What the files of a survey are called in public, by their paths: a mail address or local path in a name is withheld, as
 * in a text. Names that would be the same are numbered in order of path.
 *
 * @param paths relative to their folder, with `/`
 */
export function publicNames(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(paths.filter((path) => publicPath(path) === path));
  for (const path of paths.toSorted()) {
    const wanted = publicPath(path);
    let name = wanted;
    for (let n = 2; name !== path && taken.has(name); n += 1)
      name = wanted.replace(/(?=(?:\.[A-Za-z\d]+)*$)/u, `-${n}`);
    taken.add(name);
    names.set(path, name);
  }
  return names;
}

const publicPath = (path: string) => path.split('/').map(publicPart).join('/');

function publicPart(part: string): string {
  const [extension = ''] = EXTENSION.exec(part) ?? [];
  const stem = part.slice(0, part.length - extension.length);
  const name = isPrivate(stem) ? withheld(stem) + extension : withheld(part);
  // What stands around an address may make another one with the mark.
  return isPrivate(name) ? MARK + extension : name;
}

const isPrivate = (text: string) => privateStretches(text).length > 0;

const withheld = (text: string) => withoutStretches(text, privateStretches(text), MARK);

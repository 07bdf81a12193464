import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Seed, UnreadFile } from '../model/index.ts';
import { ContentError } from './content-error.ts';
import { publicNames } from './public-names.ts';
import { conflictProblem, unfitProblem } from './unfit.ts';

/** What stands in a folder, hidden files left out: plain files and the rest, by path with `/`, in code-unit order. */
interface Listing {
  files: string[];
  others: UnreadFile[];
  folders: string[];
}

/**
 * Everything below a folder whose name, and whose folders' names, do not begin with a dot. Links are not followed.
 *
 * @param name what messages call the folder: `content/themes`
 * @throws ContentError when it is no folder, or may not be read
 */
export async function listFiles(folder: string, name: string): Promise<Listing> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw problemWith(name, error, 'a folder');
    },
  );
  const listing: Listing = { files: [], others: [], folders: [] };
  for (const entry of entries) {
    const parts = relative(folder, join(entry.parentPath, entry.name)).split(sep);
    if (parts.some((part) => part.startsWith('.'))) continue;
    const path = parts.join('/');
    if (entry.isDirectory()) listing.folders.push(path);
    else if (entry.isFile()) listing.files.push(path);
    else listing.others.push({ path, is: kindOf(entry) });
  }
  listing.files.sort();
  return listing;
}

function kindOf(entry: Dirent): string {
  if (entry.isSymbolicLink()) return 'a link to another place';
  if (entry.isFIFO()) return 'a pipe';
  if (entry.isSocket()) return 'a socket';
  return 'a device';
}

/**
 * The text of a file of `content/`; undefined when it is not there.
 *
 * @param name what messages call it: `content/site.yaml`
 * @throws ContentError when it is no file, may not be read, is no UTF-8, or has marks of an unresolved merge
 */
export async function contentText(file: string, name: string): Promise<string | undefined> {
  const missing = (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw problemWith(name, error, 'a file');
  };
  const found = await stat(file).catch(missing);
  // Who reads a pipe waits for somebody to write.
  if (found !== undefined && !found.isFile() && !found.isDirectory()) {
    throw new ContentError([{ file: name, text: 'it is no plain file; one was expected' }]);
  }
  const bytes = found && (await readFile(file).catch(missing));
  if (bytes === undefined) return undefined;
  const text = decoded(bytes);
  if (text === undefined) {
    throw new ContentError([
      {
        file: name,
        text: 'the file is no UTF-8',
        hint: 'Save it as UTF-8 without changing its text.',
      },
    ]);
  }
  const wrong = unfitProblem(text) ?? conflictProblem(text);
  if (wrong !== undefined) {
    const { at, problem } = wrong;
    throw new ContentError([
      { file: name, line: text.slice(0, at).split('\n').length, ...problem },
    ]);
  }
  return text;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What stands in the seeds folder: the files by the paths they are published under, and the rest under theirs. */
export async function seedFiles(
  folder: string,
): Promise<{ files: ReadonlyMap<string, string>; others: UnreadFile[] }> {
  const { files, others } = await listFiles(folder, 'seeds');
  const names = publicNames([...files, ...others.map(({ path }) => path)]);
  const nameOf = (path: string) => names.get(path) ?? path;
  return {
    files: new Map(files.map((file) => [nameOf(file), file])),
    others: others.map(({ path, is }) => ({ path: nameOf(path), is })),
  };
}

/** The seeds, and what in their folder is none: links, pipes, sockets, and files that may not be read. */
export async function readSeeds(folder: string): Promise<{ seeds: Seed[]; unread: UnreadFile[] }> {
  const { files, others } = await seedFiles(folder);
  const seeds: Seed[] = [];
  const unread = [...others];
  for (const [path, file] of files) {
    try {
      const bytes = await readFile(join(folder, file));
      seeds.push({ path, bytes, ...(path === file ? {} : { hasPrivateName: true }) });
    } catch {
      unread.push({ path, is: 'a file that may not be read' });
    }
  }
  return { seeds, unread };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read by this user',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it, or a folder of its path, is a file',
  ELOOP: 'it is a link that leads back to itself',
};

function problemWith(file: string, error: NodeJS.ErrnoException, expected: string): Error {
  const reason = REASONS[error.code ?? ''];
  if (reason === undefined) return error;
  return new ContentError([{ file, text: `${reason}; ${expected} was expected` }]);
}

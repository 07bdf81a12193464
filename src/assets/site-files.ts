import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A finished site, whose files are read when they are needed: together they may be larger than the memory. */
export interface SiteFiles {
  /** With forward slashes: `papers/index.html`. */
  paths: readonly string[];
  read(path: string): Promise<Uint8Array>;
}

/** The files of a folder. */
export async function siteFiles(root: string): Promise<SiteFiles> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return {
    paths: entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
    read: (path) => readFile(join(root, path)),
  };
}

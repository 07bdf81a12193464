import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbandoned } from './run-id.ts';

/** A folder that a run left behind. */
export interface Leftover {
  path: string;
  /** Time of its last change, in milliseconds. */
  modified: number;
}

/** What ended runs left in a folder under names that begin so, latest first. Nothing when there is no such folder. */
export async function leftovers(folder: string, beginning: string): Promise<Leftover[]> {
  const names = await readdir(folder).catch(() => []);
  const found: Leftover[] = [];
  for (const name of names.filter((each) => each.startsWith(beginning))) {
    const path = join(folder, name);
    const modified = (await stat(path).catch(() => null))?.mtimeMs;
    if (modified !== undefined && isAbandoned(name, modified)) found.push({ path, modified });
  }
  return found.sort((a, b) => b.modified - a.modified);
}

/** Deletes folders; one that another run deletes at the same time, or that cannot be deleted, is no failure. */
export async function sweep(found: readonly { path: string }[]): Promise<void> {
  for (const { path } of found) await rm(path, { recursive: true, force: true }).catch(() => {});
}

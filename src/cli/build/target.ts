import { createHash } from 'node:crypto';
import { access, constants, lstat, mkdir, realpath, rename, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { SurveyFolders } from '../../loaders/index.ts';
import { Refusal, systemCode, systemSentence } from '../refusal.ts';
import { makeFolder } from './make-folder.ts';
import { runId } from './run-id.ts';
import { leftovers, sweep } from './sweep.ts';

/** The folder a site goes to. It is never written into: the finished site takes its place as a whole. */
export interface Target {
  /** Without links on the way. */
  folder: string;
  /** A path beside it that is this run's own: `/srv/.florilegium-9f2c01d4.new-17-4f2a91-8c03d2e1`. */
  beside(role: 'new' | 'old'): string;
}

/**
 * Makes sure, before anything is built, that a site can take the place of a folder, and mends what a killed run left: a
 * former site it had put aside comes back, folders of its own are deleted.
 *
 * @throws Refusal when the folder cannot be exchanged
 */
export async function openTarget({ out, root, seeds, content }: SurveyFolders): Promise<Target> {
  if ([root, seeds, content].some((kept) => isWithin(kept, out))) {
    throw new Refusal(
      `The site would take the place of ${out}, which holds what it is made from; name another folder in FLORILEGIUM_OUT.`,
    );
  }
  if ([seeds, content].some((kept) => isWithin(out, kept))) {
    throw new Refusal(
      `The site would stand in ${out}, among what it is made from; name another folder in FLORILEGIUM_OUT.`,
    );
  }
  const folder = await realFolder(out);
  const parent = dirname(folder);
  // The folder's own name may be as long as a name can be.
  const prefix = `.florilegium-${shortDigest(basename(folder))}.`;
  const target: Target = {
    folder,
    beside: (role) => join(parent, `${prefix}${role}-${runId}`),
  };
  await bringBack(folder, parent, prefix);
  await sweep(await leftovers(parent, `${prefix}new-`));
  await sweep(await leftovers(parent, `${prefix}old-`));
  await proveExchangeable(target);
  return target;
}

/** The folder links lead to; where there is none, the place where it will be, in a folder that is there. */
async function realFolder(out: string): Promise<string> {
  const there = await lstat(out).catch(() => null);
  if (there === null) {
    await makeFolder(dirname(out)).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error;
      throw new Refusal(`${dirname(out)} is a file; a folder that holds the site was expected.`);
    });
    return join(await realpath(dirname(out)), basename(out));
  }
  const found = await stat(out).catch(() => null);
  if (found === null) {
    throw new Refusal(`${out} is a link that leads nowhere; a folder for the site was expected.`);
  }
  if (!found.isDirectory()) {
    throw new Refusal(`${out} is a file; a folder for the site was expected. Move it away.`);
  }
  return realpath(out);
}

/** A run killed while it exchanged the folders left no site where one was: puts the former one back. */
async function bringBack(folder: string, parent: string, prefix: string): Promise<void> {
  const [former] = await leftovers(parent, `${prefix}old-`);
  if (former === undefined || (await lstat(folder).catch(() => null)) !== null) return;
  await rename(former.path, folder);
}

async function proveExchangeable(target: Target): Promise<void> {
  const parent = dirname(target.folder);
  const [there, around] = await Promise.all([stat(target.folder).catch(() => null), stat(parent)]);
  if (there !== null) {
    if (there.dev !== around.dev) throw mountPoint(target.folder);
    await access(target.folder, constants.W_OK);
  }
  try {
    await mkdir(target.beside('new'));
    await rmdir(target.beside('new'));
  } catch (error) {
    const words = systemSentence(error, parent);
    throw words === undefined ? error : new Refusal(words);
  }
}

/** What a folder that the system holds fast is answered with. */
export function mountPoint(folder: string): Refusal {
  return new Refusal(
    `${folder} is a mount point, which cannot be exchanged as a whole; name a folder inside of it in FLORILEGIUM_OUT.`,
  );
}

/** Whether a path is a folder, or in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || way.includes(':'));
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

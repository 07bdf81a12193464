import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import process from 'node:process';
import { Refusal, systemCode, systemSentence } from '../refusal.ts';
import { sweep } from './sweep.ts';
import { mountPoint, type Target } from './target.ts';

/** Times the exchange is tried while other builds publish to the same folder. */
const MOST_TRIES = 20;

/**
 * Puts a finished site in the place of a folder, and deletes what stood there.
 *
 * Where the system can exchange two folders in one step (Linux, by `mv --exchange` of coreutils 9.5 or by Perl), readers
 * see the former site or this one and nothing else. Elsewhere the former one is renamed and then this one; for the microseconds between
 * there is none, and the next build puts the former one back should the process be killed right then.
 *
 * @throws when it cannot be done; the former site is where it was
 */
export async function publish(site: string, target: Target): Promise<void> {
  const staged = target.beside('new');
  const former = target.beside('old');
  try {
    await moved(site, staged);
    exchange(staged, former, target.folder);
  } catch (error) {
    const words = systemSentence(error, target.folder);
    throw words === undefined
      ? error
      : new Refusal(`${words} What stood there before is as it was.`, { cause: error });
  } finally {
    // After an exchange in one step the former site has the name of this one.
    await sweep([{ path: staged }]);
    // Should it be the only one there is, the next build puts it back.
    if (existsSync(target.folder)) await sweep([{ path: former }]);
  }
}

/** Renames a folder; copies it where the new place is on another disk. */
async function moved(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

function exchange(staged: string, former: string, folder: string): void {
  for (let tries = 1; !takesFreePlace(staged, folder); tries += 1) {
    if (tries > MOST_TRIES)
      throw new Refusal(`Other builds keep publishing to ${folder}; try again.`);
    if (exchangedInOneStep(staged, folder)) return;
    // On a second try this is what another build published meanwhile.
    rmSync(former, { recursive: true, force: true });
    renameSync(folder, former);
    try {
      if (takesFreePlace(staged, folder)) return;
    } catch (error) {
      renameSync(former, folder);
      throw error;
    }
  }
}

/** Renames a folder to a place where nothing or an empty folder is; false when something else is there. */
function takesFreePlace(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EBUSY') throw mountPoint(to);
    // Windows calls it EPERM.
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') return false;
    throw error;
  }
}

/** The number of Linux's system call renameat2 by architecture, for machines whose `mv` cannot exchange yet. */
const RENAMEAT2: Readonly<Record<string, number>> = { x64: 316, arm64: 276 };

/** Calls renameat2 with two paths, taken from the current folder (-100), to be exchanged (2). */
const PERL = 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)';

function exchangedInOneStep(staged: string, folder: string): boolean {
  const succeeds = (program: string, ...args: string[]) =>
    spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  if (succeeds('mv', '--exchange', '--no-target-directory', staged, folder)) return true;
  const call = RENAMEAT2[process.arch];
  if (process.platform !== 'linux' || call === undefined) return false;
  return succeeds('perl', '-e', PERL, String(call), staged, folder);
}

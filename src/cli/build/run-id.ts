import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import process from 'node:process';

/** `17-4f2a91-8c03d2e1`: process, machine and a number of chance, as names of the folders of a run end. */
const RUN_ID = /(\d+)-([0-9a-f]{6})-([0-9a-f]{8})$/;

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
const own = `${process.pid}-${machine}-${randomBytes(4).toString('hex')}`;

/** A run that may stand on another machine, whose processes cannot be seen, is given up after a day. */
const LONGEST_RUN = 24 * 60 * 60 * 1000;

/** What the folders of this process are called by, so that those of another run never are the same. */
export const runId = own;

/**
 * Whether the run that made a folder has ended, by its name, so that nobody needs the folder any more.
 *
 * @param modified time of the folder's last change, in milliseconds
 */
export function isAbandoned(name: string, modified: number): boolean {
  const [id, owner, place] = RUN_ID.exec(name) ?? [];
  if (id === undefined || id === own) return false;
  if (Date.now() - modified > LONGEST_RUN) return true;
  if (place !== machine) return false;
  // A number the system gave to this process again was another's before.
  return Number(owner) === process.pid || !isRunning(Number(owner));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's may not be asked, but it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

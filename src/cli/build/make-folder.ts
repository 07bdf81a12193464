import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../refusal.ts';

/**
 * Makes a folder and those around it that are not there. Node's own way never ends where the system denies a folder that it
 * also says is not there (`/proc`), and calls a read-only disk a missing folder.
 *
 * @throws the error of the system
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await mkdir(path);
    } else if (!(await stat(path).catch(() => null))?.isDirectory()) throw error;
  }
}

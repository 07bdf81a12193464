import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { surveyFolders } from './folders.ts';

const known = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes of one seed, as they lie on disk, read once for a process.
 *
 * @param path path of a seed of the survey, below the seeds folder
 */
export function getSeedBytes(path: string): Promise<Uint8Array> {
  const bytes = known.get(path) ?? readFile(join(surveyFolders().seeds, path));
  known.set(path, bytes);
  return bytes;
}

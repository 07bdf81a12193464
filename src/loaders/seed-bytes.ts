import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutWithheld } from '../readers/index.ts';
import { surveyFolders } from './folders.ts';
import { getSurvey } from './survey.ts';

const known = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes of one seed as they are published, read once for a process: as they lie on disk, but for what is withheld,
 * in the place of which asterisks stand.
 *
 * @param path path of a seed of the survey, below the seeds folder
 */
export function getSeedBytes(path: string): Promise<Uint8Array> {
  const bytes = known.get(path) ?? readPublished(path);
  known.set(path, bytes);
  return bytes;
}

async function readPublished(path: string): Promise<Uint8Array> {
  const [bytes, { seeds }] = await Promise.all([
    readFile(join(surveyFolders().seeds, path)),
    getSurvey(),
  ]);
  return withoutWithheld(bytes, seeds.find((seed) => seed.path === path)?.account.parts ?? []);
}

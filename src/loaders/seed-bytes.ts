import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutWithheld } from '../readers/index.ts';
import { seedFiles } from './files.ts';
import { surveyFolders } from './folders.ts';
import { getSurvey } from './survey.ts';

const known = new Map<string, Promise<Uint8Array>>();
let files: ReturnType<typeof seedFiles> | undefined;

/**
 * The bytes of one seed as they are published, read once for a process: as they lie on disk, but for what is withheld,
 * in the place of which asterisks stand.
 *
 * @param path path of a seed of the survey, as it is published
 */
export function getSeedBytes(path: string): Promise<Uint8Array> {
  const bytes = known.get(path) ?? readPublished(path);
  known.set(path, bytes);
  return bytes;
}

async function readPublished(path: string): Promise<Uint8Array> {
  const folder = surveyFolders().seeds;
  files ??= seedFiles(folder);
  const file = (await files).files.get(path) ?? path;
  const [bytes, { seeds }] = await Promise.all([readFile(join(folder, file)), getSurvey()]);
  return withoutWithheld(bytes, seeds.find((seed) => seed.path === path)?.account.parts ?? []);
}

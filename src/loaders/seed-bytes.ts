import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Part } from '../model/index.ts';
import { surveyFolders } from './folders.ts';
import { getSurvey } from './survey.ts';

const WITHHELD = '*'.charCodeAt(0);
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const known = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes of one seed as they are published, read once for a process: as they lie on disk, but private text (local
 * paths, addresses of subscribers) is overwritten with asterisks, so that every span stays where it is.
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
  const parts = seeds.find((seed) => seed.path === path)?.account.parts ?? [];
  return withholdPrivate(bytes, parts);
}

/** A copy of the bytes in which those of private parts, line ends excepted, are asterisks. */
export function withholdPrivate(bytes: Uint8Array, parts: readonly Part[]): Uint8Array {
  const published = bytes.slice();
  for (const { field, notation, span } of parts) {
    if (field !== 'private' || notation) continue;
    for (let at = span.start; at < span.end; at += 1) {
      if (published[at] !== LINE_FEED && published[at] !== CARRIAGE_RETURN)
        published[at] = WITHHELD;
    }
  }
  return published;
}

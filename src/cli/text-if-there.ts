import { readFile } from 'node:fs/promises';
import { systemCode } from './refusal.ts';

/** The text of a file; empty when it is not there. */
export async function textIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  });
}

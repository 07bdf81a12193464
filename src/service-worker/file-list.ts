/** Digest of each file by its path below the site's first page: `papers/index.html`. */
export type FileList = ReadonlyMap<string, string>;

/** The list's file, beside the worker. */
export const LIST = 'sw-files.txt';

/** Characters of a digest: 80 bits, to tell files apart and to notice a half-published edition. */
const LENGTH = 20;

/** SHA-256 of a file, shortened, in hexadecimal. */
export async function digest(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, LENGTH);
}

/** One line for each file: its digest, a blank, its path. */
export function writeList(files: FileList): string {
  return [...files].map(([path, hash]) => `${hash} ${path}\n`).join('');
}

/** The files of a list that `writeList` has written. */
export function readList(text: string): FileList {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(LENGTH + 1), line.slice(0, LENGTH)]));
}

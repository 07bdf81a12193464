import { printable } from '../text/index.ts';

/** Something a person can put right, said in a sentence. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/**
 * Errors that say what to put right. By name: a build loads the module of the second twice, and what is needed when a
 * command fails should not load the whole program.
 */
const SAID: ReadonlySet<string> = new Set(['Refusal', 'ContentError']);

/** What the system means by its codes, in words. `%` stands for the path. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: '% may not be read or written by this user.',
  EBUSY: '% is in use by another program.',
  EDQUOT: 'The disk quota of this user is used up, so % cannot be written.',
  EEXIST: '% is there already.',
  EINVAL: '% has a name this file system does not take.',
  EISDIR: '% is a folder where a file was expected.',
  ELOOP: '% is a link that leads back to itself.',
  EMFILE: 'Too many files are open at once, so % cannot be opened.',
  ENAMETOOLONG: 'The name of % is longer than this file system takes.',
  ENOENT: '% is not there any more, or never was.',
  ENOSPC: 'The disk is full, so % cannot be written.',
  ENOTDIR: 'A part of the path % is a file where a folder was expected.',
  ENOTEMPTY: '% is a folder that is not empty.',
  EPERM: 'The system does not allow this user to change %.',
  EROFS: '% is on a disk that is read-only.',
};

/** `ENOENT` for an error the system gave, else undefined. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What a person is told of a failure they can do something about; undefined for one of the program's own. */
export function refusalInWords(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (SAID.has(error.name)) return printable(error.message);
  const path = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  return systemSentence(error, typeof path === 'string' ? path : 'a file');
}

/** What the system's error means for a path, in a sentence; undefined for another kind of error. */
export function systemSentence(error: unknown, path: string): string | undefined {
  const sentence = SYSTEM_ERRORS[systemCode(error) ?? ''];
  return sentence && printable(sentence.replace('%', () => path));
}

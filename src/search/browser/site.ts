import { searchWords } from '../../words/index.ts';
import { isOnDisk, root } from './address.ts';
import { type Engine, openEngine } from './engine.ts';
import { hostedFiles, packedFiles } from './files.ts';

let opened: Promise<Engine> | undefined;

/**
 * The search of this site, loaded once for a page; after a failure the next call tries again.
 *
 * @throws when the index cannot be loaded
 */
export function engine(): Promise<Engine> {
  opened ??= openEngine(isOnDisk ? packedFiles(root) : hostedFiles(root)).catch(
    (error: unknown) => {
      opened = undefined;
      throw error;
    },
  );
  return opened;
}

/** Why the search cannot work here and what to do, for readers. */
export function failureInWords(): string {
  return isOnDisk ? searchWords.noIndex : searchWords.notLoaded;
}

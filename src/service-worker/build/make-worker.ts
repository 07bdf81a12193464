import { resolve } from 'node:path';
import { build } from 'esbuild';
import { forBrowsers, type SiteFiles } from '../../assets/index.ts';
import { packageFolder } from '../../loaders/index.ts';
import { keptFiles, mayBeKept } from './kept-files.ts';
import { digest, LIST, writeList } from '../file-list.ts';

/** Name of the worker, which rules over all that stands beside and below it. */
const WORKER = 'sw.js';

/** A worker, what it keeps, and its own files. */
export interface MadeWorker {
  /** The worker's own files by path. */
  files: Map<string, string>;
  /** Paths of the files it keeps ahead of visits. */
  kept: string[];
  /** Bytes of these files. */
  bytes: number;
}

/**
 * The worker of a finished site, and the list of the files it keeps. The same site gives the same bytes.
 *
 * @param limit most bytes kept ahead of visits
 */
export async function makeWorker(site: SiteFiles, limit?: number): Promise<MadeWorker> {
  const sizes = new Map<string, number>();
  const digests = new Map<string, string>();
  for (const path of site.paths.filter(mayBeKept)) {
    const bytes = new Uint8Array(await site.read(path));
    sizes.set(path, bytes.length);
    digests.set(path, await digest(bytes));
  }
  const kept = keptFiles(sizes, limit);
  const text = writeList(new Map(kept.map((path) => [path, digests.get(path) ?? ''])));
  const edition = await digest(new TextEncoder().encode(text));
  const script = await bundled('worker.entry.ts', { EDITION: JSON.stringify(edition) });
  return {
    kept,
    bytes: kept.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0),
    files: new Map([
      [LIST, text],
      [WORKER, script],
    ]),
  };
}

/** A worker that takes itself and all that was kept away from browsers, for a site without one. */
export async function makeRetiredWorker(): Promise<MadeWorker> {
  return { kept: [], bytes: 0, files: new Map([[WORKER, await bundled('retired.entry.ts', {})]]) };
}

async function bundled(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    ...forBrowsers,
    entryPoints: [resolve(packageFolder, 'src/service-worker/worker', entry)],
    define,
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}

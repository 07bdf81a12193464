import { resolve } from 'node:path';
import { build } from 'esbuild';
import { keptFiles } from './kept-files.ts';
import { digest, LIST, writeList } from './worker/file-list.ts';

/** Name of the worker, which rules over all that stands beside and below it. */
const WORKER = 'sw.js';

/** A worker and what it keeps. */
export interface MadeWorker {
  /** The worker's own files by path. */
  files: Map<string, string>;
  /** Paths of the files it keeps ahead of visits. */
  kept: string[];
}

/**
 * The worker of a finished site, and the list of the files it keeps. The same site gives the same bytes.
 *
 * @param site files by path with forward slashes
 * @param limit most bytes kept ahead of visits
 */
export async function makeWorker(
  site: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  limit?: number,
): Promise<MadeWorker> {
  const sizes = new Map([...site].map(([path, { length }]) => [path, length]));
  const kept = keptFiles(sizes, limit);
  const list = new Map<string, string>();
  for (const path of kept) list.set(path, await digest(site.get(path) ?? new Uint8Array()));
  const text = writeList(list);
  const edition = await digest(new TextEncoder().encode(text));
  const script = await bundled('worker.ts', { EDITION: JSON.stringify(edition) });
  return {
    kept,
    files: new Map([
      [LIST, text],
      [WORKER, script],
    ]),
  };
}

/** A worker that takes itself and all that was kept away from browsers, for a site without one. */
export async function makeRetiredWorker(): Promise<MadeWorker> {
  return { kept: [], files: new Map([[WORKER, await bundled('retired.ts', {})]]) };
}

async function bundled(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, 'worker', entry)],
    define,
    bundle: true,
    format: 'iife',
    minify: true,
    legalComments: 'none',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    write: false,
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}

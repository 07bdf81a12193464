import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../../loaders/index.ts';
import { readFiles } from '../site-files.ts';
import { makeRetiredWorker, makeWorker } from './make-worker.ts';

/** Writes the service worker of the finished site; it must come after everything else that writes to the site. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'florilegium:service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { site } = await getSurvey();
        const read = site.service_worker ? await readFiles(root) : new Map<string, never>();
        const { files, kept } = await (site.service_worker
          ? makeWorker(read)
          : makeRetiredWorker());
        for (const [path, text] of files) await writeFile(join(root, path), text);
        const bytes = kept.reduce((sum, path) => sum + (read.get(path)?.length ?? 0), 0);
        logger.info(
          site.service_worker
            ? `${kept.length} of ${read.size} files are kept for offline reading, ${(bytes / 1e6).toFixed(1)} MB`
            : 'switched off: browsers that have one lose it',
        );
      },
    },
  };
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../loaders/index.ts';
import { siteFiles } from '../assets/index.ts';
import { makeRetiredWorker, makeWorker } from './make-worker.ts';

/** Writes the service worker of the finished site; it must come after everything else that writes to the site. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'florilegium:service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { site } = await getSurvey();
        const { files, kept, bytes } = await (site.service_worker
          ? makeWorker(await siteFiles(root))
          : makeRetiredWorker());
        for (const [path, text] of files) await writeFile(join(root, path), text);
        logger.info(
          site.service_worker
            ? `${kept.length} files are kept for offline reading, ${(bytes / 1e6).toFixed(1)} MB`
            : 'switched off: browsers that have one lose it',
        );
      },
    },
  };
}

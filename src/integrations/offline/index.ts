import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../../loaders/index.ts';
import { readFiles } from '../site-files.ts';
import { makeBundle, sizeInWords } from './bundle.ts';

/** Where the bundle stands in the site. */
const ZIP = 'download/florilegium.zip';

/** Packs the finished site into `download/florilegium.zip` and prints its size on the pages that offer it. */
export function offlineBundle(): AstroIntegration {
  return {
    name: 'florilegium:offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const root = fileURLToPath(dir);
        const { site } = await getSurvey();
        const { zip, bytes, sized } = await makeBundle(await readFiles(root), site);
        await mkdir(dirname(join(root, ZIP)), { recursive: true });
        await writeFile(join(root, ZIP), zip);
        for (const [path, html] of sized) await writeFile(join(root, path), html);
        logger.info(
          `${ZIP}: ${sizeInWords(zip.length)} from ${sizeInWords(bytes)} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
        );
      },
    },
  };
}

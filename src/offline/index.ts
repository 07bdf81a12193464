import { appendFileSync, closeSync, openSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../loaders/index.ts';
import { siteFiles } from '../assets/index.ts';
import { makeBundle, sizedPage, sizeInWords } from './bundle.ts';

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
        const files = await siteFiles(root);
        const zip = join(root, ZIP);
        await mkdir(dirname(zip), { recursive: true });
        const file = openSync(zip, 'w');
        const bundle = await makeBundle(files, site, (bytes) => {
          appendFileSync(file, bytes);
        }).finally(() => closeSync(file));
        for (const [path, places] of bundle.sizes) {
          const html = await readFile(join(root, path), 'utf8');
          await writeFile(join(root, path), sizedPage(html, places, bundle.length));
        }
        logger.info(
          `${ZIP}: ${sizeInWords(bundle.length)} from ${sizeInWords(bundle.bytes)} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
        );
      },
    },
  };
}

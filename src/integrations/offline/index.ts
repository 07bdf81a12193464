import { appendFileSync, closeSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../../loaders/index.ts';
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
        const paths = await listFiles(root);
        const read = (path: string) => readFile(join(root, path));
        const zip = join(root, ZIP);
        await mkdir(dirname(zip), { recursive: true });
        const file = openSync(zip, 'w');
        const bundle = await makeBundle({ paths, read }, site, (bytes) => {
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

/** Paths of every file of a folder, with forward slashes. */
async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

import { appendFileSync, closeSync, openSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { siteFiles } from '../assets/index.ts';
import { makeBundle, sizedPage } from '../offline/index.ts';
import { wordsFor } from '../words/index.ts';
import { onFinishedSite } from './finished-site.ts';

/** Where the bundle stands in the site. */
const ZIP = 'download/florilegium.zip';

/** Packs the finished site into `download/florilegium.zip` and prints its size on the pages that offer it. */
export function offlineBundle(): AstroIntegration {
  return onFinishedSite('offline', 'Offline copy', async (root, { site }) => {
    const files = await siteFiles(root);
    const zip = join(root, ZIP);
    await mkdir(dirname(zip), { recursive: true });
    const file = openSync(zip, 'w');
    const bundle = await makeBundle(files, site, (bytes) => appendFileSync(file, bytes)).finally(
      () => closeSync(file),
    );
    for (const [path, places] of bundle.sizes) {
      const html = await readFile(join(root, path), 'utf8');
      await writeFile(join(root, path), sizedPage(html, places, bundle.length, site));
    }
    const { bytes } = wordsFor('en');
    return `${ZIP}: ${bytes(bundle.length)} from ${bytes(bundle.bytes)}`;
  });
}

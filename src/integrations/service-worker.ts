import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { siteFiles } from '../assets/index.ts';
import { makeRetiredWorker, makeWorker } from '../service-worker/index.ts';
import { onFinishedSite } from './finished-site.ts';

/** Writes the service worker of the finished site; it must come after everything else that writes to the site. */
export function serviceWorker(): AstroIntegration {
  return onFinishedSite('service-worker', 'Service worker', async (root, { site }) => {
    const { files, kept, bytes } = await (site.service_worker
      ? makeWorker(await siteFiles(root))
      : makeRetiredWorker());
    for (const [path, text] of files) await writeFile(join(root, path), text);
    return site.service_worker
      ? `${kept.length} files are kept for offline reading, ${(bytes / 1e6).toFixed(1)} MB`
      : 'switched off: browsers that have one lose it';
  });
}

import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { packageFolder } from '../loaders/index.ts';

/**
 * Adds the icons of this program to a site whose public folder is the project's own; a file that is there stays. A project
 * without such a folder serves them itself.
 */
export function publicFiles(folder: string): AstroIntegration {
  const own = join(packageFolder, 'public');
  return {
    name: 'florilegium:public-files',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        if (!existsSync(folder)) updateConfig({ publicDir: pathToFileURL(`${own}/`) });
      },
      'astro:build:done': async ({ dir }) => {
        if (resolve(folder) === own) return;
        await cp(own, fileURLToPath(dir), { recursive: true, force: false });
      },
    },
  };
}

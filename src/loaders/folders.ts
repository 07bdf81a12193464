import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Absolute paths of what a survey is made from and where it goes. */
export interface SurveyFolders {
  /** The folder that holds the others, unless they are elsewhere: a checkout, or a folder of the user's. */
  root: string;
  seeds: string;
  content: string;
  out: string;
}

/**
 * The folder of this program, with `src/` and `public/` in it: the checkout, or the package below `node_modules/`.
 *
 * Sources lie two folders below it, and so do the files that are made of them for Node. Pages are bundled elsewhere and
 * are told by the integration.
 */
export const packageFolder: string =
  import.meta.env?.FLORILEGIUM_PACKAGE ?? resolve(import.meta.dirname, '../..');

/** Version of this program. */
export const programVersion = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))).version;

/** Whether this program runs as a package, which leaves behind what makes packages. */
export const isPackage: boolean = !existsSync(join(packageFolder, 'packing'));

/**
 * Folders of the survey to build: `seeds/`, `content/` and `dist/` under the root, unless
 * FLORILEGIUM_SEEDS, FLORILEGIUM_CONTENT or FLORILEGIUM_OUT name others (absolute, or relative to the root).
 *
 * @param root the folder Astro builds in, of which pages are told; on the command line the folder it is used in
 */
export function surveyFolders(
  root: string = import.meta.env?.FLORILEGIUM_ROOT ?? process.cwd(),
): SurveyFolders {
  const folder = (variable: string, usual: string) =>
    resolve(root, process.env[variable]?.trim() || usual);
  return {
    root,
    seeds: folder('FLORILEGIUM_SEEDS', 'seeds'),
    content: folder('FLORILEGIUM_CONTENT', 'content'),
    out: folder('FLORILEGIUM_OUT', 'dist'),
  };
}

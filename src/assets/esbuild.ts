import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { isPackage, packageFolder } from '../loaders/index.ts';

/** Packages that were made part of this one, with the file each is in: see `packing/prepack.ts`. */
export const includedPackages: Readonly<Record<string, string>> = isPackage
  ? { 'rehype-katex': join(packageFolder, 'lib/node/rehype-katex.js') }
  : {};

/** How every script and style sheet of the site is bundled, and the oldest browsers that they run in. */
export const forBrowsers = {
  bundle: true,
  format: 'iife',
  minify: true,
  legalComments: 'none',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  write: false,
  alias: includedPackages,
  // Below node_modules/ no other configuration is read; scripts are to be the same there.
  tsconfigRaw: { compilerOptions: { strict: true } },
} as const satisfies BuildOptions;

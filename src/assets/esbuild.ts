import type { BuildOptions } from 'esbuild';

/** How every script and style sheet of the site is bundled, and the oldest browsers that they run in. */
export const forBrowsers = {
  bundle: true,
  format: 'iife',
  minify: true,
  legalComments: 'none',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  write: false,
} as const satisfies BuildOptions;

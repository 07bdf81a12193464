/**
 * Makes `lib/` for the package: the command line, the integration and what others import as JavaScript, for Node strips
 * no types below `node_modules/`, and the types of all of it. Pages go out as they are; Astro compiles them.
 */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');
const lib = join(root, 'lib');

/**
 * It would bring a KaTeX of its own, whose formulas are not those of our styles, and only the package at the top of a
 * project can say what a dependency depends on.
 */
const INCLUDED = 'rehype-katex';

const common = {
  absWorkingDir: root,
  // Two folders below the package, as the sources are: that is how they find it.
  outdir: join(lib, 'node'),
  bundle: true,
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Packages stay outside, but for the one that is made part of this one. */
const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      return { path: path === INCLUDED ? `./${INCLUDED}.js` : path, external: true };
    });
  },
};

await rm(lib, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: {
    index: 'src/index.ts',
    astro: 'src/integrations/index.ts',
    cli: 'src/cli/main.ts',
  },
  splitting: true,
  platform: 'node',
  plugins: [packagesOutside],
});
// Pages and scripts of the site share it, so it is made for neither Node nor browsers.
await build({
  ...common,
  entryPoints: [INCLUDED],
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['katex'],
});
const types = spawnSync('tsc', ['-p', join(import.meta.dirname, 'tsconfig.json')], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (types.status !== 0) throw new Error('The types of the package could not be made.');

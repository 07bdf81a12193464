import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { packageFolder } from '../loaders/index.ts';

/** Names under which Astro looks for a configuration. */
const CONFIGURATIONS = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((end) => `astro.config.${end}`);

/**
 * How Astro makes the site of a folder: by the configuration that lies there, which names the integration itself, else
 * with the integration alone. A folder without sources of its own has those of this program.
 */
export async function astroConfig(root: string): Promise<AstroInlineConfig> {
  if (CONFIGURATIONS.some((name) => existsSync(join(root, name)))) return { root };
  // Other commands do not wait for all that makes a site.
  const { default: florilegium } = await import('../integrations/index.ts');
  const hasSources = existsSync(join(root, 'src'));
  return {
    root,
    configFile: false,
    ...(hasSources ? {} : { srcDir: join(packageFolder, 'src') }),
    integrations: [florilegium()],
  };
}

/** Astro, told to ask nobody and to stay in the foreground. */
export async function loadAstro() {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  return import('astro');
}

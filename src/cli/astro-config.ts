import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { packageFolder } from '../loaders/index.ts';
import { Refusal } from './refusal.ts';

/** Names under which Astro looks for a configuration. */
const CONFIGURATIONS = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((end) => `astro.config.${end}`);

/** `/srv/survey #2`: Vite takes what follows such a character for the query or fragment of an address. */
const NO_PATH = /[?#]/;

/**
 * How Astro makes the site of a folder: by the configuration that lies there, which names the integration itself, else
 * with the integration alone. A folder without sources of its own has those of this program.
 *
 * @throws Refusal when the path of the folder has a character that no site can be made under
 */
export async function astroConfig(root: string): Promise<AstroInlineConfig> {
  const [character] = NO_PATH.exec(root) ?? [];
  if (character !== undefined) {
    throw new Refusal(
      `The path ${root} has “${character}” in it, under which Vite finds no files. Rename or move the folder.`,
    );
  }
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

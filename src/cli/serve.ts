import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { surveyFolders } from '../loaders/index.ts';
import { astroConfig, loadAstro } from './astro-config.ts';
import { Refusal } from './refusal.ts';
import { refuseNoSurvey } from './survey-here.ts';

interface Options {
  port?: number;
  host?: string | true;
}

/** Serves the survey while it is written: pages follow every change of its folders. */
export async function dev(options: Options): Promise<void> {
  const { root } = surveyFolders();
  refuseNoSurvey();
  process.chdir(root);
  const astro = await loadAstro();
  // Nothing is kept in the package's folder, and a folder without packages gets none.
  const cacheDir = join(root, '.florilegium', 'dev');
  await astro.dev({
    ...(await astroConfig(root)),
    cacheDir,
    vite: { cacheDir: join(cacheDir, 'vite') },
    server: options,
  });
}

/**
 * Serves the finished site.
 *
 * @throws Refusal when there is none yet
 */
export async function preview(options: Options): Promise<void> {
  const { root, out } = surveyFolders();
  if (!existsSync(out)) {
    throw new Refusal(
      `There is no site to serve yet: ${out} was expected to hold it. Build it first: npx florilegium build`,
    );
  }
  const astro = await loadAstro();
  await astro.preview({ ...(await astroConfig(root)), outDir: out, server: options });
}

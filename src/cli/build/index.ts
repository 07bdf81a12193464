import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { getSurvey, surveyFolders } from '../../loaders/index.ts';
import { messageDigest } from '../../pipeline/index.ts';
import { astroConfig, loadAstro } from '../astro-config.ts';
import { Refusal } from '../refusal.ts';
import { refuseNoSurvey } from '../survey-here.ts';
import { makeFolder } from './make-folder.ts';
import { siteFailure } from './site-failure.ts';
import { publish } from './publish.ts';
import { runId } from './run-id.ts';
import { leftovers, sweep } from './sweep.ts';
import { openTarget } from './target.ts';

/** Work folders of builds, below the checkout: Astro looks for its packages from there. */
const WORK = join('.florilegium', 'builds');

/**
 * Builds the site and puts it in the place of the output folder when it is whole. All a build writes before is in a work
 * folder of its own, so that a failed or killed one changes nothing and two at once do not meet.
 *
 * @throws Refusal when the survey has errors, the output folder cannot be exchanged, or the site cannot be made
 */
export async function build({ stack }: { stack?: true }): Promise<void> {
  const started = performance.now();
  const folders = surveyFolders();
  refuseNoSurvey();
  await refuseErrors();
  const target = await openTarget(folders);
  const builds = join(folders.root, WORK);
  await sweep(await leftovers(builds, 'run-'));
  const work = join(builds, `run-${runId}`);
  try {
    const site = join(work, 'site');
    await makeFolder(site);
    await makeSite(folders.root, site, join(work, 'cache')).catch((error: unknown) => {
      throw stack ? error : siteFailure(error, folders.root);
    });
    await publish(site, target);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`Published to ${target.folder} in ${seconds} s\n`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function refuseErrors(): Promise<void> {
  const { messages } = await getSurvey();
  const errors = messages.filter((message) => message.severity === 'error');
  if (errors.length === 0) return;
  throw new Refusal(
    `${messageDigest(errors).join('\n')}\nThe survey has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}, ${errors.length > 3 ? 'which "npm run -s florilegium -- check" lists one by one' : 'listed above'}. Nothing was published.`,
  );
}

async function makeSite(root: string, outDir: string, cacheDir: string): Promise<void> {
  // Astro takes no part of a site for its own that does not stand below the folder it runs in.
  process.chdir(root);
  const astro = await loadAstro();
  await astro.build({
    ...(await astroConfig(root)),
    outDir,
    cacheDir,
    // The stages of a build are told by `src/integrations/`; Astro's log has a line for every page.
    logLevel: 'warn',
    vite: { cacheDir: join(cacheDir, 'vite') },
  });
}

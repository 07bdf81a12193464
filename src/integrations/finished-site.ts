import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../loaders/index.ts';
import type { Survey } from '../model/index.ts';

/**
 * An integration that adds to a site once its pages are written.
 *
 * @param work on the folder of the site; what it answers is printed
 */
export function onFinishedSite(
  name: string,
  work: (root: string, survey: Survey) => Promise<string>,
): AstroIntegration {
  return {
    name: `florilegium:${name}`,
    hooks: {
      'astro:build:done': async ({ dir, logger }) =>
        logger.info(await work(fileURLToPath(dir), await getSurvey())),
    },
  };
}

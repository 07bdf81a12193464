import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../loaders/index.ts';
import type { Survey } from '../model/index.ts';
import { printStage } from './stage-log.ts';

/**
 * An integration that adds to a site once its pages are written.
 *
 * @param name as addresses are written: `search-index`
 * @param stage what the log of the build calls it: `Search index`
 * @param work on the folder of the site; what it answers is printed
 */
export function onFinishedSite(
  name: string,
  stage: string,
  work: (root: string, survey: Survey) => Promise<string>,
): AstroIntegration {
  return {
    name: `florilegium:${name}`,
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const started = performance.now();
        printStage(stage, await work(fileURLToPath(dir), await getSurvey()), started);
      },
    },
  };
}

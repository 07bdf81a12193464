import { resolve } from 'node:path';

/** Absolute paths of what a survey is made from and where it goes. */
export interface SurveyFolders {
  /** The checkout. */
  root: string;
  seeds: string;
  content: string;
  out: string;
}

/**
 * Folders of the survey to build: `seeds/`, `content/` and `dist/` under the root, unless
 * FLORILEGIUM_SEEDS, FLORILEGIUM_CONTENT or FLORILEGIUM_OUT name others (absolute, or relative to the root).
 *
 * @param root folder of the checkout; npm runs every script there
 */
export function surveyFolders(root = process.cwd()): SurveyFolders {
  const folder = (variable: string, usual: string) =>
    resolve(root, process.env[variable]?.trim() || usual);
  return {
    root,
    seeds: folder('FLORILEGIUM_SEEDS', 'seeds'),
    content: folder('FLORILEGIUM_CONTENT', 'content'),
    out: folder('FLORILEGIUM_OUT', 'dist'),
  };
}

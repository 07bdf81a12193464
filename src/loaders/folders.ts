import { relative, resolve } from 'node:path';

/** Absolute paths of what a survey is made from and where it goes. */
export interface SurveyFolders {
  seeds: string;
  content: string;
  out: string;
}

/**
 * Folders of the survey to build: `seeds/`, `content/` and `dist/` under the root, unless
 * FLORILEGIUM_SEEDS, FLORILEGIUM_CONTENT or FLORILEGIUM_OUT name others (absolute, or relative to the root).
 *
 * @param root folder of the checkout; npm runs every script there
 * @throws when the output goes to a folder beside the checkout whose path begins with the checkout's, as `survey-site`
 *   beside `survey`: Astro takes it for one inside and then looks for its packages there
 */
export function surveyFolders(root = process.cwd()): SurveyFolders {
  const folder = (variable: string, usual: string) =>
    resolve(root, process.env[variable]?.trim() || usual);
  const out = folder('FLORILEGIUM_OUT', 'dist');
  if (out.startsWith(root) && /^\.\.(?:[\\/]|$)/u.test(relative(root, out))) {
    throw new Error(
      `FLORILEGIUM_OUT: ${out} begins with the path of the checkout, ${root}, and is not inside of it, which Astro cannot build into. Give the folder another name, or build into dist/ and move it.`,
    );
  }
  return {
    seeds: folder('FLORILEGIUM_SEEDS', 'seeds'),
    content: folder('FLORILEGIUM_CONTENT', 'content'),
    out,
  };
}

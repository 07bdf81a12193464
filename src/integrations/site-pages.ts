import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { InjectedRoute } from 'astro';
import { ContentError, packageFolder } from '../loaders/index.ts';

/** `papers/[permalink]/index.astro`, `data/survey.json.ts`: the address of a page is its path without this. */
const ENDING = /(?:^|\/)index\.astro$|\.(?:astro|ts)$/;

/**
 * The pages of the site that a project does not have itself, as routes; none where the project's sources are this
 * program's own. A page of the project under the same path takes the place of ours.
 *
 * @param sources folder of the project's sources
 * @throws ContentError when the project does not say what its collections are
 */
export async function sitePages(sources: string): Promise<InjectedRoute[]> {
  const own = join(packageFolder, 'src');
  if (resolve(sources) === own) return [];
  if (!existsSync(join(sources, 'content.config.ts'))) {
    throw new ContentError([
      {
        file: 'src/content.config.ts',
        text: 'the file is not there; the pages of the survey read its collections',
        hint: "Write it with this line: export { collections } from 'florilegium/content';",
      },
    ]);
  }
  const pages = join(own, 'pages');
  const files = await readdir(pages, { recursive: true });
  return files
    .map((file) => file.split(sep).join('/'))
    .filter((path) => ENDING.test(path) && !existsSync(join(sources, 'pages', path)))
    .sort()
    .map((path) => ({ pattern: `/${path.replace(ENDING, '')}`, entrypoint: join(pages, path) }));
}

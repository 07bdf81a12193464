import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import { makeSearchIndex } from '../search/index.ts';
import { wordsFor } from '../words/index.ts';
import { onFinishedSite } from './finished-site.ts';

/** Writes the search index to `pagefind/` in the finished site. */
export function searchIndex(): AstroIntegration {
  return onFinishedSite('search-index', 'Search index', async (root, survey) => {
    const folder = join(root, 'pagefind');
    await rm(folder, { recursive: true, force: true });
    const files = await makeSearchIndex(survey);
    await close();
    let bytes = 0;
    for (const { path, content } of files) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      bytes += content.length;
    }
    const say = wordsFor('en');
    return `${say.papers(survey.works.length)} and ${say.themes(survey.themes.length)} in ${files.length} files, ${Math.round(bytes / 1000)} kB`;
  });
}

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { AstroIntegration } from 'astro';
import { siteFiles } from '../assets/index.ts';
import { onFinishedSite } from './finished-site.ts';
import { StyleClasses } from './style-classes.ts';

const FOLDER = 'assets';

/**
 * Moves the style attributes by which KaTeX places glyphs into a sheet of the site, so that the policy of pages need not
 * allow any. It must come before everything that reads the pages.
 */
export function formulaStyles(): AstroIntegration {
  return onFinishedSite('formula-styles', 'Formula styles', async (root) => {
    const classes = new StyleClasses();
    const changed = new Map<string, string>();
    const { paths, read } = await siteFiles(root);
    for (const path of paths.filter((each) => each.endsWith('.html'))) {
      const html = new TextDecoder().decode(await read(path));
      // Pages of a project's own, which has its own policy, stay as they are.
      if (!html.includes('style="') || !html.includes('Content-Security-Policy')) continue;
      const styled = classes.replaceIn(html);
      if (styled !== html) changed.set(path, styled);
    }
    const sheet = classes.sheet();
    const digest = createHash('sha256').update(sheet).digest('hex').slice(0, 8);
    const file = posix.join(FOLDER, `formulas-${digest}.css`);
    if (changed.size > 0) await writeFile(join(root, file), sheet);
    for (const [path, html] of changed) {
      await writeFile(join(root, path), withSheet(html, posix.relative(posix.dirname(path), file)));
    }
    return `${classes.count} declarations of ${changed.size} pages in ${sheet.length} bytes`;
  });
}

/** The page with a link to the sheet at the end of its head, so that it wins over those before it. */
function withSheet(html: string, address: string): string {
  return html.replace('</head>', () => `<link rel="stylesheet" href="${address}"></head>`);
}

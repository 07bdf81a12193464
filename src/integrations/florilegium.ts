import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { fileURLToPath } from 'node:url';
import { offerEntries } from '../collections/index.ts';
import { getSurvey, packageFolder, readSite, surveyFolders } from '../loaders/index.ts';
import { keepFormulas } from '../prose/index.ts';
import { collectionEntries, viewOf } from '../view/index.ts';
import { absoluteUrl } from '../writers/index.ts';
import { formulaStyles } from './formula-styles.ts';
import { hostFiles } from './host-files.ts';
import { offlineBundle } from './offline-bundle.ts';
import { packageImports } from './package-imports.ts';
import { pageProgress } from './page-progress.ts';
import { privateCheck } from './private-check.ts';
import { publicFiles } from './public-files.ts';
import { searchIndex } from './search-index.ts';
import { serviceWorker } from './service-worker.ts';
import { siteMap } from './site-map.ts';
import { sitePages } from './site-pages.ts';
import { surveyChecks } from './survey-checks.ts';
import { themeProse } from './theme-prose.ts';

type ViteBuild = NonNullable<NonNullable<AstroUserConfig['vite']>['build']>;

/** Astro marks every MDX file with a directive of its own, and the bundler warns of each. */
const withoutDirectives: NonNullable<NonNullable<ViteBuild['rolldownOptions']>['onLog']> = (
  level,
  log,
  report,
) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
};

/**
 * The whole survey as an integration of Astro: its pages, unless they are the project's own, and everything around them.
 * Where the site stands and how Markdown is set comes with it; what the project's own configuration says of other things
 * stays.
 */
export default function florilegium(): AstroIntegration {
  return {
    name: 'florilegium',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig, injectRoute }) => {
        const root = fileURLToPath(config.root);
        const folders = surveyFolders(root);
        offerEntries(async (name) => collectionEntries[name](viewOf(await getSurvey(folders))));
        const address = new URL(absoluteUrl(await readSite(folders.content), '/'));
        const pages = await sitePages(fileURLToPath(config.srcDir));
        for (const page of pages) injectRoute(page);
        updateConfig({
          site: address.origin,
          base: address.pathname,
          // The dev server takes `/assets/[file]` for a page's address, and would ask for a slash behind every style sheet.
          trailingSlash: command === 'dev' ? 'ignore' : 'always',
          build: { format: 'directory' },
          // Human-written prose only; titles and abstracts never pass through Markdown.
          markdown: {
            processor: unified({
              remarkPlugins: [remarkMath],
              rehypePlugins: [rehypeKatex, keepFormulas],
            }),
          },
          devToolbar: { enabled: false },
          integrations: [
            packageImports(),
            mdx(),
            publicFiles(fileURLToPath(config.publicDir)),
            themeProse(folders),
            surveyChecks(folders),
            pageProgress(),
            formulaStyles(),
            searchIndex(),
            siteMap(),
            offlineBundle(),
            serviceWorker(),
            hostFiles(),
            privateCheck(),
          ],
          vite: {
            define: {
              'import.meta.env.FLORILEGIUM_PACKAGE': JSON.stringify(packageFolder),
              'import.meta.env.FLORILEGIUM_ROOT': JSON.stringify(root),
            },
            build: { rolldownOptions: { onLog: withoutDirectives } },
          },
        });
      },
    },
  };
}

import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import {
  offlineBundle,
  pageProgress,
  searchIndex,
  serviceWorker,
  surveyChecks,
  themeProse,
} from './src/integrations/index.ts';
import { getSurvey, surveyFolders } from './src/loaders/index.ts';
import { keepFormulas } from './src/prose/index.ts';
import { absoluteUrl } from './src/writers/index.ts';

const folders = surveyFolders();
const { site, departed } = await getSurvey();
const address = new URL(absoluteUrl(site, '/'));

// Pages are as old as the edition they belong to.
const lastmod = site.edition ? { lastmod: new Date(site.edition) } : {};
/** Pages that only lead elsewhere, those of withdrawn papers, and what is shown offline are not for search engines. */
const unlisted = new Set([
  `${address.href}offline/`,
  ...departed.map(({ permalink }) => `${address.href}papers/${permalink}/`),
]);
const isListed = (page) => !page.startsWith(`${address.href}id/`) && !unlisted.has(page);

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  trailingSlash: 'always',
  outDir: folders.out,
  build: { format: 'directory' },
  // Human-written prose only; titles and abstracts never pass through Markdown.
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex, keepFormulas] }),
  },
  integrations: [
    mdx(),
    themeProse(folders),
    surveyChecks(folders),
    pageProgress(),
    searchIndex(),
    sitemap({ filter: isListed, ...lastmod }),
    offlineBundle(),
    serviceWorker(),
  ],
  devToolbar: { enabled: false },
  vite: {
    build: {
      rolldownOptions: {
        // Astro marks every MDX file with a directive of its own, and the bundler warns of each.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
});

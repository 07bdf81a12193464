import sitemap, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { getSurvey } from '../loaders/index.ts';
import { addressPath, comparisonPath, comparisonsOf, statePath } from '../view/index.ts';
import { absoluteUrl } from '../writers/index.ts';

/** Writes the sitemap: pages that are for search engines, as old as the edition they belong to. */
export function siteMap(): AstroIntegration {
  // The sitemap reads its options when the site is finished, which is when the survey is known for certain.
  const options: SitemapOptions = {};
  const made = sitemap(options);
  return {
    ...made,
    hooks: {
      ...made.hooks,
      'astro:build:done': async (finished) => {
        const survey = await getSurvey();
        const { site, departed, departedAddresses, states } = survey;
        const address = (path: string) => absoluteUrl(site, path);
        // Pages that only lead elsewhere or say what left, states of sources, comparisons of editions, and what is shown offline.
        const unlisted = new Set([
          address('/offline/'),
          address('/reading-list/'),
          ...departed.map(({ permalink }) => address(`/papers/${permalink}/`)),
          ...departedAddresses.flatMap((each) => {
            const page = address(addressPath(each.address));
            return [page, `${page}papers/`];
          }),
          ...states.map((state) => address(statePath(state))),
          ...comparisonsOf(survey).map(({ from, to }) => address(comparisonPath(from, to))),
        ]);
        const identifiers = address('/id/');
        Object.assign(options, {
          filter: (page: string) => !page.startsWith(identifiers) && !unlisted.has(page),
          ...(site.edition === undefined ? {} : { lastmod: new Date(site.edition) }),
        } satisfies SitemapOptions);
        await made.hooks['astro:build:done']?.(finished);
      },
    },
  };
}

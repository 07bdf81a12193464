import { join } from 'node:path';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { surveyFolders } from './loaders/index.ts';

const prose = glob({
  base: join(surveyFolders().content, 'themes'),
  pattern: '**/*.mdx',
  generateId: ({ entry }) => entry.replace(/\.mdx$/, '').replaceAll('/', '-'),
});

// Only the prose of themes goes through Astro's content store; the survey itself, and the checked front matter
// of the themes, comes from getSurvey().
export const collections = {
  themes: defineCollection({
    loader: {
      ...prose,
      load(context) {
        // Astro keeps the path of an entry whose text is the same, even when it was that of another survey.
        context.store.clear();
        return prose.load(context);
      },
    },
  }),
};

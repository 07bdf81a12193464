import { join } from 'node:path';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { surveyFolders } from './loaders/index.ts';
import { themeSchema } from './model/index.ts';

// Only the prose of themes goes through Astro's content store; the survey itself comes from getSurvey().
export const collections = {
  themes: defineCollection({
    loader: glob({
      base: join(surveyFolders().content, 'themes'),
      pattern: '**/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, '').replaceAll('/', '-'),
    }),
    schema: themeSchema,
  }),
};

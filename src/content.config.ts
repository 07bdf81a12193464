/** The survey's collections. A project with sources of its own hands them on from `florilegium/content`. */
import { defineCollection } from 'astro:content';
import {
  papers,
  paperSchema,
  seeds,
  seedSchema,
  themes,
  themeSchema,
} from './collections/index.ts';

export const collections = {
  papers: defineCollection({ loader: papers(), schema: paperSchema }),
  themes: defineCollection({ loader: themes(), schema: themeSchema }),
  seeds: defineCollection({ loader: seeds(), schema: seedSchema }),
};

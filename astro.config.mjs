import { defineConfig } from 'astro/config';
import florilegium from './src/integrations/index.ts';
import { surveyFolders } from './src/loaders/index.ts';

export default defineConfig({
  outDir: surveyFolders(import.meta.dirname).out,
  integrations: [florilegium()],
});

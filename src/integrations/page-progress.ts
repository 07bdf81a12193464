import process from 'node:process';
import type { AstroIntegration } from 'astro';
import { SingleBar } from 'cli-progress';
import { printStage } from './stage-log.ts';

/** Says how many files the pages became; on a terminal, while they are made, how many there are and how long it takes. */
export function pageProgress(): AstroIntegration {
  const bar = new SingleBar({
    format: 'Pages            [{bar}] {value} of {total}, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
    // The first pages take longest; a forecast from the last hundreds is steady and near.
    etaBuffer: 400,
  });
  let begun = performance.now();
  let started = begun;
  let files = 0;
  return {
    name: 'florilegium:page-progress',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        begun = performance.now();
        setPrerenderer((usual) => ({
          ...usual,
          getStaticPaths: async () => {
            printStage('Program', 'pages and styles bundled', begun);
            started = performance.now();
            const paths = await usual.getStaticPaths();
            files = paths.length;
            bar.start(files, 0);
            return paths;
          },
          render: async (request, options) => {
            const page = await usual.render(request, options);
            bar.increment();
            return page;
          },
          teardown: async () => {
            bar.stop();
            await usual.teardown?.();
          },
        }));
      },
      'astro:build:generated': () => printStage('Pages', `${files} files`, started),
    },
  };
}

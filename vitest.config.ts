import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { laws } from './tests/architecture/laws.ts';

// The slowest test takes a minute on a machine of its own; one with much other work takes twenty times as long.
const limits = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };

// `unit` runs in seconds on sources, `site` reads a finished build, `browser` drives Chromium over it, and `package`
// installs what `npm pack` makes.
export default defineConfig({
  test: {
    // Much of their time tests wait, for a browser or a build; by default even one core of two is left idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // A test that stands for a law of ARCHITECTURE.md carries its id; any other tag is refused.
    tags: laws.map(({ id, text }) => ({ name: id, description: text })),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{site,browser,package}/**'],
          setupFiles: 'tests/same-inputs.ts',
          // Loading the program for every file anew would take as long as a quarter of the tests.
          isolate: false,
          ...limits,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          setupFiles: 'tests/same-inputs.ts',
          globalSetup: 'tests/build-once.ts',
          // Files read the same pages, which a process parses once.
          isolate: false,
          ...limits,
        },
      },
      {
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          ...limits,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles: 'tests/same-inputs.ts',
          globalSetup: 'tests/build-once.ts',
          ...limits,
        },
      },
    ],
  },
});

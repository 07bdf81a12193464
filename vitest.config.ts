import { defineConfig } from 'vitest/config';
import { laws } from './tests/architecture/laws.ts';

// Three projects: `unit` runs in seconds on sources, `site` reads a finished build, `browser` drives Chromium over it.
export default defineConfig({
  test: {
    // A test that stands for a law of ARCHITECTURE.md carries its id; any other tag is refused.
    tags: laws.map(({ id, text }) => ({ name: id, description: text })),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{site,browser}/**'],
          // The slowest takes seconds; a machine with other work takes many times as long.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/build-once.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/build-once.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

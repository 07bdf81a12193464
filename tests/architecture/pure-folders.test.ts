import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pure } from './layers.ts';

const root = join(import.meta.dirname, '../..');
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'florilegium-'));
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How many of the files the linter, under this repository's rules, finds impure. */
function refused(files: Readonly<Record<string, string>>): number {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  const run = spawnSync(process.execPath, [biome, 'lint', ...Object.keys(files)], {
    cwd: folder,
    encoding: 'utf8',
  });
  return (run.stdout + run.stderr).match(/noRestricted\w+ ━|noNodejsModules ━/g)?.length ?? 0;
}

it.each(pure)('src/%s may not touch disk, network, clock or Astro', (name) => {
  expect(
    refused({
      [`src/${name}/disk.ts`]: "export { readFile } from 'node:fs/promises';",
      [`src/${name}/process.ts`]: 'export const folder = process.cwd();',
      [`src/${name}/network.ts`]: "export const answer = fetch('https://example.org/');",
      [`src/${name}/clock.ts`]: 'export const start = performance.now();',
      [`src/${name}/framework.ts`]: "export { z } from 'astro/zod';",
    }),
  ).toBe(5);
});

it('a loader may touch all of them', () => {
  expect(refused({ 'src/loaders/disk.ts': "export { readFile } from 'node:fs/promises';" })).toBe(
    0,
  );
});

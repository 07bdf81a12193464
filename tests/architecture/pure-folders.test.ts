// @module-tag one-way
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  for (const path of ['biome.json', 'tests/architecture/pure.grit'])
    cpSync(join(root, path), join(folder, path));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a pure folder may not say, by the name of a file that says it. */
const impure = {
  disk: "export { readFile } from 'node:fs/promises';",
  process: 'export const folder = process.cwd();',
  global: 'export const all = globalThis;',
  network: "export const answer = fetch('https://example.org/');",
  stopwatch: 'export const start = performance.now();',
  timer: 'export const timer = setTimeout(() => {}, 1);',
  now: 'export const now = Date.now();',
  today: 'export const today = new Date();',
  chance: 'export const dice = Math.random();',
  identity: 'export const id = crypto.randomUUID();',
  locale: "export const order = new Intl.Collator('de');",
  comparison: "export const order = 'a'.localeCompare('b');",
  framework: "export { z } from 'astro/zod';",
};

/** The files the linter, under this repository's rules, finds impure. */
function refused(folderName: string): string[] {
  for (const [name, text] of Object.entries(impure)) {
    const file = join(folder, `src/${folderName}/${name}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
  const run = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=github', `src/${folderName}`],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  const found =
    /^::(?:error|warning) title=(?:plugin|lint\/\S*(?:noRestricted|noNodejsModules)\S*),file=\S*\/(\w+)\.ts,/gm;
  return Array.from((run.stdout + run.stderr).matchAll(found), ([, name = '']) => name).sort();
}

it.each(pure)('src/%s may not touch disk, network, clock, chance, locale or Astro', (name) => {
  expect(refused(name)).toEqual(Object.keys(impure).sort());
});

it('a loader may touch all of them', () => {
  expect(refused('loaders')).toEqual([]);
});

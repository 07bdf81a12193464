import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'florilegium-'));
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Whether the linter, under this repository's rules, refuses a file of that name with that text. */
function isRefused(path: string, text: string): boolean {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', path], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status !== 0 && /noRestricted|noNodejsModules/.test(stdout + stderr);
}

describe('imports point one way', () => {
  it.each([
    ['src/model/a.ts', "export * from '../text/index.ts';"],
    ['src/text/a.ts', "export * from '../pipeline/index.ts';"],
    ['src/readers/a.ts', "export * from '../writers/index.ts';"],
    ['src/writers/a.ts', "export * from '../pipeline/index.ts';"],
    ['src/pipeline/a.ts', "export * from '../loaders/index.ts';"],
    ['src/pipeline/a.ts', "export { readFile } from 'node:fs/promises';"],
    ['src/text/a.ts', 'export const folder = process.cwd();'],
    ['src/loaders/a.ts', "export * from '../components/paths.ts';"],
    ['src/pages/a.ts', "export * from '../integrations/checks.ts';"],
  ])('%s may not hold: %s', (path, text) => {
    expect(isRefused(path, text)).toBe(true);
  });

  it.each([
    ['src/readers/a.ts', "export * from '../text/index.ts';"],
    ['src/pipeline/a.ts', "export * from '../readers/index.ts';"],
    ['src/loaders/a.ts', "export * from '../pipeline/index.ts';"],
    ['src/pages/a.ts', "export * from '../loaders/index.ts';"],
  ])('%s may hold: %s', (path, text) => {
    expect(isRefused(path, text)).toBe(false);
  });
});
